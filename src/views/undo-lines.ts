// Undo lines: what was undone or redone, and the list of recorded changes.

import type { RecordedChange } from "../model/history/journal.js";
import { groupBy } from "../text/arrays.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { fitInColumns } from "../text/width.js";
import { type Canvas, tableWidth } from "./canvas.js";
import { cellLines, shownValue, wholeTaskText } from "./cell-lines.js";
import { columnLines } from "./columns.js";
import { hintLine, hintLines, messageLines, namingFile, wrapText } from "./wrap.js";

interface ShownReversal {
  readonly direction: "undo" | "redo";
  readonly reversed: readonly { readonly change: RecordedChange; readonly isAlready: boolean }[];
  /** The number of changes in the other direction. */
  readonly back: number;
  /** Whether another program changed the file since. */
  readonly isChangedSince: boolean;
  /** Whether the file has merge conflicts again. */
  readonly hasConflict: boolean;
  /** Why the journal has nothing, or less than expected. */
  readonly problem: string | null;
  /** This moment, in UTC. */
  readonly now: string;
}

/** What was undone or redone, with old and new values, and the next command. */
export function reversalLines(reversal: ShownReversal, canvas: Canvas): string[] {
  const { direction, reversed, isChangedSince, hasConflict, problem } = reversal;
  const { width } = canvas;
  if (reversed.length === 0) return nothingLines(reversal, canvas);
  const notes = [
    ...(hasConflict && direction === "undo" ? ["note: the conflict is back"] : []),
    ...(isChangedSince ? ["note: later edits, by hand or by other programs, were kept"] : []),
    ...(problem === null ? [] : [`note: some changes cannot be undone, because ${visible(problem)}`]),
  ];
  return [
    ...reversed.flatMap((change) => reversedLines(change, reversal, canvas)),
    ...notes.flatMap((note) => wrapText(note, width, { first: 2, rest: 4 })),
    ...hintLines(wayBack(direction, reversed.length), canvas),
  ];
}

/** A fact, not a next step: the command that restores the other text. */
function wayBack(direction: ShownReversal["direction"], count: number): string {
  const number = count === 1 ? "" : ` ${count}`;
  const those = count === 1 ? "it" : "them";
  return direction === "undo"
    ? `\`roadmap redo${number}\` applies ${those} again`
    : `\`roadmap undo${number}\` reverts ${those}`;
}

function reversedLines(
  { change: { summary, changed, at }, isAlready }: ShownReversal["reversed"][number],
  { direction, now }: ShownReversal,
  canvas: Canvas,
): string[] {
  const { paint, width, isTerminal } = canvas;
  const verb = direction === "undo" ? "undone" : "redone";
  const mark = isAlready ? paint.dim("·") : paint.done("✓");
  const start = isAlready ? `Already ${verb}` : verb.charAt(0).toUpperCase() + verb.slice(1);
  const time = isTerminal && !isAlready ? ` (${agoText(at, now)})` : "";
  const [first = "", ...rest] = wrapText(`${start}: ${visible(summary)}${time}.`, width, { first: 2, rest: 2 });
  const lines = [`${mark} ${paint.strong(first.slice(2))}`, ...rest.map(paint.strong)];
  return isAlready ? lines : [...lines, ...valueLines({ summary, changed }, direction, canvas)];
}

/** `2 minutes ago`, `3 days ago`. */
function agoText(at: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / 60_000);
  if (!(minutes >= 1)) return "just now";
  if (minutes < 60) return `${counted(minutes, "minute")} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${counted(hours, "hour")} ago` : `${counted(Math.floor(hours / 24), "day")} ago`;
}

/** The values, old → new; with the name of their topic or task unless the change was only of that one. */
function valueLines(
  { summary, changed }: Pick<RecordedChange, "summary" | "changed">,
  direction: ShownReversal["direction"],
  canvas: Canvas,
): string[] {
  const turned = changed.map(({ from, to, ...place }) =>
    direction === "undo" ? { ...place, from: to, to: from } : { ...place, from, to },
  );
  const names = groupBy(turned, ({ name }) => name);
  const [only = ""] = names.keys();
  const isNamed = names.size > 1 || !summary.endsWith(only) || summary.includes(", ");
  return [...names].flatMap(([name, values]) => {
    const indent = isNamed ? 4 : 2;
    const title = isNamed ? [`  ${fitInColumns(visible(name), canvas.width - 2)}`] : [];
    const whole = values.flatMap(({ column, from, to }) => wholeTaskText(column, from, to) ?? []);
    if (whole.length > 0) return [...title, ...whole.map((text) => " ".repeat(indent) + text)];
    return [...title, ...cellLines(values, { indent }, canvas)];
  });
}

