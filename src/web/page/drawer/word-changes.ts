// Word changes: which words of a text are not in another one.

import { myersDiff } from "../../../text/myers-diff.js";

interface Part {
  readonly text: string;
  readonly isNew: boolean;
}

/** The parts of `text` in order, of which the new ones are not in `other`. */
export function wordChanges(other: string, text: string): Part[] {
  const words = wordsIn(text);
  const kept = new Set(myersDiff(wordsIn(other), words));
  const parts: Part[] = [];
  for (const [index, word] of words.entries()) {
    const isNew = !kept.has(index);
    const last = parts.at(-1);
    if (last?.isNew === isNew) parts.splice(-1, 1, { text: last.text + word, isNew });
    else parts.push({ text: word, isNew });
  }
  return parts;
}

/** Words, spaces and each other character. */
function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? [];
}
