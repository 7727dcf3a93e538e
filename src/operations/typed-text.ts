// Typed text: a name as it is written into a heading, task or cell, with the Markdown of the name it replaces.

import type { Heading } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { isNameless, linksIn, plainText, writableText } from "../model/inline-text.js";

/**
 * Text typed as a heading, for its place after the `#`: on one line; a trailing `#` is escaped, because it would be
 * read as a closing one.
 * @throws UserError for control characters and half surrogates
 */
export function headingText(typed: string): string {
  return writableText(typed, { lineBreak: " ", place: "a heading" }).replace(/(^|\s)(#+)$/, "$1\\$2");
}

/** Whether it is a setext heading: underlined, without marks before it. */
export function isUnderlined({ span, content }: Heading): boolean {
  return span.start === content.start;
}

/** Setext text is escaped if it would begin something else: a list, a block quote, a thematic break. */
export function underlinedText(text: string): string {
  const number = /^\d+(?=[.)](?:\s|$))/.exec(text)?.[0];
  if (number !== undefined) return `${number}\\${text.slice(number.length)}`;
  return /^(?:[#>*_=~`<|-]|\+(?:\s|$)|\[[^\]]*\]:)/.test(text) ? `\\${text}` : text;
}

/**
 * Text typed as a task, for its place after the checkbox: on one line, with line breaks as `<br>`, trimmed.
 * @throws UserError if nothing is left, or for control characters and half surrogates
 */
export function taskText(typed: string): string {
  const text = writableText(typed, { lineBreak: "<br>", place: "a task" });
  if (!isNameless(text)) return text;
  throw new UserError("TASK_UNNAMED", "a task needs text", {
    operation: "add-task",
    input: { text: { placeholder: "TEXT", isQuoted: true }, to: { placeholder: "PHASE" } },
  });
}

/** The name of a task whose first paragraph, with the checkbox, is this. */
export function plainTaskName(content: string): string {
  return plainText(content.slice(content.indexOf("]") + 1));
}

// A new name keeps the Markdown around the old one.
//
//     <a id="go"></a>**[Go](notes/go.md)**  +  Rust   →   <a id="go"></a>**[Rust](notes/go.md)**

/** Anchors, comments and images without a text: invisible before or after a name. */
const invisible = String.raw`(?:<a\b[^<>]*>\s*<\/a>|<!--(?:(?!-->).)*-->|!\[\]\([^()\s]*\))`;
const around = new RegExp(String.raw`^((?:${invisible}\s*)*)(.*?)((?:\s*${invisible})*\s*)$`, "su");

/**
 * The raw text with the visible name replaced: inside its link, emphasis and code, between anchors and comments.
 * @param to Markdown; if it contains a link, it gets no other one
 */
export function renamedText(raw: string, to: string): string {
  const [, lead = "", name = "", tail = ""] = around.exec(raw) ?? ["", "", raw];
  const [, ownLead = "", , ownTail = ""] = around.exec(to) ?? [];
  const marks = marksAround(name);
  const wanted = plainText(to);
  const isCode = marks.some(({ open, inside }) => open.startsWith("`") && inside === to);
  if (isCode || (raw.includes(to) && plainText(raw) === wanted)) return raw;
  const links = marks.filter(({ open }) => /^(?:\[|<a\b)/i.test(open));
  const isMarked = marksAround(to).some(({ open }) => /^[*_~\x60]/.test(open));
  const before = lead.endsWith(ownLead) ? lead.slice(0, lead.length - ownLead.length) : lead;
  const after = tail.startsWith(ownTail) ? tail.slice(ownTail.length) : tail;
  return (
    [...(isMarked ? [] : [marks]), links, []]
      .map((kept) => before + inMarks(kept, to) + after)
      .find((text) => plainText(text) === wanted) ?? to
  );
}

/** The note for a name with links that are lost. */
export function lostLinks(from: string, to: string): string[] {
  const present = linksIn(to);
  return linksIn(from)
    .filter((link) => !present.includes(link))
    .map((link) => `the old name linked to ${link}; the new one does not`);
}

interface Mark {
  readonly open: string;
  readonly inside: string;
  readonly close: string;
}

/** Links, wiki links, emphasis, code and HTML, each around the whole name. */
const patterns = [
  /^(?<open>\[)(?<inside>[^[\]]+)(?<close>\]\((?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*)(?: +"[^"]*")?\)|\]\[[^[\]]+\])$/s,
  /^(?<open>\[\[[^[\]|]*\|)(?<inside>[^[\]|]+)(?<close>\]\])$/s,
  /^(?<open>\*\*|__|~~|\*|_)(?<inside>(?:(?!\1).)+)(?<close>\1)$/s,
  /^(?<open>`+)(?<inside>[^`]+)(?<close>\1)$/s,
  /^(?<open><(?<tag>[a-z][a-z\d]*)\b[^<>]*>)(?<inside>(?:(?!<\/?\k<tag>\b).)+)(?<close><\/\k<tag>>)$/is,
];

/** From outermost to innermost. */
function marksAround(name: string): Mark[] {
  const { open, inside = "", close = "" } = patterns.map((pattern) => pattern.exec(name)?.groups).find(Boolean) ?? {};
  if (open !== undefined) return [{ open, inside, close }, ...marksAround(inside)];
  // Without a text of its own, the target is the text.
  const [, page, target] = /^(?:\[\[([^[\]|]+)\]\]|\[([^[\]]+)\]\[\])$/s.exec(name) ?? [];
  if (page !== undefined) return [{ open: `[[${page}|`, inside: page, close: "]]" }];
  return target === undefined ? [] : [{ open: "[", inside: target, close: `][${target}]` }];
}

function inMarks(marks: readonly Mark[], to: string): string {
  const hasLink = /[[\]]/.test(to);
  const kept = hasLink ? marks.filter(({ open }) => !open.startsWith("[")) : marks;
  return (
    kept.map(({ open }) => open).join("") +
    to +
    kept
      .map(({ close }) => close)
      .reverse()
      .join("")
  );
}
