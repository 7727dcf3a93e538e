// Compose edits: combines two consecutive sets of edits into one.

import { writtenSpans } from "./carry-span.js";
import { applyEdits, type Edit, inOrder } from "./edit.js";
import { type Span, shiftSpan } from "./span.js";

/** A span of the text between the two, written by the first edits or replaced by the second ones. */
interface Part {
  readonly at: Span;
  /** By how much the first edit has lengthened the text. */
  readonly growth: number;
  readonly second: Edit | null;
}

/**
 * Edits of the original text that do what both sets do. Edits that touch each other are merged.
 * @param middle the text after the first edits
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[], middle: string): readonly Edit[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const ordered = inOrder(first);
  const spans = writtenSpans(ordered);
  const parts: Part[] = ordered.map(({ at, text }, index) => ({
    at: spans[index] ?? at,
    growth: text.length - (at.end - at.start),
    second: null,
  }));
  for (const edit of inOrder(second)) parts.push({ at: edit.at, growth: 0, second: edit });
  parts.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  let shift = 0;
  return touchingParts(parts).map(({ span: { start, end }, own }) => {
    const growth = own.reduce((sum, part) => sum + part.growth, 0);
    const made = own.flatMap(({ second: edit }) => edit ?? []);
    const text = applyEdits(
      middle.slice(start, end),
      made.map((edit) => ({ at: shiftSpan(edit.at, -start), text: edit.text })),
    );
    const at = { start: start - shift, end: end - shift - growth };
    shift += growth;
    return { at, text };
  });
}

/** Parts that touch each other must be merged: only together can they be expressed in the original text. */
function touchingParts(parts: readonly Part[]): { readonly span: Span; readonly own: readonly Part[] }[] {
  const groups: { span: { start: number; end: number }; own: Part[] }[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && part.at.start <= last.span.end) {
      last.own.push(part);
      last.span.end = Math.max(last.span.end, part.at.end);
    } else groups.push({ span: { ...part.at }, own: [part] });
  }
  return groups;
}
