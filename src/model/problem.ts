// Problems: things wrong in the file. They are returned, never thrown.

import type { Span } from "../text/edit.js";
import { linkKinds, readingKinds, type Severity } from "./problem-kinds.js";

/** A problem found by reading, or by a check of links. */
export type ProblemCode = keyof typeof readingKinds | keyof typeof linkKinds;

export interface Problem<Code extends string = ProblemCode> {
  readonly code: Code;
  readonly span: Span;
  /** What is wrong, in the user's words; one line. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** A problem that `doctor` lists: one of these, or one that a rule finds. */
export interface Diagnostic extends Problem<string> {
  readonly severity: Severity;
}

/** Whether the file has an unfinished merge: then nothing else in it can be judged. */
export function isConflicted(problems: readonly Problem<string>[]): boolean {
  const conflict: ProblemCode = "CONFLICT_MARKERS";
  return problems.some(({ code }) => code === conflict);
}

export function withSeverity(problem: Problem): Diagnostic {
  const { severity } = { ...readingKinds, ...linkKinds }[problem.code];
  return { ...problem, severity };
}
