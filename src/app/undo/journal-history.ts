// Journal history: the steps of the file since the first recorded change, and the positions of its texts after them.

import { UserError } from "../../model/errors.js";
import {
  editsOf,
  type JournalRecord,
  type JournalSegment,
  type RecordedChange,
  replayRecords,
} from "../../model/history/journal.js";
import { areGone, samePlaces } from "../../model/history/same-place.js";
import type { Roadmap } from "../../model/roadmap.js";
import { localMinute, nowInUtc } from "../../store/clock.js";
import { type JournalFile, readJournal } from "../../store/journal/read.js";
import { defaultMaxBytes, findRealPath, readRoadmapFile } from "../../store/read-file.js";
import { carryingThrough, type Edit, type Span } from "../../text/edit.js";
import { editsBetween } from "../../text/edits-between.js";
import { type OpenRequest, roadmapPath } from "../open-roadmap.js";

/** A recorded change that was made, undone or redone. */
export interface OwnStep {
  readonly kind: "own";
  readonly id: string;
  readonly isUndo: boolean;
  readonly edits: readonly Edit[];
  /** The text that each edit replaced. */
  readonly replaced: readonly string[];
}

export type HistoryStep =
  | OwnStep
  /** By hand or by another program: only the texts are known. */
  | { readonly kind: "foreign"; readonly before: string; readonly after: string };

/** The steps from the first text of the journal to the present text of the file. */
export function historyOf(segments: readonly JournalSegment[], now: string): HistoryStep[] {
  return segments.flatMap(({ records, end }, index) => {
    const after = segments[index + 1]?.text ?? now;
    return [...records.map(ownStep), ...(end === after ? [] : [{ kind: "foreign", before: end, after } as const])];
  });
}

function ownStep(record: JournalRecord): HistoryStep {
  const id = record.kind === "change" ? record.id : record.of;
  const replaced = record.edits.map(({ old }) => old);
  return { kind: "own", id, isUndo: record.kind === "undo", edits: editsOf(record), replaced };
}

/** Reads a roadmap from a text. Throws UserError if that takes too long. */
export type ReadRoadmap = (text: string) => Promise<Roadmap>;

export interface CarriedSpan {
  readonly span: Span;
  /** False if the surrounding text was rewritten, so it is unclear whether it is the same place. */
  readonly isCertain: boolean;
  /** Whether the topics and tasks in that place were deleted. */
  readonly isGone: boolean;
  /** The last step of a recorded change that wrote there and was not reversed since; null if there is none. */
  readonly writtenBy: OwnStep | null;
}

/**
 * The positions of text spans after the steps.
 * @throws what `read` throws
 */
export async function carryThrough(
  spans: readonly Span[],
  steps: readonly HistoryStep[],
  read: ReadRoadmap,
): Promise<CarriedSpan[]> {
  let places: CarriedSpan[] = spans.map((span) => ({ span, isCertain: true, isGone: false, writtenBy: null }));
  const inEffect = changesInEffect(steps);
  for (const step of withoutUndoneSteps(steps)) {
    if (step.kind === "foreign") places = await carryThroughForeign(places, step, read);
    else {
      const carry = carryingThrough(step.edits);
      const isWriter = (span: Span) => inEffect.has(step.id) && writesTo(step, span);
      places = places.map((place) => ({
        ...place,
        span: carry(place.span),
        writtenBy: isWriter(place.span) ? step : place.writtenBy,
      }));
    }
  }
  return places;
}

/** The changes that the steps leave in another state: those that are made and undone, or undone and redone, are not. */
function changesInEffect(steps: readonly HistoryStep[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const step of steps) if (step.kind === "own" && !ids.delete(step.id)) ids.add(step.id);
  return ids;
}

/** As in `carryingThrough`, an edit next to a span counts only if the span is empty. Other spaces change nothing. */
function writesTo({ edits, replaced }: OwnStep, { start, end }: Span): boolean {
  const reach = start === end ? 1 : 0;
  return edits.some(
    ({ at, text }, index) =>
      at.end > start - reach && at.start < end + reach && text.trim() !== (replaced[index] ?? "").trim(),
  );
}

/**
 * A change that was undone immediately left no trace; carrying a span through both steps would only make it less
 * certain.
 */
function withoutUndoneSteps(steps: readonly HistoryStep[]): HistoryStep[] {
  const left: HistoryStep[] = [];
  for (const step of steps) {
    const last = left.at(-1);
    if (last && isUndoneBy(last, step)) left.pop();
    else left.push(step);
  }
  return left;
}

/** A step that found its text already there wrote nothing, so the following step does not undo it. */
function isUndoneBy(last: HistoryStep, step: HistoryStep): boolean {
  if (last.kind !== "own" || step.kind !== "own" || last.id !== step.id || last.isUndo === step.isUndo) return false;
  const isInverse = (index: number) =>
    step.edits[index]?.text === last.replaced[index] && step.replaced[index] === last.edits[index]?.text;
  return step.edits.every((_, index) => isInverse(index));
}

async function carryThroughForeign(
  places: readonly CarriedSpan[],
  { before, after }: { readonly before: string; readonly after: string },
  read: ReadRoadmap,
): Promise<CarriedSpan[]> {
  const carry = carryingThrough(editsBetween(before, after));
  const [then, now] = [await read(before), await read(after)];
  const [isSame, isDeleted] = [samePlaces(then, now), areGone(then, now)];
  return places.map(({ span, isCertain, isGone, writtenBy }) => {
    const carried = carry(span);
    return {
      writtenBy,
      span: carried,
      isCertain: isCertain && isSame(span, carried),
      isGone: isGone || (isCertain && isDeleted(span)),
    };
  });
}

export interface ListedJournal {
  /** The path of the roadmap, as it was named or found. */
  readonly path: string;
  readonly changes: readonly ListedChange[];
  /** What `undo` would undo next; null if there is nothing. */
  readonly undo: RecordedChange | null;
  /** What `redo` would redo next. */
  readonly redo: RecordedChange | null;
  /** Why some or all of the journal could not be read; null if it could. */
  readonly problem: string | null;
  /** This moment, in UTC. */
  readonly now: string;
}

interface ListedChange {
  /** The argument with which `undo` reaches this change; null if it is already undone. */
  readonly number: number | null;
  readonly state: "done" | "undone" | "redoable";
  readonly change: RecordedChange;
  /** The local date and minute of the change. */
  readonly localMinute: string;
}

/** The recorded changes, newest first. Only reads, without a lock. */
export async function listJournal(request: OpenRequest): Promise<ListedJournal> {
  const path = await roadmapPath(request);
  const { segments, problem } = readJournal(request.lookup.env, readFile(path, request));
  const { all, done, undone } = replayRecords(segments.flatMap(({ records }) => records));
  const numbers = new Map(done.toReversed().map((change, index) => [change, index + 1]));
  const changes = all.toReversed().map((change): ListedChange => {
    const number = numbers.get(change) ?? null;
    const state = number !== null ? "done" : undone.includes(change) ? "redoable" : "undone";
    return { number, state, change, localMinute: localMinute(change.at) };
  });
  const [undo, redo] = [done.at(-1) ?? null, undone.at(-1) ?? null];
  return { path, changes, undo, redo, problem, now: nowInUtc() };
}

/** The changes of a file that cannot be read at present are still listed. */
function readFile(path: string, { maxBytes = defaultMaxBytes }: OpenRequest): JournalFile {
  try {
    return readRoadmapFile(path, { maxBytes });
  } catch (error) {
    if (error instanceof UserError) return { realPath: findRealPath(path), text: "" };
    throw error;
  }
}
