// Warnings: what a person who only looks has to know about the file.

import type { OpenedRoadmap } from "../app/open-roadmap.js";
import type { Canvas } from "../views/paint.js";
import { problemLines } from "../views/problem-lines.js";

/** A file with unresolved conflicts is shown, but of each only our side. */
export function conflictWarnings({ problems, file }: OpenedRoadmap): (canvas: Canvas) => readonly string[] {
  const conflicts = problems.filter(({ code }) => code === "CONFLICT_MARKERS");
  return (canvas) => problemLines(conflicts, { text: file.text, path: file.path }, canvas);
}

/** The canvas for a view of the file: while it has conflicts, they are what to do next. */
export function canvasOver({ problems }: OpenedRoadmap, canvas: Canvas): Canvas {
  return problems.some(({ code }) => code === "CONFLICT_MARKERS") ? { ...canvas, first: "roadmap resolve" } : canvas;
}
