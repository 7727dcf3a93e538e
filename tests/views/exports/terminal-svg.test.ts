// Terminal picture: each text at its column and in its role, bars as shapes, and nothing else.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import type { Canvas } from "../../../src/views/canvas.js";
import { terminalSvg } from "../../../src/views/exports/terminal-svg.js";

const { roadmap } = parseRoadmap("# Plan\n\n| Topic | Status |\n|---|---|\n| A | Done |\n| B | |\n", {
  today: "2026-11-30",
});

const picture = (draw: (canvas: Canvas) => string[], columns = 40) =>
  terminalSvg(roadmap, { columns, theme: "auto", draw });

/** The texts and shapes of the lines, without those of the window. */
const shapesIn = (svg: string) =>
  Array.from(
    svg.matchAll(/^<(?:text[^>]* textLength|rect class="(?:done|active|blocked|rest)").*$/gm),
    ([shape]) => shape,
  );

test("texts have the column and the width that they have in a terminal, and the class of their role", () => {
  const svg = picture(({ paint }) => [
    paint.head("Now"),
    "",
    `  ${paint.active("◐")} ${paint.dim("18")}  ${paint.strong("名前 & x".padEnd(20))}${paint.dim("  3")}`,
    "a b  c",
  ]);
  expect(shapesIn(svg)).toEqual([
    '<text class="b" x="18" y="59" textLength="25.2">Now</text>',
    '<text class="now" x="34.8" y="99" textLength="8.4">◐</text>',
    '<text class="dim" x="51.6" y="99" textLength="16.8">18</text>',
    '<text class="b" x="85.2" y="99" textLength="67.2">名前 &amp; x</text>',
    '<text class="dim" x="286.8" y="99" textLength="8.4">3</text>',
    '<text x="18" y="119" textLength="25.2">a b</text>',
    '<text x="60" y="119" textLength="8.4">c</text>',
  ]);
  expect(svg).toContain('width="372" height="138"');
});

test("bars are shapes in three forms and in the colors of their roles", () => {
  const svg = picture(({ paint }) => [paint.done("━━━") + paint.active("╍╍") + paint.blocked("╍") + paint.dim("────")]);
  expect(shapesIn(svg)).toEqual([
    '<rect class="done" x="18" y="52" width="25.2" height="5"/>',
    '<rect class="active" x="43.2" y="52" width="6" height="5"/><rect class="active" x="51.6" y="52" width="6" height="5"/>',
    '<rect class="blocked" x="60" y="52" width="6" height="5"/>',
    '<rect class="rest" x="68.4" y="53.75" width="33.6" height="1.5"/>',
  ]);
});

test("strokes inside strokes have both roles", () => {
  const svg = picture(({ paint }) => [paint.dim(`a ${paint.link("b")} c`)]);
  expect(shapesIn(svg).map((shape) => /class="([^"]*)".*>(.*)</.exec(shape)?.slice(1))).toEqual([
    ["dim", "a"],
    ["dim u", "b"],
    ["dim", "c"],
  ]);
});

test("the lines are drawn for a terminal of that width, with hints and without a file to name", () => {
  const seen: Partial<Canvas>[] = [];
  picture(({ paint, ...canvas }) => {
    seen.push(canvas);
    return [];
  }, 100);
  expect(seen).toMatchObject([{ width: 100, isTerminal: true, hasHints: true, days: "short" }]);
  expect(seen[0]).not.toHaveProperty("file");
});

test("screen readers get the counts, and no mark and no markup of a text is left in the picture", () => {
  const svg = picture(({ paint }) => [paint.error("✗ </style><script>alert(1)</script>"), "\u202e&"]);
  expect(svg).toContain('<title id="t">A terminal with Plan</title>\n<desc id="d">Topics: 1 of 2 done.</desc>');
  expect(svg).toContain(">✗ &lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;</text>");
  expect(svg).not.toMatch(/<script|[\u202e\ufffe]|(?!\n)\p{Cc}/u);
});
