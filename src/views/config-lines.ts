// Config lines: groups of settings with their values and sources.

import { visible } from "../text/visible.js";
import { padToColumns, widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { wrapText } from "./wrap.js";

export interface ConfigGroup {
  readonly title: string;
  readonly rows: readonly ConfigRow[];
}

export interface ConfigRow {
  /** Empty for a second line about the setting before. */
  readonly name: string;
  readonly value: string;
  /** The source of the value: `line 3`, `$NO_COLOR`, `default`. */
  readonly from: string;
}

/** Nothing is cut: a list of settings should be complete. */
export function configLines(groups: readonly ConfigGroup[], canvas: Canvas): string[] {
  const names = groups.flatMap(({ rows }) => rows.map(({ name }) => widthInColumns(name)));
  const indent = 4 + Math.max(...names);
  return groups.flatMap(({ title, rows }, index) => [
    ...(index === 0 ? [] : [""]),
    ...wrapText(visible(title), canvas.width, { first: 0, rest: 2 }).map(canvas.paint.head),
    ...rows.flatMap((row) => rowLines(row, indent, canvas)),
  ]);
}

/** The source follows the value, below it if they do not fit on one line. */
function rowLines({ name, value, from }: ConfigRow, wanted: number, { paint, width }: Canvas): string[] {
  const isNarrow = width < 3 * wanted;
  const indent = isNarrow ? 4 : wanted;
  const wrapped = (text: string) => wrapText(visible(text), width, { first: indent, rest: indent });
  const [first = "", ...rest] = wrapped(value);
  const whole = `${first}  ${visible(from)}`;
  const isOneLine = rest.length === 0 && widthInColumns(whole) <= width;
  const lines = isOneLine
    ? [`${first}  ${paint.dim(visible(from))}`]
    : [first, ...rest, ...wrapped(from).map((line) => " ".repeat(indent) + paint.dim(line.trimStart()))];
  if (isNarrow) return [...(name === "" ? [] : [`  ${name}`]), ...lines];
  return lines.map((line, index) => (index === 0 ? padToColumns(`  ${name}`, indent) + line.slice(indent) : line));
}
