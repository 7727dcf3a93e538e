// Changes of dates: the dates that operations read, refuse and write.

import { nameToType, shortName } from "../model/address.js";
import { byKind, type DayKind, dayKinds } from "../model/columns.js";
import { orderShown } from "../model/date-column.js";
import { parseDayWords } from "../model/date-words.js";
import {
  type DateFormat,
  type Day,
  dateReadings,
  formatDay,
  isPlaceholder,
  orderOfFormat,
  readingInOrder,
} from "../model/dates.js";
import { UserError } from "../model/errors.js";
import { isBlankCell, plainText } from "../model/inline-text.js";
import { addColumnWay } from "../model/next.js";
import { cellText, type Roadmap, type Topic, type TopicTable } from "../model/roadmap.js";
import { isAfterToday } from "../model/status.js";
import { ways } from "../model/ways.js";
import { memoize } from "../text/memoize.js";
import type { CellChange, Change } from "./operation.js";
import { cellChange } from "./topic-changes.js";

/** The days on which a topic came into its status. */
type StatusDay = "started" | "finished";

/**
 * The date in the format of the column if it reads back as the same date, otherwise an ISO date; `null` clears the
 * cell.
 * @throws UserError if it is unclear whether dates in the column begin with the day or the month
 */
export function dayChange(roadmap: Roadmap, change: { topic: Topic; column: DayKind; day: Day | null }): Change {
  const { topic, column, day } = change;
  if (day === null) return clearedDay(topic, column);
  const own = roadmap.settings.dates ?? topic.table[column];
  if (own === "unclear") throw unclearOrder(`ambiguous dates in the ${column} column, like 05/06/2026`);
  const format = own ?? formatElsewhere(roadmap, topic.table, column);
  const text = format === null ? day : formatDay(day, format);
  const readings = dateReadings(text);
  // Other columns decide how a first date looks, but not what it means.
  const order = readings.length < 2 || own === null ? null : orderWithout(roadmap, topic, column);
  const written = readingInOrder(readings, order)?.day === day ? text : day;
  return { ...cellChange(topic, column, written), means: { [column]: day } };
}

/** The format for the first date of a column: that of the table's other date columns, else of another table's column. */
function formatElsewhere({ tables }: Roadmap, table: TopicTable, column: DayKind): DateFormat | null {
  const formats = [...dayKinds.map((kind) => table[kind]), ...tables.map((other) => other[column])];
  return formats.find((format) => format !== null && format !== "unclear") ?? null;
}

function unclearOrder(what: string): UserError {
  return new UserError(
    "DATE_ORDER_UNCLEAR",
    `${what}: day or month first?`,
    "set the order in the front matter: roadmap: dates: DD/MM/YYYY or MM/DD/YYYY",
  );
}

/** @throws UserError if the cell contains a date with two possible readings */
export function refuseUnclearDate(roadmap: Roadmap, topic: Topic, column: StatusDay): void {
  if (topic[column] !== null || !isDate(roadmap, topic, column)) return;
  throw unclearOrder(
    `the ${column === "started" ? "start" : "finish"} date of "${topic.name}", ${cellText(roadmap, topic, column)}, is ambiguous`,
  );
}

function isDate(roadmap: Roadmap, topic: Topic, column: DayKind): boolean {
  return dateReadings(plainText(cellText(roadmap, topic, column))).length > 0;
}

/** Clears a date cell, whatever it contains. */
export function clearedDay(topic: Topic, column: DayKind): CellChange {
  return { ...cellChange(topic, column, ""), means: { [column]: null } };
}

type OrderCounts = Record<"D" | "M", number>;

/** The order of day and month that the column still implies after the topic's own cells are overwritten. */
function orderWithout(roadmap: Roadmap, topic: Topic, column: DayKind): "D" | "M" | null {
  const configured = orderOfFormat(roadmap.settings.dates);
  if (configured !== null) return configured;
  const counts = orderCounts(roadmap).get(topic.table);
  for (const kind of [column, ...dayKinds.filter((other) => other !== column)]) {
    const own = topic.number === 0 ? null : orderIn(roadmap, topic, kind);
    const without = (order: "D" | "M") => (counts?.[kind][order] ?? 0) - (own === order ? 1 : 0);
    const [dayFirst, monthFirst] = [without("D") > 0, without("M") > 0];
    if (dayFirst || monthFirst) return dayFirst && monthFirst ? null : dayFirst ? "D" : "M";
  }
  return null;
}

/** For each table and date column, how many cells show the order: counted once for the many changes of an import. */
const orderCounts = memoize((roadmap: Roadmap) => {
  const tables = new Map<TopicTable, Readonly<Record<DayKind, OrderCounts>>>();
  for (const topic of roadmap.topics) {
    const counts = tables.get(topic.table) ?? byKind(dayKinds, () => ({ D: 0, M: 0 }));
    tables.set(topic.table, counts);
    for (const kind of dayKinds) {
      const order = orderIn(roadmap, topic, kind);
      if (order !== null) counts[kind][order]++;
    }
  }
  return tables;
});

