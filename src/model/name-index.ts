// Name index: the names of all topics and tasks of a roadmap, ready for lookup.

import { countWhile, groupBy } from "../text/arrays.js";
import { lazy, memoize } from "../text/memoize.js";
import { foldAccents } from "../text/normalize.js";
import { beginsWith, runIn, type Spelling } from "./match-names.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";

/** Whatever has a name. */
export type Thing = Topic | Task;

export type ThingKind = "topic" | "task";

export interface Spelt extends Spelling {
  readonly thing: Thing;
}

interface NameIndex {
  /** Topics before tasks, each in file order. */
  readonly spelt: readonly Spelt[];
  /** Those with exactly this normalized name. */
  readonly called: (key: string) => readonly Spelt[];
}

export function kindOf(thing: Thing): ThingKind {
  return "row" in thing ? "topic" : "task";
}

export const nameIndex = memoize(({ topics, tasks }: Roadmap): NameIndex => {
  const spelt = [...topics, ...tasks].map((thing): Spelt => ({ thing, key: foldAccents(thing.name), run: null }));
  return { spelt, called: lookup(spelt) };
});

/** A linear search is faster for a few lookups; for many, a map is built. */
function lookup(spelt: readonly Spelt[]): NameIndex["called"] {
  let left = 16;
  const byKey = lazy(() => groupBy(spelt, ({ key }) => key));
  return (key) => {
    if (left-- > 0) return spelt.filter((one) => one.key === key);
    return byKey().get(key) ?? [];
  };
}

/** Those with exactly this normalized name. */
export function thingsCalled(roadmap: Roadmap, key: string): readonly Thing[] {
  if (key === "") return [];
  return nameIndex(roadmap)
    .called(key)
    .map(({ thing }) => thing);
}

/** Whether anything other than `self` has a name that begins with this. */
export function isBeginningOfAnother(roadmap: Roadmap, start: string, self: Thing | null): boolean {
  const sorted = beginnings(roadmap);
  for (let at = countWhile(sorted, ({ text }) => text < start); ; at++) {
    const found = sorted[at];
    if (!found?.text.startsWith(start)) return false;
    if (found.thing !== self && beginsWith(found.text, start)) return true;
  }
}

/** Keys and words, sorted. */
const beginnings = memoize((roadmap: Roadmap) => {
  const all = nameIndex(roadmap).spelt.flatMap((spelt) => {
    const { thing, key } = spelt;
    const run = runIn(spelt);
    const whole = { thing, text: key };
    return key === run ? [whole] : [whole, { thing, text: run }];
  });
  return all.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
});
