// Matching: which topic or task of one version of a roadmap corresponds to which in another, and which have moved.

import { type EqualEnds, equalEnds, longestIncreasingSubsequence } from "../../text/arrays.js";
import { textAt } from "../../text/edit.js";
import { lazy, memoize } from "../../text/memoize.js";
import { normalize, wordsOf } from "../../text/normalize.js";
import { cellTexts, type Roadmap, type Task, type Topic } from "../roadmap.js";

/**
 * Maps the topics of `before` to those of `after`: by name (ignoring case, whitespace and Markdown; by order among
 * equal names), and renamed topics by the rest of their rows. Topics that are missing from the map were removed.
 */
export function matchTopics(before: Roadmap, after: Roadmap): ReadonlyMap<Topic, Topic> {
  return matchedThings(before.topics, after.topics, topicPairing(before, after));
}

/** Maps the tasks of `before` to those of `after`: by name, and reworded ones by their words. */
export function matchTasks(before: Roadmap, after: Roadmap): ReadonlyMap<Task, Task> {
  return matchedThings(before.tasks, after.tasks, taskPairing(before, after));
}

/** Which items correspond, by index in either list; -1 for unmatched ones. */
export interface Pairing {
  readonly partners: Int32Array;
  readonly origins: Int32Array;
  /** The number of identical items at the beginning and at the end. */
  readonly equalEnds: EqualEnds;
}

export function topicPairing(before: Roadmap, after: Roadmap): Pairing {
  return match(topicsOf(before), topicsOf(after), renamedTopicSimilarity);
}

export function taskPairing(before: Roadmap, after: Roadmap): Pairing {
  return match(tasksOf(before), tasksOf(after), rewordedTaskSimilarity);
}

/** Each version is compared with its predecessor and its successor. */
const topicsOf = memoize((roadmap: Roadmap) => roadmap.topics.map((topic) => topicFeatures(roadmap, topic)));
const tasksOf = memoize((roadmap: Roadmap) => roadmap.tasks.map((task) => taskFeatures(roadmap, task)));

function matchedThings<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  { partners }: Pairing,
): Map<Thing, Thing> {
  return new Map(
    before.flatMap((old, index): [old: Thing, now: Thing][] => {
      const now = after[partners[index] ?? -1];
      return now ? [[old, now]] : [];
    }),
  );
}

/** The properties by which topics or tasks of two versions are matched. */
export interface MatchFeatures {
  /** Equal for unchanged items. */
  readonly text: string;
  /** Distinguishes items of the same name. */
  readonly context: string;
  /** Normalized; computed only for items that are not obviously the same. */
  readonly name: () => string;
  /** Its other fields by name; used only if its name is unmatched. */
  readonly others: () => ReadonlyMap<string, string>;
}

function topicFeatures(roadmap: Roadmap, topic: Topic): MatchFeatures {
  return {
    text: textAt(roadmap.text, topic.row),
    context: topic.phase?.label ?? "",
    name: lazy(() => normalize(topic.name)),
    others: lazy(() => withoutTopic(cellTexts(roadmap, topic))),
  };
}

function withoutTopic(cells: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...cells].filter(([column, text]) => column !== "topic" && text !== ""));
}

function taskFeatures(roadmap: Roadmap, task: Task): MatchFeatures {
  return {
    text: textAt(roadmap.text, task.span),
    context: task.parent ? `${task.phase?.label ?? ""}\n${task.parent.name}` : (task.phase?.label ?? ""),
    name: lazy(() => normalize(task.name)),
    others: () => noFields,
  };
}

const noFields: ReadonlyMap<string, string> = new Map();

/** 0 for different items; the higher, the more similar. */
export type Similarity<Thing extends MatchFeatures> = (a: Thing, b: Thing, place: Proximity) => number;

/** Whether two items are between the same neighbors, at the same distance from each. */
export type Proximity = "same place" | "elsewhere";

/** Above this many comparisons, skip rename detection: the list was probably replaced. */
const maxComparisons = 250_000;

