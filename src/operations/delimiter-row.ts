// Delimiter row: its cells, which are not part of the table's rows because they contain no text.

import type { Table } from "../model/blocks.js";
import type { Span } from "../text/edit.js";
import { endingAt, endOfLine } from "../text/lines.js";

export interface DelimiterRow {
  /** Between two pipes, or between a pipe and the edge of the row; one per column. */
  readonly slots: readonly Span[];
  /** Whether a pipe closes the last slot. */
  readonly isClosed: boolean;
}

/** It is the line below the header. */
export function delimiterRow(text: string, { header }: Table): DelimiterRow {
  const above = endOfLine(text, header.end);
  const start = above + endingAt(text, above).length;
  const line = text.slice(start, endOfLine(text, start));
  const [, prefix = "", body = "", last = ""] = /^([\s>]*\|?)(.*?)(\|?)[ \t]*$/.exec(line) ?? [];
  let at = start + prefix.length;
  const slots = body.split("|").map((slot) => {
    const span = { start: at, end: at + slot.length };
    at = span.end + 1;
    return span;
  });
  return { slots, isClosed: last !== "" };
}
