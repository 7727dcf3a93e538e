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
  /** Whether a name other than that of `self` begins with these words. */
  readonly beginsAnother: (words: Words) => boolean;
  /** Whether a name of this kind, other than that of `self`, contains these words in a row. */
  readonly isInAnother: Readonly<Record<ThingKind, (words: Words) => boolean>>;
}

interface Words {
  /** Normalized, and joined by single spaces. */
  readonly text: string;
  readonly self: Thing | null;
}

export const nameIndex = memoize(({ topics, tasks }: Roadmap): NameIndex => {
  const named = (thing: Thing): IndexedName => ({ thing, key: foldAccents(thing.name), run: null });
  const [ofTopics, ofTasks] = [topics.map(named), tasks.map(named)];
  const names = [...ofTopics, ...ofTasks];
  const search = searchKeys(names);
  return {
    names,
    byName: searchOrIndex(
      (key: string) => names.filter((name) => name.key === key),
      () => indexByName(names),
    ),
    beginsAnother: searchOrIndex(searchBeginnings(search), () => indexBeginnings(names)),
    isInAnother: {
      topic: searchOrIndex(searchWords(search, "topic"), () => indexWords(ofTopics)),
      task: searchOrIndex(searchWords(search, "task"), () => indexWords(ofTasks)),
    },
  };
});

type Answer<Question, Found> = (question: Question) => Found;

const fewQuestions = 16;

/** To answer a few questions, going through all names is faster; for many, an index is made. */
function searchOrIndex<Question, Found>(
  search: Answer<Question, Found>,
  makeIndex: () => Answer<Question, Found>,
): Answer<Question, Found> {
  let searchesLeft = fewQuestions;
  const index = lazy(makeIndex);
  return (question) => (searchesLeft-- > 0 ? search(question) : index()(question));
}

function indexByName(names: readonly IndexedName[]): NameIndex["byName"] {
  const byKey = groupBy(names, ({ key }) => key);
  return (key) => byKey.get(key) ?? [];
}

/** Those with exactly this normalized name. */
export function thingsNamed(roadmap: Roadmap, key: string): readonly Thing[] {
  if (key === "") return [];
  return nameIndex(roadmap)
    .byName(key)
    .map(({ thing }) => thing);
}

/** Whether anything other than `self` has exactly this normalized name. */
export function isNameOfAnother(roadmap: Roadmap, key: string, self: Thing | null): boolean {
  const named = key === "" ? [] : nameIndex(roadmap).byName(key);
  return named.some(({ thing }) => thing !== self);
}

/** Whether anything other than `self` has a name that begins with these words. */
export function isBeginningOfAnother(roadmap: Roadmap, text: string, self: Thing | null): boolean {
  return nameIndex(roadmap).beginsAnother({ text, self });
}

function searchBeginnings(search: NameSearch): NameIndex["beginsAnother"] {
  return ({ text, self }) =>
    search(text.split(" "), {
      has: (key, word) => key.includes(word),
      holds: (name) => name.thing !== self && (beginsWith(name.key, text) || beginsWith(runIn(name), text)),
    });
}

/** By keys and words, sorted. */
function indexBeginnings(names: readonly IndexedName[]): NameIndex["beginsAnother"] {
  const sorted = names
    .flatMap((name) => Array.from(new Set([name.key, runIn(name)]), (text) => ({ thing: name.thing, text })))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return ({ text: start, self }) => {
    for (let at = partitionPoint(sorted, ({ text }) => text < start); ; at++) {
      const name = sorted[at];
      if (!name?.text.startsWith(start)) return false;
      if (name.thing !== self && beginsWith(name.text, start)) return true;
    }
  };
}

/** Words in more names than this are not searched further: a person could not tell what they mean either. */
const maxNames = 50;

/** Whether the name of another topic, or another task, contains these words in a row. */
export function isInAnother(
  roadmap: Roadmap,
  text: string,
  { self, kind }: { readonly self: Thing | null; readonly kind: ThingKind },
): boolean {
  return nameIndex(roadmap).isInAnother[kind]({ text, self });
}

function searchWords(search: NameSearch, kind: ThingKind): (words: Words) => boolean {
  const isCommon = (word: string) => {
    let count = 0;
    const isOneMore = (name: IndexedName) => kindOf(name.thing) === kind && hasRun(name, word) && ++count > maxNames;
    return search([word], { has: hasWord, holds: isOneMore });
  };
  return ({ text, self }) => {
    const words = text.split(" ");
    const isAnother = ({ thing }: IndexedName) => thing !== self && kindOf(thing) === kind;
    if (search(words, { has: hasWord, holds: (name) => isAnother(name) && hasRun(name, text) })) return true;
    return words.length > 1 && words.every(isCommon);
  };
}

function hasRun(name: Spelling, words: string): boolean {
  return ` ${runIn(name)} `.includes(` ${words} `);
}

function indexWords(names: readonly IndexedName[]): (words: Words) => boolean {
  const byWord = new Map<string, IndexedName[]>();
  for (const name of names) {
    for (const word of runIn(name).split(" ")) {
      const same = byWord.get(word);
      if (!same) byWord.set(word, [name]);
      else if (same.at(-1) !== name) same.push(name);
    }
  }
  return ({ text, self }) => {
    let rarest: readonly IndexedName[] | undefined;
    for (const word of text.split(" ")) {
      const found = byWord.get(word);
      if (!found) return false;
      if (!rarest || found.length < rarest.length) rarest = found;
    }
    if (!rarest) return false;
    if (rarest.length > maxNames) return true;
    return rarest.some((name) => name.thing !== self && hasRun(name, text));
  };
}

/** Whether something holds for a name whose key has all of these words, or is not ASCII. */
type NameSearch = (
  words: readonly string[],
  question: { readonly has: (key: string, word: string) => boolean; readonly holds: (name: IndexedName) => boolean },
) => boolean;

/** Searches the keys as one text: splitting each into its words takes much longer. */
function searchKeys(names: readonly IndexedName[]): NameSearch {
  const isPlain = ({ key }: Spelling) => /^[\x20-\x7e]*$/.test(key);
  const parts = lazy(() => {
    const plain = names.filter(isPlain);
    // The words of other keys can be written in other characters.
    return { plain, text: plain.map(({ key }) => `${key}\n`).join(""), others: names.filter((name) => !isPlain(name)) };
  });
  return (words, { has, holds }) => {
    const { plain, text, others } = parts();
    const longest = words.reduce((long, word) => (word.length > long.length ? word : long), "");
    let [count, end] = [0, 0];
    for (let at = text.indexOf(longest); at >= 0 && at < text.length; at = text.indexOf(longest, end)) {
      while (end <= at) end += (plain[count++]?.key.length ?? 0) + 1;
      const name = plain[count - 1];
      if (name && words.every((word) => has(name.key, word)) && holds(name)) return true;
    }
    return others.some(holds);
  };
}

/** Whether an ASCII key has a word with no letter or digit next to it. */
function hasWord(key: string, word: string): boolean {
  for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1))
    if (!/[a-z\d]/.test(key.charAt(at - 1)) && !/[a-z\d]/.test(key.charAt(at + word.length))) return true;
  return false;
}

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
