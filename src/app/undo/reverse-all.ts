// Reverse all: several recorded changes, one after the other, verified as one new text.

import { UserError } from "../../model/errors.js";
import {
  editsOf,
  type JournalRecord,
  type JournalSegment,
  type JournalStep,
  type RecordedChange,
  type ReplayedJournal,
} from "../../model/history/journal.js";
import type { Roadmap } from "../../model/roadmap.js";
import { applyEdits, type Edit, textAt } from "../../text/edit.js";
import { editsBetween } from "../../text/edits-between.js";
import type { HistoryStep, OwnStep, ReadRoadmap } from "./journal-history.js";
import { reverseChange } from "./reverse-change.js";
import { type Direction, reversalRefusal } from "./verify-reversal.js";

export interface Reversing {
  readonly segments: readonly JournalSegment[];
  readonly history: readonly HistoryStep[];
  readonly journal: ReplayedJournal;
  /** The roadmap as it is now. */
  readonly roadmap: Roadmap;
  readonly direction: Direction;
  readonly read: ReadRoadmap;
}

export interface Reversed {
  readonly kind: "planned";
  /** The edits of the file's text. */
  readonly edits: readonly Edit[];
  readonly text: string;
  readonly steps: readonly JournalStep[];
  /** In the order in which they are undone or redone. */
  readonly reversed: readonly ReversedChange[];
  /** Whether the text is identical to an earlier text of the file, byte for byte. */
  readonly isFormerText: boolean;
}

interface ReversedChange {
  readonly change: RecordedChange;
  /** Whether the file already had that text. */
  readonly isAlready: boolean;
}

/** Returned as data: unresolved merge conflicts in the file take precedence as the reason to refuse. */
export interface Refused {
  readonly kind: "refused";
  readonly refusal: UserError;
}

export async function reverseAll(
  targets: readonly RecordedChange[],
  reversing: Reversing,
): Promise<Refused | Reversed> {
  const { segments, roadmap, direction, read } = reversing;
  const result = await reverseEach(targets, reversing);
  if (result.kind === "refused") return result;
  const edits = editsBetween(roadmap.text, result.text);
  const isFormerText = wasThere(segments, result.text);
  if (edits.length > 0 && !isFormerText) {
    const written = writtenEdits(result.steps, roadmap) ?? edits;
    const former = textAround(segments, targets.at(-1), direction);
    const refusal = await reversalRefusal({ before: roadmap, text: result.text, written, former, direction, read });
    if (refusal) return refused(refusal);
  }
  return { ...result, edits, isFormerText };
}

async function reverseEach(
  targets: readonly RecordedChange[],
  { history, journal, roadmap, direction, read }: Reversing,
): Promise<Refused | Pick<Reversed, "kind" | "reversed" | "steps" | "text">> {
  const [reversed, steps, all]: [ReversedChange[], JournalStep[], HistoryStep[]] = [[], [], [...history]];
  let { text } = roadmap;
  for (const change of targets) {
    const result = await reverseChange(change, { history: all, text, direction, read });
    if (result.kind === "refused") return result;
    if (result.kind === "written") return refused(writtenLater(change, { direction, by: result.by, journal }));
    const { edits } = result;
    const replaced = edits.map(({ at }) => textAt(text, at));
    reversed.push({ change, isAlready: edits.every(({ text: written }, index) => replaced[index] === written) });
    steps.push({ kind: direction, of: change.id, edits });
    all.push({ kind: "own", id: change.id, isUndo: direction === "undo", edits, replaced });
    text = applyEdits(text, edits);
  }
  return { kind: "planned", reversed, steps, text };
}

/** What the only step changes in the text: a difference of two texts may take other lines for the ones that moved. */
function writtenEdits([only, another]: readonly JournalStep[], { text }: Roadmap): readonly Edit[] | null {
  return only && !another ? only.edits.filter((edit) => textAt(text, edit.at) !== edit.text) : null;
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

export function refused(refusal: UserError): Refused {
  return { kind: "refused", refusal };
}

interface Later extends Pick<Reversing, "journal" | "direction"> {
  readonly by: OwnStep;
}

function writtenLater({ summary }: RecordedChange, { direction, by, journal: { all } }: Later): UserError {
  const other = all.find(({ id }) => id === by.id)?.summary ?? "another change";
  const [deed, way] = by.isUndo ? [`the undo of "${other}"`, "redo"] : [`"${other}"`, "undo"];
  return new UserError(
    "OTHER_CHANGE_FIRST",
    `cannot ${direction} "${summary}": ${deed} changed the same text later`,
    `${way} "${other}" first`,
  );
}
