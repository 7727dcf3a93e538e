// Column facts: how many cells of a table column are blank, different, dates, numbers, names or statuses.

import { answerIn } from "../model/answer-words.js";
import { cellTextAt, type Row } from "../model/blocks.js";
import { dateReadings, isPlaceholder } from "../model/dates.js";
import { plainText } from "../model/inline-text.js";
import { lazy } from "../text/memoize.js";

/** What the visible text of a cell can look like; a cell may have several shapes. */
const shapes = [
  "date",
  "clock",
  "number",
  "id",
  "share",
  "percent",
  "code",
  "text",
  "symbol",
  "symbols",
  "verdict",
  "rejection",
  "answer",
  "image",
] as const;

type Shape = (typeof shapes)[number];

export type StatusEvidence = "none" | "known" | "sure";

/** Everything but `counts` is about filled cells: those that are neither blank nor a placeholder. */
export interface ColumnFacts {
  /** How often each text occurs, as written, in order of first appearance. */
  readonly counts: ReadonlyMap<string, number>;
  readonly filled: number;
  readonly distinct: number;
  /** The number of cells with a shape. */
  readonly shaped: (shape: Shape) => number;
  /** The number of cells that are statuses in a status column, and of those that hardly mean anything else. */
  readonly known: number;
  readonly sure: number;
}

/** @param evidence how far a cell proves a status */
export function columnFacts(
  counts: ReadonlyMap<string, number>,
  evidence: (raw: string) => StatusEvidence,
): ColumnFacts {
  const filled = lazy(() => filledCells(counts));
  const byShape = lazy(() => shapeCounts(filled()));
  const statuses = lazy(() => {
    const found = { known: 0, sure: 0 };
    for (const { raw, count } of filled()) {
      const proof = evidence(raw);
      if (proof !== "none") found.known += count;
      if (proof === "sure") found.sure += count;
    }
    return found;
  });
  return {
    counts,
    get filled() {
      return filled().reduce((sum, { count }) => sum + count, 0);
    },
    get distinct() {
      return filled().length;
    },
    shaped: (shape) => byShape().get(shape) ?? 0,
    get known() {
      return statuses().known;
    },
    get sure() {
      return statuses().sure;
    },
  };
}

/** The number of occurrences of each text in a column, in order of first appearance. */
export function textCounts(text: string, rows: readonly Row[], column: number | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  if (column === undefined) return counts;
  for (const row of rows) {
    if (column >= row.cellCount) continue;
    const raw = cellTextAt(text, row, column);
    counts.set(raw, (counts.get(raw) ?? 0) + 1);
  }
  return counts;
}

/** Whether nearly all of them do: nine of ten, or all of fewer than ten. */
export function isNearlyAll(count: number, total: number): boolean {
  return total > 0 && (total < 10 ? count === total : count >= 0.9 * total);
}

interface FilledText {
  readonly raw: string;
  readonly text: string;
  readonly count: number;
}

/** Different texts that are shown alike, such as a link and its text, are one. */
function filledCells(counts: ReadonlyMap<string, number>): readonly FilledText[] {
  const byText = new Map<string, { readonly raw: string; readonly text: string; count: number }>();
  for (const [raw, count] of counts) {
    const text = plainText(raw);
    if (isUnfilled(text)) continue;
    const known = byText.get(text);
    if (known) known.count += count;
    else byText.set(text, { raw, text, count });
  }
  return [...byText.values()];
}

const maxPlaceholderLength = 30;

/** `…`, `___`, `TBD`, `YYYY-MM-DD`, `[your topic]`: the place of a text, not a text. */
export function isUnfilled(text: string): boolean {
  if (text.length > maxPlaceholderLength) return false;
  return (
    text === "" || isPlaceholder(text) || /^(?:[-–—_.…·*?\s/]+|待定|未定|\[(?:your|add|insert) [^\]]*\])$/i.test(text)
  );
}

