// Statistics: weeks, days and streaks, and what is left blank.

import { expect, test } from "vitest";
import { statisticsOf } from "../../../src/model/pace/statistics.js";
import { mondayOf } from "../../../src/model/pace/throughput.js";
import { roadmapOf } from "../../support/roadmap-of.js";

const today = "2026-11-22";

const worked = roadmapOf([
  ["1", "2026-10-05", "2026-10-11", "Done"],
  ["1", "2026-10-01", "2026-10-12", "Done"],
  ["1", "2026-10-19", "2026-10-19", "Done"],
  ["2", "", "2026-11-09", "Done"],
  ["2", "2026-11-10", "2026-11-22", "Done"],
  ["2", "2026-11-01", "", "In Progress"],
  ["2", "2026-09-01", "", "In Progress"],
  ["2", "", "", "In Progress"],
  ["2", "", "", "Done"],
  ["2", "2026-11-08", "2026-11-07", "Done"],
  ["2", "", "2026-12-24", "Done"],
  ["3", "", "", "Skipped"],
  ["-", "", "", ""],
  ["-", "2027-01-01", "", "In Progress"],
]);

test("weeks begin on Monday, and a Sunday is in the week before", () => {
  const { throughput, finished } = statisticsOf(worked, { today });
  const weeks = [...throughput.byWeek].map(([week, count]) => [mondayOf(week), count]);
  expect(weeks).toEqual([
    ["2026-10-05", 1],
    ["2026-10-12", 1],
    ["2026-10-19", 1],
    ["2026-11-02", 1],
    ["2026-11-09", 1],
    ["2026-11-16", 1],
  ]);
  expect(finished).toBe(6);
});

test("full weeks extend from the first start to last week, and the current week is not in the average", () => {
  const { throughput } = statisticsOf(worked, { today });
  const { first, last } = throughput.fullWeeks ?? { first: 0, last: 0 };
  expect([mondayOf(first), mondayOf(last)]).toEqual(["2026-09-07", "2026-11-09"]);
  expect(throughput.perWeek).toBeCloseTo(5 / 10);
});

test("if history begins with a finish, full weeks begin after its week; with a start on a Monday, in its week", () => {
  const first = (cells: readonly [string, string, string, string]) => {
    const { fullWeeks } = statisticsOf(roadmapOf([cells]), { today }).throughput;
    return fullWeeks && mondayOf(fullWeeks.first);
  };
  expect(first(["1", "", "2026-11-02", "Done"])).toBe("2026-11-09");
  expect(first(["1", "2026-11-02", "2026-11-05", "Done"])).toBe("2026-11-02");
  expect(first(["1", "2026-11-03", "2026-11-05", "Done"])).toBe("2026-11-09");
  expect(first(["1", "2026-11-17", "2026-11-20", "Done"])).toBeNull();
  expect(first(["1", "", "", "Done"])).toBeNull();
});

test("a skipped topic begins no history", () => {
  const roadmap = roadmapOf([
    ["1", "2026-09-07", "", "Skipped"],
    ["1", "2026-11-02", "2026-11-05", "Done"],
  ]);
  const { fullWeeks } = statisticsOf(roadmap, { today }).throughput;
  expect(fullWeeks && mondayOf(fullWeeks.first)).toBe("2026-11-02");
});

test("50% and 85% of the topics took at most so many days; those with swapped dates do not count", () => {
  const { days, phases } = statisticsOf(worked, { today });
  expect(days).toEqual({ count: 4, half: 6, most: 12, backwards: 1 });
  expect(phases.map(({ title, done, total, days }) => [title, done, total, days.half])).toEqual([
    ["Phase 1", 3, 3, 6],
    ["Phase 2", 5, 8, 12],
    ["Phase 3", 0, 0, null],
    ["No phase", 0, 2, null],
  ]);
});

test("17 of 20 are 85%", () => {
  const days = Array.from({ length: 20 }, (_, index) => `2026-03-${String(index + 1).padStart(2, "0")}`);
  const roadmap = roadmapOf(days.map((day) => ["1", "2026-03-01", day, "Done"] as const));
  expect(statisticsOf(roadmap, { today }).days).toEqual({ count: 20, half: 9, most: 16, backwards: 0 });
});

test("a week without a finish ends a streak, but the current week does not", () => {
  const { now, best } = statisticsOf(worked, { today }).streaks;
  expect(now).toEqual({ weeks: 3, from: "2026-11-02", to: "2026-11-22" });
  expect(best).toEqual({ weeks: 3, from: "2026-11-02", to: "2026-11-22" });
  const later = (day: string) => statisticsOf(worked, { today: day }).streaks.now?.weeks ?? 0;
  expect([later("2026-11-29"), later("2026-11-30")]).toEqual([3, 0]);
});

test("topics in progress are listed with their days, oldest first, blank if unknown", () => {
  const { inProgress } = statisticsOf(worked, { today });
  expect(inProgress.map(({ topic, days }) => [topic.number, days])).toEqual([
    [7, 82],
    [6, 21],
    [8, null],
    [14, null],
  ]);
});

