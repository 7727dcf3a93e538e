// Compare versions: what changed between pairs of blobs, each read once, with a cache for later runs.

import type { Day } from "../../model/dates.js";
import { UserError } from "../../model/errors.js";
import { type Comparison, compareRoadmaps } from "../../model/history/compare.js";
import { isConflicted } from "../../model/problem.js";
import type { Roadmap } from "../../model/roadmap.js";
import { stopwatch } from "../../store/clock.js";
import { readBlobs } from "../../store/git/read-blobs.js";
import type { Repository } from "../../store/git/repository.js";
import { decodeText } from "../../store/read-file.js";
import { hasSecondProcessor, runInWorker } from "../../store/run-in-worker.js";
import { type CacheFile, readCache, writeCache } from "../../store/text-cache.js";
import { asOf, parseText } from "../parse-text.js";

/** Two versions by their blobs; null where the file does not exist. */
export interface VersionPair {
  readonly before: string | null;
  readonly after: string | null;
  /** Both versions are read as of the day of the commit: what was a plan then is one, regardless of the present day. */
  readonly day: Day | null;
}

export interface ComparedVersions {
  /** Null if either of the two cannot be read. */
  comparison(pair: VersionPair): Comparison | null;
  /** Why a blob cannot be read; undefined if it can. */
  trouble(blob: string): string | undefined;
}

export interface WorkProgress {
  readonly done: number;
  readonly total: number;
  /** Since the first pair. */
  readonly elapsedMs: number;
}

export interface ComparingRequest {
  readonly repository: Repository;
  /** In bytes: larger versions are not read. */
  readonly maxBytes: number;
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined;
}

declare const ROADMAP_SOURCES: string | undefined;

/**
 * Compares each requested pair. Calls `pairs` again when versions turn out to be unreadable, until it returns nothing
 * new.
 */
export async function compareVersions(
  request: ComparingRequest,
  pairs: (known: ComparedVersions) => readonly VersionPair[],
): Promise<ComparedVersions> {
  const cache = cacheOf(request.repository);
  const texts = readCache(cache);
  const troubles = new Map<string, string>();
  const known = knownIn(texts, troubles);
  let isNew = false;
  for (;;) {
    const missing = distinct(pairs(known)).filter((pair) => !isKnown(known, texts, pair));
    if (missing.length === 0) break;
    isNew = true;
    const found = await compareInParallel(request, missing);
    for (const [key, text] of found.flatMap((part) => [...part.texts])) texts.set(key, text);
    for (const [blob, trouble] of found.flatMap((part) => [...part.troubles])) troubles.set(blob, trouble);
  }
  if (isNew) writeCache(cache, texts);
  return known;
}

/** Incremented when the cached data changes its shape; the cache of another build is never read. */
const keptVersion = 1;

function cacheOf({ gitFolder, path, env }: Repository): CacheFile {
  const sources = typeof ROADMAP_SOURCES === "string" ? ROADMAP_SOURCES : "sources";
  return { subject: `history ${gitFolder} ${path}`, version: `${keptVersion} ${sources}`, env };
}

function knownIn(texts: ReadonlyMap<string, string>, troubles: ReadonlyMap<string, string>): ComparedVersions {
  const made = new Map<string, Comparison>();
  return {
    comparison(pair) {
      const key = keyOf(pair);
      const text = texts.get(key);
      if (text === undefined) return null;
      const comparison: Comparison = made.get(key) ?? JSON.parse(text);
      made.set(key, comparison);
      return comparison;
    },
    trouble: (blob) => troubles.get(blob) ?? texts.get(blob),
  };
}

function isKnown({ trouble }: ComparedVersions, texts: ReadonlyMap<string, string>, pair: VersionPair): boolean {
  const isBad = (blob: string | null) => blob !== null && trouble(blob) !== undefined;
  return isBad(pair.before) || isBad(pair.after) || texts.has(keyOf(pair));
}

function distinct(pairs: readonly VersionPair[]): VersionPair[] {
  return [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
}

function keyOf({ before, after, day }: VersionPair): string {
  return `${before ?? "none"}..${after ?? "none"} ${day}`;
}

/** With fewer pairs, a second thread takes longer to start than it saves. */
const minPairsForWorker = 500;
const workLimit = { processorMs: 3_600_000, clockMs: 3_600_000 };
/** The other thread starts later, and collects garbage more often: with this share both finish at the same time. */
const ownShare = 0.54;

/** The last part in a second thread, if there is a processor for it: reading versions dominates the time. */
async function compareInParallel(
  { repository, maxBytes, onProgress }: ComparingRequest,
  pairs: readonly VersionPair[],
): Promise<FoundTexts[]> {
  const elapsedMs = stopwatch();
  const isShared = pairs.length >= minPairsForWorker && hasSecondProcessor();
  const own = isShared ? Math.ceil(pairs.length * ownShare) : pairs.length;
  let done = 0;
  const onPair = () => {
    done++;
    onProgress?.({ done, total: own, elapsedMs: elapsedMs() });
  };
  const place = { cwd: repository.cwd, env: { ...repository.env } };
  const second = pairs.slice(own);
  const [mine, others] = await Promise.all([
    comparePairs({ place, maxBytes, onPair }, pairs.slice(0, own)),
    second.length === 0 ? null : compareInWorker({ place, maxBytes }, second),
  ]);
  return others ? [mine, others] : [mine];
}

async function compareInWorker(request: PairsRequest, pairs: readonly VersionPair[]): Promise<FoundTexts> {
  try {
    return await runInWorker(new URL("./compare-worker.js", import.meta.url), { request, pairs }, workLimit);
  } catch (error) {
    if (error instanceof UserError && error.code !== "TOO_COMPLEX") throw error;
    // If a thread cannot be started, or runs out of memory, this one does the work.
    return comparePairs(request, pairs);
  }
}

// Pairs in one thread: reads the versions from git and compares them, one pair at a time.

/** Plain data that can be passed between threads. */
interface FoundTexts {
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
const maxKept = 3;

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
      if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
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
