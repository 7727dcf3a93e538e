// Blocks determined by one line: headings, thematic breaks, the openings of fences and of HTML.

import type { Heading } from "../../model/blocks.js";
import { lazy } from "../../text/memoize.js";
import {
  APOSTROPHE,
  ASTERISK,
  BACKTICK,
  COLON,
  DASH,
  DIGIT_0,
  DIGIT_9,
  DOT,
  EQUALS,
  EXCLAMATION_MARK,
  endBeforeSpaces,
  GREATER_THAN,
  HASH,
  isSpaceOrTab,
  LESS_THAN,
  LETTER_A,
  LETTER_Z,
  type Line,
  QUESTION_MARK,
  QUOTATION_MARK,
  SLASH,
  SPACE,
  startAfterSpaces,
  TILDE,
  UNDERSCORE,
} from "./line.js";
import type { Above, Fence, Html } from "./state.js";

export type BlockStart =
  | { readonly kind: "heading"; readonly heading: Heading }
  | { readonly kind: "thematicBreak" }
  | Fence
  | Html;

/** The block that starts at the line's text, if it is one that can also interrupt a paragraph. */
export function readBlockStart(text: string, line: Line, above: Above): BlockStart | "unsure" | null {
  const code = text.charCodeAt(line.at);
  if (code === HASH) return readHeading(text, line);
  if (code === ASTERISK || code === DASH || code === UNDERSCORE) {
    return isThematicBreak(text, line.at, line.end) ? { kind: "thematicBreak" } : null;
  }
  if (code === BACKTICK || code === TILDE) return readFence(text, line);
  return code === LESS_THAN ? readHtml(text, line, above) : null;
}

/** At least three of one of `*`, `-` and `_` with only whitespace between and after. */
export function isThematicBreak(text: string, start: number, end: number): boolean {
  const marker = text.charCodeAt(start);
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === marker) count++;
    else if (!isSpaceOrTab(code)) return false;
  }
  return count >= 3;
}

/** The level of the underline in `[start, end)` that turns the paragraph above into a heading, or 0. */
export function underlineDepth(text: string, start: number, end: number): 0 | 1 | 2 {
  const marker = text.charCodeAt(start);
  if (marker !== EQUALS && marker !== DASH) return 0;
  let at = start;
  while (at < end && text.charCodeAt(at) === marker) at++;
  if (startAfterSpaces(text, at, end) !== end) return 0;
  return marker === EQUALS ? 1 : 2;
}

function readHeading(text: string, line: Line): BlockStart | null {
  const { at, end } = line;
  let marks = at;
  while (marks < end && text.charCodeAt(marks) === HASH) marks++;
  const depth = marks - at;
  if (depth > 6 || (marks < end && !isSpaceOrTab(text.charCodeAt(marks)))) return null;
  const start = startAfterSpaces(text, marks, end);
  const contentEnd = endWithoutClosingMarks(text, start, end);
  const content = start === contentEnd ? { start: end, end } : { start, end: contentEnd };
  return { kind: "heading", heading: { depth, span: { start: at, end }, content } };
}

/** A trailing run of `#` is not content if whitespace precedes it. */
function endWithoutClosingMarks(text: string, start: number, lineEnd: number): number {
  const end = endBeforeSpaces(text, start, lineEnd);
  let marks = end;
  while (marks > start && text.charCodeAt(marks - 1) === HASH) marks--;
  if (marks > start && !isSpaceOrTab(text.charCodeAt(marks - 1))) return end;
  return endBeforeSpaces(text, start, marks);
}

function readFence(text: string, line: Line): Fence | null {
  const marker = text.charCodeAt(line.at);
  let at = line.at;
  while (at < line.end && text.charCodeAt(at) === marker) at++;
  const size = at - line.at;
  if (size < 3) return null;
  if (marker === BACKTICK && text.slice(at, line.end).includes("`")) return null;
  return { kind: "fence", marker, size, end: line.end };
}

function readHtml(text: string, line: Line, above: Above): Html | "unsure" | null {
  const start = readHtmlStart(text, line, above);
  if (!start || start === "unsure") return start;
  return { kind: "html", closers: start.closers, from: start.from, end: line.end };
}

// HTML blocks: the seven kinds of CommonMark 4.6, as micromark distinguishes them.

/** An open HTML block ends with the line that contains one of `closers`; if null, before the next blank line. */
interface HtmlStart {
  readonly closers: readonly string[] | null;
  /** Where to look for a closer in the first line. */
  readonly from: number;
}

