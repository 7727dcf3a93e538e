// List journal: the changes of the roadmap that are remembered, the newest first.

import { UserError } from "../model/errors.js";
import { type KeptChange, standingOf } from "../model/journal.js";
import { localMinute } from "../store/clock.js";
import { defaultMaxBytes, findRealPath, readRoadmapFile } from "../store/read-file.js";
import { type JournalFile, readJournal } from "../store/read-journal.js";
import { type OpenRequest, roadmapPath } from "./open-roadmap.js";

interface ListedJournal {
  /** Of the roadmap, as it was named or found. */
  readonly path: string;
  readonly changes: readonly ListedChange[];
  /** Why the journal could not be read, or not all of it; null when it could. */
  readonly problem: string | null;
}

interface ListedChange {
  /** Up to which number `undo` would have to go; null for a change that is undone already. */
  readonly number: number | null;
  readonly state: "done" | "undone" | "redoable";
  readonly change: KeptChange;
  /** When it was made: the local day and minute. */
  readonly localMinute: string;
}

/** Only looks: nothing is locked. */
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

/** What changed a file that cannot be read now is listed all the same. */
function readFile(path: string, { maxBytes = defaultMaxBytes }: OpenRequest): JournalFile {
  try {
    return readRoadmapFile(path, { maxBytes });
  } catch (error) {
    if (error instanceof UserError) return { realPath: findRealPath(path), text: "" };
    throw error;
  }
}
