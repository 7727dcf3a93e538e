// Reversal refusals: the message when a change cannot be undone: what it wrote, and what is there now.

import { UserError } from "../model/errors.js";
import type { KeptChange } from "../model/history/journal.js";
import { type Span, textAt } from "../text/edit.js";
import { lineAt, lineStarts, lineTextAt } from "../text/lines.js";

interface Refusal {
  readonly change: KeptChange;
  readonly direction: "undo" | "redo";
  /** The present text, and where the change is in it, as far as that is known. */
  readonly text: string;
  readonly span: Span;
  /** What was written there last, and what should be written now. */
  readonly expected: string;
  readonly wanted: string;
}

const longestShown = 120;
const blank = "(blank)";

/** The text is no longer what was written. */
export function textIsOther({ change, direction, text, span, expected, wanted }: Refusal): UserError {
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
export function placeUnclear({ change, direction, text, span, expected, wanted }: Refusal): UserError {
  const line = lineAt(lineStarts(text), span.start) + 1;
  return refused(
    `cannot ${direction} ${quoted(change.summary)}: ${quoted(expected)} in line ${line} may not be the text it wrote; the line is now ${quoted(lineTextAt(text, span.start))}`,
    `if it is the same text, change it to ${quoted(wanted)} by hand`,
  );
}

function refused(message: string, hint: string): UserError {
  return new UserError("NOT_AS_WRITTEN", message, hint);
}

function quoted(text: string): string {
  const shown = text.trim();
  if (shown === "") return blank;
  return `"${shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown}"`;
}
