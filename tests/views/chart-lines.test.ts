// Charts: the timeline and the burn-up chart half-way through a roadmap, at three widths.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { burnUp } from "../../src/model/pace/burn-up.js";
import { timelineOf } from "../../src/model/pace/timeline.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { burnUpLines } from "../../src/views/burn-up-lines.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { timelineLines } from "../../src/views/timeline-lines.js";
import { asciiTerminal, terminal } from "../support/canvases.js";
import { roadmapOf } from "../support/roadmap-of.js";

const today = "2026-11-22";
const canvas = (width: number) => ({ ...plainCanvas, width });

/** The day of the fixture that has topics and tasks in every state. */
const later = "2026-11-30";
const inProgress = parseRoadmap(readFileSync(new URL("../fixtures/in-progress.md", import.meta.url), "utf8"), {
  today: later,
}).roadmap;

// Timeline.

function timeline(of: Roadmap, screen: Canvas, dates: { today?: string; since?: string } = {}): string[] {
  const { today: day = later, since } = dates;
  const view = { ...timelineOf(of.topics, { today: day, since }), today: day, since: since ?? null, isFolded: true };
  return timelineLines(of, view, screen);
}

test("a timeline has a bar for each finished phase, and one for each topic of the others", () => {
  expect(timeline(inProgress, terminal(80))).toEqual([
    "                                      Jul     Aug     Sep     Oct      Nov",
    "✓ Phase 1  6 topics                   ━━━━━━━━━━━━━",
    "✓ Phase 2  7 topics                               ━━━━━━━━━━━━━━━━",
    "  Phase 3",
    "  ✓ Message Queues                                               ━━━━",
    "  ✓ Distributed Systems Basics                                      ━━━━",
    "  ✓ Horizontal Scaling & Load Balan…                                   ━━━",
    "  ✓ WebSockets & Real-time Communic…                                     ━━━━━",
    "  ◐ Connection State Management                                            ╍╍╍╍▸",
    "  ! Distributed Caching                                                     ╍╍╍!",
    "  Phase 4",
    "  ◐ Containerization with Docker                                             ╍╍▸",
    "",
    "━ done   ╍▸ in progress   ╍! blocked   29 Jun to today, 30 Nov",
    "15 topics not started",
  ]);
});

test("in 40 columns, a timeline has shorter names; into a pipe it has every topic", () => {
  expect(timeline(inProgress, terminal(40)).slice(0, 5)).toEqual([
    "                   Jul         Oct",
    "✓ Phase 1          ━━━━━━━",
    "✓ Phase 2                ━━━━━━━━",
    "  Phase 3",
    "  ✓ Message Queu…               ━━",
  ]);
  expect(timeline(inProgress, plainCanvas).slice(1, 3)).toEqual([
    "  Phase 1",
    "  ✓ Programming Language Fundamenta…  ━━━━━━",
  ]);
});

const short = roadmapOf([
  ["1", "2026-11-02", "2026-11-08", "Done"],
  ["1", "2026-11-09", "", "In Progress"],
  ["1", "2026-11-16", "", "Blocked"],
  ["1", "", "2026-11-15", "Done"],
  ["1", "2026-11-11", "", "Done"],
  ["1", "", "", ""],
  ["1", "", "", "Done"],
  ["1", "2026-11-09", "2026-11-02", "Done"],
  ["1", "", "2027-01-01", "Done"],
]);

test.each([40, 45, 50, 55, 60])("the legend of the timeline keeps a day with its month at %i columns", (width) => {
  const text = timeline(short, terminal(width), { today }).join("\n");
  expect(text).toMatch(/ 2 Nov to\s+today,\s+22 Nov\n|\n2 Nov to\s+today,\s+22 Nov\n/);
});

