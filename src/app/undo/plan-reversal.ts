// Plan reversal: undoes or redoes the last changes, as one change of the roadmap.

import { UserError } from "../../model/errors.js";
import {
  type JournalSegment,
  type JournalStep,
  type RecordedChange,
  type ReplayedJournal,
  replayRecords,
} from "../../model/history/journal.js";
import type { Roadmap } from "../../model/roadmap.js";
import { nowInUtc } from "../../store/clock.js";
import { readJournal, setJournalAside } from "../../store/journal/read.js";
import type { Environment } from "../../store/paths.js";
import type { PlannedChange } from "../change-roadmap.js";
import type { OpenedRoadmap } from "../open-roadmap.js";
import { parseText } from "../parse-text.js";
import { refuseConflict } from "../requested-operations.js";
import { historyOf, type ReadRoadmap } from "./journal-history.js";
import { type Refused, type Reversed, type Reversing, refused, reverseAll } from "./reverse-all.js";
import type { Direction } from "./verify-reversal.js";

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

interface ReversedChanges extends Reversed {
  /** How many more can be undone or redone afterwards. */
  readonly left: number;
  /** How many can go the other way afterwards. */
  readonly back: number;
  /** Whether another program changed the file since the last recorded change. */
  readonly isChangedSince: boolean;
}

/** All of the changes or none. Having nothing to reverse is not a refusal. */
export async function reverseChanges(request: ReverseRequest): Promise<Refused | ReversedChanges> {
  const { segments, roadmap, direction, read } = request;
  const journal = replayRecords(segments.flatMap(({ records }) => records));
  const [own, others] = direction === "undo" ? [journal.done, journal.undone] : [journal.undone, journal.done];
  const targets = "count" in request ? lastChanges(request, own) : namedChange(request, journal);
  if (targets instanceof UserError) return refused(targets);
  const history = historyOf(segments, roadmap.text);
  const reversing = { segments, history, journal, roadmap, direction, read };
  const result = await reverseAll(targets, reversing);
  if (result.kind === "refused")
    return "count" in request ? result : withOtherFirst(result, targets, { own, reversing });
  return {
    ...result,
    left: own.filter((change) => !targets.includes(change)).length,
    back: others.length + targets.length,
    isChangedSince: history.at(-1)?.kind === "foreign",
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

interface Others {
  /** What can be reversed in this direction. */
  readonly own: readonly RecordedChange[];
  readonly reversing: Reversing;
}

const maxTried = 20;

/** If the change can be reversed after one other, that is what has to be done first. */
async function withOtherFirst(
  refusal: Refused,
  targets: readonly RecordedChange[],
  { own, reversing }: Others,
): Promise<Refused> {
  const [target] = targets;
  if (!target || refusal.refusal.code !== "MEANING_WOULD_CHANGE") return refusal;
  const later = own.slice(own.indexOf(target) + 1).toReversed();
  for (const other of later.slice(0, maxTried)) {
    const result = await reverseAll([other, target], reversing);
    if (result.kind === "planned") return refused(otherFirst(target, other, reversing.direction));
  }
  return refusal;
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

function otherFirst({ summary }: RecordedChange, other: RecordedChange, direction: Direction): UserError {
  return new UserError(
    "OTHER_CHANGE_FIRST",
    `cannot ${direction} "${summary}" before "${other.summary}"`,
    `${direction} "${other.summary}" first`,
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
