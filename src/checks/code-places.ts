// Code places: where a text holds code, found without reading the rest of its Markdown.

import type { Span } from "../text/span.js";

/** Fenced blocks and code spans, in order. An unclosed fence reaches to the end; a span stays in its paragraph. */
export function codePlaces(text: string): Span[] {
  const places: Span[] = [];
  let fence: { readonly mark: string; readonly start: number } | null = null;
  let prose = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const mark = /^[\s>*+-]*(```+|~~~+)/.exec(line)?.[1];
    if (mark === undefined) continue;
    if (fence === null) {
      places.push(...codeSpans(text, { start: prose, end: index }));
      fence = { mark, start: index };
    } else if (mark.startsWith(fence.mark)) {
      prose = index + line.length;
      places.push({ start: fence.start, end: prose });
      fence = null;
    }
  }
  if (fence) return [...places, { start: fence.start, end: text.length }];
  return [...places, ...codeSpans(text, { start: prose, end: text.length })];
}

function codeSpans(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  /** By length, the first of the run of backticks that may open a span. */
  let open = new Map<number, number>();
  for (const { 0: found, index } of text.slice(start, end).matchAll(/`+|(?:\r\n|\n|\r)[ \t]*(?=[\r\n])/g)) {
    const at = start + index;
    if (!found.startsWith("`")) {
      open = new Map();
      continue;
    }
    const opened = open.get(found.length);
    if (opened === undefined) open.set(found.length, at);
    else {
      spans.push({ start: opened, end: at + found.length });
      open = new Map();
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
