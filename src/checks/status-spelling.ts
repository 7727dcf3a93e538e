// Check: statuses in other letters than the file's own.

import { plainText } from "../model/cell-text.js";
import { remembered } from "../model/remember.js";
import { cellText, type Topic } from "../model/roadmap.js";
import { statusTextOf } from "../model/status.js";
import type { Check } from "./check.js";
import { spanOf } from "./span-of.js";
import { topicsByTable } from "./topics-by-table.js";

interface Misspelling {
  readonly topic: Topic;
  readonly found: string;
  readonly wanted: string;
}

export const statusSpelling: Check = {
  codes: ["STATUS_SPELLING"],
  find({ roadmap }) {
    return misspellings(roadmap).map(({ topic, found, wanted }) => ({
      code: "STATUS_SPELLING" as const,
      span: spanOf(topic, "status"),
      message: `"${found}" is spelled "${wanted}" elsewhere in this file`,
      hint: "roadmap doctor --fix --only STATUS_SPELLING",
    }));
  },
};

/**
 * The same words and signs in other letters than a legend or the front matter fixes, or else than the column mostly
 * has. Where two spellings are equally common there is no right one.
 */
export const misspellings = remembered((roadmap): Misspelling[] => {
  const fixed = new Map([...roadmap.vocabulary.spelling.values()].map((word) => [keyOf(word), word]));
  return [...topicsByTable(roadmap).values()].flatMap((topics) => {
    const written = topics.flatMap((topic) => {
      const found = cellText(roadmap, topic, "status");
      return topic.isStatusWritten && plainText(found) === found ? [{ topic, found }] : [];
    });
    const usual = usualSpellings(written.map(({ found }) => found));
    const known = new Map<string, string>();
    const wantedFor = (found: string) => fixed.get(keyOf(found)) ?? usual.get(keyOf(found)) ?? found;
    return written.flatMap((one) => {
      // A column repeats few texts.
      const wanted = known.get(one.found) ?? wantedFor(one.found);
      known.set(one.found, wanted);
      return wanted === one.found ? [] : [{ ...one, wanted }];
    });
  });
});

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
