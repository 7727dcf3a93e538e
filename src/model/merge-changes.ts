// Merge changes: what a merge commit itself changed, compared with all of its parents.

import { type Comparison, type Difference, noChange } from "./compare.js";
import type { Rename } from "./elsewhere.js";

/**
 * `comparisons` are those of the result with each parent. Text outside topics, tasks, columns and phases is ignored.
 */
export function ownChanges(comparisons: readonly Comparison[]): Comparison {
  const [first, ...others] = comparisons;
  if (!first || others.length === 0) return first ?? noChange;
  const isInAll = <Value>(value: Value, valuesOf: (comparison: Comparison) => readonly Value[]) =>
    others.every((other) => valuesOf(other).some((candidate) => JSON.stringify(candidate) === JSON.stringify(value)));
  return {
    differences: first.differences.flatMap((difference) => ownDifference(difference, others) ?? []),
    columns: {
      added: first.columns.added.filter((name) => isInAll(name, ({ columns }) => columns.added)),
      removed: first.columns.removed.filter((name) => isInAll(name, ({ columns }) => columns.removed)),
    },
    renamedColumns: first.renamedColumns.filter((one) => isInAll(one.to, (other) => namesNow(other.renamedColumns))),
    renamedPhases: first.renamedPhases.filter((one) => isInAll(one.to, (other) => namesNow(other.renamedPhases))),
    addedPhases: first.addedPhases.filter((name) => isInAll(name, (other) => other.addedPhases)),
    removedPhases: first.removedPhases.filter((name) => isInAll(name, (other) => other.removedPhases)),
    isElsewhere: false,
  };
}

function namesNow(renames: readonly Rename[]): string[] {
  return renames.map(({ to }) => to);
}

/** What remains of a difference from the first parent after removing everything taken from another parent. */
function ownDifference(difference: Difference, others: readonly Comparison[]): Difference | null {
  const same = others.map(({ differences }) =>
    differences.find(
      ({ type, name, kind }) =>
        type === difference.type &&
        name === difference.name &&
        (kind === "removed") === (difference.kind === "removed"),
    ),
  );
  const found = same.filter((one) => one !== undefined);
  if (found.length < same.length) return null;
  const all = [difference, ...found];
  // A row that one parent lacks comes from the other parent, so it is compared with that one.
  const base = all.find(({ kind }) => kind === "changed") ?? difference;
  if (base.kind !== "changed") return base;
  const changed = all.filter(({ kind }) => kind === "changed");
  const fields = base.fields.filter(({ field, to }) =>
    all.every((one) => one.fields.some((candidate) => candidate.field === field && candidate.to === to)),
  );
  const own = {
    ...base,
    fields,
    renamedFrom: changed.every(({ renamedFrom }) => renamedFrom !== null) ? base.renamedFrom : null,
    moved: changed.every(({ moved }) => moved !== null) ? base.moved : null,
    status: changed.every(({ status }) => status.from !== status.to)
      ? base.status
      : { from: base.status.to, to: base.status.to },
  };
  const isChange =
    fields.length > 0 || own.renamedFrom !== null || own.moved !== null || own.status.from !== own.status.to;
  return isChange ? own : null;
}
