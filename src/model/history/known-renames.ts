// Known renames: topics and tasks that a comparison reports as removed and added, although they were renamed.

import { plainText } from "../inline-text.js";
import { trailerName } from "./commit-message.js";
import type { Comparison, Difference } from "./compare.js";
import type { JournalSegment } from "./journal.js";

export interface KnownRename {
  readonly type: "topic" | "task";
  /** Names without Markdown, as in a comparison, or shortened as in a trailer. */
  readonly from: string;
  readonly to: string;
}

/**
 * The comparison with each of these renames as one difference, if exactly one topic or task has each of the two names.
 * @param renames called only if something was removed and something added
 */
export function withRenames(comparison: Comparison, renames: () => readonly KnownRename[]): Comparison {
  const { differences } = comparison;
  const of = (kind: Difference["kind"]) => differences.filter((difference) => difference.kind === kind);
  const [removed, added] = [of("removed"), of("added")];
  if (removed.length === 0 || added.length === 0) return comparison;
  const renamedPairs = new Map<Difference, Difference | null>();
  for (const { type, from, to } of renames()) {
    const named = (name: string) => (difference: Difference) =>
      difference.type === type && trailerName(difference.name) === trailerName(name);
    const [old, otherOld] = removed.filter(named(from));
    const [now, otherNow] = added.filter(named(to));
    if (!old || !now || otherOld || otherNow || renamedPairs.has(old) || renamedPairs.has(now)) continue;
    const difference = renamed(old, now);
    if (!difference) continue;
    renamedPairs.set(old, null).set(now, difference);
  }
  const kept = differences.flatMap((difference) =>
    renamedPairs.has(difference) ? (renamedPairs.get(difference) ?? []) : difference,
  );
  return renamedPairs.size === 0 ? comparison : { ...comparison, differences: kept };
}

/** Null if it also moved to another heading: these two do not determine its previous position. */
function renamed(old: Difference, now: Difference): Difference | null {
  const names = new Set([...now.fields, ...old.fields].map(({ field }) => field));
  const fields = [...names]
    .map((field) => ({
      field,
      from: old.fields.find((other) => other.field === field)?.from ?? "",
      to: now.fields.find((other) => other.field === field)?.to ?? "",
    }))
    .filter(({ from, to }) => from !== to);
  if (old.phase !== now.phase && !fields.some(({ field }) => field === "phase")) return null;
  const status = { from: old.status.from, to: now.status.to };
  return { ...now, kind: "changed", renamedFrom: old.name, fields, status };
}

/** The renames in the journal, including undone and redone ones; consecutive renames are combined. */
export function renamesOf(segments: readonly JournalSegment[]): KnownRename[] {
  const known: KnownRename[] = [];
  const ofChanges = new Map<string, readonly KnownRename[]>();
  for (const record of segments.flatMap(({ records }) => records)) {
    if (record.kind === "change") ofChanges.set(record.id, record.changed.flatMap(renameIn));
    const renames = ofChanges.get(record.kind === "change" ? record.id : record.of) ?? [];
    const isUndo = record.kind === "undo";
    for (const { type, from, to } of isUndo ? renames.toReversed() : renames) {
      const [old, now] = isUndo ? [to, from] : [from, to];
      const earlier = known.filter((rename) => rename.type === type && rename.to === old);
      known.push({ type, from: old, to: now }, ...earlier.map((rename) => ({ ...rename, to: now })));
    }
  }
  return known;
}

function renameIn({ column, from, to }: { column: string; from: string; to: string }): KnownRename[] {
  if (column !== "topic" && column !== "name") return [];
  return [{ type: column === "topic" ? "topic" : "task", from: plainText(from), to: plainText(to) }];
}
