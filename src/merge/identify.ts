// Identification: which rows or tasks of three versions are the same, and one stable id for each.

import {
  type MatchFeatures,
  nameInContext,
  type Pairing,
  type Proximity,
  renamedPairs,
  renamedTopicSimilarity,
  rewordedTaskSimilarity,
  type Similarity,
} from "../model/history/match.js";
import { countEach } from "../text/arrays.js";
import { lazy } from "../text/memoize.js";
import { myersDiff } from "../text/myers-diff.js";
import { wordsOf } from "../text/normalize.js";
import { mapVersions, type Side, type Version, type Versions } from "./hunks.js";
import { areReworded, type NameWords } from "./reworded-names.js";

// Which row or task may be another one renamed, and when that is certain enough to merge both sides' values.

/** A row or a task. */
export interface Renamable extends MatchFeatures {
  /** Its name as displayed; computed on first use. */
  readonly title: () => NameWords;
  /** What contains it: elements in other groups are not neighbors. */
  readonly group: string;
}

/** Tasks have only their words. */
export const taskRenameRules: RenameRules<Renamable> = {
  similarity(a, b, place) {
    const similarity = rewordedTaskSimilarity(a, b, place);
    // In the same place, at least half of the words must be equal.
    const isSimilar = place === "elsewhere" ? similarity > 0 : similarity >= 1;
    return isSimilar ? similarity : similarityOfNames(a, b, place);
  },
  isCertain: (pair) => isRewordedInPlace(pair),
};

/**
 * A topic may have been replaced by another one in its place that shares only its phase. To take its place, their names
 * must share a word, or its cells must show it; to receive its values, at least two cells that no other row has must be
 * equal.
 */
export function rowRenameRules(base: readonly Renamable[]): RenameRules<Renamable> {
  const countsInBase = lazy(() => countCells(base));
  return {
    similarity(a, b, place) {
      const similarity = renamedTopicSimilarity(a, b, place);
      if (similarity > 0 && (sharesWord(a.name(), b.name()) || isIdentifiedByCells(a, b, countsInBase())))
        return similarity;
      return similarityOfNames(a, b, place);
    },
    isCertain(pair) {
      const { before, after, from, to } = pair;
      if (!isRewordedInPlace(pair)) return false;
      const inAfter = countCells(after);
      const distinctive = equalCells(before[from], after[to]).filter(
        (cell) => countsInBase().get(cell) === 1 && inAfter.get(cell) === 1,
      );
      return distinctive.length >= 2;
    },
  };
}

function similarityOfNames(a: Renamable, b: Renamable, place: Proximity): number {
  if (!areReworded(a.title(), b.title())) return 0;
  return place === "same place" ? 0.5 : 0.25;
}

/** It kept its place between unchanged neighbors, and its name is the old one reworded. */
function isRewordedInPlace({ before, after, from, to }: RenamedPair<Renamable>): boolean {
  const [old, now] = [before[from], after[to]];
  if (!old || !now || old.group !== now.group || !areReworded(old.title(), now.title())) return false;
  return [-1, 1].every((step) => neighborText(before, from + step, old) === neighborText(after, to + step, now));
}

function neighborText(things: readonly Renamable[], index: number, { group }: Renamable): string | null {
  const neighbor = things[index];
  return neighbor?.group === group ? neighbor.text : null;
}

export function sharesWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}

function isIdentifiedByCells(a: MatchFeatures, b: MatchFeatures, counts: ReadonlyMap<string, number>): boolean {
  const equal = equalCells(a, b);
  return equal.length >= 2 && equal.some((cell) => counts.get(cell) === 1);
}

/** Blank cells do not count. */
function equalCells(a: MatchFeatures | undefined, b: MatchFeatures | undefined): string[] {
  const now = b?.others();
  return [...(a?.others() ?? [])].filter(([column, text]) => now?.get(column) === text).map(cellKey);
}

function cellKey([column, text]: readonly [string, string]): string {
  return `${column}\n${text}`;
}

function countCells(rows: readonly MatchFeatures[]): Map<string, number> {
  return countEach(rows.flatMap((row) => [...row.others()].map(cellKey)));
}

// One stable id for each element, the same in every version that has it.

export interface StableIds {
  /** The id of each element of that version. */
  readonly ids: Versions<readonly number[]>;
  /** The index of the element in that version; -1 if it lacks it. */
  indexOf(version: Version, number: number): number;
  /** Whether that side may have put another element in its place. */
  isDoubtful(side: Side, number: number): boolean;
}

