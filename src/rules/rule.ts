// Rule: what doctor looks for, with how much it matters, what it means, and how it is fixed.

import type { Blocks } from "../model/blocks.js";
import type { ColumnKind } from "../model/columns.js";
import type { Day } from "../model/dates.js";
import { type Problem, type ProblemKind, readingKinds } from "../model/problem.js";
import { cellOf, type Roadmap, type Topic, type TopicTable } from "../model/roadmap.js";
import { groupBy } from "../text/arrays.js";
import type { Edit, Span } from "../text/edit.js";

/** One file, read. */
export interface Page {
  readonly roadmap: Roadmap;
  /** Those after the front matter, in the same text. */
  readonly blocks: Blocks;
  readonly today: Day;
}

/** A kind of problem. Its code has a row of its own in docs/problems.md. */
export interface Rule extends ProblemKind {
  readonly code: string;
  /** In any order. A rule without it only fixes what reading finds. */
  readonly find?: (page: Page) => readonly Finding[];
  /** For a problem with one right answer. Several fixes are applied one after the other. */
  readonly fix?: Fix | readonly Fix[];
  /** Whether it is fixed only if its code was requested. */
  readonly isOnRequest?: true;
}

/** A problem without its code, which is that of the rule. */
export type Finding = Omit<Problem, "code">;

export type Fix = (page: Page) => FixPlan;

export interface FixPlan {
  /** One for each place that is fixed; none if nothing is wrong, or nothing has one right answer. */
  readonly edits: readonly Edit[];
  /**
   * Compares the file before and after the edits, or those of them that were made.
   * @throws Error if something else differs: a bug in roadmap
   * @throws UserError if a fix would change how other topics are read
   */
  verify(after: Page, made: readonly Edit[]): void;
}

/** The kind of a rule that only fixes. */
export function foundByReading(code: keyof typeof readingKinds): Omit<Rule, "find" | "fix" | "isOnRequest"> {
  return { code, ...readingKinds[code] };
}

/** The topic's cell; its whole row if it has no such cell. */
export function spanOf(topic: Topic, column: ColumnKind): Span {
  const { start, end } = cellOf(topic, column) ?? topic.row;
  return { start, end };
}

/** Without tables that have no topics. */
export function topicsByTable({ topics }: Roadmap): ReadonlyMap<TopicTable, readonly Topic[]> {
  return groupBy(topics, ({ table }) => table);
}

export interface TrimmedLine {
  readonly text: string;
  readonly span: Span;
}

/** The lines within a span, trimmed; without blank ones. */
export function linesIn(text: string, { start, end }: Span): TrimmedLine[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const trimmed = line.trim();
    const from = start + index + line.indexOf(trimmed);
    return trimmed === "" ? [] : [{ text: trimmed, span: { start: from, end: from + trimmed.length } }];
  });
}
