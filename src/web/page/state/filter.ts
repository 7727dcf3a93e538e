// Filter: the words that what is shown must contain, in every view.

import { computed, signal } from "@preact/signals";
import { foldAccents } from "../../../text/normalize.js";
import type { TaskItem, TopicItem } from "./items.js";
import { shown } from "./roadmap.js";

/** As typed. */
export const filterText = signal("");

const words = computed(() => foldAccents(filterText.value).split(" ").filter(Boolean));

export const isFiltered = computed(() => words.value.length > 0);

/** How many topics and tasks match. */
export const hitCount = computed(() => {
  const { topics = [], tasks = [] } = shown.value ?? {};
  return { topics: topics.filter(matches).length, tasks: tasks.filter(matches).length };
});

/** Whether each word of the filter is in the name, the phase, the track or another text of the topic or task. */
export function matches(item: TopicItem | TaskItem): boolean {
  if (!isFiltered.value) return true;
  const text = foldedText(item);
  return words.value.every((word) => text.includes(word));
}

const folded = new WeakMap<TopicItem | TaskItem, string>();

function foldedText(item: TopicItem | TaskItem): string {
  const known = folded.get(item);
  if (known !== undefined) return known;
  const text = foldAccents(textsOf(item).join("\n"));
  folded.set(item, text);
  return text;
}

function textsOf(item: TopicItem | TaskItem): (string | null)[] {
  const { number, name, phase, track } = item;
  if ("mark" in item) return [`t${number}`, name, phase, track];
  const { comments, resources, deliverables, otherCells } = item;
  return [`#${number}`, name, phase, track, comments, resources, deliverables, ...otherCells.map(({ text }) => text)];
}
