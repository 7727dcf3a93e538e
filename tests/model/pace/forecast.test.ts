// Forecast: the dates by which phases are done, from past weeks or an assumed pace.

import { expect, test } from "vitest";
import { dayFromNumber, dayNumber, elapsedDays } from "../../../src/model/dates.js";
import { backtest, type Forecast, type ForecastRequest, forecast } from "../../../src/model/pace/forecast.js";
import { dayReachedBy, laterQuantile, maxDays, randomFrom, simulate } from "../../../src/model/pace/simulate.js";
import { weekOf } from "../../../src/model/pace/throughput.js";
import { roadmapOf, type TopicCells } from "../../support/roadmap-of.js";

const today = "2026-11-22";

/** Done topics, one every `days` days up to yesterday, each started a week before its finish. */
function finishedEvery(days: number, count: number): TopicCells[] {
  return Array.from({ length: count }, (_, index) => {
    const finished = dayNumber(today) - 1 - (count - 1 - index) * days;
    return ["1", dayFromNumber(finished - 7), dayFromNumber(finished), "Done"] as const;
  });
}

function open(phase: string, count: number): TopicCells[] {
  return Array.from({ length: count }, () => [phase, "", "", ""] as const);
}

function forecastOf(topics: readonly TopicCells[], request: Partial<ForecastRequest> = {}): Forecast {
  const found = forecast(roadmapOf(topics), { today, ...request });
  if (found.kind === "forecast") return found;
  throw new Error(`too little: ${JSON.stringify(found)}`);
}

function daysAhead(day: string | null): number | null {
  return day === null ? null : elapsedDays(today, day);
}

const steady = [...finishedEvery(7, 20), ...open("2", 4), ...open("3", 6)];

test("one topic per week continues as one topic per week, phase by phase, and gives the same dates", () => {
  const { groups, all, basis } = forecastOf(steady);
  expect(basis).toMatchObject({ kind: "weeks", weeks: 19, from: "2026-07-06", to: "2026-11-15", runs: 10_000 });
  expect(groups.map(({ title, left }) => [title, left])).toEqual([
    ["Phase 1", 0],
    ["Phase 2", 4],
    ["Phase 3", 6],
  ]);
  const days = groups.map(({ half, most }) => [half, most].map(daysAhead));
  expect(days[0]).toEqual([null, null]);
  expect(days[1]?.[0]).toBeGreaterThan(21);
  expect(days[1]?.[0]).toBeLessThan(35);
  expect(days[2]).toEqual([all.half, all.most].map(daysAhead));
  expect(days[2]?.[1]).toBeGreaterThan(days[2]?.[0] ?? 0);
  // Of one roadmap, because its phases refer to all of it: comparing those of two takes ten seconds and more.
  const roadmap = roadmapOf(steady);
  expect(forecast(roadmap, { today })).toEqual(forecast(roadmap, { today }));
});

test("a seed determines the random numbers", () => {
  const most = (seed: number) => forecastOf(steady, { seed }).all;
  expect([most(1).half, most(1).most]).toEqual(["2027-01-29", "2027-02-03"]);
  expect(most(1)).toEqual(most(1));
  expect(forecastOf(steady, { seed: 7 }).basis).toMatchObject({ seed: 7 });
});

test("skipped topics are not left, blocked ones are, and topics without a phase come last", () => {
  const topics = [
    ...finishedEvery(7, 10),
    ["-", "", "", ""],
    ["2", "", "", "Skipped"],
    ["2", "", "", "Blocked"],
  ] as const;
  const { groups, all } = forecastOf(topics);
  expect(groups.map(({ title, left }) => [title, left])).toEqual([
    ["Phase 1", 0],
    ["Phase 2", 1],
    ["No phase", 1],
  ]);
  expect(all.left).toBe(2);
});

test("an assumed pace is used as it is, and reported", () => {
  const assumed = { perWeek: 2, by: "front-matter" } as const;
  const { basis, groups, all } = forecastOf(open("1", 3), { assumed });
  expect(basis).toEqual({ kind: "assumed", ...assumed });
  expect(groups[0]).toMatchObject({ left: 3, half: "2026-12-03", most: "2026-12-03" });
  expect(all).toMatchObject({ half: "2026-12-03", most: "2026-12-03" });
});

test("a forecast beyond twenty years has no date", () => {
  const slow = { perWeek: 0.001, by: "option" } as const;
  expect(forecastOf(open("1", 2), { assumed: slow }).all).toMatchObject({ left: 2, half: null, most: null });
  const many = forecastOf([...finishedEvery(7, 10), ...open("1", 5_000)]);
  expect(many.all).toMatchObject({ left: 5_000, half: null, most: null });
});

