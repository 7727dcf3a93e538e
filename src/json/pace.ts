// Pace data: statistics, forecast, timeline and burn-up as JSON.

import type { OpenedRoadmap } from "../app/open-roadmap.js";
import type { Day } from "../model/dates.js";
import { activityOf } from "../model/pace/activity.js";
import type { BurnUp } from "../model/pace/burn-up.js";
import { type Forecast, type ForecastBasis, topicsAhead } from "../model/pace/forecast.js";
import { type CycleTimes, type Statistics, usualDays } from "../model/pace/statistics.js";
import { mondayOf, sundayOf } from "../model/pace/throughput.js";
import type { Timeline } from "../model/pace/timeline.js";
import type { Envelope } from "./envelopes/index.js";
import { viewedData } from "./roadmap.js";

export function statisticsData(opened: OpenedRoadmap, statistics: Statistics, since: Day | undefined): Envelope {
  const { done, total, finished, throughput, days, streaks, inProgress, phases, gaps } = statistics;
  const { byWeek, fullWeeks, perWeek } = throughput;
  return {
    kind: "stats",
    ...viewedData(opened),
    since: since ?? null,
    done,
    total,
    finished,
    weeks: [...byWeek].sort(([a], [b]) => a - b).map(([week, count]) => ({ monday: mondayOf(week), finished: count })),
    fullWeeks: fullWeeks && {
      count: fullWeeks.last - fullWeeks.first + 1,
      from: mondayOf(fullWeeks.first),
      to: sundayOf(fullWeeks.last),
      perWeek: perWeek ?? 0,
    },
    days: timesData(days),
    usualDays: usualDays(opened.roadmap.topics, opened.today),
    streaks: { now: streaks.now, best: streaks.best },
    activity: activityOf(opened.roadmap.topics, { today: opened.today, since }),
    inProgress: inProgress.map(({ topic: { number, name }, days }) => ({ number, name, days })),
    phases: phases.map((phase) => ({ ...phase, days: timesData(phase.days) })),
    gaps,
  };
}

function timesData({ count, half, most }: CycleTimes) {
  return { topics: count, half, most };
}

export function forecastData(opened: OpenedRoadmap, { basis, groups, all, undated }: Omit<Forecast, "kind">): Envelope {
  return {
    kind: "forecast",
    ...viewedData(opened),
    left: all.left,
    basis: basis && basisData(basis),
    phases: groups.map(groupData),
    all: groupData(all),
    undated,
  };
}

function basisData(basis: ForecastBasis) {
  return basis.kind === "assumed" ? basis : { ...basis, backtest: { topics: topicsAhead, ...basis.backtest } };
}

function groupData({ title, track, left, half, most }: Forecast["all"]) {
  return { title, track, left, half, most };
}

export function timelineData(opened: OpenedRoadmap, { bars, ...counts }: Timeline): Envelope {
  return {
    kind: "timeline",
    ...viewedData(opened),
    today: opened.today,
    bars: bars.map(({ topic: { number, name, phase, status }, from, to }) => ({
      number,
      name,
      phase: phase?.label ?? null,
      status,
      from,
      to,
    })),
    ...counts,
  };
}

export function burnUpData(opened: OpenedRoadmap, series: BurnUp): Envelope {
  return { kind: "burnup", ...viewedData(opened), ...series };
}
