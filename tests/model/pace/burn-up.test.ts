// Burn-up: on which days something was done, by the dates of a file and its versions.

import { expect, test } from "vitest";
import { compareRoadmaps } from "../../../src/model/history/compare.js";
import type { HistoryEntry } from "../../../src/model/history/history.js";
import { burnUp, burnUpHistory } from "../../../src/model/pace/burn-up.js";
import type { Roadmap } from "../../../src/model/roadmap.js";
import { roadmapOf } from "../../support/roadmap-of.js";

const today = "2026-03-31";

/** The versions, oldest first, each committed on its day. */
function entriesOf(versions: readonly (readonly [day: string, roadmap: Roadmap])[]): HistoryEntry[] {
  const entries = versions.map(([day, roadmap], index): HistoryEntry => {
    const before = versions[index - 1]?.[1] ?? roadmapOf([]);
    const comparison = compareRoadmaps(before, roadmap);
    const kind = index === 0 ? "added" : "changed";
    const names = { author: "", subject: "", message: "", path: null, renamedFrom: null, trouble: null };
    return { commit: `${index}`, parents: [], day, kind, comparison, comparisons: [comparison], ...names };
  });
  return entries.reverse();
}

test("each day on which something was finished has a point, and today is the last one", () => {
  const roadmap = roadmapOf([
    ["1", "2026-01-05", "2026-01-10", "Done"],
    ["1", "", "2026-02-01", "Done"],
    ["1", "", "2026-02-01", "Done"],
    ["1", "2026-02-03", "", "In Progress"],
    ["1", "", "", "Skipped"],
  ]);
  expect(burnUp(roadmap, { today })).toEqual({
    by: "topic",
    points: [
      { day: "2026-01-05", done: 0, total: 4 },
      { day: "2026-01-10", done: 1, total: 4 },
      { day: "2026-02-01", done: 3, total: 4 },
      { day: today, done: 3, total: 4 },
    ],
    done: 3,
    total: 4,
    fromHistory: 0,
    undated: 0,
    ahead: 0,
    totalsFrom: null,
  });
});

test("done topics without a date, or with a future one, are counted but are in no point", () => {
  const roadmap = roadmapOf([
    ["1", "", "2026-02-01", "Done"],
    ["1", "", "", "Done"],
    ["1", "", "2027-01-01", "Done"],
  ]);
  const { points, done, undated, ahead } = burnUp(roadmap, { today });
  expect([points.at(-1)?.done, done, undated, ahead]).toEqual([1, 3, 1, 1]);
  expect(burnUp(roadmapOf([["1", "", "", "Done"]]), { today }).points).toEqual([]);
});

test("a commit dated after today counts as today, so the chart ends with today and its total", () => {
  const roadmap = roadmapOf([
    ["1", "", "2026-02-01", "Done"],
    ["1", "", "", ""],
  ]);
  const history = {
    from: "2026-01-01",
    doneOn: new Map(),
    totals: [
      { day: "2026-01-01", change: 1 },
      { day: "2026-04-05", change: 1 },
    ],
  };
  expect(burnUp(roadmap, { today, history }).points).toEqual([
    { day: "2026-01-01", done: 0, total: 1 },
    { day: "2026-02-01", done: 1, total: 1 },
    { day: today, done: 1, total: 2 },
  ]);
});

test("a topic started or finished today has a point, and today is only one point", () => {
  const started = roadmapOf([["1", today, "", "In Progress"]]);
  expect(burnUp(started, { today }).points).toEqual([{ day: today, done: 0, total: 1 }]);
  const finished = roadmapOf([["1", "2026-03-30", today, "Done"]]);
  expect(burnUp(finished, { today }).points).toEqual([
    { day: "2026-03-30", done: 0, total: 1 },
    { day: today, done: 1, total: 1 },
  ]);
  const skipped = roadmapOf([
    ["1", "2026-01-01", "", "Skipped"],
    ["1", "", "2026-03-01", "Done"],
  ]);
  expect(burnUp(skipped, { today }).points.map(({ day }) => day)).toEqual(["2026-03-01", today]);
});

test("a chart since the day of a point begins with that day once", () => {
  const roadmap = roadmapOf([
    ["1", "", "2026-01-10", "Done"],
    ["1", "", "2026-02-01", "Done"],
  ]);
  const since = burnUp(roadmap, { today, since: "2026-02-01" }).points;
  expect(since.map(({ day, done }) => [day, done])).toEqual([
    ["2026-02-01", 2],
    [today, 2],
  ]);
});

test("no day has more done than its total, even if history counts from fewer", () => {
  const roadmap = roadmapOf([["1", "", "2026-02-01", "Done"]]);
  const totals = [{ day: "2026-03-01", change: 1 }];
  const history = { from: "2026-03-01", doneOn: new Map(), totals };
  expect(burnUp(roadmap, { today, history }).points).toEqual([
    { day: "2026-02-01", done: 1, total: 1 },
    { day: "2026-03-01", done: 1, total: 1 },
    { day: today, done: 1, total: 1 },
  ]);
});

