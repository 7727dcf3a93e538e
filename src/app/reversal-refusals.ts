// Reversal refusals: what is said when a change cannot be taken back: what it wrote, and what stands there now.

import { exitCodes, type UserErrorDetails } from "../model/errors.js";
import type { KeptChange } from "../model/journal.js";
import { lineAt, lineStarts, lineTextAt } from "../text/line-index.js";
import type { Span } from "../text/span.js";

interface Refusal {
  readonly change: KeptChange;
  readonly direction: "undo" | "redo";
  /** The file as it is now, and where the change stands in it as far as anybody can tell. */
  readonly text: string;
  readonly span: Span;
  /** What was written there last, and what should be written now. */
  readonly expected: string;
  readonly wanted: string;
}

const longestShown = 120;

/** The text is no longer what was written. */
export function textIsOther(refusal: Refusal): UserErrorDetails {
  const { change, direction, text, span, expected, wanted } = refusal;
  const line = lineAt(lineStarts(text), span.start) + 1;
  const wrote = direction === "undo" ? "it wrote" : "undo left";
  return refused(
    `cannot ${direction} ${quoted(change.summary)}: ${wrote} ${quoted(expected)}, and line ${line} says ${quoted(text.slice(span.start, span.end))} now`,
    `change line ${line} by hand: ${direction === "undo" ? "before, it said" : "it should say"} ${quoted(wanted)} there; then \`roadmap ${direction}\` goes on`,
  );
}

/** The text stands there, but in a row or line that may be another one. */
export function placeUnclear({ change, direction, text, span, expected, wanted }: Refusal): UserErrorDetails {
  const line = lineAt(lineStarts(text), span.start) + 1;
  return refused(
    `cannot ${direction} ${quoted(change.summary)}: nobody can tell whether ${quoted(expected)} in line ${line} is what was written; the line is now ${quoted(lineTextAt(text, span.start))}`,
    `if it is, write ${quoted(wanted)} there by hand`,
  );
}

function refused(message: string, hint: string): UserErrorDetails {
  return { code: "NOT_AS_WRITTEN", message, hint, exitCode: exitCodes.failed };
}

function quoted(text: string): string {
  const shown = text.trim();
  if (shown === "") return "(blank)";
  return `"${shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown}"`;
}
