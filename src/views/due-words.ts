// Due words: how long an unfinished topic has until its due date.

import { type Day, elapsedDays } from "../model/dates.js";
import type { Topic } from "../model/roadmap.js";
import { isUnfinished } from "../model/select.js";
import { counted } from "../text/plural.js";

/** `in 3 days`, `today`, `2 days overdue`; null without a due date, and for a topic that is done or skipped. */
export function daysUntilDue({ due, status }: Pick<Topic, "due" | "status">, today: Day): string | null {
  if (due === null || !isUnfinished({ status })) return null;
  const days = elapsedDays(today, due);
  if (days === 0) return "today";
  return days > 0 ? `in ${counted(days, "day")}` : `${counted(-days, "day")} overdue`;
}

/** The same where no date is next to it: `due in 3 days`, `due today`, `2 days overdue`. */
export function dueWords(topic: Pick<Topic, "due" | "status">, today: Day): string | null {
  const left = daysUntilDue(topic, today);
  return left === null || left.endsWith("overdue") ? left : `due ${left}`;
}

/** The due date as the file's table has it, with the days left: `2026-12-03, in 3 days`. */
export function dueText(topic: Pick<Topic, "due" | "status">, today: Day): string {
  const left = daysUntilDue(topic, today);
  return left === null ? (topic.due ?? "") : `${topic.due}, ${left}`;
}
