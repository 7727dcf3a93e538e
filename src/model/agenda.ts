// Agenda: what a person is at today, what is due, and what was finished this week.

import { type Day, dayFromNumber, dayNumber } from "./dates.js";
import { type NextStep, stepOf, thingsWith } from "./next.js";
import { type Streaks, streaksOf } from "./pace/statistics.js";
import { finishesOf, mondayOf, weekOf } from "./pace/throughput.js";
import type { Roadmap, Topic } from "./roadmap.js";
import { isUnfinished, overdueKinds } from "./select.js";

export interface Agenda {
  /** What is in progress, then what is blocked. */
  readonly now: readonly NextStep[];
  /** By due date; what is in progress included. */
  readonly overdue: readonly Topic[];
  readonly dueSoon: readonly Topic[];
  /** Since Monday, latest first. */
  readonly finished: readonly Topic[];
  readonly streaks: Streaks;
}

const soonDays = 7;

export function agendaOf(roadmap: Roadmap, today: Day): Agenda {
  const { topics } = roadmap;
  const lastDay = dayFromNumber(dayNumber(today) + soonDays);
  const overdue = topics.filter((topic) => overdueKinds(topic, today).length > 0);
  const dueSoon = topics.filter(
    ({ due, status }) => due !== null && due >= today && due <= lastDay && isUnfinished({ status }),
  );
  const { dated } = finishesOf(topics, today);
  const monday = mondayOf(weekOf(today));
  return {
    now: [...thingsWith(roadmap, "in-progress"), ...thingsWith(roadmap, "blocked")].map(stepOf),
    overdue: overdue.sort(byDay),
    dueSoon: dueSoon.filter((topic) => !overdue.includes(topic)).sort(byDay),
    finished: dated
      .filter(({ day }) => day >= monday)
      .map(({ topic }) => topic)
      .reverse(),
    streaks: streaksOf([...new Set(dated.map(({ day }) => weekOf(day)))], weekOf(today)),
  };
}

/** A planned finish date counts where there is no due date. */
function byDay(one: Topic, other: Topic): number {
  const [first, second] = [one.due ?? one.finished ?? "", other.due ?? other.finished ?? ""];
  return first < second ? -1 : first > second ? 1 : 0;
}
