// Envelopes of the pace: the shapes of what stats, forecast, timeline and burnup print with `--json`.

import * as z from "zod/mini";
import { count, day, envelope, nullableDay, nullableText, ordinal, status, viewed } from "./common.js";

const rate = z.number().check(z.nonnegative());

const group = { title: z.string(), track: nullableText };

const topicName = { number: ordinal, name: z.string() };

/** Days from start to finish: half (and 85%) of the topics took at most this many days; null if there are none. */
const times = z.strictObject({ topics: count, half: z.nullable(count), most: z.nullable(count) });

export const streakSchema = z.nullable(z.strictObject({ weeks: ordinal, from: day, to: day }));

const forecastGroup = z.strictObject({
  ...group,
  left: count,
  /** The dates by which 50% and 85% of the runs are done; null if nothing is left, or if it takes over twenty years. */
  half: nullableDay,
  most: nullableDay,
});

export const paceEnvelopes = {
  stats: envelope("stats", {
    ...viewed,
    since: nullableDay,
    done: count,
    total: count,
    /** Topics finished on a known day. */
    finished: count,
    /** Weeks in which something was finished, by their Monday, earliest first. */
    weeks: z.array(z.strictObject({ monday: day, finished: count })),
    /** The known full weeks, and the average number of topics in them. */
    fullWeeks: z.nullable(z.strictObject({ count: ordinal, from: day, to: day, perWeek: rate })),
    days: times,
    /** The median of all topics with both dates, whenever they were finished; null if they are fewer than five. */
    usualDays: z.nullable(count),
    streaks: z.strictObject({ now: streakSchema, best: streakSchema }),
    /** The days on which topics were started or finished, earliest first. */
    activity: z.array(z.strictObject({ day, started: count, finished: count })),
    /** Longest first; days since the start. */
    inProgress: z.array(z.strictObject({ ...topicName, days: z.nullable(count) })),
    phases: z.array(z.strictObject({ ...group, done: count, total: count, inProgress: count, days: times })),
    /** Topics whose dates are missing or cannot be right. */
    gaps: z.strictObject({ undated: count, ahead: count, backwards: count, unstarted: count }),
  }),
  forecast: envelope("forecast", {
    ...viewed,
    left: count,
    /** Null if nothing is left. */
    basis: z.nullable(
      z.discriminatedUnion("kind", [
        z.strictObject({
          kind: z.literal("weeks"),
          weeks: ordinal,
          from: day,
          to: day,
          perWeek: rate,
          runs: ordinal,
          seed: count,
          /** Past forecasts of the next topics: how many there were, and for how many the 85% date was right. */
          backtest: z.strictObject({ topics: ordinal, made: count, held: count }),
        }),
        z.strictObject({ kind: z.literal("assumed"), perWeek: rate, by: z.enum(["option", "front-matter"]) }),
      ]),
    ),
    phases: z.array(forecastGroup),
    /** All topics, even with `--phase`. */
    all: forecastGroup,
    /** Topics done without a finish date, which no week counts. */
    undated: count,
  }),
  timeline: envelope("timeline", {
    ...viewed,
    today: day,
    bars: z.array(
      z.strictObject({
        ...topicName,
        phase: nullableText,
        status,
        from: nullableDay,
        /** Null if it continues, or if a topic was done on an unknown day. */
        to: nullableDay,
      }),
    ),
    /** Topics without a bar, and why. */
    notStarted: count,
    undated: count,
    ahead: count,
    backwards: count,
  }),
  burnup: envelope("burnup", {
    ...viewed,
    by: z.enum(["topic", "task"]),
    /** Values that apply from that day on; the last one is today. */
    points: z.array(z.strictObject({ day, done: count, total: count })),
    done: count,
    total: count,
    /** How many of the done ones take their day from a commit. */
    fromHistory: count,
    /** How many of the done ones are in no point: without a known day, or with one after today. */
    undated: count,
    ahead: count,
    /**
     * The first day whose total comes from a commit; earlier days have the same total. Null if every day has today's.
     */
    totalsFrom: nullableDay,
  }),
};
