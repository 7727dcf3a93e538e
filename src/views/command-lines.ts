// Command lines: commands to type, each with what it does next to it, or below it if there is no room.

import { widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { namingFile, wrapText } from "./wrap.js";

type TypedCommand = readonly [command: string, meaning: string];

const indent = 2;

/** All commands have their meanings next to them, `gap` columns apart, or none has. */
export function commandLines(rows: readonly TypedCommand[], canvas: Canvas, gap = 4): string[] {
  const { paint, width } = canvas;
  const named = rows.map(([command, meaning]): TypedCommand => [namingFile(command, canvas), meaning]);
  const start = indent + gap + Math.max(...named.map(([command]) => widthInColumns(command)));
  const isBeside = named.every(([, meaning]) => start + widthInColumns(meaning) <= width);
  return named.flatMap(([command, meaning]) => {
    const typed = `${" ".repeat(indent)}${paint.cmd(command)}`;
    if (meaning === "") return [typed];
    if (isBeside) return [`${typed}${" ".repeat(start - indent - widthInColumns(command))}${paint.dim(meaning)}`];
    return [typed, ...wrapText(meaning, width, { first: 2 * indent, rest: 2 * indent }).map(paint.dim)];
  });
}
