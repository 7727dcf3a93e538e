// Packed edits: the edits of a record in the journal, in a form that is short and fast to write.

import type { KeptEdit } from "../model/history/journal.js";

/**
 * Three entries per edit: its distance in code units from the end of the previous edit, the replaced text, and the new
 * text. A text of spaces only is stored as their number: aligning a table makes a hundred thousand of those.
 */
type PackedEdits = readonly (string | number)[];

/** @param edits sorted by position, without overlap */
export function packEdits(edits: readonly KeptEdit[]): PackedEdits {
  const packed: (string | number)[] = [];
  let end = 0;
  for (const { start, old, new: text } of edits) {
    packed.push(start - end, packedText(old), packedText(text));
    end = start + old.length;
  }
  return packed;
}

/** Undefined for anything that is not such a list. */
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

/** More code units than any text that is read. */
const most = 2 ** 28;

function countIn(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < most ? value : undefined;
}
