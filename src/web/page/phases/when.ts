// When: the dates of a topic in its row, those that say most in its status.

import { type Day, elapsedDays } from "../../../model/dates.js";
import { counted } from "../../../text/plural.js";
import { dueWords } from "../../../views/due-words.js";
import { daysWords, dayWords } from "../parts/days.js";
import type { TopicItem } from "../state/items.js";

/** `12 Oct – 20 Oct`, `18 Nov, 12 days`, `due in 3 days`, `starts 5 Dec`; empty if it has no dates. */
export function whenText(topic: TopicItem, today: Day): string {
  const { status, started, finished } = topic;
  if (status === "skipped") return "";
  if (status === "done")
    return started && finished ? daysWords([started, finished], today) : dayOf(finished ?? started);
  const due = dueWords(topic, today);
  if (due !== null) return due;
  if (started !== null) return sinceText(started, today);
  return finished === null ? "" : `planned ${dayWords(finished, today)}`;

  function dayOf(day: Day | null): string {
    return day === null ? "" : dayWords(day, today);
  }
}

function sinceText(started: Day, today: Day): string {
  const days = elapsedDays(started, today);
  const day = dayWords(started, today);
  if (days < 0) return `starts ${day}`;
  return days === 0 ? `${day}, today` : `${day}, ${counted(days, "day")}`;
}

/** The first and the last day of topics, in words; empty if they have none. */
export function spanText(topics: readonly TopicItem[], today: Day): string {
  const days = topics.flatMap(({ started, finished }) => [started ?? [], finished ?? []].flat()).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? "" : daysWords([first, last], today);
}
