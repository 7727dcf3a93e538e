// Edit roadmap: opens the file in the user's editor, and reports what changed afterwards.

import { exitCodes, UserError } from "../model/errors.js";
import { AmbiguousName, findTopicOrTask } from "../model/find.js";
import { type Comparison, compareRoadmaps } from "../model/history/compare.js";
import type { ChangeStep, JournalSegment } from "../model/history/journal.js";
import { datesReadDifferently, type Misreading } from "../model/meaning.js";
import { isBelowRepository } from "../store/git/repository.js";
import { type JournalFile, readJournal } from "../store/journal/read.js";
import { recordChange } from "../store/journal/write.js";
import { type HeldLock, withLock } from "../store/lock/lock.js";
import type { Environment } from "../store/paths.js";
import { findRealPath, type RoadmapFile } from "../store/read-file.js";
import { type EditorEnd, editorCommandText, findEditor, runEditor } from "../store/run-editor.js";
import { editsBetween } from "../text/edits-between.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { lockWait } from "./change-roadmap.js";
import { type OpenedRoadmap, type OpenRequest, readOpened, roadmapPath } from "./open-roadmap.js";
import { parseText } from "./parse-text.js";

interface EditRequest extends OpenRequest {
  /** The topic or task at which to open the file; null for the beginning. */
  readonly subject: string | null;
  /** Only report the command. */
  readonly isDryRun: boolean;
  /** True in a terminal; only there may a default editor open. */
  readonly isTerminal: boolean;
  readonly screen: "stdout" | "stderr";
}

export interface EditReport {
  /** The state after the editor. */
  readonly opened: OpenedRoadmap;
  /** The editor with its arguments, as one would type them. */
  readonly command: string;
  readonly line: number | null;
  /** Null if the editor changed no byte, or if the file was not a readable roadmap before. */
  readonly comparison: Comparison | null;
  readonly isChanged: boolean;
  /** Dates whose cells are unchanged but are now read differently. */
  readonly misreadings: readonly Misreading[];
  /** Why `roadmap undo` cannot undo the edit; null if it can, or if nothing was changed. */
  readonly notRecorded: string | null;
  /** Whether it is in a repository, so a change can be committed. */
  readonly isInRepository: boolean;
  readonly end: EditorEnd;
}

/**
 * Holds no lock while the editor is open: other commands continue, and the editor itself reports that the file changed.
 * @throws UserError if there is no editor, no such topic, or afterwards no readable file
 */
export async function editRoadmap(request: EditRequest): Promise<EditReport> {
  const { env, cwd } = request.lookup;
  const path = await roadmapPath(request);
  const before = await readIfReadable(path, request);
  const line = request.subject === null ? null : lineOf(before, request.subject);
  const target = { path: findRealPath(path), line };
  const command = findEditor(env, request.isTerminal);
  const run = { env, cwd, command, target, screen: request.screen };
  const known = { command: editorCommandText(run), line, isInRepository: isBelowRepository(target.path) };
  if (request.isDryRun) {
    const opened = await readOpened(path, request);
    return {
      ...known,
      opened,
      comparison: null,
      isChanged: false,
      misreadings: [],
      notRecorded: null,
      end: { kind: "done" },
    };
  }
  const recordEdit = startEdit(env, { realPath: target.path, text: before?.file.text ?? "" });
  const end = await runEditor(run);
  const opened = await readOpened(path, { ...request, ifMatch: undefined });
  const isChanged = opened.file.text !== before?.file.text;
  const comparison = isChanged && before ? compareRoadmaps(before.roadmap, opened.roadmap) : null;
  const notRecorded =
    comparison && before ? await recordEdit({ before: before.file, after: opened.file, comparison }) : null;
  const misreadings = isChanged && before ? datesReadDifferently(before.roadmap, opened.roadmap) : [];
  return { ...known, opened, comparison, isChanged, misreadings, notRecorded, end };
}

