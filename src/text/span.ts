// Spans: ranges of a text.

/** Half-open range of UTF-16 code units, `[start, end)`, in the file as it was read. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text of a span. */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
