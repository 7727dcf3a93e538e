// No phase: what people write into a Phase cell of a topic without a phase.

import { isPlaceholder } from "./dates.js";
import type { Settings } from "./roadmap.js";

const words =
  /^(?:[\p{Pd}−ー…‥·.?/_\s]+|n\.?a\.?|tbc|to be (?:announced|confirmed|decided|determined)|no phase|not (?:assigned|applicable)|unassigned|undecided|keine?|geen|aucune?|nessun[ao]|ningun[ao]|nenhuma?|brak|yok|нет|无|無|未定|待定|なし|없음|미정)$/iu;

/** The phase label in a nonblank Phase cell; null if the text means "no phase". */
export function phaseLabelOf(text: string, { phases }: Pick<Settings, "phases">): string | null {
  return meansNoPhase(text) && !phases.has(text) ? null : text;
}

/** Whether the text, without Markdown, is one that people write for "no phase". */
export function meansNoPhase(label: string): boolean {
  // Most cells contain a number, and compiling the pattern takes 0.25 ms.
  if (/^\d+$/.test(label)) return false;
  const said = label.replace(/^\((.*)\)$/, "$1");
  return isPlaceholder(said) || words.test(said);
}