/** Null for a file that no other command reads, because an editor is what it needs. */
async function readIfReadable(path: string, request: EditRequest): Promise<OpenedRoadmap | null> {
  try {
    return await readOpened(path, request);
  } catch (error) {
    const isFixable = error instanceof UserError && error.exitCode === exitCodes.fileProblem;
    if (isFixable && error.code !== "NOT_A_FILE" && request.subject === null) return null;
    throw error;
  }
}

function lineOf(opened: OpenedRoadmap | null, subject: string): number | null {
  if (!opened) return null;
  try {
    const found = findTopicOrTask(opened.roadmap, subject);
    const { start } = "topic" in found ? found.topic.row : found.task.span;
    return lineAt(lineStarts(opened.roadmap.text), start) + 1;
  } catch (error) {
    throw error instanceof AmbiguousName ? error.inFile(opened.file.hash) : error;
  }
}

// The edit in the journal: what a person changed in the editor, as one change.

interface Edited {
  readonly before: RoadmapFile;
  readonly after: RoadmapFile;
  readonly comparison: Comparison;
}

/**
 * Call it before the editor runs, and call its result afterwards. Other commands that change the file in the meantime
 * are changes of their own; the edit is what came after the last of them.
 * @returns why the edit cannot be undone; null if it can
 */
function startEdit(env: Environment, start: JournalFile): (edited: Edited) => Promise<string | null> {
  const last = lastOf(readJournal(env, start).segments);
  return async (edited) => {
    try {
      return await withLock(start.realPath, (lock) => recordEdit(edited, { env, last, lock }), {
        env,
        ...lockWait(env),
      });
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
  };
}

interface Session {
  readonly env: Environment;
  /** The last record before the editor ran. */
  readonly last: string | null;
  readonly lock: HeldLock;
}

async function recordEdit({ before, after, comparison }: Edited, { env, last, lock }: Session): Promise<string | null> {
  const { segments } = readJournal(env, after);
  const text = lastOf(segments) === last ? before.text : (segments.at(-1)?.end ?? before.text);
  if (text === after.text) return null;
  const difference = text === before.text ? comparison : await compared(text, after.text);
  const base = { ...before, realPath: after.realPath, text, bytes: Buffer.from(text) };
  const edits = editsBetween(text, after.text);
  const step = { kind: "change" as const, isByHand: true as const, ...wordsOf(difference), edits };
  return (await recordChange(base, { steps: [step], text: after.text }, lock)).problem;
}

async function compared(before: string, after: string): Promise<Comparison> {
  return compareRoadmaps((await parseText(before, null)).roadmap, (await parseText(after, null)).roadmap);
}

/** Identifies the last record. */
function lastOf(segments: readonly JournalSegment[]): string | null {
  const record = segments.findLast(({ records }) => records.length > 0)?.records.at(-1);
  if (!record) return null;
  return record.kind === "change" ? record.id : `${record.kind} ${record.of} ${record.at}`;
}

/** `edit HTTP Fundamentals`, or of many `edit HTTP, SQL and 4 more`. */
function wordsOf({ differences }: Comparison): Omit<ChangeStep, "kind" | "edits"> {
  const names = differences.map(({ name }) => name || "(no name)");
  const shown = names.length > 3 ? names.slice(0, 2) : names;
  const more = shown.length < names.length ? ` and ${names.length - shown.length} more` : "";
  const changed = differences.flatMap(({ kind, name, fields }) =>
    kind === "changed" ? fields.map(({ field, from, to }) => ({ name, column: field, from, to })) : [],
  );
  const counts = (["added", "removed", "moved"] as const).flatMap((deed) => {
    const count = differences.filter(({ kind, moved }) => (moved === null ? kind : "moved") === deed).length;
    return count === 0 ? [] : [`${count} ${deed}`];
  });
  const outcome = counts.length === 0 ? {} : { outcome: counts.join(", ") };
  return { summary: `edit ${shown.join(", ") || "the text"}${more}`, changed, ...outcome };
}