test("with a first day, everything done before it is done on that day", () => {
  const roadmap = roadmapOf([
    ["1", "", "2026-01-10", "Done"],
    ["1", "", "2026-02-01", "Done"],
  ]);
  const since = (day: string) => burnUp(roadmap, { today, since: day }).points.map(({ day, done }) => [day, done]);
  expect(since("2026-01-20")).toEqual([
    ["2026-01-20", 1],
    ["2026-02-01", 2],
    [today, 2],
  ]);
  expect(since("2025-01-01")[0]).toEqual(["2026-01-10", 1]);
  expect(since(today)).toEqual([[today, 2]]);
  expect(since("2026-04-01")).toEqual([]);
});

test("dates in the years 1 and 9999, and ten thousand topics on one day, make few points", () => {
  const rows = Array.from({ length: 10_000 }, () => ["1", "", "2026-01-10", "Done"] as const);
  const roadmap = roadmapOf([...rows, ["1", "0001-01-01", "9999-12-31", "Done"]]);
  const { points, ahead } = burnUp(roadmap, { today });
  expect(points.map(({ day, done }) => [day, done])).toEqual([
    ["0001-01-01", 0],
    ["2026-01-10", 10_000],
    [today, 10_000],
  ]);
  expect(ahead).toBe(1);
});

test("history has the day on which an undated topic was done, and those on which topics were added", () => {
  const first = roadmapOf([
    ["1", "", "", ""],
    ["1", "", "", ""],
  ]);
  const second = roadmapOf([
    ["1", "", "", "Done"],
    ["1", "", "", ""],
    ["2", "", "", ""],
  ]);
  const third = roadmapOf([
    ["1", "", "", "Done"],
    ["1", "", "2026-01-20", "Done"],
    ["2", "", "", "Done"],
  ]);
  const entries = entriesOf([
    ["2026-01-01", first],
    ["2026-02-01", second],
  ]);
  const uncommitted = compareRoadmaps(second, third);
  const history = burnUpHistory(third, { entries, uncommitted }, { by: "topic", today });
  const { points, fromHistory, totalsFrom } = burnUp(third, { today, history });
  expect(points).toEqual([
    { day: "2026-01-01", done: 0, total: 2 },
    { day: "2026-01-20", done: 1, total: 2 },
    { day: "2026-02-01", done: 2, total: 3 },
    { day: today, done: 3, total: 3 },
  ]);
  expect([fromHistory, totalsFrom]).toEqual([2, "2026-01-01"]);
});

test("a topic that was added as done gets no day from history", () => {
  const before = roadmapOf([["1", "", "", ""]]);
  const after = roadmapOf([
    ["1", "", "", ""],
    ["1", "", "", "Done"],
  ]);
  const came = burnUpHistory(
    after,
    {
      entries: entriesOf([
        ["2026-01-01", before],
        ["2026-02-01", after],
      ]),
      uncommitted: null,
    },
    { by: "topic", today },
  );
  expect([...came.doneOn]).toEqual([]);
  expect(burnUp(after, { today, history: came }).undated).toBe(1);
  const only = burnUpHistory(
    after,
    { entries: entriesOf([["2026-01-01", after]]), uncommitted: null },
    { by: "topic", today },
  );
  expect(burnUp(after, { today, history: only }).points).toEqual([]);
});

test("tasks have the days on which commits checked them, even under an older name", () => {
  const tasks = (mark: string, name: string) => roadmapOf([], `\n## Week 1\n\n- [${mark}] ${name}\n- [ ] other\n`);
  const versions = [
    ["2026-01-01", tasks(" ", "read the RFC")],
    ["2026-01-02", tasks("x", "read the RFC")],
    ["2026-01-03", tasks("x", "read the whole RFC")],
  ] as const;
  const now = tasks("x", "read the whole RFC");
  const history = burnUpHistory(now, { entries: entriesOf(versions), uncommitted: null }, { by: "task", today });
  expect(burnUp(now, { today, by: "task", history }).points).toEqual([
    { day: "2026-01-01", done: 0, total: 2 },
    { day: "2026-01-02", done: 1, total: 2 },
    { day: today, done: 1, total: 2 },
  ]);
});

test("a name that occurs twice gets no day from history", () => {
  const twins = (mark: string) => roadmapOf([], `\n## Week 1\n\n- [ ] read\n- [${mark}] read\n- [${mark}] write\n`);
  const now = twins("x");
  const entries = entriesOf([
    ["2026-01-01", twins(" ")],
    ["2026-01-02", now],
  ]);
  const history = burnUpHistory(now, { entries, uncommitted: null }, { by: "task", today });
  expect([...history.doneOn].map(([{ name }, day]) => [name, day])).toEqual([["write", "2026-01-02"]]);
});
