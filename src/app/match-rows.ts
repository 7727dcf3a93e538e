// Match rows: which topic or task each row of an import refers to, by its whole name; never a guess.

import { UserError } from "../model/errors.js";
import { groupBy } from "../text/arrays.js";
import { fold } from "../text/normalize.js";
import { counted } from "../text/plural.js";
import type { ImportedRow } from "./import-rows.js";

interface Matchable {
  readonly name: string;
  readonly number: number;
}

interface MatchedRows<Thing> {
  readonly pairs: readonly (readonly [ImportedRow, Thing])[];
  /** Rows whose name is not in the roadmap. */
  readonly strangers: readonly ImportedRow[];
}

/**
 * Items of the same name are distinguished by the order of their numbers, if the import has as many rows of that name.
 * @throws UserError (exit 3) if it is unclear which of several is meant
 */
export function matchRows<Thing extends Matchable>(
  rows: readonly ImportedRow[],
  things: readonly Thing[],
): MatchedRows<Thing> {
  const known = groupBy(things, ({ name }) => fold(name));
  const strangers: ImportedRow[] = [];
  const pairs: (readonly [ImportedRow, Thing])[] = [];
  for (const [name, sameRows] of groupBy(rows, ({ name }) => fold(name))) {
    const sameThings = known.get(name);
    if (sameThings) pairs.push(...paired(sameRows, sameThings));
    else strangers.push(...sameRows);
  }
  return { pairs, strangers };
}

function paired<Thing extends Matchable>(
  rows: readonly ImportedRow[],
  things: readonly Thing[],
): (readonly [ImportedRow, Thing])[] {
  const [row, another] = rows;
  const [thing, twin] = things;
  if (!row || !thing) return [];
  if (!another && !twin) return [[row, thing]];
  const numbers = new Set(rows.map(({ number }) => number));
  if (rows.length !== things.length || numbers.has(null) || numbers.size !== rows.length) {
    throw new UserError(
      "NAME_AMBIGUOUS",
      `${rows.map(({ place }) => place).join(", ")}: ${counted(rows.length, "row")} ${rows.length === 1 ? "is" : "are"} named "${row.name}", as ${things.length === 1 ? `is one ${row.type}` : `are ${counted(things.length, row.type)}`}`,
      "give each a unique name, or import the rows with their numbers, as exported; nothing was written",
    );
  }
  const ordered = rows.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return ordered.flatMap((one, index): (readonly [ImportedRow, Thing])[] => {
    const meant = things[index];
    return meant ? [[one, meant]] : [];
  });
}
