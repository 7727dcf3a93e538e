// Problem kinds: severity and meaning of every problem code, as in docs/problems.md.

import type { ProblemCode } from "./problem.js";

/**
 * `error`: the file or its settings cannot be used as they are. `warning`: something is not read as it was meant, or
 * not read. `note`: everything is read, but is worth a look.
 */
export type Severity = "error" | "warning" | "note";

export const severities: readonly Severity[] = ["error", "warning", "note"];

interface ProblemKind {
  readonly severity: Severity;
  readonly means: string;
}

const error = (means: string): ProblemKind => ({ severity: "error", means });
const warning = (means: string): ProblemKind => ({ severity: "warning", means });
const note = (means: string): ProblemKind => ({ severity: "note", means });

export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = {
  COLUMN_REPEATED: warning(
    "two columns of the same kind whose names fit equally well; the first is read, neither is written",
  ),
  COMMIT_UNKNOWN: warning("a proof link to a commit that is not in this repository (with `--links`)"),
  CONFLICT_MARKERS: error("unresolved merge conflicts; the file can be viewed, but not changed"),
  DATES_MIXED: note("a date in a different format from most dates in its column"),
  DATE_IMPOSSIBLE: warning("a date that does not exist, like `2026-02-30`; it counts as no date"),
  DATE_IN_FUTURE: warning(
    "a done topic with a finish date after today, or an in-progress topic with a start date after today",
  ),
  DATE_ORDER_INFERRED: note("a date whose order of day and month is that of the other date column in the table"),
  DATE_ORDER_UNCLEAR: warning("an ambiguous date: `05/06/2026` may start with the day or the month"),
  DATE_UNREADABLE: warning("a date cell without a date; it counts as no date"),
  DONE_WITHOUT_DATE: note("a done topic without a finish date, in a table with a finish date column"),
  DONE_WITHOUT_PROOF: note("a done topic that names deliverables but has no proof link"),
  FINISH_BEFORE_START: warning("the finish date is before the start date"),
  FRONT_MATTER_INVALID: error("the front matter is not valid YAML"),
  FRONT_MATTER_KEY: warning("an unknown setting"),
  FRONT_MATTER_LANGUAGE: error("front matter in a language other than YAML; it is not run"),
  FRONT_MATTER_OPEN: warning("settings at the top of the file without a closing `---` line; they are ignored"),
  FRONT_MATTER_VALUE: warning("a setting with an invalid value"),
  HEADER_REPEATED: note("a row that repeats the table header; it is not read as a topic"),
  LINE_ENDINGS_MIXED: note("the file mixes line endings"),
  LINK_DEAD: warning("a proof link to a page that does not exist, according to its server (with `--links`)"),
  LINK_FILE_MISSING: warning(
    "a proof link to a file that does not exist under that exact name, or is not in the repository (with `--links`)",
  ),
  LINK_MALFORMED: warning("a proof link that cannot work as written: a space, no host, no scheme, or a script"),
  LINK_PRIVATE: note("a proof link to a private network or to this machine, which was not requested (with `--links`)"),
  LINK_UNCLEAR: note(
    "a proof link that cannot be verified: its server requires a login or limits requests (with `--links`)",
  ),
  LINK_UNREACHABLE: warning(
    "a proof link whose server does not answer, or reports an error of its own (with `--links`)",
  ),
  MARK_UNKNOWN: warning("a list item with an unknown mark, like `[?]`; it is not read as a task"),
  PHASES_DISAGREE: note("a phase number with different meanings in the table and under the headings"),
  PHASE_GAP: note("a gap in the phase numbers"),
  PHASE_MISSING: note("a topic without a phase, in a table where others have one"),
  ROW_BROKEN: warning("a row split in two by a line break"),
  ROW_TOO_LONG: warning("a row with more cells than the table has columns"),
  ROW_TOO_SHORT: warning("a row with fewer cells than the table has columns; missing cells count as blank"),
  STATUS_BLANK: warning("no status, but a date that implies one"),
  STATUS_CONTRADICTED: warning(
    "a status that contradicts the dates: a finish date but not done, or a start date but not started",
  ),
  STATUS_LEGEND: note("a status cell that is a legend of status words; its topic counts as not started"),
  STATUS_SPELLING: note("a status spelled differently from the rest of the file: `done` where it uses `Done`"),
  STATUS_UNCLEAR: warning("an emoji whose meaning differs between files, or that contradicts the word next to it"),
  STATUS_UNKNOWN: warning("an unknown status word; it counts as not started"),
  TABLE_MALFORMED: warning(
    "lines that look like a table but are not: the header and the delimiter row do not match, or one is missing",
  ),
  TASK_MALFORMED: warning("a list item that looks like a task but is not: `- []`, `-[ ] x`, `- [ ]x`"),
  TEXT_BELOW_TABLE: note("text right below a table, without a blank line between; it is read as rows of the table"),
  TEXT_DAMAGED: warning("garbled text (mojibake) from a wrong encoding, like `√©` for `é`"),
  TOPIC_REPEATED: warning("two topics with the same name in one phase; commands cannot tell them apart by name"),
  TOPIC_UNNAMED: warning("a row with a blank topic cell"),
};
