// No phase: what people write into a Phase cell where a topic has none.

import { isPlaceholder } from "./dates.js";
import type { Settings } from "./roadmap.js";

const words =
  /^(?:[\p{Pd}−ー…‥·.?/_\s]+|n\.?a\.?|tbc|to be (?:announced|confirmed|decided|determined)|no phase|not (?:assigned|applicable)|unassigned|undecided|keine?|geen|aucune?|nessun[ao]|ningun[ao]|nenhuma?|brak|yok|нет|无|無|未定|待定|なし|없음|미정)$/iu;

/** What a Phase cell with that text, which is not blank, calls its phase; null where it says that there is none. */
export function phaseLabelOf(text: string, { phases }: Pick<Settings, "phases">): string | null {
  return meansNoPhase(text) && !phases.has(text) ? null : text;
}

/** Whether the text, without Markdown, is one that people write where there is no phase. */
export function meansNoPhase(label: string): boolean {
  // Most cells say a number, and the pattern takes a quarter of a millisecond to be made.
  if (/^\d+$/.test(label)) return false;
  const said = label.replace(/^\((.*)\)$/, "$1");
  return isPlaceholder(said) || words.test(said);
}
