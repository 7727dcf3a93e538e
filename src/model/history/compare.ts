// Comparison of two versions of a roadmap: the changes by topic, task and field, and their counts.

import { type Span, textAt } from "../../text/edit.js";
import { memoize } from "../../text/memoize.js";
import { normalize } from "../../text/normalize.js";
import { cellTextAt } from "../blocks.js";
import type { ColumnKind } from "../columns.js";
import { plainText } from "../inline-text.js";
import { labeledHeadings } from "../outline.js";
import {
  cellText,
  cellTexts,
  columnNames,
  columnsText,
  type Phase,
  type Roadmap,
  type Task,
  type Topic,
  type TopicTable,
} from "../roadmap.js";
import type { Status } from "../status.js";
import { type Move, movesOf, type Pairing, taskPairing, topicPairing } from "./match.js";

/** The change of one topic or task. Plain data that can be serialized as JSON. */
export interface Difference {
  readonly type: "topic" | "task";
  readonly kind: "added" | "removed" | "changed";
  /** The name in the later version; for a removed one, in the earlier version. */
  readonly name: string;
  readonly phase: string | null;
  /** Its previous name, if it was renamed. */
  readonly renamedFrom: string | null;
  readonly moved: Move | null;
  /** Changed cells by column, named as in `cellTexts`; `mark` for a task. All fields if it was added or removed. */
  readonly fields: readonly FieldDifference[];
  /** The status in each version, whether written or implied by dates; null where it does not exist. */
  readonly status: { readonly from: Status | null; readonly to: Status | null };
}

