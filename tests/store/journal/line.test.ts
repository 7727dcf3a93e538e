// Journal lines: texts and edits are read as they were written, and anything else is rejected.

import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { fingerprint } from "../../../src/store/hash.js";
import { checkedLine, formatLine, packEdits, unpackEdits } from "../../../src/store/journal/line.js";
import { fc } from "../../support/fast-check.js";

const text = fc.oneof(fc.constantFrom("", " ", "   ", "\u00a0", "12", " x "), fc.string());
const edits = fc
  .array(fc.record({ distance: fc.nat(1000), old: text, new: text }))
  .map((list) => list.map((edit, index) => ({ ...edit, start: startOf(list, index) })))
  .map((list) => list.map(({ start, old, new: made }) => ({ start, old, new: made })));

function startOf(list: readonly { distance: number; old: string }[], index: number): number {
  const before = list.slice(0, index).reduce((sum, { distance, old }) => sum + distance + old.length, 0);
  return before + (list[index]?.distance ?? 0);
}

test("a text is written as JSON and read back, whatever characters it and its path have", () => {
  const unusual = fc.string({
    unit: fc.constantFrom('"', "\\", "\n", "\0", "\x7f", "\x80", "é", "日", "\u2028", "🚀", "\ufeff"),
  });
  fc.assert(
    fc.property(fc.oneof(unusual, fc.string()), unusual, (text, path) => {
      const line = { kind: "text", path, text } as const;
      const after = fingerprint(Buffer.from(text));
      const bytes = formatLine(line, { count: 1, after });
      const [json] = bytes.toString("utf8").split("\t");
      return json === JSON.stringify(line) && isDeepStrictEqual(checkedLine(bytes), { line, after });
    }),
  );
});

test("edits are read from the journal as they were written", () => {
  fc.assert(
    fc.property(edits, (list) => {
      expect(unpackEdits(JSON.parse(JSON.stringify(packEdits(list))))).toEqual(list);
    }),
  );
});

test("spaces are stored as their number, and other texts unchanged", () => {
  expect(packEdits([{ start: 7, old: "  ", new: "Done" }])).toEqual([7, 2, "Done"]);
  expect(packEdits([{ start: 7, old: "\t", new: "" }])).toEqual([7, "\t", 0]);
});

test.each([
  null,
  {},
  "0,0,0",
  [1],
  [1, 2],
  [-1, 0, 0],
  [0.5, 0, 0],
  [0, 1e300, 0],
  [0, 2 ** 40, 0],
  [0, null, 0],
  ["1", 0, 0],
])("only what roadmap writes is a list of edits: %j", (packed) => expect(unpackEdits(packed)).toBeUndefined());
