// Asked with: attaches the option to an ambiguous name, so the answer is applied to that option.

import { cellsOf } from "../model/blocks.js";
import { columnWords } from "../model/column-words.js";
import { type ColumnKind, columnKinds } from "../model/columns.js";
import { UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import { plainText } from "../model/inline-text.js";
import { nearest } from "../model/nearest.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { normalize, wordsOf } from "../text/normalize.js";

// Columns asked: the column a person names, and the kind of column a header defines.

/** The header texts without Markdown. */
export function headersOf({ text }: Roadmap, { table }: TopicTable): string[] {
  return cellsOf(table.header).map((cell) => plainText(textAt(text, cell)));
}

/** The kind of column that a header defines without front matter; null for an unknown header. */
export function kindOfHeader(header: string): ColumnKind | null {
  const words = wordsOf(plainText(header)).join(" ");
  return columnKinds.find((kind) => columnWords[kind].includes(words)) ?? null;
}

/** The same as `columnNamed`, but null if there is none. */
export function findColumn(roadmap: Roadmap, table: TopicTable, wanted: string): number | null {
  const same = headersOf(roadmap, table).findIndex((header) => normalize(header) === normalize(wanted));
  if (same >= 0) return same;
  const kind = columnKinds.find((one) => one === normalize(wanted));
  return (kind && table.columns.get(kind)) ?? null;
}

/**
 * A column by its kind or header, counted from 0.
 * @throws UserError if there is none
 */
export function requireColumn(roadmap: Roadmap, table: TopicTable, wanted: string): number {
  const found = findColumn(roadmap, table, wanted);
  if (found !== null) return found;
  const headers = headersOf(roadmap, table);
  const [close] = nearest(wanted, headers);
  throw new UserError(
    "COLUMN_NOT_FOUND",
    `no column named "${wanted}"`,
    `${close === undefined ? "columns" : `did you mean "${close}"? Columns`}: ${headers.map((header) => `"${header}"`).join(", ")}`,
  );
}

/** @throws what `find` throws; an ambiguous name then carries the field it came from */
export function namingField<Found>(field: string, find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    throw error instanceof AmbiguousName ? error.inField(field) : error;
  }
}
