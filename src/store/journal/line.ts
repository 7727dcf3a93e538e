// Journal lines: a record as JSON, fingerprints of the text and a checksum, on one line.

import type { ChangedText, JournalRecord, RecordedEdit } from "../../model/history/journal.js";
import { fingerprint } from "../hash.js";

/** A whole text on which the following records build, or one record with the fingerprint of the text before it. */
export type JournalLine =
  | { readonly kind: "text"; readonly path: string; readonly text: string }
  | (JournalRecord & { readonly before: string });

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

const checksumLength = 16;

/** JSON escapes tabs and line breaks, so they can separate fields and lines. */
export function formatLine(line: JournalLine, end: LineEnd): Buffer {
  if (line.kind === "text") return formatText({ path: line.path, bytes: Buffer.from(line.text) }, end);
  const json = JSON.stringify({ ...line, edits: packEdits(line.edits) });
  // Encoded only once, with room for the checksum, and never copied: a line can have megabytes.
  const bytes = Buffer.from(`${json}${formatEnd(end)}${" ".repeat(checksumLength)}\n`);
  const sealed = bytes.subarray(0, -checksumLength - 1);
  bytes.write(fingerprint(sealed), sealed.length);
  return bytes;
}

/**
 * The line of a text, from the UTF-8 that it is stored as. Each byte is escaped as if it were a character, because JSON
 * leaves all but ASCII as it is: of a text of megabytes, no copy with two bytes per character is needed.
 */
export function formatText({ path, bytes }: { readonly path: string; readonly bytes: Buffer }, end: LineEnd): Buffer {
  const head = JSON.stringify({ kind: "text", path });
  const start = Buffer.from(`${head.slice(0, -1)},"text":`);
  const json = JSON.stringify(bytes.toString("latin1"));
  const ending = formatEnd(end);
  const rest = `}${ending}${fingerprint(Buffer.from(head + ending))}\n`;
  const line = Buffer.allocUnsafe(start.length + json.length + rest.length);
  start.copy(line);
  line.write(json, start.length, "latin1");
  line.write(rest, start.length + json.length, "latin1");
  return line;
}

function formatEnd({ count, after }: LineEnd): string {
  return `\t2 ${count.toString(16).padStart(8, "0")} ${after} `;
}

/** Covers the whole line; a text is represented by its fingerprint, which is at the end of its line. */
function checksumOf(line: JournalLine, json: string, end: string): string {
  const sealed = line.kind === "text" ? JSON.stringify({ kind: line.kind, path: line.path }) : json;
  return fingerprint(Buffer.from(sealed + end));
}

/** Undefined if the text does not end like a line of this version. */
export function parseLineEnd(text: string): LineEnd | undefined {
  const [, count = "", after] = endPattern.exec(text) ?? [];
  return after === undefined ? undefined : { count: Number.parseInt(count, 16), after };
}

/** A line with the fingerprint of the text after it. */
export interface CheckedLine {
  readonly line: JournalLine;
  readonly after: string;
}

/** Undefined if any part of the line differs from what was written. */
export function checkedLine(bytes: Buffer): CheckedLine | undefined {
  const [json, ending] = [bytes.subarray(0, -lineEndBytes).toString("utf8"), bytes.subarray(-lineEndBytes)];
  const end = ending.toString("latin1");
  const [line, after] = [readJournalLine(parsedJson(json)), parseLineEnd(end)?.after];
  if (line === undefined || after === undefined) return undefined;
  if (checksumOf(line, json, end.slice(0, -17)) !== end.slice(-17, -1)) return undefined;
  const isWhole = line.kind !== "text" || fingerprint(Buffer.from(line.text)) === after;
  return isWhole ? { line, after } : undefined;
}

// The record of a line, from unvalidated JSON.

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined for anything that roadmap does not write. */
function readJournalLine(value: unknown): JournalLine | undefined {
  const fields = fieldsOf(value);
  const word = (name: string) => asText(fields.get(name));
  const [kind, path, text] = [word("kind"), word("path"), word("text")];
  if (kind === "text") return path === undefined || text === undefined ? undefined : { kind, path, text };
  const [at, before, of] = [word("at"), word("before"), word("of")];
  const edits = unpackEdits(fields.get("edits"));
  if (at === undefined || before === undefined || edits === undefined) return undefined;
  if (kind === "undo" || kind === "redo") return of === undefined ? undefined : { kind, of, at, before, edits };
  const [id, summary] = [word("id"), word("summary")];
  const changed = listOf(fields.get("changed"), readChanged);
  if (kind !== "change" || id === undefined || summary === undefined || changed === undefined) return undefined;
  const isByHand = fields.get("isByHand") === true ? ({ isByHand: true } as const) : {};
  const outcome = word("outcome");
  return { kind, id, summary, changed, ...(outcome === undefined ? {} : { outcome }), ...isByHand, at, before, edits };
}

function readChanged(value: unknown): ChangedText | undefined {
  const fields = fieldsOf(value);
  const [name, column] = [asText(fields.get("name")), asText(fields.get("column"))];
  const [from, to] = [asText(fields.get("from")), asText(fields.get("to"))];
  if (name === undefined || column === undefined || from === undefined || to === undefined) return undefined;
  return { name, column, from, to };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Undefined if any element is invalid. */
function listOf<Entry>(value: unknown, readEntry: (value: unknown) => Entry | undefined): Entry[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const read = value.map(readEntry);
  const entries = read.filter((entry) => entry !== undefined);
  return entries.length === read.length ? entries : undefined;
}

// Packed edits: the edits of a record, in a form that is short and fast to write.

/**
 * Three entries per edit: its distance in code units from the end of the previous edit, the replaced text, and the new
 * text. A text of spaces only is stored as their number: aligning a table makes a hundred thousand of those.
 */
type PackedEdits = readonly (string | number)[];

/** @param edits sorted by position, without overlap */
export function packEdits(edits: readonly RecordedEdit[]): PackedEdits {
  const packed: (string | number)[] = [];
  let end = 0;
  for (const { start, old, new: text } of edits) {
    packed.push(start - end, packedText(old), packedText(text));
    end = start + old.length;
  }
  return packed;
}

/** Undefined for anything that is not such a list. */
export function unpackEdits(packed: unknown): RecordedEdit[] | undefined {
  if (!Array.isArray(packed) || packed.length % 3 !== 0) return undefined;
  const edits: RecordedEdit[] = [];
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
const maxCount = 2 ** 28;

function countIn(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < maxCount ? value : undefined;
}
