// Compare versions: what changed between pairs of blobs, each read once, with a cache for later runs.

import { UserError } from "../model/errors.js";
import type { Comparison } from "../model/history/compare.js";
import { stopwatch } from "../store/clock.js";
import type { Repository } from "../store/git/repository.js";
import { hasSecondProcessor, runInWorker } from "../store/run-in-worker.js";
import { type CacheFile, readCache, writeCache } from "../store/text-cache.js";
import { comparePairs, type FoundTexts, keyOf, type PairsRequest, type VersionPair } from "./compare-pairs.js";

export interface ComparedVersions {
  /** Null if either of the two cannot be read. */
  comparison(pair: VersionPair): Comparison | null;
  /** Why a blob cannot be read; undefined if it can. */
  trouble(blob: string): string | undefined;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Since the first pair. */
  readonly elapsedMs: number;
}

export interface ComparingRequest {
  readonly repository: Repository;
  /** In bytes: larger versions are not read. */
  readonly maxBytes: number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

declare const ROADMAP_SOURCES: string | undefined;

/** Incremented when the cached data changes its shape; the cache of another build is never read. */
const keptVersion = 1;

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

/** With fewer pairs, a second thread takes longer to start than it saves. */
const fewPairs = 500;
const longestWorkMs = 3_600_000;
/** The other thread starts later, and collects garbage more often: with this share both finish at the same time. */
const ownShare = 0.54;

/** The last part in a second thread, if there is a processor for it: reading versions dominates the time. */
async function compareInParallel(
  { repository, maxBytes, onProgress }: ComparingRequest,
  pairs: readonly VersionPair[],
): Promise<FoundTexts[]> {
  const elapsedMs = stopwatch();
  const isShared = pairs.length >= fewPairs && hasSecondProcessor();
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
    second.length === 0 ? null : compareElsewhere({ place, maxBytes }, second),
  ]);
  return others ? [mine, others] : [mine];
}

async function compareElsewhere(request: PairsRequest, pairs: readonly VersionPair[]): Promise<FoundTexts> {
  try {
    return await runInWorker(new URL("./compare-worker.js", import.meta.url), { request, pairs }, longestWorkMs);
  } catch (error) {
    if (error instanceof UserError && error.code !== "TOO_COMPLEX") throw error;
    // If a thread cannot be started, or runs out of memory, this one does the work.
    return comparePairs(request, pairs);
  }
}
