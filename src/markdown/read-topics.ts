// Reading of topics: the topic tables of a file, and the content of each of their rows.

import { type Cell, cellAt, cellTextAt, type Row, type Table } from "../model/blocks.js";
import { byKind, type ColumnKind, type DayKind, dayKinds } from "../model/columns.js";
import { phaseNamedBy } from "../model/continued-phase.js";
import { type DateCell, type DateColumn, readDateColumns } from "../model/date-column.js";
import type { Day } from "../model/dates.js";
import { hidesContent, plainText } from "../model/inline-text.js";
import { isStatus } from "../model/read-status.js";
import type { Topic, TopicTable } from "../model/roadmap.js";
import type { Settings } from "../model/settings.js";
import { statusByDates, type Vocabulary } from "../model/status.js";
import { memoizeText } from "../text/memoize.js";
import { type ColumnsReading, columnsReader } from "./read-columns.js";
import type { OpenPhase, Sections } from "./read-sections.js";
import { type CellReading, readVocabulary, spellingOf, statusReader, statusTextIn } from "./read-vocabulary.js";
import { readerForForm } from "./status-forms.js";
import { addRowProblems, dateProblem, statusProblem, type TopicProblem, unnamedRow } from "./topic-problems.js";
import { topicRows, unnamedRows } from "./topic-rows.js";

interface TopicsReading {
  readonly tables: readonly TopicTable[];
  readonly topics: readonly Topic[];
  readonly vocabulary: Vocabulary;
  readonly legends: readonly Cell[];
  readonly problems: readonly TopicProblem[];
}

/** A topic table while it is read. */
interface OpenTable extends ColumnsReading {
  readonly table: Table;
  readonly dates: Readonly<Record<DayKind, DateColumn>>;
  /** The number of occurrences of each text in its status column, in order of first appearance. */
  readonly statuses: ReadonlyMap<string, number>;
  readonly unnamed: readonly Row[];
}

export function readTopics(
  text: string,
  tables: readonly Table[],
  context: { settings: Settings; sections: Sections; today: Day | null },
): TopicsReading {
  const { settings, sections, today } = context;
  const readColumns = columnsReader(text, settings);
  const readings = tables.map((table) => ({ table, ...readColumns(table) }));
  const open = readings.flatMap(({ table, tracker }) =>
    tracker ? [openTable(text, table, { columns: tracker, settings })] : [],
  );
  const written = new Set(open.flatMap(({ statuses }) => [...statuses.keys()]));
  const trackers = open.map(({ table }) => table.span);
  const vocabulary = readVocabulary(new Set(Array.from(written, statusTextIn)), { settings, text, trackers });
  const read = statusReader(vocabulary);
  const problems: TopicProblem[] = [
    ...readings.flatMap((table) => table.problems),
    ...open.flatMap(({ unnamed }) => unnamed.map(unnamedRow)),
  ];
  const topics: Topic[] = [];
  const topicTables = open.map((table, index) => {
    const { columns, repeated, statusForm, inferred, dates } = table;
    const spelling = spellingOf(table.statuses, vocabulary);
    const header = cellTextAt(text, table.table.header, columns.get("status") ?? beyondEveryRow);
    const readCell = readerForForm({ form: statusForm, header, texts: table.statuses.keys() }, read);
    const topicTable = {
      table: table.table,
      number: open.length === 1 ? null : index + 1,
      columns,
      repeated,
      statusForm,
      inferred,
      spelling,
      ...byKind(dayKinds, (kind) => dates[kind].format),
    };
    const reader = topicReader({ text, table, topicTable, sections, read: readCell, today, problems });
    for (const row of table.rows) topics.push(reader(row, topics.length + 1));
    return topicTable;
  });
  const legends = open.flatMap((table) => legendsOf(text, table, (raw) => read(raw) === "legend"));
  return { tables: topicTables, topics, vocabulary, legends, problems };
}

function openTable(
  text: string,
  table: Table,
  { columns, settings }: { columns: ColumnsReading; settings: Settings },
): OpenTable {
  const counts = (kind: ColumnKind) => {
    const column = columns.columns.get(kind);
    return column === undefined ? new Map<string, number>() : columns.countsOf(column);
  };
  const days = byKind(dayKinds, (kind) => plainCounts(counts(kind)));
  const nameColumn = columns.columns.get("topic") ?? 0;
  const rows = topicRows(text, columns.rows, nameColumn);
  return {
    ...columns,
    table,
    rows,
    unnamed: rows.length === columns.rows.length ? [] : unnamedRows(text, columns.rows, nameColumn),
    dates: readDateColumns(days, settings.dates),
    statuses: counts("status"),
  };
}

function plainCounts(counts: ReadonlyMap<string, number>): Map<string, number> {
  const plain = new Map<string, number>();
  for (const [raw, count] of counts) {
    const value = plainText(raw);
    plain.set(value, (plain.get(value) ?? 0) + count);
  }
  return plain;
}

function legendsOf(text: string, { columns, rows, statuses }: OpenTable, isLegend: (raw: string) => boolean): Cell[] {
  const column = columns.get("status");
  const written = new Set([...statuses.keys()].filter(isLegend));
  if (column === undefined || written.size === 0) return [];
  return rows.filter((row) => written.has(cellTextAt(text, row, column))).flatMap((row) => cellAt(row, column) ?? []);
}

