// Phases as people write them: which phase a text means, and whether it means "no phase".

import { lazy, memoizeText } from "../text/memoize.js";
import { normalize, wordsOf } from "../text/normalize.js";
import { isPlaceholder } from "./dates.js";
import { joinNumbers } from "./phase-words.js";
import { type Phase, phaseTitle } from "./roadmap.js";
import type { Settings } from "./settings.js";

/** Whether a person means this phase by its number, its label, or a run of its words. 1 is neither 1.5 nor 1-2. */
export function isPhase(phase: Pick<Phase, "label" | "name">, wanted: string): boolean {
  const name = normalize(wanted);
  if (normalize(phase.label) === name) return true;
  if (isNumber(name)) return numberIn(phase.label) === numberIn(name);
  const run = ` ${runOf(name)} `;
  return run.trim() !== "" && ` ${runOf(phaseTitle(phase))} `.includes(run);
}

/** Numbers that belong together, or a single number. */
const numberPattern = /\d+(?:[.,/&+-]\d+)*/;

const isNumber = memoizeText((text) => numberPattern.exec(joinNumbers(text))?.[0] === joinNumbers(text));

/** Empty if there is none. Memoized by label because many topics share few phases. */
const numberIn = memoizeText((label) =>
  (numberPattern.exec(joinNumbers(label))?.[0] ?? "").replace(/(?<!\d)0+(?=\d)/g, ""),
);

/** Numbers that belong together remain one word. */
const runOf = memoizeText((text) => {
  const parts = joinNumbers(text).match(/\d+(?:[.,/&+-]\d+)*|\D+/g) ?? [];
  return parts.flatMap((part) => (/^\d/.test(part) ? [part] : wordsOf(part))).join(" ");
});

const noPhase = lazy(
  () =>
    /^(?:[\p{Pd}−ー…‥·.?/_\s]+|n\.?a\.?|tbc|to be (?:announced|confirmed|decided|determined)|no phase|not (?:assigned|applicable)|unassigned|undecided|keine?|geen|aucune?|nessun[ao]|ningun[ao]|nenhuma?|brak|yok|нет|无|無|未定|待定|なし|없음|미정)$/iu,
);

/** The phase label in a nonblank Phase cell; null if the text means "no phase". */
export function phaseLabelOf(text: string, { phases }: Pick<Settings, "phases">): string | null {
  return meansNoPhase(text) && !phases.has(text) ? null : text;
}

/** Whether the text, without Markdown, is one that people write for "no phase". */
export function meansNoPhase(label: string): boolean {
  // Most cells contain a number, and compiling the pattern takes 0.25 ms.
  if (/^\d+$/.test(label)) return false;
  const inner = label.replace(/^\((.*)\)$/, "$1");
  return isPlaceholder(inner) || noPhase().test(inner);
}
