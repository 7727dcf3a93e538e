// Paint with chalk: the colours of the terminal; the only file that imports chalk.

import { Chalk } from "chalk";
import type { Paint, Stroke } from "../views/paint.js";

// Whether there are colours at all was decided before this file was loaded; sixteen do for everyone.
const chalk = new Chalk({ level: 1 });

/** Chalk joins all that it is given; a stroke takes one text, whatever else `map` hands it. */
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
