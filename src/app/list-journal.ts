// List journal: the recorded changes of the roadmap, newest first.

import { UserError } from "../model/errors.js";
import { type KeptChange, standingOf } from "../model/history/journal.js";
import { localMinute } from "../store/clock.js";
import { type JournalFile, readJournal } from "../store/journal/read.js";
import { defaultMaxBytes, findRealPath, readRoadmapFile } from "../store/read-file.js";
import { type OpenRequest, roadmapPath } from "./open-roadmap.js";

export interface ListedJournal {
  /** The path of the roadmap, as it was named or found. */
  readonly path: string;
  readonly changes: readonly ListedChange[];
  /** Why some or all of the journal could not be read; null if it could. */
  readonly problem: string | null;
}

interface ListedChange {
  /** The argument with which `undo` reaches this change; null if it is already undone. */
  readonly number: number | null;
  readonly state: "done" | "undone" | "redoable";
  readonly change: KeptChange;
  /** The local date and minute of the change. */
  readonly localMinute: string;
}

/** Only reads, without a lock. */
export async function listJournal(request: OpenRequest): Promise<ListedJournal> {
  const path = await roadmapPath(request);
  const { stretches, problem } = readJournal(request.whereabouts.env, readFile(path, request));
  const { all, done, undone } = standingOf(stretches.flatMap(({ records }) => records));
  const numbers = new Map(done.toReversed().map((change, index) => [change, index + 1]));
  const changes = all.toReversed().map((change): ListedChange => {
    const number = numbers.get(change) ?? null;
    const state = number !== null ? "done" : undone.includes(change) ? "redoable" : "undone";
    return { number, state, change, localMinute: localMinute(change.at) };
  });
  return { path, changes, problem };
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
