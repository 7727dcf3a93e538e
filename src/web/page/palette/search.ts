// Search: the topics and tasks that a few words mean, the best first.

import type { PageData } from "../../../json/envelopes/page.js";
import { foldAccents, wordsOf } from "../../../text/normalize.js";
import type { BoardItem } from "../board/columns.js";
import type { TopicItem } from "../state/items.js";

export interface Found {
  readonly item: BoardItem;
  /** The part of another cell that has the words; null if the name has them. */
  readonly excerpt: string | null;
}

export function allItems({ topics, tasks }: PageData): readonly Found[] {
  return [
    ...topics.map((data): Found => ({ item: { type: "topic", data }, excerpt: null })),
    ...tasks.map((data): Found => ({ item: { type: "task", data }, excerpt: null })),
  ];
}

/** In the name; then those that have the words in other cells. Empty words find nothing. */
export function searchItems(data: PageData, query: string): readonly Found[] {
  const words = wordsOf(foldAccents(query));
  if (words.length === 0) return [];
  const ranked = allItems(data).flatMap(({ item }) => {
    const rank = rankOf(item, words);
    const excerpt = rank === 0 && item.type === "topic" ? excerptOf(item.data, words) : null;
    return rank === 0 && excerpt === null ? [] : [{ item, excerpt, rank }];
  });
  return ranked.sort((one, other) => other.rank - one.rank);
}

/** 0 unless each word is in the name: 4 for the number, 3 if they begin it, 2 if they begin words of it. */
function rankOf({ type, data }: BoardItem, words: readonly string[]): number {
  const [first = "", another] = words;
  const name = foldAccents(data.name);
  if (another === undefined && first === (type === "topic" ? `${data.number}` : `t${data.number}`)) return 4;
  if (!words.every((word) => name.includes(word))) return 0;
  if (name.startsWith(first)) return 3;
  const parts = wordsOf(name);
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 2 : 1;
}

const excerptLength = 40;

function excerptOf({ comments, resources, deliverables }: TopicItem, words: readonly string[]): string | null {
  for (const text of [comments, resources, deliverables]) {
    const folded = foldAccents(text);
    if (text === "" || !words.every((word) => folded.includes(word))) continue;
    // Folding can change lengths, so this is only about where the word is.
    const start = Math.max(0, folded.indexOf(words[0] ?? "") - excerptLength / 4);
    const part = text.slice(start, start + excerptLength);
    return `${start > 0 ? "…" : ""}${part}${start + excerptLength < text.length ? "…" : ""}`;
  }
  return null;
}
