// Undo lines: what was undone or redone, and the list of recorded changes.

import type { ChangedText, RecordedChange } from "../model/history/journal.js";
import { groupBy } from "../text/arrays.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { shownValue, wholeTaskText } from "./change-lines.js";
import { columnLines } from "./columns.js";
import { hintLines, messageLines, nextLine, wrapText } from "./wrap.js";

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
    ...reversed.flatMap((change) => reversedLines(change, direction, canvas)),
    ...notes.flatMap((note) => wrapText(note, width, { first: 2, rest: 4 })),
    ...hintLines(wayBack(direction, reversed.length), canvas),
    nextLine(hasConflict ? "roadmap resolve" : "roadmap next", canvas),
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
  { change: { summary, changed }, isAlready }: ShownReversal["reversed"][number],
  direction: ShownReversal["direction"],
  { paint, width }: Canvas,
): string[] {
  const verb = direction === "undo" ? "undone" : "redone";
  const mark = isAlready ? paint.dim("·") : paint.done("✓");
  const line = `${isAlready ? "already " : ""}${verb}: ${visible(summary)}`;
  const [first = "", ...rest] = wrapText(line, width - 2, { first: 0, rest: 2 });
  return [
    `${mark} ${first}`,
    ...rest.map((line) => `  ${line}`),
    ...(isAlready ? [] : valueLines(changed, direction, width)),
  ];
}

/** The name of each topic or task with its values, old → new: on one line if it fits, otherwise one per value. */
function valueLines(changed: readonly ChangedText[], direction: ShownReversal["direction"], width: number): string[] {
  const names = new Map<string, string[]>();
  for (const { name, column, from, to } of changed) {
    const [old, now] = direction === "undo" ? [to, from] : [from, to];
    const value =
      wholeTaskText(column, old, now) ?? `${visible(column)}  ${shownValue(column, old)} → ${shownValue(column, now)}`;
    names.set(name, [...(names.get(name) ?? []), value]);
  }
  return [...names].flatMap(([name, values]) => {
    const line = `  ${[visible(name), ...values].join("   ")}`;
    if (widthInColumns(line) <= width) return [line];
    const title = `  ${fitInColumns(visible(name), width - 2)}`;
    return [title, ...values.flatMap((value) => wrapText(value, width, { first: 4, rest: 6 }))];
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
}

const maxValues = 6;

const states = { done: "", undone: "undone", redoable: "undone" } as const;

export function journalLines({ changes, problem }: ShownJournal, canvas: Canvas): string[] {
  const wrong = problem === null ? [] : messageLines([`note: ${visible(problem)}`], canvas);
  if (changes.length === 0) return [...messageLines(["no changes recorded for this file"], canvas), ...wrong];
  const columns = [
    { title: "#", texts: changes.map(({ number }) => (number === null ? "-" : String(number))), isRight: true },
    { title: "When", texts: changes.map(({ localMinute }) => localMinute), yields: 2, isWhole: true },
    { title: "Change", texts: changes.map(({ change }) => visible(change.summary)), least: 24 },
    { title: "", texts: changes.map(({ state }) => states[state]), yields: 1, isWhole: true },
    { title: "What", texts: changes.map(({ change }) => valuesText(change.changed)), yields: 3, least: 24 },
  ];
  const [isUndoable, isRedoable] = (["done", "redoable"] as const).map((state) =>
    changes.some((change) => change.state === state),
  );
  const commands = [...(isUndoable ? ["`roadmap undo`"] : []), ...(isRedoable ? ["`roadmap redo`"] : [])];
  const next = commands.length === 0 ? [] : hintLines(`commands: ${commands.join(" or ")}`, canvas);
  return [...columnLines(columns, canvas), ...wrong, ...next];
}

/** The first values, without duplicates; a change may have thousands. */
function valuesText(changed: readonly ChangedText[]): string {
  const groups = [...groupBy(changed, ({ column, from, to }) => JSON.stringify([column, from, to])).values()];
  const values = groups.slice(0, maxValues).flatMap(([first, ...others]) => {
    if (!first) return [];
    const { column, from, to } = first;
    const value =
      wholeTaskText(column, from, to) ?? `${visible(column)} ${shownValue(column, from)} → ${shownValue(column, to)}`;
    return others.length === 0 ? [value] : [`${value} (${others.length + 1} times)`];
  });
  const more = groups.slice(maxValues).flat().length;
  return [...values, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}
