// Match: which topic or task of one version of a roadmap is which one of another version.

import { fold, wordsOf } from "../text/fold.js";
import { textAt } from "../text/span.js";
import { remembered } from "./remember.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import { cellTexts } from "./row-cells.js";

/**
 * The topics of `before` with those they have become in `after`: by name (without case, blanks and Markdown; the n-th
 * of a name for those that share it), and renamed ones by what else their rows say. What has no partner was removed.
 */
export function matchTopics(before: Roadmap, after: Roadmap): ReadonlyMap<Topic, Topic> {
  return things(before.topics, after.topics, topicPairing(before, after));
}

/** The tasks of `before` with those they have become in `after`: by name, and reworded ones by their words. */
export function matchTasks(before: Roadmap, after: Roadmap): ReadonlyMap<Task, Task> {
  return things(before.tasks, after.tasks, taskPairing(before, after));
}

/** Who is whose partner, by index in either list; -1 for those that have none. */
export interface Pairing {
  readonly partners: Int32Array;
  readonly origins: Int32Array;
  /** So many at the beginning and so many at the end stand there as they stood before, word for word. */
  readonly equalEnds: { readonly head: number; readonly tail: number };
}

export function topicPairing(before: Roadmap, after: Roadmap): Pairing {
  return match(topicsOf(before), topicsOf(after), isRenamedTopic);
}

export function taskPairing(before: Roadmap, after: Roadmap): Pairing {
  return match(tasksOf(before), tasksOf(after), isRewordedTask);
}

/** A version is compared with the one before it and with the one behind it. */
const topicsOf = remembered((roadmap) => roadmap.topics.map((topic) => described(roadmap, topic)));
const tasksOf = remembered((roadmap) => roadmap.tasks.map((task) => describedTask(roadmap, task)));

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function things<Thing>(before: readonly Thing[], after: readonly Thing[], { partners }: Pairing): Map<Thing, Thing> {
  return new Map(
    before.flatMap((old, index): [Thing, Thing][] => {
      const now = after[partners[index] ?? -1];
      return now ? [[old, now]] : [];
    }),
  );
}

/** What two versions of a thing are matched by. */
export interface Described {
  /** Equal for things that nobody changed. */
  readonly text: string;
  /** Tells things of one name apart. */
  readonly context: string;
  /** Folded; only worked out for things that are not plainly the same. */
  readonly name: () => string;
  /** What else it says, by what it is called; only looked at when its name is nowhere else. */
  readonly others: () => ReadonlyMap<string, string>;
}

function described(roadmap: Roadmap, topic: Topic): Described {
  return {
    text: textAt(roadmap.text, topic.row),
    context: topic.phase?.label ?? "",
    name: once(() => fold(topic.name)),
    others: once(() => withoutTopic(cellTexts(roadmap, topic))),
  };
}

function withoutTopic(cells: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...cells].filter(([column, text]) => column !== "topic" && text !== ""));
}

function describedTask(roadmap: Roadmap, task: Task): Described {
  return {
    text: textAt(roadmap.text, task.span),
    context: task.parent ? `${task.phase?.label ?? ""}\n${task.parent.name}` : (task.phase?.label ?? ""),
    name: once(() => fold(task.name)),
    others: () => nothing,
  };
}

const nothing: ReadonlyMap<string, string> = new Map();

/** From 0 for two things that are not the same; the more, the more alike. */
export type Likeness<Thing extends Described> = (a: Thing, b: Thing, place: Place) => number;

/** Whether two things stand between the same neighbours, as far from each. */
export type Place = "same place" | "elsewhere";

/** Beyond so many comparisons nobody has renamed anything: it is another list. */
const mostComparisons = 250_000;

function match(before: readonly Described[], after: readonly Described[], likeness: Likeness<Described>): Pairing {
  const partners = new Int32Array(before.length).fill(-1);
  const origins = new Int32Array(after.length).fill(-1);
  const pair = (from: number, to: number) => {
    partners[from] = to;
    origins[to] = from;
  };
  const equalEnds = pairEqualEnds(before, after, pair);
  const matching: Matching = { before, after, partners, origins, equalEnds, pair };
  if (!partners.includes(-1) || !origins.includes(-1)) return matching;
  for (const key of [nameInContext, ({ name }: Described) => name()]) pairByKey(matching, key);
  for (const [from, to] of renamedPairs(matching, likeness)) matching.pair(from, to);
  return matching;
}

interface Unmatched<Thing> extends Pick<Pairing, "partners" | "origins"> {
  readonly before: readonly Thing[];
  readonly after: readonly Thing[];
}

interface Matching extends Unmatched<Described>, Pairing {
  readonly pair: (from: number, to: number) => void;
}

