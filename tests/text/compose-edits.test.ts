// Compose edits: composed, two sets of edits do the same as one after the other.

import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, composeEdits, type Edit } from "../../src/text/edit.js";

/** Edits of a text of that length that do not overlap. */
function editsOf(length: number): fc.Arbitrary<Edit[]> {
  const places = fc.uniqueArray(fc.nat(length), { maxLength: 8 }).map((all) => [...all].sort((a, b) => a - b));
  return fc.tuple(places, fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 })).map(([at, texts]) =>
    texts.flatMap((text, index) => {
      const [start, end] = [at[index * 2], at[index * 2 + 1]];
      return start === undefined || end === undefined ? [] : [{ at: { start, end }, text }];
    }),
  );
}

test("edits of what other edits made are edits of the text before them", () => {
  const cases = fc.string({ minLength: 1, maxLength: 20 }).chain((text) =>
    editsOf(text.length).chain((first) => {
      const middle = applyEdits(text, first);
      return editsOf(middle.length).map((second) => ({ text, first, second, middle }));
    }),
  );
  fc.assert(
    fc.property(cases, ({ text, first, second, middle }) => {
      expect(applyEdits(text, composeEdits(first, second, middle))).toBe(applyEdits(middle, second));
    }),
    { numRuns: 3_000 },
  );
});

test("edits that have nothing to do with each other stay apart, and insertions at one place keep their order", () => {
  const insert = (start: number, text: string) => ({ at: { start, end: start }, text });
  expect(composeEdits([insert(1, "x")], [insert(4, "y")], "axbcd")).toEqual([insert(1, "x"), insert(3, "y")]);
  expect(composeEdits([insert(1, "x")], [insert(2, "y")], "axb")).toEqual([insert(1, "xy")]);
  expect(composeEdits([insert(1, "x")], [insert(1, "y")], "axb")).toEqual([insert(1, "yx")]);
});
