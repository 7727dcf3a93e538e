// Packed edits: how the edits of a record lie in the journal, in a form that is short and quick to write.

import type { KeptEdit } from "../model/journal.js";

/**
 * Three entries for each edit: how far behind the end of the one before it starts, in code units, what it replaced and
 * what it wrote. A text of blanks alone is their number: aligning a table makes a hundred thousand of those.
 */
type PackedEdits = readonly (string | number)[];

/** @param edits sorted by place, none overlapping another */
export function packEdits(edits: readonly KeptEdit[]): PackedEdits {
  const packed: (string | number)[] = [];
  let end = 0;
  for (const { start, old, new: text } of edits) {
    packed.push(start - end, packedText(old), packedText(text));
    end = start + old.length;
  }
  return packed;
}

/** Undefined for anything that is no such list. */
export function unpackEdits(packed: unknown): KeptEdit[] | undefined {
  if (!Array.isArray(packed) || packed.length % 3 !== 0) return undefined;
  const edits: KeptEdit[] = [];
  let end = 0;
  for (let at = 0; at < packed.length; at += 3) {
    const [distance, old, text] = [countIn(packed[at]), unpackedText(packed[at + 1]), unpackedText(packed[at + 2])];
    if (distance === undefined || old === undefined || text === undefined) return undefined;
    const start = end + distance;
    edits.push({ start, old, new: text });
    end = start + old.length;
  }
  return edits;
}

function packedText(text: string): string | number {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== 0x20) return text;
  return text.length;
}

function unpackedText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const count = countIn(value);
  return count === undefined ? undefined : " ".repeat(count);
}

/** No text that is read has so many code units. */
const most = 2 ** 28;

function countIn(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < most ? value : undefined;
}
