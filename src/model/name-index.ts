// Name index: the names of all topics and tasks of a roadmap, ready to be looked up.

import { countWhile } from "../text/count-while.js";
import { foldAccents } from "../text/fold.js";
import { groupBy } from "../text/group-by.js";
import { beginsWith, runOf, type Spelling } from "./match-names.js";
import { remembered } from "./remember.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";

/** What a name names. */
export type Thing = Topic | Task;

export type ThingKind = "topic" | "task";

export interface Spelt extends Spelling {
  readonly thing: Thing;
}

interface NameIndex {
  /** Topics before tasks, each in file order. */
  readonly spelt: readonly Spelt[];
  /** By their whole name as it is compared; without those that have none. */
  readonly byKey: ReadonlyMap<string, readonly Spelt[]>;
}

export function kindOf(thing: Thing): ThingKind {
  return "row" in thing ? "topic" : "task";
}

export const nameIndex = remembered(({ topics, tasks }: Roadmap): NameIndex => {
  const spelt = [...topics, ...tasks].map(spell);
  return { spelt, byKey: groupBy(spelt, ({ key }) => key) };
});

/** Most names are found by their key alone: their words are worked out where they are asked for. */
function spell(thing: Thing): Spelt {
  let run: string | undefined;
  return {
    thing,
    key: foldAccents(thing.name),
    get run() {
      run ??= runOf(this.key);
      return run;
    },
  };
}

/** Those with just that whole name. */
export function thingsCalled(roadmap: Roadmap, key: string): readonly Thing[] {
  if (key === "") return [];
  return (nameIndex(roadmap).byKey.get(key) ?? []).map(({ thing }) => thing);
}

/** Whether anything but `self` has a name that begins so. */
export function isBeginningOfAnother(roadmap: Roadmap, start: string, self: Thing | null): boolean {
  const sorted = beginnings(roadmap);
  for (let at = countWhile(sorted, ({ text }) => text < start); ; at++) {
    const found = sorted[at];
    if (!found?.text.startsWith(start)) return false;
    if (found.thing !== self && beginsWith(found.text, start)) return true;
  }
}

/** Keys and words, sorted. */
const beginnings = remembered((roadmap: Roadmap) => {
  const all = nameIndex(roadmap).spelt.flatMap(({ thing, key, run }) =>
    key === run
      ? [{ thing, text: key }]
      : [
          { thing, text: key },
          { thing, text: run },
        ],
  );
  return all.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
});
