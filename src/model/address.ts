// Addresses: what to type to refer to exactly one topic or task, and which of them a number refers to.

import { foldAccents, wordsOf } from "../text/normalize.js";
import { quoteWords } from "../text/quote-for-shell.js";
import { visible } from "../text/visible.js";
import {
  beginsWith,
  isBeginningOfAnother,
  isInAnother,
  isNameOfAnother,
  kindOf,
  runOf,
  type Thing,
  type ThingKind,
  thingsNamed,
} from "./names.js";
import { isPhase } from "./phase.js";
import type { Roadmap } from "./roadmap.js";

type NumberForm =
  | { readonly kind: ThingKind; readonly number: number }
  | { readonly phase: string; readonly place: number };

/** `12`, `#12`, `topic #12`, `t3`, `task #3`, `2.3`; null for words. */
export function numberForm(wanted: string): NumberForm | null {
  const text = foldAccents(wanted);
  const [, row] = /^#?(\d+)$/.exec(text) ?? [];
  // Row 7 is never printed as 07, so 07 does not refer to it.
  if (row !== undefined) return { kind: "topic", number: row.startsWith("0") ? 0 : Number(row) };
  const [, task] = /^t([1-9]\d*)$/.exec(text) ?? [];
  if (task !== undefined) return { kind: "task", number: Number(task) };
  const [, kind, number] = /^(topic|task) #(\d+)$/.exec(text) ?? [];
  if (number !== undefined) return { kind: kind === "topic" ? "topic" : "task", number: Number(number) };
  const [, phase, place] = /^(\d[\d.-]*)\.(\d+)$/.exec(text) ?? [];
  return phase === undefined ? null : { phase, place: Number(place) };
}

/**
 * The number in a text without other words, whatever surrounds it: `10` for `10.`, `+10`, `no. 10`; null for words.
 * Such a text is never searched for inside names: "10." does not mean "OWASP Top 10".
 */
export function numberAround(wanted: string): string | null {
  const text = foldAccents(wanted).replace(/^n[or](?=[^a-z]*\d)/, "");
  const words = wordsOf(text);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  const bare = text.slice(text.indexOf(first), text.lastIndexOf(last) + last.length);
  return numberForm(bare) || words.every(hasNoLetter) ? bare : null;
}

function hasNoLetter(word: string): boolean {
  // The first use of Unicode properties costs 4 ms.
  return /^\d+$/.test(word) || (/[^\x20-\x7e]/.test(word) && !/\p{L}/u.test(word));
}

/** Everything a number can refer to, by itself or as a position in several phases; null for words. */
export function thingsNumbered(roadmap: Roadmap, wanted: string): readonly Thing[] | null {
  const form = numberForm(wanted);
  if (!form) return null;
  if ("kind" in form) {
    const thing = roadmap[form.kind === "topic" ? "topics" : "tasks"][form.number - 1];
    return thing ? [thing] : [];
  }
  return roadmap.phases
    .filter((phase) => phase.topics.length > 0 && isPhase(phase, form.phase))
    .flatMap(({ topics }) => topics[form.place - 1] ?? []);
}

interface NumberedThing {
  readonly kind: ThingKind;
  readonly number: number;
  readonly name: string;
}

/** The number that refers only to this topic or task, as an argument: `12`, `t3`, or `#12` where some name is `12`. */
export function addressOf(roadmap: Roadmap, thing: Thing): string {
  return freeAddress(roadmap, { kind: kindOf(thing), number: thing.number }, thing);
}

function freeAddress(
  roadmap: Roadmap,
  { kind, number }: Pick<NumberedThing, "kind" | "number">,
  self: Thing | null,
): string {
  const isFree = (form: string) => !isNameOfAnother(roadmap, form, self);
  const forms = kind === "topic" ? [`${number}`, `#${number}`] : [`t${number}`];
  const short = forms.find(isFree);
  if (short !== undefined) return short;
  let digits = `${number}`;
  while (!isFree(`${kind} #${digits}`)) digits = `0${digits}`;
  return `${kind} #${digits}`;
}

/** An address as it is typed: quoted where a shell would interpret a character. */
export function typedAddress(address: string): string {
  return /^\w+$/.test(address) ? address : quoteWords(address);
}

/** The number of a topic or task as it is typed. */
export function numberToType(roadmap: Roadmap, thing: Thing): string {
  return typedAddress(addressOf(roadmap, thing));
}

