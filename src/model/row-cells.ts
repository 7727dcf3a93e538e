// Row cells: the cells of a row by column: known columns by kind, all others by header.

import { fold } from "../text/fold.js";
import { textAt } from "../text/span.js";
import { plainText } from "./cell-text.js";
import type { Roadmap, Topic, TopicTable } from "./roadmap.js";
import { cellsOf, cellTextAt } from "./table.js";

interface Names {
  readonly list: readonly string[];
  readonly text: string;
}

const known = new WeakMap<TopicTable, Names>();

/**
 * The name of each column of a topic table, in order: its kind (`finished`), else its header without case and Markdown,
 * else its number. Names are unique within a table.
 */
export function columnNames(text: string, table: TopicTable): readonly string[] {
  return knownNames(text, table).list;
}

/** The same as one string, for comparing tables. */
export function columnsText(text: string, table: TopicTable): string {
  return knownNames(text, table).text;
}

function knownNames(text: string, table: TopicTable): Names {
  const found = known.get(table);
  if (found) return found;
  const list = namesOf(text, table);
  const names = { list, text: list.join("\n") };
  known.set(table, names);
  return names;
}

function namesOf(text: string, { table, columns }: TopicTable): string[] {
  const kinds = new Map([...columns].map(([kind, column]): [number, string] => [column, kind]));
  const names = new Set<string>();
  return cellsOf(table.header).map((cell, column) => {
    const header = kinds.get(column) ?? fold(plainText(textAt(text, cell)));
    const name = header === "" || names.has(header) ? `column ${column + 1}` : header;
    names.add(name);
    return name;
  });
}

/** The text of each cell of the row as written, including escapes; cells beyond the header by number. */
export function cellTexts({ text }: Roadmap, { row, table }: Topic): ReadonlyMap<string, string> {
  const names = columnNames(text, table);
  const cells = new Map<string, string>();
  for (let column = 0; column < row.cellCount; column++)
    cells.set(names[column] ?? `column ${column + 1}`, cellTextAt(text, row, column));
  return cells;
}
