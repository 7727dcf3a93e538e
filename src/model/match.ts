// Match: which topic or task of one version of a roadmap is which one of another version.

import { fold, wordsOf } from "../text/fold.js";
import { textAt } from "../text/span.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import { cellTexts } from "./row-cells.js";

/**
 * The topics of `before` with those they have become in `after`: by name (without case, blanks and Markdown; the n-th
 * of a name for those that share it), and renamed ones by what else their rows say. What has no partner was removed.
 */
export function matchTopics(before: Roadmap, after: Roadmap): ReadonlyMap<Topic, Topic> {
  return match(
    before.topics.map((topic) => described(before, topic)),
    after.topics.map((topic) => described(after, topic)),
    isRenamedTopic,
  );
}

/** The tasks of `before` with those they have become in `after`: by name, and reworded ones by their words. */
export function matchTasks(before: Roadmap, after: Roadmap): ReadonlyMap<Task, Task> {
  return match(
    before.tasks.map((task) => describedTask(before, task)),
    after.tasks.map((task) => describedTask(after, task)),
    isRewordedTask,
  );
}

interface Described<Thing> {
  readonly thing: Thing;
  readonly name: string;
  /** Equal for things that nobody changed. */
  readonly text: string;
  /** Tells things of one name apart. */
  readonly context: string;
  /** What else it says, by what it is called; only looked at when its name is nowhere else. */
  readonly others: () => ReadonlyMap<string, string>;
}

function described(roadmap: Roadmap, topic: Topic): Described<Topic> {
  return {
    thing: topic,
    name: fold(topic.name),
    text: textAt(roadmap.text, topic.row),
    context: topic.phase?.label ?? "",
    others: () => withoutTopic(cellTexts(roadmap, topic)),
  };
}

function withoutTopic(cells: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...cells].filter(([column, text]) => column !== "topic" && text !== ""));
}

function describedTask(roadmap: Roadmap, task: Task): Described<Task> {
  return {
    thing: task,
    name: fold(task.name),
    text: textAt(roadmap.text, task.span),
    context: `${task.phase?.label ?? ""}\n${task.parent?.name ?? ""}`,
    others: () => new Map(),
  };
}

type Likeness<Thing> = (a: Described<Thing>, b: Described<Thing>, place: Place) => number;

/** Whether two things stand between the same neighbours, as far from each. */
type Place = "same place" | "elsewhere";

/** Beyond so many comparisons nobody has renamed anything: it is another list. */
const mostComparisons = 250_000;

function match<Thing>(
  before: readonly Described<Thing>[],
  after: readonly Described<Thing>[],
  likeness: Likeness<Thing>,
): ReadonlyMap<Thing, Thing> {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (from: number, to: number) => {
    partners.set(from, to);
    taken.add(to);
  };
  pairEqualEnds(before, after, pair);
  const isFree = { before: (index: number) => !partners.has(index), after: (index: number) => !taken.has(index) };
  for (const key of [nameInContext<Thing>, ({ name }: Described<Thing>) => name]) {
    const waiting = new Map<string, number[]>();
    after.forEach((thing, index) => {
      if (thing.name !== "" && isFree.after(index)) push(waiting, key(thing), index);
    });
    before.forEach((thing, index) => {
      const found = thing.name !== "" && isFree.before(index) ? waiting.get(key(thing))?.shift() : undefined;
      if (found !== undefined) pair(index, found);
    });
  }
  for (const [from, to] of renamedPairs({ before, after, partners, taken }, likeness)) pair(from, to);
  const things = new Map<Thing, Thing>();
  for (const [from, to] of [...partners].sort(([a], [b]) => a - b)) {
    const [old, now] = [before[from], after[to]];
    if (old && now) things.set(old.thing, now.thing);
  }
  return things;
}

function nameInContext<Thing>({ name, context }: Described<Thing>): string {
  return `${name}\n${context}`;
}

function push(waiting: Map<string, number[]>, key: string, index: number): void {
  const list = waiting.get(key);
  if (list) list.push(index);
  else waiting.set(key, [index]);
}

