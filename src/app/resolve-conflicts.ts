// Resolve conflicts: lists what git has left open in the roadmap, and settles it as a change like any other.

import { findConflictBlocks } from "../markdown/conflict-markers.js";
import { chooseConflicts, type Settlement } from "../merge/choose-conflicts.js";
import { type Conflict, type ConflictsReading, readConflicts } from "../merge/conflict-blocks.js";
import { sideText } from "../merge/conflict-sides.js";
import { type Choice, settleEdits } from "../merge/settle-conflicts.js";
import { verifySettled } from "../merge/verify-settled.js";
import { UserError } from "../model/errors.js";
import type { ChangeStep } from "../model/journal.js";
import { findRepository, unfinishedWork } from "../store/git/repository.js";
import { nameForGit } from "../store/name-for-git.js";
import { applyEdits, type Edit } from "../text/edit.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import type { PlannedChange } from "./change-roadmap.js";
import type { OpenedRoadmap, OpenRequest } from "./open-roadmap.js";
import { parseText } from "./parse-text.js";

export interface PlannedSettlement extends PlannedChange {
  readonly settled: readonly { readonly conflict: Conflict; readonly choice: Choice }[];
  /** What is still to be settled, with the numbers it has from now on. */
  readonly left: readonly Conflict[];
}

/** The conflicts in a text, each side of it read as a roadmap. */
export async function conflictsIn(text: string): Promise<ConflictsReading> {
  const blocks = findConflictBlocks(text);
  if (blocks.length === 0) return { blocks: [], topicsOutside: [] };
  const read = async (side: "ours" | "theirs" | "base") => {
    const made = sideText(text, blocks, side);
    return { ...made, roadmap: (await parseText(made.text, null)).roadmap };
  };
  const hasBase = blocks.some((block) => block.kind === "clear" && block.base);
  const [ours, theirs, base] = [await read("ours"), await read("theirs"), hasBase ? await read("base") : null];
  return readConflicts({ text, blocks, ours, theirs, base });
}

export function conflictsOf({ blocks }: ConflictsReading): Conflict[] {
  return blocks.flatMap(({ conflicts }) => conflicts);
}

/** Settles what is meant; nothing, when nothing is left to settle. */
export function planSettlement(settlement: Settlement): (opened: OpenedRoadmap) => Promise<PlannedSettlement> {
  return async ({ file: { text } }) => {
    const before = await conflictsIn(text);
    const conflicts = conflictsOf(before);
    if (conflicts.length === 0) return { edits: [], text, steps: [], settled: [], left: [] };
    const choices = chooseConflicts(conflicts, settlement);
    const edits = settleEdits(text, before.blocks, choices);
    const made = applyEdits(text, edits);
    // The new text is read again as any roadmap would be.
    const left = conflictsOf(await conflictsIn(made));
    verifySettled({ before, choices, left, roadmap: (await parseText(made, null)).roadmap });
    const settled = [...choices].map(([conflict, choice]) => ({ conflict, choice }));
    return { edits, text: made, steps: [settledStep(settled, edits)], settled, left };
  };
}

/** One change that can be taken back: then the markers are there again. */
function settledStep(settled: PlannedSettlement["settled"], edits: readonly Edit[]): ChangeStep {
  const [first] = settled;
  const summary = settled.length === 1 ? `resolve ${first?.conflict.name}` : `resolve ${settled.length} conflicts`;
  const changed = settled.map(({ conflict: { name, field, ours, theirs }, choice }) => {
    const halves = `${ours ?? ""} | ${theirs ?? ""}`;
    const chosen = choice === "both" ? halves : choice === "ours" ? ours : choice === "theirs" ? theirs : choice.text;
    return { name, column: field, from: halves, to: chosen ?? "" };
  });
  return { kind: "change", summary, changed, edits };
}

/** What to type when nothing is left to settle: git is told so, and goes on with what it is in the middle of, if it is. */
export function stepsAfterMerge(
  { file }: OpenedRoadmap,
  { whereabouts }: OpenRequest,
): { readonly add: string; readonly goOn: string | null } {
  const name = nameForGit(file, whereabouts.cwd);
  // What git would take for a pattern has to be told to be none.
  const add = `git ${/[*?[\\]|^:/.test(name) ? "--literal-pathspecs " : ""}add ${quoteForShell(name)}`;
  const work = workUnderWay(file.realPath, whereabouts.env);
  if (work === null) return { add, goOn: null };
  return { add, goOn: work === "merge" ? `${add} && git commit` : `${add} && git ${work} --continue` };
}

/** As git names it: `merge`, `rebase`; null when it is at rest, is not there, or does not say. */
function workUnderWay(realPath: string, env: OpenRequest["whereabouts"]["env"]): string | null {
  try {
    const repository = findRepository(realPath, env);
    const work = repository && unfinishedWork(repository);
    return work === "bisect" ? null : work;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
