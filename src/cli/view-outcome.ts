// View outcome: what read-only commands share: the version that they show, and warnings about the file.

import { linesInFile, type OpenedFile, type OpenedRoadmap, type OpenRequest } from "../app/open-roadmap.js";
import { findConflictBlocks } from "../markdown/conflict-markers.js";
import { AmbiguousName, findTopicOrTask } from "../model/find.js";
import type { Thing } from "../model/names.js";
import { isConflicted, type Problem, type ProblemCode, withSeverity } from "../model/problem.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "../views/canvas.js";
import { problemLines } from "../views/problem-lines.js";
import { messageLines, namingFile, type Remark, wrapText } from "../views/wrap.js";
import { type Invocation, type OptionDeclaration, type Outcome, textOption } from "./command.js";

// The version.

export const atOption: OptionDeclaration = {
  flags: "--at <rev>",
  help: "show the file as of a commit, branch, tag or date (end of day)",
};

export function requestAt(invocation: Invocation): OpenRequest {
  return { ...invocation.request, at: textOption(invocation, "at") };
}

/**
 * The topic or task with that name.
 * @throws AmbiguousName for this file, UserError if there is none
 */
export function findNamed({ roadmap, file }: OpenedRoadmap, wanted: string): Thing {
  try {
    const found = findTopicOrTask(roadmap, wanted);
    return "topic" in found ? found.topic : found.task;
  } catch (error) {
    throw error instanceof AmbiguousName ? error.inFile(file.hash) : error;
  }
}

/** The lines, below a line that names the version, unless it is the working file. */
export function withVersion({ version }: OpenedRoadmap, lines: Outcome["lines"]): Outcome["lines"] {
  if (version === null) return lines;
  const stamp = `as of ${version.commit.slice(0, 7)} (${version.day || "no date"})`;
  return (canvas: Canvas) => [...wrapText(stamp, canvas.width).map(canvas.paint.dim), "", ...lines(canvas)];
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
  const line = lineOfIgnoredSettings(opened);
  if (line === null) return [];
  const note = `note: settings in the front matter are ignored (line ${line}): run \`roadmap doctor\``;
  return messageLines([namingFile(note, canvas)], canvas);
}

function lineOfIgnoredSettings(opened: OpenedFile & Partial<Pick<OpenedRoadmap, "problems">>): number | null {
  const wrong = opened.problems?.find(({ code }) => code.startsWith("FRONT_MATTER_"));
  return wrong ? linesInFile(opened)(wrong.span.start) : null;
}

const unreadTables: ReadonlySet<string> = new Set<ProblemCode>(["TABLE_HTML", "TABLE_UNREAD", "TABLE_UNTRACKED"]);

/** What reading found, on one line: inferred columns, tables that are not read, and how many other warnings. */
export function readingNote({ problems }: OpenedRoadmap, canvas: Canvas): readonly string[] {
  return noteLines(countProblems(problems), canvas);
}

/** The same for the dashboard, which shows it below the rest. Conflicts have a warning of their own. */
export function problemRemarks({ problems, ...opened }: OpenedRoadmap): Remark[] {
  const counts = countProblems(problems);
  const line = lineOfIgnoredSettings({ ...opened, problems });
  const settings = line === null ? [] : [`settings in the front matter ignored (line ${line})`];
  const parts = [...settings, ...problemParts(counts)];
  if (parts.length === 0) return [];
  const isNote = settings.length + counts.unread + counts.others === 0;
  return [{ label: isNote ? "Note" : "Warning", text: `${parts.join(", ")}: \`roadmap doctor\`` }];
}

interface ProblemCounts {
  readonly inferred: number;
  readonly unread: number;
  readonly others: number;
}

/** Conflicts and the front matter have warnings of their own. */
function countProblems(problems: readonly Problem[]): ProblemCounts {
  const count = (isCounted: (problem: Problem) => boolean) => problems.filter(isCounted).length;
  return {
    inferred: count(isInferred),
    unread: count(({ code }) => unreadTables.has(code)),
    others: count(
      (problem) =>
        withSeverity(problem).severity !== "note" &&
        !unreadTables.has(problem.code) &&
        !/^(?:FRONT_MATTER_|CONFLICT_)/.test(problem.code),
    ),
  };
}

function isInferred({ code }: Problem): boolean {
  return code === "COLUMN_INFERRED";
}

function noteLines(counts: ProblemCounts, canvas: Canvas): readonly string[] {
  const parts = problemParts(counts);
  if (parts.length === 0) return [];
  return messageLines([namingFile(`note: ${parts.join(", ")}: run \`roadmap doctor\``, canvas)], canvas);
}

function problemParts({ inferred, unread, others }: ProblemCounts): string[] {
  const hasTables = inferred + unread > 0;
  return [
    ...(inferred > 0 ? [`columns of ${counted(inferred, "table")} inferred`] : []),
    ...(unread > 0 ? [`${counted(unread, "table")} not read`] : []),
    ...(others > 0 ? [counted(others, hasTables ? "other warning" : "warning")] : []),
  ];
}

/** A file with unresolved conflicts is shown with only our side of each. */
export function conflictWarnings({ problems, file }: OpenedRoadmap): (canvas: Canvas) => readonly string[] {
  const conflicts = problems.filter(({ code }) => code === "CONFLICT_MARKERS");
  return (canvas) =>
    canvas.isTerminal && conflicts.length > 0
      ? conflictScreen(file, canvas)
      : problemLines(conflicts, { text: file.text, path: file.path }, canvas);
}

function conflictScreen({ text, path }: OpenedFile["file"], { paint, signs, width }: Canvas): string[] {
  const blocks = findConflictBlocks(text);
  const [first] = blocks;
  const line = first ? lineAt(lineStarts(text), first.span.start) + 1 : 1;
  const [places, they] =
    blocks.length === 1
      ? [`1 conflict, in line ${line}`, "it is"]
      : [`${blocks.length} conflicts, the first in line ${line}`, "they are"];
  const details = `${places}; only our side is shown, and nothing can be changed until ${they} resolved`;
  return [
    ...wrapText(`${signs.error} ${visible(path)} has unresolved merge conflicts`, width, { first: 0, rest: 2 }).map(
      (text, index) => (index > 0 ? paint.strong(text) : text.replace(signs.error, paint.error)),
    ),
    ...wrapText(details, width, { first: 2, rest: 2 }),
    "",
  ];
}

/** The canvas for a view of the file: if it has conflicts, resolving them is the next step. */
export function canvasOver({ problems }: OpenedRoadmap, canvas: Canvas): Canvas {
  return isConflicted(problems) ? { ...canvas, first: "roadmap resolve" } : canvas;
}
