// Is phase: whether a person means a phase by its number, its label or some words of it.

import { fold, wordsOf } from "../text/fold.js";
import { type Phase, phaseTitle } from "./roadmap.js";

/** `1`, `1.5`, `1-2`. */
const numberPattern = /^\d+(?:[.-]\d+)*$/;

/** Numbers that are one: a decimal, a range without spaces, or one with spaces that nothing but a name's colon follows. */
const joinedNumbers = /\d+(?:[.,\-‐-―−~〜～/&+]\d+)+|\d+\s+(?:[-‐-―−~〜～&+]|to|and)\s+\d+(?=\s*(?:[:：).,|]|$))/g;

/** Whether a person means this phase by its number, its label, or a run of words of it. 1 is neither 1.5 nor 1-2. */
export function isPhase(phase: Pick<Phase, "label" | "name">, wanted: string): boolean {
  const name = fold(wanted);
  if (fold(phase.label) === name) return true;
  if (numberPattern.test(name)) return numberIn(phase.label) === numberIn(name);
  const run = ` ${runOf(name)} `;
  return run.trim() !== "" && ` ${runOf(phaseTitle(phase))} `.includes(run);
}

function numberIn(label: string): string | undefined {
  return /\d+(?:[.-]\d+)*/.exec(joined(label))?.[0].replace(/(?<!\d)0+(?=\d)/g, "");
}

/** Numbers that are one stay one word. */
function runOf(text: string): string {
  const pieces = joined(text).match(/\d+(?:[.-]\d+)*|\D+/g) ?? [];
  return pieces.flatMap((piece) => (numberPattern.test(piece) ? [piece] : wordsOf(piece))).join(" ");
}

function joined(text: string): string {
  return fold(text).replace(joinedNumbers, (number) => number.replace(/(?<=\d)[^\d.]+(?=\d)/g, "-"));
}
