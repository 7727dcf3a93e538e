// Paint with chalk: the colors of the terminal; the only file that imports chalk.

import { Chalk } from "chalk";
import type { Paint, Stroke } from "../views/canvas.js";

// Whether to use colors was decided before this file was loaded; every terminal has sixteen.
const chalk = new Chalk({ level: 1 });

/** Chalk joins all of its arguments; a stroke takes one text, whatever else `map` passes. */
const toStroke =
  (paint: (text: string) => string): Stroke =>
  (text) =>
    paint(text);

export const paintWithChalk: Paint = {
  head: toStroke(chalk.bold),
  strong: toStroke(chalk.bold),
  // Not bright black, which is invisible in some color schemes.
  dim: toStroke(chalk.dim),
  done: toStroke(chalk.green),
  active: toStroke(chalk.yellow),
  blocked: toStroke(chalk.red),
  cmd: toStroke(chalk.cyan),
  error: toStroke(chalk.bold.red),
  warn: toStroke(chalk.yellow),
  link: toStroke(chalk.underline),
};
