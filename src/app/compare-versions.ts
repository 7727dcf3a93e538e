// Compare versions: what changed between pairs of blobs, each read once, and kept for the next time.

import { type Comparison, compareRoadmaps } from "../model/compare.js";
import { UserError } from "../model/errors.js";
import type { Roadmap } from "../model/roadmap.js";
import { stopwatch } from "../store/clock.js";
import { readBlobs } from "../store/git/read-blobs.js";
import type { Repository } from "../store/git/repository.js";
import { decodeText } from "../store/read-file.js";
import { type CacheFile, readCache, writeCache } from "../store/text-cache.js";
import { parseText } from "./parse-text.js";

/** Two versions by their blobs; null where the file is not there. */
export interface VersionPair {
  readonly before: string | null;
  readonly after: string | null;
}

export interface ComparedVersions {
  /** Null when one of the two cannot be read. */
  comparison(pair: VersionPair): Comparison | null;
  /** Why a blob cannot be read; undefined for those that can. */
  trouble(blob: string): string | undefined;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Since the first one. */
  readonly elapsedMs: number;
}

export interface ComparingRequest {
  readonly repository: Repository;
  /** In bytes: larger versions are not read. */
  readonly maxBytes: number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

declare const ROADMAP_SOURCES: string | undefined;

/** Raised when what is kept changes its shape; what another build of the program has kept is not read anyhow. */
const keptVersion = 1;

/**
 * Compares each pair that is asked for. `pairs` is asked again when versions turn out to be unreadable, until it asks
 * for nothing new.
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
    await comparePairs(request, missing, { texts, troubles });
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

function keyOf({ before, after }: VersionPair): string {
  return `${before ?? "none"}..${after ?? "none"}`;
}

function distinct(pairs: readonly VersionPair[]): VersionPair[] {
  return [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
}

interface Found {
  /** To be kept: comparisons by their pair, and what is wrong with the text of a blob, by the blob. */
  readonly texts: Map<string, string>;
  /** For this time only: a blob that is missing may be there tomorrow, and a slow machine may be a fast one. */
  readonly troubles: Map<string, string>;
}

async function comparePairs(
  { repository, maxBytes, onProgress }: ComparingRequest,
  pairs: readonly VersionPair[],
  { texts, troubles }: Found,
): Promise<void> {
  const elapsedMs = stopwatch();
  const blobs = readBlobs(repository, { ids: readingPlan(pairs), maxBytes });
  const kept = recent<Roadmap | null>();
  const { roadmap: nothing } = await parseText("");
  const read = async (id: string | null): Promise<Roadmap | null> => {
    if (id === null) return nothing;
    if (kept.has(id)) return kept.get(id) ?? null;
    const { value } = await blobs.next();
    const { roadmap, trouble, isLasting } = await readVersion(value?.bytes ?? null, value?.trouble ?? "it is missing");
    if (trouble !== null) (isLasting ? texts : troubles).set(id, trouble);
    kept.set(id, roadmap);
    return roadmap;
  };
  for (const [index, pair] of pairs.entries()) {
    const after = await read(pair.after);
    const before = await read(pair.before);
    // As text, so that no version's text stays in memory for a word of it, and what is kept is what is shown.
    if (before && after) texts.set(keyOf(pair), JSON.stringify(compareRoadmaps(before, after)));
    onProgress?.({ done: index + 1, total: pairs.length, elapsedMs: elapsedMs() });
  }
  await blobs.next();
}

interface Reading {
  readonly roadmap: Roadmap | null;
  readonly trouble: string | null;
  /** Whether the text itself is the trouble. */
  readonly isLasting: boolean;
}

async function readVersion(bytes: Buffer | null, trouble: string): Promise<Reading> {
  if (bytes === null) return { roadmap: null, trouble, isLasting: false };
  const text = decodeText(bytes);
  if (text === null) return { roadmap: null, trouble: "it is not UTF-8", isLasting: true };
  try {
    const { roadmap, problems } = await parseText(text);
    const isHalf = problems.some(({ code }) => code === "CONFLICT_MARKERS");
    if (isHalf) return { roadmap: null, trouble: "it holds an unfinished merge", isLasting: true };
    return { roadmap, trouble: null, isLasting: true };
  } catch (error) {
    if (error instanceof UserError) return { roadmap: null, trouble: error.message, isLasting: false };
    throw error;
  }
}

/** So many versions are kept while others are read: a version is that before the next one, and lines are interwoven. */
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

/** The blobs in the order in which `comparePairs` will ask for them. */
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