test("fewer than eight finished topics, or four full weeks, are too little, and the numbers are reported", () => {
  const few = forecast(roadmapOf([...finishedEvery(7, 7), ["1", "", "", "Done"], ...open("1", 1)]), { today });
  expect(few).toEqual({ kind: "too-little", finished: 7, weeks: 6, finishedInWeeks: 6, undated: 1 });
  const short = forecast(roadmapOf([...finishedEvery(1, 12), ...open("1", 1)]), { today });
  expect(short).toMatchObject({ kind: "too-little", finished: 12, weeks: 1 });
  const idle = finishedEvery(1, 12).map(([phase]) => [phase, "2023-01-02", "2023-02-01", "Done"] as const);
  expect(forecast(roadmapOf([...idle, ...open("1", 1)]), { today })).toMatchObject({ weeks: 52, finishedInWeeks: 0 });
  expect(forecastOf([...finishedEvery(7, 8), ...open("1", 1)]).basis).toMatchObject({ kind: "weeks" });
});

test("if nothing is left, no history is needed", () => {
  expect(forecastOf([["1", "", "", "Done"]])).toMatchObject({ basis: null, all: { left: 0, half: null } });
  expect(forecastOf([])).toMatchObject({ basis: null, groups: [] });
});

test("weeks before the requested day do not count", () => {
  const slowThenFast = [
    ...finishedEvery(7, 10).map(([phase, , finished, status]) => {
      const day = dayFromNumber(dayNumber(finished) - 80);
      return [phase, day, day, status] as const;
    }),
    ...finishedEvery(2, 30),
    ...open("2", 10),
  ];
  const all = forecastOf(slowThenFast);
  const recent = forecastOf(slowThenFast, { since: "2026-09-28" });
  expect(recent.basis).toMatchObject({ from: "2026-09-28", weeks: 7 });
  expect((recent.all.half ?? "") < (all.all.half ?? "")).toBe(true);
});

test("phases with nothing left change nothing", () => {
  const { all, basis } = forecastOf([...finishedEvery(7, 20), ...open("2", 4)]);
  const finishedInIt = finishedEvery(7, 20).map(([, ...dates]) => ["2", ...dates] as const);
  expect(forecastOf([...finishedInIt, ...open("2", 4)])).toMatchObject({ all, basis });
});

test("at least a hundred runs are made, however many phases there are", () => {
  const phases = Array.from({ length: 12_000 }, (_, index) => [`Phase ${index}`, "", "", ""] as const);
  expect(forecastOf([...finishedEvery(1, 60), ...phases]).basis).toMatchObject({ runs: 100 });
});

test("a past forecast is made at the end of its week and ignores what was finished the day after", () => {
  const firstWeek = weekOf("2026-01-05");
  const monday = dayNumber("2026-01-05");
  const made = (eighth: number) => {
    const days = [0, 1, 7, 8, 14, 15, 21, eighth, 40, 41, 42, 43, 44].map((day) => monday + day);
    return backtest({ counts: [2, 2, 2, 2], firstWeek, days, today, seed: 1 }).made;
  };
  expect([made(27), made(28)]).toEqual([1, 0]);
});

test("past forecasts of a steady pace held, and those made before a pause did not", () => {
  const { basis } = forecastOf([...finishedEvery(7, 30), ...open("2", 3)]);
  const { made, held } = basis?.kind === "weeks" ? basis.backtest : { made: 0, held: 0 };
  expect(made).toBeGreaterThan(10);
  expect(held).toBe(made);
  const paused = finishedEvery(7, 16).map(([phase, , finished, status], index) => {
    const day = index < 12 ? dayFromNumber(dayNumber(finished) - 140) : finished;
    return [phase, day, day, status] as const;
  });
  const broken = forecastOf([...paused, ...open("2", 3)]).basis;
  expect(broken).toMatchObject({ kind: "weeks" });
  if (broken?.kind === "weeks") expect(broken.backtest.held).toBeLessThan(broken.backtest.made);
});

test("a past forecast counts once its date has passed, even if the topics are still not done", () => {
  const stopped = finishedEvery(7, 12).map(([phase, , finished, status]) => {
    const day = dayFromNumber(dayNumber(finished) - 210);
    return [phase, day, day, status] as const;
  });
  const idle = forecastOf([...stopped, ...open("2", 3)]).basis;
  if (idle?.kind !== "weeks") throw new Error("no weeks");
  expect(idle.backtest.made).toBeGreaterThan(0);
  expect(idle.backtest.held).toBe(0);
  expect(forecastOf([...finishedEvery(7, 10), ...open("2", 3)]).basis).toMatchObject({ backtest: { made: 0 } });
});

