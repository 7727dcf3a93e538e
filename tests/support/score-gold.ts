// Score: how the program reads real roadmaps, compared with what a careful person said about each of their tables.

import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseRoadmap } from "../../src/index.js";
import { cellTextAt, type Row } from "../../src/model/blocks.js";
import { plainText } from "../../src/model/inline-text.js";
import type { Problem } from "../../src/model/problem.js";
import type { Roadmap, Topic } from "../../src/model/roadmap.js";

/** One line of the gold file. Columns count from 0, lines from 1. */
interface GoldFile {
  readonly file: string;
  readonly tables: readonly GoldTable[];
  readonly tasks?: { readonly all: number; readonly checked?: number; readonly nearTasks?: readonly number[] };
  readonly doubt?: boolean;
  /** Whether the file must be refused because it is not UTF-8. */
  readonly refuse?: boolean;
}

const scoredDays = ["started", "finished", "due"] as const;

interface GoldTable {
  readonly line: number;
  readonly end: number;
  /** Whether its rows are things to work through; the other fields are present only then. */
  readonly tracker: boolean;
  readonly name?: number | readonly number[] | null;
  readonly nameAlso?: readonly number[];
  readonly status?: number | null;
  readonly percent?: number | null;
  readonly started?: number | null;
  readonly finished?: number | null;
  readonly due?: number | null;
  readonly phase?: number | null;
  readonly phaseFrom?: "column" | "heading" | "none";
  readonly heading?: string;
  readonly notRows?: readonly number[];
  readonly doubtRows?: readonly number[];
  /** The status of each text of the status column; `?` is not compared. */
  readonly states?: Readonly<Record<string, string>>;
  readonly rowStates?: Readonly<Record<string, string>>;
  readonly doubt?: boolean;
  readonly doubtName?: boolean;
  readonly doubtStatus?: boolean;
  readonly doubtPhase?: boolean;
}

const counters = {
  files: 0,
  filesWithTracker: 0,
  wholeFiles: 0,
  wholeFilesWithTracker: 0,
  rows: 0,
  rowsRead: 0,
  falseRows: 0,
  names: 0,
  namesRight: 0,
  statuses: 0,
  statusesRight: 0,
  dates: 0,
  datesRight: 0,
  phases: 0,
  phasesRight: 0,
  rowsLostSilently: 0,
  /** Trackers of which rows are missing, but a problem says so. */
  toldTables: 0,
  /** Those whose missing rows are read with the front matter line that the problem offers. */
  toldTablesTaught: 0,
  otherTables: 0,
  otherTablesTouched: 0,
  filesWithTasksRight: 0,
};

type Counter = keyof typeof counters;

export interface Score {
  readonly counts: Readonly<Record<Counter, number>>;
  /** What was read wrong, by file. */
  readonly notes: readonly string[];
}

/** The scores of all files of the gold file that `isIncluded` accepts. */
export function scoreGold(folder: string, isIncluded: (file: string) => boolean = () => true): Score {
  const counts = { ...counters };
  const notes: string[] = [];
  for (const line of readFileSync(join(folder, "gold.jsonl"), "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const gold: GoldFile = JSON.parse(line);
    if (gold.doubt || !isIncluded(gold.file)) continue;
    const score = scoreFile(readFileSync(join(folder, gold.file)), gold);
    for (const counter of Object.keys(counters).filter(isCounter)) counts[counter] += score.counts[counter];
    notes.push(...score.notes.map((note) => `${gold.file} ${note}`));
  }
  return { counts, notes };
}

function isCounter(word: string): word is Counter {
  return word in counters;
}

/** The day on which the gold file was made: later dates are plans. */
const TODAY = "2026-11-30";

interface Reading {
  readonly text: string;
  readonly roadmap: Roadmap;
  readonly problems: readonly Problem[];
  readonly lineOf: (offset: number) => number;
  readonly topicAt: ReadonlyMap<number, Topic>;
}

function readText(text: string): Reading {
  const { roadmap, problems } = parseRoadmap(text, { today: TODAY });
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length)];
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1;
  const topicAt = new Map(roadmap.topics.map((topic) => [lineOf(topic.row.start), topic]));
  return { text, roadmap, problems, lineOf, topicAt };
}

