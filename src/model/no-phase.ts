// No phase: what people write into a Phase cell where a topic has none.

import { isPlaceholder } from "./dates.js";

const words =
  /^(?:[\p{Pd}−ー…‥·.?/_\s]+|n\.?a\.?|tbc|to be (?:announced|confirmed|decided|determined)|no phase|not (?:assigned|applicable)|unassigned|undecided|keine?|geen|aucune?|nessun[ao]|ningun[ao]|nenhuma?|brak|yok|нет|无|無|未定|待定|なし|없음|미정)$/iu;

/** Whether the text of a Phase cell, without Markdown, says that there is none. */
export function meansNoPhase(label: string): boolean {
  const said = label.replace(/^\((.*)\)$/, "$1");
  return isPlaceholder(said) || words.test(said);
}
