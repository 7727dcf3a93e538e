// CSV: follows RFC 4180 as read by another library, and contains no formula.

import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import {
  type ExportedField,
  exportedFields,
  fieldsFor,
  guardFormula,
  unguardFormula,
} from "../../../src/model/exported-fields.js";
import { csvText } from "../../../src/views/exports/csv-text.js";
import { anyCharacter } from "../../support/any-character.js";
import { fc } from "../../support/fast-check.js";

const { roadmap } = parseRoadmap(`# Plan

| Topic | Phase | Started | Finished | Status | Comments | Proof |
|---|---|---|---|---|---|---|
| =HYPERLINK("http://evil.example") | 1 | 1.2.2026 | soon | Done | two<br>lines, "quoted" and a \\| pipe | |
| '=kept | 1 | - | | | @SUM(A1) | -2+3 |

## Basics

- [x] read, then write
`);

/** Without the fields of columns that no table has. */
const fields = fieldsFor(() => false);
const header = fields.join(",");

/** Fields as they are written; the others are empty. */
const row = (cells: Partial<Record<ExportedField, string>>) => fields.map((field) => cells[field] ?? "").join(",");

test("the fields of the first version keep their order", () => {
  const order = "number,topic,phase,track,status,started,finished,comments,resources,deliverables,proof";
  expect(exportedFields.filter((field) => order.split(",").includes(field)).join(",")).toBe(order);
});

test("each topic is a line with ISO dates and roadmap's own status words", () => {
  expect(csvText(roadmap, { rows: "topics", formulas: "raw" })).toBe(
    [
      header,
      row({
        number: "1",
        topic: '"=HYPERLINK(""http://evil.example"")"',
        phase: "1",
        status: "done",
        started: "2026-02-01",
        finished: "soon",
        comments: '"two\nlines, ""quoted"" and a | pipe"',
      }),
      row({ number: "2", topic: "'=kept", phase: "1", status: "not-started", comments: "@SUM(A1)", proof: "-2+3" }),
      "",
    ].join("\r\n"),
  );
});

test("a field with a space at an end is quoted, so no reader drops the space", () => {
  const text = "| Topic | Status | Notes |\n|---|---|---|\n| A | | \u00a0x |\n| B | | x\u00a0 |\n";
  const { roadmap: padded } = parseRoadmap(text);
  const [, ...lines] = csvText(padded, { rows: "topics", formulas: "raw" }).split("\r\n");
  expect(lines.map((line) => line.split(",")[fields.indexOf("comments")])).toEqual([
    '"\u00a0x"',
    '"x\u00a0"',
    undefined,
  ]);
});

test("no cell starts a formula, except in raw exports", () => {
  const text = csvText(roadmap, { rows: "topics", formulas: "guarded" });
  expect(parse(text, { columns: true })).toMatchObject([
    { topic: `'=HYPERLINK("http://evil.example")` },
    { topic: "''=kept", comments: "'@SUM(A1)", proof: "'-2+3" },
  ]);
});

test("tasks follow the topics and are distinguished by a first column", () => {
  const lines = csvText(roadmap, { rows: "topics and tasks", formulas: "guarded" }).split("\r\n");
  const task = row({ number: "1", topic: '"read, then write"', phase: "Basics", status: "done" });
  expect([lines[0], lines.at(-2)]).toEqual([`type,${header}`, `task,${task}`]);
});

test("a guarded text is not a formula, and is read as it was", () => {
  const signs = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "＝", "a", " ") });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: anyCharacter })), (text) => {
      expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r＋－＝＠]/);
      expect(unguardFormula(guardFormula(text))).toBe(text);
    }),
  );
});