/** Gives the reason, and an alternative. */
function nothingLines({ direction, back, problem }: ShownReversal, canvas: Canvas): string[] {
  const mark = canvas.paint.dim("·");
  if (direction === "redo") return messageLines([`${mark} nothing to redo`], canvas);
  const why = problem ?? (back > 0 ? "all recorded changes are already undone" : "no changes recorded for this file");
  const line = `${mark} nothing to undo: ${visible(why)}`;
  return messageLines(back > 0 ? [line, "`roadmap redo` applies the last one again"] : [line], canvas);
}

// The recorded changes, one line each, newest first.

interface ShownJournal {
  readonly changes: readonly {
    readonly number: number | null;
    readonly state: "done" | "undone" | "redoable";
    readonly localMinute: string;
    readonly change: RecordedChange;
  }[];
  readonly problem: string | null;
  /** This moment, in UTC. */
  readonly now: string;
}

const maxValues = 6;

const states = { done: "", undone: "undone", redoable: "undone" } as const;

export function journalLines({ changes, problem, now }: ShownJournal, canvas: Canvas): string[] {
  const wrong = problem === null ? [] : messageLines([`note: ${visible(problem)}`], canvas);
  if (changes.length === 0) return [...messageLines(["no changes recorded for this file"], canvas), ...wrong];
  const { paint, isTerminal, width } = canvas;
  const time = ({ change: { at }, localMinute }: ShownJournal["changes"][number]) =>
    isTerminal ? agoText(at, now) : localMinute;
  const columns = [
    {
      title: "#",
      texts: changes.map(({ number }) => (number === null ? "-" : String(number))),
      isRight: true,
      stroke: paint.dim,
    },
    { title: "When", texts: changes.map(time), yields: 2, isWhole: true, stroke: paint.dim },
    { title: "Change", texts: changes.map(({ change }) => visible(change.summary)), least: 24 },
    { title: "", texts: changes.map(({ state }) => states[state]), yields: 1, isWhole: true, stroke: paint.active },
    { title: "What", texts: changes.map(({ change }) => valuesText(change)), yields: 3, least: 24, stroke: paint.dim },
  ];
  const lines = columnLines(columns, { ...canvas, width: isTerminal ? Math.min(width, tableWidth) : width });
  return [...(isTerminal ? lines.slice(1) : lines), ...wrong, ...nextLines(changes, canvas)];
}

/** In a terminal the hint, otherwise both commands. */
function nextLines(changes: ShownJournal["changes"], canvas: Canvas): string[] {
  const commands = [
    ...(changes.some(({ state }) => state === "done") ? ["roadmap undo"] : []),
    ...(changes.some(({ state }) => state === "redoable") ? ["roadmap redo"] : []),
  ];
  const [first, second] = commands;
  if (first === undefined) return [];
  if (canvas.isTerminal)
    return ["", ...hintLine(first, canvas, second === undefined ? "" : namingFile(`or: ${second}`, canvas))];
  return hintLines(`commands: ${commands.map((command) => `\`${command}\``).join(" or ")}`, canvas);
}

/** What became of it, and the first values, without duplicates; a change may have thousands. */
function valuesText({ changed, outcome }: RecordedChange): string {
  const groups = [...groupBy(changed, ({ column, from, to }) => JSON.stringify([column, from, to])).values()];
  const values = groups.slice(0, maxValues).flatMap(([first, ...others]) => {
    if (!first) return [];
    const { column, from, to } = first;
    const value =
      wholeTaskText(column, from, to) ?? `${visible(column)} ${shownValue(column, from)} → ${shownValue(column, to)}`;
    return others.length === 0 ? [value] : [`${value} (${others.length + 1} times)`];
  });
  const more = groups.slice(maxValues).flat().length;
  // A single word, such as "added", says nothing new next to values.
  const isShown = outcome !== undefined && (/ /.test(outcome) || values.length === 0);
  const what = isShown ? [visible(outcome)] : [];
  return [...what, ...values, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}
