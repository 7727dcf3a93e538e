// Pace charts: half-way through a roadmap, at every width and in color.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { burnUp } from "../../src/model/pace/burn-up.js";
import { statisticsOf } from "../../src/model/pace/statistics.js";
import { timelineOf } from "../../src/model/pace/timeline.js";
import { burnUpLines } from "../../src/views/burn-up-lines.js";
import { noPaint, type Paint, plainCanvas } from "../../src/views/canvas.js";
import { statisticsLines } from "../../src/views/statistics-lines.js";
import { timelineLines } from "../../src/views/timeline-lines.js";
import { watchLines } from "../../src/views/watch-lines.js";
import { paceViews } from "../support/pace-views.js";
import { roadmapOf } from "../support/roadmap-of.js";
import { tooWide } from "../support/widths.js";

const today = "2026-11-22";
const { roadmap } = parseRoadmap(readFileSync(new URL("../fixtures/half-way.md", import.meta.url), "utf8"));
const canvas = (width: number) => ({ ...plainCanvas, width });

/** Colors as brackets, so a test sees where they begin and end. */
const brackets: Paint = {
  ...noPaint,
  strong: (text) => `<b>${text}</b>`,
  dim: (text) => `<f>${text}</f>`,
  done: (text) => `<g>${text}</g>`,
  active: (text) => `<a>${text}</a>`,
  blocked: (text) => `<r>${text}</r>`,
  warn: (text) => `<n>${text}</n>`,
};

test.each([20, 30, 40, 80, 140, Number.POSITIVE_INFINITY])("the views of the pace fit %i columns", (width) => {
  expect(tooWide(paceViews(roadmap, canvas(width)).join("\n"), width)).toEqual([]);
});

test("color changes only colors", () => {
  const colored = paceViews(roadmap, { ...plainCanvas, paint: brackets, width: 80 }).map((line) =>
    line.replace(/<\/?[a-z]>/g, ""),
  );
  expect(colored).toEqual(paceViews(roadmap, canvas(80)));
});

