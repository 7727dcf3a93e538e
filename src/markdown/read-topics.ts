// Read topics: the topic tables of a file, and the content of each of their rows.

import { hidesContent } from "../model/blank-cell.js";
import { plainText } from "../model/cell-text.js";
import { type DateCell, type DateColumn, readDateColumn } from "../model/date-column.js";
import type { Day } from "../model/dates.js";
import type { ColumnKind, Settings, Topic, TopicTable } from "../model/roadmap.js";
import type { Vocabulary } from "../model/status.js";
import { statusByDates } from "../model/status-by-dates.js";
import { type Cell, cellAt, cellsOf, cellTextAt, type Row, type Table } from "../model/table.js";
import { fold } from "../text/fold.js";
import { textAt } from "../text/span.js";
import { type Columns, readColumns } from "./read-columns.js";
import type { OpenPhase, Sections } from "./read-sections.js";
import { type CellReading, isStatus, spellingOf, statusReader, statusTextIn } from "./read-statuses.js";
import { readVocabulary } from "./read-vocabulary.js";
import { dateProblem, rowProblems, statusProblem, type TopicProblem } from "./topic-problems.js";

interface TopicsReading {
  readonly tables: readonly TopicTable[];
  readonly topics: readonly Topic[];
  readonly vocabulary: Vocabulary;
  readonly legends: readonly Cell[];
  readonly problems: readonly TopicProblem[];
}

/** A topic table while it is read. */
interface OpenTable extends Columns {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly started: DateColumn;
  readonly finished: DateColumn;
  /** The number of occurrences of each text in its status column, in order of first appearance. */
  readonly statuses: ReadonlyMap<string, number>;
}

export function readTopics(
  text: string,
  tables: readonly Table[],
  context: { settings: Settings; sections: Sections; today: Day | null },
): TopicsReading {
  const { settings, sections, today } = context;
  const open = tables.flatMap((table) => {
    const columns = readColumns(text, table, settings);
    return columns ? [openTable(text, table, { columns, settings })] : [];
  });
  const written = new Set(open.flatMap(({ statuses }) => [...statuses.keys()]));
  const vocabulary = readVocabulary(new Set(Array.from(written, statusTextIn)), settings);
  const read = statusReader(vocabulary);
  const problems: TopicProblem[] = open.flatMap((table) => table.problems);
  const topics: Topic[] = [];
  const topicTables = open.map((table, index) => {
    const { columns, repeated, started, finished } = table;
    const spelling = spellingOf(table.statuses, read);
    const topicTable = {
      table: table.table,
      number: open.length === 1 ? null : index + 1,
      columns,
      repeated,
      spelling,
      started: started.format,
      finished: finished.format,
    };
    const reader = topicReader({ text, table, topicTable, sections, read, today, problems });
    for (const row of table.rows) topics.push(reader(row, topics.length + 1));
    return topicTable;
  });
  const legends = open
    .filter(({ statuses }) => [...statuses.keys()].some((status) => read(status) === "legend"))
    .flatMap((table) => legendsOf(table, (cell) => read(textAt(text, cell)) === "legend"));
  return { tables: topicTables, topics, vocabulary, legends, problems };
}

function openTable(
  text: string,
  table: Table,
  { columns, settings }: { columns: Columns; settings: Settings },
): OpenTable {
  const header = foldedCells(text, table.header);
  const rows = table.rows.filter((row) => isTopicRow(text, row, header));
  const counts = (kind: ColumnKind) => textCounts(text, rows, columns.columns.get(kind));
  const [started, finished] = [plainCounts(counts("started")), plainCounts(counts("finished"))];
  const asked = settings.dates;
  return {
    ...columns,
    table,
    rows,
    started: readDateColumn(started, { asked, beside: finished.keys() }),
    finished: readDateColumn(finished, { asked, beside: started.keys() }),
    statuses: counts("status"),
  };
}

