// Journal lines: the recorded changes, one line each, newest first.

import type { ChangedText, KeptChange } from "../model/history/journal.js";
import { groupBy } from "../text/arrays.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "./canvas.js";
import { shownValue, wholeTaskText } from "./change-lines.js";
import { columnLines } from "./columns.js";
import { hintLines, messageLines } from "./wrap.js";

interface ShownJournal {
  readonly changes: readonly {
    readonly number: number | null;
    readonly state: "done" | "undone" | "redoable";
    readonly localMinute: string;
    readonly change: KeptChange;
  }[];
  readonly problem: string | null;
}

const mostValues = 6;

const states = { done: "", undone: "undone", redoable: "undone" } as const;

export function journalLines({ changes, problem }: ShownJournal, canvas: Canvas): string[] {
  const { width, paint } = canvas;
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
  return [...columnLines(columns, { paint, width }), ...wrong, ...next];
}

/** The first values, without duplicates; a change may have thousands. */
function valuesText(changed: readonly ChangedText[]): string {
  const groups = [...groupBy(changed, ({ column, from, to }) => JSON.stringify([column, from, to])).values()];
  const values = groups.slice(0, mostValues).flatMap(([first, ...others]) => {
    if (!first) return [];
    const { column, from, to } = first;
    const value =
      wholeTaskText(column, from, to) ?? `${visible(column)} ${shownValue(column, from)} → ${shownValue(column, to)}`;
    return others.length === 0 ? [value] : [`${value} (${others.length + 1} times)`];
  });
  const more = groups.slice(mostValues).flat().length;
  return [...values, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}