export function assignStableIds({ counts, toOurs, toTheirs, added, doubtful }: Matches): StableIds {
  const [fromOurs, fromTheirs, addedByOurs] = [inverse(toOurs), inverse(toTheirs), inverse(added)];
  let next = counts.base;
  const base = Array.from({ length: counts.base }, (_, index) => index);
  const ours = Array.from({ length: counts.ours }, (_, index) => fromOurs.get(index) ?? next++);
  const theirs = Array.from({ length: counts.theirs }, (_, index) => {
    const known = fromTheirs.get(index);
    if (known !== undefined) return known;
    const same = addedByOurs.get(index);
    return (same === undefined ? undefined : ours[same]) ?? next++;
  });
  const ids = { base, ours, theirs };
  const places = { base: indexByNumber(base), ours: indexByNumber(ours), theirs: indexByNumber(theirs) };
  return {
    ids,
    indexOf: (version, number) => places[version].get(number) ?? -1,
    // The ids of the base's elements are their indexes.
    isDoubtful: (side, number) => doubtful[side].has(number),
  };
}

export function inverse(partners: Partners): Map<number, number> {
  return new Map([...partners].map(([from, to]) => [to, from]));
}

function indexByNumber(ids: readonly number[]): Map<number, number> {
  return new Map(ids.map((number, index) => [number, index]));
}

/** For each index in one version, the index in the other. */
export type Partners = ReadonlyMap<number, number>;

export interface Matches {
  readonly counts: Versions<number>;
  /** From the base to each side. */
  readonly toOurs: Partners;
  readonly toTheirs: Partners;
  /** From ours to theirs, for those that the base lacks. */
  readonly added: Partners;
  /** Elements of the base that may be others on that side: they only look similar, or share a name with several. */
  readonly doubtful: Readonly<Record<Side, ReadonlySet<number>>>;
}

/** An element with another name on a side, by index. */
interface RenamedPair<Thing> {
  readonly before: readonly Thing[];
  readonly after: readonly Thing[];
  readonly from: number;
  readonly to: number;
}

interface RenameRules<Thing extends MatchFeatures> {
  /** Compares elements with different names, given where they are. */
  readonly similarity: Similarity<Thing>;
  /** Whether it is certainly the same one: then it receives the other side's values. */
  readonly isCertain: (pair: RenamedPair<Thing>) => boolean;
}

/** Matches the elements of three versions. Doubtful ones are left unmatched. */
export function matchVersions<Thing extends MatchFeatures>(
  things: Versions<readonly Thing[]>,
  rulesOf: (side: Side) => RenameRules<Thing>,
): Matches {
  const { base, ours, theirs } = things;
  const doubtful = { ours: new Set<number>(), theirs: new Set<number>() };
  const matchTo = (side: Side) => matchThings(base, things[side], { ...rulesOf(side), doubtful: doubtful[side] });
  const [toOurs, toTheirs] = [matchTo("ours"), matchTo("theirs")];
  const [inOurs, inTheirs] = [new Set(toOurs.values()), new Set(toTheirs.values())];
  const isNew = { before: (index: number) => !inOurs.has(index), after: (index: number) => !inTheirs.has(index) };
  const added = matchAdditions(ours, theirs, isNew);
  return { counts: mapVersions(things, ({ length }) => length), toOurs, toTheirs, added, doubtful };
}

/**
 * Matches elements by name in the same context, then by name alone, then renamed ones by their other fields. Of several
 * with one name, those with equal fields correspond, then the n-th with the n-th. If one side has more of them, it is
 * unclear which are left, so only equal ones are matched.
 */
function matchThings<Thing extends MatchFeatures>(
  before: readonly Thing[],
  after: readonly Thing[],
  { similarity, isCertain, doubtful }: RenameRules<Thing> & { readonly doubtful: Set<number> },
): Partners {
  const matching = startMatching(before, after);
  for (const index of matchByName(matching)) doubtful.add(index);
  for (const [from, to] of renamedPairs({ before, after, ...asPairing(matching) }, similarity)) {
    pair(matching, from, to);
    if (!isCertain({ before, after, from, to })) doubtful.add(from);
  }
  return matching.partners;
}

/** Elements that both sides added: the same name in the same context; nameless ones only if they are equal. */
function matchAdditions(before: readonly MatchFeatures[], after: readonly MatchFeatures[], free: Free): Partners {
  const matching = startMatching(before, after);
  const groups = groupByKey(matching, nameInContext, free);
  for (const group of groups.values()) {
    const isNamed = before[group.before[0] ?? -1]?.name() !== "";
    matchGroup(matching, group, isNamed ? "any" : "equal");
  }
  return matching.partners;
}

interface Matching {
  readonly before: readonly MatchFeatures[];
  readonly after: readonly MatchFeatures[];
  readonly partners: Map<number, number>;
  readonly taken: Set<number>;
  /** Computed on first use. */
  inOrder?: Int32Array;
}

/** By index, as in the model. */
function asPairing({ before, after, partners }: Matching): Pick<Pairing, "partners" | "origins"> {
  const pairing = { partners: new Int32Array(before.length).fill(-1), origins: new Int32Array(after.length).fill(-1) };
  for (const [from, to] of partners) {
    pairing.partners[from] = to;
    pairing.origins[to] = from;
  }
  return pairing;
}

