// Command lines: commands to type, each with what it does next to it, or below it if there is no room.

import { widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { namingFile, wrapText } from "./wrap.js";

export type TypedCommand = readonly [command: string, meaning: string];

const indent = 2;

export function commandLines(commands: readonly TypedCommand[], canvas: Canvas): string[] {
  return commandBlocks([commands], canvas, 4).flat();
}

/** In all blocks, the meanings are next to the commands, at least `gap` columns away, or in none. */
export function commandBlocks(blocks: readonly (readonly TypedCommand[])[], canvas: Canvas, gap: number): string[][] {
  const { paint, width } = canvas;
  const named = blocks.map((block) =>
    block.map(([command, meaning]): TypedCommand => [namingFile(command, canvas), meaning]),
  );
  const start = indent + gap + Math.max(...named.flat().map(([command]) => widthInColumns(command)));
  const isBeside = named.flat().every(([, meaning]) => start + widthInColumns(meaning) <= width);
  const linesOf = ([command, meaning]: TypedCommand): string[] => {
    const typed = `${" ".repeat(indent)}${paint.cmd(command)}`;
    if (isBeside) return [`${typed}${" ".repeat(start - indent - widthInColumns(command))}${paint.dim(meaning)}`];
    return [typed, ...wrapText(meaning, width, { first: 2 * indent, rest: 2 * indent }).map(paint.dim)];
  };
  return named.map((block) => block.flatMap(linesOf));
}
