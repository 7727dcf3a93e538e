// Show lines: one topic with everything the file contains about it.

import { type ColumnKind, columnKinds } from "../model/columns.js";
import { type Day, elapsedDays } from "../model/dates.js";
import { unfinishedBefore } from "../model/dependencies.js";
import type { HistoryDays, SubjectChange } from "../model/history/history.js";
import { plainText } from "../model/inline-text.js";
import { namedCellText, ownColumns } from "../model/named-columns.js";
import { shownTitle } from "../model/outline.js";
import type { Problem } from "../model/problem.js";
import { readLegend, readStatus, statusTextOf } from "../model/read-status.js";
import { cellText, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { isUnfinished } from "../model/select.js";
import { wordMeaningOf } from "../model/status-meanings.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import { type Canvas, statusLabels, statusStroke } from "./canvas.js";
import { daysUntilDue } from "./due-words.js";
import { topicHistoryLines } from "./log-lines.js";
import { commandToType, daysInProgress } from "./next-lines.js";
import { problemLines } from "./problem-lines.js";
import { thingLines } from "./thing-lines.js";
import { nextLine, wrapText } from "./wrap.js";

interface Shown {
  readonly roadmap: Roadmap;
  readonly topic: Topic;
  /** Tasks about the topic. */
  readonly tasks: readonly Task[];
  readonly problems: readonly Problem[];
  /** The text of the file that has the problems. */
  readonly text: string;
  readonly path: string;
  readonly today: Day;
  /** Its changes in commits, newest first. */
  readonly changes: readonly SubjectChange[];
  /** Dates that its own cells do not contain. */
  readonly days: HistoryDays;
}

export function showLines(shown: Shown, canvas: Canvas): string[] {
  const { roadmap, topic, tasks, problems, text, path } = shown;
  return [
    ...titleLines(topic, canvas),
    ...factLines(factsOf(shown), topic, canvas),
    ...(tasks.length === 0
      ? []
      : [
          "",
          ...thingLines(
            roadmap,
            tasks.map((thing) => ({ thing })),
            canvas,
          ),
        ]),
    ...(problems.length === 0 ? [] : ["", ...problemLines(problems, { text, path }, canvas)]),
    ...topicHistoryLines(shown, canvas),
    "",
    nextLine(isOpen(topic) ? commandToType(roadmap, { topic }) : "roadmap next", canvas),
  ];
}

/** A blocked or skipped topic was set aside on purpose, so starting it is not suggested. */
function isOpen({ status }: Topic): boolean {
  return status === "not-started" || status === "in-progress";
}

function titleLines({ number, name }: Topic, { paint, width }: Canvas): string[] {
  const mark = `#${number} `;
  const [first = "", ...rest] = wrapText(visible(name) || "(no name)", width, {
    first: mark.length,
    rest: mark.length,
  });
  const indent = " ".repeat(mark.length);
  return [
    `${paint.dim(mark.trim())} ${paint.strong(first.trimStart())}`,
    ...rest.map((line) => indent + paint.strong(line.trimStart())),
  ];
}

type Fact = readonly [name: string, text: string];

function factsOf(shown: Shown): Fact[] {
  const { roadmap, topic, today } = shown;
  const status = [statusLabels[topic.status], ownStatusText(roadmap, topic), durationText(topic, today)];
  return [
    ["status", status.filter((text) => text !== null).join(", ")],
    ...(topic.phase ? [["phase", visible(shownTitle(roadmap, topic.phase))] satisfies Fact] : []),
    ...[...cellFacts(shown), ...ownFacts(shown)].filter(([, text]) => text !== ""),
  ];
}

/** The text of the status cell, in quotes, if it says more than the status: `3/5`, `Done (week 2)`. */
function ownStatusText(roadmap: Roadmap, topic: Topic): string | null {
  const text = plainText(cellText(roadmap, topic, "status"));
  const { words } = statusTextOf(text);
  const isStatusAlone =
    words === ""
      ? readStatus(text, roadmap.vocabulary) !== "unclear"
      : readLegend(text) || /^\w$/.test(words) || wordMeaningOf(words, roadmap.vocabulary);
  return isStatusAlone ? null : `"${visible(text)}"`;
}

function cellFacts({ roadmap, topic, today, days }: Shown): Fact[] {
  const kinds = columnKinds.filter((kind) => !["topic", "status", "phase"].includes(kind));
  return kinds.map((kind): Fact => {
    const text = visible(plainText(cellText(roadmap, topic, kind))) || dayFromGit(days, kind);
    const note = kind === "due" ? daysUntilDue(topic, today) : kind === "depends-on" ? waitText(roadmap, topic) : null;
    return [kind.replace("-", " "), text === "" || note === null ? text : `${text} (${note})`];
  });
}

/** What it waits for: `waits for HTTP, DNS`; null if for nothing. */
function waitText(roadmap: Roadmap, topic: Topic): string | null {
  const names = isUnfinished(topic) ? unfinishedBefore(roadmap, topic).map(({ name }) => visible(name)) : [];
  return names.length === 0 ? null : `waits for ${names.join(", ")}`;
}

/** The columns of the file's own, as its table has them. */
function ownFacts({ roadmap, topic }: Shown): Fact[] {
  const own = [...ownColumns(roadmap).values()].filter(({ places }) => places.has(topic.table));
  return own.map((column) => [visible(column.title), visible(plainText(namedCellText(roadmap, topic, column)))]);
}

/** Marked, so it is not mistaken for the file's own date. */
function dayFromGit(days: Readonly<Partial<Record<ColumnKind, Day | null>>>, kind: ColumnKind): string {
  const day = days[kind];
  return day ? `${day} (from git)` : "";
}

const minTextWidth = 20;

/** Texts next to their names; below them if there is no room. */
function factLines(facts: readonly Fact[], topic: Topic, { paint, width }: Canvas): string[] {
  const names = Math.max(...facts.map(([name]) => widthInColumns(name)));
  const beside = names + 4;
  const indent = width - beside < minTextWidth ? 4 : beside;
  return facts.flatMap(([name, text]) => {
    const [first = "", ...rest] = wrapText(text, width, { first: indent, rest: indent });
    const stroke = name === "status" ? statusStroke(topic.status, paint) : (plain: string) => plain;
    const words = stroke(first.trimStart());
    const head =
      indent === beside
        ? [`  ${paint.dim(padToColumns(name, names))}  ${words}`]
        : [`  ${paint.dim(fitInColumns(name, width - 2))}`, `    ${words}`];
    return [...head, ...rest];
  });
}

/** How long a topic took or has taken; null if its dates do not say. */
function durationText(topic: Topic, today: Day): string | null {
  const { status, started, finished } = topic;
  if (status !== "done") return daysInProgress(topic, today);
  if (started === null || finished === null || finished > today) return null;
  const days = elapsedDays(started, finished);
  return days < 0 ? null : `took ${counted(days, "day")}`;
}
