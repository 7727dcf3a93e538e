// Day: what happened on one day, next to its date.

import type { ComponentChildren } from "preact";
import { elapsedDays } from "../../../model/dates.js";
import { counted } from "../../../text/plural.js";
import { weekdayWords } from "../parts/days.js";

interface DayProps {
  /** Null for a commit without a readable date. */
  readonly day: string | null;
  readonly today: string;
  /** In place of how long ago it is. */
  readonly note?: string;
  readonly children: ComponentChildren;
}

export function HistoryDay({ day, today, note, children }: DayProps) {
  return (
    <section class="day">
      <h3>
        {day === null ? "No date" : day === today ? "Today" : weekdayWords(day, today)}{" "}
        <small>{note ?? agoText(day, today)}</small>
      </h3>
      <ul class="rows">{children}</ul>
    </section>
  );
}

function agoText(day: string | null, today: string): string {
  const days = day === null ? 0 : elapsedDays(day, today);
  if (days <= 0) return "";
  return days === 1 ? "yesterday" : `${counted(days, "day")} ago`;
}
