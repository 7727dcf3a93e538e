// Random changes of a roadmap, as made by people, editors and programs, to derive two sides from a base.

import { parseRoadmap } from "../../src/index.js";
import { cellsOf, type Row, type Table } from "../../src/model/blocks.js";
import { applyEdits, type Edit, textAt } from "../../src/text/edit.js";
import { fc } from "./fast-check.js";

export interface RandomChange {
  readonly kind: string;
  /** Selects the table, row, column, task or line. */
  readonly first: number;
  readonly second: number;
}

type Changed = (text: string, change: RandomChange, word: string) => string;

/** Each returns the text unchanged if there is nothing to change. */
const changes: Record<string, Changed> = {
  "set a cell": (text, change, word) => setCell(text, change, word),
  "clear a cell": (text, change) => setCell(text, change, ""),
  "rename a topic": (text, { first }, word) => setCell(text, { kind: "set a cell", first, second: 0 }, `${word} topic`),
  "append a row": (text, change, word) => insertRow(text, { ...change, second: -1 }, word),
  "insert a row": (text, change, word) => insertRow(text, change, word),
  "add a known row": (text, change) => insertRow(text, change, `known ${change.first % 3}`),
  "append a known row": (text, change) => insertRow(text, { ...change, second: -1 }, `known ${change.first % 3}`),
  "add a known task": (text, change) => insertLine(text, change, ["task", `- [ ] known ${change.first % 3}`]),
  "copy a row": (text, { first, second }) => moveLine(text, { from: first, to: second, kept: "kept" }, "row"),
  "delete a row": (text, { first }) => deleteLine(text, first, "row"),
  "move a row": (text, { first, second }) => moveLine(text, { from: first, to: second, kept: "moved" }, "row"),
  "reverse the rows": (text, change) => reverseRows(text, change),
  "add a column": (text, change, word) => changeColumns(text, change, (slots, column) => [...slots, column(word)]),
  "delete a column": (text, change) =>
    changeColumns(text, change, (slots) =>
      slots.length < 3 ? slots : without(slots, 1 + (change.second % (slots.length - 1))),
    ),
  "rename a column": (text, change, word) => renameColumn(text, change, word),
  "pad a table": (text, change) => changeColumns(text, change, (slots) => slots.map((slot) => `${slot}  `)),
  "pad a row": (text, change) => padRow(text, change),
  "tick a task": (text, { first, second }) => setMark(text, first, second % 3 === 0 ? " " : "x"),
  "reword a task": (text, { first }, word) => rewordTask(text, first, word),
  "add a task": (text, change, word) => insertLine(text, change, ["task", `- [ ] ${word} task`]),
  "add a task below another": (text, change, word) => insertLine(text, change, ["task", `  - [ ] ${word} task`]),
  "delete a task": (text, { first }) => deleteLine(text, first, "task"),
  "move a task": (text, { first, second }) => moveLine(text, { from: first, to: second, kept: "moved" }, "task"),
  "add a line": (text, change, word) => insertLine(text, change, ["line", `${word} line`]),
  "add a section": (text, _, word) =>
    `${text}${endingOf(text)}## ${word}${endingOf(text)}${endingOf(text)}- [ ] ${word} task${endingOf(text)}`,
  "delete a line": (text, { first }) => deleteLine(text, first, "line"),
  "change a line": (text, { first }, word) => changeLine(text, first, word),
  "other line endings": (text) => text.replace(/\r\n|\n|\r/g, text.includes("\r\n") ? "\n" : "\r\n"),
  "byte order mark": (text) => (text.startsWith("\ufeff") ? text.slice(1) : `\ufeff${text}`),
  "final newline": (text) => (/[\r\n]$/.test(text) ? text.replace(/\r\n$|[\r\n]$/, "") : text + endingOf(text)),
};

const usual = ["set a cell", "append a row", "tick a task", "add a task", "delete a row", "rename a topic"];

export const changeKinds = Object.keys(changes);

export function generateChanges(most: number): fc.Arbitrary<RandomChange[]> {
  const kind = fc.oneof(fc.constantFrom(...usual), fc.constantFrom(...changeKinds));
  return fc.array(fc.record({ kind, first: fc.nat(30), second: fc.nat(30) }), { maxLength: most });
}

