// Span of: where to point at for one cell of a topic.

import { type ColumnKind, cellOf, type Topic } from "../model/roadmap.js";
import type { Span } from "../text/span.js";

/** The whole row where it has no such cell. */
export function spanOf(topic: Topic, column: ColumnKind): Span {
  const { start, end } = cellOf(topic, column) ?? topic.row;
  return { start, end };
}
