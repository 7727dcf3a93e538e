// Where it is not certain what a side did: a conflict, or git merges by lines; and where it only seems uncertain.

import { expect, test } from "vitest";
import type { Versions } from "../../src/merge/hunks.js";
import { mergeTexts, tryMerge } from "../support/merge-texts.js";

const head = "| Topic | Phase | Status |\n| --- | --- | --- |\n";
const start = "# Plan\n\n";

function phases(...all: readonly (readonly [label: string, content: string])[]): string {
  return start + all.map(([label, content]) => `## ${label}\n\n${content}${content && "\n"}`).join("");
}

const cases: readonly (Versions<string> & { name: string })[] = [
  {
    name: "rows of a table whose topics are read from another column on one side",
    base: `${start}${head}| topic 1 | see | |\n| topic 2 | learn | |\n| topic 3 | Done | |\n`,
    ours: `${start}${head}| topic 2 | learn | |\n| topic 3 | Done | |\n`,
    theirs: `${start}${head}| topic 1 | see | |\n| topic 2 | learn | |\n| another topic | Done | |\n`,
  },
  {
    name: "a task replaced by one side, and moved by the other side, which renamed its heading",
    base: phases(["Phase 1", "- [ ] read a book\n"], ["Phase 4", ""]),
    ours: phases(["Phase 1", "- [ ] draw a book\n"], ["Phase 4", ""]),
    theirs: phases(["Phase 1 and more", ""], ["Phase 4", "- [ ] read a book\n"]),
  },
  {
    name: "a subtask moved by one side to a new task, below a task renamed by the other side",
    base: phases(["Phase 1", "- [ ] step 1\n  - [ ] read\n  - [ ] write\n"]),
    ours: phases(["Phase 1", "- [ ] step 1\n  - [ ] read\n- [ ] draw\n  - [ ] write\n"]),
    theirs: phases(["Phase 1", "- [ ] step 2\n  - [ ] read\n  - [ ] write\n"]),
  },
  {
    name: "a task moved by one side under a heading that the other side deleted",
    base: phases(["Phase 1", ""], ["Phase 4", "- [ ] read\n"]),
    ours: phases(["Phase 4", "- [ ] read\n"]),
    theirs: phases(["Phase 1", "- [ ] read\n"], ["Phase 4", ""]),
  },
];

test.each(cases)("is left to git: $name", ({ base, ours, theirs }) => {
  expect(typeof tryMerge({ base, ours, theirs }).checked).toBe("string");
  expect(typeof tryMerge({ base, ours: theirs, theirs: ours }).checked).toBe("string");
});

test("a task added under a heading whose tasks the same side moved away is a conflict if the heading is deleted", () => {
  const tasks = "- [ ] read\n  - [ ] write\n";
  const base = phases(["One", ""], ["Two", tasks], ["Three", ""]);
  const ours = phases(["One", tasks], ["Two", "- [ ] draw\n"], ["Three", ""]);
  const theirs = phases(["One", ""], ["Three", ""]);
  const forOurs = ours.replace(`${tasks}\n`, "");
  expect(mergeTexts(base, ours, theirs)).toMatchObject({ conflicts: 1, forOurs, forTheirs: theirs });
  expect(mergeTexts(base, theirs, ours)).toMatchObject({ conflicts: 1, forOurs: theirs, forTheirs: forOurs });
});

test("a row deleted by one side is deleted, even if the topics are then read from another column", () => {
  const rows = "| topic 1 | see | |\n| topic 2 | learn | |\n| topic 3 | Done | |\n";
  const base = phases(["One", head + rows], ["Two", "text\n"]);
  const ours = base.replace("| topic 1 | see | |\n", "");
  const [theirs, text] = [base, ours].map((one) => one.replace("text", "words"));
  expect(mergeTexts(base, ours, theirs ?? "")).toMatchObject({ conflicts: 0, text });
  expect(mergeTexts(base, theirs ?? "", ours)).toMatchObject({ conflicts: 0, text });
});

test("a subtask deleted by one side, and reworded by the other below a renamed task, is a conflict of both", () => {
  const base = phases(["Phase 1", "- [ ] step 1\n  - [ ] read\n- [ ] write\n"]);
  const ours = phases(["Phase 1", "- [ ] step 1\n- [ ] write\n"]);
  const theirs = phases(["Phase 1", "- [ ] step 2\n  - [ ] read on\n- [ ] write\n"]);
  expect(mergeTexts(base, ours, theirs)).toMatchObject({ conflicts: 1, forOurs: ours, forTheirs: theirs });
  expect(mergeTexts(base, theirs, ours)).toMatchObject({ conflicts: 1, forOurs: theirs, forTheirs: ours });
});

test("a table that is still there without its topics keeps the other side's columns", () => {
  const head = "| Topic | Status | Notes |\n| --- | --- | --- |\n";
  const base = phases(["One", `${head}| A | | |\n`], ["Two", `${head}| B | | |\n`]);
  const renamed = head.replace("Notes", "Owner");
  const ours = phases(["One", `${head}| B | | |\n| C | | |\n`], ["Two", head]);
  const theirs = phases(["One", `${head}| A | | |\n`], ["Two", `${renamed}| B | | |\n`]);
  const text = phases(["One", `${head}| B | | |\n| C | | |\n`], ["Two", renamed]);
  expect(mergeTexts(base, ours, theirs)).toMatchObject({ conflicts: 0, text });
  expect(mergeTexts(base, theirs, ours)).toMatchObject({ conflicts: 0, text });
});

test("tasks that one side sorted, under a heading that the other side deleted, are sorted under the one above", () => {
  const tasks = (...names: readonly string[]) => names.map((name) => `- [ ] ${name}\n`).join("");
  const base = phases(["One", "- [ ] read\n"], ["Two", tasks("scan", "draw", "write")]);
  const ours = phases(["One", "- [ ] read\n"], ["Two", tasks("draw", "scan", "write")]);
  const without = (text: string) => text.replace("## Two\n", "");
  expect(mergeTexts(base, ours, without(base))).toMatchObject({ conflicts: 0, text: without(ours) });
  expect(mergeTexts(base, without(base), ours)).toMatchObject({ conflicts: 0, text: without(ours) });
});
