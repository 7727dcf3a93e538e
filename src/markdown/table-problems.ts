// Table problems: what was inferred about a table, or could not be, with the front matter line that would say it.

import type { Cell, Table } from "../model/blocks.js";
import type { ColumnKind } from "../model/columns.js";
import { columnsSetting, type WantedColumns } from "../model/columns-setting.js";
import type { Roadmap } from "../model/roadmap.js";
import { type Span, textAt } from "../text/edit.js";
import { inQuotes } from "../text/in-quotes.js";
import type { Column } from "./settle-columns.js";
import type { TopicProblem } from "./topic-problems.js";

export function columnRepeated(text: string, kind: ColumnKind, cell: Cell | undefined): TopicProblem {
  const span = { start: cell?.start ?? 0, end: cell?.end ?? 0 };
  return {
    code: "COLUMN_REPEATED",
    span,
    message: `duplicate ${kind} column ${inQuotes(textAt(text, span))}; only the first one is read`,
    hint: `rename one of them, or choose one in the front matter: roadmap: columns: { ${kind}: HEADER }`,
  };
}

export function columnsInferred(table: Table, inferred: ReadonlyMap<ColumnKind, string>): TopicProblem {
  const kinds = [...inferred.keys()];
  const headers = [...inferred.values()].map(inQuotes);
  return {
    code: "COLUMN_INFERRED",
    span: headerSpan(table),
    message: `${listed(kinds)} ${kinds.length === 1 ? "column" : "columns"} inferred: ${listed(headers)}`,
    hint: (roadmap) => wayOut(roadmap, { table, wanted: inferred }, "to make it certain"),
  };
}

/** A table with a place for progress, but no column that could name its rows. */
export function tableUnread(table: Table, columns: readonly Column[], status: Column | null): TopicProblem[] {
  const others = columns.filter((column) => column !== status && column.name !== "");
  const best = others.find(({ facts }) => facts.filled > 0) ?? others[0];
  if (!status || status.facts.filled === 0 || columns.length < 2) return [];
  const wanted = new Map<ColumnKind, string>([["topic", best?.name ?? ""]]);
  if (!status.isCertain || status.role !== "status") wanted.set("status", status.name);
  return [
    {
      code: "TABLE_UNREAD",
      span: headerSpan(table),
      message: `this table has a status column, but no column names its rows; it is not read`,
      hint: (roadmap) => wayOut(roadmap, { table, wanted }, "to read it"),
    },
  ];
}

export function tableUntracked(table: Table, reason: "counters" | "due"): TopicProblem {
  return {
    code: "TABLE_UNTRACKED",
    span: headerSpan(table),
    message:
      reason === "due"
        ? "this table has due dates, but no status; it is not read"
        : "this table counts something; it is not read",
    hint: "to track its rows, add a column named Status in an editor: `roadmap edit`",
  };
}

/** A column that should say how far the topics are, but has other values, or too few to be sure. */
export function progressUnclear(table: Table, { name }: Column): TopicProblem {
  return {
    code: "TABLE_UNTRACKED",
    span: headerSpan(table),
    message: `"${name}" may say how far these topics are, but its cells do not show it; the table is not read`,
    hint: (roadmap) => wayOut(roadmap, { table, wanted: new Map([["status", name]]) }, "to read it"),
  };
}

function headerSpan({ header }: Table): Span {
  return { start: header.start, end: header.end };
}

function listed(texts: readonly string[]): string {
  return texts.length < 3 ? texts.join(" and ") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

function wayOut(roadmap: Roadmap, wanted: WantedColumns, purpose: string): string {
  const line = columnsSetting(roadmap, wanted);
  return line
    ? `${purpose}, write \`${line}\` below \`roadmap:\` in the front matter`
    : "name its columns differently in an editor: `roadmap edit`";
}
