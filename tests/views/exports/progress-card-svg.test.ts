// Card: well-formed XML without foreign elements, and texts that fit their space.

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { progressOf } from "../../../src/model/progress.js";
import { progressCardSvg } from "../../../src/views/exports/progress-card-svg.js";
import { fitInEm, type Theme, widthInEm } from "../../../src/views/exports/svg.js";
import { anyCharacter } from "../../support/any-character.js";
import { hostileRoadmap } from "../../support/hostile-roadmap.js";

const card = (text: string, title: string, theme: Theme = "auto") =>
  progressCardSvg(progressOf(parseRoadmap(text).roadmap, "phase"), { title, theme });

test("a card has no script, loads nothing, and has only known elements", () => {
  const svg = card(hostileRoadmap, `"><script>alert(1)</script>&\u0000\ufffe`);
  const elements = new Set(Array.from(svg.matchAll(/<([a-z][a-zA-Z]*)/g), ([, name]) => name));
  expect([...elements].sort()).toEqual(["desc", "rect", "style", "svg", "text", "title"]);
  expect(svg).not.toMatch(/href|url\(|@import|\son\w+=|[\ufffe\u202e]|(?!\n)\p{Cc}/u);
  expect(svg).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
});

test("a card describes its content to screen readers", () => {
  const svg = card("| Topic | Phase | Status |\n|---|---|---|\n| A | 1 | Done |\n| B | 2 | |\n", "Plan");
  expect(svg).toContain('role="img" aria-labelledby="t d"');
  expect(svg).toContain('<title id="t">Plan: 50% done</title>');
  expect(svg).toContain('<desc id="d">1 of 2 done. Phase 1: 1 of 1. Phase 2: 0 of 1</desc>');
});

test("a card contains light and dark colors, unless one theme is chosen", () => {
  expect(card("", "x")).toContain("@media (prefers-color-scheme:dark)");
  for (const theme of ["light", "dark"] as const) expect(card("", "x", theme)).not.toContain("@media");
  expect(card("", "x", "light")).not.toBe(card("", "x", "dark"));
});

test("the card of an empty roadmap says so", () => {
  expect(card("", "Roadmap")).toContain("nothing to do yet");
});

test("the card of a hundred phases has a reasonable size", () => {
  const rows = Array.from({ length: 100 }, (_, index) => `| T | Step ${index} | |\n`).join("");
  const svg = card(`| Topic | Phase | Status |\n|---|---|---|\n${rows}`, "x");
  expect(svg).toContain("and 84 more");
  expect(Number(/height="(\d+)"/.exec(svg)?.[1])).toBeLessThan(700);
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
