// Activity: the days on which topics were started and finished, according to their dates.

import type { Day } from "../dates.js";
import type { Topic } from "../roadmap.js";

interface ActiveDay {
  readonly day: Day;
  readonly started: number;
  readonly finished: number;
}

interface ActivityRequest {
  readonly today: Day;
  /** Earlier days are omitted. */
  readonly since?: Day | undefined;
}

/** Ascending, without days on which nothing happened. Planned dates do not count, nor do those of skipped topics. */
export function activityOf(topics: readonly Topic[], { today, since }: ActivityRequest): ActiveDay[] {
  const days = new Map<Day, { started: number; finished: number }>();
  const add = (day: Day | null, deed: "started" | "finished") => {
    if (day === null || day > today || (since !== undefined && day < since)) return;
    const counts = days.get(day) ?? { started: 0, finished: 0 };
    counts[deed]++;
    days.set(day, counts);
  };
  for (const { status, started, finished } of topics) {
    if (status === "in-progress" || status === "blocked" || status === "done") add(started, "started");
    if (status === "done") add(finished, "finished");
  }
  return [...days].map(([day, counts]) => ({ day, ...counts })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
