// Recorded: which recorded changes a commit contains, so that they can be undone where they are shown.

import type { Data } from "../api/request.js";
import type { ComparedData } from "./words.js";

export type RecordedData = Data<"journal">["changes"][number];

/**
 * For each comparison, newest first, the recorded changes whose cells it has with the same old and new texts. A cell is
 * that of one change, the last one: the same may have been done, undone by hand and done again.
 */
export function recordedIn(
  comparisons: readonly (ComparedData | null)[],
  recorded: readonly RecordedData[],
): readonly (readonly RecordedData[])[] {
  const left = new Set(recorded.filter(({ state, changed }) => state === "done" && changed.length > 0));
  return comparisons.map((comparison) => {
    const cells = cellsOf(comparison);
    return [...left].filter((change) => {
      const own = change.changed.map(keyOf);
      if (!own.every((cell) => cells.has(cell))) return false;
      for (const cell of own) cells.delete(cell);
      return left.delete(change);
    });
  });
}

function cellsOf(comparison: ComparedData | null): Set<string> {
  return new Set(
    (comparison?.differences ?? []).flatMap(({ name, fields }) =>
      fields.map(({ field, from, to }) => keyOf({ name, column: field, from, to })),
    ),
  );
}

function keyOf({ name, column, from, to }: RecordedData["changed"][number]): string {
  return JSON.stringify([name, column, from, to]);
}
