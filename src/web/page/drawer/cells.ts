// Cells: the columns of a topic's table that it has, as facts that can be edited.

import type { PageData } from "../../../json/envelopes/page.js";
import { type ColumnKind, defaultHeader, isDayKind } from "../../../model/columns.js";
import { phaseTitle } from "../../../model/roadmap.js";
import { daysUntilDue } from "../../../views/due-words.js";
import { dayWithYear } from "../parts/days.js";
import type { TopicItem } from "../state/items.js";
import type { FieldCell } from "./edit.js";

type Column = PageData["tables"][number]["columns"][number];

/** What comes first; the columns of the file's own come after it, in the order of the file. */
const order: readonly (ColumnKind | null)[] = [
  "started",
  "finished",
  "due",
  "phase",
  "priority",
  "depends-on",
  "percent",
  "comments",
  "resources",
  "deliverables",
];

/** Those that are a part of the drawer by themselves. */
const others: readonly (ColumnKind | null)[] = ["topic", "status", "proof"];

/** Only columns that the table has: without one, there is no cell to edit. */
export function factCells(data: PageData, topic: TopicItem): FieldCell[] {
  const columns = columnsOf(data, topic);
  const rank = ({ kind }: Column) => (order.includes(kind) && kind !== null ? order.indexOf(kind) : order.length);
  return columns
    .map((column, index) => ({ column, index }))
    .filter(({ column: { kind, field } }) => !others.includes(kind) || (kind === "status" && field === "column"))
    .sort((one, other) => rank(one.column) - rank(other.column))
    .map(({ index }) => cellAt(data, topic, index))
    .filter(({ title, shown }) => title !== "" || shown !== "");
}

/** Undefined if the table has no such column. */
export function cellOfKind(data: PageData, topic: TopicItem, kind: ColumnKind): FieldCell | undefined {
  const index = columnsOf(data, topic).findIndex((column) => column.kind === kind);
  return index < 0 ? undefined : cellAt(data, topic, index);
}

function columnsOf({ tables }: PageData, { table }: TopicItem): readonly Column[] {
  return tables[table - 1]?.columns ?? [];
}

function cellAt(data: PageData, topic: TopicItem, index: number): FieldCell {
  const { title, kind, field } = columnsOf(data, topic)[index] ?? { title: "", kind: null, field: null };
  const raw = topic.cells[index] ?? "";
  const shown = (topic.texts ?? topic.cells)[index] ?? "";
  const cell: FieldCell = {
    title: columnTitle({ title, kind, field }),
    column: index,
    raw,
    shown,
    blank: "none",
    input: "text",
    value: raw,
    change:
      field === null
        ? null
        : (value) => ({ op: "set", input: { [field]: field === "column" ? [`${title}=${value}`] : value } }),
  };
  if (kind === "topic") return { ...cell, title: "Name", change: (to) => ({ op: "rename", input: { to } }) };
  if (kind === "phase") return { ...cell, ...phaseParts(data, topic) };
  return kind !== null && isDayKind(kind) ? { ...cell, ...dayParts(data, topic, { kind, shown }) } : cell;
}

/** Known columns by their kind, others by their header, as is a percentage that serves as the status. */
export function columnTitle({ title, kind, field }: Column): string {
  return kind === null || (kind === "status" && field === "column") ? title : defaultHeader(kind);
}

type DayColumn = "started" | "finished" | "due";

function dayParts(
  { today }: PageData,
  topic: TopicItem,
  { kind, shown }: { readonly kind: DayColumn; readonly shown: string },
): Partial<FieldCell> {
  const day = topic[kind];
  const left = kind === "due" ? daysUntilDue(topic, today) : null;
  const isPlanned = kind !== "due" && day !== null && day > today;
  const note = isPlanned ? "planned" : left === null ? undefined : `(${left})`;
  return {
    input: "day",
    value: day ?? "",
    shown: day === null ? shown : dayWithYear(day),
    blank: kind === "due" ? "none" : "not yet",
    ...(note === undefined ? {} : { note }),
  };
}

/** A blank cell may continue the phase of the row above it. */
function phaseParts(data: PageData, { phase, table }: TopicItem): Partial<FieldCell> {
  const labels = data.topics.flatMap((topic) => (topic.table === table && topic.phase !== null ? [topic.phase] : []));
  const own = phase ?? "";
  return {
    input: "phase",
    value: own,
    shown: phaseWords(data, own),
    choices: [...new Set([own, ...labels, ""])].map((label) => ({
      value: label,
      label: phaseWords(data, label) || "no phase",
    })),
  };
}

/** `3`, `3: Scalable backends` if the file names it. */
function phaseWords({ phases }: PageData, label: string): string {
  const name = phases.find((phase) => phase.label === label)?.name ?? null;
  return name === null ? label : `${label}: ${name}`;
}

/** `Phase 3`, as in headings. */
export function phaseHeading(data: PageData, label: string): string {
  return phaseTitle({ label, name: data.phases.find((phase) => phase.label === label)?.name ?? null });
}
