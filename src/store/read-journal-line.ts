// Reads a line of the journal from unvalidated JSON.

import type { ChangedText } from "../model/history/journal.js";
import { fingerprint } from "./fingerprint.js";
import { checksumOf, type JournalLine, lineEndBytes, parseLineEnd } from "./journal-line.js";
import { unpackEdits } from "./packed-edits.js";

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
  return { kind, id, summary, changed, ...isByHand, at, before, edits };
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
function listOf<Entry>(value: unknown, read: (value: unknown) => Entry | undefined): Entry[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = value.map(read);
  const entries = found.filter((entry) => entry !== undefined);
  return entries.length === found.length ? entries : undefined;
}
