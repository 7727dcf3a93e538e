// Cell HTML: the text, line breaks and links of a table cell as HTML, without its other Markdown.

import { cellValue, plainText } from "../../model/inline-text.js";
import { markup } from "./svg.js";

/** @param raw the cell as written in the file */
export function cellHtml(raw: string): string {
  if (plainCell.test(raw)) return raw;
  return cellValue(raw).split("\n").map(lineHtml).join("<br>");
}

/** Links in Markdown, in angle brackets, and bare ones without trailing punctuation. */
const linkPattern =
  /!?\[([^[\]]*)\]\(<?([^()\s<>]*)>?(?:\s+"[^"]*")?\)|<((?:https?:|mailto:)[^<>\s]*)>|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"*_`])/gi;

/** Most cells contain nothing that is special in Markdown or HTML. */
const plainCell = /^[A-Za-z0-9 .,;()/+-]*$/;

function lineHtml(line: string): string {
  if (!line.includes(":") && !line.includes("](")) return textHtml(line);
  let html = "";
  let from = 0;
  linkPattern.lastIndex = 0;
  for (let match = linkPattern.exec(line); match; match = linkPattern.exec(line)) {
    const [whole, words = "", target, pointed, bare] = match;
    const link = target ?? pointed ?? bare ?? "";
    if (match.index > from) html += textHtml(line.slice(from, match.index));
    html += linkHtml(link, words === "" ? link : plainText(words));
    from = match.index + whole.length;
  }
  return from < line.length ? html + textHtml(line.slice(from)) : html;
}

/** Spaces at its ends stay, because a link may be next to them. */
function textHtml(text: string): string {
  const plain = plainText(text);
  if (plain === "") return text === "" ? "" : " ";
  return `${/^\s/.test(text) ? " " : ""}${markup(plain)}${/\s$/.test(text) ? " " : ""}`;
}

function linkHtml(link: string, words: string): string {
  if (!isSafeLink(link)) return markup(words);
  return `<a href="${markup(link)}" rel="noreferrer">${markup(words)}</a>`;
}

/**
 * Web pages, mail addresses, and relative links; no scripts, and nothing that a browser would interpret differently.
 */
export function isSafeLink(link: string): boolean {
  if (link === "" || /[\p{Cc}\\]/u.test(link)) return false;
  if (/^(?:https?:\/\/|mailto:)/i.test(link)) return true;
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link);
}