test("the weeks of the last three months are shown, or all weeks since a given date", () => {
  const weeks = (since: string | null) => {
    const view = { ...statisticsOf(roadmap, { today, since: since ?? undefined }), today, since };
    return statisticsLines(view, canvas(80)).flatMap((line) => /^(\d{4}-\d\d-\d\d) .*\d$/.exec(line)?.[1] ?? []);
  };
  expect(weeks(null)).toHaveLength(12);
  expect([weeks(null)[0], weeks(null).at(-1)]).toEqual(["2026-08-31", "2026-11-16"]);
  expect([weeks("2026-07-15")[0], weeks("2026-07-15").length]).toEqual(["2026-07-13", 19]);
  expect(weeks("2000-01-01")).toHaveLength(53);
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

test("a bar lasts from the start to the finish or today; a topic with one date has a symbol", () => {
  const view = { ...timelineOf(short.topics, { today }), today, since: null };
  expect(timelineLines(view, canvas(40))).toEqual([
    "         11-02  11-09  11-16",
    "Topic 1  ███████              │",
    "Topic 2         ▒▒▒▒▒▒▒▒▒▒▒▒▒▒→",
    "Topic 5           ├           │",
    "Topic 4               ┤       │",
    "Topic 3                ▒▒▒▒▒▒▒!",
    "",
    "2026-11-02 to today, 2026-11-22; █ done,",
    "▒→ in progress, ▒! blocked, ┤ done",
    "(start unknown), ├ done (end unknown),",
    "│ today",
    "1 topic not started",
    "1 topic without a date",
    "1 topic with a date in the future",
    "1 topic finished before the start date",
  ]);
});

test("with --since, bars that ended earlier are omitted, and others begin at the edge", () => {
  const since = "2026-11-14";
  const view = { ...timelineOf(short.topics, { today, since }), today, since };
  expect(timelineLines(view, canvas(40)).slice(0, 4)).toEqual([
    "               11-16",
    `Topic 2  ${"▒".repeat(27)}→`,
    `Topic 4       ┤${" ".repeat(21)}│`,
    `Topic 3        ${"▒".repeat(21)}!`,
  ]);
});

test.each([
  ["2026-11-20", "11-20"],
  ["2026-08-01", "Aug"],
  ["2024-01-01", "2024"],
  ["1890-01-01", "1900"],
  ["0001-01-01", "1000"],
])("a scale from %s on has labels for the units with room, such as %s", (from, label) => {
  const old = roadmapOf([
    ["1", from, from, "Done"],
    ["1", "2026-11-22", "", "In Progress"],
  ]);
  const [head, ...rows] = timelineLines({ ...timelineOf(old.topics, { today }), today, since: null }, canvas(60));
  expect(head).toContain(label);
  expect(rows[0]).toMatch(/^Topic 1 {2}█+ *│$/);
  expect(rows[1]).toMatch(/^Topic 2 {2} *▒+→$/);
});

test("the chart rises where topics were finished, below the line of all topics", () => {
  const four = roadmapOf([
    ["1", "2026-11-03", "2026-11-07", "Done"],
    ["1", "", "2026-11-12", "Done"],
    ["1", "", "2026-11-12", "Done"],
    ["1", "", "", ""],
  ]);
  expect(burnUpLines(burnUp(four, { today }), canvas(23)).slice(0, 12)).toEqual([
    "3 of 4 topics done, 75%",
    "",
    " 4┼────────────────────",
    " 3┤         ╭──────────",
    " 2┤         │",
    " 1┤    ╭────╯",
    " 0┼────╯",
    "         11-09  11-16",
    "",
    "lower line: topics done",
    "upper line: all topics,",
    "assumed constant",
  ]);
});

test("the chart says where its totals come from", () => {
  const one = roadmapOf([["1", "2026-11-03", "2026-11-07", "Done"]]);
  const summaryFor = (from: string | null) => {
    const history = from === null ? null : { from, doneOn: new Map(), totals: [] };
    return burnUpLines(burnUp(one, { today, history }), canvas(140)).find((line) => line.startsWith("upper line"));
  };
  expect(summaryFor(null)).toBe("upper line: all topics, assumed constant because no commit shows otherwise");
  expect(summaryFor("2026-11-10")).toBe("upper line: all topics; the total before 2026-11-10 is unknown");
  expect(summaryFor("2026-11-03")).toBe("upper line: all topics");
});

test("if everything is done, the lines meet; without dates, a hint says how to record them", () => {
  const all = roadmapOf([["1", "2026-11-03", "2026-11-07", "Done"]]);
  expect(burnUpLines(burnUp(all, { today }), { ...plainCanvas, paint: brackets, width: 40 })[2]).toMatch(
    /^ 1<f>┼<\/f><f>─/,
  );
  const none = burnUpLines(burnUp(roadmapOf([["1", "", "", "Done"]]), { today }), canvas(80));
  expect(none[0]).toBe("1 of 1 topic done, but no dates are known");
  expect(none[1]).toContain("roadmap finish TOPIC");
  const later = burnUpLines(burnUp(all, { today, since: "2027-01-01" }), canvas(80), "2027-01-01");
  expect(later).toEqual(["1 of 1 topic done, but no dates are known since 2027-01-01"]);
});

test("a single date is not charted, but mentioned", () => {
  const first = roadmapOf([
    ["1", today, "", "In Progress"],
    ["1", "", "", ""],
  ]);
  expect(burnUpLines(burnUp(first, { today }), canvas(80))).toEqual([
    "0 of 2 topics done, 0%",
    `  only one date is known (${today}): a chart needs at least two`,
  ]);
});

test("the summary is right for one finished topic, none, and none since a date", () => {
  const first = roadmapOf([
    ["1", "2026-11-20", "2026-11-22", "Done"],
    ["2", "", "", ""],
  ]);
  const summaryFor = (of: typeof first, since?: string) =>
    statisticsLines({ ...statisticsOf(of, { today, since }), today, since: since ?? null }, canvas(80));
  expect(summaryFor(first).slice(0, 7)).toEqual([
    "1 of 2 topics done",
    "",
    "Week of     Finished",
    "2026-11-16  ██ 1",
    "",
    "Duration  2 days (1 topic)",
    "Streak    1 week (since 2026-11-16), your longest",
  ]);
  expect(summaryFor(roadmapOf([["1", "", "", ""]]))[0]).toBe("0 of 1 topic done");
  expect(summaryFor(roadmapOf([["1", "", "", "Done"]]))[0]).toBe("1 of 1 topic done, none with a finish date");
  expect(summaryFor(roadmap, "2026-11-21")[0]).toBe("19 of 35 topics done, none with a finish date since 2026-11-21");
  expect(summaryFor(roadmap, "2026-11-20")[1]).toBe("1 topic with a finish date since 2026-11-20");
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