function match(
  before: readonly MatchFeatures[],
  after: readonly MatchFeatures[],
  similarity: Similarity<MatchFeatures>,
): Pairing {
  const partners = new Int32Array(before.length).fill(-1);
  const origins = new Int32Array(after.length).fill(-1);
  const pair = (from: number, to: number) => {
    partners[from] = to;
    origins[to] = from;
  };
  const matching: Matching = {
    before,
    after,
    partners,
    origins,
    pair,
    equalEnds: pairEqualEnds(before, after, pair),
  };
  if (!partners.includes(-1) || !origins.includes(-1)) return matching;
  for (const key of [nameInContext, ({ name }: MatchFeatures) => name()]) pairByKey(matching, key);
  for (const [from, to] of renamedPairs(matching, similarity)) matching.pair(from, to);
  return matching;
}

interface Unmatched<Thing> extends Pick<Pairing, "partners" | "origins"> {
  readonly before: readonly Thing[];
  readonly after: readonly Thing[];
}

interface Matching extends Unmatched<MatchFeatures>, Pairing {
  readonly pair: (from: number, to: number) => void;
}

/** Most versions differ in a few rows, so identical items at both ends are matched first. */
function pairEqualEnds(
  before: readonly MatchFeatures[],
  after: readonly MatchFeatures[],
  pair: Matching["pair"],
): EqualEnds {
  const ends = equalEnds(before, after, (a, b) => a?.text === b?.text && a?.context === b?.context);
  for (let index = 0; index < ends.head; index++) pair(index, index);
  for (let index = 1; index <= ends.tail; index++) pair(before.length - index, after.length - index);
  return ends;
}

/** Matches the n-th item of a key with the n-th of the same key. Items without a name are not matched by it. */
function pairByKey(
  { before, after, partners, origins, pair }: Matching,
  key: (features: MatchFeatures) => string,
): void {
  // From the end, so that the first one is taken from the end of its list.
  const waiting = new Map<string, number[]>();
  for (const [index, thing] of [...after.entries()].reverse()) {
    if (origins[index] === -1 && thing.name() !== "") push(waiting, key(thing), index);
  }
  before.forEach((thing, index) => {
    const partner = partners[index] === -1 && thing.name() !== "" ? waiting.get(key(thing))?.pop() : undefined;
    if (partner !== undefined) pair(index, partner);
  });
}

/** Equal for items of the same name under the same heading or parent task. */
export function nameInContext({ name, context }: MatchFeatures): string {
  return `${name()}\n${context}`;
}

function push(waiting: Map<string, number[]>, key: string, index: number): void {
  const list = waiting.get(key);
  if (list) list.push(index);
  else waiting.set(key, [index]);
}

/** Unmatched pairs that are unambiguously each other's best match. */
export function renamedPairs<Thing extends MatchFeatures>(
  { before, after, partners, origins }: Unmatched<Thing>,
  similarity: Similarity<Thing>,
): [number, number][] {
  const olds = before.flatMap((_, index) => (partners[index] === -1 ? index : []));
  const news = after.flatMap((_, index) => (origins[index] === -1 ? index : []));
  if (olds.length * news.length > maxComparisons) return [];
  const places = { before: placesIn(partners), after: placesIn(origins) };
  const oldPlaces = olds.map((from) => places.before(from, (index) => partners[index]));
  const newPlaces = news.map((to) => places.after(to, (index) => index));
  const scores = olds.map((from, row) =>
    news.map((to, column) => {
      const [old, now] = [before[from], after[to]];
      const isSamePlace = oldPlaces[row] === newPlaces[column];
      return old && now ? similarity(old, now, isSamePlace ? "same place" : "elsewhere") : 0;
    }),
  );
  return olds.flatMap((from, row): [number, number][] => {
    const own = scores[row] ?? [];
    const column = onlyBest(own);
    const isMutual = column !== null && onlyBest(scores.map((line) => line[column] ?? 0)) === row;
    const to = column === null ? undefined : news[column];
    return isMutual && to !== undefined ? [[from, to]] : [];
  });
}

/** Locates an unmatched item by its nearest matched neighbors and the distance to them. */
function placesIn(matched: Int32Array) {
  const above: number[] = [];
  for (let index = 0, last = -1; index < matched.length; index++) {
    above.push(last);
    if (matched[index] !== -1) last = index;
  }
  const below = new Array<number>(matched.length);
  for (let index = matched.length - 1, next = matched.length; index >= 0; index--) {
    below[index] = next;
    if (matched[index] !== -1) next = index;
  }
  return (index: number, nameOf: (neighbor: number) => number | undefined): string => {
    const [upper = -1, lower = matched.length] = [above[index], below[index]];
    const top = upper < 0 ? "top" : nameOf(upper);
    const end = lower >= matched.length ? "end" : nameOf(lower);
    return `${top} ${index - upper} ${end} ${lower - index}`;
  };
}