/** Section rows of one cell, blank rows and repetitions of the header are not topics. */
function isTopicRow(text: string, row: Row, header: string): boolean {
  if (row.cellCount < 2) return false;
  const first = cellTextAt(text, row, 0);
  if (first !== "" && !header.startsWith(fold(plainText(first)))) return true;
  if (cellsOf(row).every(({ start, end }) => start === end)) return false;
  return foldedCells(text, row) !== header;
}

function foldedCells(text: string, row: Row): string {
  return cellsOf(row)
    .map((cell) => fold(plainText(textAt(text, cell))))
    .join("\n");
}

/** The number of occurrences of each text in a column, in order of first appearance. */
function textCounts(text: string, rows: readonly Row[], column: number | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  if (column === undefined) return counts;
  for (const row of rows) {
    if (column >= row.cellCount) continue;
    const found = cellTextAt(text, row, column);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
}

function plainCounts(counts: ReadonlyMap<string, number>): Map<string, number> {
  const plain = new Map<string, number>();
  for (const [raw, count] of counts) {
    const found = plainText(raw);
    plain.set(found, (plain.get(found) ?? 0) + count);
  }
  return plain;
}

function legendsOf({ columns, rows }: OpenTable, isLegend: (cell: Cell) => boolean): Cell[] {
  const column = columns.get("status");
  if (column === undefined) return [];
  return rows.flatMap((row) => cellAt(row, column) ?? []).filter(isLegend);
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
  const [topicAt, phaseAt, statusAt, startedAt, finishedAt] = placesOf(table);
  const phaseOf = phaseReader(sections);
  const isFirst = once();
  const dayOf = (row: Row, kind: "started" | "finished") => {
    const column = kind === "started" ? startedAt : finishedAt;
    const raw = rawOf(row, column);
    const found = table[kind].read(plainText(raw));
    const hasNoText = raw !== "" && found.day === null && found.trouble === "none";
    const cell: DateCell = hasNoText && hidesContent(raw) ? { day: null, trouble: "unreadable" } : found;
    if (cell.trouble === "none") return cell.day;
    const place = cellAt(row, column);
    if (place && (cell.trouble === "unreadable" || isFirst(`${kind} ${cell.trouble}`)))
      problems.push(dateProblem(text, place, cell));
    return cell.day;
  };
  return (row, number) => {
    const started = dayOf(row, "started");
    const finished = dayOf(row, "finished");
    const reading = read(rawOf(row, statusAt));
    const status = isStatus(reading)
      ? reading
      : reading === "unknown" || reading === "unclear"
        ? "not-started"
        : statusByDates({ started, finished }, today);
    const phase = phaseOf(plainText(rawOf(row, phaseAt)), row.start);
    const name = plainText(rawOf(row, topicAt));
    const topic: Topic = {
      number,
      name,
      row,
      table: topicTable,
      phase,
      status,
      isStatusWritten: isStatus(reading),
      started,
      finished,
    };
    phase?.topics.push(topic);
    problems.push(...rowProblems(topic, today), ...statusProblem(text, topic, reading));
    return topic;
  };
}

/** The indexes of the columns that define a topic; beyond every row for those that the table lacks. */
function placesOf({ columns }: OpenTable): [number, number, number, number, number] {
  const placeOf = (kind: ColumnKind) => columns.get(kind) ?? 2 ** 30 - 1;
  return [placeOf("topic"), placeOf("phase"), placeOf("status"), placeOf("started"), placeOf("finished")];
}

/** A table is under one heading, and its column repeats few texts, so each is looked up once. */
function phaseReader(sections: Sections): (label: string, offset: number) => OpenPhase | null {
  const known = new Map<string, OpenPhase | null>();
  return (label, offset) => {
    const found = known.get(label);
    if (found !== undefined) return found;
    const phase = label === "" ? sections.phaseOfHeading(offset) : sections.phaseOfCell(label, offset);
    known.set(label, phase);
    return phase;
  };
}

function once(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => !seen.has(key) && seen.add(key).has(key);
}
