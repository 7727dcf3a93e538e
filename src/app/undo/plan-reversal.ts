// Plan reversal: undoes or redoes the last changes, as one change of the roadmap.

import { findConflictBlocks } from "../../markdown/conflict-markers.js";
import type { Table } from "../../model/blocks.js";
import { columnsRefusal } from "../../model/columns-refusal.js";
import { UserError } from "../../model/errors.js";
import {
  editsOf,
  type JournalRecord,
  type JournalSegment,
  type JournalStep,
  type RecordedChange,
  type ReplayedJournal,
  replayRecords,
} from "../../model/history/journal.js";
import { verifyUntouched } from "../../model/history/same-place.js";
import { meaningRefusal, restoredDifferently } from "../../model/meaning.js";
import type { Roadmap } from "../../model/roadmap.js";
import { nowInUtc } from "../../store/clock.js";
import { readJournal, setJournalAside } from "../../store/journal/read.js";
import type { Environment } from "../../store/paths.js";
import { applyEdits, carryingThrough, type Edit, textAt } from "../../text/edit.js";
import { editsBetween } from "../../text/edits-between.js";
import type { PlannedChange } from "../change-roadmap.js";
import type { OpenedRoadmap } from "../open-roadmap.js";
import { parseText } from "../parse-text.js";
import { refuseConflict } from "../requested-operations.js";
import { type HistoryStep, historyOf, type ReadRoadmap } from "./journal-history.js";
import { reverseChange } from "./reverse-change.js";

export type Direction = "undo" | "redo";

/** The last changes, or one change by the id that the journal has for it. */
export type ReversalChoice = { readonly count: number } | { readonly change: string };

type ReversalRequest = ReversalChoice & {
  readonly direction: Direction;
  readonly env: Environment;
  readonly isDryRun: boolean;
};

export interface PlannedReversal extends PlannedChange, ReversedChanges {
  readonly steps: readonly JournalStep[];
  /** Why some or all of the journal could not be read. */
  readonly problem: string | null;
  /** The moment of planning, in UTC. */
  readonly now: string;
}

/** All of the changes or none. */
export function planReversal(request: ReversalRequest): (opened: OpenedRoadmap) => Promise<PlannedReversal> {
  return async (opened) => {
    const { realPath } = opened.file;
    const { segments, problem, isUseless } = readJournal(request.env, opened.file);
    if (isUseless && !request.isDryRun) setJournalAside(request.env, realPath);
    const read = async (text: string) => (await parseText(text, opened.today)).roadmap;
    const { direction } = request;
    const result = await reverseChanges({ ...request, segments, roadmap: opened.roadmap, read });
    if (result.kind === "refused" || !result.isFormerText) refuseConflict(opened);
    if (result.kind === "refused") throw result.refusal;
    const [only, another] = result.reversed;
    const what = another ? `${result.reversed.length} changes` : (only?.change.summary ?? "nothing");
    return { ...result, problem, now: nowInUtc(), subject: `roadmap: ${direction} ${what}` };
  };
}

type ReverseRequest = ReversalChoice & {
  readonly segments: readonly JournalSegment[];
  /** The roadmap as it is now. */
  readonly roadmap: Roadmap;
  readonly direction: Direction;
  readonly read: ReadRoadmap;
};

interface ReversedChanges {
  /** The edits of the file's text. */
  readonly edits: readonly Edit[];
  readonly text: string;
  readonly steps: readonly JournalStep[];
  /** In the order in which they are undone or redone. */
  readonly reversed: readonly ReversedChange[];
  /** How many more can be undone or redone afterwards. */
  readonly left: number;
  /** How many can go the other way afterwards. */
  readonly back: number;
  /** Whether another program changed the file since the last recorded change. */
  readonly isChangedSince: boolean;
  /** Whether the text is identical to an earlier text of the file, byte for byte. */
  readonly isFormerText: boolean;
}

interface ReversedChange {
  readonly change: RecordedChange;
  /** Whether the file already had that text. */
  readonly isAlready: boolean;
}

/** Returned as data: unresolved merge conflicts in the file take precedence as the reason to refuse. */
type Refused = { readonly kind: "refused"; readonly refusal: UserError };

/** All of the changes or none. Having nothing to reverse is not a refusal. */
export async function reverseChanges(
  request: ReverseRequest,
): Promise<Refused | ({ readonly kind: "planned" } & ReversedChanges)> {
  const { segments, roadmap, direction, read } = request;
  const journal = replayRecords(segments.flatMap(({ records }) => records));
  const [own, others] = direction === "undo" ? [journal.done, journal.undone] : [journal.undone, journal.done];
  const targets = "count" in request ? lastChanges(request, own) : namedChange(request, journal);
  if (targets instanceof UserError) return refused(targets);
  const history = historyOf(segments, roadmap.text);
  const result = await reverseAll(targets, history, request);
  if (result.kind === "refused") return result;
  const edits = editsBetween(roadmap.text, result.text);
  // Undoing a resolution restores conflict markers, and what a text with markers means is unclear.
  const isFormerText = wasThere(segments, result.text);
  const isTrusted = edits.length === 0 || isFormerText;
  const after = isTrusted ? roadmap : await read(result.text);
  const changed = isTrusted ? null : verifyUntouched(roadmap, after, edits);
  if (changed !== null && findConflictBlocks(result.text).length > 0) return refused(conflictWouldReturn(direction));
  const columns = isTrusted ? null : otherColumns(roadmap, after, { edits, direction });
  if (columns) return refused(columns);
  if (changed !== null) return refused(meaningWouldChange(direction, changed));
  const former = isTrusted ? null : textAround(segments, targets.at(-1), direction);
  const other = former === null ? null : restoredDifferently({ former: await read(former), before: roadmap, after });
  if (other) return refused(meaningRefusal(other, `this ${direction}`));
  return {
    ...result,
    edits,
    left: own.filter((change) => !targets.includes(change)).length,
    back: others.length + targets.length,
    isChangedSince: history.at(-1)?.kind === "foreign",
    isFormerText,
  };
}

