// History entries for tests: what each text of a roadmap changed in the one before it, without a repository.

import { parseRoadmap } from "../../src/index.js";
import type { Day } from "../../src/model/dates.js";
import { compareRoadmaps } from "../../src/model/history/compare.js";
import type { HistoryEntry } from "../../src/model/history/history.js";
import type { Roadmap } from "../../src/model/roadmap.js";

export const today = "2026-11-30";

export function readToday(text: string): Roadmap {
  return parseRoadmap(text, { today }).roadmap;
}

/** Oldest first; the first text is only compared with. */
export type Versions = readonly (readonly [day: Day, text: string, author?: string])[];

/** Newest first; the commits are `1111…`, `2222…`. */
export function entriesOf(versions: Versions): HistoryEntry[] {
  const entries = versions.slice(1).map(([day, text, author = "Dana"], index): HistoryEntry => {
    const [, before = ""] = versions[index] ?? [];
    return {
      ...noEntry,
      commit: `${index + 1}`.repeat(40),
      day,
      author,
      comparison: compareRoadmaps(readToday(before), readToday(text)),
    };
  });
  return entries.reverse();
}

export const noEntry: HistoryEntry = {
  commit: "0".repeat(40),
  parents: [],
  author: "Dana",
  day: null,
  subject: "",
  message: "",
  path: "roadmap.md",
  renamedFrom: null,
  kind: "changed",
  comparison: null,
  comparisons: [],
  trouble: null,
};
