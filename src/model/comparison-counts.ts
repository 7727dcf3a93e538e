// Comparison counts: how much changed between two versions.

import type { Comparison, Difference } from "./compare.js";

export interface ThingCounts {
  readonly added: number;
  readonly removed: number;
  readonly renamed: number;
  readonly moved: number;
  /** Changed in status, cells or mark. */
  readonly changed: number;
  /** Done now and not before. */
  readonly done: number;
}

export interface ComparisonCounts {
  readonly topics: ThingCounts;
  readonly tasks: ThingCounts;
  readonly columns: { readonly added: number; readonly removed: number };
}

export function countsOf({ differences, columns }: Comparison): ComparisonCounts {
  return {
    topics: thingCounts(differences.filter(({ type }) => type === "topic")),
    tasks: thingCounts(differences.filter(({ type }) => type === "task")),
    columns: { added: columns.added.length, removed: columns.removed.length },
  };
}

function thingCounts(differences: readonly Difference[]): ThingCounts {
  const count = (isCounted: (difference: Difference) => boolean) => differences.filter(isCounted).length;
  return {
    added: count(({ kind }) => kind === "added"),
    removed: count(({ kind }) => kind === "removed"),
    renamed: count(({ renamedFrom }) => renamedFrom !== null),
    moved: count(({ moved }) => moved !== null),
    changed: count(
      ({ kind, fields, status }) => kind === "changed" && (fields.length > 0 || status.from !== status.to),
    ),
    done: count(({ status }) => status.to === "done" && status.from !== "done"),
  };
}
