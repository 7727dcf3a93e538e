// Merges that git would make by lines without a conflict, and that differ here; docs/limits.md lists them.

import { expect, test } from "vitest";
import { mergeTexts } from "../support/merge-texts.js";

const head = "# Plan\n\n| Topic | Status | Notes |\n| --- | --- | --- |\n";
const [http, rest, sql] = ["| HTTP | | |\n", "| REST | | |\n", "| SQL | | |\n"];

test.each([
  {
    name: "a row deleted by one side, changed and moved by the other",
    base: head + http + rest + sql,
    ours: head + rest + sql,
    theirs: `${head}${rest}${sql}| HTTP | Done | |\n`,
    forOurs: head + rest + sql,
  },
  {
    name: "a heading deleted by one side, a task added under it by the other",
    base: `${head}${http}\n## Basics\n- [ ] read\n- [ ] write\n`,
    ours: `${head}${http}\n- [ ] read\n- [ ] write\n`,
    theirs: `${head}${http}\n## Basics\n- [ ] read\n  - [ ] take notes\n- [ ] write\n`,
    forOurs: `${head}${http}\n- [ ] read\n- [ ] write\n`,
  },
  {
    name: "a table without topics, its heading deleted by one side, its header changed by the other",
    base: `${head}${http}\n## Basics\n\n| Topic | Status |\n| --- | --- |\n`,
    ours: `${head}${http}\n\n| Topic | Status |\n| --- | --- |\n`,
    theirs: `${head}${http}\n## Basics\n\n| Topic | Status | Owner |\n| --- | --- | --- |\n`,
    forOurs: `${head}${http}\n\n| Topic | Status |\n| --- | --- |\n`,
  },
])("is a conflict: $name", ({ base, ours, theirs, forOurs }) => {
  const merged = mergeTexts(base, ours, theirs);
  expect(merged).toMatchObject({ conflicts: 1, forOurs, forTheirs: theirs });
  expect(mergeTexts(base, theirs, ours)).toMatchObject({ conflicts: 1, forOurs: theirs, forTheirs: forOurs });
});

test("under a renamed header without values, a row that the other side added gets an empty cell with one space", () => {
  const renamed = head.replace("Notes", "Owner") + http;
  const added = `${head}${http}| SQL |  |  |\n`;
  const merged = `${renamed}| SQL |  | |\n`;
  expect(mergeTexts(head + http, renamed, added)).toMatchObject({ conflicts: 0, text: merged });
  expect(mergeTexts(head + http, added, renamed)).toMatchObject({ conflicts: 0, text: merged });
});
