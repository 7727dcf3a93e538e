// Operation: add a column.
//
//     | Topic | Status |
//     |-------|--------|
//     | HTTP | Done |
//   →
//     | Topic | Started | Status |
//     |-------|---------|--------|
//     | HTTP | | Done |

import * as z from "zod/mini";
import { cellAt, type Row, type Table } from "../model/blocks.js";
import { type ColumnKind, columnKinds, isDayKind } from "../model/columns.js";
import { UserError } from "../model/errors.js";
import { plainText } from "../model/inline-text.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { statusByDates } from "../model/status.js";
import { ways } from "../model/ways.js";
import { type Edit, type Span, textAt } from "../text/edit.js";
import { endingAt, endOfLine } from "../text/lines.js";
import { normalize } from "../text/normalize.js";
import { quoteWords } from "../text/quote-for-shell.js";
import { widthInColumns } from "../text/width.js";
import { nameField, placeField, tableField } from "./fields.js";
import { headersOf, type RequestedColumn, requestedColumn, requireColumn } from "./find-column.js";
import { defineOperation, type Plan } from "./operation.js";
import { refuseRepeatedHeader } from "./rename.js";
import { endsInEscape, isPaddedColumn, isTightRow, slotWriter } from "./row-layout.js";
import { fieldToSet } from "./set-cells.js";
import { tableNumbered, tablesAmbiguous } from "./table-place.js";
import { statusWordFor } from "./topic-changes.js";

export const addColumn = defineOperation({
  name: "add column",
  summary: "Add a column to the topic table",
  examples: ["roadmap add column started", 'roadmap add column "Hours per week" --after phase'],
  input: z.strictObject({
    name: nameField(`${columnKinds.join(", ")}, or any other header`),
    after: placeField("insert it after this column"),
    table: tableField,
  }),
  plan(roadmap, { name, after, table: number }) {
    const column = requestedColumn(roadmap, name);
    const given = number === undefined ? null : tableNumbered(roadmap, number);
    const tablesWithout = (given ? [given] : roadmap.tables).filter(
      (table) => existingColumn(roadmap, table, column) === null,
    );
    const [table, another] = tablesWithout;
    if (table && another) throw tablesAmbiguous(roadmap, tablesWithout);
    if (table) return planIn(roadmap, table, { ...column, after });
    const [first] = given ? [given] : roadmap.tables;
    if (!first) tableNumbered(roadmap, 1);
    return alreadyThere(roadmap, first ?? tableNumbered(roadmap, 1), column);
  },
});

/** The existing column of that header or kind, counted from 0. */
function existingColumn(roadmap: Roadmap, table: TopicTable, { header, kind }: RequestedColumn): number | null {
  const same = headersOf(roadmap, table).findIndex((known) => normalize(known) === normalize(plainText(header)));
  if (same >= 0) return same;
  // A check or percent column only serves as the status until there is one.
  const isOtherForm = table.statusForm !== "words" && kind === "status";
  const shown = kind === "percent" && table.statusForm === "percent" ? "status" : kind;
  return shown === null || isOtherForm ? null : (table.columns.get(shown) ?? null);
}

function alreadyThere(roadmap: Roadmap, table: TopicTable, column: RequestedColumn): Plan {
  const index = existingColumn(roadmap, table, column) ?? 0;
  const name = headersOf(roadmap, table)[index] ?? "";
  const isRequested =
    normalize(name) === normalize(plainText(column.header)) || normalize(column.header) === column.kind;
  if (column.kind !== null && !isRequested) {
    const set = {
      operation: "set",
      input: { topic: { placeholder: "TOPIC" }, ...fieldToSet(roadmap, table, column.kind) },
    };
    throw new UserError(
      "ALREADY_THERE",
      `"${plainText(column.header)}" would be a second ${column.kind} column, next to "${name}"`,
      isSettable(table, column.kind)
        ? ways`use the existing one, ${set}, or choose another name`
        : "use the existing one, in an editor with `roadmap edit`, or choose another name",
    );
  }
  const subject = { type: "column", number: index + 1, name, at: table.table.header.start } as const;
  return { subject, changes: [], already: "already exists", notes: [], next: nextFor(column) };
}

/** A percentage next to a status is never written. */
function isSettable({ statusForm }: TopicTable, kind: ColumnKind): boolean {
  return kind !== "percent" || statusForm === "percent";
}

function planIn(roadmap: Roadmap, table: TopicTable, requested: RequestedColumn & { after: string | undefined }): Plan {
  const { header, kind, after } = requested;
  refuseRepeatedHeader(
    roadmap,
    table,
    "put a blank line above that row, or add the column in an editor, with `roadmap edit`",
  );
  const left = after === undefined ? leftOf(table, kind) : requireColumn(roadmap, table, after);
  const cells = kind === "status" ? writtenStatuses(roadmap, table) : noCells;
  const count = table.table.alignments.length;
  const old = Array.from({ length: count }, (_, from) => ({ from }));
  return {
    subject: { type: "column", number: left + 2, name: plainText(header), at: table.table.header.start },
    changes: [],
    structuralEdit: {
      edits: newColumnEdits(roadmap, table.table, { header, left, least: minWidth(kind), cells }),
      columns: {
        table: table.table,
        now: [...old.slice(0, left + 1), { from: null, header, cells }, ...old.slice(left + 1)],
      },
      summary: `column added after ${headersOf(roadmap, table)[left]}`,
      values: [],
      adds: ["columns"],
    },
    already: null,
    notes: [],
    next: nextFor(requested),
  };
}

const noCells: ReadonlyMap<Row, string> = new Map();