/** Most versions differ in few rows: those above and below that are the same are each other. */
function pairEqualEnds<Thing>(
  before: readonly Described<Thing>[],
  after: readonly Described<Thing>[],
  pair: (from: number, to: number) => void,
): void {
  const isEqual = (a: Described<Thing> | undefined, b: Described<Thing> | undefined) =>
    a !== undefined && b !== undefined && a.text === b.text && a.context === b.context;
  let head = 0;
  while (isEqual(before[head], after[head])) pair(head, head++);
  const shorter = Math.min(before.length, after.length) - head;
  for (let tail = 1; tail <= shorter && isEqual(before.at(-tail), after.at(-tail)); tail++)
    pair(before.length - tail, after.length - tail);
}

interface Matching<Thing> {
  readonly before: readonly Described<Thing>[];
  readonly after: readonly Described<Thing>[];
  readonly partners: ReadonlyMap<number, number>;
  readonly taken: ReadonlySet<number>;
}

/** Those left over that are each other's best likeness, and nobody else's as well. */
function renamedPairs<Thing>(matching: Matching<Thing>, likeness: Likeness<Thing>): [number, number][] {
  const { before, after, partners, taken } = matching;
  const olds = before.flatMap((_, index) => (partners.has(index) ? [] : index));
  const news = after.flatMap((_, index) => (taken.has(index) ? [] : index));
  if (olds.length * news.length > mostComparisons) return [];
  const places = { before: placesIn(before.length, partners), after: placesIn(after.length, inverse(partners)) };
  const scores = olds.map((from) =>
    news.map((to) => {
      const [old, now] = [before[from], after[to]];
      const place = places.before(from, (index) => partners.get(index)) === places.after(to, (index) => index);
      return old && now ? likeness(old, now, place ? "same place" : "elsewhere") : 0;
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

function inverse(partners: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  return new Map([...partners].map(([from, to]) => [to, from]));
}

/** Says where an unmatched thing stands: its nearest matched neighbours, and how far they are. */
function placesIn(length: number, matched: ReadonlyMap<number, number>) {
  return (index: number, nameOf: (neighbour: number) => number | undefined): string => {
    let above = index - 1;
    while (above >= 0 && !matched.has(above)) above--;
    let below = index + 1;
    while (below < length && !matched.has(below)) below++;
    const top = above < 0 ? "top" : nameOf(above);
    const end = below >= length ? "end" : nameOf(below);
    return `${top} ${index - above} ${end} ${below - index}`;
  };
}

/** The place of the highest score, when it is above 0 and stands once. */
function onlyBest(scores: readonly number[]): number | null {
  const best = scores.reduce((highest, score) => Math.max(highest, score), 0);
  const first = scores.indexOf(best);
  return best > 0 && scores.indexOf(best, first + 1) === -1 ? first : null;
}

/** At least two thirds of what else either row says is equal, and it stands where it stood or is a lot. */
function isRenamedTopic(a: Described<Topic>, b: Described<Topic>, place: Place): number {
  const [ours, theirs] = [a.others(), b.others()];
  const columns = new Set([...ours.keys(), ...theirs.keys()]);
  const equal = [...columns].filter((column) => ours.get(column) === theirs.get(column)).length;
  const closeness = place === "same place" ? 0.5 : 0;
  if (columns.size === 0) return place === "same place" && sharedWords(a.name, b.name) >= 0.5 ? closeness : 0;
  const isTelling = place === "same place" || equal >= 3;
  return isTelling && equal / columns.size >= 2 / 3 ? equal / columns.size + closeness : 0;
}

function isRewordedTask(a: Described<Task>, b: Described<Task>, place: Place): number {
  const shared = sharedWords(a.name, b.name);
  if (place === "same place") return shared >= 0.25 ? shared + 0.5 : 0;
  return shared >= 0.6 ? shared : 0;
}

/** From 0 for none to 1 for all (Dice's coefficient of the sets of words). */
function sharedWords(a: string, b: string): number {
  const [ours, theirs] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  if (ours.size + theirs.size === 0) return 0;
  return (2 * [...ours].filter((word) => theirs.has(word)).length) / (ours.size + theirs.size);
}
