// Reading of columns: whether a table is a tracker, and the kind of each of its columns.

import { cellAt, cellsOf, cellTextAt, type Row, type Table } from "../model/blocks.js";
import { type ColumnKind, columnKinds } from "../model/columns.js";
import { type HeaderRole, readHeader } from "../model/headers.js";
import { plainText } from "../model/inline-text.js";
import type { TopicTable } from "../model/roadmap.js";
import type { Settings } from "../model/settings.js";
import { textAt } from "../text/edit.js";
import { lazy, memoizeText } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { columnFacts, isId, type StatusEvidence, textCounts } from "./column-facts.js";
import { findNameByHeader, findNameColumn } from "./name-column.js";
import { readVocabulary, statusEvidence } from "./read-vocabulary.js";
import { type Column, type RawColumn, settleColumns } from "./settle-columns.js";
import { columnRepeated, columnsInferred, progressUnclear, tableUnread, tableUntracked } from "./table-problems.js";
import type { TopicProblem } from "./topic-problems.js";
import { bodyRows } from "./topic-rows.js";
import { findProgress, findUnclearProgress, whyUntracked } from "./tracked-tables.js";

/** A tracker table before its rows are read. */
export interface ColumnsReading extends Pick<TopicTable, "columns" | "repeated" | "statusForm" | "inferred"> {
  /** Without repeated headers, section rows and blank rows. */
  readonly rows: readonly Row[];
  /** How often each text occurs in a column of these rows. */
  readonly countsOf: (column: number) => ReadonlyMap<string, number>;
}

interface TableReading {
  /** Null if the table is no tracker. */
  readonly tracker: ColumnsReading | null;
  readonly problems: readonly TopicProblem[];
}

/** Reads the columns of the tables of a file. */
export function columnsReader(text: string, settings: Settings): (table: Table) => TableReading {
  const vocabulary = readVocabulary([], { settings, text: "", trackers: [] });
  const evidence = memoizeText((raw) => statusEvidence(raw, vocabulary));
  return (table) => readColumns(text, table, { settings, evidence });
}

interface ColumnsContext {
  readonly settings: Settings;
  /** How far a cell proves that its column holds statuses. */
  readonly evidence: (raw: string) => StatusEvidence;
}

function readColumns(text: string, table: Table, { settings, evidence }: ColumnsContext): TableReading {
  const names = cellsOf(table.header).map((cell) => plainText(textAt(text, cell)));
  const rows = lazy(() => bodyRows(text, table));
  const countsOf = countsByColumn(text, rows);
  const shownRows = lazy(() => rows().slice(0, rowsToInfer));
  const shownCounts = (column: number) =>
    rows().length > rowsToInfer ? textCounts(text, shownRows(), column) : countsOf(column);
  const columns = names.map((name, index): RawColumn => {
    const facts = lazy(() => columnFacts(shownCounts(index), evidence));
    return {
      index,
      name,
      header: readHeader(name),
      get facts() {
        return facts();
      },
    };
  });
  const configured = configuredColumns(names, settings);
  const isPlain = configured.size === 0 && areCertain(columns) && !isUnusual(text, rows(), columns);
  const { tracker, problems } = isPlain
    ? certainColumns(columns)
    : inferColumns(text, table, { columns, configured, rowCount: () => shownRows().length });
  return { tracker: tracker && { ...tracker, rows: rows(), countsOf }, problems };
}

/** In a longer table, these tell what its columns are. */
const rowsToInfer = 1000;

function countsByColumn(text: string, rows: () => readonly Row[]): (column: number) => ReadonlyMap<string, number> {
  const counts = new Map<number, ReadonlyMap<string, number>>();
  return (column) => {
    const known = counts.get(column) ?? textCounts(text, rows(), column);
    counts.set(column, known);
    return known;
  };
}

/** The columns that the front matter names: of several names for a kind, the first that the table has. */
function configuredColumns(names: readonly string[], { columns }: Settings): ReadonlyMap<number, ColumnKind> {
  const configured = new Map<number, ColumnKind>();
  if (columns.size === 0) return configured;
  const headers = names.map(normalize);
  for (const [kind, wanted] of columns) {
    const found = wanted.map((name) => headers.indexOf(normalize(plainText(name)))).find((index) => index >= 0);
    if (found !== undefined && !configured.has(found)) configured.set(found, kind);
  }
  return configured;
}

