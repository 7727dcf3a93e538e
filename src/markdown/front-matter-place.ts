// Position of a file's front matter, found without parsing it.

import type { Span } from "../text/edit.js";

export interface FrontMatterPlace {
  /** From the first `---` to the end of the closing line, including its line break. */
  readonly span: Span;
  /** The lines between the two `---`. */
  readonly content: Span;
  /** The text after the first `---`: empty, or the language it declares. */
  readonly language: string;
}

const opening = /^\ufeff?---[ \t]*(?:([^\s-][^\r\n]*?)[ \t]*)?(?:\r\n|\n|\r)/;
const closing = /(?:^|[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/g;

/** The front matter of a file, or null: it begins in the first line and needs a closing `---` line. */
export function frontMatterPlace(text: string): FrontMatterPlace | null {
  if (!text.startsWith("---") && !text.startsWith("\ufeff---")) return null;
  const open = opening.exec(text);
  if (!open) return null;
  const contentStart = open[0].length;
  closing.lastIndex = contentStart - 1;
  const close = closing.exec(text);
  if (!close) return null;
  return {
    span: { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: close.index + close[0].length },
    content: { start: contentStart, end: Math.max(contentStart, close.index) },
    language: open[1] ?? "",
  };
}

/** Where the Markdown of a file begins: after its byte order mark and its front matter. */
export function bodyStart(text: string): number {
  return frontMatterPlace(text)?.span.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
}
