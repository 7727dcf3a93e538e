// Complete name: the words that may come next when a person types the name of a topic or task.

import { countWhile } from "../text/count-while.js";
import { fold, wordsOf } from "../text/fold.js";
import { groupBy } from "../text/group-by.js";

interface Named {
  readonly number: number;
  readonly name: string;
}

/** A text to type, and the things that it can still mean. */
interface NameCompletion<Thing> {
  readonly text: string;
  readonly things: readonly Thing[];
}

/**
 * What can stand in the place of `current`, in the order of the file; `before` is typed already. A name goes on in the
 * best way any name does, as names are found: from its beginning, behind a run of its words, or with any of its words.
 * Texts are what is typed and behind it letters, digits and marks on them, which mean nothing to a shell. What words
 * alone do not find is offered by its number, `#12`, where nothing is typed yet.
 */
export function completeName<Thing extends Named>(
  things: readonly Thing[],
  before: readonly string[],
  current: string,
): NameCompletion<Thing>[] {
  const isFirst = before.length === 0;
  if (current.startsWith("#"))
    return isFirst ? things.map(numbered).filter(({ text }) => text.startsWith(current)) : [];
  const tail = lastWord(current);
  const head = current.slice(0, current.length - tail.length);
  // Behind a sign nobody can tell whether another word begins.
  if (tail === "" && head !== "" && !head.endsWith(" ")) return [];
  const spelt = things.map((thing) => ({ thing, name: fold(thing.name), words: wordsOf(thing.name) }));
  const { shadowed, doubtful } = hardToName(spelt);
  const beginning = fold(tail);
  const found = wordsBehind(
    spelt.filter(({ thing }) => !shadowed.has(thing)),
    wordsOf([...before, head].join(" ")),
    beginning,
  );
  const numbers = things.filter((thing) => isFirst && current === "" && (shadowed.has(thing) || doubtful.has(thing)));
  return [...grouped(found, (word) => head + tail + word.slice(beginning.length)), ...numbers.map(numbered)];
}

function numbered<Thing extends Named>(thing: Thing): NameCompletion<Thing> {
  return { text: `#${thing.number}`, things: [thing] };
}

/** The letters and digits at the end. */
function lastWord(text: string): string {
  // Unicode properties take 4 ms to be looked up for the first time.
  const pattern = /^[\x20-\x7e]*$/.test(text) ? /[a-z0-9]*$/i : /[\p{L}\p{N}\p{M}]*$/u;
  return pattern.exec(text)?.[0] ?? "";
}

interface Spelt<Thing> {
  readonly thing: Thing;
  /** Folded. */
  readonly name: string;
  readonly words: readonly string[];
}

interface HardToName<Thing> {
  /** All of its words find another thing. */
  readonly shadowed: ReadonlySet<Thing>;
  /** All of its words find other things too, or there are none. */
  readonly doubtful: ReadonlySet<Thing>;
}

function hardToName<Thing>(spelt: readonly Spelt<Thing>[]): HardToName<Thing> {
  const shadowed = new Set<Thing>();
  const doubtful = new Set<Thing>();
  const runs = spelt.map(({ words }) => words.join(" "));
  const names = spelt.map(({ name }) => name).sort();
  const sortedRuns = [...runs].sort();
  for (const [index, { thing, name }] of spelt.entries()) {
    const run = runs[index] ?? "";
    const [first = "", second = ""] = startingFrom(names, run);
    const [, another = ""] = startingFrom(sortedRuns, run);
    // As names are found: exactly so, else beginning so, else with these words.
    if (run === "") doubtful.add(thing);
    else if (first === run ? name !== run : first.startsWith(run) && !name.startsWith(run)) shadowed.add(thing);
    else if (name === run ? second === run : (first.startsWith(run) ? second : another).startsWith(run))
      doubtful.add(thing);
  }
  return { shadowed, doubtful };
}

/** The first two of the sorted texts that do not come before this one. */
function startingFrom(sorted: readonly string[], text: string): string[] {
  const first = countWhile(sorted, (one) => one < text);
  return sorted.slice(first, first + 2);
}

type Found<Thing> = readonly { readonly thing: Thing; readonly word: string }[];

function wordsBehind<Thing>(spelt: readonly Spelt<Thing>[], typed: readonly string[], beginning: string): Found<Thing> {
  const ways: ((words: readonly string[]) => readonly (string | undefined)[])[] = [
    (words) => (isRunAt(words, typed, 0) ? [words[typed.length]] : []),
    (words) => words.flatMap((_, at) => (isRunAt(words, typed, at) ? [words[at + typed.length]] : [])),
    (words) => (typed.every((word) => words.includes(word)) ? words.filter((word) => !typed.includes(word)) : []),
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

function grouped<Thing>(found: Found<Thing>, textOf: (word: string) => string): NameCompletion<Thing>[] {
  const byWord = groupBy(found, ({ word }) => word);
  return [...byWord].map(([word, same]) => ({ text: textOf(word), things: same.map(({ thing }) => thing) }));
}
