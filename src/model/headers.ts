// Headers: what the header of a column says that the column contains.

import { memoizeText } from "../text/memoize.js";
import type { ColumnKind } from "./columns.js";
import { foldHeader, headerKey } from "./header-key.js";
import { findEnglishWord, findHeaderWord, type HeaderWord } from "./header-words.js";
import { plainText } from "./inline-text.js";

/** What a column contains: a kind, or something else that people often write next to topics. */
export type HeaderRole =
  | ColumnKind
  | "check"
  | "date"
  | "day"
  | "id"
  | "category"
  | "estimate"
  | "person"
  | "symbol"
  | "metric";

/**
 * - `plain`: the word for a status or a proof means nothing else (`Status`, `Proof of work`; not `Situation`, `Solution`)
 * - `check`: a finish date that may also be a check, like `Completed`
 * - `names`: names rows where no topic header does, like `Deliverable`
 * - `describes`: could name rows if nothing else does, like `Description`
 * - `section`: names a part of a course, and is the phase where another column names the rows, like `Module`
 * - `property`: a ✅ below it says what something is, not what was done, like `Required`
 * - `meaning`: explains a symbol, like `Meaning`
 * - `count`: counts something, like `Total`
 */
export type HeaderTrait = "plain" | "check" | "names" | "describes" | "section" | "property" | "meaning" | "count";

export interface HeaderReading {
  readonly role: HeaderRole | null;
  /** Lower is the better name for that role. */
  readonly rank: number;
  /** Of topic headers: 0 for what is solved (`Problem`), 1 for what is learned (`Topic`), 2 for the rest (`Module`, `File`). */
  readonly group: number;
  /** Whether only a part of the header is known, as in `Learning status`, so that the cells must confirm it. */
  readonly isWeak: boolean;
  readonly traits: readonly HeaderTrait[];
}

const unknown: HeaderReading = { role: null, rank: 0, group: 0, isWeak: false, traits: [] };
const counting: HeaderReading = { ...unknown, traits: ["count"] };

/** Of all weak readings. */
const weakRank = 1_000_000;

/** Longer texts are sentences. */
const maxHeaderLength = 80;

/** ASCII without `%` and `?`, which change the meaning of a word. */
const simpleText = /^[ -$&->@-~]*$/;

/** @param header as in the file, or without Markdown */
export const readHeader = memoizeText((header): HeaderReading => {
  const word = simpleText.test(header) ? findEnglishWord(foldHeader(header.replaceAll(",", " "))) : undefined;
  return word ? readingOf(word) : readPlainHeader(plainText(header));
});

/** Whether it is a word for a phase, like `week`, or for a day, which is counted the same way. */
export function isPhaseWord(word: string): boolean {
  const { role, isWeak } = readHeader(word);
  return !isWeak && (role === "phase" || role === "day");
}

function readPlainHeader(header: string): HeaderReading {
  if (header.length > maxHeaderLength) return unknown;
  const text = header
    .replace(/:[a-z0-9_+-]+:/gi, " ")
    .replace(/[\d#*]\ufe0f?\u20e3/g, " ")
    .replace(/^\s*\d+[.)]\s+(?=\S)/, "")
    .replace(/(\w)\([a-z]{1,2}\)/gi, "$1");
  const key = headerKey(text);
  if (key === "") return readSymbols(header);
  const bare = text.replace(/[(（[【][^)）\]】]*[)）\]】]/g, " ");
  const bareKey = bare === text ? key : headerKey(bare);
  const isAsked = /[?？؟]/.test(text);
  const exact = readExact(key, isAsked) ?? readExact(bareKey, isAsked);
  if (exact) return exact;
  if (/(?:^| )%(?: |$)/.test(bareKey)) return readPercent(bareKey);
  return readParts(bare) ?? readName(bareKey) ?? readHead(bareKey) ?? readWithoutSpaces(bareKey) ?? unknown;
}

/** `✓` is a check, `#` an id. */
function readSymbols(header: string): HeaderReading {
  const role = /[✓✔✅☑√🗹]/u.test(header) ? "check" : /^\s*#\s*$/.test(header) ? "id" : null;
  return role === null ? unknown : { ...unknown, role };
}

/** `% complete` and `Done %` are percentages; `% of the exam` is not. */
function readPercent(key: string): HeaderReading {
  const rest = readExact(key.replace(/^% | %$/g, ""));
  const isDone = rest && ["percent", "check", "finished", "status"].includes(rest.role ?? "");
  return isDone ? { ...unknown, role: "percent", rank: rest.rank } : unknown;
}

/** A word with a question mark asks whether it was done: `Completed?` */
function readExact(key: string, isAsked = false): HeaderReading | undefined {
  const word = (isAsked ? findHeaderWord(`${key}?`) : undefined) ?? findHeaderWord(key);
  const reading = word && readingOf(word);
  return isAsked && reading?.traits.includes("check") ? { ...reading, role: "check", traits: [] } : reading;
}

function readingOf({ role, group, traits, rank }: HeaderWord): HeaderReading {
  return { role, rank, group, isWeak: false, traits };
}

const conjunctions =
  / (?:or|and|y|e|o|u|ou|et|und|oder|en|och|eller|og|i|oraz|lub|nebo|и|или|і|та|або|ve|veya|dan|atau|va|hoac|και) /;
const particles =
  /^(?:the|de|del|da|do|das|dos|des|du|di|della|dello|dei|d|de la|de las|de los|van|van de|van het|der|la|le|el|l) /;

