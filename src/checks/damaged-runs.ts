// Damaged runs: stretches of UTF-8 that something once read in another encoding, and what they said before.

import { applyEdits } from "../text/edit.js";
import type { Span } from "../text/span.js";
import { type ByteTable, byteTables } from "./byte-tables.js";
import { codePlaces } from "./code-places.js";
import { isNatural, isPlain, isQuotation, type Surroundings } from "./natural.js";
import { plausibilityOf } from "./plausible.js";

export interface DamagedRun {
  readonly span: Span;
  readonly found: string;
  /** What it said before it was damaged. */
  readonly meant: string;
  /** In which encoding it was read. */
  readonly encoding: string;
}

/**
 * Only what is certain: a whole run of characters beyond ASCII that encodes to valid UTF-8, says something that people
 * write, and could hardly stand in a clean text. A run that could is certain too when it stands beside such ones in a
 * file in which nothing beyond ASCII is clean. Code is left alone, and so is a line that has both the damaged and the
 * clean text: it speaks about encodings.
 */
export function damagedRuns(text: string): DamagedRun[] {
  // One character alone is never UTF-8 that was misread, and most files have no more.
  if (!/[^\0-\x7f]{2}/.test(text)) return [];
  const stretches = stretchesOf(text);
  const read = byteTables.map((table) => readWith(text, { stretches, table }));
  const clean = read.reduce(blanked, text);
  const longest = longestAt(text, read.flat());
  // What is only a part of a run that another encoding reads as a whole is read by chance.
  const isWhole = ({ span, found }: Run) => longest[span.start] === found.length;
  const [first = [], second = []] = read
    .map((runs) => certainOf(runs, { stretches, clean }).filter(isWhole))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  const own = lengthOf(first) === lengthOf(second) ? besides(first, second) : first;
  return [...own, ...besides(second, first)].sort((a, b) => a.span.start - b.span.start);
}

/** The runs that overlap none of the others. */
function besides(runs: readonly DamagedRun[], others: readonly DamagedRun[]): DamagedRun[] {
  const taken = new Set(others.flatMap(({ span, found }) => Array.from(found, (_, index) => span.start + index)));
  return runs.filter(({ span, found }) => Array.from(found).every((_, index) => !taken.has(span.start + index)));
}

/** By where in the text, how long the longest of the runs is that stands there. */
function longestAt(text: string, runs: readonly Run[]): Uint32Array {
  const lengths = new Uint32Array(text.length);
  for (const { span, found } of runs)
    for (let at = span.start; at < span.end; at++) lengths[at] = Math.max(found.length, lengths[at] ?? 0);
  return lengths;
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { found }) => sum + found.length, 0);
}

/** Of a line longer than that only so much is looked at. */
const lookedAround = 400;

interface Run {
  readonly span: Span;
  readonly found: string;
}

/** What is not ASCII, no byte order mark, and not code. */
function stretchesOf(text: string): Run[] {
  const code = codePlaces(text);
  let next = 0;
  return [...text.matchAll(/(?!^\ufeff)[^\0-\x7f]+/g)].flatMap(({ 0: found, index }) => {
    while ((code[next]?.end ?? text.length) <= index) next++;
    if ((code[next]?.start ?? text.length) <= index) return [];
    return [{ span: { start: index, end: index + found.length }, found }];
  });
}

interface ReadContext {
  readonly stretches: readonly Run[];
  readonly table: ByteTable;
}

/** What may be damaged, read in one encoding. */
function readWith(text: string, { stretches, table }: ReadContext): PossibleRun[] {
  const deeperTables = [table, ...byteTables.filter((other) => other !== table)];
  const once = stretches
    .flatMap((stretch) => runsOf(stretch, table))
    .flatMap(({ span, found }) => {
      const reading = readRun(found, { tables: deeperTables, around: around(text, span) });
      return reading === null ? [] : [{ span, found, encoding: table.name, ...reading }];
    });
  if (!once.some(({ isTwice }) => isTwice)) return once;
  return once.map((run) => ({ ...run, meant: run.readings.at(-1) ?? run.meant }));
}

type PossibleRun = DamagedRun & RunReading;

/** @param clean the text with all that may be damaged left out */
function certainOf(
  runs: readonly PossibleRun[],
  { stretches, clean }: { stretches: readonly Run[]; clean: string },
): PossibleRun[] {
  const damaged = runs.filter(({ span, readings }) => readings.every((one) => !saysClean(clean, span, one)));
  const certain = damaged.filter(({ isCertain }) => isCertain);
  return lengthOf(damaged) === lengthOf(stretches) && certain.length > 0 ? damaged : certain;
}

/** As long as it was. */
function blanked(text: string, runs: readonly Run[]): string {
  return applyEdits(
    text,
    runs.map(({ span, found }) => ({ at: span, text: " ".repeat(found.length) })),
  );
}

