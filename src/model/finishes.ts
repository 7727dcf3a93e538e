// Finishes: the days on which topics were finished, and how many done topics have no known day.

import type { Day } from "./dates.js";
import type { Topic } from "./roadmap.js";

interface Finish {
  readonly topic: Topic;
  readonly day: Day;
}

export interface Finishes {
  /** By day. */
  readonly dated: readonly Finish[];
  /** The number of done topics without a usable finish date. */
  readonly undated: number;
  /** The number of done topics with a finish date after today. */
  readonly ahead: number;
}

export function finishesOf(topics: readonly Topic[], today: Day): Finishes {
  const dated: Finish[] = [];
  let [undated, ahead] = [0, 0];
  for (const topic of topics) {
    if (topic.status !== "done") continue;
    const day = topic.finished;
    if (day === null) undated++;
    else if (day > today) ahead++;
    else dated.push({ topic, day });
  }
  return { dated: dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)), undated, ahead };
}
