// Phase run: one title for phases in a row that are shown as one.

import { englishPhaseWords } from "../model/phase-languages.js";
import { phaseNumbering } from "../model/phase-words.js";

/** `Phases 1–2` if the same English word and consecutive numbers begin the titles, otherwise `2 phases`. */
export function phaseRunTitle(titles: readonly string[], dash = "–"): string {
  const numberings = titles.map((title) => phaseNumbering(title));
  const word = numberings[0]?.word ?? "";
  const first = numberings[0]?.number ?? Number.NaN;
  const isRun = numberings.every(
    (one, index) => one?.word === word && one.number === first + index && one.label === `${one.number}`,
  );
  const hasPlural = englishPhaseWords.split(" ").includes(word) && !/s$|^wk$/.test(word);
  if (!isRun || !hasPlural) return `${titles.length} phases`;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}s ${first}${dash}${first + titles.length - 1}`;
}
