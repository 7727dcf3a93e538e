// Pace views: statistics and forecast half-way through a roadmap, at three widths.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { forecast } from "../../src/model/pace/forecast.js";
import { statisticsOf } from "../../src/model/pace/statistics.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { type Canvas, noPaint, type Paint, plainCanvas } from "../../src/views/canvas.js";
import { forecastLines } from "../../src/views/forecast-lines.js";
import { statisticsLines } from "../../src/views/statistics-lines.js";
import { watchLines } from "../../src/views/watch-lines.js";
import { asciiTerminal, terminal } from "../support/canvases.js";
import { paceViews } from "../support/pace-views.js";
import { roadmapOf } from "../support/roadmap-of.js";
import { tooWide } from "../support/widths.js";

const today = "2026-11-22";
const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
const { roadmap } = parseRoadmap(fixture("half-way.md"));
const canvas = (width: number) => ({ ...plainCanvas, width });

/** The day of the fixture that has topics and tasks in every state. */
const later = "2026-11-30";
const inProgress = parseRoadmap(fixture("in-progress.md"), { today: later }).roadmap;

/** Colors as brackets, so a test sees where they begin and end. */
const brackets: Paint = {
  ...noPaint,
  head: (text) => `<h>${text}</h>`,
  strong: (text) => `<b>${text}</b>`,
  dim: (text) => `<f>${text}</f>`,
  done: (text) => `<g>${text}</g>`,
  active: (text) => `<a>${text}</a>`,
  blocked: (text) => `<r>${text}</r>`,
  warn: (text) => `<n>${text}</n>`,
};

const widths = [20, 30, 40, 80, 140, Number.POSITIVE_INFINITY];

test.each(widths)("the views of the pace fit %i columns", (width) => {
  expect(tooWide(paceViews(roadmap, canvas(width)).join("\n"), width)).toEqual([]);
  for (const drawn of [roadmap, inProgress])
    for (const screen of [terminal(width), asciiTerminal(width)])
      expect(tooWide(paceViews(drawn, screen).join("\n"), width)).toEqual([]);
});

test("color changes only colors", () => {
  for (const screen of [canvas(80), terminal(80), terminal(40)]) {
    const colored = paceViews(inProgress, { ...screen, paint: brackets }).map((line) =>
      line.replace(/<\/?[a-z]>/g, ""),
    );
    expect(colored.map((line) => line.trimEnd())).toEqual(paceViews(inProgress, screen).map((line) => line.trimEnd()));
  }
});

// Statistics.

function statistics(of: Roadmap, screen: Canvas, dates: { today?: string; since?: string } = {}): string[] {
  const { today: day = later, since } = dates;
  return statisticsLines({ ...statisticsOf(of, { today: day, since }), today: day, since: since ?? null }, screen);
}

test("statistics are a line each, then the weeks as columns, then the phases", () => {
  expect(statistics(inProgress, terminal(80))).toEqual([
    "Topics          17 of 35 done  48%, 2 in progress, 1 blocked, 1 skipped",
    "Tasks           20 of 35 done  57%, 1 in progress",
    "Pace            0.8 topics per week  over 22 full weeks",
    "Days per topic  8  is the median; 85% took 11 or fewer",
    "Streak          1 week  best 6, 6 Jul – 16 Aug",
    "",
    "Finished each week",
    "                                      ██",
    "     ██ ██ ██ ██ ██ ██    ██ ██    ██ ██ ██ ██    ██ ██    ██    ██",
    "   ·  1  1  1  1  1  1  ·  1  1  ·  1  2  1  1  ·  1  1  ·  1  ·  1  ·",
    "     Jul         Aug            Sep         Oct         Nov",
    "",
    "By phase   done  median      85%",
    "✓ Phase 1   6/6  8 days  11 days",
    "✓ Phase 2   7/7  5 days   9 days",
    "  Phase 3   4/7  8 days  13 days  1 in progress",
    "  Phase 4   0/3                   1 in progress",
    "  4 phases not started",
  ]);
});