function scoreFile(bytes: Buffer, gold: GoldFile): Score {
  const counts = { ...counters, files: 1 };
  const notes: string[] = [];
  if (gold.refuse) {
    if (!isUtf8(bytes)) counts.wholeFiles = counts.filesWithTasksRight = 1;
    return { counts, notes };
  }
  const reading = readText(bytes.toString("utf8"));
  const expected = new Set<number>();
  const ignored = new Set<number>();
  for (const table of gold.tables) {
    if (table.doubt) for (const line of linesOf(table)) ignored.add(line);
    else if (table.tracker) scoreTracker(reading, table, { counts, notes, expected, ignored });
    else scoreOther(reading, table, { counts, notes });
  }
  const isFalse = ([line]: [number, Topic]) => !expected.has(line) && !ignored.has(line);
  const falseTopics = [...reading.topicAt].filter(isFalse);
  counts.falseRows = falseTopics.length;
  notes.push(...falseTopics.map(([line, { name }]) => `${line}: false topic "${name}"`));
  const near = new Set(gold.tasks?.nearTasks);
  const tasks = reading.roadmap.tasks.filter(({ span }) => !near.has(reading.lineOf(span.start)));
  const done = tasks.filter(({ status }) => status === "done");
  const areTasksRight =
    tasks.length === (gold.tasks?.all ?? tasks.length) && done.length === (gold.tasks?.checked ?? done.length);
  if (areTasksRight) counts.filesWithTasksRight = 1;
  else notes.push(`${tasks.length} tasks, ${done.length} done; expected ${JSON.stringify(gold.tasks)}`);
  const isWhole =
    counts.rowsRead === counts.rows &&
    counts.falseRows === 0 &&
    counts.namesRight === counts.names &&
    counts.statusesRight === counts.statuses &&
    areTasksRight;
  if (isWhole) counts.wholeFiles = 1;
  if (counts.rows > 0) counts.filesWithTracker = 1;
  if (counts.rows > 0 && isWhole) counts.wholeFilesWithTracker = 1;
  return { counts, notes };
}

interface Tally {
  readonly counts: Record<Counter, number>;
  readonly notes: string[];
}

function linesOf({ line, end }: GoldTable): number[] {
  return Array.from({ length: end - line + 1 }, (_, index) => line + index);
}

/** A table that tracks nothing: neither its rows are topics, nor does a problem call it unread. */
function scoreOther({ problems, lineOf, topicAt }: Reading, table: GoldTable, { counts, notes }: Tally): void {
  counts.otherTables++;
  const isRead = linesOf(table).some((line) => topicAt.has(line));
  const warned = problems.find(({ span }) => isInside(table, lineOf(span.start)));
  if (!isRead && !warned) return;
  counts.otherTablesTouched++;
  notes.push(`${table.line}: ${warned && !isRead ? `${warned.code} for` : "topics in"} a table that tracks nothing`);
}

function isInside({ line, end }: GoldTable, at: number): boolean {
  return at >= line && at <= end;
}

interface TrackerTally extends Tally {
  readonly expected: Set<number>;
  readonly ignored: Set<number>;
}

