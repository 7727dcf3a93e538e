// Row cells: the cells of a row by column: known columns by kind, all others by header.

import { textAt } from "../text/edit.js";
import { memoizeWeakly } from "../text/memoize.js";
import { fold } from "../text/normalize.js";
import { plainText } from "./cell-text.js";
import type { Roadmap, Topic, TopicTable } from "./roadmap.js";
import { cellsOf, cellTextAt } from "./table.js";

interface Names {
  readonly list: readonly string[];
  readonly text: string;
}

/**
 * The name of each column of a topic table, in order: its kind (`finished`), else its header without case and Markdown,
 * else its number. Names are unique within a table.
 */
export function columnNames(text: string, table: TopicTable): readonly string[] {
  return namesOf(table, text).list;
}

/** The same as one string, for comparing tables. */
export function columnsText(text: string, table: TopicTable): string {
  return namesOf(table, text).text;
}

const namesOf = memoizeWeakly(({ table, columns }: TopicTable, text: string): Names => {
  const kinds = new Map([...columns].map(([kind, column]): [number, string] => [column, kind]));
  const names = new Set<string>();
  const list = cellsOf(table.header).map((cell, column) => {
    const header = kinds.get(column) ?? fold(plainText(textAt(text, cell)));
    const name = header === "" || names.has(header) ? `column ${column + 1}` : header;
    names.add(name);
    return name;
  });
  return { list, text: list.join("\n") };
});

/** The text of each cell of the row as written, including escapes; cells beyond the header by number. */
export function cellTexts({ text }: Roadmap, { row, table }: Topic): ReadonlyMap<string, string> {
  const names = columnNames(text, table);
  const cells = new Map<string, string>();
  for (let column = 0; column < row.cellCount; column++)
    cells.set(names[column] ?? `column ${column + 1}`, cellTextAt(text, row, column));
  return cells;
}
