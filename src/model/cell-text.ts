// Cell text: the plain text of a table cell or task without its Markdown, and text escaped for a cell.

import { memoizeText } from "../text/memoize.js";
import { replaceCode } from "./code-spans.js";
import { withoutEmphasis } from "./emphasis.js";
import { decodedEntity, entityPattern, withoutEntities } from "./entities.js";
import { writableText } from "./writable-text.js";

/** Any character that could be Markdown; most cells contain none. */
const markdownSign = /[\\`*_~[\]<&!]/;

/**
 * The same plus whitespace that would be collapsed: a text that matches none of this and has no spaces at its ends is
 * already plain.
 */
const signOrBlanks = /[\\`*_~[\]<&!]|[^\S ]| {2}/;

/**
 * The text without Markdown: escapes resolved; emphasis, code and link marks dropped; links replaced by their text. For
 * matching names and for display, never for writing back.
 */
export function plainText(raw: string): string {
  const trimmed = raw.trim();
  return signOrBlanks.test(trimmed) ? withoutMarkdown(trimmed) : trimmed;
}

const withoutMarkdown = memoizeText((raw) => {
  if (!markdownSign.test(raw)) return foldBlanks(raw);
  // Escaped characters, code and bare links are replaced first, so the later steps find no marks in them.
  const kept: string[] = [];
  const keep = (text: string) => {
    if (kept.length >= 6000) return text;
    return `\uE000${String.fromCharCode(0xe100 + (kept.push(text) - 1))}`;
  };
  const text = withoutComments(replaceCode(raw, keep))
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, "$1")
    .replace(/!?\[([^[\]]*)\]\((?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*)(?: +"[^"]*")?\)/g, "$1")
    .replace(/!?\[([^[\]]*)\]\[[^[\]]*\]/g, "$1")
    .replace(/<((?:https?|mailto):[^<>\s]*)>/g, "$1")
    .replace(/<br *\/?>/gi, " ")
    .replace(/<\/?[A-Za-z][^<>]*>/g, "")
    .replace(/(?<![A-Za-z])https?:\/\/[^\s<\uE000]*[^\s<\uE000!"'),.:;?_~*\]]/g, (link) => keep(withoutEntities(link)));
  // A single pass: restored text must not be decoded, and a decoded entity must not be taken for a placeholder.
  return foldBlanks(
    withoutEmphasis(text).replace(asideOrEntity, (found, at?: string) =>
      at === undefined ? decodedEntity(found) : (kept[at.charCodeAt(0) - 0xe100] ?? ""),
    ),
  );
});

/** Without HTML comments, including `<!-->`; an unclosed comment stays. */
function withoutComments(text: string): string {
  let said = "";
  let end = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", end)) {
    const close = text.indexOf("-->", start + 2);
    if (close < 0) break;
    said += text.slice(end, start);
    end = close + 3;
  }
  return said + text.slice(end);
}

const asideOrEntity = new RegExp(`\uE000([\uE100-\uF8FF])|${entityPattern}`, "g");

/** The text without what GFM or HTML strikes out: `~~Todo~~ Done` → ` Done`. */
export function withoutStruckText(raw: string): string {
  if (!/[~<]/.test(raw)) return raw;
  return raw
    .replace(/(?<![\\~])(~~?)(?![~\s])[^~]*[^~\s]\1(?!~)/g, "")
    .replace(/<(del|s|strike)\b[^<>]*>.*?<\/\1>/gi, "");
}

function foldBlanks(text: string): string {
  return text.replace(/\s+/g, " ").trim();
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
  return oneLine.replace(/\\[\\|]|\|/g, (found) => (found === "|" ? "\\|" : found));
}

/** The URLs in a cell, in order: autolinks, targets of Markdown links, and bare URLs. */
export function linksIn(raw: string): string[] {
  if (raw === "") return [];
  const found = raw.replace(/\\\|/g, "|").match(linkPattern) ?? [];
  return [...new Set(found.map((link) => (link.startsWith("]") ? link.replace(/^\]\(<?/, "") : bareLink(link))))];
}

/** The target of a Markdown link, in angle brackets or with balanced parentheses in it; or a bare URL. */
const linkPattern =
  /\]\(<[^<>]+|\]\((?:[^\s()<>]|\([^\s()<>]*\))+|<?(?:(?:https?|ftp):\/\/(?:(?:[^\s<>,;\]@/[]*@)?\[[\da-fA-F:.]+\])?|www\.)[^\s<>,;\]]+/g;

/** Without trailing punctuation, and without a closing parenthesis that was opened before it. */
function bareLink(found: string): string {
  const link = found.replace(/^</, "");
  let unopened = link.split(")").length - link.split("(").length;
  let end = link.length;
  while (link[end - 1] === "." || (link[end - 1] === ")" && unopened > 0)) if (link[--end] === ")") unopened--;
  return link.slice(0, end);
}
