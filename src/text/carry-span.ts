// Carry span: maps spans of a text through edits of it.

import { countWhile } from "./count-while.js";
import { type Edit, inOrder } from "./edit.js";
import { type Span, shiftSpan } from "./span.js";

/**
 * Maps spans of a text to the text after some edits. A span that no edit touches keeps its text; one that is touched
 * grows to include what became of it and of the touching edits. An edit next to a span does not touch it unless the
 * span is empty, because it is then unclear on which side the new text belongs.
 */
export function carryingThrough(edits: readonly Edit[]): (span: Span) => Span {
  const ordered = inOrder(edits);
  /** The growth of the text by the edits before each one. */
  const shifts = [0];
  for (const { at, text } of ordered) shifts.push((shifts.at(-1) ?? 0) + text.length - (at.end - at.start));
  return ({ start, end }) => {
    const isEmpty = start === end;
    const first = countWhile(ordered, ({ at }) => at.end < start || (at.end === start && !isEmpty));
    const behind = countWhile(ordered, ({ at }) => at.start < end || (at.start === end && isEmpty));
    const shift = shifts[first] ?? 0;
    if (behind <= first) return shiftSpan({ start, end }, shift);
    const from = Math.min(start, ordered[first]?.at.start ?? start);
    const to = Math.max(end, ordered[behind - 1]?.at.end ?? end);
    return { start: from + shift, end: to + (shifts[behind] ?? 0) };
  };
}

/** The spans of the texts that edits have written, in the new text; in the order of the edits, which are sorted. */
export function writtenSpans(edits: readonly Edit[]): Span[] {
  let shift = 0;
  return edits.map(({ at, text }) => {
    const start = at.start + shift;
    shift += text.length - (at.end - at.start);
    return { start, end: start + text.length };
  });
}
