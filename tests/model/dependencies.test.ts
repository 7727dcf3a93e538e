// Dependencies: which topics a depends-on cell names, and what a topic waits for.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { dependenciesOf, dependentsOf, isReady, unfinishedBefore } from "../../src/model/dependencies.js";
import { growthOf } from "../support/processor-time.js";

/** A roadmap of these topics, each with its status and depends-on cell. */
function roadmapOf(...rows: readonly (readonly [name: string, status: string, dependsOn: string])[]) {
  const lines = rows.map((cells) => `| ${cells.join(" | ")} |\n`);
  return parseRoadmap(`| Topic | Status | Depends on |\n|---|---|---|\n${lines.join("")}`).roadmap;
}

const known = ["HTTP", "SQL, basics", "Search and Sort", "Café", "C++", "R&D", "`go fmt`", "Search"];

/** The names of a cell, the unknown ones with a question mark. */
function namesIn(cell: string): string[] {
  const roadmap = roadmapOf(["last", "", cell], ...known.map((name) => [name, "", ""] as const));
  const [topic] = roadmap.topics;
  if (!topic) throw new Error("the table has no topics");
  return dependenciesOf(roadmap, topic).map(({ text, topics }) => topics[0]?.name ?? `${text}?`);
}

test.each([
  ["HTTP", ["HTTP"]],
  ["http, **Cafe**", ["HTTP", "Café"]],
  ["HTTP; C++", ["HTTP", "C++"]],
  ["HTTP<br>Search", ["HTTP", "Search"]],
  ["HTTP、Search，C++", ["HTTP", "Search", "C++"]],
  ["SQL, basics", ["SQL, basics"]],
  ["HTTP, SQL, basics, Search", ["HTTP", "SQL, basics", "Search"]],
  ["SQL, Search", ["SQL?", "Search"]],
  ["Search and Sort", ["Search and Sort"]],
  ["Search and HTTP", ["Search", "HTTP"]],
  ["HTTP & C++, Search", ["HTTP", "C++", "Search"]],
  ["HTTP and Rust", ["HTTP and Rust?"]],
  ["[HTTP](notes/a,b.md), [SQL, basics](#sql)", ["HTTP", "SQL, basics"]],
  ["[[HTTP]], Search", ["HTTP", "Search"]],
  ["R&amp;D, `go fmt`", ["R&D", "go fmt"]],
  ["HTTP,, ,Search,", ["HTTP", "Search"]],
  ["HTTP/2", ["HTTP/2?"]],
  ["#3", ["#3?"]],
  ["", []],
  ["-", []],
  ["None", []],
  ["n/a, HTTP", ["HTTP"]],
])("the cell %j names %j", (cell, names) => {
  expect(namesIn(cell)).toEqual(names);
});

test("the position of each name is its text in the cell, with its Markdown", () => {
  const cell = " [HTTP](a,b) ;  **Search** ";
  const roadmap = roadmapOf(["last", "", cell.trim()], ["HTTP", "", ""], ["Search", "", ""]);
  const [topic] = roadmap.topics;
  const names = topic ? dependenciesOf(roadmap, topic) : [];
  expect(names.map(({ start, end }) => cell.trim().slice(start, end))).toEqual(["[HTTP](a,b)", "**Search**"]);
});

test("a topic waits for what is neither done nor skipped", () => {
  const roadmap = roadmapOf(
    ["done", "Done", ""],
    ["skipped", "Skipped", ""],
    ["started", "In Progress", ""],
    ["blocked", "Blocked", ""],
    ["new", "", ""],
    ["all", "", "done, skipped, started, blocked, new, unknown"],
    ["ready", "", "done, skipped, unknown"],
    ["self", "", "self"],
  );
  const waits = roadmap.topics.flatMap((topic) =>
    isReady(roadmap, topic) ? [] : [[topic.name, unfinishedBefore(roadmap, topic).map(({ name }) => name)]],
  );
  expect(waits).toEqual([
    ["all", ["started", "blocked", "new"]],
    ["self", ["self"]],
  ]);
});

test("of several topics with the same name, all must be finished", () => {
  const roadmap = roadmapOf(["Review", "Done", ""], ["Review", "", ""], ["Exam", "", "review"]);
  expect(roadmap.topics.map((topic) => isReady(roadmap, topic))).toEqual([true, true, false]);
});

test("the dependents of a topic are those that name it", () => {
  const roadmap = roadmapOf(["A", "", ""], ["B", "", "a"], ["C", "", "B, A"], ["D", "", "B"]);
  const [topic] = roadmap.topics;
  expect(topic && dependentsOf(roadmap, topic).map(({ name }) => name)).toEqual(["B", "C"]);
});

test("thousands of topics and long cells are read in linear time", () => {
  const read = (size: number) => {
    const names = Array.from({ length: size }, (_, index) => `Topic ${index}, part`);
    const last = ["last", "", "x, y and z; ".repeat(2 * size)] as const;
    const roadmap = roadmapOf(...names.map((name, index) => [name, "", names[index - 1] ?? ""] as const), last);
    expect(roadmap.topics.filter((topic) => isReady(roadmap, topic))).toHaveLength(2);
  };
  expect(growthOf(read, 2_000)).toBeLessThan(3);
});
