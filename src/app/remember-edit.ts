// Remember edit: records what a person changed in an editor as one change of the journal.

import { UserError } from "../model/errors.js";
import { type Comparison, compareRoadmaps } from "../model/history/compare.js";
import type { ChangedText, Stretch } from "../model/history/journal.js";
import { type JournalFile, readJournal } from "../store/journal/read.js";
import { rememberChange } from "../store/journal/write.js";
import { type HeldLock, withLock } from "../store/lock/lock.js";
import type { Environment } from "../store/paths.js";
import type { RoadmapFile } from "../store/read-file.js";
import { editsBetween } from "../text/edits-between.js";
import { lockWait } from "./lock-wait.js";
import { parseText } from "./parse-text.js";

interface Edited {
  readonly before: RoadmapFile;
  readonly after: RoadmapFile;
  readonly comparison: Comparison;
}

/**
 * Call it before the editor runs, and call its result afterwards. Other commands that change the file in the meantime
 * are changes of their own; the edit is what came after the last of them.
 * @returns why the edit cannot be undone; null if it can
 */
export function startEdit(env: Environment, start: JournalFile): (edited: Edited) => Promise<string | null> {
  const last = lastOf(readJournal(env, start).stretches);
  return async (edited) => {
    try {
      return await withLock(start.realPath, (lock) => remember(edited, { env, last, lock }), { env, ...lockWait(env) });
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
  };
}

interface Session {
  readonly env: Environment;
  /** The last record before the editor ran. */
  readonly last: string | null;
  readonly lock: HeldLock;
}

async function remember({ before, after, comparison }: Edited, { env, last, lock }: Session): Promise<string | null> {
  const { stretches } = readJournal(env, after);
  const text = lastOf(stretches) === last ? before.text : (stretches.at(-1)?.end ?? before.text);
  if (text === after.text) return null;
  const said = text === before.text ? comparison : await compared(text, after.text);
  const base = { ...before, realPath: after.realPath, text, bytes: Buffer.from(text) };
  const edits = editsBetween(text, after.text);
  const step = { kind: "change" as const, isByHand: true as const, ...wordsOf(said), edits };
  return (await rememberChange(base, { steps: [step], text: after.text }, lock)).problem;
}

async function compared(before: string, after: string): Promise<Comparison> {
  return compareRoadmaps((await parseText(before, null)).roadmap, (await parseText(after, null)).roadmap);
}

/** Identifies the last record. */
function lastOf(stretches: readonly Stretch[]): string | null {
  const record = stretches.findLast(({ records }) => records.length > 0)?.records.at(-1);
  if (!record) return null;
  return record.kind === "change" ? record.id : `${record.kind} ${record.of} ${record.at}`;
}

/** `edit HTTP Fundamentals`, or of many `edit HTTP, SQL and 4 more`. */
function wordsOf({ differences }: Comparison): { summary: string; changed: ChangedText[] } {
  const names = differences.map(({ name }) => name || "(no name)");
  const shown = names.length > 3 ? names.slice(0, 2) : names;
  const more = shown.length < names.length ? ` and ${names.length - shown.length} more` : "";
  const changed = differences.flatMap(({ kind, name, fields }) =>
    kind === "changed" ? fields.map(({ field, from, to }) => ({ name, column: field, from, to })) : [],
  );
  return { summary: `edit ${shown.join(", ") || "the text"}${more}`, changed };
}