const RAW_NAMES = new Set(["pre", "script", "style", "textarea"]);
const RAW_CLOSERS = ["</pre>", "</script>", "</style>", "</textarea>"];
const blockNames = lazy(
  () =>
    new Set(
      (
        "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
        "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
        "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead " +
        "title tr track ul"
      ).split(" "),
    ),
);
const MAX_NAME_LENGTH = 10;

/**
 * The HTML block that starts with the `<` at `at`, or null. A lone tag of any other name (kind 7) starts one too, but
 * does not interrupt a paragraph. CDATA is "unsure": micromark overlooks some of its ends.
 */
function readHtmlStart(
  text: string,
  { at, end }: { at: number; end: number },
  above: Above,
): HtmlStart | "unsure" | null {
  const code = text.charCodeAt(at + 1);
  // The two dashes that open a comment may also close it: `<!-->`.
  if (text.startsWith("<!--", at)) return { closers: ["-->"], from: at + 2 };
  if (text.startsWith("<![CDATA[", at)) return "unsure";
  if (code === EXCLAMATION_MARK) return isLetter(text.charCodeAt(at + 2)) ? { closers: [">"], from: at + 3 } : null;
  if (code === QUESTION_MARK) return { closers: ["?>"], from: at + 1 };
  const closing = code === SLASH;
  const nameStart = closing ? at + 2 : at + 1;
  if (!isLetter(text.charCodeAt(nameStart))) return null;
  let nameEnd = nameStart + 1;
  while (nameEnd < end && isNameCharacter(text.charCodeAt(nameEnd))) nameEnd++;
  return readTag(text, { nameStart, nameEnd, end, closing }, above);
}

interface Tag {
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Of the line. */
  readonly end: number;
  readonly closing: boolean;
}

function readTag(text: string, tag: Tag, above: Above): HtmlStart | null {
  const { nameStart, nameEnd, end, closing } = tag;
  const after = nameEnd < end ? text.charCodeAt(nameEnd) : SPACE;
  const slash = after === SLASH;
  if (!slash && after !== GREATER_THAN && !isSpaceOrTab(after)) return null;
  const name = nameEnd - nameStart > MAX_NAME_LENGTH ? "" : text.slice(nameStart, nameEnd).toLowerCase();
  if (!slash && !closing && RAW_NAMES.has(name)) return { closers: RAW_CLOSERS, from: nameEnd };
  const block: HtmlStart = { closers: null, from: nameEnd };
  if (blockNames().has(name)) return slash && text.charCodeAt(nameEnd + 1) !== GREATER_THAN ? null : block;
  if (above === "text") return null;
  const tagEnd = closing ? startAfterSpaces(text, nameEnd, end) : endOfAttributes(text, nameEnd, end);
  if (tagEnd >= end || text.charCodeAt(tagEnd) !== GREATER_THAN) return null;
  return startAfterSpaces(text, tagEnd + 1, end) === end ? block : null;
}

/** Skips the attributes of an opening tag, up to where its `>` must be; `end` if they are malformed. */
function endOfAttributes(text: string, start: number, end: number): number {
  let at = startAfterSpaces(text, start, end);
  while (at < end && isAttributeStart(text.charCodeAt(at))) {
    while (at < end && isAttributeCharacter(text.charCodeAt(at))) at++;
    at = startAfterSpaces(text, at, end);
    // micromark accepts several values in a row here: `a=b=c`.
    while (at < end && text.charCodeAt(at) === EQUALS) {
      at = endOfValue(text, startAfterSpaces(text, at + 1, end), end);
    }
  }
  return text.charCodeAt(at) === SLASH ? at + 1 : at;
}

/** After an attribute's value and the whitespace that follows; `end` if it is malformed. */
function endOfValue(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  let at = start;
  if (quote !== QUOTATION_MARK && quote !== APOSTROPHE) {
    if (start < end && "<=>`".includes(text.charAt(start))) return end;
    while (at < end && !"\"'/<=>` \t".includes(text.charAt(at))) at++;
    return startAfterSpaces(text, at, end);
  }
  at++;
  while (at < end && text.charCodeAt(at) !== quote) at++;
  const after = text.charAt(at + 1);
  if (at >= end || at + 1 >= end || !"/> \t".includes(after)) return end;
  at = startAfterSpaces(text, at + 1, end);
  // Another `=` after a quoted value is malformed.
  return text.charCodeAt(at) === EQUALS ? end : at;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= LETTER_A && lower <= LETTER_Z;
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= DIGIT_0 && code <= DIGIT_9) || code === DASH;
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === COLON || code === UNDERSCORE;
}

function isAttributeCharacter(code: number): boolean {
  return isNameCharacter(code) || code === DOT || code === COLON || code === UNDERSCORE;
}
