// Verifying a merge finds whatever a wrong merge would have lost, moved, duplicated or brought back.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { mapVersions } from "../../src/merge/hunks.js";
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

test("a correct merge passes", () => {
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
  ["a row is from neither side", "| C | | new |\n", "| C | | new |\n| D | | |\n", '"d": neither side wrote it'],
  ["a mark is lost", "[x] read", "[ ] read", '"read": mark is "", not "x"'],
  [
    "a task is under another heading",
    "- [ ] write\n\n## Two\n\n",
    "\n## Two\n\n- [ ] write\n",
    '"write": its heading is "two", not "one"',
  ],
  ["a task is below another one", "  - [ ] below", "- [ ] below", '"below": its parent task is "", not "rest"'],
  ["a new line is lost", "more words\n", "", 'the line "more words" is lost'],
  ["a line that all have is lost", "some words\n", "", 'the line "some words" is lost'],
  ["the table is none any more", "| --- | --- | --- |\n", "", '"a" appears 0 times, not 1'],
])("a merge in which %s is refused", (...[, from, to, reason]) => {
  expect(merged).toContain(from);
  expect(doubtOf(merged.replace(from, to))).toBe(reason);
});

test("among topics with one name, a lost text of either is found", () => {
  const twice = (first: string, second: string) => `${head}| Go | ${first} | |\n| Go | ${second} | |\n`;
  const versions = { base: twice("", ""), ours: twice("Done", ""), theirs: twice("", "Blocked") };
  expect(doubtOf(twice("Done", "Blocked"), versions)).toBeNull();
  expect(doubtOf(twice("Done", ""), versions)).toBe('"Blocked" is lost');
  expect(doubtOf(`${head}| Go | Done | |\n`, versions)).toBe('"go" appears 1 times, not 2');
});