function shapeCounts(cells: readonly FilledText[]): ReadonlyMap<Shape, number> {
  const found = new Map<Shape, number>();
  const add = (shape: Shape, count: number) => found.set(shape, (found.get(shape) ?? 0) + count);
  for (const { raw, text, count } of cells) {
    if (imagePattern.test(raw)) add("image", count);
    // Most names begin with two words and have no other shape.
    if (/^[A-Za-z]{3,} [A-Za-z]{3,}/.test(text)) add("text", count);
    else for (const shape of shapesOf(withSymbols(text))) add(shape, count);
  }
  return found;
}

/** Only an image, with or without a link, such as a badge. */
const imagePattern = /^(?:\[?!\[|(?:<a\b[^>]*>\s*)?<img\b).*[)\]>]$/;

/** With a symbol for every shortcode, and without the selectors of its form. */
function withSymbols(text: string): string {
  if (!/:[a-z]|\ufe0f/.test(text)) return text;
  return text
    .replace(/\ufe0f/g, "")
    .replace(/:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):/g, "✅")
    .replace(/:(?:x|negative_squared_cross_mark|heavy_multiplication_x):/g, "❌")
    .replace(/:[a-z][a-z0-9_+-]*:/g, "🔹");
}

/** `T01`, `Lab 1`, `3.2`, `0/14` */
export function isId(text: string): boolean {
  return isUnfilled(text) || (text.length <= maxIdLength && idPattern().test(text));
}

const maxIdLength = 20;
const idPattern = lazy(() => /^(?:\p{L}{0,6}[-_. #]?\d{1,6}(?:[-_./–]\p{L}?\d+)*[a-z]?|(?:\d\uFE0F?\u20E3)+)$/iu);

const maxShapedLength = 60;

function shapesOf(text: string): Shape[] {
  if (text.length > maxShapedLength) return /\p{L}{2}/u.test(text) ? ["text"] : [];
  const found: Shape[] = [];
  for (const [shape, pattern] of patterns()) if (pattern.test(text)) found.push(shape);
  if (isDateLike(text)) found.push("date");
  if (answerIn(text) !== "neither") found.push("answer");
  const isOther = found.some((shape) => shape === "number" || shape === "id" || shape === "date");
  if (!isOther && /\p{L}{2}/u.test(text)) found.push("text");
  return found;
}

const symbolPattern = String.raw`(?:\[[^\]]?\]|\p{Extended_Pictographic}[\uFE0F\u200D\p{Emoji_Modifier}]*|[\u2610-\u2612\u2713-\u2718\u25A0-\u25FF])`;

const patterns = lazy((): readonly (readonly [Shape, RegExp])[] => [
  ["clock", /\d{1,2}[:h]\d{2}(?!\d)/],
  [
    "number",
    /^[~≈<>≥≤+−±$€¥£-]?\s*\p{Nd}[\p{Nd}.,]*(?:\s*[-–~/～]\s*[\p{Nd}.,]+)?\s*(?:%|％|\p{L}{1,6}(?:\/\p{L}{1,6})?)?\.?$/u,
  ],
  ["id", idPattern()],
  ["share", /\d\s*[%％]|^\d+\s*\/\s*\d+|[█▓░▰▱■□]{3}/],
  ["percent", /^[~≈]?\d+(?:[.,]\d+)?\s*[%％]/],
  ["code", /^[1-5]\d\d(?!\d)/],
  ["symbol", new RegExp(`^${symbolPattern}`, "u")],
  ["symbols", new RegExp(`^(?:${symbolPattern}\\s*)+$`, "u")],
  ["verdict", /^[✅✔☑✓❌✖✗✘❎]\uFE0F?$/u],
  ["rejection", /^[❌✖✗✘❎]\uFE0F?$/u],
]);

function isDateLike(text: string): boolean {
  if (!/\d/.test(text)) return false;
  return dateReadings(text).length > 0 || datePattern.test(text);
}

/** A date with a remark, a range of dates, or a date without its year. */
const datePattern =
  /(?:^|\s|\()(?:\d{4}[-/.年] ?\d{1,2}(?!\d)|\d{1,2}([-/.])\d{1,2}\1\d{2,4}|\d{1,2}月\s?\d{1,2}|(?:\d{1,2}[ -])?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[ .-]+\d)/i;
