// Moved cells: whether rows and columns that were changed apart from each other still fit together.

import { carryingThrough, type Edit, type Span, textAt } from "../../text/edit.js";
import { cellTextAt, type Row } from "../blocks.js";
import { isBlankCell } from "../inline-text.js";
import { columnNames, type Roadmap, type Topic } from "../roadmap.js";

interface Versions {
  readonly before: Roadmap;
  readonly after: Roadmap;
  /** The roadmap from which rows are restored; null if that is unknown. */
  readonly former: Roadmap | null;
}

/**
 * The first topic with a text that would be in another column, or beyond the last one: the edits add or remove columns
 * but leave its row alone, or restore its row in a table that has other columns now. A renamed column is the same one.
 * @returns its name; null if there is none
 */
export function topicWithMovedCells({ before, after, former }: Versions, edits: readonly Edit[]): string | null {
  return leftBehind(before, after, edits) ?? (former && restoredElsewhere({ before, after, former }));
}

function leftBehind(before: Roadmap, after: Roadmap, edits: readonly Edit[]): string | null {
  const carry = carryingThrough(edits);
  const tables = new Map(after.tables.map((table) => [table.table.header.start, table]));
  for (const table of before.tables) {
    const later = tables.get(carry(table.table.header).start);
    if (!later || later.table.header.cellCount === table.table.header.cellCount) continue;
    const names = columnNames(after.text, later);
    const first = columnNames(before.text, table).findIndex((name, column) => name !== names[column]);
    const from = first < 0 ? table.table.header.cellCount : first;
    const rows = before.topics.filter((topic) => topic.table === table && !isEdited(before, topic.row, edits));
    const topic = rows.find(({ row }) => filledCells(before, row).some((column) => column >= from));
    if (topic) return topic.name;
  }
  return null;
}

function restoredElsewhere({ before, after, former }: Versions & { readonly former: Roadmap }): string | null {
  const known = new Set(before.topics.map((topic) => rowText(before, topic)));
  const once = new Map(former.topics.map((topic) => [rowText(former, topic), topic]));
  for (const topic of after.topics) {
    const text = rowText(after, topic);
    const old = known.has(text) ? undefined : once.get(text);
    if (!old || old.table.table.header.cellCount === topic.table.table.header.cellCount) continue;
    const [names, now] = [columnNames(former.text, old.table), columnNames(after.text, topic.table)];
    if (filledCells(after, topic.row).some((column) => names[column] !== now[column])) return topic.name;
  }
  return null;
}

/** Within its line; lines that are added next to it do not count. */
function isEdited({ text }: Roadmap, { start, end }: Span, edits: readonly Edit[]): boolean {
  return edits.some(({ at, text: written }) =>
    /[\r\n]/.test(textAt(text, at) + written) ? at.start < end && at.end > start : at.start <= end && at.end >= start,
  );
}

function filledCells({ text }: Roadmap, row: Row): readonly number[] {
  return Array.from({ length: row.cellCount }, (_, column) => column).filter(
    (column) => !isBlankCell(cellTextAt(text, row, column)),
  );
}

function rowText({ text }: Roadmap, { row }: Topic): string {
  return textAt(text, row);
}
