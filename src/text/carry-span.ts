// Carry span: where a stretch of text stands after edits of the text around it.

import { countWhile } from "./count-while.js";
import { type Edit, inOrder } from "./edit.js";
import type { Span } from "./span.js";

/**
 * Carries spans of a text through edits of it. A span that no edit touches stands for the same text afterwards; one
 * that is touched stands for what became of it and of the edits that touch it, to their ends. An edit beside a span
 * does not touch it, unless the span is empty: nobody can tell then which side of it a text belongs to.
 */
export function carryingThrough(edits: readonly Edit[]): (span: Span) => Span {
  const ordered = inOrder(edits);
  /** How much longer the text became by the edits before each one. */
  const shifts = [0];
  for (const { at, text } of ordered) shifts.push((shifts.at(-1) ?? 0) + text.length - (at.end - at.start));
  return ({ start, end }) => {
    const isEmpty = start === end;
    const first = countWhile(ordered, ({ at }) => at.end < start || (at.end === start && !isEmpty));
    const behind = countWhile(ordered, ({ at }) => at.start < end || (at.start === end && isEmpty));
    const shift = shifts[first] ?? 0;
    if (behind <= first) return { start: start + shift, end: end + shift };
    const from = Math.min(start, ordered[first]?.at.start ?? start);
    const to = Math.max(end, ordered[behind - 1]?.at.end ?? end);
    return { start: from + shift, end: to + (shifts[behind] ?? 0) };
  };
}

/** The spans of what edits have written, in the text that they have made; in the order of the edits, which are sorted. */
export function writtenSpans(edits: readonly Edit[]): Span[] {
  let shift = 0;
  return edits.map(({ at, text }) => {
    const start = at.start + shift;
    shift += text.length - (at.end - at.start);
    return { start, end: start + text.length };
  });
}
