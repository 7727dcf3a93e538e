// Status cells: legends, spellings and problems of the statuses in a table.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { statusEvidence } from "../../src/markdown/read-vocabulary.js";
import { emptyVocabulary } from "../../src/model/status.js";
import { processorTimeMs } from "../support/processor-time.js";

const lines = (...all: string[]) => `${all.join("\n")}\n`;
const table = (...cells: string[]) =>
  lines("| Topic | Status |", "|---|---|", ...cells.map((cell, index) => `| T${index} | ${cell} |`));
const statusesOf = (text: string) => parseRoadmap(text).roadmap.topics.map(({ status }) => status);
const codesOf = (text: string) => parseRoadmap(text).problems.map(({ code }) => code);

test.each([
  ["a line", "Legend: ✅ Done · 🟡 In progress · ⏳ Planned"],
  ["a line with words first", "Done: ✅, In progress: 🟡, Planned: ⏳"],
  ["a list", "- 🟡 = in progress\n- ⏳ = not started"],
  ["a bold list", "* **🟡**: In Bearbeitung – läuft gerade\n* **⏳**: Geplant"],
  ["a quotation", "> 🟡 進行中 | ⏳ 未着手"],
  ["a table", "| Symbol | Meaning |\n|---|---|\n| 🟡 | In progress |\n| ⏳ | Planned |"],
  ["a table with words first", "| Meaning | Symbol |\n|---|---|\n| In progress | 🟡 |\n| Planned | ⏳ |"],
])("%s outside the topic tables is a legend", (_, legend) => {
  for (const text of [
    `${legend}\n\n${table("🟡", "⏳", "🟡 (5/9)")}`,
    `${table("🟡", "⏳", "🟡 (5/9)")}\n${legend}\n`,
  ]) {
    expect(statusesOf(text)).toEqual(["in-progress", "not-started", "in-progress"]);
    expect(codesOf(text)).not.toContain("STATUS_UNCLEAR");
  }
});

test("the majority of the lines decides, and a tie is unclear", () => {
  const legend = "🟡 Planned\n\n🟡 In progress\n\n";
  expect(codesOf(legend + table("🟡"))).toContain("STATUS_UNCLEAR");
  expect(statusesOf(`${legend}🟡 Doing\n\n${table("🟡")}`)).toEqual(["in-progress"]);
});

test.each(["🟡 Watch out for this", "- [ ] 🟡 Open the door", "🟡 New: a course about Go", "Team 🟡 and team 🟢"])(
  "%s explains no symbol",
  (prose) => {
    expect(codesOf(`${prose}\n\n${table("🟡")}`)).toContain("STATUS_UNCLEAR");
  },
);

test("the front matter precedes a legend, and a legend precedes the words in a cell", () => {
  const legend = "🟡 Planned\n\n";
  expect(statusesOf(legend + table("🟡", "🟡 In progress"))).toEqual(["not-started", "in-progress"]);
  expect(statusesOf(`---\nroadmap:\n  status: { done: "🟡" }\n---\n\n${legend}${table("🟡")}`)).toEqual(["done"]);
});

test.each([
  ["[x]", "done"],
  ["[ ]", "not-started"],
  ["☑", "done"],
  ['<input type="checkbox" checked>', "done"],
  ["<input type=checkbox disabled>", "not-started"],
  ["<li>- [x] complete</li>", "done"],
  ["![Done](https://example.org/badge.svg)", "done"],
  ["[![In Progress](https://example.org/b.svg)](notes.md)", "in-progress"],
  ["`Done`", "done"],
  ["~~Todo~~ Doing", "in-progress"],
])("the cell %s is %s", (cell, status) => {
  expect(statusesOf(table(cell))).toEqual([status]);
  expect(codesOf(table(cell))).toEqual([]);
});

test.each(["~~Done~~", "![](https://example.org/done.svg)", "![Foo](https://example.org/done.svg)"])(
  "the cell %s is told, and is no status",
  (cell) => {
    expect(statusesOf(table(cell))).toEqual(["not-started"]);
    expect(codesOf(table(cell))).toEqual(["STATUS_UNKNOWN"]);
  },
);

