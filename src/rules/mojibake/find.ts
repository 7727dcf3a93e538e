// Finds mojibake: UTF-8 that was read in another encoding, and the text that it was before.

import { applyEdits, type Span } from "../../text/edit.js";
import { type Encoding, encodings } from "./encodings.js";
import { evidenceOf, isCleanText, isOriginalText, isQuotation, type Surroundings } from "./evidence.js";

export interface Mojibake {
  readonly span: Span;
  readonly found: string;
  /** The text that it was. */
  readonly original: string;
  /** The encoding in which the text was misread. */
  readonly encoding: string;
}

/**
 * Only what is certain: a whole run of characters beyond ASCII that encodes to valid UTF-8, decodes to something that
 * people write, and is unlikely in clean text. A likelier run is certain too if the file has such a run, and nothing
 * beyond ASCII in it is clean. Code is left alone, and so is a line with both the garbled and the clean text: it is
 * about encodings.
 */
export function findMojibake(text: string): Mojibake[] {
  // A single character is never UTF-8 that was misread, and most files have no more.
  if (!/[^\0-\x7f]{2}/.test(text)) return [];
  const nonAscii = nonAsciiRuns(text);
  const read = encodings.map((encoding) => readWith(text, { nonAscii, encoding }));
  const clean = read.reduce(blanked, text);
  const longest = longestAt(text, read.flat());
  // A run that is only part of a run in another encoding is a coincidence.
  const isWhole = ({ span, found }: Run) => longest[span.start] === found.length;
  const [first = [], second = []] = read
    .map((runs) => certainOf(runs, { nonAscii, clean }).filter(isWhole))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  const own = lengthOf(first) === lengthOf(second) ? withContext(first, second) : first;
  return [...own, ...withContext(second, first)].sort((a, b) => a.span.start - b.span.start);
}

/** The runs that overlap none of the others. */
function withContext(runs: readonly Mojibake[], others: readonly Mojibake[]): Mojibake[] {
  const taken = new Set(others.flatMap(({ span, found }) => Array.from(found, (_, index) => span.start + index)));
  return runs.filter(({ span, found }) => Array.from(found).every((_, index) => !taken.has(span.start + index)));
}

/** By offset in the text, the length of the longest run there. */
function longestAt(text: string, runs: readonly Run[]): Uint32Array {
  const lengths = new Uint32Array(text.length);
  for (const { span, found } of runs)
    for (let at = span.start; at < span.end; at++) lengths[at] = Math.max(found.length, lengths[at] ?? 0);
  return lengths;
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { found }) => sum + found.length, 0);
}

/** How much of a line is examined before and after a run, in code units. */
const contextLength = 400;

interface Run {
  readonly span: Span;
  readonly found: string;
}

/** The runs of characters beyond ASCII, except a byte order mark and code. */
function nonAsciiRuns(text: string): Run[] {
  const code = codePlaces(text);
  let next = 0;
  return [...text.matchAll(/(?!^\ufeff)[^\0-\x7f]+/g)].flatMap(({ 0: found, index }) => {
    while ((code[next]?.end ?? text.length) <= index) next++;
    if ((code[next]?.start ?? text.length) <= index) return [];
    return [{ span: { start: index, end: index + found.length }, found }];
  });
}

interface ReadContext {
  readonly nonAscii: readonly Run[];
  readonly encoding: Encoding;
}

/** The runs that may be UTF-8 read in this encoding. */
function readWith(text: string, { nonAscii, encoding }: ReadContext): PossibleRun[] {
  const candidates = [encoding, ...encodings.filter((other) => other !== encoding)];
  const once = nonAscii
    .flatMap((stretch) => runsOf(stretch, encoding))
    .flatMap(({ span, found }) => {
      const reading = readRun(found, { candidates, around: around(text, span) });
      return reading === null ? [] : [{ span, found, encoding: encoding.name, ...reading }];
    });
  if (!once.some(({ isTwice }) => isTwice)) return once;
  return once.map((run) => ({ ...run, original: run.readings.at(-1) ?? run.original }));
}

type PossibleRun = Mojibake & RunReading;

/** @param clean the text without any possible mojibake */
function certainOf(
  runs: readonly PossibleRun[],
  { nonAscii, clean }: { nonAscii: readonly Run[]; clean: string },
): PossibleRun[] {
  const possible = runs.filter(({ span, readings }) => readings.every((reading) => !occursClean(clean, span, reading)));
  const certain = possible.filter(({ isCertain }) => isCertain);
  return lengthOf(possible) === lengthOf(nonAscii) && certain.length > 0 ? possible : certain;
}

/** The text with spaces in place of the runs. */
function blanked(text: string, runs: readonly Run[]): string {
  return applyEdits(
    text,
    runs.map(({ span, found }) => ({ at: span, text: " ".repeat(found.length) })),
  );
}

/** The longest runs of characters that the encoding has. */
function runsOf({ span, found }: Run, { bytes }: Encoding): Run[] {
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
  const [after = ""] = text.slice(end, end + contextLength).split(/[\r\n]/, 1);
  return { before: text.charAt(start - 1), after };
}