type Columns = Pick<TopicTable, "columns" | "repeated" | "statusForm" | "inferred">;

interface Reading {
  readonly tracker: Columns | null;
  readonly problems: readonly TopicProblem[];
}

const unread: Reading = { tracker: null, problems: [] };

// Tables whose headers leave nothing to decide: their cells are not looked at.

const certainRoles = new Set<HeaderRole>([
  ...(["topic", "phase", "started", "finished", "due", "comments", "status", "priority", "depends-on"] as const),
  ...(["resources", "deliverables", "proof", "day", "id", "estimate", "person"] as const),
]);

/** Whether every header is known as a whole, no two have the same role, and one is the topic and one the status. */
function areCertain(columns: readonly RawColumn[]): boolean {
  const roles = new Set<HeaderRole>();
  for (const { header, index } of columns) {
    const { role, isWeak, traits } = header;
    if (role === null || isWeak || roles.has(role) || !certainRoles.has(role)) return false;
    if (role === "status" && (index === 0 || !traits.includes("plain"))) return false;
    if (traits.includes("check") || traits.includes("meaning")) return false;
    roles.add(role);
  }
  return roles.has("topic") && roles.has("status");
}

const rowsToCheck = 10;
/** Fewer images may be statuses that are only unknown. */
const fewestImages = 3;

