// Burn-up history: derives from commits on which days a roadmap grew and its topics and tasks were done.

import { fold } from "../text/normalize.js";
import type { BurnUpHistory, BurnUpKey } from "./burn-up.js";
import type { Comparison, Difference } from "./compare.js";
import type { Day } from "./dates.js";
import type { HistoryEntry } from "./history.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import type { Status } from "./status.js";

interface ToldHistory {
  /** Newest first, as `readHistory` returns them. */
  readonly entries: readonly HistoryEntry[];
  /** The difference between the file and the latest commit. */
  readonly uncommitted: Comparison | null;
}

/** Uncommitted changes count as done today. */
export function burnUpHistory(
  roadmap: Roadmap,
  { entries, uncommitted }: ToldHistory,
  { by, today }: { by: BurnUpKey; today: Day },
): BurnUpHistory {
  const things = byName(by === "topic" ? roadmap.topics : roadmap.tasks);
  const doneOn = new Map<Topic | Task, Day>();
  const totals: { day: Day; change: number }[] = [];
  const take = ({ differences }: Comparison, day: Day | null, isFileNew: boolean) => {
    const own = differences.filter(({ type }) => type === by);
    const change = isFileNew ? 0 : own.reduce((sum, { status }) => sum + counts(status.to) - counts(status.from), 0);
    if (change !== 0 && day !== null) totals.push({ day, change });
    for (const difference of own) noteDone(difference, day, { things, doneOn });
    for (const difference of own) followName(difference, things);
  };
  if (uncommitted) take(uncommitted, today, false);
  for (const { comparison, day, kind } of entries)
    if (comparison) take(comparison, day, kind === "added" || kind === "removed");
  const from = entries.reduce((first, { day }) => (day !== null && day < first ? day : first), today);
  return { from, doneOn, totals };
}

type Things = Map<string, Topic | Task>;

/** Names that occur twice cannot identify an item; skip them. */
function byName(all: readonly (Topic | Task)[]): Things {
  const things: Things = new Map();
  const repeated = new Set<string>();
  for (const thing of all) {
    const name = fold(thing.name);
    if (things.has(name)) repeated.add(name);
    things.set(name, thing);
  }
  for (const name of repeated) things.delete(name);
  return things;
}

function counts(status: Status | null): number {
  return status === null || status === "skipped" ? 0 : 1;
}

/** The latest commit that changed the status to done counts. An item added as done says nothing about the day. */
function noteDone(
  { kind, name, status }: Difference,
  day: Day | null,
  { things, doneOn }: { things: Things; doneOn: Map<Topic | Task, Day> },
): void {
  const thing = things.get(fold(name));
  if (!thing || kind !== "changed" || day === null || thing.status !== "done" || doneOn.has(thing)) return;
  if (status.to === "done" && status.from !== "done") doneOn.set(thing, day);
}

/** Older commits know it by its previous name, or not at all. */
function followName({ kind, name, renamedFrom }: Difference, things: Things): void {
  const folded = fold(name);
  const thing = things.get(folded);
  if (!thing || (kind === "changed" && renamedFrom === null)) return;
  things.delete(folded);
  if (kind === "changed" && renamedFrom !== null) things.set(fold(renamedFrom), thing);
}
