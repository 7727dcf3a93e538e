// Former names: which claims of older commits are confirmed by another cell of the same row.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { verifyMessage } from "../../../src/model/history/commit-message.js";
import { compareRoadmaps } from "../../../src/model/history/compare.js";
import { withoutFormerNames } from "../../../src/model/history/former-names.js";

const table = (...rows: string[]) =>
  `| Category | Problem | Deadline | Status |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;
const first = "Arrays | Two Sum | | ";
const second = "Graphs | Course Schedule | | ";
const third = "Arrays | Three Sum | | ";
const before = table(first, second, third);

function verified(message: string, after: string, from = before) {
  const versions = { before: parseRoadmap(from).roadmap, after: parseRoadmap(after).roadmap };
  const finding = verifyMessage(message, compareRoadmaps(versions.before, versions.after));
  return finding && withoutFormerNames(finding, versions);
}

const claims = (name: string, ...changes: string[]) =>
  [`Roadmap-Topic: ${name}`, ...changes.map((change) => `Roadmap-Change: ${change}`)].join("\n");

const done = "status (blank) -> Done";
const confirmed = { claimed: [], done: [] };

test.each<[string, string, string]>([
  ["the name", claims("Two Sum", done), table("Arrays | Two Sum | | Done", second, third)],
  ["another cell", claims("Arrays", done), table("Arrays | Two Sum | | Done", second, third)],
  [
    "another cell, with several changes",
    claims("Arrays", "due (blank) -> 2026-01-02", done),
    table("Arrays | Two Sum | 2026-01-02 | Done", second, third),
  ],
  [
    "a header that was not known",
    claims("Arrays", "deadline (blank) -> 2026-01-02", done),
    table("Arrays | Two Sum | 2026-01-02 | Done", second, third),
  ],
  [
    "a header that was not known, below the name",
    claims("Two Sum", "deadline (blank) -> 2026-01-02"),
    table("Arrays | Two Sum | 2026-01-02 | ", second, third),
  ],
  [
    "two rows with the same other cell",
    `${claims("Arrays", done)}\n${claims("Arrays", done)}`,
    table("Arrays | Two Sum | | Done", second, "Arrays | Three Sum | | Done"),
  ],
  [
    "a name that was a cell",
    claims("Graphs", "problem Course Schedule -> Schedule"),
    table(first, "Graphs | Schedule | | ", third),
  ],
  ["a cell that was a name", claims("DAGs", "renamed from Graphs"), table(first, "DAGs | Course Schedule | | ", third)],
  [
    "an added row",
    claims("Trees", "added", "problem (blank) -> Invert", done),
    table(first, second, third, "Trees | Invert | | Done"),
  ],
  ["a removed row", claims("Graphs", "removed", "problem Course Schedule -> (blank)"), table(first, third)],
])("a claim that names a changed row by %s is confirmed", (_what, message, after) => {
  expect(verified(message, after)).toEqual(confirmed);
});

const finished = table("Arrays | Two Sum | | Done", second, third);

test.each<[string, string, string, string[], string[]]>([
  ["of another row", claims("Graphs", done), finished, [`Topic Graphs: ${done}`], [`Topic Two Sum: ${done}`]],
  [
    "of another change",
    claims("Arrays", "status (blank) -> Blocked"),
    finished,
    ["Topic Arrays: status (blank) -> Blocked"],
    [`Topic Two Sum: ${done}`],
  ],
  ["of no row", claims("Strings", done), finished, [`Topic Strings: ${done}`], [`Topic Two Sum: ${done}`]],
  ["made twice", `${claims("Arrays", done)}\n${claims("Arrays", done)}`, finished, [`Topic Arrays: ${done}`], []],
  [
    "of another row that changed too",
    `${claims("Graphs", done)}\n${claims("Arrays", "status (blank) -> Blocked")}`,
    table("Arrays | Two Sum | | Done", "Graphs | Islands | | Blocked").replace("Islands", "Six Sum"),
    [`Topic Graphs: ${done}`, "Topic Arrays: status (blank) -> Blocked"],
    [`Topic Two Sum: ${done}`, "Topic Six Sum: status (blank) -> Blocked"],
  ],
  [
    "made once for two rows",
    claims("Arrays", done),
    table("Arrays | Two Sum | | Done", second, "Arrays | Three Sum | | Done"),
    [],
    [`Topic Three Sum: ${done}`],
  ],
  [
    "of a header of another column",
    claims("Arrays", "category (blank) -> Done"),
    finished,
    ["Topic Arrays: category (blank) -> Done"],
    [`Topic Two Sum: ${done}`],
  ],
])("a claim %s is still a mismatch", (_what, ...[message, after, claimed, unmentioned]) => {
  const from = after.includes("Six Sum") ? table(first, "Graphs | Six Sum | | ") : before;
  expect(verified(message, after, from)).toEqual({ claimed, done: unmentioned });
});
