// Forecast: by which date each phase and the whole may be done, from past weeks or an assumed pace.

import { fnv1a } from "../../text/short-hash.js";
import { type Day, dayFromNumber, dayNumber } from "../dates.js";
import { phasesInOrder } from "../next.js";
import { shownTitle } from "../outline.js";
import type { Phase, Roadmap, Topic } from "../roadmap.js";
import { dayReachedBy, laterQuantile, maxDays, randomFrom, simulate } from "./simulate.js";
import {
  finishesOf,
  minFinished,
  minWeeks,
  mondayOf,
  sundayOf,
  throughputOf,
  type Week,
  weeklyCounts,
} from "./throughput.js";

/** Older weeks say little about the present pace. */
const maxWeeks = 52;

export interface ForecastGroup {
  /** Null for topics without a phase, and for the total. */
  readonly phase: Phase | null;
  readonly title: string;
  readonly track: string | null;
  /** Topics that are neither done nor skipped. */
  readonly left: number;
  /**
   * The dates by which 50% and 85% of the runs are done; null if nothing is left, or if it takes more than twenty
   * years.
   */
  readonly half: Day | null;
  readonly most: Day | null;
}

export type ForecastBasis =
  | {
      readonly kind: "weeks";
      readonly weeks: number;
      /** A Monday and a Sunday. */
      readonly from: Day;
      readonly to: Day;
      readonly perWeek: number;
      readonly runs: number;
      readonly seed: number;
      readonly backtest: Backtest;
    }
  | { readonly kind: "assumed"; readonly perWeek: number; readonly by: "option" | "front-matter" };

export interface Forecast {
  readonly kind: "forecast";
  /** Null if nothing is left, because then no pace is computed. */
  readonly basis: ForecastBasis | null;
  /** Phases with topics, in working order. */
  readonly groups: readonly ForecastGroup[];
  readonly all: ForecastGroup;
  /** The number of done topics without a date, which no week counts. */
  readonly undated: number;
}

/** The available data, if it is too little for a forecast. */
export interface TooLittleHistory {
  readonly kind: "too-little";
  /** Topics finished on a known day; full weeks. */
  readonly finished: number;
  readonly weeks: number;
  /** Those in these weeks. */
  readonly finishedInWeeks: number;
  readonly undated: number;
}

export interface ForecastRequest {
  readonly today: Day;
  /** Topics per week to use in place of past weeks. */
  readonly assumed?: { readonly perWeek: number; readonly by: "option" | "front-matter" } | null;
  /** Weeks before this day do not count. */
  readonly since?: Day | undefined;
  /** Derived from the data by default. */
  readonly seed?: number | undefined;
}

/**
 * Assumes that topics are done in the order of the phases, that none are added, and that future weeks resemble past
 * ones.
 */
export function forecast(roadmap: Roadmap, request: ForecastRequest): Forecast | TooLittleHistory {
  const { today, assumed = null } = request;
  const groups = phaseGroups(roadmap);
  const left = groups.reduce((sum, group) => sum + group.left, 0);
  const { undated } = finishesOf(roadmap.topics, today);
  const estimate = left === 0 ? nothingLeft : assumed ? byPace(assumed) : byWeeks(roadmap, groups, request);
  if (estimate.kind === "too-little") return estimate;
  let soFar = 0;
  const dated = groups.map((group): ForecastGroup => {
    soFar += group.left;
    return { ...group, ...forecastDays(group.left === 0 ? null : estimate.daysUntil(soFar), today) };
  });
  const last = forecastDays(left === 0 ? null : estimate.daysUntil(left), today);
  const all = { phase: null, title: "All", track: null, left, ...last };
  return { kind: "forecast", basis: estimate.basis, groups: dated, all, undated };
}

type Group = Pick<ForecastGroup, "phase" | "title" | "track" | "left">;

function phaseGroups(roadmap: Roadmap): Group[] {
  const { phases, topics } = roadmap;
  const leftIn = (own: readonly Topic[]) =>
    own.filter(({ status }) => status !== "done" && status !== "skipped").length;
  const inPhases = phasesInOrder(phases)
    .filter((phase) => phase.topics.length > 0)
    .map((phase) => ({
      phase,
      title: shownTitle(roadmap, phase),
      track: phase.track?.title ?? null,
      left: leftIn(phase.topics),
    }));
  const without = topics.filter(({ phase }) => phase === null);
  return without.length === 0
    ? inPhases
    : [...inPhases, { phase: null, title: "No phase", track: null, left: leftIn(without) }];
}

/** Days from today; null for more than twenty years. */
interface DaysLeft {
  readonly half: number | null;
  readonly most: number | null;
}

interface DayEstimate {
  readonly kind: "estimate";
  readonly basis: ForecastBasis | null;
  /** Days until this many more topics are done. */
  daysUntil(left: number): DaysLeft | null;
}

const nothingLeft: DayEstimate = { kind: "estimate", basis: null, daysUntil: () => null };

function forecastDays(days: DaysLeft | null, today: Day): { half: Day | null; most: Day | null } {
  const dayIn = (count: number | null | undefined) =>
    count === null || count === undefined ? null : dayFromNumber(dayNumber(today) + count);
  return { half: dayIn(days?.half), most: dayIn(days?.most) };
}