function scoreTracker(reading: Reading, table: GoldTable, tally: TrackerTally): void {
  const { counts, notes, expected, ignored } = tally;
  for (const line of table.doubtRows ?? []) ignored.add(line);
  const rows = rowsOf(reading, table);
  const wanted = linesOf(table)
    .slice(2)
    .filter((line) => !table.notRows?.includes(line) && !ignored.has(line));
  let phase = "";
  let read = 0;
  for (const line of wanted) {
    expected.add(line);
    counts.rows++;
    const row = rows.get(line);
    const cell = (column: number | null | undefined) =>
      row === undefined || column === null || column === undefined ? "" : cellTextAt(reading.text, row, column);
    if (!isBlank(visible(cell(table.phase)))) phase = visible(cell(table.phase));
    const topic = reading.topicAt.get(line);
    if (!topic) continue;
    read++;
    scoreTopic(topic, { reading, table, line, cell, phase, tally });
  }
  counts.rowsRead += read;
  if (read === wanted.length) return;
  const told = reading.problems.filter(({ span }) => isInside(table, reading.lineOf(span.start)));
  notes.push(`${table.line}: ${wanted.length - read} of ${wanted.length} rows lost, ${told[0]?.code ?? "silently"}`);
  if (told.length === 0) counts.rowsLostSilently += wanted.length - read;
  else {
    counts.toldTables++;
    if (told.some(({ hint }) => isTaught(reading, hint, wanted))) counts.toldTablesTaught++;
    else notes.push(`${table.line}: no hint makes its rows read: ${told.map(({ hint }) => hint).join(" / ")}`);
  }
}

function rowsOf({ roadmap, lineOf }: Reading, { line }: GoldTable): ReadonlyMap<number, Row> {
  const table = roadmap.blocks.tables.find(({ header }) => lineOf(header.start) === line);
  if (!table) throw new Error(`no table in line ${line}`);
  return new Map(table.rows.map((row) => [lineOf(row.start), row]));
}

/** Whether all of these lines are topics after the front matter line in the hint is written into the file. */
function isTaught({ text }: Reading, hint: string, lines: readonly number[]): boolean {
  const setting = /columns: \{.*\}/.exec(hint)?.[0];
  if (setting === undefined || text.startsWith("---")) return false;
  const taught = readText(`---\nroadmap:\n  ${setting}\n---\n${text}`);
  return lines.every((line) => taught.topicAt.has(line + 4));
}

interface TopicTally {
  readonly reading: Reading;
  readonly table: GoldTable;
  readonly line: number;
  /** The text of a cell of the row as written; blank if there is no such column. */
  readonly cell: (column: number | null | undefined) => string;
  /** The nearest nonblank text above in the phase column. */
  readonly phase: string;
  readonly tally: Tally;
}

function scoreTopic(topic: Topic, context: TopicTally): void {
  const { table, line, cell, tally } = context;
  const { counts, notes } = tally;
  if (!table.doubtName && table.name !== null && table.name !== undefined) {
    const columns = [table.name, table.nameAlso ?? []].flat();
    const isRight = columns.some((column) => withoutSigns(visible(cell(column))) === withoutSigns(visible(topic.name)));
    counts.names++;
    if (isRight) counts.namesRight++;
    else notes.push(`${line}: name "${topic.name}"`);
  }
  const status = expectedStatus(context);
  if (!table.doubtStatus && status !== "?") {
    counts.statuses++;
    if (status === topic.status) counts.statusesRight++;
    else notes.push(`${line}: ${topic.status}, not ${status}: "${cell(table.status ?? table.percent)}"`);
  }
  for (const kind of scoredDays) scoreDate(topic, kind, context);
  scorePhase(topic, context);
}

function expectedStatus({ table, line, cell }: TopicTally): string {
  const { states = {}, rowStates } = table;
  const known = rowStates?.[line];
  if (known !== undefined) return known;
  if (table.status !== null && table.status !== undefined) {
    const text = cell(table.status);
    const key = Object.keys(states).find((word) => word === text || visible(word) === visible(text));
    return (key === undefined ? undefined : states[key]) ?? (visible(text) === "" ? "not-started" : "?");
  }
  if (table.percent !== null && table.percent !== undefined) {
    const share = /(\d+(?:[.,]\d+)?)\s*%/.exec(visible(cell(table.percent)))?.[1];
    if (share === undefined) return isBlank(visible(cell(table.percent))) ? "not-started" : "?";
    return Number.parseFloat(share) <= 0 ? "not-started" : Number.parseFloat(share) >= 100 ? "done" : "in-progress";
  }
  if (!isBlank(visible(cell(table.finished)))) return "done";
  return isBlank(visible(cell(table.started))) ? "not-started" : "in-progress";
}

