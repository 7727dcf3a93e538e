// Headers: what the header of a column says that the column contains.

import { lazy, memoizeText } from "../text/memoize.js";
import { wordsOf } from "../text/normalize.js";
import { columnWords } from "./column-words.js";
import { type ColumnKind, columnKinds } from "./columns.js";
import { plainText } from "./inline-text.js";

/** What a column contains: a kind, or something else that people often write next to topics. */
export type HeaderRole =
  | ColumnKind
  | "check"
  | "date"
  | "day"
  | "id"
  | "category"
  | "estimate"
  | "person"
  | "symbol"
  | "metric";

/**
 * - `plain`: the word for a status or a proof means nothing else (`Status`, `Proof of work`; not `Result`, `Solution`)
 * - `check`: a finish date that may also be a check, like `Completed`
 * - `describes`: could name rows if nothing else does, like `Description` and `Goal`
 * - `section`: names a part of a course, and is the phase where another column names the rows, like `Module`
 * - `property`: a ✅ below it says what something is, not what was done, like `Required`
 * - `meaning`: explains a symbol, like `Meaning`
 * - `count`: counts something, like `Total`
 */
export type HeaderTrait = "plain" | "check" | "describes" | "section" | "property" | "meaning" | "count";

export interface HeaderReading {
  readonly role: HeaderRole | null;
  /** Lower is the better name for that role. */
  readonly rank: number;
  /** Of topic headers: 0 for what is done (`Problem`), 1 for what is learned (`Topic`), 2 for what contains it (`Module`). */
  readonly group: number;
  /** Whether only a part of the header is known, as in `Learning status`, so that the cells must confirm it. */
  readonly isWeak: boolean;
  readonly traits: readonly HeaderTrait[];
}

const unknown: HeaderReading = { role: null, rank: 0, group: 0, isWeak: false, traits: [] };

const readingsByName = lazy((): ReadonlyMap<string, HeaderReading> => {
  const byName = new Map<string, HeaderReading>();
  for (const role of columnKinds) {
    columnWords[role].forEach((name, rank) => {
      const traits: readonly HeaderTrait[] = role === "status" || role === "proof" ? ["plain"] : [];
      if (!byName.has(name)) byName.set(name, { ...unknown, role, rank, traits });
    });
  }
  return byName;
});

/** @param header as in the file, or without Markdown */
export const readHeader = memoizeText(
  (header): HeaderReading => readingsByName().get(wordsOf(plainText(header)).join(" ")) ?? unknown,
);
