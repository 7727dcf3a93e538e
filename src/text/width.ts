// Width: the number of terminal columns of a text; the only file that imports get-east-asian-width.

import { eastAsianWidth } from "get-east-asian-width";
import { lazy } from "./memoize.js";

/**
 * Display columns: two for CJK and emoji, none for combining marks. The text must not contain control characters. The
 * same result as string-width (a test compares them), but without creating a segmenter (16 ms) for texts that need
 * none.
 */
export function widthInColumns(text: string): number {
  return widthUpTo(text, Number.POSITIVE_INFINITY);
}

/** The same up to `most` columns; for a wider text, any larger number, so that its end need not be read. */
export function widthUpTo(text: string, most: number): number {
  return plainWidths(text) ?? loneWidths(text) ?? segmentedWidth(text, most);
}

/** A UTF-16 code unit takes at most two columns. */
export function isWithinColumns(text: string, columns: number): boolean {
  return 2 * text.length <= columns || widthUpTo(text, columns) <= columns;
}

/** The text, cut between characters and ended with an ellipsis if it is wider than allowed. */
export function fitInColumns(text: string, columns: number, ellipsis = "…"): string {
  if (isWithinColumns(text, columns)) return text;
  if (columns < ellipsis.length) return ellipsis.slice(0, Math.max(0, columns));
  let kept = "";
  let used = 0;
  for (const character of charactersOf(text)) {
    used += widthInColumns(character);
    if (used > columns - ellipsis.length) break;
    kept += character;
  }
  return kept.trimEnd() + ellipsis;
}

/** The text padded with trailing spaces to at least this many columns. */
export function padToColumns(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthInColumns(text)));
}

