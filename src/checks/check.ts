// Check: what every look for one kind of problem is declared as.

import type { Blocks } from "../model/blocks.js";
import type { Day } from "../model/dates.js";
import type { Problem, ProblemCode } from "../model/problem.js";
import type { Roadmap } from "../model/roadmap.js";

/** One file, read. */
export interface Page {
  readonly roadmap: Roadmap;
  /** Those behind the front matter, in the same text. */
  readonly blocks: Blocks;
  readonly today: Day;
}

export interface Check {
  /** What it finds. */
  readonly codes: readonly ProblemCode[];
  /** In any order. */
  find(page: Page): readonly Problem[];
}
