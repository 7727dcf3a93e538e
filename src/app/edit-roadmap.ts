// Edit roadmap: opens the file in the user's editor, and reports what changed afterwards.

import { exitCodes, UserError } from "../model/errors.js";
import { AmbiguousName, findTopicOrTask } from "../model/find.js";
import { type Comparison, compareRoadmaps } from "../model/history/compare.js";
import { datesReadOtherwise, type Misreading } from "../model/meaning.js";
import { isBelowRepository } from "../store/git/repository.js";
import { findRealPath } from "../store/read-file.js";
import { type EditorEnd, editorCommandText, findEditor, runEditor } from "../store/run-editor.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { type OpenedRoadmap, type OpenRequest, readOpened, roadmapPath } from "./open-roadmap.js";
import { startEdit } from "./remember-edit.js";

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
  readonly notRemembered: string | null;
  /** Whether it is in a repository, so a change can be committed. */
  readonly isInRepository: boolean;
  readonly end: EditorEnd;
}

/**
 * Holds no lock while the editor is open: other commands continue, and the editor itself reports that the file changed.
 * @throws UserError if there is no editor, no such topic, or afterwards no readable file
 */
export async function editRoadmap(request: EditRequest): Promise<EditReport> {
  const { env, cwd } = request.whereabouts;
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
      notRemembered: null,
      end: { kind: "done" },
    };
  }
  const remember = startEdit(env, { realPath: target.path, text: before?.file.text ?? "" });
  const end = await runEditor(run);
  const opened = await readOpened(path, { ...request, ifMatch: undefined });
  const isChanged = opened.file.text !== before?.file.text;
  const comparison = isChanged && before ? compareRoadmaps(before.roadmap, opened.roadmap) : null;
  const notRemembered =
    comparison && before ? await remember({ before: before.file, after: opened.file, comparison }) : null;
  const misreadings = isChanged && before ? datesReadOtherwise(before.roadmap, opened.roadmap) : [];
  return { ...known, opened, comparison, isChanged, misreadings, notRemembered, end };
}

/** Null for a file that no other command reads, because an editor is what it needs. */
async function readIfReadable(path: string, request: EditRequest): Promise<OpenedRoadmap | null> {
  try {
    return await readOpened(path, request);
  } catch (error) {
    const isMendable = error instanceof UserError && error.exitCode === exitCodes.fileProblem;
    if (isMendable && error.code !== "NOT_A_FILE" && request.subject === null) return null;
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
