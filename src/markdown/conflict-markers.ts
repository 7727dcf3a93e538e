// Conflict markers: the merge conflicts that git left in a file.

import type { Problem } from "../model/problem.js";
import { partitionPoint } from "../text/arrays.js";
import type { Span } from "../text/edit.js";

/** The lines from an opening marker to its closing one, inclusive; spans are of whole lines with their line breaks. */
export type ConflictBlock = ClearBlock | UnclearBlock;

export interface ClearBlock {
  readonly kind: "clear";
  readonly span: Span;
  /** The first marker, without its label. */
  readonly marker: Span;
  /** Each side is without the byte order mark that git leaves before the first line of the file in it. */
  readonly ours: Span;
  /** The common ancestor, if git is configured to include it (`merge.conflictStyle`). */
  readonly base: Span | null;
  readonly theirs: Span;
  /** Git's label for each side, after its marker: a branch, a commit; empty if there is none. */
  readonly labels: { readonly ours: string; readonly theirs: string };
}

/** Markers whose sides cannot be determined: one is missing, repeated, or one block is inside another. */
interface UnclearBlock {
  readonly kind: "unclear";
  readonly span: Span;
  readonly marker: Span;
  /** Lines that are on our side however the markers are read; the other lines are on another side, or unknown. */
  readonly certainlyOurs: readonly Span[];
}

const defaultMarkerSize = 7;

export const byteOrderMark = "\ufeff";

/**
 * The conflicts of a text in order. As git writes it, a marker is at the start of a line, as long as the attribute
 * `conflict-marker-size` says (7 by default), and followed only by a space or the line break; lines end with LF. An
 * opening marker of seven characters or more counts as soon as another one of its length is below it, a shorter one
 * only with a whole block: the underline of a heading or a block quote alone is not a marker.
 */
export function findConflictBlocks(text: string): ConflictBlock[] {
  // Nearly every file has none: a plain substring search is far cheaper than one by lines.
  if (!text.startsWith("<<<", firstLineStart(text)) && !text.includes("\n<<<")) return [];
  const markers = markersOf(text);
  const lastOf = new Map(markers.map(({ character, size }, index) => [`${character}${size}`, index]));
  const isBelow = (character: MarkerCharacter, size: number, index: number) =>
    (lastOf.get(`${character}${size}`) ?? -1) > index;
  const blocks: ConflictBlock[] = [];
  for (let index = 0; index < markers.length; index++) {
    const opening = markers[index];
    if (opening?.character !== "<") continue;
    const { size } = opening;
    const isClosed = isBelow(">", size, index);
    if (!isClosed && (size < defaultMarkerSize || !isBelow("=", size, index))) continue;
    const end = endOfBlock(markers, index);
    const inside = markers.slice(index + 1, end).filter((marker) => marker.size === size);
    const hasTwoSides = inside.some(({ character }) => character === "=");
    if (size >= defaultMarkerSize || (hasTwoSides && end < markers.length))
      blocks.push(blockOf(text, opening, { inside, closing: markers[end] }));
    index = end;
  }
  return blocks;
}

/** The problem of the first conflict, if the text has one. */
export function conflictProblem(text: string): Problem[] {
  const blocks = findConflictBlocks(text);
  const [first] = blocks;
  if (!first) return [];
  const unclear = blocks.find(({ kind }) => kind === "unclear");
  return [
    {
      code: "CONFLICT_MARKERS",
      span: (unclear ?? first).marker,
      message: `the file has unresolved merge conflicts${unclear ? ", here with a missing or nested marker" : ""}`,
      hint: unclear
        ? "resolve them in an editor; until then commands show only lines that are certainly ours, and change nothing"
        : "resolve them with `roadmap resolve` or in an editor; until then commands show only our side, and change nothing",
    },
  ];
}

/** A text without the markers and the other sides of its conflicts. */
interface OurText {
  readonly text: string;
  /** Maps an offset in this text to the whole text. */
  offsetInWhole(offset: number): number;
}

