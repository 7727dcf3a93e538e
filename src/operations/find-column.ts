// Columns by name: the column that a person means, and the kind of column that a header defines.

import { cellsOf } from "../model/blocks.js";
import { type ColumnKind, columnKinds, defaultHeader } from "../model/columns.js";
import { UserError } from "../model/errors.js";
import { readHeader } from "../model/headers.js";
import { escapeCell, isNameless, plainText } from "../model/inline-text.js";
import { nearest } from "../model/nearest.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { normalize } from "../text/normalize.js";

/** The header texts without Markdown. */
export function headersOf({ text }: Roadmap, { table }: TopicTable): string[] {
  return cellsOf(table.header).map((cell) => plainText(textAt(text, cell)));
}

/** The kind of column that a header defines without front matter; null for an unknown header. */
export function kindOfHeader(header: string): ColumnKind | null {
  const { role, isWeak } = readHeader(header);
  return isWeak ? null : (columnKinds.find((kind) => kind === role) ?? null);
}

/**
 * A column by its kind or header, counted from 0.
 * @throws UserError if there is none
 */
export function requireColumn(roadmap: Roadmap, table: TopicTable, wanted: string): number {
  const column = findColumn(roadmap, table, wanted);
  if (column !== null) return column;
  const headers = headersOf(roadmap, table);
  const [close] = nearest(wanted, headers);
  throw new UserError(
    "COLUMN_NOT_FOUND",
    `no column named "${wanted}"`,
    `${close === undefined ? "columns" : `did you mean "${close}"? Columns`}: ${headers.map((header) => `"${header}"`).join(", ")}`,
  );
}

/** The same, but null if there is none. */
export function findColumn(roadmap: Roadmap, table: TopicTable, wanted: string): number | null {
  const same = headersOf(roadmap, table).findIndex((header) => normalize(header) === normalize(wanted));
  if (same >= 0) return same;
  const kind = columnKinds.find((known) => known === normalize(wanted));
  return (kind && table.columns.get(kind)) ?? null;
}

// Columns that are still to be added.

export interface RequestedColumn {
  readonly header: string;
  readonly kind: ColumnKind | null;
}

/** The name of a known kind of column gets the header that the front matter sets for it, otherwise its own. */
export function requestedColumn({ settings, tables, text }: Roadmap, name: string): RequestedColumn {
  const kind = columnKinds.find((known) => known === normalize(name));
  if (!kind) {
    const header = escapeCell(name);
    if (!isNameless(header)) return { header, kind: kindOfHeader(header) };
    throw new UserError("COLUMN_UNNAMED", "a column needs a header", {
      operation: "add-column",
      input: { name: "started" },
    });
  }
  const own = settings.columns.get(kind)?.[0];
  if (own !== undefined) return { header: escapeCell(own), kind };
  const isLower =
    tables.length > 0 &&
    tables.every(({ table }) =>
      cellsOf(table.header).every((cell) => textAt(text, cell) === textAt(text, cell).toLowerCase()),
    );
  return { header: isLower ? kind : defaultHeader(kind), kind };
}
