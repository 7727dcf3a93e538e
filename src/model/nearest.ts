// Nearest: the names a person may have meant; the only file that imports fastest-levenshtein.

import { distance } from "fastest-levenshtein";
import { fold } from "../text/fold.js";

const most = 3;

/** Longer texts are compared by their beginning only: nobody mistypes more than that. */
const comparedLength = 60;

/** At most three of the names, nearest first; none that is less than half alike. */
export function nearest(wanted: string, names: readonly string[]): string[] {
  const target = fold(wanted).slice(0, comparedLength);
  return [...new Set(names)]
    .filter((name) => name !== "")
    .map((name) => ({ name, unlike: unlikeness(target, fold(name).slice(0, comparedLength)) }))
    .filter(({ unlike }) => unlike <= 0.5)
    .sort((a, b) => a.unlike - b.unlike)
    .slice(0, most)
    .map(({ name }) => name);
}

/** 0 for equal texts, 1 for texts with nothing in common; the beginning of a longer name counts as the name. */
function unlikeness(target: string, name: string): number {
  const whole = distance(target, name) / Math.max(target.length, name.length, 1);
  const beginning = distance(target, name.slice(0, target.length)) / Math.max(target.length, 1);
  return Math.min(whole, beginning + 0.1);
}
