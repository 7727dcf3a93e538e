// Spans: ranges of a text.

/** Half-open range of UTF-16 code units, `[start, end)`, in the file as it was read. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Moves a span by so many code units. */
export function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The text of a span. */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
