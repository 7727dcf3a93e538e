// Columns setting: the names in the front matter that say what the columns of a table are.

import { groupBy } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import { memoize, memoizeWeakly } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { yamlList } from "../text/quote-for-yaml.js";
import { cellsOf, type Table } from "./blocks.js";
import { type ColumnKind, columnKinds } from "./columns.js";
import { plainText } from "./inline-text.js";
import type { Roadmap, TopicTable } from "./roadmap.js";
import type { Settings } from "./settings.js";

/** Headers of a table, by the kind that they are to be. */
export interface WantedColumns {
  readonly table: Table;
  readonly wanted: ReadonlyMap<ColumnKind, string>;
}

/** The `columns:` line that says so, and leaves every other table as it is read; null if no line can. */
export function columnsSetting(roadmap: Roadmap, wanted: WantedColumns): string | null {
  const columns = columnsWith(roadmap, wanted, roadmap.settings.columns);
  if (columns === null || columns.size === 0) return null;
  return `columns: { ${Array.from(columns, ([kind, names]) => `${kind}: ${yamlList(names)}`).join(", ")} }`;
}

type Columns = Settings["columns"];

/**
 * The names by kind for these headers; null if a header is blank, or if a name in its place would also mean another
 * column than now in some table.
 * @param known the names so far, which stay first
 */
export function columnsWith(roadmap: Roadmap, { table, wanted }: WantedColumns, known: Columns): Columns | null {
  const columns = new Map<ColumnKind, readonly string[]>();
  const taken = new Set<number>();
  for (const kind of columnKinds) {
    const header = wanted.get(kind);
    const names = [...(known.get(kind) ?? [])];
    if (header !== undefined) names.push(...[...headersBefore(roadmap, kind, header), header].map(settingName));
    const unique = [...groupBy(names, keyOf).values()].flatMap(([first]) => first ?? []);
    if (unique.length > 0) columns.set(kind, unique);
    if (header === undefined) continue;
    const keys = unique.map(keyOf);
    const column = columnNamed(keysOf(table, roadmap.text), keys);
    if (header === "" || column === undefined || taken.has(column) || isElsewhere(roadmap, kind, keys)) return null;
    taken.add(column);
  }
  return columns;
}

/** Whether one of the names is a header of some table, but not that of its column of this kind. */
function isElsewhere({ text, tables }: Roadmap, kind: ColumnKind, keys: readonly string[]): boolean {
  return tables.some(({ table, columns }) => {
    const column = columnNamed(keysOf(table, text), keys);
    return column !== undefined && column !== columns.get(kind);
  });
}

/** Of several names, the first that the table has counts. */
function columnNamed(headers: readonly string[], keys: readonly string[]): number | undefined {
  return keys.map((key) => headers.indexOf(key)).find((column) => column >= 0);
}

const keysOf = memoizeWeakly((table: Table, text: string): readonly string[] =>
  cellsOf(table.header).map((cell) => keyOf(textAt(text, cell))),
);

function keyOf(name: string): string {
  return normalize(plainText(name));
}

/** A name is read as Markdown, so characters of a header that would be Markdown in it are escaped. */
function settingName(header: string): string {
  return keyOf(header) === normalize(header) ? header : header.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** The headers of that kind in tables where the wanted header is another column: they must be named first. */
function headersBefore(roadmap: Roadmap, kind: ColumnKind, header: string): readonly string[] {
  return headersNextTo(roadmap).get(`${kind} ${normalize(header)}`) ?? [];
}

/** The headers of each kind, by kind and by each other header of their tables. */
const headersNextTo = memoize(({ text, tables }: Pick<Roadmap, "text" | "tables">) => {
  const found = new Map<string, string[]>();
  const add = ({ table, columns }: TopicTable) => {
    const headers = cellsOf(table.header).map((cell) => plainText(textAt(text, cell)));
    for (const [kind, column] of columns) {
      const own = headers[column] ?? "";
      for (const other of headers) {
        const key = `${kind} ${normalize(other)}`;
        const known = found.get(key) ?? [];
        if (other !== own && !known.includes(own)) found.set(key, [...known, own]);
      }
    }
  };
  tables.forEach(add);
  return found;
});
