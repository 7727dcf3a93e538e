// Journal line: how a record lies in the journal: JSON, what the text is afterwards, and a checksum, on one line.

import type { KeptRecord } from "../model/journal.js";
import { fingerprint } from "./fingerprint.js";
import { packEdits } from "./packed-edits.js";

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
const endPattern = /\t2 ([0-9a-f]{8}) ([0-9a-f]{16}) ([0-9a-f]{16})\n$/;

export const lineEndBytes = "\t2 00000000 0000000000000000 0000000000000000\n".length;

/** JSON writes tabs and line breaks as escapes: outside it they part the fields and the lines. */
export function formatLine(line: JournalLine, { count, after }: LineEnd): Buffer {
  const json = JSON.stringify(line.kind === "text" ? line : { ...line, edits: packEdits(line.edits) });
  const end = `\t2 ${count.toString(16).padStart(8, "0")} ${after} `;
  // Made into bytes once: a line may have megabytes.
  const bytes = Buffer.from(json + end);
  const checksum = line.kind === "text" ? checksumOf(line, json, end) : fingerprint(bytes);
  return Buffer.concat([bytes, Buffer.from(`${checksum}\n`)]);
}

/** Of all that the line says; a text is in it by its fingerprint, which stands at the end of its line. */
export function checksumOf(line: JournalLine, json: string, end: string): string {
  const sealed = line.kind === "text" ? JSON.stringify({ kind: line.kind, path: line.path }) : json;
  return fingerprint(Buffer.from(sealed + end));
}

/** Undefined when the text does not end as a line of this version does. */
export function parseLineEnd(text: string): LineEnd | undefined {
  const [, count = "", after] = endPattern.exec(text) ?? [];
  return after === undefined ? undefined : { count: Number.parseInt(count, 16), after };
}
