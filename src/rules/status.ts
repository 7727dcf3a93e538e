// Status: statuses in an unusual spelling, blank, in a legend, or contradicted by the dates next to them.

import { numberToType } from "../model/address.js";
import type { DayKind } from "../model/columns.js";
import type { Day } from "../model/dates.js";
import { escapeCell, plainText } from "../model/inline-text.js";
import { statusTextOf } from "../model/read-status.js";
import { cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { type Status, statusByDates } from "../model/status.js";
import { hasColumn, statusText } from "../operations/topic-changes.js";
import { inQuotes } from "../text/in-quotes.js";
import { memoize } from "../text/memoize.js";
import { type CellFix, cellFix } from "./cell-fix.js";
import { isBlank } from "./missing-cell.js";
import { type Finding, foundByReading, type Rule, spanOf, topicsByTable } from "./rule.js";

/**
 * Fix: a status is spelled as in the rest of the file.
 *
 *     | HTTP | DONE |
 *   →
 *     | HTTP | Done |
 */
export const statusSpelling: Rule = {
  code: "STATUS_SPELLING",
  severity: "note",
  means: "a status spelled differently from the rest of the file: `done` where it uses `Done`",
  find: ({ roadmap }) =>
    misspellings(roadmap).map(({ topic, found, wanted }) => ({
      span: spanOf(topic, "status"),
      message: `${inQuotes(found)} is spelled "${wanted}" elsewhere in this file`,
      hint: "roadmap doctor --fix --only STATUS_SPELLING",
    })),
  fix: (page) =>
    cellFix(
      page,
      misspellings(page.roadmap).map(({ topic, wanted }) => ({ topic, column: "status", text: escapeCell(wanted) })),
    ),
};

/**
 * Fix: a blank status becomes the one that the dates next to it imply, in the words of the file.
 *
 *     | HTTP | 2026-01-02 | 2026-02-01 |      |
 *   →
 *     | HTTP | 2026-01-02 | 2026-02-01 | Done |
 */
export const blankStatus: Rule = {
  ...foundByReading("STATUS_BLANK"),
  fix(page) {
    const { roadmap, today } = page;
    const cells = roadmap.topics.flatMap((topic): CellFix[] => {
      if (topic.isStatusWritten || !hasColumn(topic, "status") || !isBlank(roadmap, topic, "status")) return [];
      const status = impliedStatus(topic, today);
      return status === "not-started" ? [] : [{ topic, column: "status", text: statusText(roadmap, topic, status) }];
    });
    return cellFix(page, cells);
  },
};

export const statusLegend: Rule = {
  code: "STATUS_LEGEND",
  severity: "note",
  means: "a status cell that is a legend of status words; its topic counts as not started",
  find: ({ roadmap: { legends } }) =>
    legends.map(({ start, end }) => ({
      span: { start, end },
      message: "this cell is a legend of status words, so its topic counts as not started",
      hint: "move the legend to `roadmap: status:` in the front matter, and give the topic a status",
    })),
};

/** A column with dates after today for topics that are not that far holds plans: they contradict nothing. */
export const contradictedStatus: Rule = {
  code: "STATUS_CONTRADICTED",
  severity: "warning",
  means: "a status that contradicts the dates: a finish date but not done, or a start date but not started",
  find({ roadmap, today }) {
    return [...topicsByTable(roadmap).values()].flatMap((topics) => {
      const open = topics.filter(({ isStatusWritten, status }) => isStatusWritten && isOpen(status));
      const isPlanned = (kind: DayKind) => open.some((topic) => (topic[kind] ?? "") > today);
      const [planToStart, planToFinish] = [isPlanned("started"), isPlanned("finished")];
      return open.flatMap((topic): Finding[] => {
        if (topic.finished !== null && !planToFinish)
          return [finishedButOpen(topic, topic.finished, numberToType(roadmap, topic))];
        const isStarted = topic.started !== null && topic.finished === null && !planToStart;
        return isStarted && topic.status === "not-started"
          ? [startedButOpen(topic, topic.started, numberToType(roadmap, topic))]
          : [];
      });
    });
  },
};

function isOpen(status: Status): boolean {
  return status === "not-started" || status === "in-progress" || status === "blocked";
}

function finishedButOpen(topic: Topic, day: string, number: string): Finding {
  return {
    span: spanOf(topic, "status"),
    message: `${inQuotes(topic.name)} has a finish date (${day}), but its status is ${topic.status}`,
    hint: `if it is done, run \`roadmap finish ${number} --date ${day}\`; if not, clear the date: \`roadmap set ${number} --finished ""\``,
  };
}

function startedButOpen(topic: Topic, day: string | null, number: string): Finding {
  return {
    span: spanOf(topic, "status"),
    message: `${inQuotes(topic.name)} has a start date (${day}), but its status is not-started`,
    hint: `if it is in progress, run \`roadmap start ${number}\`; if not, clear the date: \`roadmap set ${number} --started ""\``,
  };
}

/** Dates that contradict each other imply nothing. */
function impliedStatus(topic: Topic, today: Day): Status {
  const { started, finished } = topic;
  if (started !== null && finished !== null && finished < started) return "not-started";
  return statusByDates(topic, today);
}

interface Misspelling {
  readonly topic: Topic;
  readonly found: string;
  readonly wanted: string;
}

/**
 * Statuses with the words and emoji of a spelling in a legend, in the front matter or, failing that, of the most common
 * one in the column, but spelled differently. If two spellings are equally common, neither is right.
 */
const misspellings = memoize((roadmap: Roadmap): Misspelling[] => {
  const fixed = new Map([...roadmap.vocabulary.spelling.values()].map((word) => [keyOf(word), word]));
  return [...topicsByTable(roadmap).values()].flatMap((topics) => {
    const written = topics.flatMap((topic) => {
      const found = cellText(roadmap, topic, "status");
      return topic.isStatusWritten && plainText(found) === found ? [{ topic, found }] : [];
    });
    const usual = usualSpellings(written.map(({ found }) => found));
    const known = new Map<string, string>();
    const wantedFor = (found: string) => fixed.get(keyOf(found)) ?? usual.get(keyOf(found)) ?? found;
    return written.flatMap(({ topic, found }) => {
      // A column repeats a few texts.
      const wanted = known.get(found) ?? wantedFor(found);
      known.set(found, wanted);
      return wanted === found ? [] : [{ topic, found, wanted }];
    });
  });
});

/** The most common spelling for the same words and emoji. */
function usualSpellings(texts: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const usual = new Map<string, string>();
  const most = new Map<string, number>();
  for (const [text, count] of counts) {
    const key = keyOf(text);
    const known = most.get(key) ?? 0;
    if (count > known) usual.set(key, text);
    if (count === known) usual.delete(key);
    most.set(key, Math.max(count, known));
  }
  return usual;
}

function keyOf(text: string): string {
  const { words, emoji } = statusTextOf(text);
  return [words, ...emoji].join("\n");
}
