// Problem kinds: for every code how much it matters and what it means, as docs/problems.md has it.

import type { ProblemCode } from "./problem.js";

/**
 * `error`: the file or its settings cannot be used as they are. `warning`: something is read otherwise than it was
 * meant, or not at all. `note`: all is read, and a person may want to look at it.
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
    "two columns of one table are of one kind with equal right; the first is read, neither is written",
  ),
  COMMIT_UNKNOWN: warning("a proof names a commit of this repository that is not in it here (with `--links`)"),
  CONFLICT_MARKERS: error("an unfinished merge; the file can be viewed, not changed"),
  DATES_MIXED: note("a date written otherwise than most dates of its column"),
  DATE_IMPOSSIBLE: warning("a date that no calendar has, like `2026-02-30`; it counts as none"),
  DATE_ORDER_UNCLEAR: warning("nothing tells whether `05/06/2026` begins with the day"),
  DATE_UNREADABLE: warning("a date cell says something that is no date; it counts as none"),
  DONE_WITHOUT_DATE: note("a topic is done and has no finish date, in a table that has a column for it"),
  DONE_WITHOUT_PROOF: note("a topic is done, names deliverables, and links to no proof"),
  FINISH_BEFORE_START: warning("the finish date is before the start date"),
  FRONT_MATTER_INVALID: error("the front matter is not YAML"),
  FRONT_MATTER_KEY: warning("a key that is no setting"),
  FRONT_MATTER_LANGUAGE: error("front matter in another language than YAML; it is not run"),
  FRONT_MATTER_OPEN: warning("settings at the top of the file that no `---` line closes; they are not read"),
  FRONT_MATTER_VALUE: warning("a setting with a value that cannot be used"),
  HEADER_REPEATED: note("the header of a table stands in it again as a row; that row is no topic"),
  LINE_ENDINGS_MIXED: note("lines of one file end in different ways"),
  LINK_DEAD: warning("the server of a proof link says that there is no such page (with `--links`)"),
  LINK_FILE_MISSING: warning(
    "a proof link to a file that is not there by that very name, or not in the repository (with `--links`)",
  ),
  LINK_MALFORMED: warning(
    "a proof link that leads nowhere as it is written: a blank in it, no host, no scheme, a script",
  ),
  LINK_PRIVATE: note("a proof link into a private network or to this machine, which was not asked (with `--links`)"),
  LINK_UNCLEAR: note(
    "the server of a proof link does not say whether there is such a page: it wants a login, or fewer questions (with `--links`)",
  ),
  LINK_UNREACHABLE: warning("nobody answers at a proof link, or with an error of the server (with `--links`)"),
  MARK_UNKNOWN: warning("a list item with a mark that means nothing here, like `[?]`; it is no task"),
  PHASES_DISAGREE: note("a phase number means one thing in the table and another under a heading"),
  PHASE_GAP: note("phases are numbered, and a number is left out"),
  PHASE_MISSING: note("a topic has no phase, in a table where others have one"),
  ROW_BROKEN: warning("a row that a line break has cut in two"),
  ROW_TOO_LONG: warning("a row with more cells than the table has columns"),
  ROW_TOO_SHORT: warning("a row with fewer; the missing ones count as blank"),
  STATUS_BLANK: warning("no status, but a date that tells one"),
  STATUS_CONTRADICTED: warning(
    "a status that the dates contradict: not done with a finish date, not started with a start date",
  ),
  STATUS_LEGEND: note("a status cell that lists the words for a status; its topic counts as not started"),
  STATUS_SPELLING: note("a status in other letters than the file's own: `done` where it writes `Done`"),
  STATUS_UNCLEAR: warning("a sign whose meaning differs between files, or one that contradicts the word beside it"),
  STATUS_UNKNOWN: warning("a status word in no list; it counts as not started"),
  TABLE_MALFORMED: warning(
    "lines that nearly are a table: header and delimiter row do not fit together, or one is missing",
  ),
  TASK_MALFORMED: warning("a list item that nearly is a task: `- []`, `-[ ] x`, `- [ ]x`"),
  TEXT_DAMAGED: warning("text that was once read in a wrong encoding, like `√©` for `é`"),
  TOPIC_REPEATED: warning("two topics of one name in one phase; a command cannot tell them apart by it"),
  TOPIC_UNNAMED: warning("a row whose topic cell is blank"),
};
