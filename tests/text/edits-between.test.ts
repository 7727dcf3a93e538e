// Edits between: reconstructs edits by comparing two texts.

import { expect, test } from "vitest";
import { applyEdits } from "../../src/text/edit.js";
import { editsBetween } from "../../src/text/edits-between.js";
import { fc } from "../support/fast-check.js";
import { processorTimeMs } from "../support/processor-time.js";

const row = (...cells: string[]) => `| ${cells.join(" | ")} |\n`;

/** Every edit as `old → new`. */
function shown(before: string, after: string): string[] {
  const edits = editsBetween(before, after);
  expect(applyEdits(before, edits)).toBe(after);
  return edits.map(({ at, text }) => `${before.slice(at.start, at.end)} → ${text}`);
}

test("equal texts have no edits", () => {
  expect(editsBetween("a\nb", "a\nb")).toEqual([]);
});

test("a changed cell in a line is one edit of that cell", () => {
  expect(shown(`x\n${row("HTTP", "1", "Done")}y`, `x\n${row("HTTP", "2", "Done")}y`)).toEqual([" 1  →  2 "]);
});

test("two changed words in a line leave the text between them alone", () => {
  expect(shown(row("HTTP", "1", "Done", "old"), row("HTTP", "22", "Done", "new"))).toEqual([
    " 1  →  22 ",
    " old  →  new ",
  ]);
});

test("the new text of a cell is not attributed to its neighbor, however similar the words are", () => {
  expect(shown("| a | Done | 2026-11-22 |\n", "| a | Not Started | |\n")).toEqual([
    " Done  →  Not Started ",
    " 2026-11-22  →  ",
  ]);
  expect(shown("|a|Done|b|\n", "|a||b Done|\n")).toEqual(["Done → ", "b → b Done"]);
  expect(shown(row("a", "b", "Done"), row("a", "new", "b", "Done"))).toEqual([" →  new |"]);
});

test("a changed line and a line added below it are separate edits", () => {
  const before = row("HTTP", "1", "Done") + row("SQL", "1", "");
  expect(shown(before, row("HTTP", "7", "Done") + row("REST", "9", "Blocked") + row("SQL", "1", ""))).toEqual([
    " 1  →  7 ",
    ` → ${row("REST", "9", "Blocked")}`,
  ]);
});

test("a realigned table has the same cells with other spaces", () => {
  const rows = Array.from({ length: 300 }, (_, index) => row(`Topic ${index}`, index === 7 ? "Done" : "", "1"));
  const wide = rows.map((line) => line.replace(/^(\| Topic \d+) (.*)/, "$1     $2"));
  expect(shown(rows.join(""), wide.join(""))).toHaveLength(300);
  expect(shown(rows.slice(0, 2).join(""), wide.slice(0, 2).join(""))).toEqual([
    " Topic 0  →  Topic 0     ",
    " Topic 1  →  Topic 1     ",
  ]);
});

test("swapped lines: those that keep their order stay, the others are removed and added", () => {
  expect(shown("a\nb\nc\nd\n", "b\nc\nd\na\n")).toEqual(["a\n → ", " → a\n"]);
});

test("lines with nothing in common are one edit", () => {
  expect(shown("x\none two\nthree\ny\n", "x\nfour\nfive six\nseven\ny\n")).toEqual([
    "one two\nthree\n → four\nfive six\nseven\n",
  ]);
});

test("CRLF, a lone CR and a missing final newline are handled as lines", () => {
  expect(shown("a\r\nb\r\nc", "a\r\nB\r\nc")).toEqual(["b → B"]);
  expect(shown("a\rb\rc", "a\rb\rC")).toEqual(["c → C"]);
});

test("a surrogate pair is never split", () => {
  expect(shown("a 😀 b", "a 😁 b")).toEqual(["😀 → 😁"]);
  expect(shown("x 👩‍👩‍👧 y", "x 👩‍👩‍👦 y").join().isWellFormed()).toBe(true);
});

test("a line of a megabyte and a hundred thousand lines are compared quickly", () => {
  const words = Array.from({ length: 200_000 }, (_, index) => `word${index}`);
  const lines = words.map((word) => `${word}\n`);
  const changed = lines.with(5, "five\n").with(150_000, "here\n");
  const same = Array.from({ length: 100_000 }, () => "the same\n");
  const takenMs = processorTimeMs(() => {
    expect(shown(words.join(" "), words.with(99_999, "other").join(" "))).toEqual(["word99999 → other"]);
    expect(shown(lines.join(""), changed.join(""))).toHaveLength(2);
    expect(shown(same.join(""), `${same.slice(1).join("")}more\n`).length).toBeGreaterThan(0);
  });
  expect(takenMs).toBeLessThan(4_000);
});

test("the edits always produce the other text, for any two texts", () => {
  const line = fc.constantFrom(
    "",
    "a",
    "b",
    "| a | b |",
    "| a | c |",
    "x y z",
    "x z",
    "😀",
    "- [ ] a",
    "- [x] a",
    "\r",
  );
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = editsBetween(before, after);
      expect(applyEdits(before, edits)).toBe(after);
      expect(edits.every(({ at, text: written }) => before.slice(at.start, at.end) !== written)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
