// Rule: list items that are almost tasks.

import type { ListItem } from "../model/blocks.js";
import type { Span } from "../text/edit.js";
import { type Finding, linesIn, type Rule } from "./rule.js";

export const nearTask: Rule = {
  code: "TASK_MALFORMED",
  severity: "warning",
  means: "a list item that looks like a task but is not: `- []`, `-[ ] x`, `- [ ]x`",
  find({ roadmap: { text }, blocks: { items, paragraphs } }) {
    return [
      ...items.flatMap((item) => itemFindings(text, item)),
      ...[...paragraphs, ...items.flatMap(({ content }) => content ?? [])].flatMap((span) => glued(text, span)),
    ];
  },
};

/** A checkbox without a mark, with spaces around it, or with text right after it. Links begin with brackets too. */
const oddBox = /\[(?:[ \t]*|[ \t]*[xX][ \t]*)\](?![([:])(\S?)/y;

/** Five or more spaces after the list marker make the rest indented code (CommonMark 5.2). */
const farBox = /(?:[-*+]|\d{1,9}[.)])[ \t]{5,}(\[[ xX]?\])/y;

function itemFindings(text: string, { mark, content, span }: ListItem): Finding[] {
  if (mark) return [];
  if (!content) {
    farBox.lastIndex = span.start;
    const box = farBox.exec(text)?.[1];
    if (box === undefined) return [];
    const start = farBox.lastIndex - box.length;
    return [
      malformed({ start, end: start + box.length }, "too many spaces before the checkbox make it code", "- [ ] text"),
    ];
  }
  oddBox.lastIndex = content.start;
  const found = oddBox.exec(text);
  if (!found) return [];
  const [all, afterBox = ""] = found;
  const box = all.slice(0, all.length - afterBox.length);
  const at = { start: content.start, end: content.start + box.length };
  if (content.end === at.end) return [];
  const isUsual = /^\[[ xX]\]$/.test(box);
  if (isUsual) return [malformed(at, `no space after ${box}`, `- ${box} text`)];
  return [malformed(at, `a checkbox holds one space or one x, not "${box}"`, `- [${/x/i.test(box) ? "x" : " "}] text`)];
}

/** `-[ ] x` at the start of a line of text. */
function glued(text: string, span: Span): Finding[] {
  return linesIn(text, span).flatMap(({ text: line, span: { start } }) => {
    const found = /^[-*+]\[[ xX]?\](?=\s+\S)/.exec(line)?.[0];
    if (found === undefined) return [];
    return [
      malformed(
        { start, end: start + found.length },
        "no space between the list marker and the checkbox",
        "- [ ] text",
      ),
    ];
  });
}

function malformed(span: Span, why: string, example: string): Finding {
  return { span, message: `not a task: ${why}`, hint: `write it as \`${example}\`` };
}
