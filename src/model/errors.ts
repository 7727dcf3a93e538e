// Errors that the user can fix, and the exit codes that tell scripts their kind.

import { hintOf, type Way } from "./ways.js";

/** Exit codes of the program; documented in docs/exit-codes.md. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  fileProblem: 4,
  changedMeanwhile: 5,
  locked: 6,
  disk: 7,
  savedNotCommitted: 8,
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const { failed, usage, notFound, fileProblem, changedMeanwhile, locked, disk, savedNotCommitted, bug } = exitCodes;

/**
 * Every code of a `UserError` with its exit code, in alphabetical order. The comment after each is its meaning in
 * docs/errors.md; comments add nothing to the size of the program.
 */
const errorCodes = {
  ALREADY_DONE: failed, // the topic is done; only `reopen` changes that
  ALREADY_THERE: failed, // a topic, column or phase of that name or kind already exists
  ATTRIBUTES_FOREIGN: failed, // another line in git's attributes overrides the one for the roadmap
  ATTRIBUTES_LINK: fileProblem, // git's attributes file is a symbolic link, which git does not follow
  BAD_TODAY: usage, // ROADMAP_TODAY, or the day given to the library, is not a date
  BRANCH_LOCKED: savedNotCommitted, // another program keeps changing or locking the branch
  BROWSER_FAILED: failed, // the browser could not open the page
  BUG: bug, // an internal error; please report it
  CANCELED: failed, // the user canceled a question
  CHANGED_MEANWHILE: changedMeanwhile, // the file changed since it was read
  CHANGE_NOT_FOUND: notFound, // no recorded change has that id
  CHOICE_MISFIT: usage, // a merge conflict cannot be resolved with that option or value
  COLUMNS_DIFFER: failed, // a topic cannot move to a table with different columns
  COLUMN_MISSING: fileProblem, // the table, or the file to import, lacks a column
  COLUMN_NAME_TAKEN: failed, // with the new name, roadmap would read the column or its table differently
  COLUMN_NOT_FOUND: notFound, // no column has that name
  COLUMN_OF_KIND: usage, // `--column` cannot set a column that has an option of its own, nor a percentage
  COLUMN_REPEATED: fileProblem, // two columns are of the same kind, so roadmap cannot tell which to use
  COLUMN_UNKNOWN: usage, // a file to import has an unknown column, or lacks one to ignore
  COLUMN_UNNAMED: usage, // a new column needs a header
  COMMIT_REFUSED: savedNotCommitted, // git, or one of its hooks, refused the commit
  CONFIG_FOREIGN: failed, // git is already configured with another value
  CONFLICTS_HANG_TOGETHER: failed, // a merge conflict can be resolved only together with others
  CONFLICT_MARKERS: fileProblem, // the file has unresolved merge conflicts
  CONFLICT_NOT_FOUND: notFound, // no merge conflict matches, or several do
  CONFLICT_UNCLEAR: fileProblem, // a merge conflict lacks a conflict marker, or has one too many
  CONFLICT_WOULD_RETURN: fileProblem, // undo or redo would restore a merge conflict in a file that has changed since
  CSV_BROKEN: usage, // a file to import is not a valid CSV file
  DANGLING_LINK: notFound, // the path is a symbolic link to a file that does not exist
  DATE_AMBIGUOUS: usage, // it is unclear whether the day or the month comes first in the date
  DATE_IN_FUTURE: usage, // a topic cannot be started or finished after today
  DATE_NOT_UNDERSTOOD: usage, // the words are not a date
  DATE_ORDER_UNCLEAR: fileProblem, // the file does not tell whether the day or the month comes first in its dates
  DISK_DAMAGES: disk, // the disk returned different bytes than were written; the file was not changed
  DISK_ERROR: disk, // the disk reported an error
  DISK_FULL: disk, // no space is left on the disk
  DISK_REFUSED: disk, // the system refused to read or write, for another reason
  EDITOR_FAILED: failed, // the editor did not exit normally
  EDITOR_NOT_FOUND: failed, // the editor cannot be started
  EXPORT_OVER_OTHER: failed, // an export would replace a file that roadmap did not write
  EXPORT_OVER_ROADMAP: usage, // an export would replace the roadmap itself
  FIELD_UNKNOWN: usage, // a JSON file to import has an unknown field
  FILE_EXISTS: failed, // the file to create already exists
  FILE_KEEPS_CHANGING: changedMeanwhile, // another program is writing the file, so it cannot be read
  FILE_NOT_FOUND: notFound, // the file does not exist
  FILE_NOT_IN_VERSION: notFound, // the roadmap does not exist in that revision
  FILE_SIZE_LIMIT: disk, // the file would exceed the size limit of the system
  FILE_TOO_LARGE: fileProblem, // the file is, or would become, larger than `--max-size`
  FINISH_BEFORE_START: failed, // a topic would be finished before it was started
  FOLDER_NOT_FOUND: notFound, // the folder for a new file does not exist
  GIT_IS_BUSY: savedNotCommitted, // a merge, a rebase or the like is in progress
  GIT_LOCKED: savedNotCommitted, // another git command has locked the index
  GIT_REFUSED: failed, // git reported an error, or cannot be started
  GIT_TOO_SLOW: failed, // git did not answer in time
  HASH_NOT_UNDERSTOOD: usage, // the value of `--if-match` is not a file hash
  HEADING_NOT_FOUND: notFound, // no heading matches, or several do
  IGNORED_BY_GIT: savedNotCommitted, // git ignores the roadmap
  IMPORT_BINARY: usage, // the file to import is not a text file
  IMPORT_EMPTY: usage, // the file to import is empty
  IMPORT_MOVES: usage, // an import does not move topics or tasks
  INPUT_NOT_UTF8: usage, // stdin is not UTF-8
  INTERRUPTED_SAVE: fileProblem, // an earlier save was interrupted, and the file has changed since
  JOURNAL_FULL: failed, // the change is too large for the undo journal
  JSON_BROKEN: usage, // a file to import is not valid JSON
  JSON_UNKNOWN: usage, // a JSON file to import is not an export of roadmap
  LINE_SHARED: fileProblem, // a task to move or remove is on the same line as its parent list item
  LINK_LOOP: fileProblem, // the path is a loop of symbolic links
  LINK_NOT_FOUND: notFound, // the topic or task has no such link
  LINK_NOT_USABLE: usage, // a proof link is a placeholder, a script or not a single link
  LINK_WOULD_BREAK: fileProblem, // the change would redirect or break a link whose definition is elsewhere in the file
  LIST_AMBIGUOUS: notFound, // the phase has several task lists
  LIST_WOULD_CHANGE: fileProblem, // the change would move a task into or out of another list item
  LOCKED: locked, // another command is changing the file
  LOCK_IS_FOLDER: fileProblem, // a folder is in the place of the lock
  LOCK_LOST: locked, // the lock was removed during the change; nothing was written
  MEANING_WOULD_CHANGE: fileProblem, // the change would affect how another value in the file is read
  MERGE_REFUSED: fileProblem, // git cannot merge the files
  NAME_AMBIGUOUS: notFound, // several topics or tasks match equally well
  NOTHING_BY_THEN: notFound, // the repository has no commits by that date
  NOTHING_COMMITTED: notFound, // the repository has no commits yet
  NOTHING_PIPED: usage, // `apply` got neither a file nor input from a pipe
  NOTHING_TO_SET: usage, // `set` needs a value
  NOT_AS_WRITTEN: failed, // the text to undo or redo has changed since
  NOT_A_FILE: fileProblem, // the path is a folder, a pipe or a device
  NOT_CONFIRMED: usage, // the command asks before it changes the file, and no one could answer
  NOT_PRIVATE: disk, // a folder or file that only you should own can be changed by others
  NOT_SIGNED: savedNotCommitted, // git could not sign the commit
  NOT_SO_MANY: failed, // fewer changes than that can be undone or redone
  NOT_STARTED: failed, // a topic that has not been started cannot be reopened
  NOT_UTF8: fileProblem, // the file is not UTF-8
  NO_BROWSER: failed, // no browser can be started
  NO_COMMON_VERSION: notFound, // the two revisions have no common ancestor
  NO_EDITOR: failed, // no editor is set
  NO_GIT: failed, // git is not installed
  NO_HOME: failed, // HOME is not set, so your git configuration cannot be found
  NO_IDENTITY: savedNotCommitted, // git does not know who you are
  NO_PERMISSION: disk, // the system denied permission to read or write
  NO_REPOSITORY: failed, // the file is not in a git repository
  NO_ROADMAP: notFound, // neither this folder nor its parents have a roadmap
  NO_TOPIC_TABLE: fileProblem, // the file has no topic table
  OPERATION_NOT_UNDERSTOOD: usage, // a line of `apply` is not an operation, or an option has an invalid value
  OTHER_CHANGES: savedNotCommitted, // the change builds on other uncommitted changes in the file
  OTHER_CHANGE_FIRST: failed, // a later change of the same text has to be undone, or redone, first
  OTHER_TEXT_LOST: disk, // saved, but text that another program wrote at the same moment could not be kept
  PARTIAL_CLONE: failed, // the partial clone lacks some revisions of the file
  PHASE_AMBIGUOUS: notFound, // several phases match
  PHASE_NOT_FOUND: notFound, // no phase matches
  PHASE_UNNAMED: usage, // a phase needs a name
  PLACE_INSIDE: failed, // a task cannot move into itself
  PLACE_TWICE: usage, // two places are given, such as `--after` and `--before`
  PLACE_UNCLEAR: usage, // the target of a new or moved topic or task is missing or contradictory
  PORT_REFUSED: failed, // the system does not let roadmap listen on the port
  PORT_TAKEN: failed, // another program listens on the port
  QUOTA_FULL: disk, // your disk quota is exceeded
  READ_ONLY_DISK: disk, // the disk is mounted read-only
  RENAME_UNCLEAR: usage, // it is unclear what to rename, or the new name is not a name
  REPOSITORY_OF_ANOTHER: failed, // git does not trust the repository, because another user owns it
  REQUEST_REFUSED: usage, // `roadmap web` refused a request that its page would not send
  REVERSED_ALREADY: failed, // the change is already undone, or is not undone and cannot be redone
  REVISION_NOT_FOUND: notFound, // the repository has no such revision
  ROW_SHIFTED: fileProblem, // an unescaped pipe has shifted the values of the row
  ROW_UNMATCHED: usage, // a row to import matches no topic or task
  ROW_WOULD_BE_LOST: fileProblem, // the row would no longer be read as a topic
  SAVE_INTERRUPTED: disk, // the file was only partly written; its previous text is kept
  SETTINGS_BROKEN: fileProblem, // your config.json is not valid JSON, or has a setting twice
  STATUS_NOT_WRITABLE: fileProblem, // a check or percent column cannot say in progress, blocked or skipped
  STATUS_UNKNOWN: usage, // the words are not a status
  TABLE_AMBIGUOUS: notFound, // several topic tables match
  TABLE_NOT_FOUND: notFound, // no topic table matches
  TASK_HAS_NO_CELLS: failed, // a task has no dates, proof links or other cells
  TASK_NOT_FOUND: notFound, // no task matches
  TASK_UNNAMED: usage, // a task needs text
  TEXT_NOT_WRITABLE: usage, // the text contains a control character
  TEXT_WOULD_CHANGE: fileProblem, // the change would alter how the text next to it is read
  TOO_COMPLEX: fileProblem, // reading the file takes too much time or memory
  TOO_LITTLE_HISTORY: failed, // too few topics were finished, or too few weeks have passed, for a forecast
  TOO_MANY_FILES: disk, // too many files are open
  TOPICS_INSIDE: fileProblem, // a task to move or remove contains a table with topics
  TOPIC_NOT_FOUND: notFound, // no topic matches
  TOPIC_REPEATED: usage, // two rows to import have the same topic name
  TOPIC_UNNAMED: usage, // a topic needs a name
  TOPIC_WOULD_BE_LOST: fileProblem, // with the chosen lines, a topic would no longer be read as one
  TRACK_NOT_FOUND: notFound, // no track matches
  TYPE_UNKNOWN: usage, // a row to import has a type other than "topic" or "task"
  USAGE: usage, // the command line is invalid
  VALUE_UNDECIDED: notFound, // two values are equally likely, and only you can choose
  VERSION_UNREADABLE: fileProblem, // the roadmap cannot be read in that revision
} as const satisfies Record<string, ExitCode>;