/** The index of the highest score, if it is positive and unique. */
function onlyBest(scores: readonly number[]): number | null {
  const best = scores.reduce((highest, score) => Math.max(highest, score), 0);
  const first = scores.indexOf(best);
  return best > 0 && scores.indexOf(best, first + 1) === -1 ? first : null;
}

/**
 * At least two thirds of the other fields in either row are equal, and either its position is unchanged or there are
 * many fields.
 */
export function renamedTopicSimilarity(a: MatchFeatures, b: MatchFeatures, place: Proximity): number {
  const [ours, theirs] = [a.others(), b.others()];
  const columns = new Set([...ours.keys(), ...theirs.keys()]);
  const equal = [...columns].filter((column) => ours.get(column) === theirs.get(column)).length;
  const closeness = place === "same place" ? 0.5 : 0;
  if (columns.size === 0) return place === "same place" && sharedWords(a.name(), b.name()) >= 0.5 ? closeness : 0;
  const isConclusive = place === "same place" || equal >= 3;
  return isConclusive && equal / columns.size >= 2 / 3 ? equal / columns.size + closeness : 0;
}

export function rewordedTaskSimilarity(a: MatchFeatures, b: MatchFeatures, place: Proximity): number {
  const shared = sharedWords(a.name(), b.name());
  if (place === "same place") return shared >= 0.25 ? shared + 0.5 : 0;
  return shared >= 0.6 ? shared : 0;
}

/** From 0 for none to 1 for all: Dice's coefficient of the two sets of words. */
function sharedWords(a: string, b: string): number {
  const [ours, theirs] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  if (ours.size + theirs.size === 0) return 0;
  return (2 * [...ours].filter((word) => theirs.has(word)).length) / (ours.size + theirs.size);
}

// Which of the items that two versions share changed their order or heading.

export interface ListPosition {
  readonly phase: string | null;
  /** The name of the item above it in the file; null at the top. */
  readonly after: string | null;
}

export interface Move {
  readonly from: ListPosition;
  readonly to: ListPosition;
}

interface OutlineMember {
  readonly name: string;
  readonly phase: { readonly label: string } | null;
}

interface Order<Thing> {
  readonly before: readonly Thing[];
  readonly after: readonly Thing[];
  /** For each later item its earlier index; -1 for added items. */
  readonly origins: Int32Array;
  /** Whether a different heading does not count as a move, for example because the heading was renamed. */
  readonly isSamePhase: (old: Thing, now: Thing) => boolean;
}

/** Moves by index in the later version: the smallest set that explains the new order. */
export function movesOf<Thing extends OutlineMember>(order: Order<Thing>): ReadonlyMap<number, Move> {
  const { before, after, origins, isSamePhase } = order;
  const moves = new Map<number, Move>();
  const inOrder = keptInOrder(origins);
  for (const [index, now] of after.entries()) {
    const oldIndex = origins[index] ?? -1;
    const old = before[oldIndex];
    if (!old) continue;
    const [was, is] = [labelOf(old), labelOf(now)];
    if (inOrder.has(index) && (was === is || isSamePhase(old, now))) continue;
    const from = { phase: was, after: before[oldIndex - 1]?.name ?? null };
    moves.set(index, { from, to: { phase: is, after: after[index - 1]?.name ?? null } });
  }
  return moves;
}

function labelOf({ phase }: OutlineMember): string | null {
  return phase?.label ?? null;
}

/** The positions of the longest subsequence that kept its order; added items are not part of it. */
function keptInOrder(origins: Int32Array): { has(position: number): boolean } {
  if (isRising(origins)) return { has: () => true };
  const known = [...origins.keys()].filter((position) => (origins[position] ?? -1) >= 0);
  const rising = longestIncreasingSubsequence(known.map((position) => origins[position] ?? -1));
  return new Set(rising.map((index) => known[index] ?? -1));
}

function isRising(numbers: Int32Array): boolean {
  let last = -1;
  return numbers.every((number) => {
    const isHigher = number < 0 || number > last;
    last = Math.max(last, number);
    return isHigher;
  });
}