/** The text with the changes made; everything they write begins with `prefix` and is unique. */
export function changed(text: string, all: readonly RandomChange[], prefix: string): string {
  return all.reduce((now, change, index) => changes[change.kind]?.(now, change, `${prefix}${index}x`) ?? now, text);
}

function pick<Thing>(things: readonly Thing[], number: number): Thing | undefined {
  return things.length === 0 ? undefined : things[number % things.length];
}

function endingOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

function tablesOf(text: string): readonly Table[] {
  return parseRoadmap(text).roadmap.tables.map(({ table }) => table);
}

interface FoundRow {
  readonly table: Table;
  readonly row: Row;
}

function rowsOf(text: string): FoundRow[] {
  return tablesOf(text).flatMap((table) => table.rows.map((row) => ({ table, row })));
}

function setCell(text: string, { first, second }: RandomChange, word: string): string {
  const found = pick(rowsOf(text), first);
  const cell = found && pick(cellsOf(found.row), second);
  if (!cell) return text;
  const isClosed = text[cell.slot.end] === "|";
  return applyEdits(text, [{ at: cell.slot, text: word === "" ? (isClosed ? " " : " -") : ` ${word} ` }]);
}

/** After the last row of a table, or before a row. */
function insertRow(text: string, { first, second }: RandomChange, word: string): string {
  const table = pick(tablesOf(text), first);
  if (!table || table.rows.length === 0) return text;
  const row = second < 0 ? table.rows.at(-1) : pick(table.rows, second);
  if (!row) return text;
  const cells = Array.from({ length: table.alignments.length }, (_, index) =>
    index === 0 ? `${word} new` : index % 2 ? word : "",
  );
  const line = `| ${cells.join(" | ")} |`;
  const { lines, index } = lineWith(text, row.start);
  return put(lines, second < 0 ? index + 1 : index, prefixOf(text, row.start) + line);
}

function prefixOf(text: string, offset: number): string {
  const { lines, index, starts } = lineWith(text, offset);
  return (lines[index] ?? "").slice(0, offset - (starts[index] ?? 0));
}

interface Lines {
  /** Including their line breaks. */
  readonly lines: string[];
  readonly starts: number[];
}

function linesOf(text: string): Lines {
  const lines: string[] = text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+/g) ?? [];
  let at = 0;
  const starts = lines.map((line) => {
    at += line.length;
    return at - line.length;
  });
  return { lines, starts };
}

function lineWith(text: string, offset: number): Lines & { readonly index: number } {
  const { lines, starts } = linesOf(text);
  return { lines, starts, index: starts.findLastIndex((start) => start <= offset) };
}

/** Inserts a separate line at that index, whatever ends the last line. */
function put(lines: readonly string[], index: number, line: string): string {
  const ending = endingOf(lines.join(""));
  const before = lines.slice(0, index);
  const behind = lines.slice(index);
  const last = before.at(-1);
  const closed = last === undefined || /[\r\n]$/.test(last) ? before : [...before.slice(0, -1), last + ending];
  const isLast = behind.length === 0 && last !== undefined && !/[\r\n]$/.test(last);
  return [...closed, isLast ? line : line + ending, ...behind].join("");
}

type LineKind = "row" | "task" | "line";

/** The indexes of the lines of that kind; `line` for those that are neither rows nor tasks nor blank. */
function indexesOf(text: string, kind: LineKind): number[] {
  const { roadmap } = parseRoadmap(text);
  const { lines, starts } = linesOf(text);
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset);
  const rows = roadmap.tables.flatMap(({ table }) => table.rows.map((row) => lineOf(row.start)));
  const tasks = roadmap.tasks.map(({ mark }) => lineOf(mark.start));
  if (kind === "row") return rows;
  if (kind === "task") return tasks;
  const heads = roadmap.tables.flatMap(({ table }) => [lineOf(table.header.start), lineOf(table.header.start) + 1]);
  const other = new Set([...rows, ...tasks, ...heads]);
  return lines.flatMap((line, index) => (other.has(index) || line.trim() === "" ? [] : [index]));
}

function deleteLine(text: string, number: number, kind: LineKind): string {
  const index = pick(indexesOf(text, kind), number);
  const { lines } = linesOf(text);
  return index === undefined ? text : without(lines, index).join("");
}

