// Carry span: maps spans of a text through edits of it.

import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, carryingThrough, type Edit, writtenSpans } from "../../src/text/edit.js";

/** Where `[…]` in the text is after the edits, as brackets in the new text. */
function carried(marked: string, ...edits: readonly (readonly [start: number, end: number, text: string])[]): string {
  const span = { start: marked.indexOf("["), end: marked.indexOf("]") - 1 };
  const text = marked.replace(/[[\]]/g, "");
  const made = edits.map(([start, end, replacement]): Edit => ({ at: { start, end }, text: replacement }));
  const after = applyEdits(text, made);
  const { start, end } = carryingThrough(made)(span);
  return `${after.slice(0, start)}[${after.slice(start, end)}]${after.slice(end)}`;
}

test("edits before, behind and right beside a text leave it alone", () => {
  expect(carried("ab[cd]ef", [0, 1, "xyz"], [5, 6, ""])).toBe("xyzb[cd]e");
  expect(carried("ab[cd]ef", [1, 2, ""], [4, 5, "!!"])).toBe("a[cd]!!f");
  expect(carried("ab[cd]ef", [2, 2, "+"], [4, 4, "+"])).toBe("ab+[cd]+ef");
});

test("an edit inside a text is part of it afterwards", () => {
  expect(carried("ab[cd]ef", [3, 3, "--"])).toBe("ab[c--d]ef");
  expect(carried("ab[cd]ef", [2, 4, "new"])).toBe("ab[new]ef");
  expect(carried("ab[cd]ef", [2, 4, ""])).toBe("ab[]ef");
});

test("an edit over the edge of a text takes it along whole", () => {
  expect(carried("ab[cd]ef", [1, 3, "X"])).toBe("a[Xd]ef");
  expect(carried("ab[cd]ef", [0, 6, "all"])).toBe("[all]");
});

test("an edit at an empty text belongs to it, for nobody can tell on which side it stands", () => {
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

test("a text that no edit touches is the same text afterwards, and what was written is found where it was written", () => {
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
