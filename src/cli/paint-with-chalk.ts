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
  strong: toStroke(chalk.bold),
  faint: toStroke(chalk.dim),
  good: toStroke(chalk.green),
  active: toStroke(chalk.cyan),
  bad: toStroke(chalk.red),
  notice: toStroke(chalk.yellow),
};
