// Roadmap: what a file says, with the places where it says it.

import { fold } from "../text/fold.js";
import type { Span } from "../text/span.js";
import type { Blocks } from "./blocks.js";
import type { DateFormat, Day } from "./dates.js";
import type { Status, Vocabulary } from "./status.js";
import { type Cell, cellAt, cellTextAt, type Row, type Table } from "./table.js";

/** The columns a topic table may have, in the order the program names them. */
export const columnKinds = [
  "topic",
  "phase",
  "started",
  "finished",
  "comments",
  "status",
  "resources",
  "deliverables",
  "proof",
] as const;

export type ColumnKind = (typeof columnKinds)[number];

/** All lists are in file order. */
export interface Roadmap {
  /** The text it was read from; every span speaks of it. */
  readonly text: string;
  /** The headings, tables and list items of it, whether they are part of the roadmap or prose. */
  readonly blocks: Blocks;
  readonly title: string | null;
  readonly tables: readonly TopicTable[];
  readonly topics: readonly Topic[];
  readonly tracks: readonly Track[];
  readonly phases: readonly Phase[];
  readonly tasks: readonly Task[];
  readonly vocabulary: Vocabulary;
  /** The cells that list the states instead of naming one. */
  readonly legends: readonly Cell[];
  readonly settings: Settings;
  /** The day on which it was read: later dates are plans. Null: every date counts as a fact. */
  readonly today: Day | null;
}

/** What the front matter asks for under `roadmap:`. */
export interface Settings {
  /** Names of columns by kind, as the header rows spell them. */
  readonly columns: ReadonlyMap<ColumnKind, string>;
  /** Words by state; the first one is written. */
  readonly status: ReadonlyMap<Status, readonly string[]>;
  readonly dates: DateFormat | null;
  /** Whether every change is committed. */
  readonly commit: boolean;
  /** Topics a week that a forecast assumes. */
  readonly weekly: number | null;
  /** Names of phases by what the Phase cells say. */
  readonly phases: ReadonlyMap<string, string>;
}

export interface TopicTable {
  readonly table: Table;
  /** As `--table` names it, counted from 1; null for the only one of the file. */
  readonly number: number | null;
  /** Where each kind of column stands, counted from 0. */
  readonly columns: ReadonlyMap<ColumnKind, number>;
  /** Kinds that two columns claim with equal right: they are read from the first, and not written. */
  readonly repeated: ReadonlySet<ColumnKind>;
  /** The most used spelling of each state in its status column; a blank one counts as a spelling of not started. */
  readonly spelling: ReadonlyMap<Status, string>;
  readonly started: ColumnDates;
  readonly finished: ColumnDates;
}

/** How a date column writes days: a format, nothing to go by (`null`), or an order nobody can tell. */
export type ColumnDates = DateFormat | null | "unclear";

export interface Topic {
  /** 1 for the first topic of the file, as `list` prints it. */
  readonly number: number;
  /** The text of the topic cell without Markdown. */
  readonly name: string;
  readonly row: Row;
  readonly table: TopicTable;
  readonly phase: Phase | null;
  readonly status: Status;
  /** Whether the status cell says so itself; otherwise the dates do, or nothing does. */
  readonly isStatusWritten: boolean;
  readonly started: Day | null;
  readonly finished: Day | null;
}

export interface Track {
  readonly title: string;
  readonly goal: string | null;
  readonly heading: Span;
  readonly phases: readonly Phase[];
}

export interface Phase {
  /** What the Phase cell or the heading says, without Markdown. */
  readonly label: string;
  /** The name the front matter gives it. */
  readonly name: string | null;
  /** The first number in the label: 2 for `Phase 2: Design`, `Week 2` and `2`. */
  readonly number: number | null;
  readonly track: Track | null;
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
}

export interface Task {
  /** 1 for the first task of the file, as `list` prints it. */
  readonly number: number;
  /** Its first paragraph without Markdown and without the checkbox. */
  readonly name: string;
  readonly span: Span;
  /** The one character between the brackets. */
  readonly mark: Span;
  readonly status: Status;
  readonly parent: Task | null;
  /** 0 for a task inside no other task. */
  readonly depth: number;
  readonly phase: Phase | null;
}

/** The cell of a topic in a column of that kind; undefined when the table or the row has none. */
export function cellOf(topic: Topic, kind: ColumnKind): Cell | undefined {
  const column = topic.table.columns.get(kind);
  return column === undefined ? undefined : cellAt(topic.row, column);
}

/** What that cell says in the file, escapes included; empty when there is no such cell. */
export function cellText(roadmap: Roadmap, topic: Topic, kind: ColumnKind): string {
  const column = topic.table.columns.get(kind);
  return column === undefined ? "" : cellTextAt(roadmap.text, topic.row, column);
}

/** Cells may write one phase in several ways; it is called as the first of them does. */
export function isSamePhase(one: Pick<Phase, "label"> | null, other: Pick<Phase, "label"> | null): boolean {
  return one?.label === other?.label || fold(one?.label ?? "") === fold(other?.label ?? "");
}

/** How a phase is named on its own: `2 Scalable backends` where the front matter names phase 2. */
export function phaseTitle({ label, name }: Pick<Phase, "label" | "name">): string {
  const title = /^\d+$/.test(label) ? `Phase ${label}` : label;
  return name ? `${title}: ${name}` : title;
}
