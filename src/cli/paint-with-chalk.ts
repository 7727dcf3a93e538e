// Paint with chalk: the colours of the terminal; the only file that imports chalk.

import { Chalk } from "chalk";
import type { Paint } from "../views/paint.js";

// Whether there are colours at all was decided before this file was loaded; sixteen do for everyone.
const chalk = new Chalk({ level: 1 });

export const paintWithChalk: Paint = {
  strong: chalk.bold,
  faint: chalk.dim,
  good: chalk.green,
  active: chalk.cyan,
  bad: chalk.red,
  notice: chalk.yellow,
};
