// Dependencies: the topics that a topic waits for, as its depends-on cell names them.

import { memoize, memoizeWeakly } from "../text/memoize.js";
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

/** Names can contain separators and conjunctions too, so each is only a possible end of a name. */
const separators = /[,;，；、،؛]|<br *\/?>|( (?:and|&|\+|y|e|et|und|en|и|i|ve|và|dan|و|और) |[和及と]|및)/gi;

/** Targets of links, code and entities contain no separators. */
const opaque = /\]\((?:<[^<>]*>|[^()\s]*)\)|`[^`]*`|&#?\w{1,31};/g;

/** Longer names with more separators than that are not recognized, so that the time stays linear. */
const maxParts = 12;

/** The names in the depends-on cell of a topic. */
export function dependenciesOf(roadmap: Roadmap, topic: Topic): readonly DependencyName[] {
  return graphOf(roadmap).names.get(topic) ?? [];
}

/** The names in a text, as they would be read in a depends-on cell. */
export function dependencyNames(roadmap: Roadmap, raw: string): readonly DependencyName[] {
  return raw === "" || isPlaceholder(plainText(raw)) ? [] : namesIn(raw, knownNames(roadmap));
}

/** What a topic waits for: the topics in its depends-on cell that are neither done nor skipped. */
export function unfinishedBefore(roadmap: Roadmap, topic: Topic): readonly Topic[] {
  const [first = [], ...others] = dependenciesOf(roadmap, topic).map(({ topics }) => unfinishedOf(topics));
  return others.length === 0 ? first : [...new Set([first, ...others].flat())];
}

/** All topics that depend on one name share the list of those that have it. */
const unfinishedOf = memoizeWeakly((topics: readonly Topic[]): readonly Topic[] =>
  topics.filter(({ status }) => status !== "done" && status !== "skipped"),
);

/** Whether a topic waits for nothing. Unknown names are nothing to wait for. */
export function isReady(roadmap: Roadmap, topic: Topic): boolean {
  return graphOf(roadmap).names.size === 0 || unfinishedBefore(roadmap, topic).length === 0;
}

/** The topics that name this one in their depends-on cells. */
export function dependentsOf(roadmap: Roadmap, topic: Topic): readonly Topic[] {
  const namesakes = knownNames(roadmap).topics.get(foldAccents(topic.name));
  return [...graphOf(roadmap).names].flatMap(([dependent, names]) =>
    names.some(({ topics }) => topics === namesakes) ? [dependent] : [],
  );
}

interface Graph {
  /** Of topics with a depends-on cell that is not blank. */
  readonly names: ReadonlyMap<Topic, readonly DependencyName[]>;
}

const graphOf = memoize((roadmap: Roadmap): Graph => {
  const names = new Map<Topic, readonly DependencyName[]>();
  if (!roadmap.tables.some(({ columns }) => columns.has("depends-on"))) return { names };
  for (const topic of roadmap.topics) {
    const found = dependencyNames(roadmap, cellText(roadmap, topic, "depends-on"));
    if (found.length > 0) names.set(topic, found);
  }
  return { names };
});

interface KnownNames {
  /** By their text without case and accents. */
  readonly topics: ReadonlyMap<string, readonly Topic[]>;
  /** In how many parts separators split the names, at most. */
  readonly parts: number;
}

const knownNames = memoize(({ topics }: Roadmap): KnownNames => {
  const byKey = new Map<string, Topic[]>();
  let parts = 1;
  for (const topic of topics) {
    const key = foldAccents(topic.name);
    if (key === "") continue;
    const same = byKey.get(key);
    if (same) same.push(topic);
    else byKey.set(key, [topic]);
    parts = Math.max(parts, partsOf(topic.name).length);
  }
  return { topics: byKey, parts: Math.min(parts, maxParts) };
});

interface Part {
  readonly start: number;
  readonly end: number;
  /** Whether a conjunction is before it. */
  readonly isJoined: boolean;
}

/** The names of a cell: at each place, the longest that is known, otherwise the text up to the next separator. */
function namesIn(raw: string, known: KnownNames): DependencyName[] {
  const groups: DependencyName[][] = [];
  const parts = partsOf(raw);
  for (let at = 0; at < parts.length; ) {
    let count = Math.min(known.parts, parts.length - at);
    let name = nameAt(raw, parts.slice(at, at + count), known);
    while (count > 1 && name.topics.length === 0) name = nameAt(raw, parts.slice(at, at + --count), known);
    if (parts[at]?.isJoined) groups.at(-1)?.push(name);
    else groups.push([name]);
    at += count;
  }
  return groups
    .flatMap((names) => (names.every(({ topics }) => topics.length > 0) ? names : whole(raw, names)))
    .filter(({ text, topics }) => topics.length > 0 || (text !== "" && !isPlaceholder(text)));
}

/** Unless all names around them are known, conjunctions are part of a name. */
function whole(raw: string, names: readonly DependencyName[]): DependencyName[] {
  const [start, end] = [names[0]?.start ?? 0, names.at(-1)?.end ?? 0];
  return names.length === 1 ? [...names] : [{ start, end, text: plainText(raw.slice(start, end)), topics: [] }];
}

function nameAt(raw: string, parts: readonly Part[], { topics }: KnownNames): DependencyName {
  const [from, to] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  const within = raw.slice(from, to);
  const start = from + (within.length - within.trimStart().length);
  const end = Math.max(start, to - (within.length - within.trimEnd().length));
  const text = plainText(within);
  return { start, end, text, topics: topics.get(foldAccents(text)) ?? [] };
}

/** What is between the separators and conjunctions, outside the targets of links and code. */
function partsOf(raw: string): Part[] {
  const hidden = raw.replace(opaque, (match) => "\0".repeat(match.length));
  const parts: Part[] = [];
  let [start, isJoined] = [0, false];
  for (const { 0: text, 1: conjunction, index } of hidden.matchAll(separators)) {
    parts.push({ start, end: index, isJoined });
    start = index + text.length;
    isJoined = conjunction !== undefined;
  }
  return [...parts, { start, end: raw.length, isJoined }];
}