/** Stable name for scripts: `TOPIC_NOT_FOUND`. */
export type ErrorCode = keyof typeof errorCodes;

/** An error the user can fix: shown without a stack, with a hint, and with its own exit code. */
export class UserError extends Error {
  override readonly name: string = "UserError";
  readonly code: ErrorCode;
  /** What to do about it, as data: texts, operations with their input, and views. */
  readonly ways: readonly Way[];
  /** The same as a sentence with commands. */
  readonly hint: string;
  readonly exitCode: ExitCode;

  /**
   * @param message what is wrong, in the user's words; one line
   * @param hint what to do about it; where possible the next operation or view
   */
  constructor(code: ErrorCode, message: string, hint: Way | readonly Way[]) {
    super(message);
    this.code = code;
    this.ways = [hint].flat();
    this.hint = hintOf(this.ways);
    this.exitCode = errorCodes[code];
  }
}

interface Said extends Pick<UserError, "message" | "exitCode"> {
  readonly hint: Way | readonly Way[];
}

/** A copy of the error in other words, or with the exit code of what it stopped: a commit, an import, a merge driver. */
export function withChanges(
  error: UserError,
  { message = error.message, hint = error.ways, exitCode = error.exitCode }: Partial<Said>,
): UserError {
  return Object.assign(new UserError(error.code, message, hint), { exitCode });
}

/** What was done before an error and is not reverted by it: an interrupted save was undone. */
export interface Restored {
  readonly path: string;
  /** The path of the partly saved text. */
  readonly tornText: string;
}

const restoredBefore = new WeakMap<object, Restored>();

/** Adds that fact to the error. */
export function withRestored(error: unknown, restored: Restored): unknown {
  if (typeof error === "object" && error !== null) restoredBefore.set(error, restored);
  return error;
}

export function restoredBeforeError(error: unknown): Restored | undefined {
  return typeof error === "object" && error !== null ? restoredBefore.get(error) : undefined;
}
