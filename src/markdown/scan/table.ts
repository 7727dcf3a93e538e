// Table rows in the fast reader: splits them into cells as micromark tokenizes GFM tables.

import type { Alignment, Row } from "../../model/blocks.js";
import type { Span } from "../../text/edit.js";
import { BACKSLASH, COLON, DASH, endBeforeSpaces, PIPE, startAfterSpaces } from "./line.js";

/** The state kept from row to row. */
export interface RowState {
  /**
   * The first unescaped pipe at or after the last requested position; beyond the text if there is none. Cached, because
   * a text may have a single one at its far end.
   */
  nextPipe: number;
  /** Where the cells of the rows are stored, in pieces: a single list would be copied each time that it grows. */
  offsets: Int32Array;
  /** How many numbers this piece has. */
  used: number;
}

const pieceLength = 8_000;

export function newRowState(): RowState {
  return { nextPipe: -1, offsets: new Int32Array(0), used: 0 };
}

/**
 * The row in `line`, which starts with no whitespace. A backslash escapes a pipe or a backslash after it, even in a
 * code span, because cells are split before inline content is parsed. Rows must be read in file order.
 */
export function readRow(text: string, line: Span, state: RowState): Row {
  const { start } = line;
  const end = endBeforeSpaces(text, start, line.end);
  let first = state.used;
  let slotStart = text.charCodeAt(start) === PIPE ? start + 1 : start;
  // The text after the last pipe is a cell only if it is not blank, or if there is no other cell.
  do {
    const slotEnd = Math.min(findPipe(text, slotStart, state), end);
    const cellStart = startAfterSpaces(text, slotStart, slotEnd);
    if (state.used + 4 > state.offsets.length) first = startPiece(state, first);
    const { offsets, used } = state;
    offsets[used] = slotStart;
    offsets[used + 1] = cellStart;
    offsets[used + 2] = endBeforeSpaces(text, cellStart, slotEnd);
    offsets[used + 3] = slotEnd;
    state.used = used + 4;
    slotStart = slotEnd + 1;
  } while (slotStart < end);
  return { start, end, offsets: state.offsets, first, cellCount: (state.used - first) / 4 };
}

/** Continues the row that began at `first` in a larger piece, and returns where it begins there. */
function startPiece(state: RowState, first: number): number {
  const row = state.offsets.subarray(first, state.used);
  state.offsets = new Int32Array(Math.max(pieceLength, 2 * row.length));
  state.offsets.set(row);
  state.used = row.length;
  return 0;
}

/** The alignments of the delimiter row in `[start, lineEnd)`, or null if it is not one. */
export function readAlignments(text: string, start: number, lineEnd: number): Alignment[] | null {
  const end = endBeforeSpaces(text, start, lineEnd);
  const alignments: Alignment[] = [];
  // Dashes alone are a thematic break or an underline: a delimiter row has a pipe or a colon.
  let marked = false;
  let at = start;
  if (text.charCodeAt(at) === PIPE) {
    marked = true;
    at = startAfterSpaces(text, at + 1, end);
  }
  while (at < end) {
    const left = text.charCodeAt(at) === COLON;
    if (left) at++;
    const dashes = at;
    while (at < end && text.charCodeAt(at) === DASH) at++;
    if (at === dashes) return null;
    const right = at < end && text.charCodeAt(at) === COLON;
    if (right) at++;
    marked ||= left || right;
    alignments.push(left ? (right ? "center" : "left") : right ? "right" : null);
    at = startAfterSpaces(text, at, end);
    if (at === end) break;
    if (text.charCodeAt(at) !== PIPE) return null;
    marked = true;
    at = startAfterSpaces(text, at + 1, end);
  }
  return marked && alignments.length > 0 ? alignments : null;
}

function findPipe(text: string, from: number, state: RowState): number {
  if (state.nextPipe < from) state.nextPipe = unescapedPipe(text, from);
  return state.nextPipe;
}

function unescapedPipe(text: string, from: number): number {
  let at = text.indexOf("|", from);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf("|", at + 1);
  return at === -1 ? text.length : at;
}

/** Pairs of backslashes escape each other. */
function isEscaped(text: string, pipe: number): boolean {
  let at = pipe;
  while (text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (pipe - at) % 2 === 1;
}