function lastChanges(
  { direction, count }: Pick<ReverseRequest, "direction"> & { readonly count: number },
  own: readonly RecordedChange[],
): readonly RecordedChange[] | UserError {
  if (count > own.length && own.length > 0) return tooFewChanges({ direction, count, possible: own.length });
  return own.slice(-count).reverse();
}

/** Also one that is no longer next in any order: undone before a new change, or done before others. */
function namedChange(
  { direction, change: id }: Pick<ReverseRequest, "direction"> & { readonly change: string },
  { all, done }: ReplayedJournal,
): readonly RecordedChange[] | UserError {
  const change = all.find((other) => other.id === id);
  if (!change) return unknownChange(id);
  const isDone = done.includes(change);
  return isDone === (direction === "undo") ? [change] : reversedAlready(change, isDone);
}

/** The refusal if a column would be read as something else. */
function otherColumns(
  before: Roadmap,
  after: Roadmap,
  { edits, direction }: { edits: readonly Edit[]; direction: Direction },
): UserError | null {
  const carry = carryingThrough(edits);
  const tables = new Map(after.blocks.tables.map((table) => [table.header.start, table]));
  const tableAfter = ({ header }: Table) => tables.get(carry(header).start);
  return columnsRefusal({ before, after, tableAfter, cause: `this ${direction}` });
}

/** Every text in the journal, oldest first, each with the record that made it. */
function* formerTexts(segments: readonly JournalSegment[]): Generator<{ text: string; record: JournalRecord | null }> {
  for (const { text: first, records } of segments) {
    let text = first;
    yield { text, record: null };
    for (const record of records) {
      text = applyEdits(text, editsOf(record));
      yield { text, record };
    }
  }
}

function wasThere(segments: readonly JournalSegment[], text: string): boolean {
  for (const former of formerTexts(segments)) if (former.text === text) return true;
  return false;
}

/** The text directly before a change that is undone, or directly after one that is redone. */
function textAround(segments: readonly JournalSegment[], change: RecordedChange | undefined, direction: Direction) {
  let before: string | null = null;
  for (const { text, record } of formerTexts(segments)) {
    if (record === change) return direction === "undo" ? before : text;
    before = text;
  }
  return null;
}

async function reverseAll(
  targets: readonly RecordedChange[],
  history: readonly HistoryStep[],
  { roadmap, direction, read }: ReverseRequest,
): Promise<Refused | ({ readonly kind: "planned" } & Pick<ReversedChanges, "reversed" | "steps" | "text">)> {
  const [reversed, steps, all]: [ReversedChange[], JournalStep[], HistoryStep[]] = [[], [], [...history]];
  let { text } = roadmap;
  for (const change of targets) {
    const result = await reverseChange(change, { history: all, text, direction, read });
    if (result.kind === "refused") return result;
    const { edits } = result;
    const replaced = edits.map(({ at }) => textAt(text, at));
    reversed.push({ change, isAlready: edits.every(({ text: written }, index) => replaced[index] === written) });
    steps.push({ kind: direction, of: change.id, edits });
    all.push({ kind: "own", id: change.id, isUndo: direction === "undo", edits, replaced });
    text = applyEdits(text, edits);
  }
  return { kind: "planned", reversed, steps, text };
}

function refused(refusal: UserError): Refused {
  return { kind: "refused", refusal };
}

interface TooFew {
  readonly direction: Direction;
  readonly count: number;
  readonly possible: number;
}

function tooFewChanges({ direction, count, possible }: TooFew): UserError {
  const [is, was] = possible === 1 ? ["is", "was"] : ["are", "were"];
  const [what, how] = direction === "undo" ? ["undone", `${is} recorded`] : ["redone", `${was} undone`];
  return new UserError(
    "NOT_SO_MANY",
    `${count} changes cannot be ${what}: only ${possible} ${how}`,
    `roadmap ${direction} ${possible}`,
  );
}

const listHint = "see the recorded changes with `roadmap undo --list`";

function unknownChange(id: string): UserError {
  return new UserError("CHANGE_NOT_FOUND", `no recorded change has the id "${id}"`, listHint);
}

function reversedAlready({ summary }: RecordedChange, isDone: boolean): UserError {
  const message = isDone ? `"${summary}" is not undone, so it cannot be redone` : `"${summary}" is already undone`;
  return new UserError("REVERSED_ALREADY", message, listHint);
}

function conflictWouldReturn(direction: Direction): UserError {
  return new UserError(
    "CONFLICT_WOULD_RETURN",
    `this ${direction} would restore a merge conflict in a file that has changed since it was resolved`,
    "undo the later changes first; or `git checkout --merge -- FILE` restores the conflict, but discards all changes since",
  );
}

function meaningWouldChange(direction: Direction, name: string): UserError {
  return new UserError(
    "MEANING_WOULD_CHANGE",
    `this ${direction} would change how "${name}" is read: the text it replaces defines what words or dates in this file mean`,
    "define it in the front matter first, under `roadmap: status:` or `roadmap: dates:`",
  );
}
