// Reshaping: a structural change as edits, with the structure expected afterwards.

import type { Heading, ListItem, Table } from "../model/blocks.js";
import type { ColumnKind } from "../model/columns.js";
import type { Meaning } from "../model/meaning.js";
import type { Topic } from "../model/roadmap.js";
import type { Edit } from "../text/edit.js";

/**
 * Everything not named here must stay the same: topics with all their fields, list items, headings, columns. A moved or
 * renamed element is listed as both removed and added.
 */
export interface Reshaping {
  readonly edits: readonly Edit[];
  readonly topics?: Exchange<Topic, NewTopic>;
  readonly items?: Exchange<ListItem, NewItem>;
  readonly headings?: Exchange<Heading, NewHeading>;
  readonly columns?: ColumnExchange;
  /** The label of a phase before and after its heading is renamed. */
  readonly renamedPhase?: readonly [string, string];
  /** What was done, if the values do not show it: `added below HTTP`. */
  readonly deed: string;
  /** The added, removed or changed values, as written in the file. */
  readonly values: readonly ReshapedValue[];
  /** Keys this edit creates; an operation that looks one up is planned on the new text. */
  readonly adds: readonly string[];
}

export interface ReshapedValue {
  readonly column: ColumnKind | "mark" | "name";
  readonly from: string;
  readonly to: string;
}

interface Exchange<Old, New> {
  readonly gone: readonly Old[];
  /** Those at the same place are in their final order. */
  readonly come: readonly Coming<Old, New>[];
}

export interface Coming<Old, New> {
  /** The old element that follows it; null at the end. It may itself be removed. */
  readonly before: Old | null;
  readonly what: New;
}

export interface NewTopic {
  /** The cell texts by column, already escaped; all others are blank. */
  readonly cells: ReadonlyMap<number, string>;
  /** The expected meaning; omitted fields follow from the others. */
  readonly means: Partial<Meaning> & Pick<Meaning, "phase">;
}

export interface NewItem {
  /** Its first paragraph, from the checkbox on. */
  readonly content: string;
  /** 0 for an item at the top level. */
  readonly depth: number;
  /** The label of its phase. */
  readonly phase: string | null;
}

export interface NewHeading {
  readonly depth: number;
  readonly content: string;
  /** The text before it: line breaks, and a thematic break if one separates all headings like it. */
  readonly lead: string;
}

export interface ColumnExchange {
  readonly table: Table;
  /** The columns after the change. */
  readonly now: readonly NowColumn[];
}

export interface NowColumn {
  /** The previous index of the column, counted from 0; null for a new one. */
  readonly from: number | null;
  /** Its new header, if it changes. */
  readonly header?: string;
}

/** The added elements in the new text, by the request that added them. */
export type Arrivals = ReadonlyMap<object, Topic | ListItem | Heading>;

/** The elements after the change, in order: the remaining and the added ones. */
export function listAfter<Old extends object, New>(
  before: readonly Old[],
  exchanges: readonly Exchange<Old, New>[],
): (Old | Coming<Old, New>)[] {
  const gone = new Set(exchanges.flatMap((exchange) => exchange.gone));
  const coming = new Map<Old | null, Coming<Old, New>[]>();
  for (const one of exchanges.flatMap(({ come }) => come)) {
    const list = coming.get(one.before);
    if (list) list.push(one);
    else coming.set(one.before, [one]);
  }
  const after: (Old | Coming<Old, New>)[] = [];
  for (const old of before) {
    for (const one of coming.get(old) ?? []) after.push(one);
    if (!gone.has(old)) after.push(old);
  }
  return [...after, ...(coming.get(null) ?? [])];
}

export function isComing<Old extends object, New>(one: Old | Coming<Old, New>): one is Coming<Old, New> {
  return "what" in one && "before" in one;
}
