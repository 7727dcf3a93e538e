// Header words: what each known word says as a header, in every language.

import { findInTable } from "../text/word-table.js";
import { englishWords, type SpecialGroup, type WordGroup } from "./column-words.js";
import { readCode } from "./header-codes.js";
import type { HeaderReading } from "./headers.js";
import { englishHeaders, foreignHeaders } from "./languages.js";

/** What a word says, and how it may be combined in the languages that have it. */
export interface HeaderWord extends Pick<HeaderReading, "role" | "group" | "traits" | "rank"> {
  readonly isName: boolean;
  readonly isEnglish: boolean;
  /** Whether it may be followed by what it is about. */
  readonly isHeadFirst: boolean;
  /** Whether words before it may say more about it. */
  readonly isHeadLast: boolean;
}

type Meaning = Pick<HeaderReading, "role" | "group" | "traits">;

const specialMeanings: Readonly<Record<SpecialGroup, Meaning>> = {
  problem: { role: "topic", group: 0, traits: [] },
  title: { role: "topic", group: 0, traits: [] },
  name: { role: "topic", group: 1, traits: [] },
  section: { role: "topic", group: 2, traits: ["section"] },
  component: { role: "topic", group: 2, traits: [] },
  completed: { role: "finished", group: 0, traits: ["check"] },
  description: { role: "comments", group: 0, traits: ["describes"] },
  situation: { role: "status", group: 0, traits: [] },
  outcome: { role: "deliverables", group: 0, traits: ["describes"] },
  artifact: { role: "proof", group: 0, traits: ["names"] },
  property: { role: null, group: 0, traits: ["property"] },
  meaning: { role: null, group: 0, traits: ["meaning"] },
  count: { role: null, group: 0, traits: ["count"] },
};

const meaningsWithMore: Readonly<Partial<Record<WordGroup, Meaning>>> = {
  topic: { role: "topic", group: 1, traits: [] },
  status: { role: "status", group: 0, traits: ["plain"] },
  proof: { role: "proof", group: 0, traits: ["plain"] },
  deliverables: { role: "deliverables", group: 0, traits: ["names"] },
};

function meaningOf(group: WordGroup): Meaning {
  return isSpecial(group) ? specialMeanings[group] : (meaningsWithMore[group] ?? { role: group, group: 0, traits: [] });
}

function isSpecial(group: WordGroup): group is SpecialGroup {
  return group in specialMeanings;
}

/** @param key as `headerKey` returns it, in singular or plural */
export function findEnglishWord(key: string): HeaderWord | undefined {
  const word = wordIn(englishHeaders(), key);
  if (word || !key.endsWith("s")) return word;
  const singulars = [key.slice(0, -1), key.replace(/ies$/, "y"), key.replace(/es$/, "")];
  for (const singular of singulars) {
    const known = wordIn(englishHeaders(), singular);
    if (known) return known;
  }
  return undefined;
}

/** @param key as `headerKey` returns it */
export function findHeaderWord(key: string): HeaderWord | undefined {
  return findEnglishWord(key) ?? wordIn(foreignHeaders(), key);
}

function wordIn(table: string, key: string): HeaderWord | undefined {
  const code = findInTable(table, key);
  if (code === undefined) return undefined;
  const { group, ...word } = readCode(Number.parseInt(code, 36));
  return group && { ...meaningOf(group), ...word, isName: group === "name" || group === "title" };
}

/** The usual words of a group, in English; for messages and help. */
export function wordsOfGroup(group: WordGroup): string[] {
  return englishWords[group].split(",").map((word) => word.trim().replace(/\s+/g, " "));
}
