// Completion of names: the words that can follow when a person types the name of a topic or task.

import { groupBy } from "../text/arrays.js";
import { normalize, wordsOf } from "../text/normalize.js";
import { addressOf, numberAround, numberForm, wordsReach } from "./address.js";
import { beginsWith, type Thing, type ThingKind, thingsNamed } from "./names.js";
import type { Roadmap } from "./roadmap.js";

/** A text to type, and everything it could still refer to. */
interface NameCompletion {
  readonly text: string;
  readonly things: readonly Thing[];
}

interface Typed {
  /** The words before it. */
  readonly before: readonly string[];
  /** The word that the completion replaces. */
  readonly current: string;
}

/**
 * What can replace `current`, in file order. Names are completed by the best kind of match, as in `find`: a prefix of
 * the name, then a run of its words, then any of its words. A completion is what was typed plus letters, digits and
 * marks, none of which are special to a shell. If nothing is typed yet, names that words alone cannot select are
 * offered by number.
 */
export function completeName(
  roadmap: Roadmap,
  kinds: readonly ThingKind[],
  { before, current }: Typed,
): NameCompletion[] {
  const isFirst = before.length === 0;
  const things = kinds.flatMap((kind): readonly Thing[] => (kind === "topic" ? roadmap.topics : roadmap.tasks));
  if (isFirst && (current.startsWith("#") || numberForm(current))) return numbersFrom(roadmap, things, current);
  const tail = lastWord(current);
  const head = current.slice(0, current.length - tail.length);
  // After any other character it is unclear whether a new word begins.
  if (tail === "" && head !== "" && !head.endsWith(" ")) return [];
  const reach = new Map(things.map((thing) => [thing, wordsReach(roadmap, thing)]));
  const names = things
    .filter((thing) => reach.get(thing) !== "others")
    .map((thing) => ({ thing, words: wordsOf(thing.name) }));
  const beginning = normalize(tail);
  const offered = grouped(
    wordsAfter(names, wordsOf([...before, head].join(" ")), beginning),
    (word) => head + tail + word.slice(beginning.length),
  );
  const words = offered.filter(({ text }) => !isFirst || numberAround(text) === null);
  const notOffered = new Set(
    offered.filter((completion) => !words.includes(completion)).flatMap((completion) => completion.things),
  );
  const numbers = things.filter((thing) => notOffered.has(thing) || reach.get(thing) !== "one");
  return isFirst && current === "" ? [...words, ...numbers.map((thing) => numbered(roadmap, thing))] : words;
}

function numbered(roadmap: Roadmap, thing: Thing): NameCompletion {
  return { text: addressOf(roadmap, thing), things: [thing] };
}

/** Numbers that complete a typed prefix; `#` begins those of topics. */
function numbersFrom(roadmap: Roadmap, things: readonly Thing[], current: string): NameCompletion[] {
  const all = things.map((thing) => ({
    text: current.startsWith("#") && "row" in thing ? `#${thing.number}` : addressOf(roadmap, thing),
    things: [thing],
  }));
  return all.filter(
    ({ text, things }) =>
      text.startsWith(current) && thingsNamed(roadmap, text).every((thing) => things.includes(thing)),
  );
}

/** The trailing letters and digits. */
function lastWord(text: string): string {
  // The first use of Unicode properties costs 4 ms.
  const pattern = /^[\x20-\x7e]*$/.test(text) ? /[a-z0-9]*$/i : /[\p{L}\p{N}\p{M}]*$/u;
  return pattern.exec(text)?.[0] ?? "";
}

interface CompletableName {
  readonly thing: Thing;
  readonly words: readonly string[];
}

type NextWords = readonly { readonly thing: Thing; readonly word: string }[];

function wordsAfter(names: readonly CompletableName[], typed: readonly string[], beginning: string): NextWords {
  const searches: ((words: readonly string[]) => readonly (string | undefined)[])[] = [
    (words) => (isRunAt(words, typed, 0) ? [words[typed.length]] : []),
    (words) => words.flatMap((_, at) => (isRunAt(words, typed, at) ? [words[at + typed.length]] : [])),
    (words) => otherWords(words, typed),
  ];
  for (const search of searches) {
    const nextWords = names.flatMap(({ thing, words }) =>
      [...new Set(search(words))].flatMap((word) => (word?.startsWith(beginning) ? [{ thing, word }] : [])),
    );
    if (nextWords.length > 0) return nextWords;
  }
  return [];
}

function isRunAt(words: readonly string[], run: readonly string[], at: number): boolean {
  return run.every((word, index) => words[at + index] === word);
}

/** The words that begin with none of the typed words, provided that each typed word is the beginning of one. */
function otherWords(words: readonly string[], typed: readonly string[]): readonly string[] {
  const isTyped = (word: string) => typed.some((part) => beginsWith(word, part));
  return typed.every((part) => words.some((word) => beginsWith(word, part)))
    ? words.filter((word) => !isTyped(word))
    : [];
}

function grouped(nextWords: NextWords, textOf: (word: string) => string): NameCompletion[] {
  const byWord = groupBy(nextWords, ({ word }) => word);
  return [...byWord].map(([word, same]) => ({ text: textOf(word), things: same.map(({ thing }) => thing) }));
}
