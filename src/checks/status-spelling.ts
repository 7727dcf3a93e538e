// Check: statuses in other letters than the file's own.

import { plainText } from "../model/cell-text.js";
import { cellOf, cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { statusTextOf } from "../model/status.js";
import type { Cell } from "../model/table.js";
import type { Check } from "./check.js";
import { topicsByTable } from "./topics-by-table.js";

export interface Misspelling {
  readonly topic: Topic;
  readonly cell: Cell;
  readonly found: string;
  readonly wanted: string;
}

export const statusSpelling: Check = {
  codes: ["STATUS_SPELLING"],
  find({ roadmap }) {
    return misspellings(roadmap).map(({ cell: { start, end }, found, wanted }) => ({
      code: "STATUS_SPELLING" as const,
      span: { start, end },
      message: `"${found}" is written "${wanted}" elsewhere in this file`,
      hint: "roadmap doctor --fix --only STATUS_SPELLING",
    }));
  },
};

/**
 * The same words and signs in other letters than a legend or the front matter fixes, or else than the column mostly
 * has. Where two spellings are equally common there is no right one.
 */
export function misspellings(roadmap: Roadmap): Misspelling[] {
  const fixed = new Map([...roadmap.vocabulary.spelling.values()].map((word) => [keyOf(word), word]));
  return [...topicsByTable(roadmap).values()].flatMap((topics) => {
    const written = topics.flatMap((topic) => {
      const [found, cell] = [cellText(roadmap, topic, "status"), cellOf(topic, "status")];
      return cell && topic.isStatusWritten && plainText(found) === found ? [{ topic, cell, found }] : [];
    });
    const usual = usualSpellings(written.map(({ found }) => found));
    return written.flatMap((one) => {
      const wanted = fixed.get(keyOf(one.found)) ?? usual.get(keyOf(one.found)) ?? one.found;
      return wanted === one.found ? [] : [{ ...one, wanted }];
    });
  });
}

/** By words and signs, the spelling that is more common than every other. */
function usualSpellings(texts: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const usual = new Map<string, string>();
  const most = new Map<string, number>();
  for (const [text, count] of counts) {
    const key = keyOf(text);
    const known = most.get(key) ?? 0;
    if (count > known) usual.set(key, text);
    if (count === known) usual.delete(key);
    most.set(key, Math.max(count, known));
  }
  return usual;
}

function keyOf(text: string): string {
  const { words, signs } = statusTextOf(text);
  return [words, ...signs].join("\n");
}