/** The text that views show of a text with conflicts; null if it has none. */
export function ourText(whole: string): OurText | null {
  const spans = ourSpans(whole);
  if (spans.length === 1) return null;
  const starts: number[] = [];
  let text = "";
  for (const { start, end } of spans) {
    starts.push(text.length);
    text += whole.slice(start, end);
  }
  const offsetInWhole = (offset: number) => {
    const index = Math.max(0, partitionPoint(starts, (start) => start <= offset) - 1);
    return (spans[index]?.start ?? 0) + offset - (starts[index] ?? 0);
  };
  // Our side may contain a conflict of another marker size: a merge was committed with its markers.
  const inner = ourText(text);
  return inner
    ? { text: inner.text, offsetInWhole: (offset) => offsetInWhole(inner.offsetInWhole(offset)) }
    : { text, offsetInWhole };
}

/** Everything outside conflicts or on our side, in order; the whole of a text without conflicts. */
function ourSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const block of findConflictBlocks(text)) {
    spans.push({ start, end: block.span.start }, ...(block.kind === "clear" ? [block.ours] : block.certainlyOurs));
    start = block.span.end;
  }
  return [...spans, { start, end: text.length }];
}

type MarkerCharacter = "<" | "|" | "=" | ">";

interface Marker {
  readonly character: MarkerCharacter;
  readonly size: number;
  readonly label: string;
  /** The whole line with its line break. */
  readonly line: Span;
}

const markerLine = /^(?:<{3,}|\|{3,}|>{3,}|={3,}$)(?= |$)/;

function markersOf(text: string): Marker[] {
  const markers: Marker[] = [];
  for (let start = firstLineStart(text); start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const next = feed === -1 ? text.length : feed + 1;
    const first = text[start];
    if (first === "<" || first === "|" || first === "=" || first === ">") {
      const line = text.slice(start, next).replace(/\r?\n$/, "");
      const size = markerLine.exec(line)?.[0].length;
      if (size !== undefined)
        markers.push({ character: first, size, label: line.slice(size).trim(), line: { start, end: next } });
    }
    start = next;
  }
  return markers;
}

/** After the byte order mark: it belongs to the file, and the merge driver leaves it before a marker. */
function firstLineStart(text: string, start = 0): number {
  return text.startsWith(byteOrderMark, start) ? start + byteOrderMark.length : start;
}

/** The index of the marker that closes the block opened by this one; past the last one if none does. */
function endOfBlock(markers: readonly Marker[], opening: number): number {
  const size = markers[opening]?.size;
  let depth = 1;
  let index = opening + 1;
  for (; index < markers.length; index++) {
    const marker = markers[index];
    if (marker?.size !== size) continue;
    if (marker?.character === "<") depth++;
    if (marker?.character === ">" && --depth === 0) break;
  }
  return index;
}

function blockOf(
  text: string,
  opening: Marker,
  { inside, closing }: { inside: readonly Marker[]; closing: Marker | undefined },
): ConflictBlock {
  const { start } = opening.line;
  const span = { start, end: closing?.line.end ?? text.length };
  const marker = { start, end: start + opening.size };
  const [first, second, third] = inside;
  const base = first?.character === "|" ? first : undefined;
  const middle = base ? second : first;
  const isWhole = middle?.character === "=" && (base ? third : second) === undefined;
  // A row of pipes only looks like this marker, but git adds a label to its own.
  const isRow = base?.label === "" && opening.label !== "";
  if (!closing || !middle || !isWhole || isRow)
    return {
      kind: "unclear",
      span,
      marker,
      certainlyOurs: certainlyOurs(text, [opening, ...inside, ...(closing ? [closing] : [])]),
    };
  const sideSpan = (from: Marker, to: Marker): Span => ({
    start: start === 0 ? firstLineStart(text, from.line.end) : from.line.end,
    end: to.line.start,
  });
  return {
    kind: "clear",
    span,
    marker,
    ours: sideSpan(opening, base ?? middle),
    base: base ? sideSpan(base, middle) : null,
    theirs: sideSpan(middle, closing),
    labels: { ours: opening.label, theirs: closing.label },
  };
}

/** Up to the first marker that ends our side; of a nested conflict, our side of that. */
function certainlyOurs(text: string, markers: readonly Marker[]): Span[] {
  const spans: Span[] = [];
  /** The nesting depth of the first block whose side has ended; 0 if none has. */
  let endedAt = 0;
  let depth = 0;
  markers.forEach(({ character, line }, index) => {
    if (character === "<") depth++;
    else if (character !== ">") endedAt ||= depth;
    else if (endedAt === depth--) endedAt = 0;
    if (depth > 0 && endedAt === 0) spans.push({ start: line.end, end: markers[index + 1]?.line.start ?? text.length });
  });
  return spans;
}
