// Heading text: what a person types as a heading, as it is written behind its marks.

import type { Heading } from "../model/blocks.js";
import { writableText } from "../model/writable-text.js";

/**
 * On one line; a `#` at its end would be taken for a mark.
 * @throws UserError for control characters and half surrogates
 */
export function headingText(typed: string): string {
  return writableText(typed, { lineBreak: " ", place: "a heading" }).replace(/(^|\s)(#+)$/, "$1\\$2");
}

/** Whether a line below the text makes it a heading, and no mark before it. */
export function isUnderlined({ span, content }: Heading): boolean {
  return span.start === content.start;
}

/** A text without a mark before it is escaped where it would begin something else: a list, a quotation, a rule. */
export function underlinedText(text: string): string {
  const number = /^\d+(?=[.)](?:\s|$))/.exec(text)?.[0];
  if (number !== undefined) return `${number}\\${text.slice(number.length)}`;
  return /^(?:[#>*_=~`<|-]|\+(?:\s|$)|\[[^\]]*\]:)/.test(text) ? `\\${text}` : text;
}
