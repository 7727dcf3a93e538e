// Columns setting: the front matter line that says what the columns of a table are.

import { groupBy } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import { memoize } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { cellsOf } from "./blocks.js";
import { type ColumnKind, columnKinds } from "./columns.js";
import { plainText } from "./inline-text.js";
import type { Roadmap } from "./roadmap.js";

/**
 * The `columns:` line that says what these headers mean, and leaves every other table as it is read; null if a header
 * is blank.
 */
export function columnsSetting(roadmap: Roadmap, wanted: ReadonlyMap<ColumnKind, string>): string | null {
  const parts = columnKinds.flatMap((kind) => {
    const header = wanted.get(kind);
    const names = [...(roadmap.settings.columns.get(kind) ?? [])];
    if (header !== undefined) names.push(...headersBefore(roadmap, kind, header), header);
    const unique = [...groupBy(names, (name) => normalize(plainText(name))).values()].flatMap(([first]) => first ?? []);
    if (unique.length === 0) return [];
    const values = unique.map((name) => JSON.stringify(name));
    return [`${kind}: ${values.length === 1 ? values[0] : `[${values.join(", ")}]`}`];
  });
  return parts.length === 0 || [...wanted.values()].includes("") ? null : `columns: { ${parts.join(", ")} }`;
}

/** The headers of that kind in tables where the wanted header is another column: they must be named first. */
function headersBefore(roadmap: Roadmap, kind: ColumnKind, header: string): readonly string[] {
  return headersNextTo(roadmap).get(`${kind} ${normalize(header)}`) ?? [];
}

/** The headers of each kind, by kind and by each other header of their tables. */
const headersNextTo = memoize(({ text, tables }: Roadmap): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { table, columns } of tables) {
    const headers = cellsOf(table.header).map((cell) => plainText(textAt(text, cell)));
    for (const [kind, column] of columns) {
      const own = headers[column] ?? "";
      for (const other of headers) {
        const key = `${kind} ${normalize(other)}`;
        const known = found.get(key) ?? [];
        if (other !== own && !known.includes(own)) found.set(key, [...known, own]);
      }
    }
  }
  return found;
});
