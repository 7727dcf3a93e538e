// Named columns: the columns of all tables as people name them, by kind or by header.

import { memoize } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { cellTextAt } from "./blocks.js";
import { type ColumnKind, columnKinds, defaultHeader } from "./columns.js";
import { UserError } from "./errors.js";
import { plainText } from "./inline-text.js";
import { nearest } from "./nearest.js";
import { addColumnWay } from "./next.js";
import { columnNames, type Roadmap, type Topic, type TopicTable } from "./roadmap.js";
import { ways } from "./ways.js";

/** One column, or several of different tables that have the same name. */
export interface NamedColumn {
  /** As a heading: the default header of a kind, or the header as the file first writes it. */
  readonly title: string;
  /** Null for a column of the file's own. */
  readonly kind: ColumnKind | null;
  /** Its position in each table that has it, counted from 0. */
  readonly places: ReadonlyMap<TopicTable, number>;
}

/**
 * The columns of no known kind, in file order, by names that are unique within a table: headers without case and
 * Markdown. A blank or repeated header is named by its position: `column 3`.
 */
export const ownColumns = memoize((roadmap: Roadmap): ReadonlyMap<string, NamedColumn> => {
  const { text, tables } = roadmap;
  const places = new Map<string, Map<TopicTable, number>>();
  for (const table of tables) {
    const known = new Set(table.columns.values());
    for (const [index, name] of columnNames(text, table).entries()) {
      if (known.has(index)) continue;
      const tablesWithIt = places.get(name) ?? new Map<TopicTable, number>();
      places.set(name, tablesWithIt.set(table, index));
    }
  }
  return new Map(
    Array.from(places, ([name, found]) => [name, { title: titleOf(text, name, found), kind: null, places: found }]),
  );
});

function titleOf(text: string, name: string, places: NamedColumn["places"]): string {
  for (const [table, index] of places) {
    const header = headerAt(text, table, index);
    if (normalize(header) === name) return header;
  }
  return name;
}

function headerAt(text: string, { table }: TopicTable, index: number): string {
  return plainText(cellTextAt(text, table.header, index));
}

/** Every topic has these, even if its table has no column for them. */
const derivedKinds: readonly ColumnKind[] = ["topic", "phase", "status"];

/**
 * The column that a kind (`depends-on`), a header or a name like `column 3` means.
 * @throws UserError (exit 3) if no table has it
 */
export function requireNamedColumn(roadmap: Roadmap, words: string): NamedColumn {
  return findNamedColumn(roadmap, words) ?? refuseUnknownColumn(roadmap, words);
}

/** The same, but null if no table has it. */
export function findNamedColumn(roadmap: Roadmap, words: string): NamedColumn | null {
  const name = normalize(plainText(words));
  const kind = kindNamed(name);
  const column = kind && columnOfKind(roadmap, kind);
  if (column && (column.places.size > 0 || derivedKinds.includes(kind))) return column;
  return withHeader(roadmap, name) ?? ownColumns(roadmap).get(name) ?? null;
}

function kindNamed(name: string): ColumnKind | undefined {
  return name === "name" ? "topic" : columnKinds.find((known) => known === name.replace(/[ _]/g, "-"));
}

/** A percentage that serves as status is of both kinds. */
export function columnOfKind({ tables }: Roadmap, kind: ColumnKind): NamedColumn {
  const places = new Map<TopicTable, number>();
  for (const table of tables) {
    const index = table.columns.get(kind === "percent" && table.statusForm === "percent" ? "status" : kind);
    if (index !== undefined) places.set(table, index);
  }
  return { title: defaultHeader(kind), kind, places };
}

/** In each table the first column with that header; of a kind only if it is the same in all of them. */
function withHeader({ text, tables }: Roadmap, name: string): NamedColumn | null {
  const places = new Map<TopicTable, number>();
  const kinds = new Set<ColumnKind | null>();
  for (const table of tables) {
    const index = columnNames(text, table).findIndex((_, column) => normalize(headerAt(text, table, column)) === name);
    if (index < 0) continue;
    places.set(table, index);
    kinds.add(kindAt(table, index));
  }
  const [kind = null] = kinds;
  const [first] = places;
  if (first === undefined || name === "") return null;
  return { title: headerAt(text, ...first), kind: kinds.size === 1 ? kind : null, places };
}

function kindAt({ columns, statusForm }: TopicTable, index: number): ColumnKind | null {
  const [kind = null] = [...columns].find(([, column]) => column === index) ?? [];
  return kind === "status" && statusForm === "percent" ? "percent" : kind;
}

function refuseUnknownColumn(roadmap: Roadmap, words: string): never {
  const { tables, text } = roadmap;
  const kind = kindNamed(normalize(words));
  const [table] = tables;
  if (kind && table)
    throw new UserError(
      "COLUMN_NOT_FOUND",
      `no table has a ${kind} column`,
      ways`add one: ${addColumnWay(table, kind)}`,
    );
  const headers = tables.flatMap((one) => columnNames(text, one).map((_, index) => headerAt(text, one, index)));
  const names = new Map([...derivedKinds, ...headers].map((name) => [normalize(name), name]));
  names.delete("");
  const close = nearest(words, [...names.values()]);
  const hint =
    close.length > 0 ? `did you mean ${close.join(", ")}?` : `the columns are ${[...names.values()].join(", ")}`;
  throw new UserError("COLUMN_NOT_FOUND", `no column named "${words.trim()}"`, hint);
}

/** The text of that cell as written, including escapes; empty if there is no such cell. */
export function namedCellText({ text }: Roadmap, { table, row }: Topic, { places }: NamedColumn): string {
  const index = places.get(table);
  return index === undefined ? "" : cellTextAt(text, row, index);
}