/** Whether the first cells have ids instead of names, or numbers, dates or images instead of statuses. */
function isUnusual(text: string, rows: readonly Row[], columns: readonly RawColumn[]): boolean {
  const firstRows = rows.slice(0, rowsToCheck);
  const textsOf = (role: HeaderRole) => {
    const column = columns.find(({ header }) => header.role === role)?.index ?? 0;
    return firstRows.map((row) => cellTextAt(text, row, column)).filter((raw) => raw !== "");
  };
  const statuses = textsOf("status");
  return (
    (firstRows.length > 0 && textsOf("topic").every((raw) => isId(plainText(raw)))) ||
    (statuses.length > 0 && statuses.every((raw) => /^\d{3}/.test(plainText(raw)))) ||
    (statuses.length >= fewestImages && statuses.every((raw) => /^\[?!\[/.test(raw)))
  );
}

function certainColumns(columns: readonly RawColumn[]): Reading {
  const byRole = new Map(columns.map(({ header, index }) => [header.role, index]));
  return {
    tracker: { columns: inOrder(byRole), repeated: new Set(), statusForm: "words", inferred: new Map() },
    problems: [],
  };
}

function inOrder(byRole: ReadonlyMap<HeaderRole | null, number>): Map<ColumnKind, number> {
  const columns = new Map<ColumnKind, number>();
  for (const kind of columnKinds) {
    const index = byRole.get(kind);
    if (index !== undefined) columns.set(kind, index);
  }
  return columns;
}

// All other tables.

interface InferenceContext {
  readonly columns: readonly RawColumn[];
  readonly configured: ReadonlyMap<number, ColumnKind>;
  readonly rowCount: () => number;
}

function inferColumns(text: string, table: Table, { columns, configured, rowCount }: InferenceContext): Reading {
  if (!mayTrack(columns, configured)) return unread;
  const settled = configure(settleColumns(columns, rowCount()), configured);
  const progress = findProgress(settled);
  if (!progress.isTracked) return untrackedReading(table, settled);
  const topic = settled.find(({ role, isConfigured }) => isConfigured && role === "topic");
  const reason = topic ? null : whyUntracked(settled, progress);
  if (reason === "counters") return { tracker: null, problems: [tableUntracked(table, "counters")] };
  if (reason !== null) return unread;
  const name = topic
    ? { column: topic, isCertain: true }
    : (findNameColumn(settled, rowCount()) ?? (table.rows.length === 0 ? findNameByHeader(settled) : null));
  if (!name) return { tracker: null, problems: tableUnread(table, settled, progress.status) };
  return trackedReading(text, table, { columns: settled, progress, name });
}

/** Whether a table can be a tracker at all: most tables are prose, and nothing in them looks like a status. */
function mayTrack(columns: readonly RawColumn[], configured: ReadonlyMap<number, ColumnKind>): boolean {
  return columns.length > 1 || configured.size > 0;
}

function configure(columns: readonly Column[], configured: ReadonlyMap<number, ColumnKind>): readonly Column[] {
  if (configured.size === 0) return columns;
  const kinds = new Set(configured.values());
  return columns.map((column): Column => {
    const role = configured.get(column.index);
    if (role) return { ...column, role, isCertain: true, isConfigured: true };
    const isTaken = columnKinds.some((kind) => kind === column.role && kinds.has(kind));
    return isTaken && column.role !== "topic" ? { ...column, role: null } : column;
  });
}

interface Tracker {
  readonly columns: readonly Column[];
  readonly progress: ReturnType<typeof findProgress>;
  readonly name: { readonly column: Column; readonly isCertain: boolean };
}

function trackedReading(text: string, table: Table, { columns, progress, name }: Tracker): Reading {
  const byRole = new Map<HeaderRole | null, number>([["topic", name.column.index]]);
  const inferred = new Map<ColumnKind, string>();
  const repeated = new Set<ColumnKind>();
  const problems: TopicProblem[] = [];
  const add = (kind: ColumnKind, { column, isCertain }: { column: Column; isCertain: boolean }) => {
    byRole.set(kind, column.index);
    if (!isCertain) inferred.set(kind, column.name);
    const twin = columns.find((other) => other !== column && isTwin(column, other));
    if (!twin || !isCertain) return;
    repeated.add(kind);
    problems.push(columnRepeated(text, kind, cellAt(table.header, twin.index)));
  };
  add("topic", name);
  const { status } = progress;
  for (const kind of columnKinds) {
    if (kind === "topic") continue;
    const column =
      kind === "status" ? status : kind === "phase" ? findPhase(columns, name.column) : firstOf(kind, columns);
    if (!column || column === name.column || (column === status && kind !== "status")) continue;
    add(kind, { column, isCertain: column.isCertain && (column.role === kind || column === status) });
  }
  if (inferred.size > 0) problems.push(columnsInferred(table, inferred));
  return { tracker: { columns: inOrder(byRole), repeated, statusForm: progress.statusForm, inferred }, problems };
}

function firstOf(kind: ColumnKind, columns: readonly Column[]): Column | undefined {
  return columns
    .filter(({ role }) => role === kind)
    .sort(
      (a, b) =>
        Number(b.isConfigured) - Number(a.isConfigured) ||
        Number(b.isCertain) - Number(a.isCertain) ||
        a.header.rank - b.header.rank,
    )[0];
}

/** Two columns with equally good headers of one kind. */
function isTwin(one: Column, other: Column): boolean {
  const isSame =
    one.role === other.role && one.header.rank === other.header.rank && one.header.group === other.header.group;
  return isSame && one.isConfigured === other.isConfigured && one.isCertain && other.isCertain;
}

/** The phase column; else a module or an area next to the names; else a category that continues over blank cells. */
function findPhase(columns: readonly Column[], name: Column): Column | undefined {
  const others = columns.filter((column) => column !== name);
  return (
    firstOf("phase", others) ??
    others.find(
      ({ role, header, facts }) => role === "topic" && header.traits.includes("section") && facts.filled > 0,
    ) ??
    others.find(
      ({ index, role, facts }) =>
        role === "category" && index < name.index && facts.filled > 0 && facts.filled < 0.7 * name.facts.filled,
    )
  );
}

/** A due date alone says when something should be done, not how far it is. */
function untrackedReading(table: Table, columns: readonly Column[]): Reading {
  const due = columns.find(({ role, facts }) => role === "due" && facts.filled > 0);
  if (due && columns.some(({ role }) => role === "topic"))
    return { tracker: null, problems: [tableUntracked(table, "due")] };
  const unclear = findUnclearProgress(columns);
  return unclear ? { tracker: null, problems: [progressUnclear(table, unclear)] } : unread;
}
