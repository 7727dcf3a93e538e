// Timeline: from which day to which day each topic was worked on, according to its dates.

import type { Day } from "../dates.js";
import type { Topic } from "../roadmap.js";

export interface TimelineBar {
  readonly topic: Topic;
  /** At least one is not null. An unfinished topic continues and has no `to`. */
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface Timeline {
  /** Sorted by first day. */
  readonly bars: readonly TimelineBar[];
  /**
   * Topics without a bar: not started; begun or done without a date, with a date after today, or finished before their
   * start.
   */
  readonly notStarted: number;
  readonly undated: number;
  readonly ahead: number;
  readonly backwards: number;
}

/** Without skipped topics; with `since`, only those that were worked on on that day or later. */
export function timelineOf(
  topics: readonly Topic[],
  { today, since }: { today: Day; since?: Day | undefined },
): Timeline {
  const bars: TimelineBar[] = [];
  const counts = { notStarted: 0, undated: 0, ahead: 0, backwards: 0 };
  for (const topic of topics) {
    if (topic.status === "skipped") continue;
    const bar = barOf(topic, today);
    if (typeof bar === "string") counts[bar]++;
    else if (since === undefined || lastDay(bar, today) >= since) bars.push(bar);
  }
  return { bars: bars.sort((a, b) => compare(firstDay(a), firstDay(b))), ...counts };
}

function barOf(topic: Topic, today: Day): TimelineBar | keyof Omit<Timeline, "bars"> {
  const { status, started: from, finished } = topic;
  if (status === "not-started") return "notStarted";
  const to = status === "done" ? finished : null;
  if (from === null && to === null) return "undated";
  if ((from ?? "") > today || (to ?? "") > today) return "ahead";
  return from !== null && to !== null && to < from ? "backwards" : { topic, from, to };
}

export function firstDay({ from, to }: TimelineBar): Day {
  return from ?? to ?? "";
}

/** Today for a topic that continues; the only known day for one that was finished on an unknown day. */
export function lastDay({ topic, from, to }: TimelineBar, today: Day): Day {
  return to ?? (topic.status === "done" ? (from ?? today) : today);
}

function compare(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
