// Structural edits: a change of the structure as edits, with the structure expected afterwards.

import type { Heading, ListItem, Row, Table } from "../model/blocks.js";
import type { Meaning } from "../model/meaning.js";
import type { Topic } from "../model/roadmap.js";
import type { Edit } from "../text/edit.js";

/**
 * Everything not named here must stay the same: topics with all their fields, list items, headings, columns. A moved or
 * renamed element is listed as both removed and added.
 */
export interface StructuralEdit {
  readonly edits: readonly Edit[];
  readonly topics?: ListDelta<Topic, NewTopic>;
  readonly items?: ListDelta<ListItem, NewItem>;
  readonly headings?: ListDelta<Heading, NewHeading>;
  readonly tables?: ListDelta<Table, NewTable>;
  readonly columns?: ColumnDelta;
  /** The label of a phase before and after its heading is renamed. */
  readonly renamedPhase?: readonly [string, string];
  /** What was done, if the values do not show it: `added below HTTP`. */
  readonly summary: string;
  /** The added, removed or changed values, as written in the file. */
  readonly values: readonly EditedValue[];
  /** Keys this edit creates; an operation that looks one up is planned on the new text. */
  readonly adds: readonly string[];
}

/** The key of each new topic table: whatever looks for a table comes later. */
export const newTableKey = "a table";

export interface EditedValue {
  /** The name of a column, `mark` for a task, or `name`. */
  readonly column: string;
  /** The topic of the cell, if it is not the subject of the operation. */
  readonly topic?: string;
  readonly from: string;
  readonly to: string;
}

interface ListDelta<Old, New> {
  readonly removed: readonly Old[];
  /** Those at the same place are in their final order. */
  readonly added: readonly Addition<Old, New>[];
}

export interface Addition<Old, New> {
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

/** A topic table; its topics are listed apart. */
export interface NewTable {
  /** Already escaped. */
  readonly headers: readonly string[];
}

export interface ColumnDelta {
  readonly table: Table;
  /** The columns after the change. */
  readonly now: readonly ResultColumn[];
}

export interface ResultColumn {
  /** The previous index of the column, counted from 0; null for a new one. */
  readonly from: number | null;
  /** Its new header, if it changes. */
  readonly header?: string;
  /** The texts of a new column by row; blank in all others. */
  readonly cells?: ReadonlyMap<Row, string>;
}

export type Created = Topic | ListItem | Heading | Table;

/** The added elements in the new text, by the request that added them. */
export type CreatedThings = ReadonlyMap<object, Created>;

/** The elements after the change, in order: the remaining and the added ones. */
export function listAfter<Old extends object, New>(
  before: readonly Old[],
  deltas: readonly ListDelta<Old, New>[],
): (Old | Addition<Old, New>)[] {
  const removed = new Set(deltas.flatMap((delta) => delta.removed));
  const additions = new Map<Old | null, Addition<Old, New>[]>();
  for (const addition of deltas.flatMap(({ added }) => added)) {
    const list = additions.get(addition.before);
    if (list) list.push(addition);
    else additions.set(addition.before, [addition]);
  }
  const after: (Old | Addition<Old, New>)[] = [];
  for (const old of before) {
    for (const addition of additions.get(old) ?? []) after.push(addition);
    if (!removed.has(old)) after.push(old);
  }
  return [...after, ...(additions.get(null) ?? [])];
}

export function isAddition<Old extends object, New>(element: Old | Addition<Old, New>): element is Addition<Old, New> {
  return "what" in element && "before" in element;
}
