// Edits: the only way in which the text of a file changes.

import { partitionPoint } from "./arrays.js";

/** Half-open range of UTF-16 code units, `[start, end)`, in the file as it was read. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Moves a span by so many code units. */
export function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The text of a span. */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Puts `text` where `at` was. An empty span inserts; an empty text removes. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/**
 * The text with every edit applied. Edits refer to the original text, in any order. Insertions at the same offset keep
 * the order given.
 * @throws RangeError if edits overlap or reach outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let output = "";
  let copiedUpTo = 0;
  for (const { at, text: replacement } of inOrder(edits)) {
    if (!Number.isInteger(at.start) || !Number.isInteger(at.end) || at.start > at.end || at.end > text.length) {
      throw new RangeError(`edit ${at.start}-${at.end} is outside the text (${text.length} code units)`);
    }
    if (at.start < copiedUpTo) throw new RangeError(`edit ${at.start}-${at.end} overlaps the one before it`);
    output += text.slice(copiedUpTo, at.start) + replacement;
    copiedUpTo = at.end;
  }
  return output + text.slice(copiedUpTo);
}

/** Sorted by position; equal positions keep the order given. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  // Most lists are sorted already, and some are too long to copy needlessly.
  const isOrdered = edits.every((edit, index) => index === 0 || compare(edits[index - 1] ?? edit, edit) <= 0);
  return isOrdered ? edits : [...edits].sort(compare);
}

function compare({ at: a }: Edit, { at: b }: Edit): number {
  return a.start - b.start || a.end - b.end;
}

// Spans of a text after edits of it.

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
    const first = partitionPoint(ordered, ({ at }) => at.end < start || (at.end === start && !isEmpty));
    const after = partitionPoint(ordered, ({ at }) => at.start < end || (at.start === end && isEmpty));
    const shift = shifts[first] ?? 0;
    if (after <= first) return shiftSpan({ start, end }, shift);
    const from = Math.min(start, ordered[first]?.at.start ?? start);
    const to = Math.max(end, ordered[after - 1]?.at.end ?? end);
    return { start: from + shift, end: to + (shifts[after] ?? 0) };
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

// Two consecutive sets of edits combined into one.

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
    const replacements = own.flatMap(({ second: edit }) => edit ?? []);
    const text = applyEdits(
      middle.slice(start, end),
      replacements.map((edit) => ({ at: shiftSpan(edit.at, -start), text: edit.text })),
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
