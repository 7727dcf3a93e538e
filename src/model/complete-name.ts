// Complete name: the words that may come next when a person types the name of a topic or task.

import { fold, wordsOf } from "../text/fold.js";
import { groupBy } from "../text/group-by.js";
import { addressOf, numberAround, numberForm, wordsReach } from "./address.js";
import { beginsWith } from "./match-names.js";
import { type Thing, type ThingKind, thingsCalled } from "./name-index.js";
import type { Roadmap } from "./roadmap.js";

/** A text to type, and everything that it can still mean. */
interface NameCompletion {
  readonly text: string;
  readonly things: readonly Thing[];
}

interface Typed {
  /** The words before. */
  readonly before: readonly string[];
  /** What the completion replaces. */
  readonly current: string;
}

/**
 * What can replace `current`, in the order of the file. A name goes on in the best way any name does, as names are
 * found: from its beginning, after a run of its words, or with any of its words. Texts are what is typed and after it
 * letters, digits and marks on them, which mean nothing to a shell. What words alone do not find is offered by its
 * number where nothing is typed yet.
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
  // After another character nobody can tell whether a new word begins.
  if (tail === "" && head !== "" && !head.endsWith(" ")) return [];
  const reach = new Map(things.map((thing) => [thing, wordsReach(roadmap, thing)]));
  const spelt = things
    .filter((thing) => reach.get(thing) !== "others")
    .map((thing) => ({ thing, words: wordsOf(thing.name) }));
  const beginning = fold(tail);
  const offered = grouped(
    wordsBehind(spelt, wordsOf([...before, head].join(" ")), beginning),
    (word) => head + tail + word.slice(beginning.length),
  );
  const words = offered.filter(({ text }) => !isFirst || numberAround(text) === null);
  const isLost = new Set(offered.filter((one) => !words.includes(one)).flatMap((one) => one.things));
  const numbers = things.filter((thing) => isLost.has(thing) || reach.get(thing) !== "one");
  return isFirst && current === "" ? [...words, ...numbers.map((thing) => numbered(roadmap, thing))] : words;
}

function numbered(roadmap: Roadmap, thing: Thing): NameCompletion {
  return { text: addressOf(roadmap, thing), things: [thing] };
}

/** Numbers that go on from one that is begun; `#` begins those of topics. */
function numbersFrom(roadmap: Roadmap, things: readonly Thing[], current: string): NameCompletion[] {
  const all = things.map((thing) => ({
    text: current.startsWith("#") && "row" in thing ? `#${thing.number}` : addressOf(roadmap, thing),
    things: [thing],
  }));
  return all.filter(
    ({ text, things }) =>
      text.startsWith(current) && thingsCalled(roadmap, text).every((thing) => things.includes(thing)),
  );
}

/** The letters and digits at the end. */
function lastWord(text: string): string {
  // Unicode properties take 4 ms to be looked up for the first time.
  const pattern = /^[\x20-\x7e]*$/.test(text) ? /[a-z0-9]*$/i : /[\p{L}\p{N}\p{M}]*$/u;
  return pattern.exec(text)?.[0] ?? "";
}

interface Spelt {
  readonly thing: Thing;
  readonly words: readonly string[];
}

type Found = readonly { readonly thing: Thing; readonly word: string }[];

function wordsBehind(spelt: readonly Spelt[], typed: readonly string[], beginning: string): Found {
  const ways: ((words: readonly string[]) => readonly (string | undefined)[])[] = [
    (words) => (isRunAt(words, typed, 0) ? [words[typed.length]] : []),
    (words) => words.flatMap((_, at) => (isRunAt(words, typed, at) ? [words[at + typed.length]] : [])),
    (words) => otherWords(words, typed),
  ];
  for (const way of ways) {
    const found = spelt.flatMap(({ thing, words }) =>
      [...new Set(way(words))].flatMap((word) => (word?.startsWith(beginning) ? [{ thing, word }] : [])),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function isRunAt(words: readonly string[], run: readonly string[], at: number): boolean {
  return run.every((word, index) => words[at + index] === word);
}

/** Those that nothing typed begins, where everything typed begins one. */
function otherWords(words: readonly string[], typed: readonly string[]): readonly string[] {
  const isTyped = (word: string) => typed.some((part) => beginsWith(word, part));
  return typed.every((part) => words.some((word) => beginsWith(word, part)))
    ? words.filter((word) => !isTyped(word))
    : [];
}

function grouped(found: Found, textOf: (word: string) => string): NameCompletion[] {
  const byWord = groupBy(found, ({ word }) => word);
  return [...byWord].map(([word, same]) => ({ text: textOf(word), things: same.map(({ thing }) => thing) }));
}
