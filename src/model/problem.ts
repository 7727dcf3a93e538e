// Problems: things wrong in the file. They are returned, never thrown.

import type { Span } from "../text/edit.js";

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

/** Whether the file has unresolved merge conflicts: then nothing else in it can be judged. */
export function isConflicted(problems: readonly Problem<string>[]): boolean {
  const conflict: ProblemCode = "CONFLICT_MARKERS";
  return problems.some(({ code }) => code === conflict);
}

export function withSeverity(problem: Problem): Diagnostic {
  const { severity } = { ...readingKinds, ...linkKinds }[problem.code];
  return { ...problem, severity };
}

/**
 * `error`: the file or its settings cannot be used as they are. `warning`: something is not read as it was meant, or
 * not read. `note`: everything is read, but is worth a look.
 */
export type Severity = "error" | "warning" | "note";

export const severities: readonly Severity[] = ["error", "warning", "note"];

export interface ProblemKind {
  readonly severity: Severity;
  /** What it means, as in docs/problems.md, which is written from it. */
  readonly means: string;
}

type ProblemKinds = Readonly<Record<string, ProblemKind>>;

/** What reading a file finds. The kinds that only `doctor` looks for are declared in `rules`. */
export const readingKinds = {
  COLUMN_INFERRED: {
    severity: "note",
    means: "a column whose kind follows from its cells, or from a part of its header",
  },
  COLUMN_REPEATED: {
    severity: "warning",
    means: "two columns of the same kind whose names fit equally well; the first is read, neither is written",
  },
  CONFLICT_MARKERS: { severity: "error", means: "unresolved merge conflicts; the file can be viewed, but not changed" },
  DATE_IMPOSSIBLE: {
    severity: "warning",
    means: "a date that does not exist, like `2026-02-30`; it counts as no date",
  },
  DATE_IN_FUTURE: {
    severity: "warning",
    means: "a done topic with a finish date after today, or an in-progress topic with a start date after today",
  },
  DATE_ORDER_INFERRED: {
    severity: "note",
    means: "a date whose order of day and month is that of the other date columns of the table",
  },
  DATE_ORDER_UNCLEAR: {
    severity: "warning",
    means: "an ambiguous date: `05/06/2026` may start with the day or the month",
  },
  DATE_UNREADABLE: { severity: "warning", means: "a date cell without a date; it counts as no date" },
  FINISH_BEFORE_START: { severity: "warning", means: "the finish date is before the start date" },
  FRONT_MATTER_INVALID: { severity: "error", means: "the front matter is not valid YAML" },
  FRONT_MATTER_KEY: { severity: "warning", means: "an unknown setting" },
  FRONT_MATTER_LANGUAGE: { severity: "error", means: "front matter in a language other than YAML; it is not run" },
  FRONT_MATTER_VALUE: { severity: "warning", means: "a setting with an invalid value" },
  MARK_UNKNOWN: {
    severity: "warning",
    means: "a list item with an unknown mark, like `[~]`; it is not read as a task",
  },
  ROW_TOO_LONG: { severity: "warning", means: "a row with more cells than the table has columns" },
  ROW_TOO_SHORT: {
    severity: "warning",
    means: "a row with fewer cells than the table has columns; missing cells count as blank",
  },
  STATUS_BLANK: { severity: "warning", means: "no status, but a date that implies one" },
  STATUS_UNCLEAR: {
    severity: "warning",
    means: "an emoji whose meaning differs between files, or that contradicts the word next to it",
  },
  STATUS_UNKNOWN: { severity: "warning", means: "an unknown status word; it counts as not started" },
  TABLE_HTML: { severity: "warning", means: "an HTML table with a status column; only Markdown tables are read" },
  TABLE_UNREAD: {
    severity: "warning",
    means: "a table with a status column, but without a column that names its rows; it is not read",
  },
  TABLE_UNTRACKED: {
    severity: "note",
    means: "a table of due dates, of counts, or of topics whose status is unclear; it is not read",
  },
  TOPIC_UNNAMED: { severity: "warning", means: "a row with a blank topic cell" },
} as const satisfies ProblemKinds;

/** What `doctor --links` finds. */
export const linkKinds = {
  COMMIT_UNKNOWN: {
    severity: "warning",
    means: "a proof link to a commit that is not in this repository (with `--links`)",
  },
  LINK_DEAD: {
    severity: "warning",
    means: "a proof link to a page that does not exist, according to its server (with `--links`)",
  },
  LINK_FILE_MISSING: {
    severity: "warning",
    means:
      "a proof link to a file that does not exist under that exact name, or is not in the repository (with `--links`)",
  },
  LINK_PRIVATE: {
    severity: "note",
    means: "a proof link to a private network or to this machine, which was not requested (with `--links`)",
  },
  LINK_UNCLEAR: {
    severity: "note",
    means: "a proof link that cannot be verified: its server requires a login or limits requests (with `--links`)",
  },
  LINK_UNREACHABLE: {
    severity: "warning",
    means: "a proof link whose server does not answer, or reports an error of its own (with `--links`)",
  },
} as const satisfies ProblemKinds;
