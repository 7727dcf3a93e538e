// Verify same shape: that edits of words left every heading, table, row, cell and list item what it was.

import type { Page } from "../checks/check.js";
import type { Blocks } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import type { Topic } from "../model/roadmap.js";
import { carryingThrough } from "../text/carry-span.js";
import type { Edit } from "../text/edit.js";
import { type Span, textAt } from "../text/span.js";

/**
 * Names, phases and texts may be others where they are edited; a table whose header is mended may become a topic table.
 * @throws Error when a block came, went or stands elsewhere
 * @throws UserError when a row that no edit touches would be read in another way
 */
export function verifySameShape(before: Page, after: Page, edits: readonly Edit[]): void {
  const carry = carryingThrough(edits);
  const expected = shapeOf(before.blocks, before.roadmap.text, carry);
  if (expected !== shapeOf(after.blocks, after.roadmap.text, (span) => span))
    throw new Error("a fix of words changed the blocks of the file");
  const now = new Map(after.roadmap.topics.map((topic) => [topic.row.start, topic]));
  const touched = new Set(edits.map(({ at }) => carry(at).start));
  const isTouched = ({ start, end }: Span) => [...touched].some((place) => place >= start && place <= end);
  for (const topic of before.roadmap.topics) {
    const other = now.get(carry(topic.row).start);
    if (other && meaningOf(topic) !== meaningOf(other) && !isTouched(other.row)) refuse(topic);
  }
}

function shapeOf({ headings, tables, items }: Blocks, text: string, carry: (span: Span) => Span): string {
  const place = ({ start, end }: Span) => {
    const { start: from, end: to } = carry({ start, end });
    return `${from}-${to}`;
  };
  return JSON.stringify([
    headings.map(({ depth, span }) => [depth, place(span)]),
    tables.map(({ span, header, rows }) => [place(span), [header, ...rows].map((row) => [row.cellCount, place(row)])]),
    items.map(({ parent, ordered, span, mark }) => [parent, ordered, place(span), mark && textAt(text, mark)]),
  ]);
}

function meaningOf({ status, started, finished }: Topic): string {
  return JSON.stringify([status, started, finished]);
}

function refuse({ name }: Topic): never {
  throw new UserError(
    "MEANING_WOULD_CHANGE",
    `the fix would affect how "${name}" is read: the damaged text defines what words in this file mean`,
    "define it in the front matter first, under `roadmap: status:` or `roadmap: dates:`",
  );
}