test("the spelling of a status is without remark, percentage, link and image", () => {
  const { roadmap } = parseRoadmap(
    table("✅ Done (week 2)", "✅ Done (week 3)", "Finished", "45%", "[Doing](a.md) 2026-01-02", "🔄 chapter 4", "🔄"),
  );
  expect(Object.fromEntries(roadmap.tables[0]?.spelling ?? [])).toEqual({ done: "✅ Done", "in-progress": "🔄" });
});

test.each([
  "Fertisch!",
  "doing-ish",
  "→",
  "🟢",
  "🟢 half way",
  "Review (2nd)",
  'say "hi"',
  "a/b \\| c",
  "✅ Not started",
])("the line that the problem of %s offers can be pasted, and works", (cell) => {
  const text = table(cell, "Done");
  const hint = parseRoadmap(text).problems[0]?.hint ?? "";
  const [, line = ""] = /write `(.*)` below/.exec(hint) ?? [];
  expect(line).toMatch(/^status: \{ done: .* \}$/);
  const taught = `---\nroadmap:\n  ${line}\n---\n\n${text}`;
  expect(parseRoadmap(taught).problems).toEqual([]);
  expect(statusesOf(taught)).toEqual(["done", "done"]);
});

test("the offered line keeps the words that the front matter already has", () => {
  const text = `---\nroadmap:\n  status: { done: Ok, blocked: [Zu, Weg] }\n---\n\n${table("Fix und alle")}`;
  expect(parseRoadmap(text).problems[0]?.hint).toContain(
    'write `status: { done: ["Ok", "Fix und alle"], blocked: ["Zu", "Weg"] }` below `roadmap:`',
  );
});

test.each([
  ["Done (w2)", "sure"],
  ["not done", "sure"],
  ["[x]", "sure"],
  ["✅", "sure"],
  ["✅ 完成", "sure"],
  ["Todo / Doing / Done", "sure"],
  ["Yes", "known"],
  ["Passed", "known"],
  ["Open (2)", "known"],
  ["✅ some text", "known"],
  ["45%", "known"],
  ["🟢", "known"],
  ["🟢 Done", "sure"],
  ["Kafka", "none"],
  ["", "none"],
])("%j is %s evidence of a status column", (cell, evidence) => {
  expect(statusEvidence(cell, emptyVocabulary)).toBe(evidence);
});

test("a column of 10,000 different statuses with symbols is read in linear time", () => {
  const text = table(...Array.from({ length: 10_000 }, (_, index) => `🟡 In progress (${index})`));
  expect(processorTimeMs(() => statusesOf(text))).toBeLessThan(8000);
  expect(new Set(statusesOf(text))).toEqual(new Set(["in-progress"]));
});

test("a symbol to which two legend cells give different meanings is unclear", () => {
  const text = table("🟢 Done / 🔴 Todo", "🟢", "🔴 Done / 🟢 Todo");
  expect(codesOf(text)).toEqual(["STATUS_UNCLEAR"]);
  expect(statusesOf(text)[1]).toBe("not-started");
  expect(statusesOf(table("🟢 Done / 🔴 Todo", "🟢", "🟢 Done / 🔴 Todo"))[1]).toBe("done");
});

test.each([
  ["Done", ["x", "X", ""], ["done", "done", "not-started"]],
  ["완료 여부", ["O", "X", ""], ["done", "not-started", "not-started"]],
  ["완료 여부", ["X", "X", "X"], ["not-started", "not-started", "not-started"]],
  ["完了チェック", ["○", "x", "x"], ["done", "not-started", "not-started"]],
  ["Done", ["O", "X", "X"], ["done", "not-started", "not-started"]],
  ["完成", ["√", "x", "x"], ["done", "not-started", "not-started"]],
  ["Done?", ["✅", "x", ""], ["done", "done", "not-started"]],
  ["Done?", ["yes", "x", ""], ["done", "not-started", "not-started"]],
])("an x in a %s column with %j is a check only where nothing else says yes", (header, cells, expected) => {
  const rows = cells.map((cell, index) => `| Topic ${index} part | ${cell} |\n`);
  const { roadmap } = parseRoadmap(`| Topic | ${header} |\n|---|---|\n${rows.join("")}`);
  expect(roadmap.topics.map(({ status }) => status)).toEqual(expected);
});
