// Reads the journal of a roadmap. Only what is provably whole counts: the lines from the last damaged one on.

import { constants, renameSync } from "node:fs";
import { editsOf, type KeptRecord, type Stretch } from "../model/journal.js";
import { applyEdits } from "../text/edit.js";
import { textAt } from "../text/span.js";
import { closeQuietly } from "./close-quietly.js";
import { diskProblem, systemErrorCode } from "./disk-error.js";
import { fingerprint } from "./fingerprint.js";
import { journalPath, mostJournalBytes, openJournal } from "./journal-file.js";
import { readAll } from "./read-all.js";
import { type CheckedLine, checkedLine } from "./read-journal-line.js";
import { type Environment, findStateFolder } from "./state-folder.js";

interface JournalReading {
  /** The oldest first. */
  readonly stretches: readonly Stretch[];
  /** Why nothing, or not all of it, could be read; null when it could. */
  readonly problem: string | null;
  /** Whether nothing of it counts, nor will what is written behind it. */
  readonly isUseless: boolean;
}

/** Never throws: a journal that is lost or broken costs what it told, nothing else. */
export function readJournal(env: Environment, realPath: string): JournalReading {
  const path = journalPath(findStateFolder(env), realPath);
  try {
    const all = linesOf(readBytes(path)).map(checkedLine);
    const whole = wholeLines(all, realPath);
    const stretches = stretchesOf(whole);
    const isDamaged = whole.length < all.length || stretches.length < whole.filter(isText).length;
    const problem = isDamaged ? `the journal is damaged: ${path}` : null;
    return { stretches, problem, isUseless: isDamaged && stretches.length === 0 };
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return { stretches: [], problem: null, isUseless: false };
    return { stretches: [], problem: diskProblem(error, `cannot read ${path}`), isUseless: false };
  }
}

/** Makes room for a new journal; the old one stays beside it for whoever wants to look. */
export function setJournalAside(env: Environment, realPath: string): void {
  const path = journalPath(findStateFolder(env), realPath);
  try {
    renameSync(path, `${path}.broken`);
  } catch {
    // It stays where it is, and says again next time that it is damaged.
  }
}

/** The lines behind the last damaged one, from the first text among them on. */
export function wholeLines(all: readonly (CheckedLine | undefined)[], realPath?: string): CheckedLine[] {
  const whole: CheckedLine[] = [];
  for (const checked of all) {
    if (checked !== undefined && isNext(whole.at(-1), checked, realPath)) whole.push(checked);
    else whole.length = 0;
  }
  return whole;
}

function isNext(last: CheckedLine | undefined, { line }: CheckedLine, realPath: string | undefined): boolean {
  if (line.kind === "text") return realPath === undefined || line.path === realPath;
  return last !== undefined && last.after === line.before;
}

export function readBytes(path: string): Buffer {
  const { descriptor, stats } = openJournal(path, constants.O_RDONLY);
  try {
    return readAll(descriptor, stats.size, 2 * mostJournalBytes);
  } finally {
    closeQuietly(descriptor);
  }
}

/** Each with its line break; what stands behind the last one is a line too, a torn one. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

function isText({ line }: CheckedLine): boolean {
  return line.kind === "text";
}

/** Made once more from their texts, to see that they are what they say; one that is not ends those before it too. */
export function stretchesOf(lines: readonly CheckedLine[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < lines.length; ) {
    const next = lines.findIndex((line, index) => index > from && isText(line));
    const to = next < 0 ? lines.length : next;
    const stretch = stretchOf(lines.slice(from, to));
    if (stretch) stretches.push(stretch);
    else stretches.length = 0;
    from = to;
  }
  return stretches;
}

function stretchOf([first, ...rest]: readonly CheckedLine[]): Stretch | undefined {
  if (first?.line.kind !== "text") return undefined;
  const { text } = first.line;
  const records: KeptRecord[] = [];
  let end = text;
  for (const { line } of rest) {
    if (line.kind === "text") return undefined;
    const made = madeBy(line, end);
    if (made === undefined) return undefined;
    records.push(line);
    end = made;
  }
  const isSame = fingerprint(Buffer.from(end)) === (rest.at(-1)?.after ?? first.after);
  return isSame ? { text, records, end } : undefined;
}

/** Undefined when the record does not speak of this text. */
function madeBy(record: KeptRecord, text: string): string | undefined {
  const edits = editsOf(record);
  if (edits.some(({ at }, index) => textAt(text, at) !== record.edits[index]?.old)) return undefined;
  try {
    return applyEdits(text, edits);
  } catch {
    return undefined;
  }
}
