// Problem lines: where a problem is in the file, what is wrong, and what to do about it.

import { withoutCredentials } from "../model/link-target.js";
import type { Problem } from "../model/problem.js";
import { lineStarts, positionAt, shownFrom } from "../text/lines.js";
import { visible } from "../text/visible.js";
import { fitInColumns, graphemesOf, isWithinColumns, widthInColumns, widthUpTo } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { hintLines, wrapText } from "./wrap.js";

interface ProblemSource {
  readonly text: string;
  /** As the user named it. */
  readonly path: string;
}

/** For each problem its position, its line with the span marked, and the hint. */
export function problemLines(problems: readonly Problem<string>[], source: ProblemSource, canvas: Canvas): string[] {
  return problemBlocks(problems, source, canvas).flat();
}

/** The same, grouped by problem. */
export function problemBlocks(problems: readonly Problem<string>[], source: ProblemSource, canvas: Canvas): string[][] {
  const { text, path } = source;
  const starts = problems.length === 0 ? [] : lineStarts(text);
  return problems.map(({ code, span, message, hint }) => {
    const { line, column } = positionAt(text, starts, span.start);
    const place = `${visible(path)}:${line}:${column}`;
    return [
      ...headLines({ place, code, message: visible(message) }, canvas),
      ...frameLines(
        { text, span, line, lineStart: shownFrom(text, starts[line - 1] ?? 0), nextLine: starts[line] ?? text.length },
        canvas,
      ),
      ...hintLines(visible(hint), canvas),
    ];
  });
}

/** On one line if it fits; otherwise the position, which editors understand, is on a line of its own. */
function headLines(
  { place, code, message }: { place: string; code: string; message: string },
  canvas: Canvas,
): string[] {
  const { paint, width } = canvas;
  if (isWithinColumns(`${place}  ${code}  ${message}`, width))
    return [`${paint.strong(place)}  ${paint.warn(code)}  ${message}`];
  const [first = "", ...rest] = wrapText(`${code} ${message}`, width, { first: 2, rest: 2 });
  return [paint.strong(place), first.replace(code, () => paint.warn(code)), ...rest];
}

interface Frame {
  readonly text: string;
  readonly span: Problem["span"];
  readonly line: number;
  readonly lineStart: number;
  readonly nextLine: number;
}

const keptBefore = 24;

/** The end of a text that fits into this many columns. */
function endOf(text: string, columns: number): string {
  let end = "";
  for (const grapheme of [...graphemesOf(text)].reverse()) {
    if (widthInColumns(grapheme + end) > columns) break;
    end = grapheme + end;
  }
  return end;
}

/** The line, with carets below the part of the span that is in it. */
function frameLines({ text, span, line, lineStart, nextLine }: Frame, { paint, width }: Canvas): string[] {
  const whole = text.slice(lineStart, nextLine).replace(/[\r\n]+$/, "");
  const lineEnd = lineStart + whole.length;
  const gutter = `${String(line).padStart(5)} | `;
  const room = Math.max(1, Math.min(width, 160) - gutter.length);
  const [before = "", marked = "", after = ""] = [
    text.slice(lineStart, span.start),
    text.slice(span.start, Math.min(span.end, lineEnd)),
    text.slice(Math.min(span.end, lineEnd), lineEnd),
  ].map((part) => visible(withoutCredentials(part)));
  // A span far to the right is made visible by omitting text before it.
  const isFar = widthUpTo(before, room) + Math.min(widthUpTo(marked, 10), 10) > room;
  const lead = isFar ? `…${endOf(before, Math.min(keptBefore, Math.floor(room / 2) - 1))}` : before;
  const shown = fitInColumns(lead + marked + after, room);
  const carets = "^".repeat(Math.max(1, Math.min(widthUpTo(marked, room), room - widthInColumns(lead))));
  return [
    `${paint.dim(gutter)}${shown}`,
    `${paint.dim(`${" ".repeat(gutter.length - 2)}| `)}${" ".repeat(widthInColumns(lead))}${paint.warn(carets)}`,
  ];
}
