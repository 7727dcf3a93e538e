// Reshaping: a change of what there is in a file, as edits and as what shall be there afterwards.

import type { Heading, ListItem } from "../model/blocks.js";
import type { Meaning } from "../model/meaning.js";
import type { ColumnKind, Topic } from "../model/roadmap.js";
import type { Table } from "../model/table.js";
import type { Edit } from "../text/edit.js";

/**
 * Everything that it does not name stays as it is: topics with all they say, list items, headings, columns. What is
 * moved or renamed is gone and comes again.
 */
export interface Reshaping {
  readonly edits: readonly Edit[];
  readonly topics?: Exchange<Topic, NewTopic>;
  readonly items?: Exchange<ListItem, NewItem>;
  readonly headings?: Exchange<Heading, NewHeading>;
  readonly columns?: ColumnExchange;
  /** The label of a phase before and afterwards, where its heading is called otherwise. */
  readonly renamedPhase?: readonly [string, string];
  /** What a person is told that was done, where the values do not say it: `added below HTTP`. */
  readonly deed: string;
  /** The values that came, went or changed, as the file writes them. */
  readonly values: readonly ReshapedValue[];
  /**
   * What is there afterwards that another reshaping may look for: that one has to be planned on the text with it.
   */
  readonly adds: readonly string[];
}

export interface ReshapedValue {
  readonly column: ColumnKind | "mark" | "name";
  readonly from: string;
  readonly to: string;
}

interface Exchange<Old, New> {
  readonly gone: readonly Old[];
  /** Those at one place in their order. */
  readonly come: readonly Coming<Old, New>[];
}

export interface Coming<Old, New> {
  /** What was there before and stands behind it; null at the end. It may itself be gone. */
  readonly before: Old | null;
  readonly what: New;
}

export interface NewTopic {
  /** What its cells say, by column, escapes included; all others are blank. */
  readonly cells: ReadonlyMap<number, string>;
  /** What it is to mean; a field that is left out follows from the others. */
  readonly means: Partial<Meaning> & Pick<Meaning, "phase">;
}

export interface NewItem {
  /** Its first paragraph, from the box on. */
  readonly content: string;
  /** 0 for one inside no other item. */
  readonly depth: number;
  /** The label of its phase. */
  readonly phase: string | null;
}

export interface NewHeading {
  readonly depth: number;
  readonly content: string;
  /** What comes in front of it: line ends, and a rule where one stands between all headings like it. */
  readonly lead: string;
}

export interface ColumnExchange {
  readonly table: Table;
  /** The columns afterwards. */
  readonly now: readonly NowColumn[];
}

export interface NowColumn {
  /** The number of the column that it was, counted from 0; null for a new one. */
  readonly from: number | null;
  /** What its header says, where that is something new. */
  readonly header?: string;
}

/** What has come, by how it was asked for, as it stands in the new text. */
export type Arrivals = ReadonlyMap<object, Topic | ListItem | Heading>;

/** Those that are there afterwards, in order: what stays, and what comes. */
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
