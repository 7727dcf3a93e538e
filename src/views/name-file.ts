// Name file: adds `--file` to suggested commands if the user had to name the file.

import { quoteForShell } from "../text/quote-for-shell.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "./paint.js";

/** The start of a command in a text; some commands take no file. */
const command = /(^|: |`| or )roadmap (?=[a-z])(?!help |completion |init )/g;

/**
 * A text with `--file` in each command, if the user had to name the file: directly after the program, because names may
 * contain anything.
 */
export function namingFile(told: string, { file }: Pick<Canvas, "file">): string {
  if (file === undefined || / --file /.test(told)) return told;
  const path = visible(quoteForShell(file.startsWith("-") ? `./${file}` : file));
  return told.replace(command, (_, before: string) => `${before}roadmap --file ${path} `);
}

/** The next command: on one line, to be copied. */
export function nextLine(next: string, canvas: Pick<Canvas, "file" | "first">): string {
  return `  next: ${namingFile(visible(canvas.first ?? next), canvas)}`;
}