/** A cell that shows a year is a date, or a problem says why it is not; a column that is no date column gives none. */
function scoreDate(
  topic: Topic,
  kind: (typeof scoredDays)[number],
  { reading, table, line, cell, tally }: TopicTally,
): void {
  const column = table[kind];
  const text = visible(cell(column));
  if (column !== null && column !== undefined && !/\d{4}/.test(text)) return;
  const isRight =
    column === null || column === undefined
      ? topic[kind] === null
      : topic[kind] !== null || reading.problems.some((problem) => isAbout(reading, problem, { table, line }));
  tally.counts.dates++;
  if (isRight) tally.counts.datesRight++;
  else tally.notes.push(`${line}: ${kind} ${topic[kind]}: "${text}"`);
}

/** Problems of a row are in its line; the order of day and month is reported once for a column. */
function isAbout({ lineOf }: Reading, { code, span }: Problem, { table, line }: { table: GoldTable; line: number }) {
  const at = lineOf(span.start);
  return at === line || (code === "DATE_ORDER_UNCLEAR" && isInside(table, at));
}

/** Loose: one of the texts may be a part of the other. */
function scorePhase(topic: Topic, { table, line, phase, tally }: TopicTally): void {
  if (table.phaseFrom === undefined || table.doubtPhase) return;
  const read = visible(topic.phase?.label ?? "").toLowerCase();
  const wanted = { column: phase, heading: visible(table.heading ?? ""), none: "" }[table.phaseFrom].toLowerCase();
  const isRight = read === wanted || (read !== "" && wanted !== "" && (read.includes(wanted) || wanted.includes(read)));
  tally.counts.phases++;
  if (isRight) tally.counts.phasesRight++;
  else tally.notes.push(`${line}: phase "${read}", not "${wanted}"`);
}

function visible(raw: string): string {
  return plainText(raw)
    .replace(/[*_~`]|\uFE0F/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A name with the sign of a status in front of it is the same name. */
function withoutSigns(name: string): string {
  return name.replace(/^(?:\[.?\]\s*|[\p{Extended_Pictographic}\u2610-\u2612\u{1F7E0}-\u{1F7EB}]\s*)+(?=.)/u, "");
}

function isBlank(text: string): boolean {
  return /^[-–—_.…\s/]*$/.test(text) || /^(?:tbd|n\/?a|todo|待定|yyyy-mm-dd)$/i.test(text);
}

/** The figures, each with its bar if it has one, and what was read wrong. */
export function scoreLines({ counts, notes }: Score): string[] {
  const share = (part: Counter, whole: Counter) =>
    `${counts[part]} of ${counts[whole]} (${((100 * counts[part]) / Math.max(1, counts[whole])).toFixed(1)}%)`;
  return [
    ...notes,
    "",
    `rows read: ${share("rowsRead", "rows")}; lost silently: ${counts.rowsLostSilently}`,
    `false rows: ${counts.falseRows}`,
    `names right: ${share("namesRight", "names")}`,
    `statuses right: ${share("statusesRight", "statuses")}`,
    `dates right: ${share("datesRight", "dates")}`,
    `phases right: ${share("phasesRight", "phases")}`,
    `tables told about: ${counts.toldTables}, of these read with the front matter line offered: ${counts.toldTablesTaught}`,
    `tables that track nothing, but are read or warned about: ${share("otherTablesTouched", "otherTables")}`,
    `files with all tasks right: ${share("filesWithTasksRight", "files")}`,
    `files read right: ${share("wholeFiles", "files")}; with topics: ${share("wholeFilesWithTracker", "filesWithTracker")}`,
  ];
}