function orderIn(roadmap: Roadmap, topic: Topic, kind: DayKind): "D" | "M" | null {
  const text = plainText(cellText(roadmap, topic, kind));
  return isPlaceholder(text) ? null : orderShown(dateReadings(text));
}

/**
 * The date a person means for a column: a weekday is in the future only for a due date.
 * @throws UserError if the words mean no date, or are ambiguous
 */
export function parseDay(
  { settings }: Roadmap,
  words: string,
  { today, column }: { readonly today: Day; readonly column: DayKind },
): Day {
  return parseDayWords(words, { today, format: settings.dates, toward: column === "due" ? "future" : "past" });
}

/**
 * The date given with `--date`, which states a fact; null if none is given.
 * @throws UserError if it is after today, with the command that plans a date
 */
export function parsePastDay(
  roadmap: Roadmap,
  topic: Topic,
  { column, words, today }: { column: StatusDay; words: string | undefined; today: Day },
): Day | null {
  if (words === undefined) return null;
  const day = parseDay(roadmap, words, { today, column });
  if (day <= today) return day;
  const planned = column === "finished" && topic.table.columns.has("due") ? "due" : column;
  throw new UserError(
    "DATE_IN_FUTURE",
    `cannot ${column === "started" ? "start" : "finish"} "${topic.name}" on ${day}: that is after today`,
    topic.table.columns.has(planned)
      ? ways`to plan it, run ${{ operation: "set", input: { topic: shortName(roadmap, topic), [planned]: day } }}`
      : ways`to plan it, first run ${addColumnWay(topic.table, planned)}`,
  );
}

/**
 * Whether a date cell may be overwritten: it is blank or a placeholder. Any other text stays, even if it is not a date;
 * `set` replaces it.
 */
export function isUnset(roadmap: Roadmap, topic: Topic, column: StatusDay): boolean {
  return isBlankCell(cellText(roadmap, topic, column));
}

/** The note for a date cell that is left alone because its text is not a date. */
export function unreadableDateNotes(roadmap: Roadmap, topic: Topic, column: StatusDay): string[] {
  if (topic[column] !== null || isUnset(roadmap, topic, column)) return [];
  return [
    `${column} contains "${cellText(roadmap, topic, column)}", which is ${isDate(roadmap, topic, column) ? "an ambiguous" : "not a"} date; it was kept (\`roadmap set ${nameToType(roadmap, topic)} --${column} DATE\` replaces it)`,
  ];
}

/** The note for a date that is kept although another one was given, or although it is in the future. */
export function keptDateNotes(roadmap: Roadmap, topic: Topic, { column, given, today }: KeptDate): string[] {
  const kept = topic[column];
  if (isAfterToday(kept, today)) {
    const correction = `\`roadmap set ${nameToType(roadmap, topic)} --${column} ${given ?? "DATE"}\``;
    const name = column === "started" ? "start" : "finish";
    return [`its planned ${name} date ${kept} is after today; that date was kept (${correction} corrects it)`];
  }
  if (given === null || kept === null || kept === given) return [];
  return [
    `it was already ${column} on ${kept}; that date was kept (\`roadmap set ${nameToType(roadmap, topic)} --${column} ${given}\` changes it)`,
  ];
}

interface KeptDate {
  readonly column: StatusDay;
  readonly given: Day | null;
  readonly today: Day;
}

/** The note for a planned date that is replaced by what happened. */
export function replacedPlanNotes(topic: Topic, column: StatusDay, now: Day | null): string[] {
  const planned = topic[column];
  const name = column === "started" ? "start" : "finish";
  return planned === null || now === null || now >= planned
    ? []
    : [`the planned ${name} date ${planned} was replaced by ${now}`];
}

interface RequestedDays {
  readonly started: Day | null;
  readonly finished: Day | null;
  /** Which of the two the person gave. */
  readonly given: StatusDay;
}

/** @throws UserError if the topic would be finished before it was started */
export function refuseFinishBeforeStart(
  roadmap: Roadmap,
  topic: Topic,
  { started, finished, given }: RequestedDays,
): void {
  if (started === null || finished === null || finished >= started) return;
  const isStart = given === "started";
  // A topic that is about to be added has no name to type yet.
  const name = topic.number === 0 ? null : shortName(roadmap, topic);
  throw new UserError(
    "FINISH_BEFORE_START",
    isStart
      ? `cannot start "${topic.name}" on ${started}: it was finished on ${finished}`
      : `cannot finish "${topic.name}" on ${finished}: it was started on ${started}`,
    name === null
      ? "use a finish date on or after the start date"
      : isStart
        ? ways`use an earlier date, or correct the finish date too: ${setDays(name, { started })}`
        : ways`use a later date, or correct the start date too: ${setDays(name, { finished })}`,
  );
}

/** The operation that corrects both dates, one of which the user has to choose. */
function setDays(topic: string, days: Partial<Record<StatusDay, Day>>) {
  const date = { placeholder: "DATE" };
  return { operation: "set", input: { topic, started: date, finished: date, ...days } };
}
