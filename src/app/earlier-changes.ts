// Earlier changes: journal changes that the last commit lacks, committed together with the change that follows them.

import { editsOf, type KeptRecord, type Stretch, standingOf } from "../model/history/journal.js";
import { applyEdits } from "../text/edit.js";
import { changeOn, hasChange, isIndependent, type TextChange } from "./change-alone.js";

/** The part of the file that can be committed. */
interface Separated {
  readonly text: string;
  /** Descriptions from the journal, oldest first. */
  readonly earlier: readonly string[];
}

interface Step extends TextChange {
  /** Null for a change by hand, or by another program. */
  readonly record: KeptRecord | null;
}

/**
 * The last commit's text with this change and all earlier journal changes that it lacks, without changes by hand. Null
 * if this change cannot be separated from those.
 */
export async function separate(
  head: string,
  change: TextChange,
  stretches: readonly Stretch[],
): Promise<Separated | null> {
  const steps = await uncommitted(head, stepsBefore(change, stretches));
  const together = await replay(head, change, steps);
  // What is omitted must not build on what is committed, nor revert it.
  if (together && (await isIndependent(head, { base: together.text, text: change.text }))) return together;
  const text = await changeOn(head, change);
  return text === null ? null : { text, earlier: [] };
}

/** From the first text of the journal to the one before the change; empty if the journal does not contain it. */
function stepsBefore({ base }: TextChange, stretches: readonly Stretch[]): Step[] {
  const steps: Step[] = [];
  const byHand = new Set(stretches.flatMap(({ records }) => records.flatMap(idByHand)));
  let text = stretches[0]?.text ?? base;
  for (const stretch of stretches) {
    if (stretch.text !== text) steps.push({ record: null, base: text, text: stretch.text });
    text = stretch.text;
    for (const record of stretch.records) {
      const next = applyEdits(text, editsOf(record));
      const isByHand = byHand.has(record.kind === "change" ? record.id : record.of);
      steps.push({ record: isByHand ? null : record, base: text, text: next });
      text = next;
    }
  }
  while (steps.length > 0 && steps.at(-1)?.text !== base) steps.pop();
  return steps;
}

function idByHand(record: KeptRecord): string[] {
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

function namesOf(records: readonly KeptRecord[]): string[] {
  return standingOf(records).done.map(({ summary }) => summary);
}

/** Line breaks may differ between git and the disk. */
function isSameText(text: string, other: string): boolean {
  return text === other || text.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");
}