test("in 40 columns, signs stand for what is in progress and blocked, and fewer weeks are shown", () => {
  expect(statistics(inProgress, terminal(40)).slice(0, 11)).toEqual([
    "Topics          17 of 35 done  ◐2 !1",
    "Tasks           20 of 35 done  ◐1",
    "Pace            0.8 topics per week",
    "Days per topic  8  median",
    "Streak          1 week  best 6",
    "",
    "Finished each week",
    "     ██",
    "  ██ ██ ██ ██    ██ ██    ██    ██",
    "   1  2  1  1  ·  1  1  ·  1  ·  1  ·",
    "  Sep      Oct         Nov",
  ]);
});

test("a terminal with only ASCII gets bars of its own", () => {
  expect(statistics(inProgress, asciiTerminal(40)).slice(7, 9)).toEqual([
    "     ##",
    "  ## ## ## ##    ## ##    ##    ##",
  ]);
});

test("with --since, the weeks from that day on are shown, at most a year, and what is counted is said", () => {
  const weeks = (since: string) => {
    const lines = statistics(roadmap, canvas(300), { today, since });
    return lines[lines.indexOf("Finished each week") + 2]?.trim().split(/ +/) ?? [];
  };
  expect(weeks("2026-07-15")).toHaveLength(19);
  expect(weeks("2000-01-01").length).toBeLessThanOrEqual(53);
  expect(statistics(inProgress, terminal(80), { since: "2026-11-01" }).slice(2, 11)).toEqual([
    "Pace            0.5 topics per week  over 4 full weeks",
    "Dated           3 topics with a finish date since 1 Nov",
    "Days per topic  11  is the median; 85% took 13 or fewer",
    "Streak          1 week  since 23 Nov, the longest so far",
    "",
    "Finished each week",
    "  ██    ██    ██",
    "   1  ·  1  ·  1  ·",
    "     Nov",
  ]);
});

test("statistics of one finished topic, none, and none since a date", () => {
  const first = roadmapOf([
    ["1", "2026-11-20", "2026-11-22", "Done"],
    ["2", "", "", ""],
  ]);
  expect(statistics(first, terminal(80), { today })).toEqual([
    "Topics          1 of 2 done  50%",
    "Days per topic  2  for the only topic with both dates",
    "Streak          1 week  since 16 Nov, the longest so far",
    "",
    "Finished each week",
    "  ██",
    "   1",
    "  Nov",
  ]);
  const sameDay = roadmapOf([["1", "2026-11-22", "2026-11-22", "Done"]]);
  expect(statistics(sameDay, terminal(80), { today })[1]).toBe(
    "Days per topic  same day  for the only topic with both dates",
  );
  expect(statistics(roadmapOf([["1", "", "", ""]]), terminal(80), { today })).toEqual([
    "Topics  0 of 1 done  0%",
    "",
    "`roadmap start TOPIC` and `roadmap finish TOPIC` record dates in the file",
  ]);
  expect(statistics(roadmapOf([["1", "", "", "Done"]]), terminal(80), { today }).slice(0, 2)).toEqual([
    "Topics  1 of 1 done  100%",
    "Dated   0 topics with a finish date",
  ]);
  expect(statistics(roadmap, canvas(80), { today, since: "2026-11-21" })).toContain(
    "Dated   0 topics with a finish date since 2026-11-21",
  );
});

test("phases of fewer than two topics on average are not listed, and many finishes in a week are scaled", () => {
  const single = roadmapOf(["1", "2", "3"].map((phase) => [phase, "2026-11-20", "2026-11-22", "Done"]));
  expect(statistics(single, terminal(80), { today }).join("\n")).not.toContain("By phase");
  const busy = roadmapOf(Array.from({ length: 23 }, () => ["1", "2026-11-20", "2026-11-22", "Done"]));
  const lines = statistics(busy, terminal(80), { today });
  expect(lines.slice(lines.indexOf("Finished each week") + 1)).toEqual(
    [..."█████"].map(() => "  ██").concat("  23", "  Nov"),
  );
});

// Forecast.

function forecastOf(of: Roadmap, screen: Canvas, assumed?: number): string[] {
  const found = forecast(of, { today: later, assumed: assumed ? { perWeek: assumed, by: "option" } : null });
  if (found.kind === "too-little") throw new Error("too little history");
  return forecastLines({ ...found, isPart: false, total: 35, today: later }, screen);
}

