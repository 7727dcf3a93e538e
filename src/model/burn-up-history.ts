// Burn-up history: what the commits of a roadmap tell of the days on which it grew and things in it were done.

import { fold } from "../text/fold.js";
import type { BurnUpHistory, BurnUpKey } from "./burn-up.js";
import type { Comparison, Difference } from "./compare.js";
import type { Day } from "./dates.js";
import type { HistoryEntry } from "./history.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import type { Status } from "./status.js";

interface ToldHistory {
  /** Newest first, as `readHistory` gives them. */
  readonly entries: readonly HistoryEntry[];
  /** What is in the roadmap and in no commit. */
  readonly uncommitted: Comparison | null;
}

/** What is not committed counts as done today. */
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

/** Names that stand twice tell nobody apart and are left out. */
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

/** The latest commit that brought it into done is the one. What came as done tells nothing of the day. */
function noteDone(
  { kind, name, status }: Difference,
  day: Day | null,
  { things, doneOn }: { things: Things; doneOn: Map<Topic | Task, Day> },
): void {
  const thing = things.get(fold(name));
  if (!thing || kind !== "changed" || day === null || thing.status !== "done" || doneOn.has(thing)) return;
  if (status.to === "done" && status.from !== "done") doneOn.set(thing, day);
}

/** From here backwards it is known by its older name, or not at all. */
function followName({ kind, name, renamedFrom }: Difference, things: Things): void {
  const folded = fold(name);
  const thing = things.get(folded);
  if (!thing || (kind === "changed" && renamedFrom === null)) return;
  things.delete(folded);
  if (kind === "changed" && renamedFrom !== null) things.set(fold(renamedFrom), thing);
}
