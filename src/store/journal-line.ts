// Journal line: how a record lies in the journal: JSON, what the text is afterwards, and a checksum, on one line.

import type { KeptRecord } from "../model/journal.js";
import { fingerprint } from "./fingerprint.js";

/** A whole text that the records behind it speak of, or one record with the fingerprint of the text before it. */
export type JournalLine =
  | { readonly kind: "text"; readonly path: string; readonly text: string }
  | (KeptRecord & { readonly before: string });

/** What stands at the end of every line, where it is found without reading the line. */
export interface LineEnd {
  /** How many lines the journal has, with this one. */
  readonly count: number;
  /** The fingerprint of the text after the record. */
  readonly after: string;
}

/** Digits and blanks only, so that it is as long in bytes as in characters. */
const endPattern = /\t1 ([0-9a-f]{8}) ([0-9a-f]{16}) ([0-9a-f]{16})\n$/;

export const lineEndBytes = "\t1 00000000 0000000000000000 0000000000000000\n".length;

/** JSON writes tabs and line breaks as escapes: outside it they part the fields and the lines. */
export function formatLine(line: JournalLine, { count, after }: LineEnd): Buffer {
  const body = `${JSON.stringify(line)}\t1 ${count.toString(16).padStart(8, "0")} ${after} `;
  return Buffer.from(`${body}${fingerprint(Buffer.from(body))}\n`);
}

/** Undefined when the text does not end as a line of this version does. */
export function parseLineEnd(text: string): LineEnd | undefined {
  const [, count = "", after] = endPattern.exec(text) ?? [];
  return after === undefined ? undefined : { count: Number.parseInt(count, 16), after };
}

/** The checked JSON of a whole line; undefined when a byte of it is not as it was written. */
export function parseLine(line: Buffer): { readonly value: unknown; readonly after: string } | undefined {
  const end = parseLineEnd(line.subarray(-lineEndBytes).toString("latin1"));
  const checksum = line.subarray(-17, -1).toString("latin1");
  if (end === undefined || fingerprint(line.subarray(0, -17)) !== checksum) return undefined;
  try {
    const value: unknown = JSON.parse(line.subarray(0, -lineEndBytes).toString("utf8"));
    return { value, after: end.after };
  } catch {
    return undefined;
  }
}
