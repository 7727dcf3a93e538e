// Show lines: one topic or task with everything the file and its commits contain about it.

import { type ColumnKind, columnKinds, isDayKind } from "../model/columns.js";
import { type Day, elapsedDays } from "../model/dates.js";
import { unfinishedBefore } from "../model/dependencies.js";
import type { HistoryDays, SubjectChange } from "../model/history/history.js";
import { plainText } from "../model/inline-text.js";
import { namedCellText, ownColumns } from "../model/named-columns.js";
import type { Thing } from "../model/names.js";
import { shownTitle } from "../model/outline.js";
import { usualDays } from "../model/pace/statistics.js";
import type { Problem } from "../model/problem.js";
import { readLegend, readStatus, statusTextOf } from "../model/read-status.js";
import { cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { tasksAbout, tasksInside, topicsIn } from "../model/select.js";
import { isUnfinished } from "../model/status.js";
import { wordMeaningOf } from "../model/status-meanings.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import { type Canvas, nameStroke, statusLabels, statusStroke } from "./canvas.js";
import { dayText, durationText, weekdayText } from "./day-words.js";
import { daysUntilDue } from "./due-words.js";
import { historyLines } from "./history-lines.js";
import { commandToType } from "./next-lines.js";
import { problemLines } from "./problem-lines.js";
import { addressText, signOf, thingLines } from "./thing-lines.js";
import { hintLine, wrapText } from "./wrap.js";

interface Shown {
  readonly roadmap: Roadmap;
  readonly thing: Thing;
  readonly problems: readonly Problem[];
  /** The text of the file that has the problems. */
  readonly text: string;
  readonly path: string;
  /** Its line in the file, counted from 1. */
  readonly line: number;
  readonly today: Day;
  /** Its changes in commits, newest first. */
  readonly changes: readonly SubjectChange[];
  /** Dates that its own cells do not contain. */
  readonly days: HistoryDays;
}

export function showLines(shown: Shown, canvas: Canvas): string[] {
  const { roadmap, thing, problems, text, path, line } = shown;
  const { lines: titleLines, hasPhase } = titleOf(shown, canvas);
  const facts = factsOf(shown, hasPhase, canvas);
  const names = facts.reduce((most, [name]) => Math.max(most, widthInColumns(name)), minNameWidth);
  const sections = [
    factLines(facts, names, canvas),
    ...relatedLines(roadmap, thing, canvas),
    problems.length === 0 ? [] : ["", ...problemLines(problems, { text, path }, canvas)],
    historyLines(roadmap, { ...shown, dayWidth: isBeside(names, canvas) ? names : 0 }, canvas),
  ];
  const isOpen = thing.status === "not-started" || thing.status === "in-progress";
  const step = "row" in thing ? { topic: thing } : { task: thing };
  return [
    ...titleLines,
    ...stateLines(shown, canvas),
    ...sections.flat(),
    "",
    // A blocked or skipped topic was set aside on purpose, so starting it is not suggested.
    ...hintLine(isOpen ? commandToType(roadmap, step) : "roadmap next", canvas),
    canvas.paint.dim(`  ${visible(path)}:${line}`),
  ];
}

/** `◐ 18  Connection State Management … Phase 3`; a name that needs more room is whole, and its phase a fact. */
function titleOf({ roadmap, thing }: Shown, canvas: Canvas): { lines: string[]; hasPhase: boolean } {
  const { paint, width } = canvas;
  const sign = signOf(roadmap, thing, canvas);
  const number = addressText(thing);
  const lead = `${statusStroke(thing.status, paint)(sign)} ${paint.dim(number)}  `;
  const indent = widthInColumns(sign) + 1 + number.length + 2;
  const name = visible(thing.name) || "(no name)";
  const phase = thing.phase ? visible(shownTitle(roadmap, thing.phase)) : "";
  const space = width - indent - widthInColumns(name) - widthInColumns(phase);
  const stroke = (text: string) =>
    (thing.status === "not-started" ? paint.strong : nameStroke(thing.status, paint))(text);
  if (phase !== "" && space >= 2) {
    const between = " ".repeat(width === Number.POSITIVE_INFINITY ? 2 : space);
    return { lines: [lead + stroke(name) + between + paint.dim(phase)], hasPhase: true };
  }
  const [first = "", ...rest] = wrapText(name, width, { first: indent, rest: indent });
  return { lines: [lead + stroke(first.trimStart()), ...rest.map(stroke)], hasPhase: false };
}

// The state.

/** `in progress since Wed 18 Nov, 12 days  (usually 8)`, shorter if there is no room. */
function stateLines({ roadmap, thing, today }: Shown, canvas: Canvas): string[] {
  const { paint, width } = canvas;
  const label = statusLabels[thing.status];
  const state = "row" in thing ? topicState(roadmap, thing, { today, canvas }) : { long: "", short: "", note: "" };
  const own = "row" in thing ? ownStatusText(roadmap, thing) : "";
  const texts = [
    [`${state.long}${own}`, `  ${state.note}`],
    [`${state.short}${own}`, ` ${state.note}`],
  ];
  const fitting = texts.find(([text = "", note = ""]) => widthInColumns(`  ${label}${text}${note}`) <= width);
  const [text = "", note = ""] = fitting ?? [`${state.short}${own}`];
  const lines = wrapText(`${label}${text}`, width, { first: 2, rest: 4 });
  const stroke = statusStroke(thing.status, paint);
  return lines.map((line, index) => {
    const painted = index === 0 ? line.replace(label, () => stroke(label)) : line;
    return index === lines.length - 1 ? painted + paint.dim(note.trim() && note) : painted;
  });
}

interface State {
  readonly long: string;
  readonly short: string;
  readonly note: string;
}

function topicState(roadmap: Roadmap, topic: Topic, { today, canvas }: { today: Day; canvas: Canvas }): State {
  const { status, started, finished } = topic;
  const usual = usualDays(roadmap.topics, today);
  const note = usual === null ? "" : `(usually ${usual === 0 ? "the same day" : usual})`;
  const on = (day: Day) => weekdayText(day, today, canvas);
  if (status === "done" && finished !== null && finished <= today) {
    const took = started === null || started > finished ? null : elapsedDays(started, finished);
    const taken = took === null ? "" : took === 0 ? ", started the same day" : `, took ${durationText(took)}`;
    return {
      long: ` on ${on(finished)}${taken}`,
      short: ` on ${dayText(finished, today, canvas)}${taken}`,
      note: took === null ? "" : note,
    };
  }
  if ((status !== "in-progress" && status !== "blocked") || started === null || started > today)
    return { long: "", short: "", note: "" };
  const days = elapsedDays(started, today);
  const ago = days === 0 ? "today" : `${durationText(days)} ago`;
  if (status === "blocked") {
    const long = days === 0 ? ", started today" : `, started on ${on(started)}, ${ago}`;
    return { long, short: `, started ${ago}`, note: "" };
  }
  if (days === 0) return { long: " since today", short: " since today", note };
  return { long: ` since ${on(started)}, ${durationText(days)}`, short: `, ${durationText(days)}`, note };
}

/** The text of the status cell, in quotes, if it says more than the status: `3/5`, `Done (week 2)`. */
function ownStatusText(roadmap: Roadmap, topic: Topic): string {
  const text = plainText(cellText(roadmap, topic, "status"));
  const { words } = statusTextOf(text);
  const isStatusAlone =
    words === ""
      ? readStatus(text, roadmap.vocabulary) !== "unclear"
      : readLegend(text) || /^\w$/.test(words) || wordMeaningOf(words, roadmap.vocabulary);
  return isStatusAlone ? "" : `, "${visible(text)}"`;
}

// Facts.

type Fact = readonly [name: string, text: string];

/** Cells that are blank are no facts, except a proof, which is still owed. */
function factsOf(shown: Shown, hasPhase: boolean, canvas: Canvas): Fact[] {
  const { roadmap, thing } = shown;
  const { phase } = thing;
  return [
    ...(phase && !hasPhase ? [["Phase", visible(shownTitle(roadmap, phase))] satisfies Fact] : []),
    ...(phase?.track ? [["Track", visible(phase.track.title)] satisfies Fact] : []),
    ...("row" in thing ? [...cellFacts(shown, thing, canvas), ...ownFacts(roadmap, thing)] : []),
  ].filter(([, text]) => text !== "");
}

function cellFacts({ roadmap, today, days }: Shown, topic: Topic, canvas: Canvas): Fact[] {
  const kinds = columnKinds.filter((kind) => !["topic", "status", "phase"].includes(kind));
  return kinds.map((kind): Fact => {
    const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1).replace("-", " ")}`;
    const day = isDayKind(kind) ? topic[kind] : null;
    if (day !== null && isInState(topic, kind, today)) return [title, ""];
    const cell = visible(plainText(cellText(roadmap, topic, kind)));
    // Marked, so it is not mistaken for the file's own date.
    const gitDay = kind === "started" || kind === "finished" ? days[kind] : null;
    const fromGit = gitDay === null ? "" : `${dayText(gitDay, today, canvas)} (from git)`;
    const text = (day === null ? cell : dayText(day, today, canvas)) || fromGit;
    if (kind === "proof" && text === "" && topic.table.columns.has(kind) && topic.status !== "skipped")
      return [title, "none yet"];
    const note = kind === "due" ? daysUntilDue(topic, today) : kind === "depends-on" ? waitText(roadmap, topic) : null;
    return [title, text === "" || note === null ? text : `${text} (${note})`];
  });
}

/** Whether the line of the state has this day. */
function isInState({ status, started, finished }: Topic, kind: ColumnKind, today: Day): boolean {
  if (kind === "finished") return status === "done" && (finished ?? "") <= today;
  return kind === "started" && (status === "in-progress" || status === "blocked") && (started ?? "") <= today;
}

/** What it waits for: `waits for HTTP, DNS`; null if for nothing. */
function waitText(roadmap: Roadmap, topic: Topic): string | null {
  const names = isUnfinished(topic) ? unfinishedBefore(roadmap, topic).map(({ name }) => visible(name)) : [];
  return names.length === 0 ? null : `waits for ${names.join(", ")}`;
}

/** The columns of the file's own, as its table has them. */
function ownFacts(roadmap: Roadmap, topic: Topic): Fact[] {
  const own = [...ownColumns(roadmap).values()].filter(({ places }) => places.has(topic.table));
  return own.map((column) => [visible(column.title), visible(plainText(namedCellText(roadmap, topic, column)))]);
}

/** Days of the history are below the names of the facts. */
const minNameWidth = "24 Nov".length;
const minTextWidth = 30;

function isBeside(names: number, { width }: Pick<Canvas, "width">): boolean {
  return width - names - 4 >= minTextWidth;
}

/** Texts next to their names; below them if there is no room. */
function factLines(facts: readonly Fact[], names: number, { paint, width }: Canvas): string[] {
  const isBelow = !isBeside(names, { width });
  const indent = isBelow ? 4 : names + 4;
  const lines = facts.flatMap(([name, text]) => {
    const [first = "", ...rest] = wrapText(text, width, { first: indent, rest: indent });
    const words = name === "Proof" && text === "none yet" ? paint.dim(first.trimStart()) : first.trimStart();
    const head = isBelow
      ? [`  ${paint.dim(fitInColumns(name, width - 2))}`, `    ${words}`]
      : [`  ${paint.dim(padToColumns(name, names))}  ${words}`];
    return [...head, ...rest];
  });
  return lines.length === 0 ? [] : ["", ...lines];
}

/** The tasks about a topic; the topics that a task is about, and the tasks around and inside it. */
function relatedLines(roadmap: Roadmap, thing: Thing, canvas: Canvas): string[][] {
  const related: [string, readonly Thing[]][] =
    "row" in thing
      ? [["Tasks", tasksAbout(roadmap, thing)]]
      : [
          ["Part of", thing.parent ? [thing.parent] : []],
          ["Subtasks", tasksInside(roadmap, thing)],
          ["Topics", topicsIn(roadmap, thing)],
        ];
  return related
    .filter(([, things]) => things.length > 0)
    .map(([title, things]) => [
      "",
      `  ${canvas.paint.head(title)}`,
      ...thingLines(
        roadmap,
        things.map((thing) => ({ thing, state: statusLabels[thing.status] })),
        canvas,
      ),
    ]);
}
