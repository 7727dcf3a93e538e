// Follow: where the topic or task that is open is in a newer state of the file.

import type { PageData } from "../../../json/envelopes/page.js";
import { type Item, itemAt, sameItem } from "../state/items.js";
import type { ItemName } from "../state/route.js";

interface Named {
  readonly name: string;
  readonly phase: string | null;
}

/** Null if it is no longer there, or if several could be it. */
export function followed(open: ItemName, before: PageData, now: PageData): ItemName | null {
  const item = itemAt(before, open);
  if (!item) return null;
  if (before === now) return open;
  return sameItem(item, before, now) ?? sameNamed(item, before, now);
}

function sameNamed({ type, data }: Item, before: PageData, now: PageData): ItemName | null {
  const [old, all] = [namesOf(before, type), namesOf(now, type)];
  const tests = [
    ({ name, phase }: Named) => name === data.name && phase === data.phase,
    ({ name }: Named) => name === data.name,
  ];
  for (const isSame of tests) {
    const [index, another] = all.flatMap((named, place) => (isSame(named) ? [place] : []));
    if (index !== undefined && another === undefined && old.filter(isSame).length === 1)
      return { type, number: index + 1 };
  }
  // Where all others kept their names, only this one can have got another.
  const isInPlace =
    old.length === all.length && old.every(({ name }, place) => place === data.number - 1 || name === all[place]?.name);
  return isInPlace ? { type, number: data.number } : null;
}

function namesOf({ topics, tasks }: PageData, type: ItemName["type"]): readonly Named[] {
  return type === "topic" ? topics : tasks;
}
