// History data: comparisons, commits and versions as JSON.

import type { Comparison, Difference } from "../model/compare.js";
import type { HistoryEntry, SubjectChange } from "../model/history.js";
import type { ComparisonData, LogEntryData, UnreadableData } from "./envelopes/history.js";

function differenceData({ fields, moved, status, ...rest }: Difference): ComparisonData["differences"][number] {
  return {
    ...rest,
    moved: moved && { from: { ...moved.from }, to: { ...moved.to } },
    fields: fields.map((field) => ({ ...field })),
    status: { ...status },
  };
}

export function comparisonData({ differences, columns, isElsewhere, ...told }: Comparison): ComparisonData {
  return {
    differences: differences.map(differenceData),
    columns: { added: [...columns.added], removed: [...columns.removed] },
    renamedColumns: told.renamedColumns.map((renamed) => ({ ...renamed })),
    renamedPhases: told.renamedPhases.map((renamed) => ({ ...renamed })),
    addedPhases: [...told.addedPhases],
    removedPhases: [...told.removedPhases],
    otherText: isElsewhere,
  };
}

export function entriesData(entries: readonly HistoryEntry[]): LogEntryData[] {
  return entries.flatMap(({ commit, day, author, subject, path, renamedFrom, kind, comparison }) => {
    if (kind === "joined" || kind === "unreadable") return [];
    return [
      { commit, day, author, subject, path, renamedFrom, kind, change: comparison && comparisonData(comparison) },
    ];
  });
}

export function subjectChangeData({ entry: { commit, day, author, subject }, difference }: SubjectChange) {
  return { commit, day, author, subject, change: differenceData(difference) };
}

export function unreadableData(entries: readonly HistoryEntry[]): UnreadableData {
  return entries.map(({ commit, day, trouble }) => ({ commit, day, reason: trouble ?? "" }));
}
