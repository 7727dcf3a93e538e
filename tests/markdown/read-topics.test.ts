// Reading topic tables.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";

const table = (header: string, ...rows: string[]) =>
  [`| ${header} |`, `|${"---|".repeat(header.split(" | ").length)}`, ...rows.map((row) => `| ${row} |`)].join("\n");

const codes = (text: string) => parseRoadmap(text).problems.map(({ code }) => code);
const states = (...cells: string[]) =>
  parseRoadmap(table("Topic | Status", ...cells.map((cell, index) => `T${index} | ${cell}`))).roadmap.topics.map(
    ({ status }) => status,
  );

test.each([
  ["Topic | Status", ["topic", "status"]],
  ["**Skill** | 📅 Date Started", ["topic", "started"]],
  ["Tema | Estado | Início | Fim", ["topic", "started", "finished", "status"]],
  ["Тема | Статус | Начало", ["topic", "started", "status"]],
  ["主题 | 阶段 | 状态 | 开始日期 | 完成日期", ["topic", "phase", "started", "finished", "status"]],
  ["주제 | 상태 | 시작일 | 완료일", ["topic", "started", "finished", "status"]],
  ["学習内容 | ステータス | 開始日 | 完了日", ["topic", "started", "finished", "status"]],
  ["Course | Week | Notes | Evidence", ["topic", "phase", "comments", "proof"]],
  ["Module | Sprint | Start Date | End Date", ["topic", "phase", "started", "finished"]],
  ["TOPIC | Phase # | Done on", ["topic", "phase", "finished"]],
])("the columns of | %s | are recognized", (header, kinds) => {
  const { roadmap } = parseRoadmap(table(header, header.replace(/[^|]+/g, " x ")));
  expect([...(roadmap.tables[0]?.columns.keys() ?? [])]).toEqual(kinds);
});

test("tables without a topic column, or without anything to track, are prose", () => {
  for (const header of ["Status | Meaning", "Topic | Notes", "a | b"]) {
    expect(parseRoadmap(table(header, "x | y")).roadmap.topics).toEqual([]);
  }
});

test("several topic tables are one roadmap, and their topics are numbered consecutively", () => {
  const { roadmap } = parseRoadmap(
    `${table("Topic | Status", "a | done")}\n\n## Two\n\n${table("Skill | Phase | Status", "b | 2 | ")}\n`,
  );
  expect(roadmap.topics.map(({ number, name, phase }) => [number, name, phase?.label ?? null])).toEqual([
    [1, "a", null],
    [2, "b", "2"],
  ]);
});

test("a repeated header, a row of one cell and a blank row are not topics", () => {
  const text = `${table("Topic | Status", "a | done", "Topic | Status", " | ")}\n| Section |\n| b | |\n`;
  expect(parseRoadmap(text).roadmap.topics.map(({ name }) => name)).toEqual(["a", "b"]);
});

test("rows with too few or too many cells are topics with a problem", () => {
  const text = `${table("Topic | Phase | Status")}\n| a | 1 |\n| b | 1 | done | x |\n| c | 1 | done ||\n`;
  expect(parseRoadmap(text).roadmap.topics.map(({ name, row }) => [name, row.cellCount])).toEqual([
    ["a", 2],
    ["b", 4],
    ["c", 4],
  ]);
  expect(codes(text)).toEqual(["ROW_TOO_SHORT", "ROW_TOO_LONG", "ROW_TOO_LONG"]);
});

test("a blank status follows from the dates, and a problem says so", () => {
  const text = table("Topic | Started | Finished | Status", "a | 2026-01-01 | | ", "b | | 2026-01-02 | ", "c | | | ");
  expect(parseRoadmap(text).roadmap.topics.map(({ status }) => status)).toEqual(["in-progress", "done", "not-started"]);
  expect(codes(text)).toEqual(["STATUS_BLANK", "STATUS_BLANK"]);
});

test("an unknown word counts as not started and is a problem", () => {
  const text = table("Topic | Status", "a | doing-ish");
  expect(parseRoadmap(text).roadmap.topics[0]?.status).toBe("not-started");
  expect(parseRoadmap(text).problems).toMatchObject([
    { code: "STATUS_UNKNOWN", message: '"doing-ish" is not a status' },
  ]);
});

test("an ambiguous symbol is decided by a legend or by words next to it, and never guessed", () => {
  expect(codes(table("Topic | Status", "a | 🟢", "b | ⏳", "c | ❌"))).toEqual([
    "STATUS_UNCLEAR",
    "STATUS_UNCLEAR",
    "STATUS_UNCLEAR",
  ]);
  expect(states("🟢", "🟢 done / ⏳ todo / ❌ blocked", "⏳", "❌")).toEqual([
    "done",
    "not-started",
    "not-started",
    "blocked",
  ]);
  expect(states("⏳", "⏳ In Progress")).toEqual(["in-progress", "in-progress"]);
  expect(states("⏳", "⏳ In Progress", "⏳ Done")[0]).toBe("not-started");
  expect(states("✅", "🔄", "⬜", "🚫", "⏭️", ":white_check_mark:", "[x]", "[ ]")).toEqual([
    "done",
    "in-progress",
    "not-started",
    "blocked",
    "skipped",
    "done",
    "done",
    "not-started",
  ]);
  expect(codes(table("Topic | Status", "a | ✅ Not started"))).toEqual(["STATUS_UNCLEAR"]);
});

