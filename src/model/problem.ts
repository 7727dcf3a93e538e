// Problems: things wrong in the file. They are returned, never thrown.

import type { Span } from "../text/span.js";

/** Every code has a section of its own in docs/problems.md. */
export type ProblemCode =
  | "COLUMN_REPEATED"
  | "CONFLICT_MARKERS"
  | "DATE_ORDER_UNCLEAR"
  | "DATE_UNREADABLE"
  | "FINISH_BEFORE_START"
  | "FRONT_MATTER_INVALID"
  | "FRONT_MATTER_KEY"
  | "FRONT_MATTER_LANGUAGE"
  | "FRONT_MATTER_VALUE"
  | "MARK_UNKNOWN"
  | "ROW_TOO_LONG"
  | "ROW_TOO_SHORT"
  | "STATUS_BLANK"
  | "STATUS_UNCLEAR"
  | "STATUS_UNKNOWN"
  | "TOPIC_UNNAMED";

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  /** What is wrong, in the user's words; one line. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}
