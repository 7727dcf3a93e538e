// Roadmap: the content of a file, with the position of each part.

import { type Span, textAt } from "../text/edit.js";
import { memoizeWeakly } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { type Blocks, type Cell, cellAt, cellsOf, cellTextAt, type Row, type Table } from "./blocks.js";
import { byKind, type ColumnKind, type DayKind, dayKinds } from "./columns.js";
import type { DateFormat, Day } from "./dates.js";
import { plainText } from "./inline-text.js";
import type { Settings } from "./settings.js";
import type { Status, Vocabulary } from "./status.js";

/** All lists are in file order. */
export interface Roadmap {
  /** The text it was read from; all spans refer to it. */
  readonly text: string;
  /** All headings, tables and list items, including those that are prose. */
  readonly blocks: Blocks;
  readonly title: string | null;
  readonly tables: readonly TopicTable[];
  readonly topics: readonly Topic[];
  readonly tracks: readonly Track[];
  readonly phases: readonly Phase[];
  readonly tasks: readonly Task[];
  readonly vocabulary: Vocabulary;
  /** The cells that list all statuses instead of naming one. */
  readonly legends: readonly Cell[];
  readonly settings: Settings;
  /** The day on which it was read: later dates are plans. Null: every date counts as a fact. */
  readonly today: Day | null;
}

export interface TopicTable extends Readonly<Record<DayKind, ColumnDates>> {
  readonly table: Table;
  /** The number for `--table`, counted from 1; null if the file has only one table. */
  readonly number: number | null;
  /**
   * The position of each kind of column, counted from 0. A check or percent column that serves as status is the status
   * column.
   */
  readonly columns: ReadonlyMap<ColumnKind, number>;
  /** How its status column names a status. */
  readonly statusForm: StatusForm;
  /** The headers of columns whose kind follows from their cells or from part of the header, by kind. */
  readonly inferred: ReadonlyMap<ColumnKind, string>;
  /** Kinds that two columns match equally well: the first one is read, neither is written. */
  readonly repeated: ReadonlySet<ColumnKind>;
  /** The most frequent spelling of each status in its status column; blank counts as a spelling of not started. */
  readonly spelling: ReadonlyMap<Status, string>;
}

/** Words and emoji; a check or a blank; or a percentage (a share such as `3/5` counts). */
type StatusForm = "words" | "check" | "percent";

/** How a date column writes dates: a format, no evidence (`null`), or an ambiguous order. */
export type ColumnDates = DateFormat | null | "unclear";

/** The dates in the cells of a topic. */
export type Days = Readonly<Record<DayKind, Day | null>>;

export const noDays: Days = byKind(dayKinds, () => null);

export interface Topic extends Days {
  /** 1 for the first topic of the file, as printed by `list`. */
  readonly number: number;
  /** The text of the topic cell without Markdown. */
  readonly name: string;
  readonly row: Row;
  readonly table: TopicTable;
  readonly phase: Phase | null;
  readonly status: Status;
  /** Whether the status cell contains it; otherwise it follows from the dates or the default. */
  readonly isStatusWritten: boolean;
}

export interface Track {
  readonly title: string;
  readonly goal: string | null;
  readonly heading: Span;
  /** The heading of the track that contains this one. */
  readonly around: Span | null;
  readonly phases: readonly Phase[];
}

export interface Phase {
  /** The text of the Phase cell or heading, without Markdown. */
  readonly label: string;
  /** Its name in the front matter. */
  readonly name: string | null;
  /** 2 for `Phase 2: Design`, `Week II`, `2. Design` and `2`; null for `AWS S3`. */
  readonly number: number | null;
  /** Null if Phase cells define it. */
  readonly heading: Span | null;
  readonly track: Track | null;
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
}

export interface Task {
  /** 1 for the first task of the file, as printed by `list`. */
  readonly number: number;
  /** Its first paragraph without Markdown and without the checkbox. */
  readonly name: string;
  readonly span: Span;
  /** The character between the brackets. */
  readonly mark: Span;
  readonly status: Status;
  readonly parent: Task | null;
  /** 0 for a task that is not inside another task. */
  readonly depth: number;
  readonly phase: Phase | null;
}

/** A column by its kind, or, for a column of no kind, by its position, counted from 0. */
export type TableColumn = ColumnKind | number;

/** The position of a column, counted from 0; undefined if the table has none of that kind. */
export function columnIndex({ columns }: TopicTable, column: TableColumn): number | undefined {
  return typeof column === "number" ? column : columns.get(column);
}

/** The name of a column, as in `columnNames`. */
export function columnName({ text }: Roadmap, table: TopicTable, column: TableColumn): string {
  return typeof column === "number" ? (columnNames(text, table)[column] ?? `column ${column + 1}`) : column;
}

/** The cell of a topic in a column; undefined if the table or the row has none. */
export function cellOf(topic: Topic, column: TableColumn): Cell | undefined {
  const index = columnIndex(topic.table, column);
  return index === undefined ? undefined : cellAt(topic.row, index);
}

/** The text of that cell as written, including escapes; empty if there is no such cell. */
export function cellText(roadmap: Roadmap, topic: Topic, column: TableColumn): string {
  const index = columnIndex(topic.table, column);
  return index === undefined ? "" : cellTextAt(roadmap.text, topic.row, index);
}

/** Cells may spell one phase in several ways; the first spelling is its label. */
export function isSamePhase(one: Pick<Phase, "label"> | null, other: Pick<Phase, "label"> | null): boolean {
  return one?.label === other?.label || normalize(one?.label ?? "") === normalize(other?.label ?? "");
}

/** How a phase is shown on its own: `Phase 2: Scalable backends` if the front matter names phase 2. */
export function phaseTitle({ label, name }: Pick<Phase, "label" | "name">): string {
  const title = /^\d+$/.test(label) ? `Phase ${label}` : label;
  return name ? `${title}: ${name}` : title;
}

// The cells of a row by column name: known columns by kind, all others by header.

interface ColumnNames {
  readonly list: readonly string[];
  readonly text: string;
}

/**
 * The name of each column of a topic table, in order: its kind (`finished`), else its header without case and Markdown,
 * else its number. Names are unique within a table.
 */
export function columnNames(text: string, table: TopicTable): readonly string[] {
  return namesOf(table, text).list;
}

/** The same as one string, for comparing tables. */
export function columnsText(text: string, table: TopicTable): string {
  return namesOf(table, text).text;
}

// Pure, so that the script of the web page, which needs none of it, leaves it out.
const namesOf = /* @__PURE__ */ memoizeWeakly(({ table, columns }: TopicTable, text: string): ColumnNames => {
  const kinds = new Map([...columns].map(([kind, column]): [number, string] => [column, kind]));
  const names = new Set<string>();
  const list = cellsOf(table.header).map((cell, column) => {
    const header = kinds.get(column) ?? normalize(plainText(textAt(text, cell)));
    const name = header === "" || names.has(header) ? `column ${column + 1}` : header;
    names.add(name);
    return name;
  });
  return { list, text: list.join("\n") };
});

/** The text of each cell of the row as written, including escapes; cells beyond the header by number. */
export function cellTexts({ text }: Roadmap, { row, table }: Topic): ReadonlyMap<string, string> {
  const names = columnNames(text, table);
  const cells = new Map<string, string>();
  for (let column = 0; column < row.cellCount; column++)
    cells.set(names[column] ?? `column ${column + 1}`, cellTextAt(text, row, column));
  return cells;
}
