// Topic problems: what can be wrong with one row of a topic table.

import { nameToType } from "../model/address.js";
import { type Cell, cellAt, type Row } from "../model/blocks.js";
import type { DayKind } from "../model/columns.js";
import type { DateCell } from "../model/date-column.js";
import { type Day, isDateShaped } from "../model/dates.js";
import { plainText } from "../model/inline-text.js";
import type { Problem } from "../model/problem.js";
import type { StatusReading } from "../model/read-status.js";
import { cellOf, type Roadmap, type Topic } from "../model/roadmap.js";
import { isAfterToday } from "../model/status.js";
import { type Span, textAt } from "../text/edit.js";
import { inQuotes } from "../text/in-quotes.js";
import { statusSetting } from "./read-vocabulary.js";

/** A hint that names its topic depends on all other names, so it is a function of the whole roadmap. */
export type TopicProblem = Omit<Problem, "hint"> & { readonly hint: string | ((roadmap: Roadmap) => string) };

/** The problems as returned to callers; most are never shown, so each hint is computed when it is read. */
export function withHints(problems: readonly TopicProblem[], roadmap: Roadmap): Problem[] {
  return problems.map(({ hint, ...problem }) => {
    if (typeof hint === "string") return { ...problem, hint };
    return {
      ...problem,
      get hint() {
        return hint(roadmap);
      },
    };
  });
}

/** Adds the problems of the row itself: its cells, its name, its dates. Nearly every row has none. */
export function addRowProblems(problems: TopicProblem[], topic: Topic, today: Day | null): void {
  const { row, table, name } = topic;
  const columnCount = table.table.alignments.length;
  const cellCount = row.cellCount;
  if (cellCount < columnCount) {
    problems.push({
      code: "ROW_TOO_SHORT",
      span: spanOf(row),
      message: `this row has ${cellCount} of ${columnCount} cells`,
      hint: "missing cells count as blank; a change adds the cells it needs",
    });
  }
  if (cellCount > columnCount) {
    problems.push({
      code: "ROW_TOO_LONG",
      span: { start: cellAt(row, columnCount)?.slot.start ?? row.start, end: row.end },
      message: `this row has ${cellCount} cells, ${cellCount - columnCount} more than the table has columns`,
      hint: "write a pipe inside a cell as \\|",
    });
  }
  if (name === "") problems.push(unnamedRow(row));
  const dates = datesProblem(topic, today);
  if (dates) problems.push(dates);
}

export function unnamedRow(row: Row): TopicProblem {
  return {
    code: "TOPIC_UNNAMED",
    span: spanOf(row),
    message: "this row has no topic name",
    hint: "fill in its topic cell",
  };
}

function datesProblem(topic: Topic, today: Day | null): TopicProblem | null {
  const { name, status, started, finished } = topic;
  if (started !== null && finished !== null && finished < started) {
    return {
      code: "FINISH_BEFORE_START",
      span: cellSpan(topic, "finished"),
      message: `the finish date (${finished}) is before the start date (${started})`,
      hint(roadmap) {
        const set = `roadmap set ${nameToType(roadmap, topic)}`;
        return `correct one of them: \`${set} --started DATE\` or \`${set} --finished DATE\``;
      },
    };
  }
  if (status !== "done" && status !== "in-progress") return null;
  const isStartAhead = isAfterToday(started, today);
  if (!isStartAhead && !(status === "done" && isAfterToday(finished, today))) return null;
  const column = isStartAhead ? "started" : "finished";
  return {
    code: "DATE_IN_FUTURE",
    span: cellSpan(topic, column),
    message: `${inQuotes(name)} is ${status === "done" ? "done" : "in progress"}, but its ${isStartAhead ? "start" : "finish"} date (${topic[column]}) is after today`,
    hint: (roadmap) => `roadmap set ${nameToType(roadmap, topic)} --${column} DATE`,
  };
}

function cellSpan(topic: Topic, column: DayKind): Span {
  const cell = cellOf(topic, column);
  return cell ? { start: cell.start, end: cell.end } : spanOf(topic.row);
}

export function dateProblem(text: string, cell: Cell, { day, trouble }: DateCell): Problem {
  const span = { start: cell.start, end: cell.end };
  const value = textAt(text, cell);
  if (trouble === "unreadable" && isDateShaped(plainText(value))) {
    return {
      code: "DATE_IMPOSSIBLE",
      span,
      message: `${inQuotes(value)} is not a valid date`,
      hint: "write the intended date as YYYY-MM-DD; until then it counts as no date",
    };
  }
  if (trouble === "unreadable") {
    return {
      code: "DATE_UNREADABLE",
      span,
      message: `${inQuotes(value)} is not a date`,
      hint: "write it as YYYY-MM-DD; until then it counts as no date",
    };
  }
  if (trouble === "inferred") {
    return {
      code: "DATE_ORDER_INFERRED",
      span,
      message: `${inQuotes(value)} is read as ${day}, in the order of the other date columns`,
      hint: orderHint,
    };
  }
  return {
    code: "DATE_ORDER_UNCLEAR",
    span,
    message: `ambiguous date ${inQuotes(value)}: day or month first?`,
    hint: orderHint,
  };
}

const orderHint = "set the order in the front matter: roadmap: dates: DD/MM/YYYY or MM/DD/YYYY";

/** The problem of a topic's status; null for the five statuses, and for a blank that no date contradicts. */
export function statusProblem(text: string, topic: Topic, reading: StatusReading | "legend"): TopicProblem | null {
  const isBlankStatus = reading === "blank" || reading === "legend";
  const isShownByDates = isBlankStatus && topic.status !== "not-started";
  // Nearly every row has no problem, and its cell is not even looked up.
  const isTroubled = reading === "unknown" || reading === "unclear" || isShownByDates;
  const cell = isTroubled ? cellOf(topic, "status") : undefined;
  if (!cell) return null;
  const span = { start: cell.start, end: cell.end };
  const value = textAt(text, cell);
  if (reading === "unknown" || reading === "unclear") {
    const isUnknown = reading === "unknown";
    return {
      code: isUnknown ? "STATUS_UNKNOWN" : "STATUS_UNCLEAR",
      span,
      message: `${inQuotes(value)} ${isUnknown ? "is not a status" : "means different things in different files"}`,
      hint: (roadmap) => statusWayOut(roadmap, topic, value),
    };
  }
  const isDone = topic.status === "done";
  const shown = isDone ? "done, because it has a finish date" : "in progress, because it has a start date";
  const word = isDone ? "done" : "in-progress";
  return {
    code: "STATUS_BLANK",
    span: span.start === span.end ? spanOf(topic.row) : span,
    message: `${inQuotes(topic.name)} has no status; it is shown as ${shown}`,
    hint: (roadmap) => `roadmap set ${nameToType(roadmap, topic)} --status ${word}`,
  };
}

function statusWayOut(roadmap: Roadmap, topic: Topic, value: string): string {
  const line = statusSetting(value, roadmap.settings);
  if (line === null) return `roadmap set ${nameToType(roadmap, topic)} --status STATUS`;
  return `use a word like Not Started, In Progress or Done; if this means done, write \`${line}\` below \`roadmap:\` in the front matter (\`roadmap help front-matter\` shows where)`;
}

function spanOf({ start, end }: Row): Span {
  return { start, end };
}
