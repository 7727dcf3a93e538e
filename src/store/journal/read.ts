// Reads the journal of a roadmap. Only provably intact lines count: those after the last gap.

import { constants, fchmodSync, fstatSync, openSync, renameSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { editsOf, type JournalRecord, type JournalSegment } from "../../model/history/journal.js";
import { applyEdits, textAt, writtenSpans } from "../../text/edit.js";
import { diskProblem, systemErrorCode } from "../disk-error.js";
import { closeQuietly, readAll } from "../files.js";
import { fingerprint } from "../hash.js";
import { type Environment, findStateFolder } from "../paths.js";
import { refuseUntrusted, trustedFolder } from "../private-folder.js";
import { type CheckedLine, checkedLine } from "./line.js";

interface JournalReading {
  /** Oldest first. */
  readonly segments: readonly JournalSegment[];
  /** Why some or all of it could not be read; null if it could. */
  readonly problem: string | null;
  /** Whether none of it is usable, nor anything that is appended. */
  readonly isUseless: boolean;
}

/** The roadmap of the journal, with its present text. */
export interface JournalFile {
  readonly realPath: string;
  readonly text: string;
}

/** Never throws: a lost or damaged journal costs only what it recorded. */
export function readJournal(env: Environment, file: JournalFile): JournalReading {
  const path = journalPath(findStateFolder(env), file.realPath);
  try {
    const all = splitBytes(readBytes(path)).map(checkedLine);
    const whole = wholeLines(all, file);
    const segments = segmentsOf(whole);
    const isDamaged = all.some((line) => line === undefined) || segments.length < all.filter(isText).length;
    const problem = isDamaged ? `the journal is damaged: ${path}` : null;
    return { segments, problem, isUseless: isDamaged && segments.length === 0 };
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return { segments: [], problem: null, isUseless: false };
    return { segments: [], problem: diskProblem(error, `cannot read ${path}`), isUseless: false };
  }
}

/** Makes room for a new journal; the old one stays next to it for inspection. */
export function setJournalAside(env: Environment, realPath: string): void {
  const path = journalPath(findStateFolder(env), realPath);
  try {
    renameSync(path, `${path}.broken`);
  } catch {
    // It stays in place, and is reported as damaged again next time.
  }
}

// The file of the journal, opened without trusting what is there.

/** The maximum size of a journal on disk. */
export const maxJournalBytes = 20 * 1024 * 1024;

export function journalPath(stateFolder: string, realPath: string): string {
  return join(stateFolder, "journal", `${fingerprint(Buffer.from(realPath))}.jsonl`);
}

export function stateFolderOf(path: string): string {
  return dirname(dirname(path));
}

export interface OpenJournal {
  readonly descriptor: number;
  readonly stats: Stats;
}

/**
 * @throws UserError if it is a link, not a regular file, owned by another user, or writable by others; the system error
 * if it cannot be opened
 */
export function openJournal(path: string, access: number): OpenJournal {
  trustedFolder(stateFolderOf(path), "journal");
  const descriptor = openSync(path, access | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600);
  try {
    const stats = fstatSync(descriptor);
    refuseUntrusted(path, stats, "file");
    if ((stats.mode & 0o077) !== 0) fchmodSync(descriptor, 0o600);
    return { descriptor, stats };
  } catch (error) {
    closeQuietly(descriptor);
    throw error;
  }
}

export function readBytes(path: string): Buffer {
  const { descriptor, stats } = openJournal(path, constants.O_RDONLY);
  try {
    return readAll(descriptor, stats.size, 2 * maxJournalBytes);
  } finally {
    closeQuietly(descriptor);
  }
}

/** Each with its line break; a torn line after the last one counts too. */
export function splitBytes(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

// The lines that count: those after the last gap.

/**
 * The lines after the last gap, which is a damaged line or a record whose text before it is not the text after the
 * previous one. If only the last line is damaged, those before it count. The first line is a text.
 */
export function wholeLines(all: readonly (CheckedLine | undefined)[], file: JournalFile): CheckedLine[] {
  const whole: CheckedLine[] = [];
  let [isGap, isOfOther] = [false, false];
  for (const checked of all) {
    if (checked?.line.kind === "text") isOfOther = checked.line.path !== file.realPath;
    if (checked !== undefined && !isNext(whole.at(-1), checked, isGap)) whole.length = 0;
    isGap = checked === undefined || isOfOther;
    if (checked && !isGap) whole.push(checked);
  }
  const isLost = isGap && whole.at(-1)?.after !== fingerprint(Buffer.from(file.text));
  return isLost ? fromText(whole) : withText(whole, file);
}

/** The effect of a lost last line counts as an edit by hand, so the changes before it need a text to begin with. */
function fromText(lines: readonly CheckedLine[]): CheckedLine[] {
  const first = lines.findIndex(isText);
  return first < 0 ? [] : lines.slice(first);
}

/** What came between a gap and the next whole text is unknown. */
function isNext(last: CheckedLine | undefined, { line }: CheckedLine, isAfterGap: boolean): boolean {
  return line.kind === "text" ? !isAfterGap : last?.after === line.before;
}

/** Records before any text are usable if they lead to the present file: then they are followed backwards from it. */
function withText(lines: CheckedLine[], file: JournalFile): CheckedLine[] {
  if (lines.some(isText)) return fromText(lines);
  let [text, from] = [file.text, lines.length];
  while (from > 0) {
    const before = textBefore(lines[from - 1], text);
    if (before === undefined) break;
    [text, from] = [before, from - 1];
  }
  if (from === lines.length) return [];
  const line = { kind: "text", path: file.realPath, text } as const;
  return [{ line, after: fingerprint(Buffer.from(text)) }, ...lines.slice(from)];
}

/** Undefined if the record does not lead to this text. */
function textBefore(checked: CheckedLine | undefined, text: string): string | undefined {
  if (checked === undefined || checked.line.kind === "text") return undefined;
  const { edits, before } = checked.line;
  const spans = writtenSpans(editsOf(checked.line));
  if (edits.some((edit, index) => spans[index] === undefined || textAt(text, spans[index]) !== edit.new))
    return undefined;
  const former = applyEdits(
    text,
    edits.map(({ old }, index) => ({ at: spans[index] ?? { start: 0, end: 0 }, text: old })),
  );
  return fingerprint(Buffer.from(former)) === before ? former : undefined;
}

function isText(checked: CheckedLine | undefined): boolean {
  return checked?.line.kind === "text";
}

// Segments: a text and the records that build on it.

/** Replays all records from their texts to verify them; a record that fails also ends those before it. */
export function segmentsOf(lines: readonly CheckedLine[]): JournalSegment[] {
  const segments: JournalSegment[] = [];
  for (let from = 0; from < lines.length; ) {
    const next = lines.findIndex((line, index) => index > from && isText(line));
    const to = next < 0 ? lines.length : next;
    const segment = segmentOf(lines.slice(from, to));
    if (segment) segments.push(segment);
    else segments.length = 0;
    from = to;
  }
  return segments;
}

function segmentOf([first, ...rest]: readonly CheckedLine[]): JournalSegment | undefined {
  if (first?.line.kind !== "text") return undefined;
  const { text } = first.line;
  const records: JournalRecord[] = [];
  let end = text;
  for (const { line } of rest) {
    if (line.kind === "text") return undefined;
    const after = textAfter(line, end);
    if (after === undefined) return undefined;
    records.push(line);
    end = after;
  }
  const isSame = fingerprint(Buffer.from(end)) === (rest.at(-1)?.after ?? first.after);
  return isSame ? { text, records, end } : undefined;
}

/** Undefined if the record does not apply to this text. */
function textAfter(record: JournalRecord, text: string): string | undefined {
  const edits = editsOf(record);
  if (edits.some(({ at }, index) => textAt(text, at) !== record.edits[index]?.old)) return undefined;
  try {
    return applyEdits(text, edits);
  } catch {
    return undefined;
  }
}