test("a bar lasts from the start to the finish or today; a topic with one date has a symbol", () => {
  expect(timeline(short, terminal(50), { today })).toEqual([
    "             2 Nov  9 Nov  16 Nov",
    "  Phase 1",
    "  ✓ Topic 1  ━━━━━━━",
    "  ◐ Topic 2         ╍╍╍╍╍╍╍╍╍╍╍╍╍╍▸",
    "  ✓ Topic 5           ├",
    "  ✓ Topic 4               ┤",
    "  ! Topic 3                ╍╍╍╍╍╍╍!",
    "",
    "━ done, ╍▸ in progress, ╍! blocked, ┤ done (start",
    "unknown), ├ done (finish unknown), 2 Nov to today,",
    "22 Nov",
    "1 topic not started",
    "1 topic without a date",
    "1 topic with a date in the future",
    "1 topic finished before the start date",
  ]);
});

test("with --since, bars that ended earlier are omitted, and others begin at the edge", () => {
  expect(timeline(short, terminal(42), { today, since: "2026-11-14" }).slice(0, 5)).toEqual([
    "                   16 Nov",
    "  Phase 1",
    `  ◐ Topic 2  ${"╍".repeat(27)}▸`,
    "  ✓ Topic 4       ┤",
    `  ! Topic 3        ${"╍".repeat(21)}!`,
  ]);
});

test.each([
  ["2026-11-20", "20 Nov"],
  ["2026-08-01", "Aug"],
  ["2024-01-01", "2024"],
  ["1890-01-01", "1900"],
  ["0001-01-01", "1000"],
])("a scale from %s on has labels for the units with room, such as %s", (from, label) => {
  const old = roadmapOf([
    ["1", from, from, "Done"],
    ["1", "2026-11-22", "", "In Progress"],
  ]);
  const [head, , ...rows] = timeline(old, canvas(60), { today });
  expect(head).toContain(label);
  expect(rows[0]).toMatch(/^ {2}✓ Topic 1 {2}━+$/);
  expect(rows[1]).toMatch(/^ {2}◐ Topic 2 {2} *╍+▸$/);
});

test("topics without groups of phases are a bar each", () => {
  const flat = roadmapOf([
    ["1", "2026-11-02", "2026-11-08", "Done"],
    ["2", "2026-11-09", "", "In Progress"],
  ]);
  expect(timeline(flat, terminal(40), { today }).slice(1, 3)).toEqual([
    "✓ Topic 1  ━━━━━━━",
    "◐ Topic 2         ╍╍╍╍╍╍╍╍╍╍╍╍╍╍▸",
  ]);
});

test("a phase in which something is left is not one bar, even if all of its bars are finished", () => {
  const open = roadmapOf([
    ["1", "2026-11-02", "2026-11-08", "Done"],
    ["1", "2026-11-09", "2026-11-15", "Done"],
    ["1", "", "", ""],
  ]);
  expect(timeline(open, terminal(40), { today }).slice(1, 4)).toEqual([
    "  Phase 1",
    "  ✓ Topic 1  ━━━━━━━",
    "  ✓ Topic 2         ━━━━━━━",
  ]);
});

// Burn-up chart.

const expected = { day: "2027-05-11", perWeek: 0.8 };

function chart(of: Roadmap, screen: Canvas, view: Partial<Parameters<typeof burnUpLines>[0]> = {}): string[] {
  return burnUpLines({ ...burnUp(of, { today, since: view.since }), expected: null, ...view }, screen);
}

test("the chart is an area of what is done, which goes on as expected below the line of all topics", () => {
  expect(chart(inProgress, terminal(80), { ...burnUp(inProgress, { today: later }), expected })).toEqual([
    "17 of 35 topics done  48%                              50% likely by 11 May 2027",
    "",
    " 35 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄░░░░░",
    "    │                                                             ░░░░░░░░░░░░░░",
    "    │                                                   ░░░░░░░░░░░░░░░░░░░░░░░░",
    "    │                                          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░",
    "    │                          ▂▂▂▃▃▅▅▅▅▇▇░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░",
    "    │                    ▂▄▆▆█████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░",
    "    │        ▁▁▁▃▃▅▅▅▇▇███████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░",
    "    │  ▂▂▄▅▇▇█████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░",
    "  0 └───────────────────────────────────────────────────────────────────────────",
    "     Jul    Aug     Sep    Oct    Nov    Dec     2027   Feb   Mar     Apr    May",
    "",
    "█ done   ░ expected at 0.8 topics per week   ┄ all topics",
    "the number of topics is assumed constant because no commit shows otherwise",
  ]);
});

