// Edits: the only way in which the text of a file changes.

import type { Span } from "./span.js";

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
  let made = "";
  let copiedUpTo = 0;
  for (const { at, text: replacement } of inOrder(edits)) {
    if (!Number.isInteger(at.start) || !Number.isInteger(at.end) || at.start > at.end || at.end > text.length) {
      throw new RangeError(`edit ${at.start}-${at.end} is outside the text (${text.length} code units)`);
    }
    if (at.start < copiedUpTo) throw new RangeError(`edit ${at.start}-${at.end} overlaps the one before it`);
    made += text.slice(copiedUpTo, at.start) + replacement;
    copiedUpTo = at.end;
  }
  return made + text.slice(copiedUpTo);
}

/** Sorted by position; equal positions keep the order given. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  // Most lists are sorted already, and some are too long to copy needlessly.
  const isOrdered = edits.every((edit, index) => index === 0 || compare(edits[index - 1] ?? edit, edit) <= 0);
  return isOrdered ? edits : [...edits].sort(compare);
}

function compare({ at: one }: Edit, { at: other }: Edit): number {
  return one.start - other.start || one.end - other.end;
}
