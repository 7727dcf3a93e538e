// Config lines: a list of settings with their sources.

import { visible } from "../text/visible.js";
import { padToColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { wrapText } from "./wrap.js";

export interface ConfigRow {
  readonly name: string;
  readonly value: string;
  /** The source of the value: `line 3`, `$NO_COLOR`, `default`. */
  readonly from: string;
}

const nameWidth = 16;

/** In groups separated by a blank line. Nothing is cut: a list of settings should be complete. */
export function configLines(groups: readonly (readonly ConfigRow[])[], canvas: Canvas): string[] {
  return groups.flatMap((rows, index) => [
    ...(index === 0 ? [] : [""]),
    ...rows.flatMap((row) => rowLines(row, canvas)),
  ]);
}

function rowLines({ name, value, from }: ConfigRow, { paint, width }: Canvas): string[] {
  const text = visible(`${value} (${from})`);
  const isNarrow = width < 2 * nameWidth + 10;
  const indent = isNarrow ? 2 : nameWidth;
  const lines = wrapText(text, width, { first: indent, rest: indent });
  if (isNarrow) return [paint.strong(name), ...lines];
  const [first = "", ...rest] = lines;
  return [paint.strong(padToColumns(name, nameWidth)) + first.slice(nameWidth), ...rest];
}