test("legends are split by slashes, escaped pipes and commas", () => {
  for (const legend of ["Todo / Doing / Done", "Todo \\| Doing \\| Done", "Todo, Doing, Done"]) {
    const { roadmap } = parseRoadmap(table("Topic | Status", `a | ${legend}`, "b | "));
    expect([...roadmap.vocabulary.spelling.values()]).toEqual(["Todo", "Doing", "Done"]);
  }
  expect(parseRoadmap(table("Topic | Status", "a | Done / soon")).roadmap.legends).toEqual([]);
});

test("dates are read in every format, and text that is not a date is a problem", () => {
  const read = (...cells: string[]) =>
    parseRoadmap(table("Topic | Started", ...cells.map((cell) => `a | ${cell}`))).roadmap.topics.map(
      ({ started }) => started,
    );
  expect(
    read("2026-03-04", "2026/3/4", "2026.03.04", "04.03.2026", "4 Mar 2026", "March 4, 2026", "2026年3月4日"),
  ).toEqual(Array(7).fill("2026-03-04"));
  expect(read("31/12/2025", "05/06/2026")).toEqual(["2025-12-31", "2026-06-05"]);
  expect(read("12/31/2025", "05/06/2026")).toEqual(["2025-12-31", "2026-05-06"]);
  expect(read("05/06/2026")).toEqual([null]);
  expect(read("05/05/2026")).toEqual(["2026-05-05"]);
  expect(read("31/12/2025", "12/31/2025", "05/06/2026")).toEqual(["2025-12-31", "2025-12-31", null]);
  expect(read("TBD", "-", "___", "n/a", "")).toEqual([null, null, null, null, null]);
  expect(
    codes(table("Topic | Started", "a | 2026-02-30", "b | 01/02/26", "c | 2026-03-01 (STALE)", "d | TBD")),
  ).toEqual(["DATE_IMPOSSIBLE", "DATE_UNREADABLE", "DATE_UNREADABLE"]);
  expect(codes(table("Topic | Started", "a | 05/06/2026", "b | 06/05/2026"))).toEqual(["DATE_ORDER_UNCLEAR"]);
});

test.each(["![](a.png)", "<!-- soon -->", "<input>", "[](https://a.example)", "[TBD](https://a.example)", "[][a]"])(
  "a date cell with %s, which no change overwrites, has no date",
  (cell) => {
    for (const column of ["Started", "Finished"]) {
      const text = table(`Topic | Status | ${column}`, `a | Done | ${cell}`, "b | Done | 2026-01-02");
      const { roadmap, problems } = parseRoadmap(text);
      expect(problems.map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
        ["DATE_UNREADABLE", cell],
      ]);
      expect([roadmap.topics[0]?.started, roadmap.topics[0]?.finished]).toEqual([null, null]);
    }
  },
);

test.each(["", "&nbsp;", "<br>", "TBD", "—"])("a blank date cell %j is not a problem", (cell) => {
  expect(codes(table("Topic | Started", `a | ${cell}`))).toEqual([]);
});

test("a finish before the start, a topic without a name and a second column of a kind are problems", () => {
  expect(codes(table("Topic | Started | Finished", "a | 2026-02-01 | 2026-01-01"))).toEqual(["FINISH_BEFORE_START"]);
  expect(codes(table("Topic | Phase | Status", " | 1 | "))).toEqual(["TOPIC_UNNAMED"]);
  expect(codes(table("Topic | Status | Status", "a | done | "))).toEqual(["COLUMN_REPEATED"]);
});

test("columns and topics named like members of objects are read like any other", () => {
  const text = table(
    "Topic | Status | __proto__ | constructor",
    "__proto__ | done | a | b",
    "constructor | done | a | b",
  );
  expect(parseRoadmap(text).roadmap.topics.map(({ name, status }) => [name, status])).toEqual([
    // In Markdown, the underscores are emphasis.
    ["proto", "done"],
    ["constructor", "done"],
  ]);
});

test("conflict markers are a problem", () => {
  expect(codes("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n")).toEqual(["CONFLICT_MARKERS"]);
  expect(codes("a <<<<<<< b\n")).toEqual([]);
});

test.each([
  ["status", `| Topic | Status |\n|-|-|\n| A | ${"👨‍👩‍👧‍👦".repeat(5_000)} |\n`],
  ["date", `| Topic | Started | Status |\n|-|-|-|\n| A | ${"soon ".repeat(5_000)} | Done |\n`],
  ["name", `| Topic | Started | Status |\n|-|-|-|\n| ${"Long ".repeat(5_000)} | 2026-01-02 | |\n`],
])("a long %s is cut in messages", (_, text) => {
  const { problems } = parseRoadmap(text, { today: "2026-02-01" });
  expect(problems.length).toBeGreaterThan(0);
  for (const { message } of problems) expect(message.length).toBeLessThan(400);
  expect(problems.some(({ message }) => message.includes("…"))).toBe(true);
});
