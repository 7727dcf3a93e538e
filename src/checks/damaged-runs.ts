// Damaged runs: stretches of UTF-8 that something once read in another encoding, and what they said before.

import type { Span } from "../text/span.js";
import { codePlaces } from "./code-places.js";
import { isNatural, isWordWithStop, type Surroundings } from "./natural.js";
import { plausibilityOf } from "./plausible.js";
import { codePointsOf } from "./utf8.js";

/** An encoding of one byte a character: the bytes from 80 on by the characters they stand for. */
export interface ByteTable {
  readonly name: string;
  readonly bytes: ReadonlyMap<string, number>;
}

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
export function damagedRuns(text: string, tables: readonly ByteTable[]): DamagedRun[] {
  const stretches = stretchesOf(text);
  const readings = tables
    .map((table) => readWith(text, { stretches, table, tables }))
    .sort((a, b) => b.certain.length - a.certain.length);
  const [first, second] = readings;
  const clashes = (run: DamagedRun) => second?.certain.some(({ span }) => overlaps(span, run.span)) === true;
  const isTied = first !== undefined && first.certain.length === second?.certain.length;
  const own = first?.certain.filter((run) => !isTied || !clashes(run)) ?? [];
  const others = second?.certain.filter((run) => !first?.certain.some(({ span }) => overlaps(span, run.span))) ?? [];
  return [...own, ...others].sort((a, b) => a.span.start - b.span.start);
}

/** Of a line longer than that only so much is looked at. */
const lookedAround = 2000;

interface Run {
  readonly span: Span;
  readonly found: string;
}

/** What is not ASCII and not code. */
function stretchesOf(text: string): Run[] {
  const code = codePlaces(text);
  let next = 0;
  return [...text.matchAll(/[^\0-\x7f]+/g)].flatMap(({ 0: found, index }) => {
    while ((code[next]?.end ?? text.length) <= index) next++;
    if ((code[next]?.start ?? text.length) <= index) return [];
    return [{ span: { start: index, end: index + found.length }, found }];
  });
}

interface ReadContext {
  readonly stretches: readonly Run[];
  readonly table: ByteTable;
  readonly tables: readonly ByteTable[];
}

function readWith(text: string, { stretches, table, tables }: ReadContext): { readonly certain: DamagedRun[] } {
  const certain: DamagedRun[] = [];
  const possible: DamagedRun[] = [];
  let isAllDamaged = true;
  for (const stretch of stretches) {
    const runs = runsOf(stretch, table);
    if (runs.length !== 1 || runs[0]?.found !== stretch.found) isAllDamaged = false;
    for (const run of runs) {
      const reading = readRun(run.found, { table, tables, around: around(text, run.span) });
      if (reading === null || saysBoth(text, run, reading.meant)) isAllDamaged = false;
      else (reading.isCertain ? certain : possible).push({ ...run, meant: reading.meant, encoding: table.name });
    }
  }
  return { certain: isAllDamaged && certain.length > 0 ? [...certain, ...possible] : certain };
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
  return { before: text.charAt(start - 1), after: text.charAt(end) };
}

interface RunContext {
  readonly table: ByteTable;
  readonly tables: readonly ByteTable[];
  readonly around: Surroundings;
}

/** Null when the run is no misread UTF-8. */
function readRun(
  found: string,
  { table, tables, around: place }: RunContext,
): { readonly meant: string; readonly isCertain: boolean } | null {
  const decoded = decode(found, table, place);
  if (decoded === null) return null;
  const twice = isWordWithStop(decoded.text)
    ? undefined
    : tables.map((other) => decode(decoded.text, other, place)).find((deeper) => deeper && !deeper.isOneLetter);
  if (twice) return { meant: twice.text, isCertain: true };
  if (decoded.isOneLetter) return { meant: decoded.text, isCertain: false };
  const isCertain =
    /[\u0080-\u009f\uf8ff]/.test(found) ||
    (decoded.isSigns && found.length > 2 && !isWordWithStop(found)) ||
    !isNatural(found, place);
  return { meant: decoded.text, isCertain };
}

interface Decoded {
  readonly text: string;
  /** Whether all of it is punctuation, symbols or emoji. */
  readonly isSigns: boolean;
  /** A letter of another script alone is what clean text comes to by chance. */
  readonly isOneLetter: boolean;
}

function decode(text: string, { bytes }: ByteTable, { before }: Surroundings): Decoded | null {
  const encoded: number[] = [];
  for (const character of text) {
    const byte = bytes.get(character);
    if (byte === undefined) return null;
    encoded.push(byte);
  }
  const points = codePointsOf(encoded);
  if (points === null) return null;
  const isMark = points.length === 1 && points[0] === 0xfeff && before === "";
  const kinds = points.map((point) => (isMark ? "sign" : plausibilityOf(point)));
  if (kinds.includes("none")) return null;
  return {
    text: String.fromCodePoint(...points),
    isSigns: kinds.every((kind) => kind === "sign"),
    isOneLetter: kinds.length === 1 && kinds[0] === "letter",
  };
}

function saysBoth(text: string, { span }: Run, meant: string): boolean {
  const before = text.slice(Math.max(0, span.start - lookedAround), span.start);
  const after = text.slice(span.end, span.end + lookedAround);
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  return line.includes(meant) || after.split(/[\r\n]/, 1)[0]?.includes(meant) === true;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
