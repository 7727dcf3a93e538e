// Renamed text: replaces the visible name and keeps the Markdown around it.
//
//     <a id="go"></a>**[Go](notes/go.md)**  +  Rust   →   <a id="go"></a>**[Rust](notes/go.md)**

import { linksIn, plainText } from "../model/inline-text.js";

/** Anchors, comments and images without a text: invisible before or after a name. */
const unseen = String.raw`(?:<a\b[^<>]*>\s*<\/a>|<!--(?:(?!-->).)*-->|!\[\]\([^()\s]*\))`;
const around = new RegExp(String.raw`^((?:${unseen}\s*)*)(.*?)((?:\s*${unseen})*\s*)$`, "su");

/**
 * The raw text with the visible name replaced: inside its link, emphasis and code, between anchors and comments.
 * @param to Markdown; if it contains a link, it gets no other one
 */
export function renamedText(raw: string, to: string): string {
  const [, lead = "", name = "", tail = ""] = around.exec(raw) ?? ["", "", raw];
  const marks = marksAround(name);
  if ([name, ...marks.map(({ inside }) => inside)].includes(to)) return raw;
  const links = marks.filter(({ open }) => /^(?:\[|<a\b)/i.test(open));
  const asked = plainText(to);
  const isMarked = marksAround(to).some(({ open }) => /^[*_~\x60]/.test(open));
  return (
    [...(isMarked ? [] : [marks]), links, []]
      .map((kept) => lead + inMarks(kept, to) + tail)
      .find((text) => plainText(text) === asked) ?? to
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
