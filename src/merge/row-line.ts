// Row line: one line of a table, split at its pipes so that it can be reassembled.

import { cellAt, cellTextAt, type Row } from "../model/blocks.js";
import { plainText } from "../model/inline-text.js";
import { lazy } from "../text/memoize.js";
import { fold } from "../text/normalize.js";

/** A line without its ending, and the ending: empty for a last line without one. */
export interface Line {
  readonly text: string;
  readonly ending: string;
}

export function cutEnding(line: string): Line {
  const ending = /[\r\n]+$/.exec(line)?.[0] ?? "";
  return { text: line.slice(0, line.length - ending.length), ending };
}

/** The line as it is in the file; empty for none. */
export function lineWithEnding(line: Line | null | undefined): string {
  return line ? line.text + line.ending : "";
}

/** `prefix`, the slots joined by pipes, and `suffix` are the text of the line. */
export interface RowLine {
  readonly line: Line;
  /** The identity of the row: its topic without case, whitespace and Markdown. */
  readonly key: string;
  /** Computed on first use, because most rows of a file are unchanged. */
  readonly parts: RowParts;
}

interface RowParts {
  readonly prefix: string;
  readonly slots: readonly string[];
  readonly suffix: string;
}

interface Place {
  readonly text: string;
  readonly line: Line;
  /** The offset of the line in the text. */
  readonly start: number;
}

export function readRowLine(place: Place, row: Row, topicColumn: number): RowLine {
  const { text, line } = place;
  const parts = lazy(() => partsOf(place, row));
  return {
    line,
    key: fold(plainText(cellTextAt(text, row, topicColumn))),
    get parts() {
      return parts();
    },
  };
}

function partsOf({ text, line, start }: Place, row: Row): RowParts {
  const slots: string[] = [];
  let end = row.start;
  for (let column = 0; column < row.cellCount; column++) {
    const slot = cellAt(row, column)?.slot ?? { start: end, end };
    slots.push(text.slice(slot.start, slot.end));
    end = slot.end;
  }
  const first = cellAt(row, 0)?.slot.start ?? row.start;
  return { prefix: text.slice(start, first), slots, suffix: text.slice(end, start + line.text.length) };
}

const delimiterShape = /^([\s>]*\|?)([-:|\s]*?)(\|?[ \t]*)$/;

/** The delimiter row; null if it has an unusual shape. */
export function readDelimiter(line: Line | undefined, columns: number): RowLine | null {
  const [, prefix = "", body = "", suffix = ""] = delimiterShape.exec(line?.text ?? "") ?? [];
  const slots = body.split("|");
  return line && slots.length === columns ? { line, key: "", parts: { prefix, slots, suffix } } : null;
}

/** The content of the slot without surrounding spaces; other whitespace is part of the content. */
export function slotText(slot: string | undefined): string {
  return slot === undefined ? "" : slot.replace(/^[ \t]+/, "").replace(/[ \t]+$/, "");
}

/** The alignment in a slot of the delimiter row, regardless of the number of dashes. */
export function alignmentOf(slot: string | undefined): string {
  return slotText(slot).replace(/-+/, "-");
}

/** The text of a line with these parts; slots missing at the end stay missing. */
export function joinRow({
  prefix,
  slots,
  suffix,
}: {
  prefix: string;
  slots: readonly (string | undefined)[];
  suffix: string;
}): string {
  let count = slots.length;
  while (count > 0 && slots[count - 1] === undefined) count--;
  return `${prefix}${Array.from({ length: count }, (_, column) => slots[column] ?? " ").join("|")}${suffix}`;
}
