// Rule: proof links that cannot work as written.

import { withoutCredentials } from "../model/link-target.js";
import { cellOf } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import type { Finding, Rule } from "./rule.js";

interface Fault {
  /** Matches the part that is wrong. */
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: string;
}

const inFull = "write the full URL, like https://example.org/page";

/** Only the first one found in a cell is reported. Every pattern takes linear time. */
const faults: readonly Fault[] = [
  {
    pattern: /(?<![\w-])(?:javascript|vbscript|data):[^\s)>]*/i,
    message: "runs a script instead of opening a page",
    hint: "use the URL of the page",
  },
  { pattern: /\bhttps?:\/\/(?=[\s/?#)>|]|$)/i, message: "has no host", hint: inFull },
  {
    pattern: /\bhttps?(?::\/(?!\/)|:(?!\/)(?=\w)|\/\/|;\/\/)\S*/i,
    message: "is not a URL: it must start with https://",
    hint: inFull,
  },
  {
    pattern: /(?<=^|,\s*)(?:URL|LINK)(?=\s*(?:,|$))/,
    message: "is a placeholder, not a link",
    hint: "replace it with the link",
  },
  { pattern: /\]\(\s*\)/, message: "has an empty URL", hint: "put the URL between the parentheses" },
  {
    pattern: /\] +\(<?(?:https?:|www\.)[^\s()]*\)?/i,
    message: "is not a link: there is a space between ] and (",
    hint: "remove the space",
  },
  {
    pattern: /<https?:[^\s<>]*\s[^<>]*>/i,
    message: "contains a space",
    hint: "write a space in a URL as %20",
  },
  {
    pattern: /(?<=\]\()[^\s()<>]+\s+[^\s()<>"'][^()<>]*(?=\))/,
    message: "contains a space",
    hint: "write a space in a URL as %20",
  },
  { pattern: /(?<=\]\()<?https?:[^\s()<>]*$/i, message: "is not closed", hint: "add ) after the URL" },
  { pattern: /(?<![\w./@-])www\.[\w-]+\.[^\s)>,;]*/i, message: "has no scheme", hint: "start it with https://" },
  {
    pattern: /(?<=\]\()(?:[\w-]+\.)+(?:com|org|net|io|dev|app)(?:\/[^\s()]*)?(?=\))/i,
    message: "has no scheme, so it is read as a path relative to this file",
    hint: "start it with https://",
  },
];

/** A plain URL, which most cells contain. */
const oneLink = /^https?:\/\/[\w-]+\.[\w-]+[^\s()[\]<>]*$/;

export const malformedLink: Rule = {
  code: "LINK_MALFORMED",
  severity: "warning",
  means: "a proof link that cannot work as written: a space, no host, no scheme, or a script",
  find({ roadmap: { text, topics } }) {
    return topics.flatMap((topic): Finding[] => {
      const cell = cellOf(topic, "proof");
      if (!cell || cell.start === cell.end) return [];
      const raw = textAt(text, cell);
      if (oneLink.test(raw)) return [];
      for (const { pattern, message, hint } of faults) {
        const found = pattern.exec(raw);
        if (!found) continue;
        const start = cell.start + found.index;
        const span = { start, end: start + found[0].length };
        return [{ span, message: `"${withoutCredentials(found[0])}" ${message}`, hint }];
      }
      return [];
    });
  },
};
