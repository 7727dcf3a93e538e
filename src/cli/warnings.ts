// Warnings: what a person who only looks has to know about the file.

import { linesInFile, type OpenedFile, type OpenedRoadmap } from "../app/open-roadmap.js";
import { namingFile } from "../views/name-file.js";
import type { Canvas } from "../views/paint.js";
import { problemLines } from "../views/problem-lines.js";
import { messageLines } from "../views/wrap.js";

/** What a view that does not list the problems of the file has to say before it. */
export function fileWarnings(opened: OpenedRoadmap): (canvas: Canvas) => readonly string[] {
  return (canvas) => [...conflictWarnings(opened)(canvas), ...frontMatterNote(opened, canvas)];
}

/** Settings that do not count would otherwise be missed only where they matter. */
export function frontMatterNote(
  opened: OpenedFile & Partial<Pick<OpenedRoadmap, "problems">>,
  canvas: Canvas,
): readonly string[] {
  const wrong = opened.problems?.find(({ code }) => code.startsWith("FRONT_MATTER_"));
  if (!wrong) return [];
  const line = linesInFile(opened)(wrong.span.start);
  const said = `note: settings in the front matter are ignored (line ${line}): run \`roadmap doctor\``;
  return messageLines([namingFile(said, canvas)], canvas);
}

/** A file with unresolved conflicts is shown, but of each only our side. */
export function conflictWarnings({ problems, file }: OpenedRoadmap): (canvas: Canvas) => readonly string[] {
  const conflicts = problems.filter(({ code }) => code === "CONFLICT_MARKERS");
  return (canvas) => problemLines(conflicts, { text: file.text, path: file.path }, canvas);
}

/** The canvas for a view of the file: while it has conflicts, they are what to do next. */
export function canvasOver({ problems }: OpenedRoadmap, canvas: Canvas): Canvas {
  return problems.some(({ code }) => code === "CONFLICT_MARKERS") ? { ...canvas, first: "roadmap resolve" } : canvas;
}
