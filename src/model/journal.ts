// Journal: what is remembered of the changes of a file, so that they can be taken back.

import type { Edit } from "../text/edit.js";

/** One cell or mark that a change gave another text, as the file wrote it before and afterwards. */
export interface ChangedText {
  /** Of the topic or the task. */
  readonly name: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** What a plan wants remembered: a change, or that a change was taken back or made again. */
export type JournalStep = ChangeStep | ReversalStep;

interface Step {
  /** Of the text that the step before it has left; of the file as it was read for the first one. */
  readonly edits: readonly Edit[];
}

export interface ChangeStep extends Step {
  readonly kind: "change";
  /** In the words of the change: `finish HTTP Fundamentals`. */
  readonly summary: string;
  readonly changed: readonly ChangedText[];
  /** Made in an editor: it can be undone like any change, but nobody asked `roadmap` to make or commit it. */
  readonly isByHand?: true;
}

interface ReversalStep extends Step {
  readonly kind: "undo" | "redo";
  /** The change that it takes back or makes again. */
  readonly of: string;
}

/** An edit with the text that it replaced, which is what takes it back. */
export interface KeptEdit {
  /** Where, in code units of the text before the change. */
  readonly start: number;
  readonly old: string;
  readonly new: string;
}

interface Kept {
  /** Sorted by place. */
  readonly edits: readonly KeptEdit[];
  /** UTC, ISO 8601. */
  readonly at: string;
}

export interface KeptChange extends Kept, Omit<ChangeStep, "edits"> {
  readonly id: string;
}

interface KeptReversal extends Kept, Omit<ReversalStep, "edits"> {}

export type KeptRecord = KeptChange | KeptReversal;

/** Records that follow each other without anybody else changing the file between them. */
export interface Stretch {
  readonly text: string;
  readonly records: readonly KeptRecord[];
  /** What the records have made of the text. */
  readonly end: string;
}

interface Standing {
  /** Changes that are made, the oldest first. */
  readonly done: readonly KeptChange[];
  /** Changes that were taken back and can be made again, the one that comes first at the end. */
  readonly undone: readonly KeptChange[];
  /** All of them, the oldest first. */
  readonly all: readonly KeptChange[];
}

/** Which changes count and which were taken back. A new change ends what can be made again. */
export function standingOf(records: readonly KeptRecord[]): Standing {
  const all = new Map<string, KeptChange>();
  let done: KeptChange[] = [];
  let undone: KeptChange[] = [];
  for (const record of records) {
    if (record.kind === "change") {
      all.set(record.id, record);
      done.push(record);
      undone = [];
      continue;
    }
    const change = all.get(record.of);
    if (!change) continue;
    done = done.filter((one) => one !== change);
    undone = undone.filter((one) => one !== change);
    (record.kind === "undo" ? undone : done).push(change);
  }
  return { done, undone, all: [...all.values()] };
}

/** The edits that a record stands for, of the text before it. */
export function editsOf({ edits }: Kept): Edit[] {
  return edits.map(({ start, old, new: text }) => ({ at: { start, end: start + old.length }, text }));
}
