// Heading text: text typed as a heading, escaped for its place after the marks.

import type { Heading } from "../model/blocks.js";
import { writableText } from "../model/inline-text.js";

/**
 * On one line; a trailing `#` is escaped, because it would be read as a closing mark.
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
