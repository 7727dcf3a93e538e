// Help lines: paragraphs, terms and examples, wrapped to the terminal.

import { padToColumns, widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { wrapText } from "./wrap.js";

/** A paragraph; terms with their meanings; or lines that are shown unchanged. */
export type HelpPart = string | { readonly terms: readonly (readonly [string, string])[] } | { readonly code: string };

export interface HelpText {
  readonly title: string;
  readonly parts: readonly HelpPart[];
}

const maxTermWidth = 24;

export function helpLines({ title, parts }: HelpText, canvas: Canvas): string[] {
  return [
    ...wrapText(title, canvas.width).map(canvas.paint.strong),
    ...parts.flatMap((part) => ["", ...partLines(part, canvas)]),
  ];
}

function partLines(part: HelpPart, canvas: Canvas): string[] {
  if (typeof part === "string") return wrapText(part, canvas.width);
  if ("code" in part) return part.code.split("\n").map((line) => `  ${line}`);
  const widest = Math.max(...part.terms.map(([term]) => widthInColumns(term)));
  const indent = Math.min(widest, maxTermWidth) + 4;
  return part.terms.flatMap((row) => termLines(row, indent, canvas));
}

/** The term with its meaning next to it; below it if there is no room for both. */
function termLines([term, meaning]: readonly [string, string], indent: number, { paint, width }: Canvas): string[] {
  const isNarrow = width < indent + 20;
  const rest = isNarrow ? 4 : indent;
  const lines = wrapText(meaning, width, { first: rest, rest });
  if (isNarrow || widthInColumns(term) > indent - 4) {
    return [...wrapText(term, width, { first: 2, rest: 4 }).map(paint.strong), ...lines];
  }
  const [first = "", ...more] = lines;
  return [`  ${paint.strong(padToColumns(term, indent - 2))}${first.slice(indent)}`, ...more];
}
