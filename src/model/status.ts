// Status: the five statuses, a file's own words for them, and the characters and dates that imply one.

import type { Day } from "./dates.js";

export const statuses = ["not-started", "in-progress", "done", "blocked", "skipped"] as const;

export type Status = (typeof statuses)[number];

export function isUnfinished({ status }: { readonly status: Status }): boolean {
  return status !== "done" && status !== "skipped";
}

/** The words to write if a file shows no spelling of its own. */
export const defaultSpelling: Readonly<Record<Status, string>> = {
  "not-started": "Not Started",
  "in-progress": "In Progress",
  done: "Done",
  blocked: "Blocked",
  skipped: "Skipped",
};

/** A file's own status words: from the front matter, a legend, or words next to an emoji. */
export interface Vocabulary {
  /** The spelling to write for a status, if the front matter or a legend defines it. */
  readonly spelling: ReadonlyMap<Status, string>;
  /**
   * Words (as `statusKey` returns them) and symbols of this file; they take precedence over the built-in ones.
   */
  readonly meanings: ReadonlyMap<string, Status>;
}

export const emptyVocabulary: Vocabulary = { spelling: new Map(), meanings: new Map() };

// The characters between a task's brackets, and the statuses they represent.

const statusByTaskMarker: ReadonlyMap<string, Status> = new Map([
  [" ", "not-started"],
  ["\t", "not-started"],
  ["\n", "not-started"],
  ["\r", "not-started"],
  ["x", "done"],
  ["X", "done"],
  ["/", "in-progress"],
  ["-", "skipped"],
  ["!", "blocked"],
  // Moved elsewhere: there is nothing left to do here.
  [">", "skipped"],
  // Marks of themes for editors: scheduled, question, star, quote, location, bookmark, idea and the like say nothing
  // about progress.
  ...[...'<?*"nlbiISpcfkwud'].map((mark): [string, Status] => [mark, "not-started"]),
]);

/** The marks that can be written; of synonyms, the first. */
export const taskMarkers = [" ", "x", "X", "/", "-", "!", ">"] as const;

export function statusOfTaskMarker(mark: string): Status | undefined {
  return statusByTaskMarker.get(mark);
}

/** The mark to write for a status. */
export function markOfStatus(status: Status): string {
  return taskMarkers.find((mark) => statusOfTaskMarker(mark) === status) ?? " ";
}

/**
 * The status implied by the dates of a topic whose status cell is blank. A date after today is a plan and proves
 * nothing.
 * @param today null to count every date as a fact
 */
export function statusByDates(
  { started, finished }: { readonly started: Day | null; readonly finished: Day | null },
  today: Day | null,
): Status {
  if (isUntilToday(finished, today)) return "done";
  return isUntilToday(started, today) ? "in-progress" : "not-started";
}

/** Whether there is a date, and it is today or earlier. */
export function isUntilToday(day: Day | null, today: Day | null): day is Day {
  return day !== null && (today === null || day <= today);
}

/** Whether there is a date, and it is after today. */
export function isAfterToday(day: Day | null, today: Day | null): day is Day {
  return day !== null && today !== null && day > today;
}
