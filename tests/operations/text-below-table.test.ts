// Text directly below a table, which GFM makes a row of it: rows are inserted above it, like the other rows.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { move } from "../../src/operations/move.js";
import { pageLayouts, run } from "../support/check-operation.js";

const page = (...rows: string[]) =>
  `# P\n\n| Topic | Phase | Status |\n|---|---|---|\n${rows.map((row) => `${row}\n`).join("")}\nEnd\n`;
const [go, rust, text, more] = ["| Go | 1 | |", "| Rust | 2 | |", "Some *text* of five words.", "> more of it"];

test("a topic is added below the last row that is a topic, with a note about the text", () => {
  const before = page(go, rust, text, "and more");
  expect(run(addTopic, { name: "Zig" }, before)).toBe(page(go, rust, "| Zig | | |", text, "and more"));
  expect(run(addTopic, { name: "Zig", phase: "3" }, before)).toBe(page(go, rust, "| Zig | 3 | |", text, "and more"));
  expect(addTopic.plan(parseRoadmap(before).roadmap, { name: "Zig", phase: "3" }, "2026-03-01").notes).toEqual([
    'the text "Some text of five …" is read as a row of the table; insert a blank line before it',
  ]);
  expect(addTopic.plan(parseRoadmap(before).roadmap, { name: "Zig", phase: "1" }, "2026-03-01").notes).toEqual([]);
});

test("a row next to the text, or in a table with nothing else, is written with its pipes", () => {
  expect(run(addTopic, { name: "Zig", before: "rust" }, page(go, text, rust))).toBe(
    page(go, text, "| Zig | | |", rust),
  );
  expect(run(addTopic, { name: "Zig" }, page(go, text, rust))).toBe(page(go, text, rust, "| Zig | | |"));
  expect(run(addTopic, { name: "Zig" }, page(text))).toBe(page("| Zig | | |", text));
});

test("a topic moved to the end stays above the text", () => {
  expect(run(move, { topic: "go", to: "3" }, page(go, rust, text))).toBe(page(rust, "| Go | 3 | |", text));
});

test("rows without pipes at their edges are rows, and the start of another block ends the table", () => {
  const open = "# P\n\nTopic | Status\n---|---\nGo | Done\n";
  expect(run(addTopic, { name: "Zig" }, open)).toBe(`${open}Zig | |\n`);
  expect(run(addTopic, { name: "Zig" }, page(go, more))).toBe(page(go, "| Zig | | |", more));
});

test.each(pageLayouts)(
  "in each layout the new row is above the text, and undo restores the file: $name",
  ({ layOut }) => {
    const before = layOut(page(go, rust, text));
    const { roadmap } = parseRoadmap(before);
    const after = run(addTopic, { name: "Zig" }, before);
    expect(parseRoadmap(after).roadmap.topics.map(({ name }) => name)).toEqual(["Go", "Rust", "Zig"]);
    expect(after.indexOf("Zig")).toBeLessThan(after.indexOf("Some"));
    expect(after.split(/\r\n|\n|\r/).filter((line) => !line.includes("Zig"))).toEqual(roadmap.text.split(/\r\n|\n|\r/));
  },
);