/** The unmatched elements of both versions, by index. */
interface Free {
  readonly before: (index: number) => boolean;
  readonly after: (index: number) => boolean;
}

interface Group {
  readonly before: number[];
  readonly after: number[];
}

function startMatching(before: readonly MatchFeatures[], after: readonly MatchFeatures[]): Matching {
  return { before, after, partners: new Map(), taken: new Set() };
}

function pair(matching: Pick<Matching, "partners" | "taken">, from: number, to: number): void {
  matching.partners.set(from, to);
  matching.taken.add(to);
}

/** @returns those that moved and share their name with others: the one found may be another one */
function matchByName(matching: Matching): number[] {
  const { before, after, partners, taken } = matching;
  const free = { before: (index: number) => !partners.has(index), after: (index: number) => !taken.has(index) };
  for (const group of groupByKey(matching, nameInContext, free).values()) {
    if (group.before.length === group.after.length) matchGroup(matching, group, "any");
  }
  const left = groupByKey(matching, ({ name }) => name(), free);
  for (const group of left.values()) matchGroup(matching, group, "any");
  const moved = [...left.values()].flatMap((group) => group.before.filter((index) => hasMoved(matching, index)));
  const counts = moved.length === 0 ? [] : [before, after].map((things) => countEach(things.map(({ name }) => name())));
  return moved.filter((index) => counts.some((names) => (names.get(before[index]?.name() ?? "") ?? 0) > 1));
}

/** Under another heading or another task, and next to other elements. */
function hasMoved({ before, after, partners }: Matching, index: number): boolean {
  const to = partners.get(index);
  if (to === undefined || before[index]?.context === after[to]?.context) return false;
  return ![-1, 1].some((step) => partners.get(index + step) === to + step);
}

function groupByKey(
  { before, after }: Matching,
  keyOf: (thing: MatchFeatures) => string,
  free: Free,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  before.forEach((thing, index) => {
    if (!free.before(index)) return;
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.before.push(index);
    else groups.set(key, { before: [index], after: [] });
  });
  after.forEach((thing, index) => {
    if (free.after(index)) groups.get(keyOf(thing))?.after.push(index);
  });
  return groups;
}

function matchGroup(matching: Matching, group: Group, wanted: "any" | "equal"): void {
  const [from, to] = [group.before[0], group.after[0]];
  if (from === undefined || to === undefined) return;
  if (wanted === "any" && group.before.length === 1 && group.after.length === 1) {
    pair(matching, from, to);
    return;
  }
  const isEven = group.before.length === group.after.length;
  if (!isEven) matchInOrder(matching, group);
  matchEqual(matching, group, isEven && wanted === "any" ? "once" : "often");
  if (!isEven || wanted === "equal") return;
  const left = group.after.filter((index) => !matching.taken.has(index)).reverse();
  for (const index of group.before) {
    const next = matching.partners.has(index) ? undefined : left.pop();
    if (next !== undefined) pair(matching, index, next);
  }
}

/** Matches equal elements so that the fewest others were added and removed between them, as git would see it. */
function matchInOrder(matching: Matching, group: Group): void {
  matching.inOrder ??= pairsInOrder(matching.before, matching.after);
  const isInGroup = new Set(group.after);
  for (const index of group.before) {
    const partner = matching.inOrder[index] ?? -1;
    if (isInGroup.has(partner)) pair(matching, index, partner);
  }
}

function pairsInOrder(before: readonly MatchFeatures[], after: readonly MatchFeatures[]): Int32Array {
  const textOf = ({ text }: MatchFeatures) => text;
  return myersDiff(before.map(textOf), after.map(textOf));
}

/** `once`: only those that each side has once. If all of them are the same, the n-th corresponds to the n-th anyway. */
function matchEqual(matching: Matching, group: Group, times: "once" | "often"): void {
  const { before, after } = matching;
  const waiting = new Map<string, number[]>();
  const counts = countEach(group.before.map((index) => before[index]?.text ?? ""));
  // From the end, so that the first one is taken from the end of its list.
  for (const index of group.after.filter((candidate) => !matching.taken.has(candidate)).reverse()) {
    const text = after[index]?.text ?? "";
    const list = waiting.get(text);
    if (list) list.push(index);
    else waiting.set(text, [index]);
  }
  for (const index of group.before.filter((candidate) => !matching.partners.has(candidate))) {
    const text = before[index]?.text ?? "";
    const isOnce = waiting.get(text)?.length === 1 && counts.get(text) === 1;
    const partner = times === "often" || isOnce ? waiting.get(text)?.pop() : undefined;
    if (partner !== undefined) pair(matching, index, partner);
  }
}
