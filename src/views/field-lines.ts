// Field lines: a roadmap with one line per cell of its topic tables, for line-by-line comparison.

import { cellsOf, type Row } from "../model/blocks.js";
import { columnKinds } from "../model/columns.js";
import { cellTexts, type Roadmap, type Topic, type TopicTable } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { lineStarts } from "../text/lines.js";
import { visible } from "../text/visible.js";

/**
 * All lines of the file in order, made visible. A topic table is replaced by its columns and its topics, with each
 * topic's nonblank cells indented below it, in an order that does not depend on that of the columns.
 */
export function fieldLines(roadmap: Roadmap): string[] {
  const { text, tables } = roadmap;
  const starts = lineStarts(text);
  const topics = new Map(roadmap.topics.map((topic) => [topic.row, topic]));
  const lines: string[] = [];
  let table = 0;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length;
    while (table < tables.length && (tables[table]?.table.span.end ?? 0) <= start) table++;
    const here = tables[table];
    const isTable = here !== undefined && here.table.span.start < end && here.table.span.end > start;
    if (!isTable) lines.push(...(start < text.length ? [shown(text.slice(start, end))] : []));
    else if (here.table.span.start >= start) lines.push(...tableLines(roadmap, here, topics));
  }
  return lines;
}

function tableLines(roadmap: Roadmap, { table }: TopicTable, topics: ReadonlyMap<Row, Topic>): string[] {
  const columns = cellsOf(table.header).map((cell) => textAt(roadmap.text, cell));
  const rows = table.rows.flatMap((row) => {
    const topic = topics.get(row);
    return topic ? topicLines(roadmap, topic) : [`row: ${shown(textAt(roadmap.text, row))}`];
  });
  return [`columns: ${shown(columns.join(", "))}`, ...rows];
}

function topicLines(roadmap: Roadmap, topic: Topic): string[] {
  const cells = new Map(cellTexts(roadmap, topic));
  const name = cells.get("topic") ?? "";
  cells.delete("topic");
  const known = columnKinds.filter((kind) => cells.has(kind));
  const others = [...cells.keys()].filter((column) => !known.some((kind) => kind === column));
  const fields = [...known, ...others].map((column): [string, string] => [column, cells.get(column) ?? ""]);
  const values = fields
    .filter(([, value]) => value !== "")
    .map(([column, value]) => `  ${shown(`${column}: ${value}`)}`);
  return [`topic: ${shown(name)}`, ...values];
}

/** Without the line ending and trailing whitespace, which would only add noise. */
function shown(line: string): string {
  return visible(line.trimEnd().replaceAll("\t", "    "));
}