interface TopicReaderParts {
  readonly text: string;
  readonly table: OpenTable;
  readonly topicTable: TopicTable;
  readonly sections: Sections;
  readonly read: (raw: string) => CellReading;
  readonly today: Day | null;
  readonly problems: TopicProblem[];
}

function topicReader({
  text,
  table,
  topicTable,
  sections,
  read,
  today,
  problems,
}: TopicReaderParts): (row: Row, number: number) => Topic {
  const rawOf = (row: Row, column: number) => cellTextAt(text, row, column);
  const [topicAt, statusAt] = columnIndexes(table);
  const phaseOf = phaseReader(text, table, sections);
  const dayOf = dayReader(text, problems);
  const startedAt = dayColumnOf(table, "started");
  const finishedAt = dayColumnOf(table, "finished");
  const dueAt = dayColumnOf(table, "due");
  const otherColumns = byKind(otherDayKinds, (kind) => dayColumnOf(table, kind));
  const otherDaysOf = (row: Row) =>
    otherDayKinds.length === 0 ? noOtherDays : byKind(otherDayKinds, (kind) => dayOf(row, otherColumns[kind]));
  return (row, number) => {
    const started = dayOf(row, startedAt);
    const finished = dayOf(row, finishedAt);
    const reading = read(rawOf(row, statusAt));
    const isStatusWritten = isStatus(reading);
    const status = isStatusWritten
      ? reading
      : reading === "unknown" || reading === "unclear"
        ? "not-started"
        : statusByDates({ started, finished }, today);
    const phase = phaseOf(row);
    const name = plainText(rawOf(row, topicAt));
    const topic: Topic = {
      number,
      name,
      row,
      table: topicTable,
      phase,
      status,
      isStatusWritten,
      started,
      finished,
      due: dueAt.column === beyondEveryRow ? null : dayOf(row, dueAt),
      ...otherDaysOf(row),
    };
    phase?.topics.push(topic);
    addRowProblems(problems, topic, today);
    const troubled = statusProblem(text, topic, reading);
    if (troubled) problems.push(troubled);
    return topic;
  };
}

/** Reads a date cell; trouble with the order of day and month is reported once a column. */
function dayReader(text: string, problems: TopicProblem[]): (row: Row, column: DayColumn) => Day | null {
  const isFirst = firstTime();
  return (row, { kind, column, read }) => {
    const cell = read(cellTextAt(text, row, column));
    if (cell.trouble === "none") return cell.day;
    const place = cellAt(row, column);
    if (place && (cell.trouble === "unreadable" || isFirst(`${kind} ${cell.trouble}`)))
      problems.push(dateProblem(text, place, cell));
    return cell.day;
  };
}

/** The index of a column that the table lacks. */
const beyondEveryRow = 2 ** 30 - 1;

/** The indexes of the columns that define a topic. */
function columnIndexes({ columns }: OpenTable): [number, number] {
  const indexOf = (kind: ColumnKind) => columns.get(kind) ?? beyondEveryRow;
  return [indexOf("topic"), indexOf("status")];
}

interface DayColumn {
  readonly kind: DayKind;
  readonly column: number;
  readonly read: (raw: string) => DateCell;
}

/** A column repeats many dates, so each text is read once. */
function dayColumnOf({ columns, dates }: OpenTable, kind: DayKind): DayColumn {
  const cells = new Map<string, DateCell>();
  const read = (raw: string) => {
    const known = cells.get(raw);
    if (known) return known;
    const cell = dateCell(raw, dates[kind]);
    cells.set(raw, cell);
    return cell;
  };
  return { kind, column: columns.get(kind) ?? beyondEveryRow, read };
}

function dateCell(raw: string, { read }: DateColumn): DateCell {
  const visible = read(plainText(raw));
  const hasNoText = raw !== "" && visible.day === null && visible.trouble === "none";
  return hasNoText && hidesContent(raw) ? { day: null, trouble: "unreadable" } : visible;
}

/** The other three are fields of a literal: spread, they took a tenth longer to read. */
const otherDayKinds = dayKinds.filter((kind) => kind !== "started" && kind !== "finished" && kind !== "due");

const noOtherDays = byKind(otherDayKinds, () => null);

/** A table is under one heading, and its column repeats few texts, so each is looked up once. */
function phaseReader(text: string, { table, columns }: OpenTable, sections: Sections): (row: Row) => OpenPhase | null {
  const phaseNamed = memoizeText((label, offset: number) =>
    label === "" ? sections.phaseOfHeading(offset) : sections.phaseOfCell(label, offset),
  );
  const column = columns.get("phase");
  if (column === undefined) return ({ start }) => phaseNamed("", start);
  const labelOf = memoizeText(plainText);
  let named = "";
  let index = 0;
  return (topic) => {
    // The rows between two topics are section rows and the like.
    for (let row = table.rows[index++]; row && row !== topic; row = table.rows[index++])
      named = phaseNamedBy(text, row, { table, column, isTopic: false }) || named;
    named = labelOf(cellTextAt(text, topic, column)) || named;
    return phaseNamed(named, topic.start);
  };
}

function firstTime(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => !seen.has(key) && seen.add(key).has(key);
}