interface RunContext {
  /** The encoding in which it was read last comes first. */
  readonly candidates: readonly Encoding[];
  readonly around: Surroundings;
}

interface RunReading {
  /** The text that it was, and the text before that one if it was misread twice. */
  readonly readings: readonly string[];
  readonly original: string;
  readonly isTwice: boolean;
  readonly isCertain: boolean;
}

/** Null if the run is not UTF-8 that was misread. */
function readRun(found: string, { candidates, around: place }: RunContext): RunReading | null {
  const [last] = candidates;
  const decoded = last ? decode(found, last, place) : null;
  if (decoded === null) return null;
  const deeper = mostLikely(candidates.flatMap((other) => decode(decoded.text, other, place) ?? []));
  const isDeep = deeper && (hasControls(decoded.text) || (isWritten(deeper) && !isOriginalText(decoded.text, place)));
  if (isDeep) return { readings: [decoded.text, deeper.text], original: deeper.text, isTwice: true, isCertain: true };
  if (!decoded.isPlausible) return null;
  const isSymbolRun = decoded.isSymbols && found.length > 2 && !isLetterFirst(found) && !isQuotation(found, place);
  const isCertain = hasControls(found) || (isWritten(decoded) && (isSymbolRun || !isCleanText(found, place)));
  const readings = [decoded.text, ...(deeper ? [deeper.text] : [])];
  return { readings, original: decoded.text, isTwice: false, isCertain };
}

/** `Ã©` is valid UTF-8 in both encodings: an accent without a letter in Mac Roman, and `é` in the other. */
function mostLikely(readings: readonly Decoded[]): Decoded | undefined {
  return readings.find(isWritten) ?? readings.find(({ isPlausible }) => isPlausible);
}

interface Decoded {
  readonly text: string;
  /** Whether people write all of it, and in one script. */
  readonly isPlausible: boolean;
  /** Whether all of it is punctuation, symbols or emoji. */
  readonly isSymbols: boolean;
  /** A single letter of another script, rare letters, marks without a letter: clean text decodes to these by chance. */
  readonly isWeak: boolean;
}

/** Never in clean text; Mac Roman decodes the first byte of an emoji as U+F8FF. */
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

/** Null if it is not UTF-8 that was read in this encoding. */
function decode(text: string, { bytes }: Encoding, { before }: Surroundings): Decoded | null {
  const encoded: number[] = [];
  for (const character of text) {
    const byte = bytes.get(character);
    if (byte === undefined) return null;
    encoded.push(byte);
  }
  const decoded = utf8.decode(Uint8Array.from(encoded));
  // An invalid sequence becomes this character, which is implausible in the original text too.
  if (decoded.includes("\ufffd")) return null;
  const points = Array.from(decoded, (character) => character.codePointAt(0) ?? 0);
  const isMark = points.length === 1 && points[0] === 0xfeff && before === "";
  const kinds = points.map((point) => (isMark ? "symbol" : evidenceOf(point)));
  const scripts = new Set(kinds.filter((kind) => kind === "latin" || typeof kind === "number"));
  return {
    text: decoded,
    isPlausible: !kinds.includes("none") && scripts.size < 2,
    isSymbols: kinds.every((kind) => kind === "symbol"),
    isWeak:
      (kinds.length === 1 && typeof kinds[0] === "number") ||
      kinds.includes("rare") ||
      kinds.every((kind, index) => kind === "mark" && (points[index] ?? 0) > 0xff),
  };
}

/** @param clean the text without any possible mojibake */
function occursClean(clean: string, span: Span, original: string): boolean {
  const before = clean.slice(Math.max(0, span.start - contextLength), span.start);
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  return line.includes(original) || around(clean, span).after.includes(original);
}

/** Fenced blocks and code spans, in order. An unclosed fence reaches to the end; a span stays in its paragraph. */
function codePlaces(text: string): Span[] {
  const places: Span[] = [];
  let fence: { readonly mark: string; readonly start: number } | null = null;
  let prose = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const mark = /^[\s>*+-]*(```+|~~~+)/.exec(line)?.[1];
    if (mark === undefined) continue;
    if (fence === null) {
      places.push(...codeSpans(text, { start: prose, end: index }));
      fence = { mark, start: index };
    } else if (mark.startsWith(fence.mark)) {
      prose = index + line.length;
      places.push({ start: fence.start, end: prose });
      fence = null;
    }
  }
  if (fence) return [...places, { start: fence.start, end: text.length }];
  return [...places, ...codeSpans(text, { start: prose, end: text.length })];
}

function codeSpans(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  /** By length, the first of the run of backticks that may open a span. */
  let open = new Map<number, number>();
  for (const { 0: found, index } of text.slice(start, end).matchAll(/`+|(?:\r\n|\n|\r)[ \t]*(?=[\r\n])/g)) {
    const at = start + index;
    if (!found.startsWith("`")) {
      open = new Map();
      continue;
    }
    const opened = open.get(found.length);
    if (opened === undefined) open.set(found.length, at);
    else {
      spans.push({ start: opened, end: at + found.length });
      open = new Map();
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