/** What the check or percent column says so far, in words, so that every topic keeps its status. */
function writtenStatuses(roadmap: Roadmap, table: TopicTable): ReadonlyMap<Row, string> {
  const written = roadmap.topics.filter((topic) => topic.table === table && topic.isStatusWritten);
  const needed = written.filter((topic) => topic.status !== statusByDates(topic, roadmap.today));
  return new Map(needed.map(({ row, status }) => [row, statusWordFor(roadmap, status, [])]));
}

function nextFor({ kind, header }: RequestedColumn): string | null {
  // A percentage is set only where it serves as the status, by its header.
  if (kind === "topic" || kind === "percent") return null;
  if (kind === null)
    return header.includes("=") ? null : `roadmap set TOPIC --column ${quoteWords(`${plainText(header)}=TEXT`)}`;
  return `roadmap set TOPIC --${kind} ${isDayKind(kind) ? "DATE" : "VALUE"}`;
}

/** Known columns are placed in display order, others last. */
function leftOf({ columns, table }: TopicTable, kind: ColumnKind | null): number {
  const last = table.alignments.length - 1;
  if (kind === null) return last;
  const before = columnKinds.slice(0, columnKinds.indexOf(kind)).findLast((known) => columns.has(known));
  return before === undefined ? last : (columns.get(before) ?? last);
}

/** The usual width of texts in such a column, in columns: padded columns are made wide enough for them. */
function minWidth(kind: ColumnKind | null): number {
  if (kind === "status") return "Not Started".length;
  return kind !== null && isDayKind(kind) ? "2026-01-31".length : 3;
}

// A blank column, inserted into every row of a table in the layout of its neighbor.

interface NewColumn {
  /** Already escaped. */
  readonly header: string;
  /** The column before it, counted from 0. */
  readonly left: number;
  /** The minimum width of its texts in display columns; used only if columns are padded. */
  readonly least: number;
  /** Its texts by row; blank in all others. */
  readonly cells: ReadonlyMap<Row, string>;
}

function newColumnEdits({ text }: Roadmap, table: Table, { header, left, least, cells }: NewColumn): Edit[] {
  const isPadded = isPaddedColumn(text, table, left);
  const isTight = isTightRow(table.header);
  const fill = isPadded ? " ".repeat(Math.max(0, least - widthInColumns(header))) : "";
  const headerSlot = isTight ? header + (fill || (endsInEscape(header) ? " " : "")) : ` ${header}${fill} `;
  const [first] = table.rows;
  const blank = isPadded
    ? " ".repeat(widthInColumns(headerSlot))
    : first
      ? slotWriter(text, table, first)(left, "")
      : "";
  return [
    ...cellEdits(table.header, left, headerSlot),
    delimiterEdit(text, table, { left, headerSlot }),
    // A row that ends before the new column still lacks its last cells.
    ...table.rows
      .filter(({ cellCount }) => cellCount > left + 1 || cellCount === table.alignments.length)
      .flatMap((row) => {
        const cell = cells.get(row);
        const slot = isTight ? (cell ?? "") : ` ${cell} `.padEnd(blank.length);
        return cellEdits(row, left, cell === undefined ? blank : slot);
      }),
  ];
}

function cellEdits(row: Row, left: number, slot: string): Edit[] {
  const cell = cellAt(row, left);
  if (!cell) return [];
  const { end } = cell.slot;
  if (end < row.end) return [{ at: { start: end, end }, text: `|${slot}` }];
  // After a last cell without a closing pipe, a blank cell needs the pipe to be a cell.
  const last = slot.trim() === "" ? " |" : slot.trimEnd();
  return [{ at: { start: row.end, end: row.end }, text: ` |${last}` }];
}

/** As many dashes as the header is wide if that holds for its neighbor, otherwise the same as its neighbor. */
function delimiterEdit(text: string, table: Table, { left, headerSlot }: { left: number; headerSlot: string }): Edit {
  const { slots, isClosed } = delimiterRow(text, table);
  const slot = slots[left] ?? { start: table.header.end, end: table.header.end };
  const old = textAt(text, slot);
  const neighbor = cellAt(table.header, left);
  const isWhole = neighbor !== undefined && widthInColumns(textAt(text, neighbor.slot)) === old.length;
  const blank = old === old.trim() ? "" : " ";
  const length = isWhole ? Math.max(3, widthInColumns(headerSlot) - 2 * blank.length) : old.trim().length;
  const dashes = `${blank}${"-".repeat(length)}${blank}`;
  const isLast = left === slots.length - 1 && !isClosed;
  return { at: { start: slot.end, end: slot.end }, text: isLast ? ` | ${dashes.trim()}` : `|${dashes}` };
}

/** The delimiter row of a table. It is not one of the table's rows, because its cells contain no text. */
export interface DelimiterRow {
  /** Between two pipes, or between a pipe and the edge of the row; one per column. */
  readonly slots: readonly Span[];
  /** Whether a pipe closes the last slot. */
  readonly isClosed: boolean;
}

/** The delimiter row is the line below the header. */
export function delimiterRow(text: string, { header }: Table): DelimiterRow {
  const above = endOfLine(text, header.end);
  const start = above + endingAt(text, above).length;
  const line = text.slice(start, endOfLine(text, start));
  const [, prefix = "", body = "", last = ""] = /^([\s>]*\|?)(.*?)(\|?)[ \t]*$/.exec(line) ?? [];
  let at = start + prefix.length;
  const slots = body.split("|").map((slot) => {
    const span = { start: at, end: at + slot.length };
    at = span.end + 1;
    return span;
  });
  return { slots, isClosed: last !== "" };
}