/** The longest runs of characters that the encoding has. */
function runsOf({ span, found }: Run, { bytes }: ByteTable): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < found.length; ) {
    let end = at;
    while (end < found.length && bytes.has(found.charAt(end))) end++;
    if (end > at) {
      const start = span.start + at;
      runs.push({ span: { start, end: span.start + end }, found: found.slice(at, end) });
    }
    at = end + 1;
  }
  return runs;
}

function around(text: string, { start, end }: Span): Surroundings {
  const [after = ""] = text.slice(end, end + lookedAround).split(/[\r\n]/, 1);
  return { before: text.charAt(start - 1), after };
}

interface RunContext {
  /** The one in which it was read last comes first. */
  readonly tables: readonly ByteTable[];
  readonly around: Surroundings;
}

interface RunReading {
  /** What it was, and what that was before if it was damaged twice. */
  readonly readings: readonly string[];
  readonly meant: string;
  readonly isTwice: boolean;
  readonly isCertain: boolean;
}

/** Null when the run is no misread UTF-8. */
function readRun(found: string, { tables, around: place }: RunContext): RunReading | null {
  const [table] = tables;
  const decoded = table ? decode(found, table, place) : null;
  if (decoded === null) return null;
  const deeper = mostLikely(tables.flatMap((other) => decode(decoded.text, other, place) ?? []));
  const isDeep = deeper && (hasControls(decoded.text) || (isWritten(deeper) && !isPlain(decoded.text, place)));
  if (isDeep) return { readings: [decoded.text, deeper.text], meant: deeper.text, isTwice: true, isCertain: true };
  if (!decoded.isPlausible) return null;
  const isSign = decoded.isSigns && found.length > 2 && !isLetterFirst(found) && !isQuotation(found, place);
  const isCertain = hasControls(found) || (isWritten(decoded) && (isSign || !isNatural(found, place)));
  const readings = [decoded.text, ...(deeper ? [deeper.text] : [])];
  return { readings, meant: decoded.text, isTwice: false, isCertain };
}

/** `Ã©` is UTF-8 to both encodings: an accent without a letter to Mac Roman, and `é` to the other. */
function mostLikely(readings: readonly Decoded[]): Decoded | undefined {
  return readings.find(isWritten) ?? readings.find(({ isPlausible }) => isPlausible);
}

interface Decoded {
  readonly text: string;
  /** Whether people write all of it, and in one script. */
  readonly isPlausible: boolean;
  /** Whether all of it is punctuation, symbols or emoji. */
  readonly isSigns: boolean;
  /** A letter of another script alone, rare ones, and marks without a letter are what clean text comes to by chance. */
  readonly isWeak: boolean;
}

/** No clean text has them; Mac Roman shows U+F8FF where UTF-8 has the first byte of an emoji. */
function hasControls(text: string): boolean {
  return /[\u0080-\u009f\uf8ff]/.test(text);
}

function isWritten({ isPlausible, isWeak }: Decoded): boolean {
  return isPlausible && !isWeak;
}

function isLetterFirst(text: string): boolean {
  return text.charAt(0).toLowerCase() !== text.charAt(0).toUpperCase();
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Null when it is no UTF-8 that was read in that encoding. */
function decode(text: string, { bytes }: ByteTable, { before }: Surroundings): Decoded | null {
  const encoded: number[] = [];
  for (const character of text) {
    const byte = bytes.get(character);
    if (byte === undefined) return null;
    encoded.push(byte);
  }
  const decoded = utf8.decode(Uint8Array.from(encoded));
  // What is not valid becomes this character, and no other text with it is plausible either.
  if (decoded.includes("\ufffd")) return null;
  const points = Array.from(decoded, (character) => character.codePointAt(0) ?? 0);
  const isMark = points.length === 1 && points[0] === 0xfeff && before === "";
  const kinds = points.map((point) => (isMark ? "sign" : plausibilityOf(point)));
  const scripts = new Set(kinds.filter((kind) => kind === "latin" || typeof kind === "number"));
  return {
    text: decoded,
    isPlausible: !kinds.includes("none") && scripts.size < 2,
    isSigns: kinds.every((kind) => kind === "sign"),
    isWeak:
      (kinds.length === 1 && typeof kinds[0] === "number") ||
      kinds.includes("rare") ||
      kinds.every((kind, index) => kind === "mark" && (points[index] ?? 0) > 0xff),
  };
}

/** @param clean the text with all that may be damaged left out */
function saysClean(clean: string, span: Span, meant: string): boolean {
  const before = clean.slice(Math.max(0, span.start - lookedAround), span.start);
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  return line.includes(meant) || around(clean, span).after.includes(meant);
}