test("extreme dates and thousands of phases neither hang nor count", () => {
  const odd = [
    ["1", "0001-01-01", "0001-01-02", "Done"],
    ["1", "9999-12-31", "9999-12-31", "Done"],
    ["1", "2026-11-01", "2026-10-01", "Done"],
    ["1", "", "2027-06-01", "Done"],
  ] as const;
  const phases = Array.from({ length: 3_000 }, (_, index) => [`${index + 2}`, "", "", ""] as const);
  const { basis, groups } = forecastOf([...odd, ...finishedEvery(1, 60), ...phases]);
  expect(basis).toMatchObject({ kind: "weeks", weeks: 52, runs: 333 });
  expect(groups).toHaveLength(3_001);
});

test("a share of the runs is reached on the day of the run that completes it", () => {
  const days = (...all: number[]) => Int32Array.from(all);
  // Half of four is two, half of five is three; 85% of twenty is seventeen, of three all.
  expect(dayReachedBy(days(1, 2, 3, 4), 0.5)).toBe(2);
  expect(dayReachedBy(days(1, 2, 3, 4, 5), 0.5)).toBe(3);
  expect(
    dayReachedBy(
      Int32Array.from({ length: 20 }, (_, index) => index + 1),
      laterQuantile,
    ),
  ).toBe(17);
  expect(dayReachedBy(days(10, 20, 30), laterQuantile)).toBe(30);
  expect([dayReachedBy(days(maxDays), 0.5), dayReachedBy(days(maxDays + 1), 0.5), dayReachedBy(days(), 0.5)]).toEqual([
    maxDays,
    null,
    null,
  ]);
});

/** A hundred topics in each of four weeks: five more are almost certainly done on the first day of the next one. */
function pastOf(days: readonly number[], daysSince: number) {
  const monday = dayNumber("2026-01-05");
  return backtest({
    counts: [100, 100, 100, 100],
    firstWeek: weekOf("2026-01-05"),
    days: days.map((day) => monday + day),
    today: dayFromNumber(monday + 27 + daysSince),
    seed: 1,
  });
}

test("a past forecast of one day is judged on that day, and holds if the fifth topic was done on it", () => {
  const eight = Array.from({ length: 8 }, () => 0);
  const fiveOn = (day: number) => [...eight, ...Array.from({ length: 5 }, () => day)];
  // The forecast is made on the Sunday, day 27: its date is the Monday, day 28.
  expect(pastOf(fiveOn(28), 0)).toEqual({ made: 0, held: 0 });
  expect(pastOf(fiveOn(28), 1)).toEqual({ made: 1, held: 1 });
  expect(pastOf(fiveOn(29), 2)).toEqual({ made: 1, held: 0 });
  expect(pastOf([...eight, 28, 28, 28, 28, 29], 2)).toEqual({ made: 1, held: 0 });
  expect(pastOf([...eight, 28, 28, 28, 28], 2)).toEqual({ made: 1, held: 0 });
  expect(pastOf(fiveOn(28).slice(1), 2)).toEqual({ made: 0, held: 0 });
});

test("ends are reached in the week whose topics complete them, on one of its days", () => {
  const reached = (ends: number[], count: number) =>
    simulate({ counts: Array.from({ length: 2_000 }, () => count), ends, runs: 200, random: randomFrom(1) }).map(
      (days) => [days[0] ?? 0, days.at(-1) ?? 0],
    );
  // Three per week: the third in the first week, the fourth in the second.
  const [[thirdFrom = 0, thirdTo = 0] = [], [fourthFrom = 0, fourthTo = 0] = []] = reached([3, 4], 3);
  expect(thirdFrom).toBeGreaterThanOrEqual(1);
  expect([thirdTo <= 7, fourthFrom >= 8, fourthTo <= 14]).toEqual([true, true, true]);
  // Hundreds are spread evenly: the 100th of 699 is done after a seventh of the week.
  expect(reached([100, 101, 699], 699)).toEqual([
    [1, 1],
    [2, 2],
    [7, 7],
  ]);
});

test("an assumed pace rounds up to whole days, up to twenty years", () => {
  const half = (count: number, perWeek: number) => {
    const { all } = forecastOf(open("1", count), { assumed: { perWeek, by: "option" } });
    return daysAhead(all.half);
  };
  expect([half(1, 7), half(1, 6), half(3, 2), half(1, 0.5)]).toEqual([1, 2, 11, 14]);
  expect([half(7305, 7), half(7306, 7)]).toEqual([7305, null]);
});

test("eight topics finished in four full weeks are enough; seven topics or three weeks are not", () => {
  const kind = (topics: readonly TopicCells[]) => forecast(roadmapOf([...topics, ...open("1", 1)]), { today }).kind;
  const four = (count: number): TopicCells[] =>
    Array.from({ length: count }, () => ["1", "2026-10-19", "2026-10-20", "Done"] as const);
  expect([kind(four(8)), kind(four(7))]).toEqual(["forecast", "too-little"]);
  const three = four(8).map(([phase, , , status]) => [phase, "2026-10-26", "2026-10-27", status] as const);
  expect(kind(three)).toBe("too-little");
});
