// Cell values: the changes that give the cells of a topic the requested values.

import { byKind, type DayKind, dayKinds, fieldOf, type TextKind, textKinds } from "../model/columns.js";
import type { Day } from "../model/dates.js";
import { UserError } from "../model/errors.js";
import { escapeCell, isBlankCell, isNameless, isPlaceholderName, plainText } from "../model/inline-text.js";
import { typedStatus } from "../model/read-status.js";
import { cellText, type Days, type Roadmap, type TableColumn, type Topic, type TopicTable } from "../model/roadmap.js";
import { isShiftedRow, shiftedRowError } from "../model/shifted-row.js";
import { isAfterToday, type Status } from "../model/status.js";
import { dayChange, parseDay, refuseFinishBeforeStart } from "./day-changes.js";
import { headersOf } from "./find-column.js";
import type { Change } from "./operation.js";
import { dependentChanges, otherColumnChanges } from "./other-columns.js";
import { phaseByTitle } from "./table-place.js";
import { cellChange, proofChanges, statusChange, statusWord, textChange } from "./topic-changes.js";
import { renamedText } from "./typed-text.js";

/** The values a person can set in the cells of a topic; an empty text clears the cell. */
export interface CellValues extends Readonly<Partial<Record<DayKind | TextKind, string | undefined>>> {
  readonly status?: string | undefined;
  /** A list of links to add, or a text that replaces the whole cell. */
  readonly proof?: readonly string[] | string | undefined;
  readonly priority?: string | undefined;
  readonly dependsOn?: string | undefined;
  /** Each as `HEADER=TEXT`. */
  readonly column?: readonly string[] | undefined;
  readonly appendComments?: string | undefined;
  readonly phase?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * The requested changes in the file's own spelling, including those already made.
 * @throws UserError if a word is not understood, a column is missing, or the dates contradict each other
 */
export function setCells(
  roadmap: Roadmap,
  topic: Topic,
  { values, today }: { values: CellValues; today: Day },
): Change[] {
  // A topic that is about to be added has no row yet.
  if (topic.number > 0 && isShiftedRow(roadmap, topic)) throw shiftedRowError(roadmap, topic);
  const changes: Change[] = [];
  const days = byKind(dayKinds, (kind) => topic[kind]);
  for (const column of dayKinds) {
    const words = values[column];
    if (words === undefined) continue;
    const day = words === "" ? null : parseDay(roadmap, words, { today, column });
    days[column] = day;
    if (day === null || day !== topic[column]) changes.push(dayChange(roadmap, { topic, column, day }));
  }
  if (values.status !== undefined) changes.unshift(setStatus(roadmap, topic, { words: values.status, days }));
  const given = values.finished ? "finished" : values.started ? "started" : null;
  if (given) refuseFinishBeforeStart(roadmap, topic, { ...days, given });
  changes.push(...setProof(roadmap, topic, values.proof), ...setComments(roadmap, topic, values));
  for (const column of textKinds) {
    const text = values[column];
    if (text !== undefined && column !== "comments") changes.push(textChange(topic, column, text));
  }
  changes.push(...otherColumnChanges(roadmap, topic, values));
  if (values.phase !== undefined) changes.push(setPhase(roadmap, topic, values.phase));
  if (values.name !== undefined) {
    const dependents = dependentChanges(roadmap, topic, values.name);
    const others = values.dependsOn === undefined ? dependents : dependents.filter((change) => change.topic !== topic);
    changes.push(nameChange(roadmap, topic, values.name), ...others);
  }
  return changes;
}

function setStatus(roadmap: Roadmap, topic: Topic, { words, days }: { words: string; days: Days }): Change {
  if (words.trim() === "") return cellChange(topic, "status", "");
  const status = statusNamed(roadmap, words);
  const hasStatus = topic.status === status && topic.isStatusWritten;
  const change = statusChange(roadmap, topic, status);
  if (hasStatus) return { ...change, text: cellText(roadmap, topic, "status") };
  const isImpliedByDates = change.text === "" && (days.started !== null || days.finished !== null);
  return isImpliedByDates ? { ...change, text: statusWord(roadmap, topic, status) } : change;
}

/** @throws UserError if the words are not a status */
function statusNamed(roadmap: Roadmap, words: string): Status {
  return typedStatus(
    words,
    roadmap.vocabulary,
    (message, hint) =>
      new UserError(
        "STATUS_UNKNOWN",
        message,
        `${hint}, or define the word under \`roadmap: status:\` in the front matter`,
      ),
  );
}

/** The note for a topic that is done or in progress with a date in the future. */
export function futureDateNotes(
  roadmap: Roadmap,
  topic: Topic,
  { values, today }: { values: CellValues; today: Day },
): string[] {
  const status =
    values.status === undefined || values.status.trim() === "" ? null : statusNamed(roadmap, values.status);
  const now = status ?? (topic.isStatusWritten && values.status === undefined ? topic.status : "not-started");
  const column = now === "done" ? "finished" : now === "in-progress" ? "started" : null;
  if (column === null || (values.status === undefined && values[column] === undefined)) return [];
  const words = values[column];
  const day = words === undefined ? topic[column] : words === "" ? null : parseDay(roadmap, words, { today, column });
  const [state, date] = column === "finished" ? ["done", "finish"] : ["in progress", "start"];
  return isAfterToday(day, today) ? [`it is ${state}, but its ${date} date (${day}) is after today`] : [];
}

/** Links are added; an empty one first clears the cell. */
function setProof(roadmap: Roadmap, topic: Topic, proof: CellValues["proof"]): Change[] {
  if (proof === undefined) return [];
  if (typeof proof === "string") return [textChange(topic, "proof", proof)];
  const links = proof.filter((link) => link !== "");
  if (links.length === proof.length) return proofChanges(topic, cellText(roadmap, topic, "proof"), links);
  return links.length === 0 ? [cellChange(topic, "proof", "")] : proofChanges(topic, "", links);
}

function setPhase(roadmap: Roadmap, topic: Topic, text: string): Change {
  const phase = phaseByTitle(roadmap, topic.table, text);
  return phase ? cellChange(topic, "phase", phase.text) : textChange(topic, "phase", text);
}

function setComments(roadmap: Roadmap, topic: Topic, { comments, appendComments }: CellValues): Change[] {
  if (comments === undefined && appendComments === undefined) return [];
  const present = comments === undefined ? cellText(roadmap, topic, "comments") : escapeCell(comments);
  const kept = isBlankCell(present) ? "" : present;
  const added = escapeCell(appendComments ?? "");
  const isAppended = kept === added || kept.endsWith(`; ${added}`);
  const text = added === "" || isAppended ? present : [kept, added].filter((part) => part !== "").join("; ");
  return [cellChange(topic, "comments", text)];
}

function nameChange(roadmap: Roadmap, topic: Topic, name: string): Change {
  if (isPlaceholderName(plainText(name))) {
    throw new UserError(
      "TOPIC_UNNAMED",
      `"${name}" is a placeholder, not the name of a topic`,
      "type the new name after --topic",
    );
  }
  if (!isNameless(name))
    return cellChange(topic, "topic", renamedText(cellText(roadmap, topic, "topic"), escapeCell(name)));
  throw new UserError("TOPIC_UNNAMED", "a topic needs a name", "type the new name after --topic");
}

/** The field of `set` for a column, with a value for the user to fill in. */
export function fieldToSet(roadmap: Roadmap, table: TopicTable, column: TableColumn) {
  const value = { placeholder: "VALUE" };
  const byHeader = (index: number) => ({ column: [`${headersOf(roadmap, table)[index]}=VALUE`] });
  if (typeof column === "number") return byHeader(column);
  // A percentage that serves as the status is set by its header.
  if (column === "percent") return byHeader(table.columns.get("status") ?? 0);
  return { [fieldOf(column)]: column === "proof" ? [value] : value };
}
