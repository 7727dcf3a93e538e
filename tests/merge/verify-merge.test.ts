// The check of a merge finds what a wrong merge would have lost, moved, doubled or brought back.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { verifyMerge } from "../../src/merge/verify-merge.js";

const head = "# Plan\n\n| Topic | Status | Notes |\n| --- | --- | --- |\n";
const tail = "\nsome words\n\n## One\n\n- [ ] read\n- [ ] write\n\n## Two\n\n- [ ] rest\n";
const base = `${head}| A | | |\n| B | | |\n${tail}`;
const ours = `${head}| A | Done | |\n| B | | |\n| C | | new |\n${tail.replace("[ ] read", "[x] read")}`;
const theirs = `${head}| A | | seen |\n${tail.replace("words\n", "words\n\nmore words\n")}  - [ ] below\n`;
const merged = `${head}| A | Done | seen |\n| C | | new |\n${tail.replace("[ ] read", "[x] read").replace("words\n", "words\n\nmore words\n")}  - [ ] below\n`;

function doubtOf(text: string, versions = { base, ours, theirs }): string | null {
  const [b, o, t, m] = [versions.base, versions.ours, versions.theirs, text].map((one) => parseRoadmap(one).roadmap);
  if (!b || !o || !t || !m) throw new Error("a version is missing");
  const read = { base: b, ours: o, theirs: t };
  return (
    verifyMerge(read, m, { side: "ours", hasConflicts: false }) ??
    verifyMerge(read, m, { side: "theirs", hasConflicts: false })
  );
}

test("a right merge is not doubted", () => {
  expect(doubtOf(merged)).toBeNull();
});

test.each([
  ["a cell of ours is lost", "| A | Done | seen |", "| A | | seen |", '"a": status is "", not "Done"'],
  ["a cell of theirs is lost", "| A | Done | seen |", "| A | Done | |", '"a": comments is "", not "seen"'],
  [
    "a cell is in another row",
    "| A | Done | seen |\n| C | |",
    "| A | | seen |\n| C | Done |",
    '"a": status is "", not "Done"',
  ],
  ["a row is lost", "| C | | new |\n", "", '"c": it was added but is missing'],
  ["a row that all have is lost", "| A | Done | seen |\n", "", '"a" appears 0 times, not 1'],
  ["a row is doubled", "| C | | new |\n", "| C | | new |\n| C | | new |\n", '"c" appears twice'],
  ["a deleted row is back", "| C | | new |\n", "| C | | new |\n| B | | |\n", '"b": it was deleted but is present'],
  ["a row is nobody's", "| C | | new |\n", "| C | | new |\n| D | | |\n", '"d": neither side wrote it'],
  ["a tick is lost", "[x] read", "[ ] read", '"read": mark is "", not "x"'],
  [
    "a task is under another heading",
    "- [ ] write\n\n## Two\n\n",
    "\n## Two\n\n- [ ] write\n",
    '"write": its heading is "two", not "one"',
  ],
  ["a task is below another one", "  - [ ] below", "- [ ] below", '"below": its task above is not "rest"'],
  ["a new line is lost", "more words\n", "", 'the line "more words" is lost'],
  ["a line that all have is lost", "some words\n", "", 'the line "some words" is lost'],
  ["the table is none any more", "| --- | --- | --- |\n", "", "a table was removed or added"],
])("a merge in which %s is doubted", (...[, from, to, reason]) => {
  expect(merged).toContain(from);
  expect(doubtOf(merged.replace(from, to))).toBe(reason);
});

test("of topics with one name it is seen that a text of either is lost", () => {
  const twice = (first: string, second: string) => `${head}| Go | ${first} | |\n| Go | ${second} | |\n`;
  const versions = { base: twice("", ""), ours: twice("Done", ""), theirs: twice("", "Blocked") };
  expect(doubtOf(twice("Done", "Blocked"), versions)).toBeNull();
  expect(doubtOf(twice("Done", ""), versions)).toBe('"Blocked" is lost');
  expect(doubtOf(`${head}| Go | Done | |\n`, versions)).toBe('"go" appears 1 times, not 2');
});

test("topics with one name in two tables are told apart", () => {
  const both = (first: string, second: string) =>
    `${head}| Go | ${first} | |\n\n## More\n\n${head.slice(8)}| Go | ${second} | |\n`;
  const versions = { base: both("", ""), ours: both("Done", ""), theirs: both("", "Blocked") };
  expect(doubtOf(both("Done", "Blocked"), versions)).toBeNull();
  expect(doubtOf(both("Blocked", "Done"), versions)).toMatch(/go": status is "Blocked", not "Done"/);
});

test("a topic renamed by one side and changed by the other is not doubted", () => {
  const versions = {
    base: `${head}| HTTP | | a |\n`,
    ours: `${head}| HTTP/2 | | a |\n`,
    theirs: `${head}| HTTP | Done | a |\n`,
  };
  expect(doubtOf(`${head}| HTTP/2 | Done | a |\n`, versions)).toBeNull();
  expect(doubtOf(`${head}| HTTP/2 | Skipped | a |\n`, versions)).not.toBeNull();
});

test("with conflicts a side may get back what the other one deleted, without them it may not", () => {
  const [b, o, t] = [base, `${head}| A | | |\n${tail}`, base].map((text) => parseRoadmap(text).roadmap);
  if (!b || !o || !t) throw new Error("a version is missing");
  const versions = { base: b, ours: o, theirs: t };
  expect(verifyMerge(versions, t, { side: "theirs", hasConflicts: true })).toBeNull();
  expect(verifyMerge(versions, t, { side: "theirs", hasConflicts: false })).toBe('"b": it was deleted but is present');
});

test("a task added under one that the other side deleted is not right under a third one, under a new name it is", () => {
  const tasks = (list: string) => `${head}| A | | |\n\n## One\n\n- [ ] read\n${list}`;
  const versions = {
    base: tasks("- [ ] write\n  - [ ] scan\n"),
    ours: tasks("  - [ ] scan\n"),
    theirs: tasks("- [ ] write\n  - [ ] scan\n  - [ ] test\n"),
  };
  const wrong = '"test": its task above is not "write"';
  expect(doubtOf(tasks("  - [ ] scan\n  - [ ] test\n"), versions)).toBe(wrong);
  const promoted = { ...versions, ours: tasks("- [ ] scan\n") };
  expect(doubtOf(tasks("- [ ] scan\n  - [ ] test\n"), promoted)).toBe(wrong);
  const renamed = { ...versions, ours: tasks("- [ ] draw\n  - [ ] scan\n") };
  expect(doubtOf(tasks("- [ ] draw\n  - [ ] scan\n  - [ ] test\n"), renamed)).toBeNull();
});

test("a topic under another heading than where it was written is doubted, under a new name of its heading it is not", () => {
  const both = (first: string, second: string) =>
    `# Plan\n\n## One\n\n${head.slice(8)}${first}\n## Two\n\n${head.slice(8)}${second}`;
  const [a, b, n] = ["| A | | |\n", "| B | | |\n", "| N | | |\n"];
  const versions = { base: both(a, b), ours: both(a, b), theirs: both(a + n, b) };
  expect(doubtOf(both(a + n, b), versions)).toBeNull();
  expect(doubtOf(both(a, b + n), versions)).toBe('"n": its heading is not "one"');
  expect(doubtOf(both(n, b + a), versions)).toBe('"a": its heading is "two", not "one"');
  const renamed = { ...versions, ours: both(a, b).replace("## One", "## First") };
  expect(doubtOf(both(a + n, b).replace("## One", "## First"), renamed)).toBeNull();
});
