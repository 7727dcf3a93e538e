// Written dates: a date written into a date column reads back as the intended one, or is refused.

import { expect, test } from "vitest";
import { applyEdits, operations, parseRoadmap, UserError } from "../../src/index.js";
import { dayFromNumber, dayNumber, formatDay } from "../../src/model/dates.js";
import { verifyChanges } from "../../src/operations/verify-changes.js";
import { fc } from "../support/fast-check.js";

const today = "2026-11-30";

const table = (...rows: string[]) =>
  `| Topic | Started | Finished | Status |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;

const startedOf = (text: string) => parseRoadmap(text, { today }).roadmap.topics.map(({ started }) => started);

function setStarted(before: string, topic: string, started: string): string {
  return applyEdits(before, operations.set.edits(parseRoadmap(before, { today }).roadmap, { topic, started }, today));
}

test("if only the overwritten cell shows the order, the new date is an ISO date", () => {
  const before = table("a | 13/02/2026 | | Doing", "b | | | ");
  expect(setStarted(before, "a", "2026-03-05")).toBe(table("a | 2026-03-05 | | Doing", "b | | | "));
  expect(setStarted(before, "a", "2026-03-15")).toBe(table("a | 15/03/2026 | | Doing", "b | | | "));
  expect(setStarted(before, "a", "2026-03-03")).toBe(table("a | 03/03/2026 | | Doing", "b | | | "));
});

test("if another cell shows the order, the column keeps its format", () => {
  const before = table("a | 13/02/2026 | | Doing", "b | 20/02/2026 | | ", "c | | | ");
  expect(startedOf(setStarted(before, "a", "2026-03-05"))).toEqual(["2026-03-05", "2026-02-20", null]);
  expect(setStarted(before, "a", "2026-03-05")).toContain("| a | 05/03/2026 |");
  expect(setStarted(before, "c", "2026-03-05")).toContain("| c | 05/03/2026 |");
});

test("the other date column decides the order if a column does not show its own", () => {
  const before = table("a | 05/03/2026 | 13/04/2026 | Done", "b | | | ");
  const { problems } = parseRoadmap(before, { today });
  expect(startedOf(before)).toEqual(["2026-03-05", null]);
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'DATE_ORDER_INFERRED "05/03/2026" is read as 2026-03-05, in the order of the other date columns',
  ]);
  expect(setStarted(before, "b", "2026-03-06")).toContain("| b | 06/03/2026 |");
  expect(startedOf(table("a | 05/03/2026 | 13/04/2026 | Done", "b | | 04/13/2026 | "))).toEqual([null, null]);
  expect(startedOf(table("a | 05/03/2026 | 05/04/2026 | Done"))).toEqual([null]);
});

test("if dates contradict each other in their order, an ambiguous date is written as an ISO date", () => {
  const before = table("a | 13/02/2026 | | ", "b | 02/13/2026 | | ", "c | | | ");
  expect(setStarted(before, "c", "2026-03-05")).toContain("| c | 2026-03-05 |");
});

test.each([
  ["5 août 2026", ["4 avril 2026", "3 février 2026"]],
  ["5 août 2026", ["4 avr. 2026", "3 févr. 2026"]],
  ["5 de agosto de 2026", ["4 de marzo de 2026", "3 de mayo de 2026"]],
  ["5 августа 2026", ["4 марта 2026", "3 мая 2026"]],
  ["5. August 2026", ["4. März 2026", "3. Mai 2026"]],
  ["5 August 2026", ["4 September 2026", "3 April 2026"]],
  ["5 augustus 2026", ["4 september 2026", "3 oktober 2026", "7 mei 2026"]],
  ["5 augusti 2026", ["4 mars 2026", "7 maj 2026"]],
  ["2026-08-05", ["4 mars 2026", "7 april 2026"]],
  ["ngày 5 tháng 8 năm 2026", ["ngày 4 tháng 3 năm 2026", "ngày 3 tháng 5 năm 2026"]],
])("%s is how a new date is written next to %j", (written, dates) => {
  const rows = dates.map((date, index) => `a${index} | ${date} | | Doing`);
  expect(setStarted(table(...rows, "b | | | "), "b", "2026-08-05")).toContain(`| b | ${written} |`);
});

test.each([
  ["03.02.2026", "05.03.2026"],
  ["3 février 2026", "5 mars 2026"],
  ["2026/02/03", "2026/03/05"],
  ["13/02/2026", "2026-03-05"],
  ["04/02/2026", "2026-03-05"],
])("next to a finish date like %s, the first start date is %s", (finished, written) => {
  const before = table(`a | | ${finished} | Done`, "b | | | Doing");
  expect(setStarted(before, "b", "2026-03-05")).toContain(`| b | ${written} |`);
});

test("the first date of a table is written as in the same column of another table", () => {
  const before = `${table("a | 3 Şubat 2026 | 2026-02-09 | Done")}\n${table("b | | | Doing")}`;
  expect(setStarted(before, "b", "2026-03-05")).toContain("| b | 5 Mart 2026 |");
});

const formats = [
  ...["YYYY-MM-DD", "YYYY/M/D", "YYYY. M. D.", "DD.MM.YYYY", "D MMM YYYY", "D-MMM-YYYY", "MMMM D, YYYY"],
  ...["MMM. D, YYYY", "YYYY年M月D日", "DD/MM/YYYY", "M/D/YYYY", "MM-DD-YYYY", "D/M/YYYY"],
];
const anyDay = fc.integer({ min: -1000, max: 2000 }).map((days) => dayFromNumber(dayNumber(today) + days));
const someDate = fc.tuple(anyDay, fc.constantFrom(...formats)).map(([day, format]) => formatDay(day, format));
const cell = (format: string) =>
  fc.oneof(
    { weight: 6, arbitrary: anyDay.map((day) => formatDay(day, format)) },
    { weight: 1, arbitrary: someDate },
    { weight: 2, arbitrary: fc.constantFrom("", "", "TBD", "soon") },
  );
const anyTable = fc.constantFrom(...formats).chain((format) =>
  fc.array(fc.tuple(cell(format), cell(format), fc.constantFrom("", "Done", "In Progress", "Blocked")), {
    minLength: 1,
    maxLength: 6,
  }),
);

/** Every step reads back as the requested date, leaves the others unchanged, or is refused. */
function checkSet(
  before: string,
  number: number,
  { column, day }: { column: "started" | "finished"; day: string },
): "written" | "refused" {
  const { roadmap } = parseRoadmap(before, { today });
  try {
    const plan = operations.set.plan(roadmap, { topic: `#${number}`, [column]: day }, today);
    const after = applyEdits(before, operations.set.edits(roadmap, { topic: `#${number}`, [column]: day }, today));
    const now = parseRoadmap(after, { today }).roadmap;
    verifyChanges(roadmap, now, plan.changes);
    expect(now.topics[number - 1]?.[column]).toBe(day);
    return "written";
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(["DATE_ORDER_UNCLEAR", "MEANING_WOULD_CHANGE", "FINISH_BEFORE_START"]).toContain(error.code);
    return "refused";
  }
}

test("any date in a column of any format reads back as that date, or is refused", () => {
  let written = 0;
  let all = 0;
  const anyColumn = fc.constantFrom("started" as const, "finished" as const);
  fc.assert(
    fc.property(anyTable, fc.tuple(fc.nat(5), anyColumn, anyDay), (rows, [index, column, day]) => {
      const before = table(...rows.map((cells, row) => [`T${row}`, ...cells].join(" | ")));
      all++;
      if (checkSet(before, (index % rows.length) + 1, { column, day }) === "written") written++;
    }),
    { numRuns: 600 },
  );
  expect(written / all).toBeGreaterThan(0.45);
});
