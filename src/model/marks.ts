// Task markers: the characters between a task's brackets, and the statuses they represent.

import type { Status } from "./status.js";

const statusByMark: ReadonlyMap<string, Status> = new Map([
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
]);

/** The marks that can be written; of synonyms, the first. */
export const writableMarks = [" ", "x", "X", "/", "-", "!", ">"] as const;

export function statusOfMark(mark: string): Status | undefined {
  return statusByMark.get(mark);
}

/** The mark to write for a status. */
export function markOfStatus(status: Status): string {
  return writableMarks.find((mark) => statusOfMark(mark) === status) ?? " ";
}
