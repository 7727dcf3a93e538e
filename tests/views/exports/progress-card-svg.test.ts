// Card: well-formed XML without foreign elements, topics and tasks apart, and texts that fit their space.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { progressCardSvg } from "../../../src/views/exports/progress-card-svg.js";
import { fitInEm, type Theme, widthInEm } from "../../../src/views/exports/svg.js";
import { anyCharacter } from "../../support/any-character.js";
import { fc } from "../../support/fast-check.js";
import { hostileRoadmap } from "../../support/hostile-roadmap.js";

const card = (text: string, theme: Theme = "auto") =>
  progressCardSvg(parseRoadmap(text, { today: "2026-11-30" }).roadmap, theme);

/** The texts of the picture, from top to bottom, those of one line together. */
function linesIn(svg: string): string[] {
  const lines = new Map<number, string[]>();
  for (const [, top, y, text = ""] of svg.matchAll(
    /<svg x="[^"]*" y="([\d.]+)"[^>]*><text[^>]* y="([\d.]+)"[^>]*>([^<]*)</g,
  )) {
    const line = Number(top) + Number(y);
    lines.set(line, [...(lines.get(line) ?? []), text]);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, texts]) => texts.join(" | "));
}

test("a card has no script, loads nothing, and has only known elements", () => {
  const svg = card(`# "><script>alert(1)</script>&\u0000\ufffe\n\n${hostileRoadmap}`);
  const elements = new Set(Array.from(svg.matchAll(/<([a-z][a-zA-Z]*)/g), ([, name]) => name));
  expect([...elements].sort()).toEqual(["desc", "path", "rect", "style", "svg", "text", "title"]);
  expect(svg).not.toMatch(/href|url\(|@import|\son\w+=|[\ufffe\u202e]|(?!\n)\p{Cc}/u);
  expect(svg).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
});

test("a card describes its content to screen readers", () => {
  const svg = card("# Plan\n\n| Topic | Phase | Status |\n|---|---|---|\n| A | 1 | Done |\n| B | 2 | |\n\n- [!] c\n");
  expect(svg).toContain('role="img" aria-labelledby="t d"');
  expect(svg).toContain('<title id="t">Plan, 1 of 2 topics done, 0 of 1 tasks done</title>');
  expect(svg).toContain('<desc id="d">Topics: 1 of 2 done. Tasks: 0 of 1 done, 1 blocked.</desc>');
});

test("a card contains light and dark colors, unless one theme is chosen", () => {
  expect(card("")).toContain("@media (prefers-color-scheme:dark)");
  for (const theme of ["light", "dark"] as const) expect(card("", theme)).not.toContain("@media");
  expect(card("", "light")).not.toBe(card("", "dark"));
});

test("the card of an empty roadmap says so", () => {
  expect(linesIn(card(""))).toEqual(["Roadmap | 30 Nov 2026", "nothing to do yet"]);
});

test("topics with their phases come first, then tasks with their tracks, and finished phases in a row are one", () => {
  const row = (name: string, phase: string, status: string) => `| ${name} | ${phase} | ${status} |\n`;
  const svg = card(`# Plan

| Topic | Phase | Status |
|---|---|---|
${row("A", "1", "Done")}${row("B", "1", "Done")}${row("C", "2", "Done")}${row("D", "2", "Skipped")}${row("E", "3", "In Progress")}${row("F", "3", "")}${row("G", "3", "Blocked")}
## 1️⃣ Backend
### 🟢 Phase 1: Basics
- [x] a
- [x] b
### 🟡 Phase 2: More
- [ ] c
- [ ] d
## Cloud
### Phase 1: Clouds
- [x] e
- [x] f
`);
  expect(linesIn(svg)).toEqual([
    "Plan | 30 Nov 2026",
    "Topics | 3 of 6 done, 1 in progress, 1 blocked, 1 skipped",
    "Phases 1–2 | 3/3",
    "Phase 3 | 0/3",
    "Tasks | 4 of 6 done",
    "Backend",
    "Phase 1: Basics | 2/2",
    "Phase 2: More | 0/2",
    "Cloud",
    "Phase 1: Clouds | 2/2",
    "done | in progress | blocked | to do",
  ]);
  expect(svg.match(/class="check"/g)).toHaveLength(3);
});

test("phases of one topic each are not compared", () => {
  const rows = Array.from({ length: 20 }, (_, index) => `| T | Step ${index} | |\n`).join("");
  expect(linesIn(card(`| Topic | Phase | Status |\n|---|---|---|\n${rows}`))).toEqual([
    "Roadmap | 30 Nov 2026",
    "Topics | 0 of 20 done",
    "done | in progress | blocked | to do",
  ]);
});

test("tracks with more phases than a card has lines are lines themselves", () => {
  const track = (name: string) =>
    `## ${name}\n${Array.from({ length: 6 }, (_, index) => `### Week ${index + 1}\n- [${name === "A" ? "x" : " "}] a\n- [ ] b\n`).join("")}`;
  expect(linesIn(card(`# Plan\n\n${["A", "B", "C"].map(track).join("")}`))).toEqual([
    "Plan | 30 Nov 2026",
    "Tasks | 6 of 36 done",
    "A | 6/12",
    "B | 0/12",
    "C | 0/12",
    "done | in progress | blocked | to do",
  ]);
});

test("a count of many topics is never cut", () => {
  const rows = Array.from({ length: 2000 }, (_, index) => `| T | Step ${index % 2} | Done |\n`).join("");
  const svg = card(`| Topic | Phase | Status |\n|---|---|---|\n${rows}| T | Step 0 | |\n`);
  expect(linesIn(svg)).toContain("Step 0 | 1000/1001");
});

const manyPhases = Array.from({ length: 40 }, (_, index) => {
  const status = index === 2 || index === 38 ? "In Progress" : "";
  return `| A | Step ${index} | ${status} |\n| B | Step ${index} | |\n`;
});

test("of many phases, those that are untouched are folded first", () => {
  const lines = linesIn(card(`| Topic | Phase | Status |\n|---|---|---|\n${manyPhases.join("")}`)).slice(2, -1);
  expect(lines).toHaveLength(16);
  expect(lines.slice(-3)).toEqual(["Step 13 | 0/2", "Step 38 | 0/2", "25 more phases | 0/50"]);
  expect(lines[2]).toBe("Step 2 | 0/2");
});

test("topics and tasks with many phases each share the lines of the card", () => {
  const tasks = Array.from({ length: 30 }, (_, index) => `## Part ${index}\n- [ ] a\n- [ ] b\n`);
  const svg = card(`# Plan\n\n| Topic | Phase | Status |\n|---|---|---|\n${manyPhases.join("")}\n${tasks.join("")}`);
  const lines = linesIn(svg);
  expect(lines.filter((line) => line.startsWith("Step ") || line.startsWith("Part "))).toHaveLength(14);
  expect(lines.filter((line) => line.includes("more phases"))).toEqual([
    "33 more phases | 0/66",
    "23 more phases | 0/46",
  ]);
  expect(Number(/height="(\d+)"/.exec(svg)?.[1])).toBeLessThan(620);
});

test("names have the room that they need, as long as 110 pixels are left for bars", () => {
  const barLeft = (name: string) => {
    const rows = `| A | ${name} | |\n| B | ${name} | |\n| C | Two | |\n| D | Two | |\n`;
    const svg = card(`| Topic | Phase | Status |\n|---|---|---|\n${rows}`);
    return [Number(/class="rest" x="(\d+)" y="\d+" width="\d+" height="6"/.exec(svg)?.[1]), svg.includes("…")];
  };
  const [short, long, longest] = ["One", "A phase with a long name", "W".repeat(200)].map(barLeft);
  expect(Number(short?.[0])).toBeLessThan(90);
  expect(Number(long?.[0])).toBeGreaterThan(Number(short?.[0]));
  expect([short?.[1], long?.[1]]).toEqual([false, false]);
  expect(longest).toEqual([380, true]);
});

test("the parts of a bar show done, in progress and blocked, and never leave it", () => {
  const bars = (...statuses: string[]) => {
    const rows = statuses.map((status, index) => `| T${index} | ${status} |\n`).join("");
    const svg = card(`| Topic | Status |\n|---|---|\n${rows}`);
    return Array.from(svg.matchAll(/<path class="(\w+)" d="M([\d.]+) \d+H([\d.]+)/g), ([, name, from, to]) => [
      name,
      Number(from),
      Number(to),
    ]);
  };
  expect(bars("Done", "Done")).toEqual([["done", 28, 532]]);
  expect(bars("Done", "", "", "")).toEqual([["done", 28, 150.5]]);
  expect(bars("Done", "In Progress", "Blocked", "")).toEqual([
    ["done", 28, 150.5],
    ["active", 152, 278.5],
    ["blocked", 280, 406.5],
  ]);
  expect(bars("Blocked", ...Array.from({ length: 400 }, () => "Done")).at(-1)).toEqual(["blocked", 529.5, 532]);
  expect(bars("")).toEqual([]);
});

test("a cut text is never wider than its room, and a text that fits is not cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), fc.integer({ min: 2, max: 30 }), (text, em) => {
      const fitted = fitInEm(text, em, "bold");
      expect(widthInEm(fitted, "bold")).toBeLessThanOrEqual(em);
      if (widthInEm(text, "bold") <= em) expect(fitted).toBe(text);
    }),
  );
});
