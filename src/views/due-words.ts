// Due words: how long an unfinished topic has until its due date.

import { type Day, elapsedDays } from "../model/dates.js";
import type { Topic } from "../model/roadmap.js";
import { isUnfinished } from "../model/status.js";
import { counted } from "../text/plural.js";
import type { Canvas } from "./canvas.js";
import { dayText } from "./day-words.js";

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

/** The due date, in a terminal with the days left: `3 Dec, in 3 days`; blank without one. */
export function dueText(topic: Pick<Topic, "due" | "status">, today: Day, canvas: Canvas): string {
  if (topic.due === null) return "";
  const left = canvas.isTerminal ? daysUntilDue(topic, today) : null;
  const day = dayText(topic.due, today, canvas);
  return left === null ? day : `${day}, ${left}`;
}
