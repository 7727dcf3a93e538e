// Compare: what changed between two versions of a roadmap, by topic and task, in words a person would use.

import { fold } from "../text/fold.js";
import { type Span, textAt } from "../text/span.js";
import { matchTasks, matchTopics } from "./match.js";
import { cellText, type Phase, type Roadmap, type Task, type Topic, type TopicTable } from "./roadmap.js";
import { cellTexts, columnNames } from "./row-cells.js";
import type { Status } from "./status.js";

/** What became of one topic or task. Plain data: it can be kept as JSON. */
export interface Difference {
  readonly type: "topic" | "task";
  readonly kind: "added" | "removed" | "changed";
  /** As the later version calls it; what was removed, as the earlier one did. */
  readonly name: string;
  readonly phase: string | null;
  /** What it was called before, when it is called something else now. */
  readonly renamedFrom: string | null;
  readonly moved: { readonly from: Place; readonly to: Place } | null;
  /** Cells by column as `cellTexts` names them; `mark` for a task. Of what was added or removed, all it says. */
  readonly fields: readonly FieldDifference[];
  /** What both versions take it for, whether its own text says so or its dates; null where it is not there. */
  readonly status: { readonly from: Status | null; readonly to: Status | null };
}

/** Texts as they stand in the file, escapes included; empty for blank. */
export interface FieldDifference {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface Place {
  readonly phase: string | null;
  /** The name of the one above it in the file; null at the top. */
  readonly after: string | null;
}

export interface Comparison {
  /** Topics in the order of the later version, what was removed in that of the earlier one behind them; then tasks. */
  readonly differences: readonly Difference[];
  readonly columns: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly renamedPhases: readonly { readonly from: string; readonly to: string }[];
  /** Whether text beyond topics, tasks and columns changed (blanks do not count). */
  readonly isElsewhere: boolean;
}

export function compareRoadmaps(before: Roadmap, after: Roadmap): Comparison {
  const [then, now] = [columnsOf(before), columnsOf(after)];
  const renamedPhases = phaseRenames(before.phases, after.phases);
  const versions = { before, after, renamedPhases };
  return {
    differences: [
      ...differencesOf(topicSide, versions, matchTopics(before, after)),
      ...differencesOf(taskSide, versions, matchTasks(before, after)),
    ],
    columns: { added: now.filter((name) => !then.includes(name)), removed: then.filter((name) => !now.includes(name)) },
    renamedPhases,
    isElsewhere: textElsewhere(before) !== textElsewhere(after),
  };
}

/** Whether nothing changed but blanks. */
export function isNothing({ differences, columns, renamedPhases, isElsewhere }: Comparison): boolean {
  return (
    differences.length + columns.added.length + columns.removed.length + renamedPhases.length === 0 && !isElsewhere
  );
}

interface Versions {
  readonly before: Roadmap;
  readonly after: Roadmap;
  readonly renamedPhases: Comparison["renamedPhases"];
}

/** How topics, and how tasks, are looked at when they are compared. */
interface Side<Thing> {
  readonly type: "topic" | "task";
  readonly all: (roadmap: Roadmap) => readonly Thing[];
  readonly fields: (roadmap: Roadmap, thing: Thing) => ReadonlyMap<string, string>;
  /** Whether its own text says its phase, so that another phase is a change of that text and no move. */
  readonly saysPhase: (roadmap: Roadmap, thing: Thing) => boolean;
}

type Named = Pick<Topic | Task, "name" | "phase" | "status">;

const topicSide: Side<Topic> = {
  type: "topic",
  all: ({ topics }) => topics,
  fields: (roadmap, topic) => new Map([...cellTexts(roadmap, topic)].filter(([column]) => column !== "topic")),
  saysPhase: (roadmap, topic) => cellText(roadmap, topic, "phase") !== "",
};

const taskSide: Side<Task> = {
  type: "task",
  all: ({ tasks }) => tasks,
  fields: ({ text }, task) => new Map([["mark", textAt(text, task.mark)]]),
  saysPhase: () => false,
};

function differencesOf<Thing extends Named>(
  side: Side<Thing>,
  versions: Versions,
  partners: ReadonlyMap<Thing, Thing>,
): Difference[] {
  const { before, after } = versions;
  const origins = new Map([...partners].map(([old, now]) => [now, old]));
  const moves = movesOf(side, versions, origins);
  const there = side.all(after).flatMap((now) => {
    const old = origins.get(now);
    if (!old) return [addedOrRemoved(side, "added", { roadmap: after, thing: now })];
    const moved = moves.get(now) ?? null;
    const fields = fieldDifferences(side.fields(before, old), side.fields(after, now));
    const isSame = moved === null && fields.length === 0 && old.name === now.name && old.status === now.status;
    return isSame ? [] : [changed(side, { old, now }, { moved, fields })];
  });
  const gone = side.all(before).filter((old) => !partners.has(old));
  return [...there, ...gone.map((thing) => addedOrRemoved(side, "removed", { roadmap: before, thing }))];
}

function changed<Thing extends Named>(
  { type }: Side<Thing>,
  { old, now }: { old: Thing; now: Thing },
  differing: Pick<Difference, "moved" | "fields">,
): Difference {
  return {
    type,
    kind: "changed",
    name: now.name,
    phase: now.phase?.label ?? null,
    renamedFrom: old.name === now.name ? null : old.name,
    ...differing,
    status: { from: old.status, to: now.status },
  };
}

function addedOrRemoved<Thing extends Named>(
  side: Side<Thing>,
  kind: "added" | "removed",
  { roadmap, thing }: { roadmap: Roadmap; thing: Thing },
): Difference {
  const [own, none] = [side.fields(roadmap, thing), new Map<string, string>()];
  const isAdded = kind === "added";
  return {
    type: side.type,
    kind,
    name: thing.name,
    phase: thing.phase?.label ?? null,
    renamedFrom: null,
    moved: null,
    fields: isAdded ? fieldDifferences(none, own) : fieldDifferences(own, none),
    status: { from: isAdded ? null : thing.status, to: isAdded ? thing.status : null },
  };
}

function fieldDifferences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): FieldDifference[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((field) => ({ field, from: before.get(field) ?? "", to: after.get(field) ?? "" }))
    .filter(({ from, to }) => from !== to);
}

