// Reverse change: the edits that undo or redo one change, wherever its texts are now.

import { UserError } from "../../model/errors.js";
import type { RecordedChange } from "../../model/history/journal.js";
import { type Edit, type Span, textAt, writtenSpans } from "../../text/edit.js";
import { lineAt, lineStarts, lineTextAt } from "../../text/lines.js";
import { type CarriedSpan, carryThrough, type HistoryStep, type OwnStep, type ReadRoadmap } from "./journal-history.js";

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
  | { readonly kind: "refused"; readonly refusal: UserError }
  /** Another change has to be reversed first, because it wrote to the same text later. */
  | { readonly kind: "written"; readonly by: OwnStep };

/** The last time the change was made, undone or redone tells where its texts were and what they were. */
export async function reverseChange(change: RecordedChange, reversing: Reversing): Promise<ReversedEdits> {
  const { history, text, direction, read } = reversing;
  const last = history.findLastIndex((step) => step.kind === "own" && step.id === change.id);
  const event = history[last];
  const [written, replaced] = event?.kind === "own" ? [event.edits, event.replaced] : [[], []];
  if (written.length !== change.edits.length) throw new Error(`the journal of "${change.summary}" contradicts itself`);
  const places = await carryThrough(writtenSpans(written), history.slice(last + 1), read);
  const by = places.find(({ writtenBy }) => writtenBy !== null)?.writtenBy;
  if (by) return { kind: "written", by };
  const edits: Edit[] = [];
  for (const [index, place] of places.entries()) {
    const [expected, before] = [written[index]?.text ?? "", replaced[index] ?? ""];
    // Where the text was already right, nothing was replaced, so the change itself tells the other text.
    const other = (direction === "undo" ? change.edits[index]?.old : change.edits[index]?.new) ?? "";
    const part = { expected, wanted: before === expected ? other : before, place };
    const edit = reverseEdit(text, part);
    if (edit === null) return { kind: "refused", refusal: refusalReason(part, { change, text, direction }) };
    edits.push(edit);
  }
  return { kind: "edits", edits };
}

interface Part {
  /** What was written there last, and what is to be written now. */
  readonly expected: string;
  readonly wanted: string;
  readonly place: CarriedSpan;
}

/** Null if the text is neither of the two, or if it is unclear which text it is. */
function reverseEdit(text: string, { expected, wanted, place: { span, isCertain, isGone } }: Part): Edit | null {
  const found = text.slice(span.start, span.end);
  const isBlank = found.trim() === "" && wanted === "" && /[\r\n]/.test(expected);
  if (isBlank && (isCertain || isGone) && !text.includes(expected.trim())) return emptyEdit(text, span, expected);
  if (!isCertain) return null;
  if (found === expected) return { at: span, text: wanted };
  if (found.trim() === wanted.trim()) return { at: span, text: found };
  const isOnlyRespaced = found.trim() === expected.trim() && !/[|\r\n]/.test(found + wanted);
  return isOnlyRespaced ? { at: span, text: inLayoutOf(found, wanted.trim()) } : null;
}

/** For lines that are already gone: an empty edit, at the place where redoing inserts them again. */
function emptyEdit(text: string, { start }: Span, lines: string): Edit {
  const isAfterLine =
    /^[\r\n]/.test(lines) && /[\r\n]/.test(text.charAt(start - 1)) && /[^\r\n]/.test(text.charAt(start));
  const at = isAfterLine ? start - (text.endsWith("\r\n", start) ? 2 : 1) : start;
  return { at: { start: at, end: at }, text: "" };
}

/** The text in a cell whose table was aligned in the meantime: with the present spaces, as wide if possible. */
function inLayoutOf(found: string, text: string): string {
  const bare = found.trim();
  if (bare !== "") return found.replace(bare, () => text.padEnd(bare.length));
  return found === "" ? text : ` ${text} `.padEnd(found.length);
}

function refusalReason(
  { place: { span, isCertain }, ...texts }: Part,
  context: Omit<Reversing, "history" | "read"> & { change: RecordedChange },
) {
  const refusal = { ...context, ...texts, span };
  const isThere = context.text.slice(span.start, span.end).trim() === texts.expected.trim();
  return isThere && !isCertain ? placeUnclear(refusal) : textIsOther(refusal);
}

// The message when a change cannot be undone: what it wrote, and what is there now.

interface Refusal {
  readonly change: RecordedChange;
  readonly direction: "undo" | "redo";
  /** The present text, and where the change is in it, as far as that is known. */
  readonly text: string;
  readonly span: Span;
  /** What was written there last, and what should be written now. */
  readonly expected: string;
  readonly wanted: string;
}

/** The text is no longer what was written. */
function textIsOther({ change, direction, text, span, expected, wanted }: Refusal): UserError {
  const found = textAt(text, span);
  const line = lineAt(lineStarts(text), span.start + Math.max(0, found.search(/\S/))) + 1;
  const wrote = `${direction === "undo" ? "it wrote" : "undo left"} ${quoted(expected)}`;
  const isAdded = wanted === "" && /[\r\n]/.test(expected);
  const now =
    isAdded && found.trim() === "" ? "that text has moved or changed since" : `line ${line} is now ${quoted(found)}`;
  const lead = `cannot ${direction} ${quoted(change.summary)}`;
  if (expected.trim() === "" && wanted.trim() === "")
    return refused(
      `${lead}: it changed whitespace around text that was edited later, in line ${line}`,
      "leave the whitespace as it is, or undo the later edit first",
    );
  const before = direction === "undo" ? "it was" : "it should be";
  const wayOut = isAdded ? "remove it by hand" : `edit line ${line} by hand: ${before} ${quoted(wanted)}`;
  return refused(`${lead}: ${wrote}, but ${now}`, `${wayOut}; then run \`roadmap ${direction}\` again`);
}

/** The text is there, but perhaps in another row or line. */
function placeUnclear({ change, direction, text, span, expected, wanted }: Refusal): UserError {
  const line = lineAt(lineStarts(text), span.start) + 1;
  return refused(
    `cannot ${direction} ${quoted(change.summary)}: ${quoted(expected)} in line ${line} may not be the text it wrote; the line is now ${quoted(lineTextAt(text, span.start))}`,
    `if it is the same text, change it to ${quoted(wanted)} by hand`,
  );
}

function refused(message: string, hint: string): UserError {
  return new UserError("NOT_AS_WRITTEN", message, hint);
}

const maxShownLength = 120;
const blank = "(blank)";

function quoted(text: string): string {
  const shown = text.trim();
  if (shown === "") return blank;
  return `"${shown.length > maxShownLength ? `${shown.slice(0, maxShownLength)}…` : shown}"`;
}
