// JSON lines: the text of an envelope, whole and in pieces.

import { expect, test } from "vitest";
import type { Envelope } from "../../src/json/envelopes/index.js";
import { jsonLine, jsonPieces } from "../../src/json/line.js";
import { jsonText } from "../../src/text/visible.js";

/** With characters that are spelled out, or kept only after certain others, at the edges of elements. */
function listOf(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => [
    `\u200d${index}\u202e`,
    "👩‍🚀",
    { "\ufe0f": index, none: undefined },
  ]);
}

const envelope = (values: object) => ({ kind: "version", ...values }) as unknown as Envelope;

test.each([0, 1, 127, 128, 129, 1000, 5000])("a list of %i elements has the text that it has as a whole", (count) => {
  const values = {
    list: listOf(count),
    nothing: undefined,
    null: null,
    after: { inner: listOf(2) },
    last: listOf(count),
  };
  expect(jsonLine(envelope(values))).toBe(`${jsonText({ schemaVersion: 1, kind: "version", ...values })}\n`);
});

test("elements without a JSON form are null, as in any list", () => {
  const list = Array.from({ length: 300 }, (_, index) => (index % 2 === 0 ? undefined : index));
  expect(jsonLine(envelope({ list }))).toBe(`${jsonText({ schemaVersion: 1, kind: "version", list })}\n`);
});

test("a large text comes in pieces, a small one at once", () => {
  const lengths = [...jsonPieces(envelope({ list: listOf(50_000) }))].map(({ length }) => length);
  expect(lengths.length).toBeGreaterThan(20);
  expect(Math.max(...lengths)).toBeLessThan(100_000);
  expect([...jsonPieces(envelope({ list: listOf(300) }))]).toHaveLength(1);
});
