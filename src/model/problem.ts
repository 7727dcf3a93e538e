// Problems: things wrong in the file. They are returned, never thrown.

import type { Span } from "../text/span.js";

/** Every code has its own row in docs/problems.md and in problem-kinds.ts. */
export type ProblemCode =
  | "COLUMN_REPEATED"
  | "COMMIT_UNKNOWN"
  | "CONFLICT_MARKERS"
  | "DATES_MIXED"
  | "DATE_IMPOSSIBLE"
  | "DATE_IN_FUTURE"
  | "DATE_ORDER_INFERRED"
  | "DATE_ORDER_UNCLEAR"
  | "DATE_UNREADABLE"
  | "DONE_WITHOUT_DATE"
  | "DONE_WITHOUT_PROOF"
  | "FINISH_BEFORE_START"
  | "FRONT_MATTER_INVALID"
  | "FRONT_MATTER_KEY"
  | "FRONT_MATTER_LANGUAGE"
  | "FRONT_MATTER_OPEN"
  | "FRONT_MATTER_VALUE"
  | "HEADER_REPEATED"
  | "LINE_ENDINGS_MIXED"
  | "LINK_DEAD"
  | "LINK_FILE_MISSING"
  | "LINK_MALFORMED"
  | "LINK_PRIVATE"
  | "LINK_UNCLEAR"
  | "LINK_UNREACHABLE"
  | "MARK_UNKNOWN"
  | "PHASES_DISAGREE"
  | "PHASE_GAP"
  | "PHASE_MISSING"
  | "ROW_BROKEN"
  | "ROW_TOO_LONG"
  | "ROW_TOO_SHORT"
  | "STATUS_BLANK"
  | "STATUS_CONTRADICTED"
  | "STATUS_LEGEND"
  | "STATUS_SPELLING"
  | "STATUS_UNCLEAR"
  | "STATUS_UNKNOWN"
  | "TABLE_MALFORMED"
  | "TASK_MALFORMED"
  | "TEXT_BELOW_TABLE"
  | "TEXT_DAMAGED"
  | "TOPIC_REPEATED"
  | "TOPIC_UNNAMED";

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  /** What is wrong, in the user's words; one line. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}
