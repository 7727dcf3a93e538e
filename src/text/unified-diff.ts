// Unified diff of a text and its edits, computed from the edits themselves.

import { equalEnds } from "./arrays.js";
import { applyEdits, type Edit, inOrder, shiftSpan } from "./edit.js";
import { lineAt } from "./lines.js";

const contextLines = 3;

/** A run of whole lines that edits touch: half-open range of line numbers from 0 in the old text. */
interface ChangedLines {
  readonly first: number;
  readonly end: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * The lines of a unified diff as `git diff` would show them, without line breaks. A line ends at LF, as in git: in a
 * CRLF file the CR is part of the line. No lines if the edits change nothing.
 */
export function diffLines(text: string, edits: readonly Edit[], name: string): string[] {
  const lines = splitLines(text);
  const changes = changedLines(text, lines, edits);
  if (changes.length === 0) return [];
  const out = [`--- a/${name}`, `+++ b/${name}`];
  let shift = 0;
  for (const hunk of hunksOf(changes)) {
    out.push(...hunkLines(lines, hunk, shift));
    for (const { removed, added } of hunk) shift += added.length - removed.length;
  }
  return out;
}

function changedLines(text: string, lines: readonly string[], edits: readonly Edit[]): ChangedLines[] {
  const starts = offsetsOf(lines);
  const groups: { first: number; end: number; edits: Edit[] }[] = [];
  for (const edit of inOrder(edits)) {
    const first = Math.max(0, Math.min(lineAt(starts, edit.at.start), lines.length - 1));
    const end = Math.min(lineAt(starts, edit.at.end) + 1, lines.length);
    const group = groups.at(-1);
    if (group && first < group.end) {
      group.edits.push(edit);
      group.end = Math.max(group.end, end);
    } else groups.push({ first, end, edits: [edit] });
  }
  return groups.flatMap((group) => {
    const start = starts[group.first] ?? text.length;
    const old = text.slice(start, starts[group.end] ?? text.length);
    const shifted = group.edits.map(({ at, text: replacement }) => ({
      at: shiftSpan(at, -start),
      text: replacement,
    }));
    return withoutCommonEnds(group.first, splitLines(old), splitLines(applyEdits(old, shifted)));
  });
}

function withoutCommonEnds(first: number, removed: string[], added: string[]): ChangedLines[] {
  const { head, tail } = equalEnds(removed, added);
  const change = {
    first: first + head,
    end: first + removed.length - tail,
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  };
  return change.removed.length + change.added.length === 0 ? [] : [change];
}

function hunksOf(changes: readonly ChangedLines[]): ChangedLines[][] {
  const hunks: ChangedLines[][] = [];
  for (const change of changes) {
    const hunk = hunks.at(-1);
    const previous = hunk?.at(-1);
    if (hunk && previous && change.first - previous.end <= 2 * contextLines) hunk.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkLines(lines: readonly string[], hunk: readonly ChangedLines[], shift: number): string[] {
  const from = Math.max(0, (hunk[0]?.first ?? 0) - contextLines);
  const to = Math.min(lines.length, (hunk.at(-1)?.end ?? 0) + contextLines);
  const body: string[] = [];
  let line = from;
  let growth = 0;
  for (const { first, end, removed, added } of hunk) {
    body.push(...lines.slice(line, first).flatMap((text) => marked(" ", text)));
    body.push(...removed.flatMap((text) => marked("-", text)), ...added.flatMap((text) => marked("+", text)));
    growth += added.length - removed.length;
    line = end;
  }
  body.push(...lines.slice(line, to).flatMap((text) => marked(" ", text)));
  const count = to - from;
  return [`@@ -${range(from, count)} +${range(from + shift, count + growth)} @@`, ...body];
}

/** A range counts lines from 1; an empty one names the line before it. */
function range(from: number, count: number): string {
  return `${count === 0 ? from : from + 1}${count === 1 ? "" : `,${count}`}`;
}

function marked(mark: string, line: string): string[] {
  return line.endsWith("\n") ? [mark + line.slice(0, -1)] : [mark + line, "\\ No newline at end of file"];
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function offsetsOf(lines: readonly string[]): number[] {
  const starts = [0];
  let offset = 0;
  for (const line of lines) {
    offset += line.length;
    starts.push(offset);
  }
  return starts;
}