function byPace({ perWeek, by }: { perWeek: number; by: "option" | "front-matter" }): DayEstimate {
  const daysUntil = (left: number) => {
    // 49 / 0.7 is a little more than 70 because 0.7 is not exact in binary.
    const days = Math.ceil((7 * left) / perWeek - 1e-6);
    const known = days > maxDays ? null : days;
    return { half: known, most: known };
  };
  return { kind: "estimate", basis: { kind: "assumed", perWeek, by }, daysUntil };
}

function byWeeks(
  { topics }: Roadmap,
  groups: readonly Group[],
  { today, since, seed: requestedSeed }: ForecastRequest,
): DayEstimate | TooLittleHistory {
  const finishes = finishesOf(topics, today);
  const throughput = throughputOf({ topics, finishes, today, since });
  const counts = weeklyCounts(throughput, maxWeeks);
  const finished = [...throughput.byWeek.values()].reduce((sum, count) => sum + count, 0);
  const finishedInWeeks = counts.reduce((sum, count) => sum + count, 0);
  if (!throughput.fullWeeks || finished < minFinished || counts.length < minWeeks || finishedInWeeks === 0) {
    const { undated } = finishes;
    return { kind: "too-little", finished, weeks: counts.length, finishedInWeeks, undated };
  }
  const ends = endsOf(groups);
  // The same data gives the same forecast.
  const facts = [...counts, ...ends];
  const seed = requestedSeed ?? fnv1a(facts.length, (index) => facts[index] ?? 0);
  const perWeek = finishedInWeeks / counts.length;
  const runs = runsFor(ends, perWeek);
  const days = simulate({ counts, ends, runs, random: randomFrom(seed) });
  const byEnd = new Map(ends.map((end, index) => [end, days[index]]));
  const { last } = throughput.fullWeeks;
  const first = last - counts.length + 1;
  const past = { counts, firstWeek: first, days: finishes.dated.map(({ day }) => dayNumber(day)), today, seed };
  return {
    kind: "estimate",
    basis: {
      kind: "weeks",
      weeks: counts.length,
      from: mondayOf(first),
      to: sundayOf(last),
      perWeek,
      runs,
      seed,
      backtest: backtest(past),
    },
    daysUntil(left) {
      const own = byEnd.get(left);
      return own ? { half: dayReachedBy(own, 0.5), most: dayReachedBy(own, laterQuantile) } : null;
    },
  };
}

/** Cumulative number of topics to finish for each phase, without duplicates. */
function endsOf(groups: readonly Group[]): number[] {
  let soFar = 0;
  const ends = groups.map(({ left }) => {
    soFar += left;
    return soFar;
  });
  return [...new Set(ends)].filter((end) => end > 0);
}

const defaultRuns = 10_000;
const longRuns = 2_000;
const maxWeeksForDefaultRuns = 60;
const maxDatesInMemory = 1_000_000;

/**
 * Ten thousand runs put the 85% date within 0.4 percentage points. Two thousand (0.8) are enough if each run takes more
 * than a year, because the sample of weeks is far less certain than that. Thousands of phases get even fewer.
 */
function runsFor(ends: readonly number[], perWeek: number): number {
  const weeks = (ends.at(-1) ?? 0) / perWeek;
  const runs = weeks <= maxWeeksForDefaultRuns ? defaultRuns : longRuns;
  return Math.max(100, Math.min(runs, Math.floor(maxDatesInMemory / ends.length)));
}

// How often forecasts made in past weeks would have come true.

/** The number of further topics that each past forecast predicts. */
export const topicsAhead = 5;

interface Backtest {
  /** Forecasts whose 85% date has passed: one for each past week with enough data before it. */
  readonly made: number;
  /** Those whose topics were finished by that date. */
  readonly held: number;
}

interface Past {
  /** Topics finished in each full week, earliest first. */
  readonly counts: readonly number[];
  readonly firstWeek: Week;
  /** The finish dates of topics as day numbers, ascending. */
  readonly days: readonly number[];
  readonly today: Day;
  readonly seed: number;
}

/** One forecast per past week is run, so each may be rougher than today's forecast. */
const backtestRuns = 250;

/** Each forecast is made at the end of a week and sees only that week and earlier ones. */
export function backtest({ counts, firstWeek, days: finishes, today, seed }: Past): Backtest {
  const todayNumber = dayNumber(today);
  const random = randomFrom(seed);
  let [made, held] = [0, 0];
  for (let weeks = minWeeks; weeks <= counts.length; weeks++) {
    const cutoff = dayNumber(mondayOf(firstWeek + weeks)) - 1;
    const known = counts.slice(0, weeks);
    const finishedBy = countUpTo(finishes, cutoff);
    if (finishedBy < minFinished) continue;
    const days = todayNumber - cutoff;
    const [reached] = simulate({ counts: known, ends: [topicsAhead], runs: backtestRuns, random, days });
    const most = reached && dayReachedBy(reached, laterQuantile);
    if (typeof most !== "number" || most > days) continue;
    made++;
    if ((finishes[finishedBy + topicsAhead - 1] ?? Number.POSITIVE_INFINITY) <= cutoff + most) held++;
  }
  return { made, held };
}

/** The number of elements that are at most `last`; `days` ascends. */
function countUpTo(days: readonly number[], last: number): number {
  const index = days.findIndex((day) => day > last);
  return index === -1 ? days.length : index;
}
