// Imported operations: what an import changes in a roadmap, as operations; none for unchanged fields.

import { byKind, type DayKind, dayKinds, isDayKind } from "../../model/columns.js";
import { type DateColumn, readDateColumns } from "../../model/date-column.js";
import { dependenciesOf, dependencyNames } from "../../model/dependencies.js";
import { UserError } from "../../model/errors.js";
import { type ExportedField, isUnchangedField, taskFieldText, topicFieldText } from "../../model/exported-fields.js";
import { listOf } from "../../model/find.js";
import { isNameless, plainText } from "../../model/inline-text.js";
import { percentOf, readPercent } from "../../model/percent.js";
import { meansNoPhase } from "../../model/phase.js";
import { readStatus, typedStatus } from "../../model/read-status.js";
import type { Roadmap, Task, Topic } from "../../model/roadmap.js";
import { markOfStatus, type Status } from "../../model/status.js";
import { ways } from "../../model/ways.js";
import { planNewTopic } from "../../operations/add-topic.js";
import { taskMarkerPlan } from "../../operations/check-task.js";
import type { CellValues } from "../../operations/set-cells.js";
import { planCells } from "../../operations/set-topic.js";
import { countEach, groupBy } from "../../text/arrays.js";
import { normalize } from "../../text/normalize.js";
import { counted } from "../../text/plural.js";
import type { RequestedOperation } from "../plan-operations.js";
import { changedOwnFields } from "./own-cells.js";
import { type ImportedField, type ImportedRow, refuseImport } from "./rows.js";

export interface ImportInput {
  readonly rows: readonly ImportedRow[];
  /** Whether rows of unknown topics are added. */
  readonly isAdding: boolean;
  /** Whether a blank field clears the cell; otherwise it changes nothing. */
  readonly isClearing: boolean;
}

interface ImportPlan {
  readonly requested: readonly RequestedOperation[];
  /** The number of fields that are blank in the import but not in the roadmap; they change nothing. */
  readonly blankCount: number;
}

/** @throws UserError that names the position of a row that is ambiguous or cannot be understood */
export function importedOperations(roadmap: Roadmap, { rows, isAdding, isClearing }: ImportInput): ImportPlan {
  const [topicRows, taskRows] = (["topic", "task"] as const).map((type) => rows.filter((row) => row.type === type));
  const topics = matchRows(topicRows ?? [], roadmap.topics);
  const tasks = matchRows(taskRows ?? [], roadmap.tasks);
  const unmatched = isAdding ? tasks.unmatched : [...topics.unmatched, ...tasks.unmatched];
  if (unmatched.length > 0) refuseUnmatched(unmatched);
  const reading = { roadmap, isClearing, days: dayColumns(topicRows ?? [], roadmap), blankCount: 0 };
  const set = topics.pairs.flatMap(([row, topic]) => {
    const values = changedCells(row, topic, reading);
    return Object.keys(values).length === 0 ? [] : [setOperation(row, topic, values)];
  });
  const checked = tasks.pairs.flatMap(([row, task]) => changedMark(row, task, roadmap));
  refuseDuplicates(topics.unmatched);
  const added = topics.unmatched.map((row) => addOperation(row, newCells(row, reading)));
  return { requested: [...set, ...checked, ...added], blankCount: reading.blankCount };
}

