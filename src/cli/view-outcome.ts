// View outcome: what read-only commands share: the version that they show, and warnings about the file.

import { linesInFile, type OpenedFile, type OpenedRoadmap, type OpenRequest } from "../app/open-roadmap.js";
import { isConflicted } from "../model/problem.js";
import { counted } from "../text/plural.js";
import type { Canvas } from "../views/canvas.js";
import { problemLines } from "../views/problem-lines.js";
import { messageLines, namingFile, wrapText } from "../views/wrap.js";
import { type Invocation, type OptionDeclaration, type Outcome, textOption } from "./command.js";

// The version.

export const atOption: OptionDeclaration = {
  flags: "--at <rev>",
  help: "show the file as of a commit, branch, tag or date (end of day)",
};

export function requestAt(invocation: Invocation): OpenRequest {
  return { ...invocation.request, at: textOption(invocation, "at") };
}

/** The lines, below a line that names the version, unless it is the working file. */
export function withVersion({ version }: OpenedRoadmap, lines: Outcome["lines"]): Outcome["lines"] {
  if (version === null) return lines;
  const stamp = `as of ${version.commit.slice(0, 7)} (${version.day || "no date"})`;
  return (canvas: Canvas) => [...wrapText(stamp, canvas.width).map(canvas.paint.faint), "", ...lines(canvas)];
}

// Warnings.

/** The warnings of a view that does not list the problems of the file. */
export function fileWarnings(opened: OpenedRoadmap): (canvas: Canvas) => readonly string[] {
  return (canvas) => [...conflictWarnings(opened)(canvas), ...frontMatterNote(opened, canvas)];
}

/** Without this, ignored settings would be noticed only where they matter. */
export function frontMatterNote(
  opened: OpenedFile & Partial<Pick<OpenedRoadmap, "problems">>,
  canvas: Canvas,
): readonly string[] {
  const wrong = opened.problems?.find(({ code }) => code.startsWith("FRONT_MATTER_"));
  if (!wrong) return [];
  const line = linesInFile(opened)(wrong.span.start);
  const note = `note: settings in the front matter are ignored (line ${line}): run \`roadmap doctor\``;
  return messageLines([namingFile(note, canvas)], canvas);
}

/** How many tables are read with inferred columns, or look like trackers and are not read: on one line. */
export function tablesNote({ problems }: OpenedRoadmap, canvas: Canvas): readonly string[] {
  const count = (codes: readonly string[]) => problems.filter(({ code }) => codes.includes(code)).length;
  const inferred = count(["COLUMN_INFERRED"]);
  const unread = count(["TABLE_HTML", "TABLE_UNREAD", "TABLE_UNTRACKED"]);
  const parts = [
    ...(inferred > 0 ? [`columns of ${counted(inferred, "table")} inferred`] : []),
    ...(unread > 0 ? [`${counted(unread, "table")} not read`] : []),
  ];
  if (parts.length === 0) return [];
  return messageLines([namingFile(`note: ${parts.join(", ")}: run \`roadmap doctor\``, canvas)], canvas);
}

/** A file with unresolved conflicts is shown with only our side of each. */
export function conflictWarnings({ problems, file }: OpenedRoadmap): (canvas: Canvas) => readonly string[] {
  const conflicts = problems.filter(({ code }) => code === "CONFLICT_MARKERS");
  return (canvas) => problemLines(conflicts, { text: file.text, path: file.path }, canvas);
}

/** The canvas for a view of the file: if it has conflicts, resolving them is the next step. */
export function canvasOver({ problems }: OpenedRoadmap, canvas: Canvas): Canvas {
  return isConflicted(problems) ? { ...canvas, first: "roadmap resolve" } : canvas;
}
