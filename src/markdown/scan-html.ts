// HTML blocks as the fast reader finds them: the seven kinds of CommonMark 4.6, as micromark tells them apart.

import { isSpaceOrTab, startWithoutBlanks } from "./scan-line.js";

/** An open HTML block ends with the line that holds one of `closers`; when null, before the next blank line. */
export interface HtmlStart {
  readonly closers: readonly string[] | null;
  /** Where to look for a closer in the first line. */
  readonly from: number;
}

const RAW_NAMES = new Set(["pre", "script", "style", "textarea"]);
const RAW_CLOSERS = ["</pre>", "</script>", "</style>", "</textarea>"];
const BLOCK_NAMES = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead " +
    "title tr track ul"
  ).split(" "),
);
const LONGEST_NAME = 10;

/**
 * The HTML block that starts with the `<` at `at`, or null. A lone tag of any other name (kind 7) starts one too,
 * but does not interrupt a paragraph. CDATA is "unsure": micromark overlooks some of its ends.
 */
export function readHtmlStart(
  text: string,
  { at, end }: { at: number; end: number },
  interrupting: boolean,
): HtmlStart | "unsure" | null {
  const code = text.charCodeAt(at + 1);
  // The two dashes that open a comment may close it as well: `<!-->`.
  if (text.startsWith("<!--", at)) return { closers: ["-->"], from: at + 2 };
  if (text.startsWith("<![CDATA[", at)) return "unsure";
  if (code === 33) return isLetter(text.charCodeAt(at + 2)) ? { closers: [">"], from: at + 3 } : null;
  if (code === 63) return { closers: ["?>"], from: at + 1 };
  const closing = code === 47;
  const nameStart = closing ? at + 2 : at + 1;
  if (!isLetter(text.charCodeAt(nameStart))) return null;
  let nameEnd = nameStart + 1;
  while (nameEnd < end && isNameCharacter(text.charCodeAt(nameEnd))) nameEnd++;
  return readTag(text, { nameStart, nameEnd, end, closing }, interrupting);
}

interface Tag {
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Of the line. */
  readonly end: number;
  readonly closing: boolean;
}

function readTag(text: string, tag: Tag, interrupting: boolean): HtmlStart | null {
  const { nameStart, nameEnd, end, closing } = tag;
  const after = nameEnd < end ? text.charCodeAt(nameEnd) : 32;
  const slash = after === 47;
  if (!slash && after !== 62 && !isSpaceOrTab(after)) return null;
  const name = nameEnd - nameStart > LONGEST_NAME ? "" : text.slice(nameStart, nameEnd).toLowerCase();
  if (!slash && !closing && RAW_NAMES.has(name)) return { closers: RAW_CLOSERS, from: nameEnd };
  const block: HtmlStart = { closers: null, from: nameEnd };
  if (BLOCK_NAMES.has(name)) return slash && text.charCodeAt(nameEnd + 1) !== 62 ? null : block;
  if (interrupting) return null;
  const tagEnd = closing ? startWithoutBlanks(text, nameEnd, end) : endOfAttributes(text, nameEnd, end);
  if (tagEnd >= end || text.charCodeAt(tagEnd) !== 62) return null;
  return startWithoutBlanks(text, tagEnd + 1, end) === end ? block : null;
}

/** Where the `>` of an opening tag must stand, its attributes read; `end` when they are malformed. */
function endOfAttributes(text: string, start: number, end: number): number {
  let at = startWithoutBlanks(text, start, end);
  while (at < end && isAttributeStart(text.charCodeAt(at))) {
    while (at < end && isAttributeCharacter(text.charCodeAt(at))) at++;
    at = startWithoutBlanks(text, at, end);
    // micromark takes one value after another here: `a=b=c`.
    while (at < end && text.charCodeAt(at) === 61) {
      at = endOfValue(text, startWithoutBlanks(text, at + 1, end), end);
    }
  }
  return text.charCodeAt(at) === 47 ? at + 1 : at;
}

/** Behind an attribute's value and the blanks after it; `end` when it is malformed. */
function endOfValue(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  let at = start;
  if (quote !== 34 && quote !== 39) {
    if (start < end && "<=>`".includes(text.charAt(start))) return end;
    while (at < end && !"\"'/<=>` \t".includes(text.charAt(at))) at++;
    return startWithoutBlanks(text, at, end);
  }
  at++;
  while (at < end && text.charCodeAt(at) !== quote) at++;
  const after = text.charAt(at + 1);
  if (at >= end || at + 1 >= end || !"/> \t".includes(after)) return end;
  at = startWithoutBlanks(text, at + 1, end);
  // Behind a quoted value a further `=` is malformed.
  return text.charCodeAt(at) === 61 ? end : at;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 45;
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === 58 || code === 95;
}

function isAttributeCharacter(code: number): boolean {
  return isNameCharacter(code) || code === 46 || code === 58 || code === 95;
}
