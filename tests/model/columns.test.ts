// Columns: what is declared of a kind once holds wherever kinds are read, set, exported and imported.

import { expect, test } from "vitest";
import { envelopes } from "../../src/json/envelopes/index.js";
import { columnKinds, dayKinds, knownColumns, textKinds, trackedKinds } from "../../src/model/columns.js";
import { exportedFields } from "../../src/model/exported-fields.js";
import { readHeader } from "../../src/model/headers.js";
import { sortKeys } from "../../src/model/select.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { fieldTexts } from "../../src/operations/fields.js";
import { setTopic } from "../../src/operations/set-topic.js";
import { csvExport } from "../../src/views/exports/csv-text.js";
import { isExport } from "../../src/views/exports/export-format.js";

test("every kind of column is recognized by its own name", () => {
  const unnamed = columnKinds.filter((kind) => readHeader(kind.replace("-", " ")).role !== kind);
  expect(unnamed).toEqual([]);
});

test("dates and texts are set, added, exported and shown as JSON in the order of their declaration", () => {
  const loopedKinds = new Set<string>([...dayKinds, ...textKinds]);
  const own = (names: readonly string[]) => names.filter((name) => loopedKinds.has(name));
  const expected = [...dayKinds, ...textKinds];
  expect(own(Object.keys(addTopic.input.shape))).toEqual(expected);
  expect(own(Object.keys(setTopic.input.shape))).toEqual(expected);
  expect(own(exportedFields)).toEqual(expected);
  expect(own(Object.keys(envelopes.list.shape.topics.def.element.shape))).toEqual(expected);
  expect(own(sortKeys)).toEqual(dayKinds);
});

test("the options of a column take their help from its declaration", () => {
  const help = (shape: typeof setTopic.input.shape | typeof addTopic.input.shape) =>
    new Map(Object.entries(shape).map(([name, schema]) => [name, fieldTexts.get(schema)?.help]));
  for (const kind of dayKinds) {
    expect(help(addTopic.input.shape).get(kind)).toBe(knownColumns[kind].help);
    expect(help(setTopic.input.shape).get(kind)).toBe(knownColumns[kind].help);
  }
  expect(help(addTopic.input.shape).get("resources")).toBe("the resources");
  expect(help(setTopic.input.shape).get("resources")).toBe("replace the resources");
});

test("a status, percent, started, finished or proof column makes a table a roadmap", () => {
  expect([...trackedKinds].sort()).toEqual(["finished", "percent", "proof", "started", "status"]);
});

test("a CSV export is recognized by its columns, and a table without one of them is a foreign file", () => {
  const header = exportedFields.join(",");
  expect(
    isExport(`number,topic,phase,track,status,started,finished,comments,resources,deliverables,proof\n`, csvExport),
  ).toBe(true);
  expect(isExport(`${header}\r\n1,HTTP\r\n`, csvExport)).toBe(true);
  expect(isExport(`\ufefftype,${header}\n`, csvExport)).toBe(true);
  expect(isExport(`${header.replace(",comments", "")}\r\n`, csvExport)).toBe(false);
  expect(isExport(`${header},Owner,"a, b"\r\n`, csvExport)).toBe(true);
  expect(isExport(`${header}s\r\n`, csvExport)).toBe(false);
  expect(isExport(`Owner,${header}\r\n`, csvExport)).toBe(false);
  expect(isExport(header, csvExport)).toBe(false);
});
