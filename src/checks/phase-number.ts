// Phase number: the number in `Phase 2: Design`, `Week 3` and `2`, where the words say that it numbers phases.

import { columnWords } from "../model/column-words.js";
import { wordsOf } from "../text/fold.js";

export interface PhaseNumber {
  /** `phase`, `week`; empty for a number alone. */
  readonly word: string;
  readonly number: number;
  /** Whether it goes on, as `Week 1-2` does. */
  readonly isRange: boolean;
}

const phaseWords = new Set(columnWords.phase);

/** `5` in `5`, `05` and `5a`. */
function numberIn(word: string | undefined): number | null {
  const digits = /^(\d{1,4})[a-z]?$/.exec(word ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Null when no word for a phase with a number behind it begins the label, a sign or one word left out. */
export function phaseNumber(label: string): PhaseNumber | null {
  const words = wordsOf(label);
  const [alone, another] = [numberIn(words[0]), words[1]];
  if (alone !== null && another === undefined) return { word: "", number: alone, isRange: false };
  const at = words.findIndex((word) => phaseWords.has(word));
  const number = numberIn(words[at + 1]);
  if (at < 0 || at > 1 || number === null) return null;
  return { word: words[at] ?? "", number, isRange: numberIn(words[at + 2]) !== null };
}
