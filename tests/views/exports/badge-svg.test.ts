// Badge: shows how much is done, in a bar, and its label cannot break out of it.

import { expect, test } from "vitest";
import { badgeSvg } from "../../../src/views/exports/badge-svg.js";

const badge = (label: string, done: number, total: number) => badgeSvg({ label, done, total, shows: "percent" });

test("a badge shows the share or the count, and 100% only if everything is done", () => {
  expect(badge("roadmap", 199, 200)).toContain("<title>roadmap: 99%</title>");
  expect(badge("roadmap", 2, 2)).toContain("<title>roadmap: 100%</title>");
  expect(badgeSvg({ label: "go", done: 1, total: 3, shows: "count" })).toContain(">1/3</text>");
});

test("the value is filled as far as things are done, in one color until all of them are", () => {
  const rects = (done: number) =>
    Array.from(
      badgeSvg({ label: "x", done, total: 20, shows: "count" }).matchAll(/width="([\d.]+)" height="20" fill="(#\w+)"/g),
      ([, width, fill]) => `${width} ${fill}`,
    ).slice(1);
  const width = (done: number) => {
    const svg = badgeSvg({ label: "", done, total: 20, shows: "count" });
    return Number(/svg" width="(\d+)"/.exec(svg)?.[1]);
  };
  expect(rects(0)).toEqual([`${width(0)} #57606a`]);
  expect(rects(5)).toEqual([`${width(5)} #27476f`, `${width(5) / 4} #0860c9`]);
  expect(rects(15)).toEqual([`${width(15)} #27476f`, `${(width(15) * 3) / 4} #0860c9`]);
  expect(rects(20)).toEqual([`${width(20)} #1a7f37`]);
});

test("an empty roadmap has a badge that says 0%, without a bar", () => {
  expect(badge("roadmap", 0, 0)).toContain(">0%</text>");
  expect(badge("roadmap", 0, 0)).not.toContain("NaN");
});

test("a label is plain text, cut if it is long, and omitted if it is empty", () => {
  const evil = badge(`"><script>alert(1)</script>&\u0000\u202e\ufffe`, 1, 2);
  expect(evil).not.toMatch(/<script|\p{Cc}(?<!\n)|\u202e|\ufffe/u);
  expect(evil).toContain("&quot;&gt;&lt;script&gt;");
  expect(badge("W".repeat(500), 1, 2)).toMatch(/<text[^>]*>W{10,24}…<\/text>/);
  expect(badge("", 1, 2).match(/<text/g)).toHaveLength(1);
});
