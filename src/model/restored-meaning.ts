// Restored meaning: verifies that restored texts mean what they meant when the file last contained them.

import { isBlankCell } from "./blank-cell.js";
import { dayKinds } from "./columns.js";
import { matchTopics } from "./match.js";
import { type Meaning, type Misreading, meaningOf, misreadingOf } from "./meaning.js";
import { cellText, type Roadmap, type Topic } from "./roadmap.js";

interface Restoring {
  /** The roadmap when the texts were last in the file. */
  readonly former: Roadmap;
  readonly before: Roadmap;
  readonly after: Roadmap;
}

const columns = ["phase", "status", ...dayKinds] as const;

type Column = (typeof columns)[number];

/** The first cell of a rewritten row that is read differently than before and formerly; null if there is none. */
export function restoredOtherwise({ former, before, after }: Restoring): Misreading | null {
  const formerly = meaningsByCell(former);
  const isAligned = before.topics.length === after.topics.length;
  for (const [index, topic] of after.topics.entries()) {
    const old = isAligned ? before.topics[index] : undefined;
    for (const column of columns) {
      const raw = cellText(after, topic, column);
      if (isBlankCell(raw)) continue;
      const isKept = old !== undefined && cellText(before, old, column) === raw;
      const expected = isKept ? writtenMeaning(old, column) : formerly.get(keyOf(column, raw));
      if (expected === undefined) continue;
      const restored = { roadmap: after, topic };
      const misreading = misreadingOf({ [column]: expected }, restored, restored);
      if (misreading) return misreading;
    }
  }
  return null;
}

/** The unchanged dates that are read differently: the order of day and month may have changed. */
export function datesReadOtherwise(before: Roadmap, after: Roadmap): Misreading[] {
  return [...matchTopics(before, after)].flatMap(([old, topic]) =>
    dayKinds.flatMap((column) => {
      if (cellText(before, old, column) !== cellText(after, topic, column)) return [];
      const now = { roadmap: after, topic };
      return misreadingOf({ [column]: old[column] }, now, now) ?? [];
    }),
  );
}

/** What topics mean by a text, by column and text. A text with different meanings in several tables is unknown. */
function meaningsByCell(roadmap: Roadmap): ReadonlyMap<string, Meaning[Column] | undefined> {
  const known = new Map<string, Meaning[Column] | undefined>();
  for (const topic of roadmap.topics) {
    for (const column of columns) {
      const key = keyOf(column, cellText(roadmap, topic, column));
      const meaning = writtenMeaning(topic, column);
      known.set(key, known.has(key) && known.get(key) !== meaning ? undefined : meaning);
    }
  }
  return known;
}

function keyOf(column: Column, raw: string): string {
  return `${column} ${raw}`;
}

/**
 * Undefined if the cell did not determine it: a status may follow from the dates, and a date may have been ambiguous.
 */
function writtenMeaning(topic: Topic, column: Column): Meaning[Column] | undefined {
  if (column === "status" && !topic.isStatusWritten) return undefined;
  return meaningOf(topic)[column] ?? undefined;
}
