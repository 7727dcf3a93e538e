// Lacking: what some topics of a table have and others do not, told one by one; what none has is told once.

import { numberToType } from "../model/address.js";
import { isBlankCell } from "../model/blank-cell.js";
import type { Problem, ProblemCode } from "../model/problem.js";
import { type ColumnKind, cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { spanOf } from "./span-of.js";

interface Lack {
  readonly code: ProblemCode;
  readonly column: ColumnKind;
  /** With its article: `a finish date`. */
  readonly what: string;
  /** The command that mends it, for a topic as it is named. */
  readonly hint: (name: string) => string;
}

/** @param topics those of one table that should have it */
export function lackingProblems(roadmap: Roadmap, topics: readonly Topic[], lack: Lack): Problem[] {
  const lacking = topics.filter((topic) => isBlank(roadmap, topic, lack.column));
  const [first, another] = lacking;
  if (!first?.table.columns.has(lack.column)) return [];
  const { code, what, hint } = lack;
  if (another && lacking.length === topics.length) {
    const message = `${topics.length} topics in this table are done, but none has ${what}`;
    return [{ code, span: spanOf(first, "topic"), message, hint: hint(numberToType(roadmap, first)) }];
  }
  return lacking.map((topic) => {
    const message = `"${topic.name}" is done but has no ${what.replace(/^an? /, "")}`;
    return { code, span: spanOf(topic, "topic"), message, hint: hint(numberToType(roadmap, topic)) };
  });
}

export function isBlank(roadmap: Roadmap, topic: Topic, column: ColumnKind): boolean {
  return isBlankCell(cellText(roadmap, topic, column));
}
