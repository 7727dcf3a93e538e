// Write export: writes an export to its own file and commits it, without harming other files.

import { UserError, withChanges } from "../model/errors.js";
import { withTexts } from "../model/ways.js";
import { isSameFile, readOutput, writeOutput } from "../store/new-file.js";
import { fileUrl, openInBrowser } from "../store/open-in-browser.js";
import type { Environment } from "../store/paths.js";
import { findRealPath } from "../store/read-file.js";
import { type ExportFormat, isExport } from "../views/exports/export-format.js";
import type { CommitReport } from "./commit-change.js";

interface ExportRequest {
  readonly path: string;
  readonly format: ExportFormat;
  readonly text: string;
  /** The command that made it, used as the commit subject: `export svg`. */
  readonly command: string;
  /** The real path of the roadmap. */
  readonly roadmapPath: string;
  /** Whether any other file may be replaced, too. */
  readonly isForced: boolean;
  readonly isDryRun: boolean;
  readonly isCommitWanted: boolean;
  readonly env: Environment;
}

export interface WrittenExport {
  readonly path: string;
  readonly state: "new" | "replaced" | "unchanged";
  readonly commit: CommitReport | UserError | null;
}

/** @throws UserError if the file exists and was not written by roadmap, or the disk refuses; then nothing is written */
export async function writeExport(request: ExportRequest): Promise<WrittenExport> {
  const { path, text, isDryRun, isCommitWanted } = request;
  const found = readFound(path);
  const bytes = Buffer.from(text);
  if (found !== null) refuseOthers(request, found);
  const state = found === null ? "new" : found.equals(bytes) ? "unchanged" : "replaced";
  if (isDryRun) return { path, state, commit: null };
  if (state !== "unchanged") writeOutput(path, bytes, found);
  return { path, state, commit: isCommitWanted ? await commitExport(request) : null };
}

function readFound(path: string): Buffer | null {
  try {
    return readOutput(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw withChanges(error, { hint: "pass another file to --write, or omit --write to print to stdout" });
  }
}

function refuseOthers({ path, format, roadmapPath, isForced }: ExportRequest, found: Buffer): void {
  if (isSameFile(path, roadmapPath)) {
    throw new UserError("EXPORT_OVER_ROADMAP", `${path} is the roadmap itself`, "pass another file to --write");
  }
  if (isForced || found.length === 0 || isExport(found.toString("utf8"), format)) return;
  throw new UserError(
    "EXPORT_OVER_OTHER",
    `${path} exists and was not written by \`roadmap export ${format.name}\``,
    "choose another file, or use --force, which replaces the content of this one",
  );
}

/** Of a file that was written, as a browser takes it. */
export function exportUrl(path: string): string {
  return fileUrl(findRealPath(path));
}

/** The file is already written, so an error is returned. */
export async function openExport(url: string, env: Environment): Promise<UserError | null> {
  try {
    await openInBrowser(url, env);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** The file is already written, so a failing commit is reported but reverts nothing. */
async function commitExport({ path, command, text, env }: ExportRequest): Promise<CommitReport | UserError | null> {
  try {
    const { commitText } = await import("./commit-change.js");
    const wholeMessage = `roadmap: ${command}\n`;
    return await commitText({ realPath: findRealPath(path), env, base: null, text, wholeMessage });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return withChanges(error, {
      hint: withTexts(error.ways, (text) => text.replaceAll("run `roadmap commit`", "run this command again")),
    });
  }
}