test("in 40 columns, the chart has six rows; a terminal with only ASCII draws whole cells", () => {
  const view = { ...burnUp(inProgress, { today: later }), expected };
  expect(chart(inProgress, terminal(40), view).slice(0, 13)).toEqual([
    "17 of 35 topics done  48%",
    "",
    " 35 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄░░░",
    "    │                          ░░░░░░░░░",
    "    │                     ░░░░░░░░░░░░░░",
    "    │           ▂▃▅▆▆▇▇░░░░░░░░░░░░░░░░░",
    "    │      ▂▃▄▇████████░░░░░░░░░░░░░░░░░",
    "    │ ▃▄▅▇█████████████░░░░░░░░░░░░░░░░░",
    "  0 └───────────────────────────────────",
    "     Jul       Oct       2027      Apr",
    "",
    "█ done",
    "░ expected at 0.8 topics per week",
  ]);
  expect(chart(inProgress, asciiTerminal(40), view)[7]).toBe("    |  ################:::::::::::::::::");
});

test("the chart rises where topics were finished; without a forecast it ends today", () => {
  const four = roadmapOf([
    ["1", "2026-11-03", "2026-11-07", "Done"],
    ["1", "", "2026-11-12", "Done"],
    ["1", "", "2026-11-12", "Done"],
    ["1", "", "", ""],
  ]);
  expect(chart(four, terminal(25)).slice(0, 10)).toEqual([
    "3 of 4 topics done  75%",
    "",
    "  4 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
    "    │         ▄▄▄▄▄▄▄▄▄▄▄",
    "    │         ███████████",
    "    │         ███████████",
    "    │    ▄▄▄▄▄███████████",
    "    │    ████████████████",
    "  0 └────────────────────",
    "           9 Nov  16 Nov",
  ]);
});

test("the chart says where its totals come from, and how they changed", () => {
  const one = roadmapOf([["1", "2026-11-03", "2026-11-07", "Done"]]);
  const legend = (from: string | null, totals: { day: string; change: number }[] = []) => {
    const history = from === null ? null : { from, doneOn: new Map(), totals };
    const lines = burnUpLines({ ...burnUp(one, { today, history }), expected: null }, canvas(140));
    return lines.slice(lines.findIndex((line) => line.startsWith("█")));
  };
  expect(legend(null)).toEqual([
    "█ done   ┄ all topics",
    "the number of topics is assumed constant because no commit shows otherwise",
  ]);
  expect(legend("2026-11-10")).toEqual(["█ done   ┄ all topics", "the number of topics before 2026-11-10 is unknown"]);
  const late = { from: "2026-11-10", doneOn: new Map(), totals: [] };
  expect(burnUpLines({ ...burnUp(one, { today, history: late }), expected: null }, terminal(80))).toContain(
    "the number of topics before 10 Nov is unknown",
  );
  expect(legend("2026-11-03")).toEqual(["█ done   ┄ all topics"]);
  expect(legend("2026-11-03", [{ day: "2026-11-05", change: -1 }])).toEqual(["█ done   ┄ all topics (2, then 1)"]);
});

test("without dates, a hint says how to record them; a single date is not charted, but mentioned", () => {
  const none = chart(roadmapOf([["1", "", "", "Done"]]), canvas(80));
  expect(none[0]).toBe("1 of 1 topic done, but no dates are known");
  expect(none[1]).toContain("roadmap finish TOPIC");
  const all = roadmapOf([["1", "2026-11-03", "2026-11-07", "Done"]]);
  const late = chart(all, canvas(80), { ...burnUp(all, { today, since: "2027-01-01" }), since: "2027-01-01" });
  expect(late).toEqual(["1 of 1 topic done, but no dates are known since 2027-01-01"]);
  const first = roadmapOf([
    ["1", today, "", "In Progress"],
    ["1", "", "", ""],
  ]);
  expect(chart(first, canvas(80))).toEqual([
    "0 of 2 topics done, 0%",
    `  only one date is known (${today}): a chart needs at least two`,
  ]);
});
