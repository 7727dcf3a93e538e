// Dependencies: the topics that a topic waits for, as its depends-on cell names them.

import { memoize } from "../text/memoize.js";
import { foldAccents } from "../text/normalize.js";
import { isPlaceholder } from "./dates.js";
import { plainText } from "./inline-text.js";
import { cellText, type Roadmap, type Topic } from "./roadmap.js";

/** One name in a depends-on cell. */
interface DependencyName {
  /** Offsets in the raw text of the cell. */
  readonly start: number;
  readonly end: number;
  /** Without Markdown. */
  readonly text: string;
  /** All topics of that name, in file order; none for an unknown name. */
  readonly topics: readonly Topic[];
}

/** Names can contain separators too, so each is only a possible end of a name. */
const separators = /[,;，；、،؛]|<br *\/?>/gi;

/** Separate names only where all of them are known; each with the spaces around it. */
const conjunctions = / (?:and|&|\+|y|e|et|und|en|и|i|ve|và|dan|و|और) |(?:和|及|と|및)/giu;

/** Targets of links, code and entities contain no separators. */
const opaque = /\]\((?:<[^<>]*>|[^()\s]*)\)|`[^`]*`|&#?\w{1,31};/g;

/** Longer names with more separators than that are not recognized, so that the time stays linear. */
const maxParts = 12;

/** The names in the depends-on cell of a topic. */
export function dependenciesOf(roadmap: Roadmap, topic: Topic): readonly DependencyName[] {
  return graphOf(roadmap).names.get(topic) ?? [];
}

/** What a topic waits for: the topics in its depends-on cell that are neither done nor skipped. */
export function unfinishedBefore(roadmap: Roadmap, topic: Topic): readonly Topic[] {
  return [...new Set(dependenciesOf(roadmap, topic).flatMap(({ topics }) => topics))].filter(
    ({ status }) => status !== "done" && status !== "skipped",
  );
}

/** Whether a topic waits for nothing. Unknown names are nothing to wait for. */
export function isReady(roadmap: Roadmap, topic: Topic): boolean {
  return unfinishedBefore(roadmap, topic).length === 0;
}

/** The topics that name this one in their depends-on cells. */
export function dependentsOf(roadmap: Roadmap, topic: Topic): readonly Topic[] {
  return [...graphOf(roadmap).names].flatMap(([dependent, names]) =>
    names.some(({ topics }) => topics.includes(topic)) ? [dependent] : [],
  );
}

interface Graph {
  /** Of topics with a depends-on cell that is not blank. */
  readonly names: ReadonlyMap<Topic, readonly DependencyName[]>;
}

const graphOf = memoize((roadmap: Roadmap): Graph => {
  const names = new Map<Topic, readonly DependencyName[]>();
  if (!roadmap.tables.some(({ columns }) => columns.has("depends-on"))) return { names };
  const known = knownNames(roadmap);
  for (const topic of roadmap.topics) {
    const raw = cellText(roadmap, topic, "depends-on");
    if (raw !== "" && !isPlaceholder(plainText(raw))) names.set(topic, namesIn(raw, known));
  }
  return { names };
});

interface KnownNames {
  /** By their text without case and accents. */
  readonly topics: ReadonlyMap<string, readonly Topic[]>;
  /** In how many parts separators split the names, at most. */
  readonly parts: number;
}

function knownNames({ topics }: Roadmap): KnownNames {
  const byKey = new Map<string, Topic[]>();
  let parts = 1;
  for (const topic of topics) {
    const key = foldAccents(topic.name);
    if (key === "") continue;
    const same = byKey.get(key);
    if (same) same.push(topic);
    else byKey.set(key, [topic]);
    parts = Math.max(parts, partsOf(topic.name, separators).length, partsOf(topic.name, conjunctions).length);
  }
  return { topics: byKey, parts: Math.min(parts, maxParts) };
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** The names of a cell: at each place, the longest that is known, otherwise the text up to the next separator. */
function namesIn(raw: string, known: KnownNames): DependencyName[] {
  return longestNames(raw, partsOf(raw, separators), known).flatMap((name) => {
    if (name.topics.length > 0) return [name];
    const within = raw.slice(name.start, name.end);
    const parts = partsOf(within, conjunctions);
    if (parts.length === 1) return name.text === "" || isPlaceholder(name.text) ? [] : [name];
    const names = longestNames(within, parts, known);
    if (!names.every(({ topics }) => topics.length > 0)) return [name];
    return names.map(({ start, end, ...rest }) => ({ start: name.start + start, end: name.start + end, ...rest }));
  });
}

function longestNames(raw: string, parts: readonly Part[], known: KnownNames): DependencyName[] {
  const names: DependencyName[] = [];
  for (let at = 0; at < parts.length; ) {
    let count = Math.min(known.parts, parts.length - at);
    let name = nameAt(raw, parts.slice(at, at + count), known);
    while (count > 1 && name.topics.length === 0) name = nameAt(raw, parts.slice(at, at + --count), known);
    names.push(name);
    at += count;
  }
  return names;
}

function nameAt(raw: string, parts: readonly Part[], { topics }: KnownNames): DependencyName {
  const [from, to] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  const within = raw.slice(from, to);
  const start = from + (within.length - within.trimStart().length);
  const end = Math.max(start, to - (within.length - within.trimEnd().length));
  const text = plainText(within);
  return { start, end, text, topics: topics.get(foldAccents(text)) ?? [] };
}

/** What is between the separators, outside the targets of links and code. */
function partsOf(raw: string, separator: RegExp): Part[] {
  const hidden = raw.replace(opaque, (match) => "\0".repeat(match.length));
  const parts: Part[] = [];
  let start = 0;
  for (const { 0: text, index } of hidden.matchAll(separator)) {
    parts.push({ start, end: index });
    start = index + text.length;
  }
  return [...parts, { start, end: raw.length }];
}
