// Export outcome: writes an export to stdout or a file, and reports it.

import type { OpenedRoadmap } from "../app/open-roadmap.js";
import { exportUrl, openExport, type WrittenExport, writeExport } from "../app/write-export.js";
import { commitData } from "../json/changes.js";
import { viewedData } from "../json/roadmap.js";
import { UserError, withChanges } from "../model/errors.js";
import { visible } from "../text/visible.js";
import { widthInColumns } from "../text/width.js";
import type { Canvas } from "../views/canvas.js";
import type { ExportFormat } from "../views/exports/export-format.js";
import { messageLines, wrapText } from "../views/wrap.js";
import { type Invocation, type OptionDeclaration, type Outcome, textOption } from "./command.js";
import { usageError } from "./options.js";
import { commitLines, commitNoteLines } from "./saving-outcome.js";
import { fileWarnings } from "./view-outcome.js";

export const writeOptions: readonly OptionDeclaration[] = [
  { flags: "-o, --write <path>", help: "write to this file, if its content changes (default: stdout)" },
  { flags: "--force", help: "overwrite a file even if roadmap did not write it" },
  { flags: "--commit", help: "commit only that file" },
];

interface Exported {
  readonly format: ExportFormat;
  readonly text: string;
  /** The command that made it: `badge`; otherwise `export` and the format. */
  readonly command?: string;
  /** A note for the user, with a hint. */
  readonly note?: readonly string[];
}

export async function exportOutcome(
  invocation: Invocation,
  opened: OpenedRoadmap,
  { format, text, command = `export ${format.name}`, note = [] }: Exported,
): Promise<Outcome> {
  const { options, request, isDryRun } = invocation;
  const path = textOption(invocation, "write");
  const [isForced, isCommitWanted] = [options.force === true, options.commit === true];
  if (path === undefined) {
    const needsFile = ["force", "commit", "open"].find((name) => options[name] === true);
    if (needsFile !== undefined) throw usageError(`--${needsFile} requires --write`, "add --write FILE");
    return outcomeOf(opened, { format, text, note, written: null, isDryRun });
  }
  if (path === "") throw usageError("the file name is empty", "omit --write to print to stdout");
  const written = await writeExport({
    ...{ path, format, text, command, isForced, isDryRun, isCommitWanted },
    roadmapPath: opened.file.realPath,
    env: request.lookup.env,
  });
  const failure = options.open === true && !isDryRun ? await showInBrowser(path, invocation) : null;
  return outcomeOf(opened, { format, text, note, written, isDryRun, failure });
}

/** Says first what it opens. */
async function showInBrowser(path: string, { isJson, machine, request }: Invocation): Promise<UserError | null> {
  const url = exportUrl(path);
  if (!isJson) machine.write("stderr", `opening ${url}\n`);
  return openExport(url, request.lookup.env);
}

interface Made extends Exported {
  readonly written: WrittenExport | null;
  readonly isDryRun: boolean;
  /** Why the written file was not opened. */
  readonly failure?: UserError | null;
}

function outcomeOf(
  opened: OpenedRoadmap,
  { format, text, note = [], written, isDryRun, failure = null }: Made,
): Outcome {
  const made = written?.commit ?? null;
  const [commit, refusal] = made instanceof UserError ? [null, made] : [made, null];
  return {
    ...(written === null ? { bytes: Buffer.from(text) } : {}),
    lines: (canvas) => [
      ...(written ? writtenLines(written, isDryRun, canvas) : []),
      ...(commit ? commitLines(commit, canvas) : []),
    ],
    data: () => ({
      kind: "export",
      ...viewedData(opened),
      format: format.name,
      text: written ? null : text,
      written: written && { file: written.path, state: written.state },
      dryRun: isDryRun,
      commit: commit && commitData(commit),
      notCommitted: refusal && { code: refusal.code, message: refusal.message, hint: refusal.hint },
    }),
    warnings: (canvas) => [
      ...fileWarnings(opened)(canvas),
      ...(note.length === 0 ? [] : messageLines(note, canvas)),
      ...(commit ? commitNoteLines(commit, canvas) : []),
    ],
    error: refusal ? notCommitted(refusal) : (failure ?? undefined),
    isSaved: written !== null && written.state !== "unchanged" && !isDryRun,
  };
}

function notCommitted(refusal: UserError): UserError {
  return withChanges(refusal, { message: `written, but not committed: ${refusal.message}` });
}

/** One line if it fits, otherwise one for the file and one for the result. */
function writtenLines({ path, state }: WrittenExport, isDryRun: boolean, { paint, width }: Canvas): string[] {
  const mark = state === "unchanged" ? paint.dim("·") : paint.done("✓");
  const [name, become] = [visible(path), stateText(state, isDryRun)];
  if (widthInColumns(name) + widthInColumns(become) + 5 <= width) return [`${mark} ${paint.strong(name)}   ${become}`];
  const [first = "", ...rest] = wrapText(name, width, { first: 2, rest: 2 });
  return [`${mark} ${first.slice(2)}`, ...rest, ...wrapText(become, width, { first: 2, rest: 2 })];
}

function stateText(state: WrittenExport["state"], isDryRun: boolean): string {
  if (state === "unchanged") return "up to date";
  if (isDryRun) return state === "new" ? "would be created" : "would be updated";
  return state === "new" ? "written" : "updated";
}
