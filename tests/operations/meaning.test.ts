// Meaning: a change must mean what was requested, both for the requested topics and for all others.

import { expect, test } from "vitest";
import { planOperations } from "../../src/app/plan-operations.js";
import { requestOperation } from "../../src/app/requested-operations.js";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { exitCodes } from "../../src/model/errors.js";
import { restoredDifferently } from "../../src/model/meaning.js";
import type { AnyOperation } from "../../src/operations/operation.js";
import { testDay } from "../support/check-operation.js";

type Asked = readonly [keyof typeof operations, Readonly<Record<string, unknown>>];

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

async function change(text: string, ...asked: readonly Asked[]): Promise<{ text: string; notes: string[] }> {
  const steps = asked.map(([name, input]) => requestOperation(operations[name] as AnyOperation, input));
  const planned = await planOperations(parseRoadmap(text), steps, testDay);
  return { text: planned.text, notes: planned.results.flatMap(({ notes }) => notes) };
}

/** The refusal of a change, which has exit code 4 and a hint. */
async function refusal(text: string, ...asked: readonly Asked[]): Promise<string> {
  const error = await change(text, ...asked).then(
    (made) => expect.fail(`not refused: ${made.text}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw error;
  expect(error.exitCode).toBe(exitCodes.fileProblem);
  return `${error.message}\n${error.hint}`;
}

const legend = lines(
  "| Topic | Status | Comments |",
  "|---|---|---|",
  "| L | 🔴 Todo / 🟡 Doing / 🟢 Done | |",
  "| B | 🟢 | |",
);

test("a legend that another row needs is not overwritten, whatever else changes in its row", async () => {
  const expected =
    'after the change, the status of "B" (line 4) would be read as not started, not done\n' +
    'define the word first: in the front matter, write `status: { done: "🟢" }` below `roadmap:`; nothing was written';
  expect(await refusal(legend, ["start", { topic: "L" }])).toBe(expected);
  expect(await refusal(legend, ["start", { topic: "L" }], ["set", { topic: "B", comments: "x" }])).toBe(expected);
});

test("the fix suggested for an overwritten legend works", async () => {
  const defined = `---\nroadmap:\n  status: { done: "🟢" }\n---\n${legend}`;
  const { text } = await change(defined, ["start", { topic: "L" }]);
  const { topics } = parseRoadmap(text).roadmap;
  expect(topics.map(({ status }) => status)).toEqual(["in-progress", "done"]);
});

const dated = lines(
  "| Topic | Started | Status | Comments |",
  "|---|---|---|---|",
  "| A | 13/02/2026 | Doing | |",
  "| B | 05/03/2026 | Doing | |",
);

test("the only date that shows the order of day and month stays, whatever else changes in its row", async () => {
  const expected =
    'after the change, the start date of "B" (line 4) would be read as blank, not 2026-03-05\n' +
    "set the order first: in the front matter, write `dates: DD/MM/YYYY` below `roadmap:`; nothing was written";
  expect(await refusal(dated, ["reset", { topic: "A" }])).toBe(expected);
  expect(await refusal(dated, ["reset", { topic: "A" }], ["set", { topic: "B", comments: "x" }])).toBe(expected);
  expect(await refusal(dated, ["remove", { topic: "A" }])).toBe(expected);
});

test("a word for two statuses is refused if it would be read as the other one", async () => {
  const text = `---\nroadmap:\n  status: { done: Ok, in-progress: Ok }\n---\n${lines("| Topic | Status |", "|---|---|", "| A | |")}`;
  expect(await refusal(text, ["finish", { topic: "A" }])).toBe(
    'after the change, the status of "A" (line 7) would be read as in progress, not done\n' +
      "in the front matter, give done and in-progress different words; nothing was written",
  );
});

test("an added topic means what was requested, or is refused", async () => {
  const text = `---\nroadmap:\n  status: { done: Ok, in-progress: Ok }\n---\n${lines("| Topic | Status |", "|---|---|", "| A | Ok |")}`;
  expect(await refusal(text, ["add-topic", { name: "B", status: "done" }])).toContain('the status of "B"');
});

test("blanking a row is refused, because it would no longer be a topic", async () => {
  const text = lines("| Topic | Status |", "|---|---|", "| A | |", "| | Done |");
  expect(await refusal(text, ["reset", { topic: "#2" }])).toContain("row 2 would not be read as a topic");
});

test.each([
  ["a link", "[Done](notes/a.md)", "Done"],
  ["an image", "![x](a.png) Done", "x Done"],
  ["a link with a title", '[Finished](a.md "of A")', "Finished"],
  ["an anchor", '<a id="a"></a>Done', "Done"],
  ["emphasis", "**Done**", "**Done**"],
  ["emoji", "✅ Done", "✅ Done"],
])("only the visible part of a status with %s is copied", async (_, written, copied) => {
  const text = lines("| Topic | Status |", "|---|---|", `| A | ${written} |`, "| B | |");
  const isStatus = parseRoadmap(text).roadmap.topics[0]?.status === "done";
  const { text: after } = await change(text, ["finish", { topic: "B" }]);
  expect(after).toBe(text.replace("| B | |", `| B | ${isStatus ? copied : "Done"} |`));
});

test("the most frequent visible text is copied, not the most frequent cell", async () => {
  const text = lines(
    "| Topic | Status |",
    "|---|---|",
    "| A | [Finished](a.md) |",
    "| B | [Finished](b.md) |",
    "| C | Done |",
    "| D | |",
  );
  expect((await change(text, ["finish", { topic: "D" }])).text).toContain("| D | Finished |");
});

test("struck-out text is neither a status nor a spelling", async () => {
  const text = lines("| Topic | Status |", "|---|---|", "| A | ~~Finished~~ |", "| B | ~~Todo~~ Doing |", "| C | |");
  const { roadmap, problems } = parseRoadmap(text);
  expect(roadmap.topics.map(({ status }) => status)).toEqual(["not-started", "in-progress", "not-started"]);
  expect(problems.map(({ code }) => code)).toEqual(["STATUS_UNKNOWN"]);
  expect((await change(text, ["finish", { topic: "C" }])).text).toContain("| C | Done |");
});

test.each(["![](https://img.shields.io/badge/done-green)", "[](a.md)", "<!-- x -->"])(
  "a status cell with %s is not blank: it is reported, and shown when it is overwritten",
  (cell) => {
    const text = lines("| Topic | Status |", "|---|---|", `| A | ${cell} |`);
    expect(parseRoadmap(text).problems.map(({ code }) => code)).toEqual(["STATUS_UNKNOWN"]);
  },
);

test.each(["", "-", "TBD", "&nbsp;", "<br>", "**–**"])("a status cell with %j is blank", (cell) => {
  const text = lines("| Topic | Status |", "|---|---|", `| A | ${cell} |`);
  expect(parseRoadmap(text).problems).toEqual([]);
});

test.each([
  ["the status cell contains half of the name", "| `a | b` | |"],
  ["the status is beyond the last column", "| a | b | Done |"],
  ["half of the name fills up a short row", "| `a | b` |"],
])("nothing is written to a row in which a stray pipe has shifted values so that %s", async (_, row) => {
  const text = lines("| Topic | Status |", "|---|---|", row, "| c | |");
  expect(await refusal(text, ["start", { topic: "#1" }])).toContain(
    "run `roadmap edit 1` and write that pipe as \\|, then run this again",
  );
  expect((await change(text, ["start", { topic: "#2" }])).text).toContain("| c | In Progress |");
});

test("a shifted row is refused before its dates are checked", async () => {
  const text = lines(
    "| Topic | Finished | Status |",
    "|---|---|---|",
    "| a | b | 2026-01-02 | Doing |",
    "| c | 2026-01-02 | `d | e` |",
  );
  for (const topic of ["#1", "#2"]) {
    expect(await refusal(text, ["finish", { topic }])).toContain("an unescaped pipe has shifted its values");
    expect(await refusal(text, ["set", { topic, finished: "2026-03-04" }])).toContain("has shifted its values");
  }
  const dates = lines(
    "| Topic | Started | Finished | Status |",
    "|---|---|---|---|",
    "| a | b | 2026-01-02 | 2026-02-03 | Done |",
  );
  expect(await refusal(dates, ["set", { topic: "#1", started: "2026-03-04" }])).toContain("has shifted its values");
});

test.each([
  ["a pipe in the last cell", "| a | | x | y |"],
  ["a pipe too many at the end", "| a | Done | x | |"],
])("a row with %s can be changed, because its status is in its column", async (_, row) => {
  const text = lines("| Topic | Status | Comments |", "|---|---|---|", row);
  expect((await change(text, ["set", { topic: "a", status: "blocked" }])).text).toContain("| a | Blocked |");
});

test("removing a legend that no other row needs adds a note with the line that keeps its words", async () => {
  const text = lines("| Topic | Status |", "|---|---|", "| A | Todo / Doing / Finished |", "| B | |");
  const expected =
    'the legend "Todo / Doing / Finished" is gone; to keep its words, write ' +
    '`status: { not-started: "Todo", in-progress: "Doing", done: "Finished" }` below `roadmap:` in the front matter';
  expect((await change(text, ["start", { topic: "A" }])).notes.at(-1)).toBe(expected);
  expect((await change(text, ["set", { topic: "A", status: "" }])).notes.at(-1)).toBe(expected);
  expect((await change(text, ["remove", { topic: "A" }])).notes.at(-1)).toBe(expected);
  expect((await change(text, ["start", { topic: "B" }])).notes.join()).not.toContain("legend");
  const twice = text.replace("| B | |", "| B | Todo / Doing / Finished |");
  expect((await change(twice, ["start", { topic: "A" }])).notes.join()).not.toContain("legend");
});

test("a phase is copied without the link and the anchor of its row", async () => {
  const text = lines("| Topic | Phase | Status |", "|---|---|---|", '| A | <a id="one"></a>1 | |', "| B | 2 | |");
  expect((await change(text, ["set", { topic: "B", phase: "1" }])).text).toContain("| B | 1 | |");
});

test("a restored date is compared with its own row before rows of other tables with the same text", () => {
  const head = "| Topic | Started | Finished |\n|---|---|---|\n";
  const other = "| Topic | Started |\n|---|---|\n| A | 05/01/2026 |\n\n## More\n\n";
  const read = (rows: string) => parseRoadmap(`${other}${head}${rows}`).roadmap;
  const former = read("| B | 05/01/2026 | |\n| C | | 13/01/2026 |\n");
  expect(former.topics.map(({ started }) => started)).toEqual([null, "2026-01-05", null]);
  const misreading = (last: string) =>
    restoredDifferently({
      former,
      before: read(`| B | | |\n| C | | ${last} |\n`),
      after: read(`| B | 05/01/2026 | |\n| C | | ${last} |\n`),
    });
  expect(misreading("13/01/2026")).toBeNull();
  expect(misreading("01/13/2026")).toMatchObject({ field: "started", expected: { started: "2026-01-05" } });
  expect(misreading("")).toMatchObject({ field: "started", expected: { started: "2026-01-05" } });
});
