// Search: the topics and tasks that a few words mean, the best first.

import type { PageData } from "../../../json/envelopes/page.js";
import { foldAccents, wordsOf } from "../../../text/normalize.js";
import type { TaskItem, TopicItem } from "../state/items.js";
import type { ItemName } from "../state/route.js";

export interface Found {
  readonly name: ItemName;
  readonly item: TopicItem | TaskItem;
  /** The part of another cell that has the words; null if the name has them. */
  readonly excerpt: string | null;
}

export function allItems({ topics, tasks }: PageData): readonly Found[] {
  return [...topics.map((item) => foundOf("topic", item)), ...tasks.map((item) => foundOf("task", item))];
}

function foundOf(type: ItemName["type"], item: TopicItem | TaskItem): Found {
  return { name: { type, number: item.number }, item, excerpt: null };
}

/** In the name; then those that have the words in other cells. Empty words find nothing. */
export function searchItems(data: PageData, query: string): readonly Found[] {
  const words = wordsOf(foldAccents(query));
  if (words.length === 0) return [];
  const ranked = allItems(data).flatMap((found) => {
    const rank = rankOf(found.name, foldAccents(found.item.name), words);
    const excerpt = rank === 0 ? excerptOf(found.item, words) : null;
    return rank === 0 && excerpt === null ? [] : [{ ...found, excerpt, rank }];
  });
  return ranked.sort((one, other) => other.rank - one.rank);
}

/** 0 unless each word is in the name: 4 for the number, 3 if they begin it, 2 if they begin words of it. */
function rankOf({ type, number }: ItemName, name: string, words: readonly string[]): number {
  const [first = "", another] = words;
  if (another === undefined && first === (type === "topic" ? `${number}` : `t${number}`)) return 4;
  if (!words.every((word) => name.includes(word))) return 0;
  if (name.startsWith(first)) return 3;
  const parts = wordsOf(name);
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 2 : 1;
}

const excerptLength = 40;

function excerptOf(item: TopicItem | TaskItem, words: readonly string[]): string | null {
  if (!("comments" in item)) return null;
  for (const text of [item.comments, item.resources, item.deliverables]) {
    const folded = foldAccents(text);
    if (text === "" || !words.every((word) => folded.includes(word))) continue;
    // Folding can change lengths, so this is only about where the word is.
    const start = Math.max(0, folded.indexOf(words[0] ?? "") - excerptLength / 4);
    const part = text.slice(start, start + excerptLength);
    return `${start > 0 ? "…" : ""}${part}${start + excerptLength < text.length ? "…" : ""}`;
  }
  return null;
}
