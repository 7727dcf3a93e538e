// Rule: lines that look like tasks but are not.

import type { ListItem } from "../model/blocks.js";
import { groupBy } from "../text/arrays.js";
import type { Span } from "../text/edit.js";
import { type Finding, linesIn, type Rule } from "./rule.js";

export const nearTask: Rule = {
  code: "TASK_MALFORMED",
  severity: "warning",
  means: "a line that looks like a task but is not: `- []`, `-[ ] x`, `- [ ]x`, `- **[ ] x**`, `- ☐ x`",
  find({ roadmap: { text }, blocks: { items, paragraphs } }) {
    const lookalikes = [
      ...items.flatMap((item) => itemLookalikes(text, item)),
      ...items.flatMap(({ content }) => (content ? gluedBoxes(text, content) : [])),
      ...paragraphs.flatMap((span) => [...gluedBoxes(text, span), ...boxesWithoutMarker(text, span)]),
    ];
    return byReason(lookalikes.sort((a, b) => a.span.start - b.span.start));
  },
};

interface Lookalike {
  readonly span: Span;
  readonly why: string;
  /** How to write it. */
  readonly example: string;
}

/** A checkbox without a mark, with spaces around it, or with text right after it. Links begin with brackets too. */
const oddBox = /\[(?:[ \t]*|[ \t]*[xX][ \t]*)\](?![([:])(\S?)/y;

/** Five or more spaces after the list marker make the rest indented code (CommonMark 5.2). */
const farBox = /(?:[-*+]|\d{1,9}[.)])[ \t]{5,}(\[[ xX]?\])/y;

/** What only looks like a checkbox, at the start of a list item. */
const otherBoxes: readonly Omit<Lookalike & { readonly pattern: RegExp }, "span">[] = [
  {
    pattern: /(?:[*_~]{1,3}|<[A-Za-z]+>)+\[[ xX]?\]/y,
    why: "the checkbox is inside other Markdown",
    example: "- [ ] **text**",
  },
  { pattern: /\\\[[ xX]?\\?\]/y, why: "a backslash makes the checkbox plain text", example: "- [ ] text" },
  { pattern: /<input\b[^<>]*>/iy, why: "the checkbox is HTML", example: "- [ ] text" },
  { pattern: /[☐□▢⬜🔲☑☒🗹]|［[ xX　]?］/uy, why: "the checkbox is a character", example: "- [ ] text" },
];

function itemLookalikes(text: string, { mark, content, span }: ListItem): Lookalike[] {
  if (mark) return [];
  if (!content) {
    const box = matchAt(farBox, text, span.start)?.[1];
    if (box === undefined) return [];
    const start = farBox.lastIndex - box.length;
    return [
      {
        span: { start, end: start + box.length },
        why: "too many spaces before the checkbox make it code",
        example: "- [ ] text",
      },
    ];
  }
  const box = boxAt(text, content);
  return box ? [box] : [];
}

function boxAt(text: string, { start, end }: Span): Lookalike | null {
  for (const { pattern, why, example } of otherBoxes) {
    const length = matchAt(pattern, text, start)?.[0].length;
    if (length !== undefined && start + length < end) return { span: { start, end: start + length }, why, example };
  }
  const [all, afterBox = ""] = matchAt(oddBox, text, start) ?? [];
  if (all === undefined) return null;
  const box = all.slice(0, all.length - afterBox.length);
  const span = { start, end: start + box.length };
  if (end === span.end) return null;
  if (/^\[[ xX]\]$/.test(box)) return { span, why: `no space after ${box}`, example: `- ${box} text` };
  const mark = /x/i.test(box) ? "x" : " ";
  return { span, why: `a checkbox holds one space or one x, not "${box}"`, example: `- [${mark}] text` };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** `-[ ] x` at the start of a line of text. */
function gluedBoxes(text: string, span: Span): Lookalike[] {
  const why = "no space between the list marker and the checkbox";
  return boxesInLines(text, span, { pattern: /^(?:[-*+]|\d{1,9}[.)])\[[ xX]?\](?=\s+\S)/, why });
}

/** `[ ] x` at the start of a line of text. */
function boxesWithoutMarker(text: string, span: Span): Lookalike[] {
  const why = "no list marker before the checkbox";
  return boxesInLines(text, span, { pattern: /^(?:\[[ xX]\]|[☐☑☒])(?=\s+\S)/, why });
}

function boxesInLines(text: string, span: Span, { pattern, why }: { pattern: RegExp; why: string }): Lookalike[] {
  return linesIn(text, span).flatMap(({ text: line, span: { start } }) => {
    const box = pattern.exec(line)?.[0];
    return box === undefined ? [] : [{ span: { start, end: start + box.length }, why, example: "- [ ] text" }];
  });
}

/** One problem for all lines that are no tasks for the same reason: a file may have hundreds of them. */
function byReason(lookalikes: readonly Lookalike[]): Finding[] {
  return [...groupBy(lookalikes, ({ why }) => why).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { span, why, example } = first;
    const more = others.length > 0 ? `; ${others.length} more like it below` : "";
    return [{ span, message: `not a task: ${why}${more}`, hint: `write it as \`${example}\`` }];
  });
}
