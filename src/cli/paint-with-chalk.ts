// Paint with chalk: the colors of the terminal; the only file that imports chalk.

import { Chalk } from "chalk";
import type { Paint, Stroke } from "../views/canvas.js";

// Whether to use colors was decided before this file was loaded; every terminal has sixteen.
const chalk = new Chalk({ level: 1 });

/** Chalk joins all of its arguments; a stroke takes one text, whatever else `map` passes. */
const one =
  (paint: (text: string) => string): Stroke =>
  (text) =>
    paint(text);

export const paintWithChalk: Paint = {
  strong: one(chalk.bold),
  faint: one(chalk.dim),
  good: one(chalk.green),
  active: one(chalk.cyan),
  bad: one(chalk.red),
  notice: one(chalk.yellow),
};