test("what the dates leave open is counted", () => {
  expect(statisticsOf(worked, { today }).gaps).toEqual({ undated: 1, ahead: 2, backwards: 1, unstarted: 1 });
});

test("with a first day, only topics finished from then on count", () => {
  const { finished, throughput, streaks } = statisticsOf(worked, { today, since: "2026-11-09" });
  expect([finished, [...throughput.byWeek.values()], streaks.best?.weeks]).toEqual([2, [1, 1], 2]);
  expect(throughput.fullWeeks).toMatchObject({ first: throughput.fullWeeks?.last });
});

test("dates in the years 1 and 9999 and ten thousand topics on one day are counted without a list of all weeks", () => {
  const many = Array.from({ length: 10_000 }, () => ["1", "2026-01-01", "2026-02-15", "Done"] as const);
  const roadmap = roadmapOf([...many, ["1", "0001-01-01", "0001-01-01", "Done"], ["1", "", "9999-12-31", "Done"]]);
  const { throughput, gaps, streaks } = statisticsOf(roadmap, { today });
  expect([throughput.byWeek.size, gaps.ahead, streaks.best?.weeks, streaks.now]).toEqual([2, 1, 1, null]);
});

const done = (started: string, finished: string) => ["1", started, finished, "Done"] as const;

test("a topic finished on its start date took 0 days, and one finished the day before does not count", () => {
  const { days } = statisticsOf(roadmapOf([done("2026-11-02", "2026-11-02"), done("2026-11-03", "2026-11-02")]), {
    today,
  });
  expect(days).toEqual({ count: 1, half: 0, most: 0, backwards: 1 });
});

test("50% and 85% are times that occurred: the third of five and the fifth, the second of three and the third", () => {
  const took = (...all: number[]) =>
    statisticsOf(roadmapOf(all.map((days) => done("2026-10-01", `2026-10-${String(days + 1).padStart(2, "0")}`))), {
      today,
    }).days;
  expect(took(4, 1, 9, 2, 7)).toMatchObject({ half: 4, most: 9 });
  expect(took(3, 8, 5)).toMatchObject({ half: 5, most: 8 });
  expect(took(6, 2)).toMatchObject({ half: 2, most: 6 });
});

test("a topic finished today is finished, and one started today is in progress for 0 days", () => {
  const roadmap = roadmapOf([done(today, today), ["1", today, "", "In Progress"]]);
  const { finished, gaps, inProgress, throughput } = statisticsOf(roadmap, { today });
  expect([finished, gaps.ahead, inProgress[0]?.days, [...throughput.byWeek.values()]]).toEqual([1, 0, 0, [1]]);
});

test("the first and the last full week count in the average; this week and days before --since do not", () => {
  const roadmap = roadmapOf([
    done("2026-10-26", "2026-10-26"),
    done("2026-10-27", "2026-11-01"),
    done("2026-10-27", "2026-11-15"),
    done("2026-10-27", "2026-11-16"),
  ]);
  // Three full weeks from Monday the 26th to Sunday the 15th, and three topics finished in them.
  expect(statisticsOf(roadmap, { today }).throughput.perWeek).toBe(1);
  const { finished, throughput } = statisticsOf(roadmap, { today, since: "2026-11-01" });
  expect(finished).toBe(3);
  expect([...throughput.byWeek.values()]).toEqual([1, 1, 1]);
  // The week of the 1st is not complete: two weeks are, with one topic.
  expect(throughput.perWeek).toBe(0.5);
  // A Monday begins its own week.
  expect(mondayOf(statisticsOf(roadmap, { today, since: "2026-11-02" }).throughput.fullWeeks?.first ?? 0)).toBe(
    "2026-11-02",
  );
});

test("a topic that is not started begins no history, and one started today begins no full week", () => {
  const first = (...cells: (readonly [string, string, string, string])[]) => {
    const { fullWeeks } = statisticsOf(roadmapOf(cells), { today }).throughput;
    return fullWeeks && mondayOf(fullWeeks.first);
  };
  expect(first(["1", "2026-09-07", "", "Not Started"], done("2026-11-02", "2026-11-05"))).toBe("2026-11-02");
  expect(first(["1", today, "", "In Progress"])).toBeNull();
  expect(first(["1", "2026-11-09", "", "In Progress"])).toBe("2026-11-09");
});

test("of two streaks of equal length the later one is the best, and one that ended last week still holds", () => {
  const roadmap = roadmapOf([
    done("2026-09-01", "2026-09-08"),
    done("2026-09-01", "2026-09-15"),
    done("2026-09-01", "2026-11-03"),
    done("2026-09-01", "2026-11-10"),
  ]);
  const { best, now } = statisticsOf(roadmap, { today }).streaks;
  expect(best).toEqual({ weeks: 2, from: "2026-11-02", to: "2026-11-15" });
  expect(now).toEqual(best);
  expect(statisticsOf(roadmap, { today: "2026-11-23" }).streaks.now).toBeNull();
});
