// Plan reversal: undoes or redoes the last changes, as a change of the roadmap like any other.

import type { JournalStep } from "../model/history/journal.js";
import { readJournal, setJournalAside } from "../store/journal/read.js";
import type { Environment } from "../store/paths.js";
import type { PlannedChange } from "./change-roadmap.js";
import type { OpenedRoadmap } from "./open-roadmap.js";
import { parseText } from "./parse-text.js";
import { refuseConflict } from "./plan-steps.js";
import { type Direction, type ReversedChanges, reverseChanges } from "./reverse-changes.js";

interface ReversalRequest {
  readonly direction: Direction;
  /** The number of changes. */
  readonly count: number;
  readonly env: Environment;
  readonly isDryRun: boolean;
}

export interface PlannedReversal extends PlannedChange, ReversedChanges {
  readonly steps: readonly JournalStep[];
  /** Why some or all of the journal could not be read. */
  readonly problem: string | null;
}

/** All of them or none. */
export function planReversal(request: ReversalRequest): (opened: OpenedRoadmap) => Promise<PlannedReversal> {
  return async (opened) => {
    const { realPath } = opened.file;
    const { stretches, problem, isUseless } = readJournal(request.env, opened.file);
    if (isUseless && !request.isDryRun) setJournalAside(request.env, realPath);
    const read = async (text: string) => (await parseText(text, opened.today)).roadmap;
    const { direction, count } = request;
    const result = await reverseChanges({ stretches, roadmap: opened.roadmap, direction, count, read });
    if (result.kind === "refused" || !result.isFormerText) refuseConflict(opened);
    if (result.kind === "refused") throw result.refusal;
    const [only, another] = result.reversed;
    const what = another ? `${result.reversed.length} changes` : (only?.change.summary ?? "nothing");
    return { ...result, problem, subject: `roadmap: ${direction} ${what}` };
  };
}
