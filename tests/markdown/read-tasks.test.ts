// Reading task lists and headings.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";

const tasks = (text: string) =>
  parseRoadmap(text).roadmap.tasks.map(({ name, status, depth, phase }) => [name, status, depth, phase?.label ?? null]);

test("GFM checkboxes are tasks in bullet and ordered lists, nested or not", () => {
  expect(tasks("## One\n- [ ] a\n  1. [x] b\n     * [X] c\n+ [ ] d\n")).toEqual([
    ["a", "not-started", 0, "One"],
    ["b", "done", 1, "One"],
    ["c", "done", 2, "One"],
    ["d", "not-started", 0, "One"],
  ]);
});

test("marks beyond GFM are statuses", () => {
  expect(tasks("- [/] a\n- [-] b\n- [!] c\n- [>] d\n").map(([, status]) => status)).toEqual([
    "in-progress",
    "skipped",
    "blocked",
    "skipped",
  ]);
});

test("text that only looks like a checkbox is not a task", () => {
  expect(
    tasks(
      "- []\n\n-     [] x\n\n[ ]x\n\n- [ ]\n\n- [ ] \n\n- text [ ] x\n\n- [a] x\n\n```\n- [ ] x\n```\n\n<!--\n- [ ] x\n-->\n",
    ),
  ).toEqual([]);
});

test.each([...'<?*"nlbiISpcfkwud'])("the mark %s of the themes says nothing about progress", (mark) => {
  expect(tasks(`- [${mark}] a\n  - [x] b\n`)).toEqual([
    ["a", "not-started", 0, null],
    ["b", "done", 1, null],
  ]);
});

test("letters of options, references and links are not marks", () => {
  expect(tasks("- [a] x\n- [b] y\n- [c] z\n- [ ] q\n").map(([name]) => name)).toEqual(["q"]);
  expect(tasks("- [1] Knuth\n- [Z] x\n- [b](x.md) y\n- [i]: z\n- [b]\n- [b]x\n- text [b] x\n")).toEqual([]);
  expect(tasks("- [a] x\n  - [i] y\n").map(([name]) => name)).toEqual(["y"]);
});

const messages = (text: string) => parseRoadmap(text).problems.map(({ code, message }) => `${code} ${message}`);

test("an unknown mark is a problem, once for all lines with the same mark", () => {
  expect(messages("- [~] a\n")).toEqual(["MARK_UNKNOWN unknown mark [~], so this line is not a task"]);
  expect(messages("- [✅] a\n- [✅] b\n- [%] c\n- [✅] d\n")).toEqual([
    "MARK_UNKNOWN unknown mark [✅], so this line is not a task; 2 more like it below",
    "MARK_UNKNOWN unknown mark [%], so this line is not a task",
  ]);
});

test("a task belongs to the nearest heading but the title, and equal headings are different phases", () => {
  const { roadmap } = parseRoadmap("# Title\n- [ ] a\n## Same\n- [ ] b\n## Same\n- [ ] c\n");
  expect(roadmap.phases.map(({ label, tasks }) => [label, tasks.length])).toEqual([
    ["Same", 1],
    ["Same", 1],
  ]);
  expect(roadmap.tasks[0]?.phase).toBeNull();
});

test("the heading above a group of phases is a track, but the title of the file is not", () => {
  const { roadmap } = parseRoadmap(
    "# Title\n## Track\n*(Goal: win)*\n### One\n- [ ] a\n### Two\n- [ ] b\n## Alone\n- [ ] c\n",
  );
  expect(roadmap.tracks.map(({ title, goal, phases }) => [title, goal, phases.map(({ label }) => label)])).toEqual([
    ["Track", "win", ["One", "Two"]],
  ]);
});

test("names lose their Markdown and nothing else", () => {
  expect(tasks("- [ ] **Go** `a*b` [link](https://x.example) snake_case _em_ 2 * 3 \\* &amp; <b>x</b>\n")[0]?.[0]).toBe(
    "Go a*b link snake_case em 2 * 3 * & x",
  );
});
