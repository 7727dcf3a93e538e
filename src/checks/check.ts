// Check: what every look for one kind of problem is declared as.

import type { Blocks } from "../model/blocks.js";
import type { Day } from "../model/dates.js";
import type { Problem, ProblemCode } from "../model/problem.js";
import type { Roadmap } from "../model/roadmap.js";
import type { ByteTable } from "./damaged-runs.js";

/** One file, read. */
export interface Page {
  readonly roadmap: Roadmap;
  /** Those behind the front matter, in the same text. */
  readonly blocks: Blocks;
  readonly today: Day;
  /** The encodings in which the text may once have been misread; none for a text that cannot have been. */
  readonly byteTables: readonly ByteTable[];
}

export interface Check {
  /** What it finds. */
  readonly codes: readonly ProblemCode[];
  /** In any order. */
  find(page: Page): readonly Problem[];
}