test("topics with one name in two tables are distinguished", () => {
  const both = (first: string, second: string) =>
    `${head}| Go | ${first} | |\n\n## More\n\n${head.slice(8)}| Go | ${second} | |\n`;
  const versions = { base: both("", ""), ours: both("Done", ""), theirs: both("", "Blocked") };
  expect(doubtOf(both("Done", "Blocked"), versions)).toBeNull();
  expect(doubtOf(both("Blocked", "Done"), versions)).toMatch(/go": status is "Blocked", not "Done"/);
});

test("a topic renamed by one side and changed by the other passes", () => {
  const versions = {
    base: `${head}| HTTP | | a |\n`,
    ours: `${head}| HTTP in depth | | a |\n`,
    theirs: `${head}| HTTP | Done | a |\n`,
  };
  expect(doubtOf(`${head}| HTTP in depth | Done | a |\n`, versions)).toBeNull();
  expect(doubtOf(`${head}| HTTP in depth | Skipped | a |\n`, versions)).not.toBeNull();
  const other = { ...versions, ours: versions.ours.replace("HTTP in depth", "HTTP/2") };
  expect(doubtOf(`${head}| HTTP/2 | Done | a |\n`, other)).toBe('"http/2": status is "Done", not ""');
});

test("with conflicts, a side may get back what the other one deleted; without them, it may not", () => {
  const [b, o, t] = [base, `${head}| A | | |\n${tail}`, base].map((text) => parseRoadmap(text).roadmap);
  if (!b || !o || !t) throw new Error("a version is missing");
  const versions = { base: b, ours: o, theirs: t };
  expect(verifyMerge(versions, t, { side: "theirs", hasConflicts: true })).toBeNull();
  expect(verifyMerge(versions, t, { side: "theirs", hasConflicts: false })).toBe('"b": it was deleted but is present');
});

test("with conflicts, a table that became part of a task is refused", () => {
  const added = "| Topic | Status |\n| --- | --- |\n| A | Done |\n";
  const texts = { base: "# Plan\n\n- [ ] read\n", ours: "# Plan\n\n- [ ] read on\n", theirs: `# Plan\n\n${added}` };
  const versions = mapVersions(texts, (text) => parseRoadmap(text).roadmap);
  const doubt = (text: string) =>
    verifyMerge(versions, parseRoadmap(text).roadmap, { side: "ours", hasConflicts: true });
  expect(doubt(`# Plan\n\n- [ ] read on\n\n${added}`)).toBeNull();
  expect(doubt(`# Plan\n\n- [ ] read on\n${added}`)).toBe('the line "| Topic | Status |" has become plain text');
});

test("a task added under a deleted one passes under its new name, but not under another task", () => {
  const tasks = (list: string) => `${head}| A | | |\n\n## One\n\n- [ ] read\n${list}`;
  const versions = {
    base: tasks("- [ ] write\n  - [ ] scan\n"),
    ours: tasks("  - [ ] scan\n"),
    theirs: tasks("- [ ] write\n  - [ ] scan\n  - [ ] test\n"),
  };
  const wrong = (parent: string) => `"test": its parent task is "${parent}", not "write"`;
  expect(doubtOf(tasks("  - [ ] scan\n  - [ ] test\n"), versions)).toBe(wrong("read"));
  const promoted = { ...versions, ours: tasks("- [ ] scan\n") };
  expect(doubtOf(tasks("- [ ] scan\n  - [ ] test\n"), promoted)).toBe(wrong("scan"));
  const renamed = (name: string) => ({ ...versions, ours: tasks(`- [ ] ${name}\n  - [ ] scan\n`) });
  const under = (name: string) => tasks(`- [ ] ${name}\n  - [ ] scan\n  - [ ] test\n`);
  expect(doubtOf(under("write it"), renamed("write it"))).toBeNull();
  expect(doubtOf(under("draw"), renamed("draw"))).toBe(wrong("draw"));
});

test("a task without a heading is refused, if a side has it under one, and no side joined the two", () => {
  const [four, moved] = ["## Phase 4\n\n- [ ] read\n", "## Phase 1\n\n- [ ] read\n\n## Phase 4\n"];
  const versions = { base: `# Plan\n\n## Phase 1\n\n${four}`, ours: `# Plan\n\n${four}`, theirs: `# Plan\n\n${moved}` };
  const merged = "# Plan\n\n- [ ] read\n\n## Phase 4\n";
  expect(doubtOf(merged, versions)).toBe('"read": its heading is "", not "phase 1"');
  const joined = {
    base: `# Plan\n\n${four}`,
    ours: "# Plan\n\n- [ ] read\n",
    theirs: `# Plan\n\n${four}- [ ] write\n`,
  };
  expect(doubtOf("# Plan\n\n- [ ] read\n- [ ] write\n", joined)).toBeNull();
});

test("a topic under another heading is refused, but passes under a new name of its heading", () => {
  const both = (first: string, second: string) =>
    `# Plan\n\n## One\n\n${head.slice(8)}${first}\n## Two\n\n${head.slice(8)}${second}`;
  const [a, b, n] = ["| A | | |\n", "| B | | |\n", "| N | | |\n"];
  const versions = { base: both(a, b), ours: both(a, b), theirs: both(a + n, b) };
  expect(doubtOf(both(a + n, b), versions)).toBeNull();
  expect(doubtOf(both(a, b + n), versions)).toBe('"n": its heading is "two", not "one"');
  expect(doubtOf(both(n, b + a), versions)).toBe('"a": its heading is "two", not "one"');
  const renamed = { ...versions, ours: both(a, b).replace("## One", "## First") };
  expect(doubtOf(both(a + n, b).replace("## One", "## First"), renamed)).toBeNull();
});

test("a topic is refused under a heading that replaced its own, if everything else under that one is gone", () => {
  const section = (label: string, rows: string) => `# Plan\n\n## ${label}\n\n${head.slice(8)}${rows}`;
  const [sql, postgres, kafka] = ["| SQL | | |\n", "| Postgres | | |\n", "| Kafka | | |\n"];
  const versions = {
    base: section("Phase 2", sql),
    ours: section("Phase 5", kafka),
    theirs: section("Phase 2", sql + postgres),
  };
  const merged = section("Phase 5", kafka + postgres);
  expect(doubtOf(merged, versions)).toBe('"postgres": its heading is "phase 5", not "phase 2"');
  const renamed = { ...versions, ours: section("Databases", sql) };
  expect(doubtOf(section("Databases", sql + postgres), renamed)).toBeNull();
});

test("a renamed task under a heading to which the other side moved it is refused, if its own was renamed", () => {
  const phases = (first: string, second: string, label = "Phase 1") =>
    `# Plan\n\n## ${label}\n\n${first}\n## Phase 4\n\n${second}`;
  const task = (name: string) => `- [ ] ${name} a common task\n`;
  const [read, scan, draw, write] = [task("read"), task("scan"), task("draw"), task("write")];
  const wrong = '"draw a common task": its heading is "phase 4", not "phase 1"';
  for (const label of ["Phase 1 and more", "Databases"]) {
    const moved = { base: phases(read, ""), ours: phases(draw, ""), theirs: phases("", read, label) };
    expect(doubtOf(phases("", draw, label), moved)).toBe(wrong);
  }
  const half = {
    base: phases(`${scan}${read}`, ""),
    ours: phases(`${scan}${draw}`, ""),
    theirs: phases(scan, read, "Phase 1 and more"),
  };
  expect(doubtOf(phases(scan, draw, "Phase 1 and more"), half)).toBe(wrong);
  // Without a heading in its place, theirs merged the two.
  const one = (list: string) => `# Plan\n\n## Phase 4\n\n${list}`;
  const joined = { base: phases(read, `${write}`), ours: phases(draw, `${write}`), theirs: one(`${read}${write}`) };
  expect(doubtOf(one(`${draw}${write}`), joined)).toBeNull();
});

test("the meaning of a topic's words and dates is part of the check", () => {
  const words = (done: string) => `---\nroadmap:\n  status: { done: ${done} }\n---\n`;
  const versions = {
    base: `${words("Ready")}${head}| A | | |\n| B | | |\n`,
    ours: `${words("Okay")}${head}| A | Okay | |\n| B | | |\n`,
    theirs: `${words("Ready")}${head}| A | | |\n| B | Ready | |\n`,
  };
  const merged = `${words("Okay")}${head}| A | Okay | |\n| B | Ready | |\n`;
  expect(doubtOf(merged, versions)).toBe('"b": status is "", not "done"');
  const dated = (a: string, b: string) =>
    `# Plan\n\n| Topic | Started |\n|---|---|\n| A | ${a} |\n| B | ${b} |\n| C | 05/03/2026 |\n`;
  const days = { base: dated("", ""), ours: dated("13/02/2026", ""), theirs: dated("", "02/14/2026") };
  expect(doubtOf(dated("13/02/2026", "02/14/2026"), days)).toBe('"c": started is "", not "2026-03-05"');
});
