// Inline text: the plain text, the links and the value of a cell, heading or task, and text escaped for a cell.

import { lazy, memoizeText } from "../text/memoize.js";
import { isPlaceholder } from "./dates.js";
import { decodedEntity, entityPattern, withoutEntities } from "./entities.js";
import { UserError } from "./errors.js";

/**
 * The text without Markdown: escapes resolved; emphasis, code and link marks dropped; links replaced by their text. For
 * matching names and for display, never for writing back.
 */
export function plainText(raw: string): string {
  if (raw === "") return "";
  const trimmed = raw.trim();
  return markupOrSpaces.test(trimmed) ? withoutMarkdown(trimmed) : trimmed;
}

/** Anything that could be Markdown; most cells contain none. */
const markup = /[\\`*_~[\]<]|&[#A-Za-z]/;

/**
 * The same plus whitespace that would be collapsed: a text that matches none of this and has no spaces at its ends is
 * already plain.
 */
const markupOrSpaces = /[\\`*_~[\]<]|&[#A-Za-z]|[^\S ]| {2}/;

const withoutMarkdown = memoizeText((raw) => {
  if (!markup.test(raw)) return collapseSpaces(raw);
  // Escaped characters, code and bare links are replaced first, so the later steps find no marks in them.
  const kept: string[] = [];
  const keep: Keep = (text) => {
    if (kept.length >= 6000) return text;
    return `\uE000${String.fromCharCode(0xe100 + (kept.push(text) - 1))}`;
  };
  const text = withoutLinks(
    withoutComments(replaceCode(raw, keep))
      .replace(/<((?:https?|mailto):[^<>\s]*)>/g, (_, link: string) => keep(withoutEntities(link)))
      .replace(/<br *\/?>/gi, () => keep(" "))
      .replace(tag, () => keep("")),
    keep,
  ).replace(/(?<![A-Za-z])https?:\/\/[^\s<\uE000]*[^\s<\uE000!"'),.:;?_~*\]]/g, (link) => keep(withoutEntities(link)));
  // A single pass: restored text must not be decoded, and a decoded entity must not be taken for a placeholder.
  return collapseSpaces(
    withoutEmphasis(text).replace(placeholderOrEntity, (match, placeholder?: string) =>
      placeholder === undefined ? decodedEntity(match) : (kept[placeholder.charCodeAt(0) - 0xe100] ?? ""),
    ),
  );
});

const placeholderOrEntity = new RegExp(`\uE000([\uE100-\uF8FF])|${entityPattern}`, "g");

/** Without HTML comments, including `<!-->`; an unclosed comment stays. */
function withoutComments(text: string): string {
  let output = "";
  let end = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", end)) {
    const close = text.indexOf("-->", start + 2);
    if (close < 0) break;
    output += text.slice(end, start);
    end = close + 3;
  }
  return output + text.slice(end);
}

/** An HTML tag as CommonMark defines it: `Map<K, V>` is none. */
const tag =
  /<(?:[A-Za-z][\w-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[A-Za-z][\w-]*\s*)>/g;

function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The text without what GFM or HTML strikes out: `~~Todo~~ Done` → ` Done`. */
export function withoutStruckText(raw: string): string {
  if (!/[~<]/.test(raw)) return raw;
  return raw
    .replace(/(?<![\\~])(~~?)(?![~\s])[^~]*[^~\s]\1(?!~)/g, "")
    .replace(/<(del|s|strike)\b[^<>]*>.*?<\/\1>/gi, "");
}

/** The text a cell represents: `\|` is a pipe, `<br>` a line break. The inverse of `escapeCell`. */
export function cellValue(raw: string): string {
  if (!raw.includes("\\|") && !raw.includes("<")) return raw;
  return raw.replace(/\\\\|\\\|/g, (pair) => (pair === "\\|" ? "|" : pair)).replace(/<br *\/?>/gi, "\n");
}

/**
 * The text as it is written into a cell: pipes escaped (already escaped ones stay), line breaks as `<br>`, trimmed.
 * @throws UserError for control characters and half surrogates: a cell cannot contain them.
 */
export function escapeCell(text: string): string {
  const oneLine = writableText(text, { lineBreak: "<br>", place: "a table cell" });
  return oneLine.replace(/\\[\\|]|\|/g, (match) => (match === "|" ? "\\|" : match));
}

/**
 * Typed text as it can be stored on one line of a file: trimmed, with `lineBreak` in place of each line break and the
 * whitespace around it.
 * @throws UserError for control characters and half surrogates; `place` names what cannot contain them, like `a
 * heading`
 */
export function writableText(typed: string, { lineBreak, place }: { lineBreak: string; place: string }): string {
  const text = typed.trim().replace(/\s*(?:\r\n|[\n\r\u2028\u2029])\s*/g, lineBreak);
  if (!/\p{Cc}/u.test(text) && text.isWellFormed()) return text;
  throw new UserError(
    "TEXT_NOT_WRITABLE",
    `the text contains a control character, which is not allowed in ${place}`,
    "type it again without that character",
  );
}

/** The URLs in a cell, in order: autolinks, targets of Markdown links, and bare URLs. */
export function linksIn(raw: string): string[] {
  return [...new Set(writtenLinks(raw).map(linkMeant))];
}

/** The same as they are written, with entities and escapes. */
export function writtenLinks(raw: string): string[] {
  if (raw === "") return [];
  const links = raw.replace(/\\\|/g, "|").match(linkPattern) ?? [];
  return [...new Set(links.map((link) => (link.startsWith("]") ? link.replace(/^\]\(<?/, "") : bareLink(link))))];
}

/** The URL that a written link leads to: `?a&amp;b` is `?a&b`, and `a\_b` is `a_b`. */
export function linkMeant(written: string): string {
  return withoutEntities(written.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
}

/** The target of a Markdown link, in angle brackets or with balanced parentheses in it; or a bare URL. */
const linkPattern =
  /\]\(<[^<>]+|\]\((?:[^\s()<>]|\([^\s()<>]*\))+|<?(?:(?:https?|ftp):\/\/(?:(?:[^\s<>,;\]@/[]*@)?\[[\da-fA-F:.]+\])?|www\.)(?:[^\s<>,;\]`]|(?<=&(?:amp|#\w{1,7}));)+/g;

/** Without the marks at the end that GFM leaves out, and without a closing parenthesis that was opened before it. */
function bareLink(match: string): string {
  const link = match.replace(/^</, "");
  let unopened = link.split(")").length - link.split("(").length;
  let end = link.length;
  for (; end > 0; end--) {
    const last = link.charAt(end - 1);
    if (last === ")" ? unopened-- <= 0 : !".?!:*_~'\"".includes(last)) break;
  }
  return link.slice(0, end);
}

/** A cell is blank when it contains only whitespace (also as `&nbsp;` or `<br>`) or a placeholder such as `TBD`. */
export function isBlankCell(raw: string): boolean {
  return raw === "" || (isPlaceholder(plainText(raw)) && !hidesContent(raw));
}

/** Whether a cell contains more than its plain text shows: links, images, HTML, comments, struck-out text. */
export function hidesContent(raw: string): boolean {
  return /\]\(|\]\[|\[\[|<(?!br *\/?>)[a-z/!?]|~~/i.test(raw);
}

/** Whitespace and invisible characters: zero-width and joining characters, tags, fillers, direction marks. */
const invisible = lazy(() => /[\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu);

/**
 * Whether the text, rendered as Markdown, shows no character: `<br>`, `&nbsp;`, `<!-- later -->`, `![](a.png)`,
 * `[](b.md)`.
 */
export function isNameless(text: string): boolean {
  const visibleText = plainText(text);
  return !/[!-~]/.test(visibleText) && visibleText.replace(invisible(), "") === "";
}

/** `___`, `…`, `TBD`, `[your topic]`: the place of a name. */
export function isPlaceholderName(name: string): boolean {
  return /^(?:[_.…·*?\s/]+|tb[acd]|待定|未定|\[(?:your|add|insert) [^\]]*\])$/i.test(name);
}

// Links and images: replaced by their text, which may contain brackets and images.
//
//     [[Review] Trees]( https://example.org 'title' ), ![a](b.png), [a][b], [[note|shown]]   →   [Review] Trees, a, a, shown

const wikiLink = /!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\](?!\()/g;

/** What follows the text of a link: its target and title, or its label; not whether that label is defined. */
const linkEnd =
  /\((?:\s*|\s*(?:<[^<>]*>|(?:[^\s()<]|\((?:[^\s()]|\([^\s()]*\))*\))+)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*)\)|\[[^[\]]*\]/y;

/** No one nests images deeper; without a limit, reading them would take quadratic time. */
const maxOpenBrackets = 100;

function withoutLinks(text: string, keep: Keep): string {
  if (!text.includes("[")) return text;
  const source = text.replace(wikiLink, "$1");
  const output: string[] = [];
  /** The places of opening brackets in `output`. */
  const open: number[] = [];
  /** A link cannot contain another one, so brackets that open before the last link are text; images can contain links. */
  let lastLink = -1;
  let end = 0;
  for (const { 0: bracket, index } of source.matchAll(/!?\[|\]/g)) {
    if (index < end) continue;
    output.push(source.slice(end, index));
    end = index + bracket.length;
    const start = bracket === "]" ? open.pop() : undefined;
    linkEnd.lastIndex = end;
    if (start !== undefined && (start > lastLink || output[start] === "![") && linkEnd.test(source)) {
      const [opening, ...inside] = output.splice(start);
      // What was inside is one text now: the places after `start` are given out again.
      lastLink = opening === "[" ? start : Math.min(lastLink, start);
      output.push(separateText(inside.join(""), keep));
      end = linkEnd.lastIndex;
      continue;
    }
    if (bracket !== "]" && open.length < maxOpenBrackets) open.push(output.length);
    output.push(bracket);
  }
  return output.join("") + source.slice(end);
}

/** The text of a link: emphasis does not begin inside and end outside, and next to it the brackets are punctuation. */
function separateText(text: string, keep: Keep): string {
  return withoutEmphasis(keep("") + text + keep("")).replace(/[*_~]+/g, keep);
}

// Code spans and escapes: the text between backticks, and characters after a backslash, are never Markdown.
//
//     `a|b`, ``a ` b``, \*   →   each passed literally to `keep`

const escapeOrTicks = /\\[!-/:-@[-`{-~]|`+/g;

/** Puts a text aside, and returns what represents it until the other Markdown is read. */
type Keep = (output: string) => string;

/** Replaces each code span and escape by the result of `keep`; unclosed backticks stay. */
function replaceCode(text: string, keep: Keep): string {
  const nextTicks = ticksByLength(text);
  let output = "";
  let end = 0;
  for (const { 0: token, index } of text.matchAll(escapeOrTicks)) {
    if (index < end) continue;
    const start = index + token.length;
    if (token.startsWith("\\")) {
      output += text.slice(end, index) + (token === "\\|" ? "|" : keep(token.slice(1)));
      end = start;
      continue;
    }
    const close = nextTicks(token.length, start);
    if (close === undefined) continue;
    output += text.slice(end, index) + keep(codeText(text.slice(start, close)));
    end = close + token.length;
  }
  return output + text.slice(end);
}

/** The position of the next run of exactly `length` backticks. `from` must never decrease between calls. */
function ticksByLength(text: string): (length: number, from: number) => number | undefined {
  const places = new Map<number, number[]>();
  for (const { 0: ticks, index } of text.matchAll(/`+/g)) {
    const known = places.get(ticks.length);
    if (known) known.push(index);
    else places.set(ticks.length, [index]);
  }
  const passed = new Map<number, number>();
  return (length, from) => {
    const known = places.get(length) ?? [];
    let at = passed.get(length) ?? 0;
    while ((known[at] ?? from) < from) at++;
    passed.set(length, at);
    return known[at];
  };
}

/** In a table, pipes are escaped even in code. One space at each end separates the content from the backticks. */
function codeText(code: string): string {
  const isPadded = code.startsWith(" ") && code.endsWith(" ") && code.trim() !== "";
  return (isPadded ? code.slice(1, -1) : code).replaceAll("\\|", "|");
}

// Emphasis: which asterisks, underscores and tildes are delimiters and which are text (CommonMark, GFM).
//
//     A* search, *all of* it, snake_case, ~~gone~~   →   A* search, all of it, snake_case, gone

/** A delimiter run. */
interface Run {
  readonly delimiter: string;
  readonly start: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** How many of its characters are text. */
  rest: number;
}

/** The text without emphasis and strikethrough delimiters; unmatched delimiters stay. */
function withoutEmphasis(text: string): string {
  const runs = Array.from(text.matchAll(/\*+|_+|~+/g), ({ 0: delimiters, index }) => runAt(text, delimiters, index));
  pairEmphasis(runs.filter(({ delimiter }) => delimiter !== "~"));
  pairStrikethrough(runs.filter(({ delimiter, length }) => delimiter === "~" && length <= 2));
  let output = "";
  let end = 0;
  for (const { start, length, delimiter, rest } of runs) {
    output += text.slice(end, start) + delimiter.repeat(rest);
    end = start + length;
  }
  return output + text.slice(end);
}

const blank = /^\s$/;
/** A placeholder counts as punctuation, like the backtick or backslash it replaces. Emoji are not punctuation. */
const punctuation = lazy(() => /^[\p{P}\p{S}\uE000-\uF8FF]$/u);
/** ASCII only: compiling the Unicode pattern dominates start-up. */
const asciiPunctuation = /^[!-/:-@[-`{-~]$/;

function isPunctuation(character: string): boolean {
  return character < "\x80" ? asciiPunctuation.test(character) : punctuation().test(character);
}

function runAt(text: string, delimiters: string, start: number): Run {
  const [delimiter, { length }] = [delimiters.charAt(0), delimiters];
  const [before, after] = [text.charAt(start - 1), text.charAt(start + length)];
  const [isBlankBefore, isBlankAfter] = [blank.test(before || " "), blank.test(after || " ")];
  const [isPunctuationBefore, isPunctuationAfter] = [isPunctuation(before), isPunctuation(after)];
  const isLeftFlanking = !isBlankAfter && (!isPunctuationAfter || isBlankBefore || isPunctuationBefore);
  const isRightFlanking = !isBlankBefore && (!isPunctuationBefore || isBlankAfter || isPunctuationAfter);
  const isInWord = delimiter === "_" && isLeftFlanking && isRightFlanking;
  return {
    delimiter,
    start,
    length,
    canOpen: isLeftFlanking && (!isInWord || isPunctuationBefore),
    canClose: isRightFlanking && (!isInWord || isPunctuationAfter),
    rest: length,
  };
}

/** Each run closes the nearest matching run before it; runs in between stay text. */
function pairEmphasis(runs: readonly Run[]): void {
  const open: Run[] = [];
  // No opener for this kind of run exists below these indices; they keep the search linear (CommonMark's
  // openers_bottom).
  const floors = new Map<string, number>();
  for (const run of runs) {
    const kind = `${run.delimiter} ${run.canOpen} ${run.length % 3}`;
    while (run.canClose && run.rest > 0) {
      const at = lastOpening(open, run, floors.get(kind) ?? 0);
      const opening = open[at];
      if (!opening) {
        floors.set(kind, open.length);
        break;
      }
      const count = opening.rest >= 2 && run.rest >= 2 ? 2 : 1;
      opening.rest -= count;
      run.rest -= count;
      open.length = opening.rest > 0 ? at + 1 : at;
      for (const [known, floor] of floors) floors.set(known, Math.min(floor, open.length));
    }
    if (run.canOpen && run.rest > 0) open.push(run);
  }
}

function lastOpening(open: readonly Run[], closing: Run, floor: number): number {
  for (let at = open.length - 1; at >= floor; at--) {
    const opening = open[at];
    if (opening?.delimiter !== closing.delimiter) continue;
    const isOdd =
      (opening.canClose || closing.canOpen) && (opening.length + closing.length) % 3 === 0 && opening.length % 3 !== 0;
    if (!isOdd) return at;
  }
  return -1;
}

/** One or two tildes, and the same number at the other end; runs in between stay text. */
function pairStrikethrough(runs: readonly Run[]): void {
  const open: [Run[], Run[]] = [[], []];
  for (const run of runs) {
    const [same, other] = run.length === 1 ? open : [open[1], open[0]];
    const opening = run.canClose ? same.pop() : undefined;
    if (opening) {
      [opening.rest, run.rest] = [0, 0];
      while ((other.at(-1)?.start ?? -1) > opening.start) other.pop();
    } else if (run.canOpen) same.push(run);
  }
}
