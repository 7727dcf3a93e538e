// Reverse change: the edits that undo or redo one change, wherever its texts are now.

import type { UserError } from "../model/errors.js";
import type { KeptChange } from "../model/history/journal.js";
import { type Edit, type Span, writtenSpans } from "../text/edit.js";
import { carryThrough, type HistoryStep, type Place, type ReadRoadmap } from "./journal-history.js";
import { placeUnclear, textIsOther } from "./reversal-refusals.js";

interface Reversing {
  readonly history: readonly HistoryStep[];
  /** The present text of the file, after all steps of its history. */
  readonly text: string;
  readonly direction: "undo" | "redo";
  readonly read: ReadRoadmap;
}

type ReversedEdits =
  /**
   * One edit for each edit of the change, in the same order; where the text is already right, it writes what is there.
   */
  | { readonly kind: "edits"; readonly edits: readonly Edit[] }
  | { readonly kind: "refused"; readonly refusal: UserError };

/** The last time the change was made, undone or redone tells where its texts were and what they were. */
export async function reverseChange(change: KeptChange, reversing: Reversing): Promise<ReversedEdits> {
  const { history, text, direction, read } = reversing;
  const last = history.findLastIndex((step) => step.kind === "own" && step.id === change.id);
  const event = history[last];
  const [written, replaced] = event?.kind === "own" ? [event.edits, event.replaced] : [[], []];
  if (written.length !== change.edits.length) throw new Error(`the journal of "${change.summary}" contradicts itself`);
  const places = await carryThrough(writtenSpans(written), history.slice(last + 1), read);
  const edits: Edit[] = [];
  for (const [index, place] of places.entries()) {
    const [expected, before] = [written[index]?.text ?? "", replaced[index] ?? ""];
    // Where the text was already right, nothing was replaced, so the change itself tells the other text.
    const other = (direction === "undo" ? change.edits[index]?.old : change.edits[index]?.new) ?? "";
    const part = { expected, wanted: before === expected ? other : before, place };
    const edit = reverseEdit(text, part);
    if (edit === null) return { kind: "refused", refusal: whyNot(part, { change, text, direction }) };
    edits.push(edit);
  }
  return { kind: "edits", edits };
}

interface Part {
  /** What was written there last, and what is to be written now. */
  readonly expected: string;
  readonly wanted: string;
  readonly place: Place;
}

/** Null if the text is neither of the two, or if it is unclear which text it is. */
function reverseEdit(text: string, { expected, wanted, place: { span, isCertain, isGone } }: Part): Edit | null {
  const found = text.slice(span.start, span.end);
  const isBlank = found.trim() === "" && wanted === "" && /[\r\n]/.test(expected);
  if (isBlank && (isCertain || isGone) && !text.includes(expected.trim())) return nothingAt(text, span, expected);
  if (!isCertain) return null;
  if (found === expected) return { at: span, text: wanted };
  if (found.trim() === wanted.trim()) return { at: span, text: found };
  const isLaidOutAnew = found.trim() === expected.trim() && !/[|\r\n]/.test(found + wanted);
  return isLaidOutAnew ? { at: span, text: inLayoutOf(found, wanted.trim()) } : null;
}

/** For lines that are already gone: an empty edit, at the place where redoing inserts them again. */
function nothingAt(text: string, { start }: Span, lines: string): Edit {
  const isBehindLine =
    /^[\r\n]/.test(lines) && /[\r\n]/.test(text.charAt(start - 1)) && /[^\r\n]/.test(text.charAt(start));
  const at = isBehindLine ? start - (text.endsWith("\r\n", start) ? 2 : 1) : start;
  return { at: { start: at, end: at }, text: "" };
}

/** The text in a cell whose table was aligned in the meantime: with the present spaces, as wide if possible. */
function inLayoutOf(found: string, text: string): string {
  const bare = found.trim();
  if (bare !== "") return found.replace(bare, () => text.padEnd(bare.length));
  return found === "" ? text : ` ${text} `.padEnd(found.length);
}

function whyNot(
  { place: { span, isCertain }, ...texts }: Part,
  context: Omit<Reversing, "history" | "read"> & { change: KeptChange },
) {
  const refusal = { ...context, ...texts, span };
  const isThere = context.text.slice(span.start, span.end).trim() === texts.expected.trim();
  return isThere && !isCertain ? placeUnclear(refusal) : textIsOther(refusal);
}
