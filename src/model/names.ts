// Names: the topics and tasks of a roadmap by name, and which of many names a few words match.

import { groupBy, partitionPoint } from "../text/arrays.js";
import { lazy, memoize } from "../text/memoize.js";
import { foldAccents, wordsOf } from "../text/normalize.js";
import { plainText } from "./inline-text.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";

/** What has a name. */
export type Thing = Topic | Task;

export type ThingKind = "topic" | "task";

export function kindOf(thing: Thing): ThingKind {
  return "row" in thing ? "topic" : "task";
}

interface Spelling {
  /** The name normalized for comparison: without case, Unicode form and accents. */
  readonly key: string;
  /** Computed lazily: most names are found by their key alone. */
  run: string | null;
}

interface IndexedName extends Spelling {
  readonly thing: Thing;
}

interface NameIndex {
  /** Topics before tasks, each in file order. */
  readonly names: readonly IndexedName[];
  /** Those with exactly this normalized name. */
  readonly byName: (key: string) => readonly IndexedName[];
}

export const nameIndex = memoize(({ topics, tasks }: Roadmap): NameIndex => {
  const names = [...topics, ...tasks].map((thing): IndexedName => ({ thing, key: foldAccents(thing.name), run: null }));
  return { names, byName: lookUp(names) };
});

/** A linear search is faster for a few lookups; for many, a map is built. */
function lookUp(names: readonly IndexedName[]): NameIndex["byName"] {
  let searchesLeft = 16;
  const byKey = lazy(() => groupBy(names, ({ key }) => key));
  return (key) => {
    if (searchesLeft-- > 0) return names.filter((name) => name.key === key);
    return byKey().get(key) ?? [];
  };
}

/** Those with exactly this normalized name. */
export function thingsNamed(roadmap: Roadmap, key: string): readonly Thing[] {
  if (key === "") return [];
  return nameIndex(roadmap)
    .byName(key)
    .map(({ thing }) => thing);
}

/** Whether anything other than `self` has a name that begins with this. */
export function isBeginningOfAnother(roadmap: Roadmap, start: string, self: Thing | null): boolean {
  const sorted = beginnings(roadmap);
  for (let at = partitionPoint(sorted, ({ text }) => text < start); ; at++) {
    const name = sorted[at];
    if (!name?.text.startsWith(start)) return false;
    if (name.thing !== self && beginsWith(name.text, start)) return true;
  }
}

/** Keys and words, sorted. */
const beginnings = memoize((roadmap: Roadmap) => {
  const all = nameIndex(roadmap).names.flatMap((name) => {
    const { thing, key } = name;
    const run = runIn(name);
    const whole = { thing, text: key };
    return key === run ? [whole] : [whole, { thing, text: run }];
  });
  return all.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
});

/** Words in more names than this are not searched further: a person could not tell what they mean either. */
const maxNames = 50;

/** Whether the name of another topic, or another task, contains these words in a row. */
export function isInAnother(
  roadmap: Roadmap,
  words: string,
  { self, kind }: { readonly self: Thing | null; readonly kind: ThingKind },
): boolean {
  const index = namesByWord(roadmap)[kind];
  let rarest: readonly IndexedName[] | undefined;
  for (const word of words.split(" ")) {
    const names = index.get(word);
    if (!names) return false;
    if (!rarest || names.length < rarest.length) rarest = names;
  }
  if (!rarest) return false;
  if (rarest.length > maxNames) return true;
  return rarest.some((name) => name.thing !== self && ` ${runIn(name)} `.includes(` ${words} `));
}

const namesByWord = memoize((roadmap: Roadmap) => {
  const index = { topic: new Map<string, IndexedName[]>(), task: new Map<string, IndexedName[]>() };
  for (const name of nameIndex(roadmap).names) {
    const byWord = index[kindOf(name.thing)];
    for (const word of runIn(name).split(" ")) {
      const names = byWord.get(word);
      if (names) names.push(name);
      else byWord.set(word, [name]);
    }
  }
  return index;
});

// Which of many names a few words refer to, from an exact name down to part of a word.

interface NameQuery {
  readonly key: string;
  readonly run: string;
  readonly words: readonly string[];
  /** Words with the symbols that distinguish them: `c++`, `c#`. */
  readonly withSymbols: readonly string[];
}

/** The words of a key, joined by spaces. */
export function runOf(key: string): string {
  return wordsOf(key).join(" ");
}

function runIn(spelling: Spelling): string {
  spelling.run ??= runOf(spelling.key);
  return spelling.run;
}

/** The keys that the words can have as a whole name: as typed, or with Markdown read. */
export function keysOf(wanted: string): readonly string[] {
  return [...new Set([foldAccents(wanted), foldAccents(plainText(wanted))])].filter((key) => key !== "");
}

/**
 * All names that match by the best kind of match: an exact name, a prefix, a run of words, a set of word prefixes, a
 * set of word parts. A number is never split: "week 1" is not a prefix of "Week 10".
 */
export function matchSpellings<Name extends Spelling>(all: readonly Name[], wanted: string): readonly Name[] {
  const keys = keysOf(wanted);
  const exact = all.filter(({ key }) => keys.includes(key));
  if (exact.length > 0 || keys.length === 0) return exact;
  const query = nameQueryOf(keys.at(-1) ?? "");
  for (const matches of levels) {
    const matching = all.filter(
      (name) => matches(name, query) && query.withSymbols.every((word) => name.key.includes(word)),
    );
    if (matching.length > 0) return matching;
  }
  return [];
}

function nameQueryOf(key: string): NameQuery {
  const words = wordsOf(key);
  return {
    key,
    run: words.join(" "),
    words,
    withSymbols: words.length === 0 ? [] : (key.match(/[^\s+#]+[+#]+/g) ?? []),
  };
}

type Level = (name: Spelling, query: NameQuery) => boolean;

const levels: readonly Level[] = [
  isPrefix,
  (name, { run: wanted }) => wanted !== "" && ` ${runIn(name)} `.includes(` ${wanted} `),
  (name, query) => everyWord(name, query, beginsWith),
  (name, query) => everyWord(name, query, (word, part) => beginsWith(word, part) || isPart(word, part)),
];

function isPrefix(name: Spelling, query: NameQuery): boolean {
  return beginsWith(name.key, query.key) || (query.run !== "" && beginsWith(runIn(name), query.run));
}

function everyWord(name: Spelling, { words }: NameQuery, fits: (word: string, part: string) => boolean): boolean {
  if (words.length === 0) return false;
  const own = runIn(name).split(" ");
  return words.every((part) => own.some((word) => fits(word, part)));
}

/** Also true if both are equal. */
export function beginsWith(text: string, start: string): boolean {
  return text.startsWith(start) && !isCutBefore(text, start.length);
}

function isPart(word: string, part: string): boolean {
  if (/^[\x20-\x7e]*$/.test(part) ? part.length < 4 : part.length < minPartLength(part)) return false;
  for (let at = word.indexOf(part); at >= 0; at = word.indexOf(part, at + 1))
    if (!isCutBefore(word, at) && !isCutBefore(word, at + part.length)) return true;
  return false;
}

/** Scripts without spaces have words of one or two characters and no word boundaries. */
function minPartLength(part: string): number {
  const isUnspaced =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  return isUnspaced.test(part) ? 2 : 4;
}

/** Whether a position in a text is inside a number. */
function isCutBefore(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at)) && /\d/.test(text.charAt(at - 1));
}