/** Things that stand in another order or under another heading: as few as explain it. */
function movesOf<Thing extends Named>(
  side: Side<Thing>,
  { before, after, renamedPhases }: Versions,
  origins: ReadonlyMap<Thing, Thing>,
): Map<Thing, { from: Place; to: Place }> {
  const [olds, news] = [side.all(before), side.all(after)];
  const oldIndexes = new Map(olds.map((old, index) => [old, index]));
  const newNames = new Map(renamedPhases.map(({ from, to }) => [from, to]));
  const matched = news.flatMap((now, index) => {
    const old = origins.get(now);
    return old ? [{ old, now, index, oldIndex: oldIndexes.get(old) ?? 0 }] : [];
  });
  const inOrder = longestRun(matched.map(({ oldIndex }) => oldIndex));
  const moves = new Map<Thing, { from: Place; to: Place }>();
  for (const [position, { old, now, index, oldIndex }] of matched.entries()) {
    const [was, is] = [old.phase?.label ?? null, now.phase?.label ?? null];
    const isOtherHeading =
      was !== is && newNames.get(was ?? "") !== is && !saysPhase(side, { before, after }, { old, now });
    if (!isOtherHeading && inOrder.has(position)) continue;
    const from = { phase: was, after: olds[oldIndex - 1]?.name ?? null };
    moves.set(now, { from, to: { phase: is, after: news[index - 1]?.name ?? null } });
  }
  return moves;
}

function saysPhase<Thing>(
  side: Side<Thing>,
  { before, after }: { before: Roadmap; after: Roadmap },
  { old, now }: { old: Thing; now: Thing },
): boolean {
  return side.saysPhase(before, old) || side.saysPhase(after, now);
}

/** The positions of one longest rising subsequence: what is not in it has moved. */
function longestRun(numbers: readonly number[]): Set<number> {
  /** For each length the position where a run of that length ends lowest. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [position, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = position;
  }
  const run = new Set<number>();
  for (let position = ends.at(-1); position !== undefined; position = previous[position]) run.add(position);
  return run;
}

/** A phase whose label is gone, and one whose label is new, are one phase when nothing else went or came. */
function phaseRenames(before: readonly Phase[], after: readonly Phase[]): { from: string; to: string }[] {
  const headed = (phases: readonly Phase[]) => phases.filter(({ tasks }) => tasks.length > 0).map(({ label }) => label);
  const [then, now] = [headed(before), headed(after)];
  const gone = then.filter((label) => !now.includes(label));
  const come = now.filter((label) => !then.includes(label));
  if (then.length !== now.length || gone.length !== come.length) return [];
  return gone.flatMap((from) => {
    const to = now[then.indexOf(from)];
    return to !== undefined && come.includes(to) ? [{ from, to }] : [];
  });
}

function columnsOf({ text, tables }: Roadmap): string[] {
  return [...new Set(tables.flatMap((table) => columnNames(text, table)))];
}

/** The text without topics, tasks and the heads of topic tables, its blanks folded. */
function textElsewhere({ text, tables, topics, tasks }: Roadmap): string {
  const cut: Span[] = [...topics.map(({ row }) => row), ...tasks.map(({ span }) => span), ...tables.map(headOf)];
  cut.sort((a, b) => a.start - b.start);
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of cut) {
    if (start > at) kept.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  kept.push(text.slice(at));
  return fold(kept.join(" "));
}

/** The header row and the delimiter row. */
function headOf({ table }: TopicTable): Span {
  return { start: table.span.start, end: table.rows[0]?.start ?? table.span.end };
}