function refuseUnmatched(unmatched: readonly ImportedRow[]): never {
  const shown = unmatched.slice(0, 5).map(({ place, name }) => `${place} "${name}"`);
  const more = unmatched.length - shown.length;
  const isTopic = unmatched.some(({ type }) => type === "topic");
  return refuseImport(
    "ROW_UNMATCHED",
    `${unmatched.length === 1 ? "1 row matches" : `${unmatched.length} rows match`} no ${isTopic ? "topic" : "task"} in the roadmap: ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    isTopic
      ? ways`use --add to add new topics; ${listOf("topic")} shows all names`
      : ways`run ${listOf("task")} to see all tasks`,
  );
}

/** New topics are distinguished only by their names. */
function refuseDuplicates(rows: readonly ImportedRow[]): void {
  const known = new Map<string, ImportedRow>();
  for (const row of rows) {
    const name = normalize(plainText(row.name));
    const duplicate = known.get(name);
    if (isNameless(row.name))
      refuseImport("TOPIC_UNNAMED", `${row.place} has no topic name`, "add a name, or remove the row");
    if (duplicate)
      refuseImport(
        "TOPIC_REPEATED",
        `${duplicate.place} and ${row.place} have the same name, "${row.name}"`,
        "give each a unique name",
      );
    known.set(name, row);
  }
}

interface Reading {
  readonly roadmap: Roadmap;
  readonly isClearing: boolean;
  readonly days: Readonly<Record<DayKind, DateColumn>>;
  blankCount: number;
}

/** Whether `05/06/2026` begins with the day is decided by the other dates, as in the roadmap itself. */
function dayColumns(rows: readonly ImportedRow[], { settings }: Roadmap): Reading["days"] {
  const countsOf = (field: DayKind) => countEach(rows.map(({ fields }) => fields.get(field)?.trim() ?? ""));
  return readDateColumns(byKind(dayKinds, countsOf), settings.dates);
}

type Cells = { -readonly [Field in keyof CellValues]: CellValues[Field] };

function changedCells(row: ImportedRow, topic: Topic, reading: Reading): Cells {
  const { roadmap, isClearing } = reading;
  const cells: Cells = {};
  for (const [field, given] of givenFields(row)) {
    const present = topicFieldText(roadmap, topic, field);
    if (isUnchangedField(given, present) || isSameValue(roadmap, topic, { field, given })) continue;
    if (given.trim() === "" && !isClearing) {
      reading.blankCount++;
      continue;
    }
    if (field === "track") refuseMove(row, field, present);
    else if (field === "status") {
      const status = statusOf(row, given, roadmap);
      if (status !== topic.status) cells.status = status ?? "";
    } else if (isDayKind(field)) {
      const day = dayOf(row, field, { given, reading });
      if (day !== topic[field] || day === null) cells[field] = day ?? "";
    } else if (field === "proof") cells.proof = proofOf(given, [""]);
    else if (field === "percent") refusePercent(row);
    else cells[field === "depends-on" ? "dependsOn" : field] = given;
  }
  const changed = changedOwnFields(roadmap, row, topic);
  const own = isClearing ? changed : changed.filter(({ text }) => text.trim() !== "");
  reading.blankCount += changed.length - own.length;
  return own.length === 0 ? cells : { ...cells, column: own.map(({ header, text }) => `${header}=${text}`) };
}

/** Whether the field names the same topics, or is the same percentage. */
function isSameValue(
  roadmap: Roadmap,
  topic: Topic,
  { field, given }: { field: ImportedField; given: string },
): boolean {
  if (field === "percent") return given.trim() !== "" && readPercent(given.trim()) === percentOf(roadmap, topic);
  if (field !== "depends-on") return false;
  const [names, present] = [dependencyNames(roadmap, given), dependenciesOf(roadmap, topic)];
  return names.length === present.length && names.every(({ text }, index) => text === present[index]?.text);
}

function refusePercent({ place }: ImportedRow): never {
  return refuseImport(
    "COLUMN_OF_KIND",
    `${place}, column percent: roadmap does not write percentages next to a status`,
    "skip that column: --ignore percent",
  );
}

/** A text that means "no phase" says nothing, like a blank one. */
function givenFields({ fields }: ImportedRow): (readonly [ImportedField, string])[] {
  return Array.from(fields, ([field, given]) => [field, field === "phase" && meansNoPhase(given.trim()) ? "" : given]);
}

function newCells(row: ImportedRow, reading: Reading): Cells {
  const cells: Cells = {};
  for (const [field, given] of givenFields(row)) {
    if (given.trim() === "") continue;
    if (field === "track") refuseMove(row, field, "");
    else if (field === "status") cells.status = statusOf(row, given, reading.roadmap) ?? "";
    else if (isDayKind(field)) {
      const day = dayOf(row, field, { given, reading });
      if (day !== null) cells[field] = day;
    } else if (field === "proof") cells.proof = proofOf(given, []);
    else if (field === "percent") refusePercent(row);
    else cells[field === "depends-on" ? "dependsOn" : field] = given;
  }
  const own = row.own.filter(({ text }) => text.trim() !== "");
  return own.length === 0 ? cells : { ...cells, column: own.map(({ column, text }) => `${column}=${text}`) };
}

function refuseMove({ place, name }: ImportedRow, field: "track" | "phase", present: string): never {
  return refuseImport(
    "IMPORT_MOVES",
    `${place}, column ${field}: "${name}" is ${present === "" ? "in none" : `in "${present}"`}, and an import does not move it`,
    `skip that column: --ignore ${field}`,
  );
}

/** Null for a blank one. */
function statusOf({ place }: ImportedRow, given: string, { vocabulary }: Roadmap): Status | null {
  const words = given.trim();
  if (readStatus(words, vocabulary) === "blank") return null;
  return typedStatus(words, vocabulary, (message, hint) =>
    refuseImport("STATUS_UNKNOWN", `${place}, column status: ${message}`, hint),
  );
}

/** Null for a blank one, and for `TBD`. */
function dayOf(
  { place }: ImportedRow,
  field: DayKind,
  { given, reading }: { given: string; reading: Reading },
): string | null {
  const { day, trouble } = reading.days[field].read(given.trim());
  if (trouble === "none" || trouble === "inferred") return day;
  return refuseImport(
    "DATE_NOT_UNDERSTOOD",
    `${place}, column ${field}: ${trouble === "unclear" ? `ambiguous date "${given}": day or month first?` : `"${given}" is not a date`}`,
    "write dates as YYYY-MM-DD",
  );
}

/**
 * The links to add after `before`, if there are only links; any words, even those of a Markdown link, stay as they are.
 */
function proofOf(given: string, before: readonly string[]): readonly string[] | string {
  const parts = given.split(/[\s,;]+/).filter((part) => part !== "");
  return parts.every((part) => /^[a-z][a-z\d+.-]*:/i.test(part)) ? [...before, ...parts] : given;
}

/** An import can only change the status of a task. */
function changedMark(row: ImportedRow, task: Task, roadmap: Roadmap): RequestedOperation[] {
  for (const [field, given] of row.fields) {
    if (field === "status" || given.trim() === "" || isUnchangedField(given, taskFieldText(task, field))) continue;
    if (field === "phase" || field === "track") refuseMove(row, field, taskFieldText(task, field));
    refuseTaskCell(row, field);
  }
  const status = statusOf(row, row.fields.get("status") ?? "", roadmap);
  return status === null || status === task.status ? [] : [checkOperation(row, task, status)];
}

function refuseTaskCell({ place, name }: ImportedRow, field: ImportedField & ExportedField): never {
  return refuseImport(
    "TASK_HAS_NO_CELLS",
    `${place}, column ${field}: "${name}" is a task, and tasks have no ${field}`,
    "leave that field blank",
  );
}

// Matching: which topic or task each row refers to, by its whole name; never a guess.

interface Matchable {
  readonly name: string;
  readonly number: number;
}

interface MatchedRows<Thing> {
  readonly pairs: readonly (readonly [ImportedRow, Thing])[];
  /** Rows whose name is not in the roadmap. */
  readonly unmatched: readonly ImportedRow[];
}

/**
 * Items of the same name are distinguished by the order of their numbers, if the import has as many rows of that name.
 * @throws UserError (exit 3) if it is unclear which of several is meant
 */
function matchRows<Thing extends Matchable>(
  rows: readonly ImportedRow[],
  things: readonly Thing[],
): MatchedRows<Thing> {
  const known = groupBy(things, ({ name }) => normalize(name));
  const unmatched: ImportedRow[] = [];
  const pairs: (readonly [ImportedRow, Thing])[] = [];
  for (const [name, sameRows] of groupBy(rows, ({ name }) => normalize(name))) {
    const sameThings = known.get(name);
    if (sameThings) pairs.push(...paired(sameRows, sameThings));
    else unmatched.push(...sameRows);
  }
  return { pairs, unmatched };
}

function paired<Thing extends Matchable>(
  rows: readonly ImportedRow[],
  things: readonly Thing[],
): (readonly [ImportedRow, Thing])[] {
  const [row, another] = rows;
  const [thing, duplicate] = things;
  if (!row || !thing) return [];
  if (!another && !duplicate) return [[row, thing]];
  const numbers = new Set(rows.map(({ number }) => number));
  if (rows.length !== things.length || numbers.has(null) || numbers.size !== rows.length) {
    throw new UserError(
      "NAME_AMBIGUOUS",
      `${rows.map(({ place }) => place).join(", ")}: ${counted(rows.length, "row")} ${rows.length === 1 ? "is" : "are"} named "${row.name}", as ${things.length === 1 ? `is one ${row.type}` : `are ${counted(things.length, row.type)}`}`,
      "give each a unique name, or import the rows with their numbers, as exported; nothing was written",
    );
  }
  const ordered = rows.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return ordered.flatMap((orderedRow, index): (readonly [ImportedRow, Thing])[] => {
    const matched = things[index];
    return matched ? [[orderedRow, matched]] : [];
  });
}

// One row as an operation on a topic or task number, which no such operation alters.

function setOperation({ place }: ImportedRow, { number }: Topic, values: CellValues): RequestedOperation {
  return {
    operation: "set",
    place,
    isIndependent: true,
    plan: (roadmap, today) => planCells(roadmap, thingAt(roadmap.topics, number), { values, today }),
  };
}

function checkOperation({ place }: ImportedRow, { number }: Task, status: Status): RequestedOperation {
  return {
    operation: "check",
    place,
    isIndependent: true,
    plan: (roadmap: Roadmap) => ({
      ...taskMarkerPlan(roadmap, thingAt(roadmap.tasks, number), markOfStatus(status)),
      next: null,
    }),
  };
}

function addOperation({ place, name }: ImportedRow, values: CellValues): RequestedOperation {
  return {
    operation: "add-topic",
    place,
    isIndependent: true,
    plan: (roadmap, today) => planNewTopic(roadmap, { ...values, name, isPhaseVerbatim: true }, today),
  };
}

function thingAt<Thing>(things: readonly Thing[], number: number): Thing {
  const thing = things[number - 1];
  if (thing === undefined) throw new RangeError(`no topic or task has the number ${number}`);
  return thing;
}