test("a forecast has dates, and their spread next to them if there is room", () => {
  expect(forecastOf(inProgress, terminal(80))).toEqual([
    "18 of 35 topics left, at 0.8 topics per week (the last 22 full weeks)",
    "",
    "         left       50% by       85% by  Dec   2027  Feb  Mar   Apr   May  Jun",
    "Phase 3     3       23 Dec   5 Jan 2027      ●╍○",
    "Phase 4     3  20 Jan 2027   8 Feb 2027           ●╍╍╍○",
    "Phase 5     5   7 Mar 2027   5 Apr 2027                    ●╍╍╍╍╍○",
    "Phase 6     3   4 Apr 2027   7 May 2027                         ●╍╍╍╍╍╍○",
    "Phase 7     2  22 Apr 2027  30 May 2027                             ●╍╍╍╍╍╍○",
    "Phase 8     2  11 May 2027  21 Jun 2027                                ●╍╍╍╍╍╍╍○",
    "",
    "All        18  11 May 2027  21 Jun 2027                                ●╍╍╍╍╍╍╍○",
    "",
    "50% and 85% come from 10,000 simulations of your past weeks. Checked against 5",
    "past weeks, the 85% date was right 5 times.",
    "● 50%   ╍ between   ○ 85%",
  ]);
  expect(forecastOf(inProgress, asciiTerminal(80))[4]).toContain("*---o");
});

test("in 40 columns and into a pipe, a forecast has only dates", () => {
  expect(forecastOf(inProgress, terminal(40)).slice(0, 6)).toEqual([
    "18 of 35 topics left, at 0.8 topics per",
    "week (the last 22 full weeks)",
    "",
    "         left       50% by       85% by",
    "Phase 3     3       23 Dec   5 Jan 2027",
    "Phase 4     3  20 Jan 2027   8 Feb 2027",
  ]);
  expect(forecastOf(inProgress, plainCanvas).slice(2, 4)).toEqual([
    "         left  50% by      85% by",
    "Phase 3     3  2026-12-23  2027-01-05",
  ]);
});

test("an assumed pace gives one date for each phase", () => {
  expect(forecastOf(inProgress, terminal(80), 0.7).slice(0, 5)).toEqual([
    "18 of 35 topics left, assuming 0.7 topics per week, from --weekly",
    "",
    "         left      done by",
    "Phase 3     3       30 Dec",
    "Phase 4     3  29 Jan 2027",
  ]);
  expect(forecastOf(inProgress, terminal(80), 0.01).at(-1)).toBe("All        18   > 20 years");
});

test.each([
  [7, 0.7, "2027-02-08"],
  [3, 0.3, "2027-02-08"],
  [1, 0.7, "2026-12-10"],
  [2, 2, "2026-12-07"],
])("%i topics at %f per week are done on %s", (count, perWeek, day) => {
  const open = roadmapOf(Array.from({ length: count }, () => ["1", "", "", ""]));
  const found = forecast(open, { today: later, assumed: { perWeek, by: "option" } });
  expect(found.kind === "forecast" && found.all.most).toBe(day);
});

test("a frame of watch marks lines that are longer than the terminal", () => {
  const lines = ["Plan", "  next: roadmap finish connection state management"];
  const frame = watchLines({ lines, path: "roadmap.md", trouble: null, rows: 9 }, canvas(20));
  expect(frame).toEqual(["Plan", "  next: roadmap fin…", "", "watching roadmap.md…"]);
});

test("names from the file are drawn only with their control characters made visible", () => {
  const evil = parseRoadmap(
    "| Topic | Phase | Started | Finished | Status |\n|---|---|---|---|---|\n" +
      "| a\u001b[31mb\u202e | p\u001b[0m | 2026-10-01 | | In Progress |\n| c | q | 2026-10-01 | 2026-10-02 | Done |\n",
  );
  const drawn = paceViews(evil.roadmap, canvas(80)).join("");
  expect(drawn).toContain("a^[[31mb<U+202E>");
  expect(drawn).not.toMatch(/\p{Cc}|\u202e/u);
});
