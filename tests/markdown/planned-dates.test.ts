// Planned dates: a date after today proves nothing, whatever else the file contains.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { dayFromNumber, dayNumber, formatDay } from "../../src/model/dates.js";
import { fc } from "../support/fast-check.js";

const today = "2026-11-30";
const head = "| Topic | Started | Finished | Status |\n|---|---|---|---|\n";

function read(...rows: string[]) {
  const { roadmap, problems } = parseRoadmap(head + rows.map((row) => `| ${row} |\n`).join(""), { today });
  return {
    statuses: roadmap.topics.map(({ status }) => status),
    problems: problems.map(({ code, message }) => `${code} ${message}`),
  };
}

test("a date up to today implies a status, and a later one implies none", () => {
  const { statuses } = read(
    "A | | 2026-11-30 | ",
    "B | | 2026-12-01 | ",
    "C | 2026-11-30 | 2026-12-13 | ",
    "D | 2026-12-01 | 2026-12-13 | ",
    "E | 2026-12-07 | | TBD",
  );
  expect(statuses).toEqual(["done", "not-started", "in-progress", "not-started", "not-started"]);
});

test("without today, every date counts as a fact", () => {
  const { roadmap } = parseRoadmap(`${head}| A | | 9999-12-31 | |\n`);
  expect(roadmap.topics[0]?.status).toBe("done");
});

test("a planned date implies no status, and a past start date implies one for a blank status", () => {
  expect(read("A | | 2026-12-01 | ").problems).toEqual([]);
  expect(read("A | 2026-11-01 | 2026-12-01 | ").problems).toEqual([
    'STATUS_BLANK "A" has no status; it is shown as in progress, because it has a start date',
  ]);
});

test("a done or started topic with a date in the future is a warning", () => {
  expect(
    read(
      "A | 2026-11-01 | 2026-12-01 | Done",
      "B | 2026-12-01 | | In Progress",
      "C | 2026-12-01 | 2026-12-05 | Not Started",
      "D | 2026-11-01 | 2026-12-05 | Blocked",
      "E | 2026-11-01 | 2026-11-30 | Done",
    ).problems,
  ).toEqual([
    'DATE_IN_FUTURE "A" is done, but its finish date (2026-12-01) is after today',
    'DATE_IN_FUTURE "B" is in progress, but its start date (2026-12-01) is after today',
  ]);
});

test("topics with only planned dates are not started, in every date format and table", () => {
  const formats = ["YYYY-MM-DD", "DD.MM.YYYY", "YYYY/M/D", "D MMM YYYY", "MMMM D, YYYY", "YYYY年M月D日"];
  const ahead = fc.integer({ min: 1, max: 150_000 }).map((days) => dayFromNumber(dayNumber(today) + days));
  const blank = fc.constantFrom("", "-", "TBD", "—");
  const row = fc.tuple(fc.option(ahead), fc.option(ahead), blank);
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.array(row, { minLength: 1, maxLength: 8 }), (format, rows) => {
      const texts = rows.map(
        ([started, finished, status], index) =>
          `T${index} | ${[started, finished].map((day) => (day === null ? "" : formatDay(day, format))).join(" | ")} | ${status}`,
      );
      const { statuses, problems } = read(...texts);
      expect(statuses.filter((status) => status !== "not-started")).toEqual([]);
      expect(problems.filter((problem) => /^(STATUS_BLANK|DATE_(?!ORDER))/.test(problem))).toEqual([]);
    }),
  );
});