/** Most versions differ in few rows: those above and below that are the same are each other. */
function pairEqualEnds(
  before: readonly Described[],
  after: readonly Described[],
  pair: Matching["pair"],
): Pairing["equalEnds"] {
  const isEqual = (a: Described | undefined, b: Described | undefined) =>
    a !== undefined && b !== undefined && a.text === b.text && a.context === b.context;
  let head = 0;
  while (isEqual(before[head], after[head])) pair(head, head++);
  const shorter = Math.min(before.length, after.length) - head;
  let tail = 0;
  while (tail < shorter && isEqual(before.at(-tail - 1), after.at(-tail - 1))) {
    tail++;
    pair(before.length - tail, after.length - tail);
  }
  return { head, tail };
}

/** The n-th of a key is the n-th of the same key. Things without a name are nobody's partner by it. */
function pairByKey({ before, after, partners, origins, pair }: Matching, key: (described: Described) => string): void {
  const waiting = new Map<string, number[]>();
  after.forEach((thing, index) => {
    if (origins[index] === -1 && thing.name() !== "") push(waiting, key(thing), index);
  });
  before.forEach((thing, index) => {
    const found = partners[index] === -1 && thing.name() !== "" ? waiting.get(key(thing))?.shift() : undefined;
    if (found !== undefined) pair(index, found);
  });
}

/** Equal for things of one name under one heading, or under one task. */
export function nameInContext({ name, context }: Described): string {
  return `${name()}\n${context}`;
}

function push(waiting: Map<string, number[]>, key: string, index: number): void {
  const list = waiting.get(key);
  if (list) list.push(index);
  else waiting.set(key, [index]);
}

/** Those left over that are each other's best likeness, and nobody else's as well. */
export function renamedPairs<Thing extends Described>(
  { before, after, partners, origins }: Unmatched<Thing>,
  likeness: Likeness<Thing>,
): [number, number][] {
  const olds = before.flatMap((_, index) => (partners[index] === -1 ? index : []));
  const news = after.flatMap((_, index) => (origins[index] === -1 ? index : []));
  if (olds.length * news.length > mostComparisons) return [];
  const places = { before: placesIn(partners), after: placesIn(origins) };
  const oldPlaces = olds.map((from) => places.before(from, (index) => partners[index]));
  const newPlaces = news.map((to) => places.after(to, (index) => index));
  const scores = olds.map((from, row) =>
    news.map((to, column) => {
      const [old, now] = [before[from], after[to]];
      const isSamePlace = oldPlaces[row] === newPlaces[column];
      return old && now ? likeness(old, now, isSamePlace ? "same place" : "elsewhere") : 0;
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

/** Says where an unmatched thing stands: its nearest matched neighbours, and how far they are. */
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
  return (index: number, nameOf: (neighbour: number) => number | undefined): string => {
    const [upper = -1, lower = matched.length] = [above[index], below[index]];
    const top = upper < 0 ? "top" : nameOf(upper);
    const end = lower >= matched.length ? "end" : nameOf(lower);
    return `${top} ${index - upper} ${end} ${lower - index}`;
  };
}

/** The place of the highest score, when it is above 0 and stands once. */
function onlyBest(scores: readonly number[]): number | null {
  const best = scores.reduce((highest, score) => Math.max(highest, score), 0);
  const first = scores.indexOf(best);
  return best > 0 && scores.indexOf(best, first + 1) === -1 ? first : null;
}

/** At least two thirds of what else either row says is equal, and it stands where it stood or is a lot. */
export function isRenamedTopic(a: Described, b: Described, place: Place): number {
  const [ours, theirs] = [a.others(), b.others()];
  const columns = new Set([...ours.keys(), ...theirs.keys()]);
  const equal = [...columns].filter((column) => ours.get(column) === theirs.get(column)).length;
  const closeness = place === "same place" ? 0.5 : 0;
  if (columns.size === 0) return place === "same place" && sharedWords(a.name(), b.name()) >= 0.5 ? closeness : 0;
  const isTelling = place === "same place" || equal >= 3;
  return isTelling && equal / columns.size >= 2 / 3 ? equal / columns.size + closeness : 0;
}

export function isRewordedTask(a: Described, b: Described, place: Place): number {
  const shared = sharedWords(a.name(), b.name());
  if (place === "same place") return shared >= 0.25 ? shared + 0.5 : 0;
  return shared >= 0.6 ? shared : 0;
}

/** From 0 for none to 1 for all (Dice's coefficient of the sets of words). */
function sharedWords(a: string, b: string): number {
  const [ours, theirs] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  if (ours.size + theirs.size === 0) return 0;
  return (2 * [...ours].filter((word) => theirs.has(word)).length) / (ours.size + theirs.size);
}