/** Texts as written in the file, including escapes; empty for blank. */
interface FieldDifference {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface Comparison {
  /**
   * Topics in the order of the later version, then removed topics in the order of the earlier one; then tasks likewise.
   */
  readonly differences: readonly Difference[];
  readonly columns: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** By header, for columns whose kind is known from the header both before and after. */
  readonly renamedColumns: readonly Rename[];
  readonly renamedPhases: readonly Rename[];
  readonly addedPhases: readonly string[];
  readonly removedPhases: readonly string[];
  /** Whether text outside topics, tasks, columns and phases changed (ignoring whitespace). */
  readonly hasOtherText: boolean;
}

export const noChange: Comparison = {
  differences: [],
  columns: { added: [], removed: [] },
  renamedColumns: [],
  renamedPhases: [],
  addedPhases: [],
  removedPhases: [],
  hasOtherText: false,
};

export function compareRoadmaps(before: Roadmap, after: Roadmap): Comparison {
  const [then, now] = [columnsOf(before), columnsOf(after)];
  const renamedPhases = phaseRenames(before.phases, after.phases);
  const addedPhases = newPhases(before, after, renamedPhases);
  const removedPhases = newPhases(
    after,
    before,
    renamedPhases.map(({ from, to }) => ({ from: to, to: from })),
  );
  const versions = { before, after, newLabels: new Map(renamedPhases.map(({ from, to }) => [from, to])) };
  return {
    differences: [
      ...differencesOf(topicReader, versions, topicPairing(before, after)),
      ...differencesOf(taskReader, versions, taskPairing(before, after)),
    ],
    columns: { added: without(now, then), removed: without(then, now) },
    renamedColumns: renamedColumns(before, after),
    renamedPhases,
    addedPhases,
    removedPhases,
    hasOtherText: differsInOtherText(before, after, {
      removed: [...removedPhases, ...renamedPhases.map(({ from }) => from)],
      added: [...addedPhases, ...renamedPhases.map(({ to }) => to)],
    }),
  };
}

function without(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return names.filter((name) => !known.has(name));
}

/** Whether at most whitespace changed. */
export function isUnchanged({ columns, hasOtherText, ...lists }: Comparison): boolean {
  return !hasOtherText && [...Object.values(lists), columns.added, columns.removed].every(({ length }) => length === 0);
}

interface Versions {
  readonly before: Roadmap;
  readonly after: Roadmap;
  /** Of renamed phases, by the old label. */
  readonly newLabels: ReadonlyMap<string, string>;
}

/** How topics, or tasks, are compared. */
interface ThingReader<Thing> {
  readonly type: "topic" | "task";
  readonly all: (roadmap: Roadmap) => readonly Thing[];
  readonly fields: (roadmap: Roadmap, thing: Thing) => ReadonlyMap<string, string>;
  /** Rows with equal text and equal key have equal fields. */
  readonly columnsOf: (roadmap: Roadmap, thing: Thing) => string;
  /** Whether its own text contains its phase; then another phase is an edit of that text, not a move. */
  readonly hasOwnPhase: (roadmap: Roadmap, thing: Thing) => boolean;
}

type Comparable = Pick<Topic | Task, "number" | "name" | "phase" | "status">;

const topicReader: ThingReader<Topic> = {
  type: "topic",
  all: ({ topics }) => topics,
  columnsOf: ({ text }, { table }) => columnsText(text, table),
  fields: (roadmap, topic) => new Map([...cellTexts(roadmap, topic)].filter(([column]) => column !== "topic")),
  hasOwnPhase: (roadmap, topic) => cellText(roadmap, topic, "phase") !== "",
};

const taskReader: ThingReader<Task> = {
  type: "task",
  all: ({ tasks }) => tasks,
  columnsOf: () => "",
  fields: ({ text }, task) => new Map([["mark", textAt(text, task.mark)]]),
  hasOwnPhase: () => false,
};

function differencesOf<Thing extends Comparable>(
  reader: ThingReader<Thing>,
  versions: Versions,
  { partners, origins, equalEnds }: Pairing,
): Difference[] {
  const { before, after } = versions;
  const moves = movesOf({
    before: reader.all(before),
    after: reader.all(after),
    origins,
    isSamePhase: (old, now) =>
      isRenamed(versions, old, now) || reader.hasOwnPhase(before, old) || reader.hasOwnPhase(after, now),
  });
  const lastEqual = reader.all(after).length - equalEnds.tail;
  const addedOrChanged = reader.all(after).flatMap((now, index) => {
    const old = reader.all(before)[origins[index] ?? -1];
    if (!old) return [addedOrRemoved(reader, "added", { roadmap: after, thing: now })];
    const moved = moves.get(index) ?? null;
    const isReadAlike = moved === null && old.name === now.name && old.status === now.status;
    const isEqual = index < equalEnds.head || index >= lastEqual;
    if (isReadAlike && isEqual && reader.columnsOf(before, old) === reader.columnsOf(after, now)) return [];
    const fields = fieldDifferences(reader.fields(before, old), reader.fields(after, now));
    return isReadAlike && fields.length === 0 ? [] : [changed(reader, { old, now }, { moved, fields })];
  });
  const removed = reader.all(before).filter((_, index) => partners[index] === -1);
  return [...addedOrChanged, ...removed.map((thing) => addedOrRemoved(reader, "removed", { roadmap: before, thing }))];
}

function changed<Thing extends Comparable>(
  { type }: ThingReader<Thing>,
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

function addedOrRemoved<Thing extends Comparable>(
  reader: ThingReader<Thing>,
  kind: "added" | "removed",
  { roadmap, thing }: { roadmap: Roadmap; thing: Thing },
): Difference {
  const [own, none] = [reader.fields(roadmap, thing), new Map<string, string>()];
  const isAdded = kind === "added";
  return {
    type: reader.type,
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

function isRenamed({ newLabels }: Versions, { phase: old }: Comparable, { phase: now }: Comparable): boolean {
  return old !== null && now !== null && newLabels.get(old.label) === now.label;
}

// Changes outside topics and tasks: phases, columns, other text.

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** If as many phases were added as removed, a new label in the position of a removed one is a rename. */
export function phaseRenames(before: readonly Phase[], after: readonly Phase[]): Rename[] {
  const labelsOf = (phases: readonly Phase[]) =>
    phases.filter(({ tasks }) => tasks.length > 0).map(({ label }) => label);
  const [then, now] = [labelsOf(before), labelsOf(after)];
  const [wasThere, isThere] = [new Set(then), new Set(now)];
  const removed = then.filter((label) => !isThere.has(label));
  const added = now.filter((label) => !wasThere.has(label));
  if (then.length !== now.length || removed.length !== added.length) return [];
  const firstPlaces = new Map([...then.entries()].reverse().map(([place, label]) => [label, place]));
  return removed.flatMap((from) => {
    const to = now[firstPlaces.get(from) ?? -1];
    return to !== undefined && !wasThere.has(to) ? [{ from, to }] : [];
  });
}

const spacesAndBreaks = /^[\s*_-]*$/;

/** Headings that the earlier version lacks and that have tasks or nothing below them; all others belong to prose. */
function newPhases(before: Roadmap, after: Roadmap, renamed: readonly Rename[]): string[] {
  const known = new Set([...labeledHeadings(before).map(({ label }) => label), ...renamed.map(({ to }) => to)]);
  const withTasks = new Set(after.tasks.map(({ phase }) => phase?.label));
  return labeledHeadings(after).flatMap(({ label, heading }, index, all) => {
    if (known.has(label)) return [];
    const next = all[index + 1]?.heading;
    const isEmpty = spacesAndBreaks.test(after.text.slice(heading.span.end, next?.span.start));
    return withTasks.has(label) || (isEmpty && (next?.depth ?? 0) <= heading.depth) ? label : [];
  });
}

/** The changed headers of columns of a known kind. */
function renamedColumns(before: Roadmap, after: Roadmap): Rename[] {
  if (before.tables.length !== after.tables.length) return [];
  const headerIn = ({ text }: Roadmap, { table, columns }: TopicTable, kind: ColumnKind) => {
    const column = columns.get(kind);
    return column === undefined ? null : plainText(cellTextAt(text, table.header, column));
  };
  const renames = before.tables.flatMap((then, index) => {
    const now = after.tables[index];
    if (!now || textAt(before.text, then.table.header) === textAt(after.text, now.table.header)) return [];
    return [...then.columns.keys()].flatMap((kind): [string, Rename][] => {
      const [from, to] = [headerIn(before, then, kind), headerIn(after, now, kind)];
      return from === null || to === null || from === to ? [] : [[`${from}\n${to}`, { from, to }]];
    });
  });
  return [...new Map(renames).values()];
}

/** The names of all columns of topic tables. */
function columnsOf({ text, tables }: Roadmap): string[] {
  return [...new Set(tables.flatMap((table) => columnNames(text, table)))];
}

/**
 * Whether the text without topics, tasks and the heads of topic tables differs, ignoring whitespace.
 * @param headings labels of those that were removed or added
 */
function differsInOtherText(
  before: Roadmap,
  after: Roadmap,
  headings: { readonly removed: readonly string[]; readonly added: readonly string[] },
): boolean {
  const [then, now] = [proseOf(before), proseOf(after)];
  if (then === now) return false;
  const withoutNames = (prose: string, names: readonly string[]) => normalize(withoutHeadings(prose, names));
  return withoutNames(then, headings.removed) !== withoutNames(now, headings.added);
}

/** The prose without the headings of phases that are already reported. */
function withoutHeadings(prose: string, names: readonly string[]): string {
  if (names.length === 0) return prose;
  const lines = prose.split(/\r\n|[\r\n]/);
  const left = new Set(names);
  return lines.filter((line) => !left.has(plainText(line.replace(/^ {0,3}#+|#+[ \t]*$/g, "")))).join("\n");
}

/** Each version is compared with its predecessor and its successor. */
const proseOf = memoize(({ text, tables, topics, tasks }: Roadmap) => {
  const cut: Span[] = [...topics.map(({ row }) => row), ...tasks.map(({ span }) => span), ...tables.map(headOf)];
  cut.sort((a, b) => a.start - b.start);
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of cut) {
    if (start > at) kept.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  kept.push(text.slice(at));
  return kept.join(" ");
});

/** The header row and the delimiter row. */
function headOf({ table }: TopicTable): Span {
  return { start: table.span.start, end: table.rows[0]?.start ?? table.span.end };
}

// How much changed between two versions.

export interface ThingCounts {
  readonly added: number;
  readonly removed: number;
  readonly renamed: number;
  readonly moved: number;
  /** Changed in status, cells or mark. */
  readonly changed: number;
  /** Done now and not before. */
  readonly done: number;
}

export interface ComparisonCounts {
  readonly topics: ThingCounts;
  readonly tasks: ThingCounts;
  readonly columns: { readonly added: number; readonly removed: number };
}

export function countsOf({ differences, columns }: Comparison): ComparisonCounts {
  return {
    topics: thingCounts(differences.filter(({ type }) => type === "topic")),
    tasks: thingCounts(differences.filter(({ type }) => type === "task")),
    columns: { added: columns.added.length, removed: columns.removed.length },
  };
}

function thingCounts(differences: readonly Difference[]): ThingCounts {
  const count = (isCounted: (difference: Difference) => boolean) => differences.filter(isCounted).length;
  return {
    added: count(({ kind }) => kind === "added"),
    removed: count(({ kind }) => kind === "removed"),
    renamed: count(({ renamedFrom }) => renamedFrom !== null),
    moved: count(({ moved }) => moved !== null),
    changed: count(
      ({ kind, fields, status }) => kind === "changed" && (fields.length > 0 || status.from !== status.to),
    ),
    done: count(({ status }) => status.to === "done" && status.from !== "done"),
  };
}
