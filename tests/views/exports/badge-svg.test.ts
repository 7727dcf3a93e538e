// Badge: shows how much is done, in a matching color, and its label cannot break out of it.

import { expect, test } from "vitest";
import { badgeSvg } from "../../../src/views/exports/badge-svg.js";

const badge = (label: string, done: number, total: number) => badgeSvg({ label, done, total, shows: "percent" });

test("a badge shows the share or the count, and 100% only if everything is done", () => {
  expect(badge("roadmap", 199, 200)).toContain("<title>roadmap: 99%</title>");
  expect(badge("roadmap", 2, 2)).toContain("<title>roadmap: 100%</title>");
  expect(badgeSvg({ label: "go", done: 1, total: 3, shows: "count" })).toContain(">1/3</text>");
});

test("the color has five steps from none to all", () => {
  const fills = [0, 1, 4, 8, 9].map(
    (done) => /x="\d+" width="\d+" height="20" fill="(#\w+)"/.exec(badge("a", done, 9))?.[1],
  );
  expect(new Set(fills).size).toBe(5);
});

test("an empty roadmap has a badge that says 0%", () => {
  expect(badge("roadmap", 0, 0)).toContain(">0%</text>");
});

test("a label is plain text, cut if it is long, and omitted if it is empty", () => {
  const evil = badge(`"><script>alert(1)</script>&\u0000\u202e\ufffe`, 1, 2);
  expect(evil).not.toMatch(/<script|\p{Cc}(?<!\n)|\u202e|\ufffe/u);
  expect(evil).toContain("&quot;&gt;&lt;script&gt;");
  expect(badge("W".repeat(500), 1, 2)).toMatch(/<text[^>]*>W{10,24}…<\/text>/);
  expect(badge("", 1, 2).match(/<text/g)).toHaveLength(1);
});