function charactersOf(text: string): Iterable<string> {
  return loneWidths(text) === undefined ? graphemesOf(text) : (text.match(/[\d#*]\ufe0f?\u20e3|.\ufe0f?/gsu) ?? []);
}

const windowSize = 500;

/**
 * The grapheme clusters of a text. The segmenter takes quadratic time for a long text, so it is given one window after
 * the other; the last cluster of a window may go on in the next one.
 */
export function* graphemesOf(text: string): Generator<string> {
  let size = windowSize;
  for (let start = 0; start < text.length; ) {
    const end = /[\ud800-\udbff]/.test(text.charAt(start + size - 1)) ? start + size + 1 : start + size;
    const segments = [...segmenter().segment(text.slice(start, end))];
    const isLast = end >= text.length;
    const kept = isLast ? segments : segments.slice(0, -1);
    for (const { segment } of kept) {
      yield segment;
      start += segment.length;
    }
    // A cluster as long as the window: in a larger one, its end is found.
    size = kept.length === 0 ? size * 2 : windowSize;
  }
}

/** One column each. V8 scans with a pattern faster than it runs a loop that is not compiled yet. */
const asciiText = /^[\0-~]*$/;

function plainWidths(text: string): number | undefined {
  if (asciiText.test(text)) return text.length;
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const columns = plainWidth(text.charCodeAt(index));
    if (columns === 0) return undefined;
    width += columns;
  }
  return width;
}

/** Keycaps, and symbols that combine only with the emoji variation selector: no flags, no skin tones. */
const loneSymbol =
  /[\d#*]\ufe0f?\u20e3|[\u2300-\u2bff\u{1f000}-\u{1f1e5}\u{1f200}-\u{1f3fa}\u{1f400}-\u{1faff}]\ufe0f?/gu;

/** The columns of a text of plain characters and lone symbols; undefined for others. */
function loneWidths(text: string): number | undefined {
  const plain = plainWidths(text.replace(loneSymbol, ""));
  if (plain === undefined) return undefined;
  const symbols = text.match(loneSymbol) ?? [];
  return symbols.reduce((width, symbol) => width + loneWidth(symbol), plain);
}

const selectedEmoji = /^\p{Emoji}\ufe0f$/u;

function loneWidth(symbol: string): number {
  const isKeycap = symbol.endsWith("\u20e3");
  // The pattern loads Unicode data, which takes a millisecond.
  const isSelected = symbol.endsWith("\ufe0f") && selectedEmoji.test(symbol);
  return isKeycap || isSelected ? 2 : eastAsianWidth(symbol.codePointAt(0) ?? 0);
}

/** The columns of a character that never combines with another one; 0 for all that might. */
function plainWidth(code: number): 0 | 1 | 2 {
  if (code < 0x7f) return 1;
  if (code < 0x300) return code >= 0xa0 && code !== 0xad ? 1 : 0;
  // Greek and Cyrillic, without the combining marks of the latter.
  if (code < 0x530) return (code >= 0x384 && code <= 0x482) || code >= 0x48a ? 1 : 0;
  if (code < 0x700) return isPlainSemitic(code) ? 1 : 0;
  // Latin letters of Vietnamese and other languages.
  if (code < 0x1f00) return code >= 0x1e00 ? 1 : 0;
  // Dashes, quotation marks, currencies, letterlike symbols, arrows, mathematics, without joiners and marks.
  if (code < 0x2300) return isPlainSymbol(code) ? 1 : 0;
  // Box drawing and blocks.
  if (code < 0x25a0) return code >= 0x2500 ? 1 : 0;
  // The program's own check mark, which is not an emoji.
  if (code === 0x2713) return 1;
  // Private use and ligatures: with the ranges above, everything that UTF-8 misread as Mac Roman consists of.
  if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfb01 || code === 0xfb02 || code === 0x25ca) return 1;
  // Halfwidth kana, without their marks.
  if (code >= 0xff61 && code <= 0xff9d) return 1;
  // CJK punctuation, kana, ideographs, Hangul syllables, fullwidth forms, without combining marks.
  return isPlainIdeograph(code) ? 2 : 0;
}

/** Letters, digits and punctuation of Hebrew and Arabic, without points, vowel marks and number-joining characters. */
function isPlainSemitic(code: number): boolean {
  return (
    (code >= 0x5d0 && code <= 0x5ea) ||
    (code >= 0x60b && code <= 0x60f) ||
    (code >= 0x61d && code <= 0x64a) ||
    (code >= 0x660 && code <= 0x66f) ||
    (code >= 0x671 && code <= 0x6d5) ||
    code === 0x61b
  );
}

function isPlainSymbol(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2030 && code <= 0x205e) ||
    (code >= 0x2070 && code <= 0x20bf) ||
    code >= 0x2100
  );
}

function isPlainIdeograph(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x3029) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a0 && code <= 0x30ff) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xff01 && code <= 0xff60)
  );
}

const segmenter = lazy(() => new Intl.Segmenter());

function segmentedWidth(text: string, most: number): number {
  let width = 0;
  for (const grapheme of graphemesOf(text)) {
    width += segmentWidth(grapheme);
    if (width > most) break;
  }
  return width;
}

interface Patterns {
  /** A keycap such as `1️⃣` counts as an emoji, with or without its variation selector. */
  readonly emoji: RegExp;
  readonly invisible: RegExp;
  readonly spacing: RegExp;
  readonly pictographs: RegExp;
}

/** Built on first use: the Unicode emoji pattern costs 16 ms. */
const patterns = lazy(
  (): Patterns => ({
    emoji: /^(?:\p{RGI_Emoji}|[\d#*]\u20e3)$/v,
    invisible:
      /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/v,
    spacing: /[\p{Spacing_Mark}\uff00-\uffef]/v,
    pictographs: /\p{Extended_Pictographic}/gu,
  }),
);

/** The width of a grapheme cluster: its first visible code point decides, spacing marks after it add theirs. */
function segmentWidth(segment: string): number {
  const { emoji, invisible, spacing, pictographs } = patterns();
  const isJoinedEmoji = segment.includes("\u200d") && (segment.match(pictographs)?.length ?? 0) > 1;
  if (isJoinedEmoji || emoji.test(segment)) return 2;
  let width = 0;
  for (const character of segment) {
    if (invisible.test(character)) continue;
    if (width === 0 || spacing.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
