// Reading CSV: detects the delimiter from all lines, and understands the quirks of spreadsheets and databases.

import { expect, test } from "vitest";
import { csvRows } from "../../../src/app/import/csv.js";
import { UserError } from "../../../src/model/errors.js";
import { defaultSettings } from "../../../src/model/settings.js";

function rowsOf(csv: string): unknown[] {
  const rows = csvRows(csv, defaultSettings, { isRaw: false, ignored: [] });
  return rows.map(({ place, name, fields }) => [place, name, Object.fromEntries(fields)]);
}

function refusal(csv: string): string {
  try {
    return `read: ${JSON.stringify(rowsOf(csv))}`;
  } catch (error) {
    return error instanceof UserError ? error.message : String(error);
  }
}

const expected = [
  ["line 2", "HTTP, basics", { status: "done" }],
  ["line 3", "SQL", { status: "a; b" }],
];

test.each([
  ["commas", 'Topic,Status\n"HTTP, basics",done\nSQL,a; b\n'],
  ["semicolons, with a comma in a field", 'Topic;Status\nHTTP, basics;done\nSQL;"a; b"\n'],
  ["tabs, with commas and semicolons in fields", "Topic\tStatus\nHTTP, basics\tdone\nSQL\ta; b\n"],
  ["semicolons after a byte order mark, with CRLF", '\ufeffTopic;Status\r\nHTTP, basics;done\r\nSQL;"a; b"\r\n'],
])("fields separated by %s are read", (_, csv) => {
  expect(rowsOf(csv)).toEqual(expected);
});

test("a comma in a column name does not make it the delimiter of a file with semicolons", () => {
  expect(refusal("Topic;Notes, links;Status\nGo;a, b;done\n")).toBe('line 1: unknown column "Notes, links"');
});

test("if two delimiters fit equally well, the comma is used", () => {
  expect(refusal("Topic,x;Status\nGo,y;done\n")).toBe('line 1: unknown column "x;Status"');
});

test.each(["\ufeffsep=;\r\n", "SEP=;\n", '"sep=;"\n'])(
  "the line %j declares the delimiter and is not a record",
  (first) => {
    expect(rowsOf(`${first}Topic;Status\nHTTP, basics;done\n`)).toEqual([
      ["line 3", "HTTP, basics", { status: "done" }],
    ]);
    expect(refusal(`${first}Topic;Owner\nGo;Ada\n`)).toBe('line 2: unknown column "Owner"');
  },
);

test.each([
  ["2026-02-27 00:00:00", "2026-02-27"],
  ["2026-02-27T00:00:00.000Z", "2026-02-27"],
  ["27/02/2026 00:00", "27/02/2026"],
  ["2/27/2026 12:00:00 AM", "2/27/2026"],
  ["2026-02-27 14:30", "2026-02-27"],
  ["2026-02-27T23:30:00Z", "2026-02-27T23:30:00Z"],
  ["2026-02-27", "2026-02-27"],
  ["Feb 27, 2026", "Feb 27, 2026"],
])("the date %j is imported as %j", (written, day) => {
  expect(rowsOf(`Topic\tStarted\nGo\t${written}\n`)).toEqual([["line 2", "Go", { started: day }]]);
});

test.each(["Course Name", "Courses", "Topic(s)", "Skill title", "course_name"])(
  "the column %j names the topics",
  (name) => {
    expect(rowsOf(`${name},Status\nGo,done\n`)).toEqual([["line 2", "Go", { status: "done" }]]);
  },
);

test("a better column name wins, and two columns of the same name are refused", () => {
  expect(refusal("Course Name,Topic,Status\na,b,done\n")).toBe('line 1: unknown column "Course Name"');
  expect(refusal("Course Name,Courses,Status\na,b,done\n")).toBe('line 1: two columns map to "topic"');
});
