// The public library: read a roadmap from a text, plan edits, apply them.

import { readFrontMatter } from "./markdown/front-matter.js";
import { bodyStart, frontMatterPlace } from "./markdown/front-matter-place.js";
import { type RoadmapReading, readRoadmap } from "./markdown/read-roadmap.js";
import { readBlocksWithRemark } from "./markdown/remark.js";
import { scanBlocks } from "./markdown/scan/index.js";
import type { Day } from "./model/dates.js";

export type { ColumnKind } from "./model/columns.js";
export type { Day } from "./model/dates.js";
export { type ErrorCode, type ExitCode, UserError } from "./model/errors.js";
export { AmbiguousName, findTask, findTopic } from "./model/find.js";
export type { Problem, ProblemCode } from "./model/problem.js";
export { type Progress, type ProgressGroup, type ProgressKey, progressOf } from "./model/progress.js";
export { cellText, type Phase, type Roadmap, type Task, type Topic, type Track } from "./model/roadmap.js";
export type { Status } from "./model/status.js";
export type { Way } from "./model/ways.js";
export { type OperationName, operations } from "./operations/index.js";
export type { Operation, Plan } from "./operations/operation.js";
export type { Span } from "./text/edit.js";
export { applyEdits, type Edit } from "./text/edit.js";
export type { RoadmapReading };

/**
 * Reads a roadmap from the text of a file. Never throws: whatever is wrong in the text is among the problems. If the
 * fast reader abstains, remark reads the text, without the time limit that the program sets.
 * Pass `today`: a date after it is a plan and proves nothing. Without it every date counts as a fact.
 */
export function parseRoadmap(text: string, { today = null }: { today?: Day | null } = {}): RoadmapReading {
  const from = bodyStart(text);
  const place = frontMatterPlace(text);
  const blocks = scanBlocks(text, from) ?? readBlocksWithRemark(text, from);
  return readRoadmap(text, blocks, { frontMatter: place ? readFrontMatter(text, place) : undefined, today });
}
