// Agenda: what a person is at today, what is due, and what was finished this week.

import { type Day, dayFromNumber, dayNumber } from "./dates.js";
import { type NextStep, stepOf, thingsWith } from "./next.js";
import { type Streak, type Streaks, streaksOf } from "./pace/statistics.js";
import { finishesOf, mondayOf, weekOf } from "./pace/throughput.js";
import type { Roadmap, Topic } from "./roadmap.js";
import { overdueKinds } from "./select.js";
import { isUnfinished } from "./status.js";
import type { WeekStart } from "./user-settings.js";

export interface Agenda {
  /** What is in progress, then what is blocked. */
  readonly now: readonly NextStep[];
  /** By due date; what is in progress included. */
  readonly overdue: readonly Topic[];
  readonly dueSoon: readonly Topic[];
  /** Since the week began, latest first. */
  readonly finished: readonly Topic[];
  readonly streaks: Streaks;
}

const soonDays = 7;

/** By how many days a week begins before that of ISO 8601. */
const daysBefore: Readonly<Record<WeekStart, number>> = { monday: 0, sunday: 1, saturday: 2 };

export function agendaOf(roadmap: Roadmap, today: Day, weekStart: WeekStart = "monday"): Agenda {
  const { topics } = roadmap;
  const lastDay = dayFromNumber(dayNumber(today) + soonDays);
  const overdue = topics.filter((topic) => overdueKinds(topic, today).length > 0);
  const dueSoon = topics.filter(
    ({ due, status }) => due !== null && due >= today && due <= lastDay && isUnfinished({ status }),
  );
  const { dated } = finishesOf(topics, today);
  const shift = daysBefore[weekStart];
  const week = (day: Day) => weekOf(shifted(day, shift));
  const weekBegan = shifted(mondayOf(week(today)), -shift);
  const streaks = streaksOf([...new Set(dated.map(({ day }) => week(day)))], week(today));
  const days = (streak: Streak | null) =>
    streak && { ...streak, from: shifted(streak.from, -shift), to: shifted(streak.to, -shift) };
  return {
    now: [...thingsWith(roadmap, "in-progress"), ...thingsWith(roadmap, "blocked")].map(stepOf),
    overdue: overdue.sort(byDay),
    dueSoon: dueSoon.filter((topic) => !overdue.includes(topic)).sort(byDay),
    finished: dated
      .filter(({ day }) => day >= weekBegan)
      .map(({ topic }) => topic)
      .reverse(),
    streaks: { now: days(streaks.now), best: days(streaks.best) },
  };
}

function shifted(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** A planned finish date counts where there is no due date. */
function byDay(one: Topic, other: Topic): number {
  const [first, second] = [one.due ?? one.finished ?? "", other.due ?? other.finished ?? ""];
  return first < second ? -1 : first > second ? 1 : 0;
}
