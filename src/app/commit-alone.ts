// Commit alone: the part of the file to commit with a change, without changes by hand.

import { compareRoadmaps, type Difference } from "../model/history/compare.js";
import { editsOf, type JournalRecord, type JournalSegment, replayRecords } from "../model/history/journal.js";
import type { Roadmap } from "../model/roadmap.js";
import { applyEdits } from "../text/edit.js";
import { mergeTexts } from "./merge-files.js";
import { parseText } from "./parse-text.js";

/** The part of the file that can be committed. */
interface Separated {
  readonly text: string;
  /** Descriptions from the journal, oldest first. */
  readonly earlier: readonly string[];
}

interface Step extends TextChange {
  /** Null for a change by hand, or by another program. */
  readonly record: JournalRecord | null;
}

/**
 * The last commit's text with this change and all earlier journal changes that it lacks, without changes by hand. Null
 * if this change cannot be separated from those.
 */
export async function separate(
  head: string,
  change: TextChange,
  segments: readonly JournalSegment[],
): Promise<Separated | null> {
  const steps = await uncommitted(head, stepsBefore(change, segments));
  const together = await replay(head, change, steps);
  // What is omitted must not build on what is committed, nor revert it.
  if (together && (await isIndependent(head, { base: together.text, text: change.text }))) return together;
  const text = await changeOn(head, change);
  return text === null ? null : { text, earlier: [] };
}

/** From the first text of the journal to the one before the change; empty if the journal does not contain it. */
function stepsBefore({ base }: TextChange, segments: readonly JournalSegment[]): Step[] {
  const steps: Step[] = [];
  const byHand = new Set(segments.flatMap(({ records }) => records.flatMap(idByHand)));
  let text = segments[0]?.text ?? base;
  for (const segment of segments) {
    if (segment.text !== text) steps.push({ record: null, base: text, text: segment.text });
    text = segment.text;
    for (const record of segment.records) {
      const next = applyEdits(text, editsOf(record));
      const isByHand = byHand.has(record.kind === "change" ? record.id : record.of);
      steps.push({ record: isByHand ? null : record, base: text, text: next });
      text = next;
    }
  }
  while (steps.length > 0 && steps.at(-1)?.text !== base) steps.pop();
  return steps;
}

function idByHand(record: JournalRecord): string[] {
  return record.kind === "change" && record.isByHand ? [record.id] : [];
}

/** The steps after the last one that the commit has. */
async function uncommitted(head: string, steps: readonly Step[]): Promise<readonly Step[]> {
  const committed = steps.findLastIndex(({ text }) => isSameText(text, head));
  if (committed >= 0) return steps.slice(committed + 1);
  if (steps[0] && isSameText(steps[0].base, head)) return steps;
  // The commit has a text that the file never had, because it omitted changes by hand.
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step?.record && (await hasChange(head, step))) return steps.slice(index + 1);
  }
  return steps;
}

/** Null if this change does not apply. Earlier ones that do not apply are skipped. */
async function replay(head: string, change: TextChange, steps: readonly Step[]): Promise<Separated | null> {
  const records = (some: readonly Step[]) => some.flatMap(({ record }) => record ?? []);
  const isByHand = steps.some(({ record }) => record === null) || !isSameText(steps[0]?.base ?? change.base, head);
  if (!isByHand) return { text: change.text, earlier: namesOf(records(steps)) };
  let text = head;
  const made: Step[] = [];
  for (const step of steps.filter(({ record }) => record !== null)) {
    const next = await changeOn(text, step);
    if (next === null) continue;
    text = next;
    made.push(step);
  }
  const all = await changeOn(text, change);
  return all === null ? null : { text: all, earlier: namesOf(records(made)) };
}

function namesOf(records: readonly JournalRecord[]): string[] {
  return replayRecords(records).done.map(({ summary }) => summary);
}

/** Line breaks may differ between git and the disk. */
function isSameText(text: string, other: string): boolean {
  return text === other || text.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");
}

// One change on another version of the file, if the two can be separated with certainty.

/** One change of a text. */
interface TextChange {
  readonly base: string;
  readonly text: string;
}

/**
 * The other version with the change. Null if they overlap, or if the change would mean something else there: in a row
 * with another name, phase or status, or through words that mean something else in that version.
 */
export async function changeOn(other: string, change: TextChange): Promise<string | null> {
  return changedAlike(other, change, "each status");
}

/** Whether the change can also be made on the other version, without reverting anything that lies between the two. */
async function isIndependent(other: string, change: TextChange): Promise<boolean> {
  return (await changedAlike(other, change, "changed statuses")) !== null;
}

/** Whether the other version already has the change, whatever else differs. */
async function hasChange(other: string, change: TextChange): Promise<boolean> {
  return (await cleanMerge(other, change)) === other;
}

async function cleanMerge(other: string, { base, text }: TextChange): Promise<string | null> {
  const merged = await mergeTexts({ base, ours: other, theirs: text }, { markerSize: 7 });
  return typeof merged === "string" || merged.conflicts > 0 ? null : merged.text;
}

type StatusScope = "each status" | "changed statuses";

async function changedAlike(other: string, change: TextChange, statusScope: StatusScope): Promise<string | null> {
  const text = await cleanMerge(other, change);
  if (text === null) return null;
  const [wanted, made] = [
    await differencesText(change, statusScope),
    await differencesText({ base: other, text }, statusScope),
  ];
  return wanted.join("\n") === made.join("\n") ? text : null;
}

/** What a change states about each topic, task, column and phase; sorted, each as one text. */
async function differencesText({ base, text }: TextChange, statusScope: StatusScope): Promise<string[]> {
  const [before, after] = [(await parseText(base, null)).roadmap, (await parseText(text, null)).roadmap];
  const { differences, hasOtherText, columns, ...lists } = compareRoadmaps(before, after);
  const others = Object.entries({ ...lists, ...columns, hasOtherText: hasOtherText ? [true] : [] });
  const differenceTexts = [
    ...differences.map((difference) => differenceRecord(difference, [before, after], statusScope)),
    ...others.flatMap(([kind, list]) => list.map((value) => ({ kind, value }))),
  ];
  return differenceTexts.map((difference) => JSON.stringify(difference)).sort();
}

function differenceRecord(
  { type, kind, name, phase, renamedFrom, moved, fields, status: { from, to } }: Difference,
  versions: readonly Roadmap[],
  statusScope: StatusScope,
) {
  // Neighbors may differ; among equal names it must be the same one.
  const places = moved && [moved.from.phase, moved.to.phase];
  const namesakes = versions.map((roadmap) => phasesOfNamesakes(roadmap, type, renamedFrom ?? name));
  const isAmbiguousOrNew = kind !== "changed" || namesakes.some(({ length }) => length > 1);
  const status = statusScope === "each status" || from !== to ? to : null;
  return { type, kind, name, renamedFrom, places, fields, status, ...(isAmbiguousOrNew ? { phase, namesakes } : {}) };
}

function phasesOfNamesakes({ topics, tasks }: Roadmap, type: "topic" | "task", name: string): (string | null)[] {
  const all: readonly { readonly name: string; readonly phase: { readonly label: string } | null }[] =
    type === "topic" ? topics : tasks;
  return all.filter((thing) => thing.name === name).map(({ phase }) => phase?.label ?? null);
}
