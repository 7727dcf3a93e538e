// Journal: the recorded changes of a file, so that they can be undone.

import type { Edit } from "../../text/edit.js";

/** The old and new text of one changed cell or mark, as written in the file. */
export interface ChangedText {
  /** The name of the topic or task. */
  readonly name: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** What a plan records: a change, or the undo or redo of a change. */
export type JournalStep = ChangeStep | ReversalStep;

interface Step {
  /** Relative to the text after the previous step; for the first step, to the file as it was read. */
  readonly edits: readonly Edit[];
}

export interface ChangeStep extends Step {
  readonly kind: "change";
  /** A description of the change: `finish HTTP Fundamentals`. */
  readonly summary: string;
  readonly changed: readonly ChangedText[];
  /** What the texts do not show: `moved below REST`, `added to Week 1`. */
  readonly outcome?: string;
  /** Made in an editor: it can be undone like any change, but `roadmap` did not make it and does not commit it. */
  readonly isByHand?: true;
}

interface ReversalStep extends Step {
  readonly kind: "undo" | "redo";
  /** The id of the change that is undone or redone. */
  readonly of: string;
}

/** An edit with the text it replaced, which is needed to undo it. */
export interface RecordedEdit {
  /** In code units of the text before the change. */
  readonly start: number;
  readonly old: string;
  readonly new: string;
}

interface Recorded {
  /** Sorted by position. */
  readonly edits: readonly RecordedEdit[];
  /** UTC, ISO 8601. */
  readonly at: string;
}

export interface RecordedChange extends Recorded, Omit<ChangeStep, "edits"> {
  readonly id: string;
}

interface RecordedReversal extends Recorded, Omit<ReversalStep, "edits"> {}

export type JournalRecord = RecordedChange | RecordedReversal;

/** Consecutive records: nothing else changed the file between them. */
export interface JournalSegment {
  readonly text: string;
  readonly records: readonly JournalRecord[];
  /** The text after the last record. */
  readonly end: string;
}

export interface ReplayedJournal {
  /** Changes in effect, oldest first. */
  readonly done: readonly RecordedChange[];
  /** Undone changes that can be redone; the last one is redone first. */
  readonly undone: readonly RecordedChange[];
  /** All changes, oldest first. */
  readonly all: readonly RecordedChange[];
}

/** Which changes are in effect and which are undone. A new change clears the list of those that can be redone. */
export function replayRecords(records: readonly JournalRecord[]): ReplayedJournal {
  const all = new Map<string, RecordedChange>();
  let done: RecordedChange[] = [];
  let undone: RecordedChange[] = [];
  for (const record of records) {
    if (record.kind === "change") {
      all.set(record.id, record);
      done.push(record);
      undone = [];
      continue;
    }
    const change = all.get(record.of);
    if (!change) continue;
    done = done.filter((other) => other !== change);
    undone = undone.filter((other) => other !== change);
    (record.kind === "undo" ? undone : done).push(change);
  }
  return { done, undone, all: [...all.values()] };
}

/** The edits of a record, in terms of the text before it. */
export function editsOf({ edits }: Recorded): Edit[] {
  return edits.map(({ start, old, new: text }) => ({ at: { start, end: start + old.length }, text }));
}
