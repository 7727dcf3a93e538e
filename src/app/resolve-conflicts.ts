// Resolve conflicts: lists the unresolved merge conflicts of the roadmap, and resolves them as a change like any other.

import { findConflictBlocks } from "../markdown/conflict-markers.js";
import { type Conflict, type ConflictsReading, readConflicts } from "../merge/conflicts/blocks.js";
import { chooseConflicts, type Resolution } from "../merge/conflicts/choose.js";
import { type Choice, resolveEdits, verifyResolved } from "../merge/conflicts/resolve.js";
import { sideText } from "../merge/conflicts/sides.js";
import { UserError } from "../model/errors.js";
import type { ChangeStep } from "../model/history/journal.js";
import { findRepository, operationInProgress } from "../store/git/repository.js";
import { nameForGit } from "../store/read-file.js";
import { applyEdits, type Edit } from "../text/edit.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import type { PlannedChange } from "./change-roadmap.js";
import type { OpenedRoadmap, OpenRequest } from "./open-roadmap.js";
import { parseText } from "./parse-text.js";

export interface PlannedResolution extends PlannedChange {
  readonly resolved: readonly { readonly conflict: Conflict; readonly choice: Choice }[];
  /** The remaining conflicts, with their new numbers. */
  readonly left: readonly Conflict[];
}

/** The conflicts in a text, with each side read as a roadmap. */
export async function parseConflicts(text: string): Promise<ConflictsReading> {
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

export function allConflicts({ blocks }: ConflictsReading): Conflict[] {
  return blocks.flatMap(({ conflicts }) => conflicts);
}

/** Resolves the chosen conflicts; an empty change if none are left. */
export function planResolution(resolution: Resolution): (opened: OpenedRoadmap) => Promise<PlannedResolution> {
  return async ({ file: { text } }) => {
    const before = await parseConflicts(text);
    const conflicts = allConflicts(before);
    if (conflicts.length === 0) return { edits: [], text, steps: [], resolved: [], left: [] };
    const choices = chooseConflicts(conflicts, resolution);
    const edits = resolveEdits(text, before.blocks, choices);
    const made = applyEdits(text, edits);
    // The new text is read again like any roadmap.
    const left = allConflicts(await parseConflicts(made));
    verifyResolved({ before, choices, left, roadmap: (await parseText(made, null)).roadmap });
    const resolved = [...choices].map(([conflict, choice]) => ({ conflict, choice }));
    return { edits, text: made, steps: [resolutionStep(resolved, edits)], resolved, left };
  };
}

/** One change that can be undone: then the markers are back. */
function resolutionStep(resolved: PlannedResolution["resolved"], edits: readonly Edit[]): ChangeStep {
  const [first] = resolved;
  const summary = resolved.length === 1 ? `resolve ${first?.conflict.name}` : `resolve ${resolved.length} conflicts`;
  const changed = resolved.map(({ conflict: { name, field, ours, theirs }, choice }) => {
    const halves = `${ours ?? ""} | ${theirs ?? ""}`;
    const chosen = choice === "both" ? halves : choice === "ours" ? ours : choice === "theirs" ? theirs : choice.text;
    return { name, column: field, from: halves, to: chosen ?? "" };
  });
  return { kind: "change", summary, changed, edits };
}

/**
 * What to type when no conflict is left: tell git that it is resolved, and continue the operation in progress, if any.
 */
export function stepsAfterMerge(
  { file }: OpenedRoadmap,
  { lookup }: OpenRequest,
): { readonly add: string; readonly continueCommand: string | null } {
  const name = nameForGit(file, lookup.cwd);
  // A name that git would read as a pattern must be passed literally.
  const add = `git ${/[*?[\\]|^:/.test(name) ? "--literal-pathspecs " : ""}add ${quoteForShell(name)}`;
  const work = gitOperationInProgress(file.realPath, lookup.env);
  if (work === null) return { add, continueCommand: null };
  return { add, continueCommand: work === "merge" ? `${add} && git commit` : `${add} && git ${work} --continue` };
}

/** In git's words: `merge`, `rebase`; null if none is in progress, or git is missing or fails. */
function gitOperationInProgress(realPath: string, env: OpenRequest["lookup"]["env"]): string | null {
  try {
    const repository = findRepository(realPath, env);
    const work = repository && operationInProgress(repository);
    return work === "bisect" ? null : work;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