/**
 * What refers only to this topic or task: the fewest words in a row of its name that nothing else matches as well, of
 * four letters or more if possible; its number if there are none, or if it is shorter.
 */
export function shortName(roadmap: Roadmap, thing: Thing, name = thing.name): string {
  return wordsOrNumber(roadmap, { kind: kindOf(thing), number: thing.number, name }, thing);
}

/** The same as it is typed. */
export function nameToType(roadmap: Roadmap, thing: Thing, name = thing.name): string {
  return typedName(shortName(roadmap, thing, name));
}

/** The same for a topic that is about to be added. */
export function newTopicToType(roadmap: Roadmap, topic: { readonly name: string; readonly number: number }): string {
  return typedName(wordsOrNumber(roadmap, { kind: "topic", ...topic }, null));
}

/** Words need no quotes; among numbers, those with `#` do. */
function typedName(name: string): string {
  return name.includes("#") ? quoteWords(name) : name;
}

function wordsOrNumber(roadmap: Roadmap, named: NumberedThing, self: Thing | null): string {
  return uniqueWords(roadmap, named.name, self) ?? freeAddress(roadmap, named, self);
}

const maxNameWidth = 24;

/**
 * Scripts without spaces, whose words are hard to tell apart, and those from right to left, which would turn a command
 * around. Ranges, because the first use of Unicode properties takes 4 ms.
 */
const hardToType =
  /[\u0590-\u08ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefe\uff66-\uff9d\ud840-\ud87f]/;

/** Null if no words of the name mean only `self`, or a topic to be added. */
function uniqueWords(roadmap: Roadmap, name: string, self: Thing | null): string | null {
  const whole = runOf(foldAccents(name));
  if (whole === "" || hardToType.test(whole)) return null;
  const words = whole.split(" ");
  for (let count = 1; count <= words.length; count++) {
    const runs = runsOfWords(words, count);
    if (runs.length === 0) return null;
    const found = runs.find((run) => isTypable(run, whole) && meansOnly(roadmap, run, { name, whole, self }));
    if (found !== undefined) return found;
  }
  return null;
}

/** All runs of so many words that are short enough to type, those of words of four letters or more first. */
function runsOfWords(words: readonly string[], count: number): string[] {
  const [long, others]: [string[], string[]] = [[], []];
  for (let start = 0; start + count <= words.length; start++) {
    const run = words.slice(start, start + count);
    const text = run.join(" ");
    if (text.length <= maxNameWidth) (run.every(({ length }) => length >= 4) ? long : others).push(text);
  }
  return [...long, ...others];
}

function isTypable(words: string, whole: string): boolean {
  if (words.length === 1 && words !== whole) return false;
  // A shortcut for most words: what has three letters in a row is never a number.
  if (/^[a-z\d ]+$/.test(words) && /[a-z]{3}/.test(words)) return true;
  return numberAround(words) === null && visible(words) === words;
}

/**
 * Whether the words of the name `whole` find only `self`. That "docker" begins only "Docker Compose" would be enough for
 * that, but a person would also think of "Containerization with Docker"; of tasks less than of other topics.
 */
function meansOnly(
  roadmap: Roadmap,
  words: string,
  { name, whole, self }: { readonly name: string; readonly whole: string; readonly self: Thing | null },
): boolean {
  if (words === whole) return reachOf(roadmap, name, self) === "one";
  if (isInAnother(roadmap, words, { self, kind: "topic" })) return false;
  if (isInAnother(roadmap, words, { self, kind: "task" })) {
    const isBeginning = (self === null || kindOf(self) === "topic") && beginsWith(whole, words);
    if (!isBeginning || thingsNamed(roadmap, words).length > 0) return false;
  }
  return !isBeginningOfAnother(roadmap, words, self);
}

type Reach = "one" | "several" | "others";

/** What the words of a name find: only its own topic or task, others too, or only others. */
export function wordsReach(roadmap: Roadmap, thing: Thing): Reach {
  return reachOf(roadmap, thing.name, thing);
}

/** An exact name wins over a prefix, and a number over both. */
function reachOf(roadmap: Roadmap, name: string, self: Thing | null): Reach {
  const key = foldAccents(name);
  const words = runOf(key);
  if (words === "" || visible(words) !== words) return "several";
  if (numberAround(words) !== null) return "others";
  if (isNameOfAnother(roadmap, words, self)) return key === words ? "several" : "others";
  return key !== words && isBeginningOfAnother(roadmap, words, self) ? "several" : "one";
}
