// Column order: how topics and tasks are sorted by the values of a column.

import { lazy } from "../text/memoize.js";
import { isDayKind } from "./columns.js";
import { isBlankCell, plainText } from "./inline-text.js";
import { type NamedColumn, namedCellText } from "./named-columns.js";
import { percentOf } from "./percent.js";
import { priorityOf } from "./priority.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import type { Status } from "./status.js";

/** Null for a missing value. */
type SortValue = number | string | null;

/** For sorting: numbers before texts, texts as a dictionary has them (10 after 2, É next to E), missing values last. */
export function compareThings(roadmap: Roadmap, column: NamedColumn): (a: Topic | Task, b: Topic | Task) => number {
  const values = new Map<Topic | Task, SortValue>();
  const keptValue = (thing: Topic | Task): SortValue => {
    const known = values.get(thing);
    if (known !== undefined) return known;
    const value = sortValue(roadmap, thing, column);
    values.set(thing, value);
    return value;
  };
  return (a, b) => compareValues(keptValue(a), keptValue(b));
}

function compareValues(a: SortValue, b: SortValue): number {
  const difference = rankOf(a) - rankOf(b);
  if (difference !== 0 || a === null || b === null) return difference;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator().compare(String(a), String(b));
}

function rankOf(value: SortValue): number {
  if (value === null) return 2;
  return typeof value === "number" ? 0 : 1;
}

/** The language is fixed: a list is in the same order on every machine. */
const collator = lazy(() => new Intl.Collator("en", { numeric: true, sensitivity: "accent" }));

const statusOrder: Readonly<Record<Status, number>> = {
  "in-progress": 1,
  blocked: 2,
  "not-started": 3,
  done: 4,
  skipped: 5,
};

function sortValue(roadmap: Roadmap, thing: Topic | Task, column: NamedColumn): SortValue {
  const { kind } = column;
  if (kind === "topic") return thing.name || null;
  if (kind === "status") return statusOrder[thing.status];
  if (kind === "phase") return thing.phase && `${thing.phase.number ?? 0} ${thing.phase.label}`;
  if (!("row" in thing)) return null;
  if (kind !== null && isDayKind(kind)) return thing[kind];
  const text = namedCellText(roadmap, thing, column);
  const number =
    kind === "priority" ? priorityOf(roadmap, thing)?.rank : kind === "percent" ? percentOf(roadmap, thing) : undefined;
  if (number !== undefined && number !== null) return number;
  return isBlankCell(text) ? null : plainText(text);
}
