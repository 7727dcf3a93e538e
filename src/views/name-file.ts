// Name file: the commands that are told mean the same file, also where the person had to name it.

import { quoteForShell } from "../text/quote-for-shell.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "./paint.js";

/** Where a command begins in what is told; some take no file. */
const command = /(^|: |`| or )roadmap (?=[a-z])(?!help |completion |init )/g;

/**
 * What is told to be typed, with `--file` in each command where the person had to give it: right behind the program,
 * because names behind it may hold anything.
 */
export function namingFile(told: string, { file }: Pick<Canvas, "file">): string {
  if (file === undefined || / --file /.test(told)) return told;
  const path = visible(quoteForShell(file.startsWith("-") ? `./${file}` : file));
  return told.replace(command, (_, before: string) => `${before}roadmap --file ${path} `);
}

/** What to do next: on one line, to be copied. */
export function nextLine(next: string, canvas: Pick<Canvas, "file" | "first">): string {
  return `  next: ${namingFile(visible(canvas.first ?? next), canvas)}`;
}
