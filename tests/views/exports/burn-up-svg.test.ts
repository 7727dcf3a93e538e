// Burn-up picture: lines at the right coordinates, the forecast, and a text if there is nothing to draw.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { exportFormats } from "../../../src/views/exports/index.js";
import { hostileRoadmap } from "../../support/hostile-roadmap.js";

const svg = exportFormats.find(({ name }) => name === "svg");

function picture(text: string, today = "2026-01-11", totals: { day: string; change: number }[] = []): string {
  const { roadmap } = parseRoadmap(text, { today });
  const history = totals.length === 0 ? null : { from: "2026-01-01", doneOn: new Map(), totals };
  const made = svg?.make(
    { roadmap, today, history, dashboard: () => [], json: () => "" },
    {
      isSet: () => false,
      text: (name) => (name === "style" ? "burnup" : undefined),
      count: () => undefined,
      day: () => undefined,
    },
  );
  return made ?? "";
}

const table = (...rows: string[]) =>
  `# Plan\n\n| Topic | Started | Finished | Status |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;

const textsIn = (text: string) => Array.from(text.matchAll(/<text[^>]*>([^<]*)</g), ([, words]) => words);

test("the line of done topics rises on the days on which topics were finished", () => {
  const made = picture(
    table("A | 2026-01-01 | 2026-01-06 | Done", "B | 2026-01-01 | 2026-01-11 | Done", "C | | | ", "D | | | "),
  );
  expect(made).toContain('<path class="line" d="M56,278H366.24V232.5H676.49V187"/>');
  expect(made).toContain('<path class="total" d="M56,96H366.24V96H676.49V96H692"/>');
  expect(made).toContain(
    '<desc id="d">2 of 4 topics done; no forecast yet: 2 of 8 finished topics; 2026-01-01 to 2026-01-11</desc>',
  );
});

test("the line of all topics moves where commits added or skipped some", () => {
  const made = picture(table("A | 2026-01-01 | 2026-01-06 | Done", "B | | | ", "C | | | "), "2026-01-11", [
    { day: "2026-01-06", change: -1 },
  ]);
  expect(made).toContain('<path class="total" d="M56,96H366.24V141.5H676.49V141.5H692"/>');
  expect(textsIn(made)).toContain("all topics (4, then 3)");
});

test("topics done on unknown days are mentioned, and not drawn", () => {
  const made = picture(table("A | 2026-01-01 | 2026-01-06 | Done", "B | | | Done", "C | | 2027-01-01 | Done"));
  expect(textsIn(made)).toContain("not drawn: 1 undated, 1 in the future");
});

test("a roadmap with one date, no date or no topic has a picture too", () => {
  const one = picture(table("A | 2026-01-11 | 2026-01-11 | Done"));
  expect(one).not.toMatch(/NaN|Infinity|class="line"/);
  expect(textsIn(one)).toEqual([
    "Plan",
    "11 Jan 2026",
    "1 of 1 topic done",
    "only one date is known: a chart needs at least two",
  ]);
  expect(textsIn(picture(table("A | | | Done")))).toContain("a chart needs dates in the started and finished columns");
  expect(textsIn(picture(""))).toEqual(["Roadmap", "11 Jan 2026", "nothing to do yet"]);
  expect(textsIn(picture("- [x] a\n"))).toEqual([
    "Roadmap",
    "11 Jan 2026",
    "1 of 1 task done",
    "a chart of tasks needs commits",
  ]);
});

test("a chart of many topics has an axis with few numbers", () => {
  const made = picture(table(...Array.from({ length: 730 }, () => "A | 2026-01-01 | 2026-01-06 | Done")));
  expect(textsIn(made).filter((text) => /^\d+$/.test(text ?? ""))).toEqual(["0", "200", "400", "600"]);
});

test("the days of the axis are the ends of a short time, months, or years", () => {
  const axis = (from: string, to: string) =>
    Array.from(
      picture(table(`A | ${from} | ${to} | Done`, "B | | | "), to).matchAll(/y="283"[^>]*><text[^>]*>([^<]*)</g),
      ([, text]) => text,
    );
  expect(axis("2026-01-01", "2026-01-11")).toEqual(["1 Jan", "11 Jan"]);
  expect(axis("2026-10-05", "2027-02-20")).toEqual(["Nov", "Dec", "2027", "Feb"]);
  expect(axis("2020-05-01", "2026-02-20")).toEqual([
    "Jul",
    "2021",
    "Jul",
    "2022",
    "Jul",
    "2023",
    "Jul",
    "2024",
    "Jul",
    "2025",
    "Jul",
    "2026",
  ]);
  expect(axis("1990-05-01", "2026-02-20").every((text) => /^\d{4}$/.test(text ?? ""))).toBe(true);
});

const halfWay = readFileSync(new URL("../../fixtures/in-progress.md", import.meta.url), "utf8");

test("the forecast is a dashed line to its 50% day, with an area up to the 85% day", () => {
  const made = picture(halfWay, "2026-11-30");
  expect(textsIn(made)).toEqual([
    "Backend &amp; Cloud Development Roadmap",
    "30 Nov 2026",
    "17 of 35 topics done",
    "50% likely by 11 May 2027, 85% by 21 Jun 2027",
    ...["0", "10", "20", "30"],
    ...["Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "2027", "Feb", "Mar", "Apr", "May", "Jun"],
    "11 May",
    "today",
    "17 done",
    ...["done", "expected", "up to 85%", "all topics"],
  ]);
  const line = /class="expected" d="M([\d.]+),([\d.]+)[^"]*L([\d.]+),([\d.]+)"/.exec(made)?.slice(1).map(Number);
  const [, end] = /class="line" d="[^"]*H([\d.]+)V[\d.]+"/.exec(made) ?? [];
  expect(line?.[0]).toBe(Number(end));
  expect(line?.[3]).toBe(96);
});

test.each([
  ["weekly: 2", "all by 1 Feb 2027, at 2 per week"],
  ["weekly: 0.001", "no forecast: more than 20 years at this pace"],
])("with %s in the front matter, the picture says %s", (setting, words) => {
  const made = picture(`---\nroadmap:\n  ${setting}\n---\n${halfWay}`, "2026-11-30");
  expect(textsIn(made)).toContain(words);
  expect(made).not.toContain('class="likely"');
});

test("the number of done topics is not drawn over the word today, wherever the line ends", () => {
  const heights = (...rows: string[]) =>
    ["today", "done"].map((word) => {
      const found = new RegExp(`<svg x="[^"]*" y="([\\d.]+)"[^>]*><text[^>]*>(?:\\d )?${word}</text>`).exec(
        picture(table(...rows)),
      );
      return Number(found?.[1]);
    });
  for (const rows of [
    ["A | 2026-01-01 | 2026-01-06 | Done"],
    ["A | 2026-01-01 | 2026-01-06 | Done", "B | | | "],
    ["A | 2026-01-01 | | "],
  ]) {
    const [today = 0, done = 0] = heights(...rows);
    expect(Math.abs(today - done), rows.join()).toBeGreaterThanOrEqual(16);
  }
});

test("where nothing is left, no forecast is mentioned", () => {
  const made = picture(table("A | 2026-01-01 | 2026-01-06 | Done", "B | 2026-01-01 | 2026-01-08 | Done"));
  expect(textsIn(made)).toEqual(
    expect.not.arrayContaining([expect.stringContaining("forecast"), "expected", "up to 85%"]),
  );
});

test("a hostile roadmap adds no element to the picture", () => {
  const elements = new Set(Array.from(picture(hostileRoadmap).matchAll(/<([a-z][a-zA-Z]*)/g), ([, name]) => name));
  expect([...elements].sort()).toEqual(["circle", "desc", "path", "rect", "style", "svg", "text", "title"]);
});