/** Several words in one header: all of one role are sure of it, else the first known one counts if the cells agree. */
function readParts(text: string): HeaderReading | undefined {
  const parts = text.split(/[/|&,+;、·・•→–—]| - /).flatMap((part) => headerKey(part).split(conjunctions));
  if (parts.length < 2) return undefined;
  const words = parts.map((part) => readExact(part) ?? readName(part));
  const [first, ...others] = words.flatMap((word) => (word?.role ? [word] : []));
  if (!first) return undefined;
  if (others.length === words.length - 1 && others.every(({ role }) => role === first.role)) return first;
  const isSpan = first.role === "started" && others.some(({ role }) => role === "finished");
  return weak(isSpan ? { ...first, role: "date" } : first);
}

const aboutTopic =
  /^(?:main|major|key|core|study|learning|exam|new|current) | (?:covered|studied|learned|learnt|to (?:learn|study|cover|do|master|practice))$/g;

/** `Course name`, `Name of the course`, `Nombre del curso`, `Topics covered`: the name of a topic is the topic. */
function readName(key: string): HeaderReading | undefined {
  const of = /^(?:name|title)s? of (?:the )?(.+)$/.exec(key)?.[1];
  const about = key.replace(aboutTopic, "");
  if (about !== key) return topicNamed(about);
  if (of !== undefined) return topicNamed(of);
  const east = /^(.+?)(?:名称|名稱|名字|名前|名|명|명칭|이름|제목|标题|標題)$/.exec(key)?.[1];
  if (east !== undefined) return topicNamed(east);
  const compound = /^(\S{3,}?)(?:n|s|en)?(?:name|naam|namn|navn|titel)$/.exec(key)?.[1];
  if (compound !== undefined) return topicNamed(compound) ?? topicNamed(`${compound}s`);
  const words = key.split(" ");
  if (words.length < 2) return undefined;
  if (isNameWord(words[0] ?? "")) return topicNamed(words.slice(1).join(" ").replace(particles, ""));
  return isNameWord(words.at(-1) ?? "") ? topicNamed(words.slice(0, -1).join(" ")) : undefined;
}

function isNameWord(word: string): boolean {
  return findHeaderWord(word)?.isName === true;
}

function topicNamed(key: string): HeaderReading | undefined {
  const word = readExact(key);
  if (word?.role === "topic") return { ...word, traits: [] };
  // The name of a person or a group names no topic.
  return word && ["person", "category", "phase"].includes(word.role ?? "") ? weak(word) : undefined;
}

const maxWords = 6;

/** A state that is a requirement or a value, not progress. */
const otherState =
  /^(?:expected|desired|required|target|previous|old|new|final|http|exit|return|marital|possible|response|initial|default|error) /;

/** Words that are too common at the end of a phrase to say what it means. */
const notHeads = new Set(
  "level step section quarter end finish from until what who where why when start begin part after x number".split(" "),
);

const counted = /^(?:total|number of|no of|count of|of|remaining|how many) /;

/** The word that the others say more about, as far as its language tells: `Learning status`, `Estado del curso`. */
function readHead(key: string): HeaderReading | undefined {
  const words = key.split(" ");
  if (words.length < 2 || words.length > maxWords) return undefined;
  const first = readFirst(words);
  if (first) return first;
  if (counted.test(key)) return counting;
  const phrase = /^(.+?) (?:of|for|in|to|with|by|on|at|from|per|vs|about) /.exec(key)?.[1]?.split(" ") ?? words;
  for (let from = phrase === words ? 1 : 0; from < phrase.length; from += 1) {
    const last = phrase.slice(from).join(" ");
    const word = findHeaderWord(last);
    if (!word?.isHeadLast || notHeads.has(last) || !isHead(word)) continue;
    if (from > 0 && particles.test(`${phrase[from - 1]} `)) return undefined;
    return word.role === "status" && otherState.test(key) ? undefined : weak(readingOf(word));
  }
  return undefined;
}

/** English has the head last; a word that English shares is first where a particle follows: `Status do curso`. */
function readFirst(words: readonly string[]): HeaderReading | undefined {
  for (let to = words.length - 1; to > 0; to -= 1) {
    const word = findHeaderWord(words.slice(0, to).join(" "));
    const isFirst = word?.isHeadFirst || (word?.isEnglish && romanceParticle.test(words[to] ?? ""));
    if (word && isFirst && isHead(word)) return weak(readingOf(word));
  }
  return undefined;
}

const romanceParticle = /^(?:de|del|do|da|dos|das|des|du|di|della|dello)$/;

const eastAsianText = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{3,20}$/;
const thaiText = /^[\u0e00-\u0e7f]{4,40}$/;
const germanicStatus = /^[a-zäöå]{3,}status$/;

/** Scripts and compounds without spaces: `学习状态`, `Projektstatus`; in Thai, the head is first. */
function readWithoutSpaces(key: string): HeaderReading | undefined {
  if (germanicStatus.test(key)) return weak(readExact("status"));
  const isThai = thaiText.test(key);
  if (!isThai && !eastAsianText.test(key)) return undefined;
  for (let length = key.length - 1; length >= 2; length -= 1) {
    const word = findHeaderWord(isThai ? key.slice(0, length) : key.slice(-length));
    if (word && isHead(word)) return weak(readingOf(word));
  }
  if (isThai) return undefined;
  return /(?:数|數|수)$/.test(key) ? counting : /(?:名|명)$/.test(key) ? weak(readExact("名")) : undefined;
}

/** What was done and what must come before are no nouns that a phrase could be about. */
function isHead({ role }: HeaderWord): boolean {
  return role !== "check" && role !== "depends-on";
}

function weak(reading: HeaderReading | undefined): HeaderReading | undefined {
  return reading && { ...reading, isWeak: true, rank: reading.rank + weakRank };
}
