// Journal line: a record as JSON, fingerprints of the text, and a checksum, on one line.

import type { KeptRecord } from "../model/history/journal.js";
import { fingerprint } from "./fingerprint.js";
import { packEdits } from "./packed-edits.js";

/** A whole text on which the following records build, or one record with the fingerprint of the text before it. */
export type JournalLine =
  | { readonly kind: "text"; readonly path: string; readonly text: string }
  | (KeptRecord & { readonly before: string });

/** The end of every line, which can be read without parsing the line. */
export interface LineEnd {
  /** The number of lines in the journal, including this one. */
  readonly count: number;
  /** The fingerprint of the text after the record. */
  readonly after: string;
}

/** ASCII only, so its length is the same in bytes and characters. */
const endPattern = /\t2 ([0-9a-f]{8}) ([0-9a-f]{16}) ([0-9a-f]{16})\n$/;

export const lineEndBytes = "\t2 00000000 0000000000000000 0000000000000000\n".length;

/** JSON escapes tabs and line breaks, so they can separate fields and lines. */
export function formatLine(line: JournalLine, { count, after }: LineEnd): Buffer {
  const json = JSON.stringify(line.kind === "text" ? line : { ...line, edits: packEdits(line.edits) });
  const end = `\t2 ${count.toString(16).padStart(8, "0")} ${after} `;
  // Encoded only once: a line can have megabytes.
  const bytes = Buffer.from(json + end);
  const checksum = line.kind === "text" ? checksumOf(line, json, end) : fingerprint(bytes);
  return Buffer.concat([bytes, Buffer.from(`${checksum}\n`)]);
}

/** Covers the whole line; a text is represented by its fingerprint, which is at the end of its line. */
export function checksumOf(line: JournalLine, json: string, end: string): string {
  const sealed = line.kind === "text" ? JSON.stringify({ kind: line.kind, path: line.path }) : json;
  return fingerprint(Buffer.from(sealed + end));
}

/** Undefined if the text does not end like a line of this version. */
export function parseLineEnd(text: string): LineEnd | undefined {
  const [, count = "", after] = endPattern.exec(text) ?? [];
  return after === undefined ? undefined : { count: Number.parseInt(count, 16), after };
}