interface Move {
  readonly from: number;
  readonly to: number;
  readonly kept: "kept" | "moved";
}

function moveLine(text: string, { from, to, kept }: Move, kind: LineKind): string {
  const source = pick(indexesOf(text, kind), from);
  if (source === undefined) return text;
  const { lines } = linesOf(text);
  const line = (lines[source] ?? "").replace(/[\r\n]+$/, "");
  const left = kept === "moved" ? without(lines, source) : lines;
  const places = indexesOf(left.join(""), kind);
  const target = pick(places, to) ?? source;
  return put(left, target, line);
}

function insertLine(text: string, { first }: RandomChange, [kind, line]: readonly [LineKind, string]): string {
  const index = pick(indexesOf(text, kind), first);
  const { lines } = linesOf(text);
  return put(lines, index === undefined ? lines.length : index + 1, line);
}

function changeLine(text: string, number: number, word: string): string {
  const index = pick(indexesOf(text, "line"), number);
  const { lines } = linesOf(text);
  const line = lines[index ?? -1];
  if (index === undefined || line === undefined) return text;
  return lines.with(index, line.replace(/(\r\n|\n|\r)?$/, ` ${word}$1`)).join("");
}

function without<Thing>(things: readonly Thing[], index: number): Thing[] {
  return things.filter((_, at) => at !== index);
}

function reverseRows(text: string, { first }: RandomChange): string {
  const table = pick(tablesOf(text), first);
  if (!table) return text;
  const texts = table.rows.map((row) => textAt(text, row)).reverse();
  return applyEdits(
    text,
    table.rows.map((row, index): Edit => ({ at: row, text: texts[index] ?? "" })),
  );
}

type ChangeSlots = (slots: string[], column: (word: string) => string) => string[];

/** Rewrites every line of a table from its slots, closed by pipes. */
function changeColumns(text: string, { first }: RandomChange, change: ChangeSlots): string {
  const table = pick(tablesOf(text), first);
  if (!table) return text;
  const { lines, starts, index } = lineWith(text, table.header.start);
  const draw = (slots: readonly string[]) => `|${slots.join("|")}|`;
  const rowEdits = [table.header, ...table.rows].map((row, number): Edit => {
    const slots = cellsOf(row).map(({ slot }) => textAt(text, slot));
    const column = (word: string) => (number === 0 ? ` ${word} ` : number === 2 ? ` ${word}v ` : " ");
    return { at: row, text: draw(change(slots, column)) };
  });
  const line = lines[index + 1] ?? "";
  const start = (starts[index + 1] ?? 0) + line.search(/[|:-]/);
  const bare = text.slice(start, (starts[index + 1] ?? 0) + line.length).trimEnd();
  const slots = bare.replace(/^\||\|$/g, "").split("|");
  const changedSlots = change(slots, () => "---").map((slot) => slot.replace(/-( ?:? ?) {2}$/, "---$1"));
  return applyEdits(text, [...rowEdits, { at: { start, end: start + bare.length }, text: draw(changedSlots) }]);
}

function renameColumn(text: string, { first, second }: RandomChange, word: string): string {
  const table = pick(tablesOf(text), first);
  const cells = table ? cellsOf(table.header) : [];
  const cell = pick(cells.slice(1), second);
  return cell && cells.length > 2 ? applyEdits(text, [{ at: cell.slot, text: ` ${word} ` }]) : text;
}

function padRow(text: string, { first }: RandomChange): string {
  const found = pick(rowsOf(text), first);
  const cell = found && cellsOf(found.row)[1];
  return cell ? applyEdits(text, [{ at: { start: cell.slot.start, end: cell.slot.start }, text: "  " }]) : text;
}

function setMark(text: string, number: number, mark: string): string {
  const task = pick(parseRoadmap(text).roadmap.tasks, number);
  return task ? applyEdits(text, [{ at: task.mark, text: mark }]) : text;
}

function rewordTask(text: string, number: number, word: string): string {
  const task = pick(parseRoadmap(text).roadmap.tasks, number);
  if (!task) return text;
  const at = { start: task.mark.end + 1, end: task.mark.end + 1 };
  return applyEdits(text, [{ at, text: ` ${word}` }]);
}
