// Names that show nothing: no command makes a topic, task, phase or column with one.

import { expect, test } from "vitest";
import { importedOperations } from "../../src/app/import/imported-operations.js";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { isNameless } from "../../src/model/inline-text.js";
import type { AnyOperation } from "../../src/operations/operation.js";

const { roadmap } = parseRoadmap(
  "# Plan\n\n## Phase 1: Basics\n\n| Topic | Phase | Status | Notes |\n|---|---|---|---|\n| Go | 1 | | |\n\n- [ ] read\n",
  { today: "2026-03-01" },
);

const nothing = [
  ...[
    "",
    "  ",
    "<br>",
    "<br/> <BR>",
    "&nbsp;",
    "&#160; &#xA0;",
    "&ZeroWidthSpace;",
    "&shy;",
    "<!-- -->",
    "<!-- later -->",
    "<!-->",
    "<b></b>",
  ],
  ...[
    "\u200b",
    "\u2060\ufeff",
    "\u00ad",
    "\u3164",
    "\u2800",
    "\u{e0041}",
    "\u202e",
    "\ufe0f",
    "![](a.png)",
    "[](b.md)",
    "` `",
  ],
];
const something = [
  "-",
  "#",
  "0",
  "<",
  "&",
  "&foo;",
  "&copy;",
  "`<br>`",
  "\\<br>",
  "![logo](a.png)",
  "**",
  "字",
  "👩‍👩‍👧",
  "<!-- open",
  "a<!-- b -->",
];

test("a text is nameless if it shows no character", () => {
  expect(nothing.filter((text) => !isNameless(text))).toEqual([]);
  expect(something.filter(isNameless)).toEqual([]);
});

const asked: [string, AnyOperation, { input: (name: string) => object; code: string }][] = [
  ["add topic", operations["add-topic"], { input: (name) => ({ name }), code: "TOPIC_UNNAMED" }],
  ["add task", operations["add-task"], { input: (text) => ({ text, to: "1" }), code: "TASK_UNNAMED" }],
  ["add phase", operations["add-phase"], { input: (name) => ({ name }), code: "PHASE_UNNAMED" }],
  ["add column", operations["add-column"], { input: (name) => ({ name }), code: "COLUMN_UNNAMED" }],
  ["rename topic", operations.rename, { input: (to) => ({ topic: "go", to }), code: "RENAME_UNCLEAR" }],
  ["rename task", operations.rename, { input: (to) => ({ topic: "read", to }), code: "RENAME_UNCLEAR" }],
  ["rename --phase", operations.rename, { input: (to) => ({ phase: "1", to }), code: "RENAME_UNCLEAR" }],
  ["rename --column", operations.rename, { input: (to) => ({ column: "Notes", to }), code: "RENAME_UNCLEAR" }],
  ["set --name", operations.set, { input: (name) => ({ topic: "go", name }), code: "TOPIC_UNNAMED" }],
];

test.each(asked)("%s refuses each of them with exit code 2", (...[, operation, { input, code }]) => {
  for (const name of nothing.filter((text) => text !== "")) {
    const prepared = operation.prepare(input(name));
    const refusal = refusalOf(() => prepared.plan(roadmap, "2026-03-01"));
    expect([name, refusal]).toEqual([name, [code, 2]]);
  }
});

test("an import refuses a new topic without a name", () => {
  for (const name of nothing) {
    const row = { type: "topic", name, number: null, fields: new Map(), own: [], place: "line 2" } as const;
    expect(refusalOf(() => importedOperations(roadmap, { rows: [row], isAdding: true, isClearing: false }))).toEqual([
      "TOPIC_UNNAMED",
      2,
    ]);
  }
});

function refusalOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof UserError ? [error.code, error.exitCode] : String(error);
  }
}
