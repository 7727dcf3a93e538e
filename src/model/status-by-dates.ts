// Status by dates: the status implied by the dates of a topic whose status cell is blank.

import type { Day } from "./dates.js";
import type { Status } from "./status.js";

/**
 * A date after today is a plan and proves nothing.
 * @param today null to count every date as a fact
 */
export function statusByDates(
  { started, finished }: { readonly started: Day | null; readonly finished: Day | null },
  today: Day | null,
): Status {
  if (isPast(finished, today)) return "done";
  return isPast(started, today) ? "in-progress" : "not-started";
}

/** Whether there is a date, and it is today or earlier. */
export function isPast(day: Day | null, today: Day | null): day is Day {
  return day !== null && (today === null || day <= today);
}

/** Whether there is a date, and it is after today. */
export function isAhead(day: Day | null, today: Day | null): day is Day {
  return day !== null && today !== null && day > today;
}
