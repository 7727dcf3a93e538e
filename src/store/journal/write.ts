// Records a change in the journal, so that it can be undone. Failures here never stop the change.

import { constants, ftruncateSync, readSync, renameSync } from "node:fs";
import { UserError } from "../../model/errors.js";
import type { JournalStep, RecordedEdit } from "../../model/history/journal.js";
import { applyEdits, inOrder, textAt } from "../../text/edit.js";
import { nowInUtc } from "../clock.js";
import { diskProblem, systemErrorCode } from "../disk-error.js";
import { closeQuietly, writeFully } from "../files.js";
import { fingerprint } from "../hash.js";
import type { HeldLock } from "../lock/lock.js";
import { makeNonce } from "../lock/lock-file.js";
import { makeTrustedFolder } from "../private-folder.js";
import type { RoadmapFile } from "../read-file.js";
import { formatLine, formatText, type LineEnd, lineEndBytes, parseLineEnd } from "./line.js";
import { journalPath, maxJournalBytes, type OpenJournal, openJournal, stateFolderOf } from "./read.js";

/** Above this number of lines, the oldest are dropped, down to the last 200 changes. */
const maxLines = 600;

interface Recording {
  /** Why it is not recorded; null if it is. */
  readonly problem: string | null;
  /** Removes the record if the file was not changed after all. */
  readonly forget: () => void;
}

interface RecordedText {
  readonly steps: readonly JournalStep[];
  readonly text: string;
  /** The text as UTF-8, if it is there already. */
  readonly bytes?: Buffer;
}

/**
 * Written before the file is saved: a run killed between the two leaves an extra record, which the text of the file
 * reveals, but never lacks one. Not synced: a power failure can only cost the undo.
 */
export async function recordChange(
  base: RoadmapFile,
  { steps, text, bytes = Buffer.from(text) }: RecordedText,
  { stateFolder, realPath }: HeldLock,
): Promise<Recording> {
  if (steps.length === 0) return { problem: null, forget: () => {} };
  const path = journalPath(stateFolder, realPath);
  try {
    return await append(path, { base, makeLines: (end) => linesToAppend(base, { steps, text, bytes }, end) });
  } catch (error) {
    return { problem: diskProblem(error, `cannot write ${path}`), forget: () => {} };
  }
}

interface NewLines {
  readonly base: RoadmapFile;
  readonly makeLines: (end: LineEnd | undefined) => readonly Buffer[];
}

async function append(path: string, { base, makeLines }: NewLines): Promise<Recording> {
  const journal = openForWriting(path);
  try {
    const { size } = journal.stats;
    const end = lastLineEnd(journal);
    const lines = makeLines(end);
    const added = lengthOf(lines);
    if (added > maxJournalBytes) throw journalFull(path);
    const isBroken = size > 0 && end === undefined;
    const isFull = size + added > maxJournalBytes || (end?.count ?? 0) > maxLines;
    if (!isBroken && !isFull) return write(path, journal, lines);
  } finally {
    closeQuietly(journal.descriptor);
  }
  return makeRoom(path, { base, makeLines });
}

/** An unusable journal is set aside; one that is too long loses its oldest changes. */
async function makeRoom(path: string, { base, makeLines }: NewLines): Promise<Recording> {
  const { trimJournal } = await import("./trim-journal.js");
  if (!trimJournal(path, lengthOf(makeLines(undefined)), base)) renameSync(path, `${path}.broken`);
  const journal = openForWriting(path);
  try {
    return write(path, journal, makeLines(lastLineEnd(journal)));
  } finally {
    closeQuietly(journal.descriptor);
  }
}

function lengthOf(lines: readonly Buffer[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0);
}

function write(path: string, { descriptor, stats }: OpenJournal, lines: readonly Buffer[]): Recording {
  let end = stats.size;
  try {
    for (const line of lines) {
      writeFully(descriptor, line, end);
      end += line.length;
    }
  } catch (error) {
    // Half a line would invalidate all lines before it.
    ftruncateSync(descriptor, stats.size);
    throw error;
  }
  return { problem: null, forget: () => cutOff(path, stats.size, end - stats.size) };
}

/** Removes the lines again, unless another program has appended to them, which is only possible by force. */
function cutOff(path: string, size: number, added: number): void {
  try {
    const { descriptor, stats } = openJournal(path, constants.O_RDWR);
    if (stats.size === size + added) ftruncateSync(descriptor, size);
    closeQuietly(descriptor);
  } catch {
    // The record stays; the text of the file reveals that the change was never made.
  }
}

function openForWriting(path: string): OpenJournal {
  const access = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;
  try {
    return openJournal(path, access);
  } catch (error) {
    if (systemErrorCode(error) !== "ENOENT") throw error;
    makeTrustedFolder(stateFolderOf(path), "journal");
    return openJournal(path, access);
  }
}

function lastLineEnd({ descriptor, stats: { size } }: OpenJournal): LineEnd | undefined {
  const end = Buffer.alloc(Math.min(size, lineEndBytes));
  readSync(descriptor, end, 0, end.length, size - end.length);
  return parseLineEnd(end.toString("latin1"));
}

/** First the text of the file, if it was changed by another program since the last line; then a line for each step. */
function linesToAppend(
  base: RoadmapFile,
  { steps, text: newText, bytes: newBytes }: Required<RecordedText>,
  end: LineEnd | undefined,
): readonly Buffer[] {
  const lines: Buffer[] = [];
  let [count, before, text] = [end?.count ?? 0, fingerprint(base.bytes), base.text];
  if (end?.after !== before)
    lines.push(formatText({ path: base.realPath, bytes: base.bytes }, { count: ++count, after: before }));
  const at = nowInUtc();
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const next = isLast ? newText : applyEdits(text, step.edits);
    const after = fingerprint(isLast ? newBytes : Buffer.from(next));
    const kept = { at, edits: recordedEdits(text, step), before };
    const { edits: _, ...rest } = step;
    const line = rest.kind === "change" ? { ...rest, id: makeNonce(), ...kept } : { ...rest, ...kept };
    lines.push(formatLine(line, { count: ++count, after }));
    [before, text] = [after, next];
  }
  return lines;
}

function recordedEdits(text: string, { edits }: JournalStep): RecordedEdit[] {
  return inOrder(edits).map(({ at, text: made }) => ({ start: at.start, old: textAt(text, at), new: made }));
}

function journalFull(path: string): UserError {
  return new UserError(
    "JOURNAL_FULL",
    `${path} would be larger than ${maxJournalBytes} bytes`,
    "keep the roadmap in git, which stores every version",
  );
}
