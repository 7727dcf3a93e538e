// Burn-up picture: lines at the right coordinates, and a text if there is nothing to draw.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { burnUp } from "../../../src/model/pace/burn-up.js";
import { burnUpSvg } from "../../../src/views/exports/burn-up-svg.js";
import { hostileRoadmap } from "../../support/hostile-roadmap.js";

function picture(text: string): string {
  const series = burnUp(parseRoadmap(text).roadmap, { today: "2026-01-11" });
  return burnUpSvg(series, { title: "Plan", theme: "auto" });
}

const table = (...rows: string[]) =>
  `| Topic | Started | Finished | Status |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;

test("the line of done topics rises on the days on which topics were finished", () => {
  const svg = picture(
    table("A | 2026-01-01 | 2026-01-06 | Done", "B | 2026-01-01 | 2026-01-11 | Done", "C | | | ", "D | | | "),
  );
  expect(svg).toContain('<path class="line" d="M60,228H258V194H456V160H456"/>');
  expect(svg).toContain('<path class="total" d="M60,92H258V92H456V92H456"/>');
  expect(svg).toContain('<desc id="d">2 of 4 topics done · 2026-01-01 to 2026-01-11</desc>');
});

test("topics done on unknown days are mentioned, and not drawn", () => {
  const svg = picture(table("A | 2026-01-01 | 2026-01-06 | Done", "B | | | Done", "C | | 2027-01-01 | Done"));
  expect(svg).toContain("not drawn: 1 undated, 1 in the future");
});

test("a roadmap with one date, no date or no topic has a picture too", () => {
  const one = picture(table("A | 2026-01-11 | 2026-01-11 | Done"));
  expect(one).not.toMatch(/NaN|Infinity|class="line"/);
  expect(one).toContain("1 of 1 topic done · 2026-01-11<");
  expect(one).toContain("a chart needs at least two");
  expect(picture(table("A | | | Done"))).toContain("a chart needs dates");
  expect(picture("")).toContain("nothing to do yet");
});

test("a chart of many topics has an axis with few numbers", () => {
  const svg = picture(table(...Array.from({ length: 730 }, () => "A | 2026-01-01 | 2026-01-06 | Done")));
  expect(Array.from(svg.matchAll(/text-anchor="end"[^>]*>(\d+)</g), ([, count]) => Number(count))).toEqual([
    0, 200, 400, 600, 800,
  ]);
});

test("a hostile roadmap adds no element to the picture", () => {
  const elements = new Set(Array.from(picture(hostileRoadmap).matchAll(/<([a-z][a-zA-Z]*)/g), ([, name]) => name));
  expect([...elements].sort()).toEqual(["desc", "path", "rect", "style", "svg", "text", "title"]);
});
