// Trims a journal that has grown too long: drops the oldest changes as a whole.

import { constants, readSync, renameSync, rmSync } from "node:fs";
import { editsOf } from "../../model/history/journal.js";
import { applyEdits } from "../../text/edit.js";
import { closeQuietly, writeNewFile } from "../files.js";
import { fingerprint } from "../hash.js";
import { type CheckedLine, checkedLine, formatLine, type JournalLine } from "./line.js";
import {
  type JournalFile,
  maxJournalBytes,
  openJournal,
  readBytes,
  segmentsOf,
  splitBytes,
  wholeLines,
} from "./read.js";

/** The maximum number of changes that can be undone. */
const maxChanges = 200;

/** Makes room for this many more bytes; false if none of the journal is usable. */
export function trimJournal(path: string, neededBytes: number, file: JournalFile): boolean {
  const room = maxJournalBytes - neededBytes;
  const last = lastSegments(path, room);
  if (last !== null) {
    replaceBy(path, last);
    return true;
  }
  const lines = wholeLines(splitBytes(readBytes(path)).map(checkedLine), file);
  if (lines.length === 0 || segmentsOf(lines).length === 0) return false;
  const kept = lastChanges(lines);
  const isTooMuch = kept.reduce((sum, { length }) => sum + length, 0) > room;
  const bytes = isTooMuch ? Buffer.concat(lastThatFit(lines, room / 2)) : Buffer.concat(kept);
  replaceBy(path, bytes);
  return true;
}

function replaceBy(path: string, bytes: Uint8Array): void {
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  writeNewFile(fresh, bytes, 0o600);
  renameSync(fresh, path);
}

/**
 * For an oversized journal: its raw end, from the first whole text in its last quarter on. Reading all of it would take
 * twice the memory of everything else. Null if it is not too large, or no text begins there.
 */
function lastSegments(path: string, room: number): Buffer | null {
  const { descriptor, stats } = openJournal(path, constants.O_RDONLY);
  try {
    if (stats.size <= room) return null;
    const end = Buffer.alloc(Math.max(0, Math.floor(room / 4)));
    const read = readSync(descriptor, end, 0, end.length, stats.size - end.length);
    const start = end.indexOf('\n{"kind":"text",');
    return read < end.length || start < 0 ? null : end.subarray(start + 1);
  } finally {
    closeQuietly(descriptor);
  }
}

/** From the last 200 changes on. */
function lastChanges(lines: readonly CheckedLine[]): Buffer[] {
  let changes = 0;
  let from = lines.length;
  while (from > 0 && changes < maxChanges) if (lines[--from]?.line.kind === "change") changes++;
  return rewritten(lines, from);
}

/** As many of the last changes as fit; none if one of them, or its text, is too long. */
function lastThatFit(lines: readonly CheckedLine[], room: number): Buffer[] {
  let from = lines.length;
  let length = 0;
  while (from > 0 && length <= room) length += JSON.stringify(lines[--from]?.line).length;
  const kept = rewritten(lines, from + 1);
  return kept.reduce((sum, line) => sum + line.length, 0) <= 2 * room ? kept : [];
}

/** The lines from there on, preceded by the text on which they build. */
function rewritten(lines: readonly CheckedLine[], from: number): Buffer[] {
  const rest = lines.slice(from);
  if (rest.length === 0) return [];
  const first = rest[0]?.line.kind === "text" ? [] : [textBefore(lines, from)];
  return [...first, ...rest].map(({ line, after }, index) => formatLine(line, { count: index + 1, after }));
}

function textBefore(lines: readonly CheckedLine[], from: number): CheckedLine {
  let path = "";
  let text = "";
  for (const { line } of lines.slice(0, from)) {
    if (line.kind === "text") ({ path, text } = line);
    else text = applyEdits(text, editsOf(line));
  }
  const line: JournalLine = { kind: "text", path, text };
  return { line, after: fingerprint(Buffer.from(text)) };
}
