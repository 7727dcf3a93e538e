// Edits: spans carried through edits, and two sets of edits combined into one.

import { expect, test } from "vitest";
import { applyEdits, carryingThrough, composeEdits, type Edit, writtenSpans } from "../../src/text/edit.js";
import { fc } from "../support/fast-check.js";

/** Where `[…]` in the text is after the edits, as brackets in the new text. */
function carried(marked: string, ...edits: readonly (readonly [start: number, end: number, text: string])[]): string {
  const span = { start: marked.indexOf("["), end: marked.indexOf("]") - 1 };
  const text = marked.replace(/[[\]]/g, "");
  const made = edits.map(([start, end, replacement]): Edit => ({ at: { start, end }, text: replacement }));
  const after = applyEdits(text, made);
  const { start, end } = carryingThrough(made)(span);
  return `${after.slice(0, start)}[${after.slice(start, end)}]${after.slice(end)}`;
}

test("edits before, after and directly next to a span leave it alone", () => {
  expect(carried("ab[cd]ef", [0, 1, "xyz"], [5, 6, ""])).toBe("xyzb[cd]e");
  expect(carried("ab[cd]ef", [1, 2, ""], [4, 5, "!!"])).toBe("a[cd]!!f");
  expect(carried("ab[cd]ef", [2, 2, "+"], [4, 4, "+"])).toBe("ab+[cd]+ef");
});

test("an edit inside a span becomes part of it", () => {
  expect(carried("ab[cd]ef", [3, 3, "--"])).toBe("ab[c--d]ef");
  expect(carried("ab[cd]ef", [2, 4, "new"])).toBe("ab[new]ef");
  expect(carried("ab[cd]ef", [2, 4, ""])).toBe("ab[]ef");
});

test("an edit across the end of a span becomes part of it as a whole", () => {
  expect(carried("ab[cd]ef", [1, 3, "X"])).toBe("a[Xd]ef");
  expect(carried("ab[cd]ef", [0, 6, "all"])).toBe("[all]");
});

test("an edit at an empty span becomes part of it, because it is unclear on which side it is", () => {
  expect(carried("ab[]ef", [2, 2, "+"])).toBe("ab[+]ef");
  expect(carried("ab[]ef", [1, 2, "B"])).toBe("a[B]ef");
  expect(carried("ab[]ef", [0, 1, "A"])).toBe("Ab[]ef");
});

const edited = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 5 }),
  )
  .map(([text, parts]) => {
    const edits: Edit[] = [];
    let from = 0;
    for (const [gap, length, replacement] of parts) {
      const start = from + gap;
      if (start + length > text.length) break;
      edits.push({ at: { start, end: start + length }, text: replacement });
      from = start + length + 1;
    }
    return { text, edits };
  });

test("a span that no edit touches keeps its text, and written texts are where they were written", () => {
  fc.assert(
    fc.property(edited, fc.nat(30), fc.nat(30), ({ text, edits }, a, b) => {
      const after = applyEdits(text, edits);
      const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
      const isTouched = edits.some(({ at }) =>
        span.start === span.end || at.start === at.end
          ? at.start <= span.end && span.start <= at.end
          : at.start < span.end && span.start < at.end,
      );
      const now = carryingThrough(edits)(span);
      if (!isTouched) expect(after.slice(now.start, now.end)).toBe(text.slice(span.start, span.end));
      for (const [index, { start, end }] of writtenSpans(edits).entries())
        expect(after.slice(start, end)).toBe(edits[index]?.text);
      // The text around the carried span is the text around the span and the edits that touch it.
      expect([now.start >= 0, now.start <= now.end, now.end <= after.length]).toEqual([true, true, true]);
    }),
    { numRuns: 2_000 },
  );
});

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

test("edits of the result of other edits become edits of the original text", () => {
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

test("unrelated edits stay separate, and insertions at one position keep their order", () => {
  const insert = (start: number, text: string) => ({ at: { start, end: start }, text });
  expect(composeEdits([insert(1, "x")], [insert(4, "y")], "axbcd")).toEqual([insert(1, "x"), insert(3, "y")]);
  expect(composeEdits([insert(1, "x")], [insert(2, "y")], "axb")).toEqual([insert(1, "xy")]);
  expect(composeEdits([insert(1, "x")], [insert(1, "y")], "axb")).toEqual([insert(1, "yx")]);
});
