// Compare pairs: reads versions from git and compares them, one pair at a time.

import type { Day } from "../model/dates.js";
import { UserError } from "../model/errors.js";
import { compareRoadmaps } from "../model/history/compare.js";
import { isConflicted } from "../model/problem.js";
import type { Roadmap } from "../model/roadmap.js";
import { readBlobs } from "../store/git/read-blobs.js";
import type { Repository } from "../store/git/repository.js";
import { decodeText } from "../store/read-file.js";
import { asOf, parseText } from "./parse-text.js";

/** Two versions by their blobs; null where the file does not exist. */
export interface VersionPair {
  readonly before: string | null;
  readonly after: string | null;
  /** Both versions are read as of the day of the commit: what was a plan then is one, regardless of the present day. */
  readonly day: Day | null;
}

export function keyOf({ before, after, day }: VersionPair): string {
  return `${before ?? "none"}..${after ?? "none"} ${day}`;
}

/** Plain data that can be passed between threads. */
export interface FoundTexts {
  /** To be cached: comparisons by pair, and permanent problems of a blob by blob. */
  readonly texts: ReadonlyMap<string, string>;
  /** Not to be cached: a missing blob may exist tomorrow, and a slow machine may be fast then. */
  readonly troubles: ReadonlyMap<string, string>;
}

export interface PairsRequest {
  readonly place: Pick<Repository, "cwd" | "env">;
  /** In bytes: larger versions are not read. */
  readonly maxBytes: number;
  /** Called when a pair is done. */
  readonly onPair?: () => void;
}

/** Each version is read once, as long as the pairs form a chain. */
export async function comparePairs(
  { place, maxBytes, onPair }: PairsRequest,
  pairs: readonly VersionPair[],
): Promise<FoundTexts> {
  const texts = new Map<string, string>();
  const troubles = new Map<string, string>();
  const blobs = readBlobs(place, { ids: readingPlan(pairs), maxBytes });
  const kept = recent<Roadmap | null>();
  const { roadmap: nothing } = await parseText("", null);
  const read = async (id: string | null, day: Day | null): Promise<Roadmap | null> => {
    if (id === null) return nothing;
    if (kept.has(id)) return kept.get(id) ?? null;
    const { value } = await blobs.next();
    const { roadmap, trouble, isLasting } = await readVersion(
      value?.bytes ?? null,
      value?.trouble ?? "it is missing",
      day,
    );
    if (trouble !== null) (isLasting ? texts : troubles).set(id, trouble);
    kept.set(id, roadmap);
    return roadmap;
  };
  for (const pair of pairs) {
    const after = await read(pair.after, pair.day);
    const before = await read(pair.before, pair.day);
    // As text, so no version stays in memory for a substring of it, and the cached result is the one displayed.
    if (before && after) {
      const comparison = compareRoadmaps(await asOf(before, pair.day), await asOf(after, pair.day));
      texts.set(keyOf(pair), JSON.stringify(comparison));
    }
    onPair?.();
  }
  await blobs.next();
  return { texts, troubles };
}

interface Reading {
  readonly roadmap: Roadmap | null;
  readonly trouble: string | null;
  /** Whether the problem is in the text itself. */
  readonly isLasting: boolean;
}

async function readVersion(bytes: Buffer | null, trouble: string, day: Day | null): Promise<Reading> {
  if (bytes === null) return { roadmap: null, trouble, isLasting: false };
  const text = decodeText(bytes);
  if (text === null) return { roadmap: null, trouble: "it is not UTF-8", isLasting: true };
  try {
    const { roadmap, problems } = await parseText(text, day);
    if (isConflicted(problems)) return { roadmap: null, trouble: "it has unresolved merge conflicts", isLasting: true };
    return { roadmap, trouble: null, isLasting: true };
  } catch (error) {
    if (error instanceof UserError) return { roadmap: null, trouble: error.message, isLasting: false };
    throw error;
  }
}

/**
 * The number of versions kept while others are read: each version is compared with the next one, and branches
 * interleave.
 */
const mostKept = 3;

interface Recent<Value> {
  has(id: string): boolean;
  get(id: string): Value | undefined;
  set(id: string, value: Value): void;
}

function recent<Value>(): Recent<Value> {
  const kept = new Map<string, Value>();
  return {
    has: (id) => kept.has(id),
    get: (id) => kept.get(id),
    set(id, value) {
      kept.set(id, value);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** The blobs in the order in which `comparePairs` will request them. */
function readingPlan(pairs: readonly VersionPair[]): string[] {
  const kept = recent<true>();
  const ids: string[] = [];
  for (const { before, after } of pairs) {
    for (const id of [after, before]) {
      if (id === null || kept.has(id)) continue;
      ids.push(id);
      kept.set(id, true);
    }
  }
  return ids;
}
