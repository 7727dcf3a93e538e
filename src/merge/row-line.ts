// Row line: one line of a table, cut into what stands between its pipes, so that it can be put together again.

import { plainText } from "../model/cell-text.js";
import { cellAt, cellTextAt, type Row } from "../model/table.js";
import { fold } from "../text/fold.js";

/** A line without its ending, and the ending: empty for a last line without one. */
export interface Line {
  readonly text: string;
  readonly ending: string;
}

/** `prefix`, the slots with a pipe between each two, and `suffix` are the text of the line. */
export interface RowLine {
  readonly line: Line;
  /** What the row is found by: its topic without case, blanks and Markdown. */
  readonly key: string;
  /** Worked out when somebody asks: most rows of a file nobody has changed. */
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
  let parts: RowParts | undefined;
  return {
    line,
    key: fold(plainText(cellTextAt(text, row, topicColumn))),
    get parts() {
      parts ??= partsOf(place, row);
      return parts;
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

/** The row of dashes; null when it is not of the usual shape. */
export function readDelimiter(line: Line | undefined, columns: number): RowLine | null {
  const [, prefix = "", body = "", suffix = ""] = delimiterShape.exec(line?.text ?? "") ?? [];
  const slots = body.split("|");
  return line && slots.length === columns ? { line, key: "", parts: { prefix, slots, suffix } } : null;
}

/** What the slot says, without the blanks around; other white space is part of what it says. */
export function slotText(slot: string | undefined): string {
  return slot === undefined ? "" : slot.replace(/^[ \t]+/, "").replace(/[ \t]+$/, "");
}

/** What a slot of the delimiter row says: the alignment, however many dashes it is drawn with. */
export function alignmentOf(slot: string | undefined): string {
  return slotText(slot).replace(/-+/, "-");
}

/** The text of a line of such parts; slots that are missing at the end stay missing. */
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
