// Place in a table: which topic table and which of its phases are meant, and where a row belongs.

import { isTextRow, type Row } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { findTopic } from "../model/find.js";
import { escapeCell, hidesContent, plainText } from "../model/inline-text.js";
import { phaseAbove, placeText } from "../model/outline.js";
import { isPhase } from "../model/phase.js";
import { phaseNumberIn } from "../model/phase-words.js";
import { cellText, type Phase, phaseTitle, type Roadmap, type Topic, type TopicTable } from "../model/roadmap.js";
import { ways } from "../model/ways.js";
import { textAt } from "../text/edit.js";
import { memoize } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { namingField } from "./fields.js";
import { rowIndex } from "./row-layout.js";

export interface PlaceRequest {
  readonly phase?: string | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  /** The number of the topic table in the file. */
  readonly table?: string | number | undefined;
}

export interface TopicPlace {
  readonly table: TopicTable;
  /** The row above; null at the top of the table. */
  readonly above: Row | null;
}

/** The topic that a row is placed before or after. */
export interface Neighbor {
  readonly topic: Topic;
  readonly side: "after" | "before";
}

/** @throws UserError if there is no such topic, or if both are given */
export function findNeighbor(roadmap: Roadmap, { after, before }: PlaceRequest): Neighbor | null {
  if (after !== undefined && before !== undefined) {
    throw new UserError("PLACE_TWICE", "--after and --before cannot be combined", "use only one of them");
  }
  if (after !== undefined) return { topic: topicNamed(roadmap, "after", after), side: "after" };
  if (before !== undefined) return { topic: topicNamed(roadmap, "before", before), side: "before" };
  return null;
}

function topicNamed(roadmap: Roadmap, side: "after" | "before", name: string): Topic {
  const taskHint = (task: string) =>
    ways`choose a topic. To put a task there, run ${{
      operation: "add-task",
      input: { text: { placeholder: "TEXT" }, [side]: task },
    }}`;
  return namingField(side, () => findTopic(roadmap, name, taskHint));
}

/**
 * The table for a new topic: the one named, the one of its neighbor, the only one with the phase, or the only one.
 * @throws UserError if several match, or none
 */
export function findTable(roadmap: Roadmap, request: PlaceRequest, neighbor: Neighbor | null): TopicTable {
  const { table: number, phase } = request;
  if (number !== undefined) {
    const numbered = tableNumbered(roadmap, number);
    if (!neighbor || neighbor.topic.table === numbered) return numbered;
    throw tableNotFound(roadmap, `"${neighbor.topic.name}" is not in topic table ${number}`);
  }
  if (neighbor) return neighbor.topic.table;
  const withPhase = phase === undefined ? [] : roadmap.tables.filter((table) => hasPhase(roadmap, table, phase));
  const candidates = withPhase.length > 0 ? withPhase : roadmap.tables;
  if (candidates.length > 1) throw tablesAmbiguous(roadmap, candidates);
  return candidates[0] ?? tableNumbered(roadmap, 1);
}

/**
 * The table to which a topic moves with its phase, if phases come only from the headings above tables.
 * @throws UserError if no table is in that phase, or several are
 */
export function tableOfPhase(roadmap: Roadmap, phase: string): TopicTable {
  const withPhase = roadmap.tables.filter((table) => hasPhase(roadmap, table, phase));
  const [only, another] = roadmap.tables.length === 1 ? roadmap.tables : withPhase;
  if (!only) throw tableNotFound(roadmap, `no topic table has a phase "${phase}"`);
  if (another) throw tablesAmbiguous(roadmap, withPhase, "choose a position: --after TOPIC or --before TOPIC");
  return only;
}

/** @throws UserError if there is no topic table with that number, or no table */
export function tableNumbered(roadmap: Roadmap, number: string | number): TopicTable {
  const table = roadmap.tables[Number(number) - 1];
  if (table) return table;
  if (roadmap.tables.length > 0) throw tableNotFound(roadmap, `no topic table ${number}`);
  throw new UserError("NO_TOPIC_TABLE", "the file has no topic table", { operation: "add-table", input: {} });
}

function tableNotFound(roadmap: Roadmap, message: string): UserError {
  const hint = `topic tables: ${tableList(roadmap, roadmap.tables)}`;
  return new UserError("TABLE_NOT_FOUND", message, hint);
}

export function tablesAmbiguous(roadmap: Roadmap, tables: readonly TopicTable[], wayOut?: string): UserError {
  return new UserError(
    "TABLE_AMBIGUOUS",
    `${tables.length} topic tables match: ${tableList(roadmap, tables)}`,
    wayOut ?? `choose one: --table ${roadmap.tables.indexOf(tables[0] ?? tableNumbered(roadmap, 1)) + 1}`,
  );
}

const maxListed = 5;

/** `1 under "Basics" (line 5), 2 under "More" (line 20)`; of many, the first ones, because each line is counted. */
function tableList(roadmap: Roadmap, tables: readonly TopicTable[]): string {
  const listed = tables
    .slice(0, maxListed)
    .map((table) => `${roadmap.tables.indexOf(table) + 1} ${placeText(roadmap, table.table.span.start)}`)
    .join(", ");
  return tables.length > maxListed ? `${listed} and ${tables.length - maxListed} more` : listed;
}

function hasPhase(roadmap: Roadmap, table: TopicTable, wanted: string): boolean {
  const heading = phaseAbove(roadmap, table.table.span.start);
  return phasesInTable(roadmap, table, wanted).length > 0 || (heading !== null && isPhase(heading, wanted));
}

/** As in `matchingPhases`. */
function phasesInTable(roadmap: Roadmap, table: TopicTable, wanted: string): readonly Phase[] {
  const { lastOf } = contentOf(roadmap, table);
  const exact = lastOf.get(normalize(wanted))?.phase;
  if (exact) return [exact];
  return matchingPhases(
    [...lastOf.values()].flatMap(({ phase }) => phase ?? []),
    wanted,
  );
}

/**
 * The phase that is meant, as spelled in the cells of the table; the words unchanged if no topic has it.
 * @throws UserError if the words match several phases
 */
export function phaseInTable(roadmap: Roadmap, table: TopicTable, wanted: string) {
  const matching = phasesInTable(roadmap, table, wanted);
  const [only, another] = matching;
  if (!only) return { text: wanted, label: plainText(wanted), isKnown: false };
  const topic = contentOf(roadmap, table).lastOf.get(normalize(only.label));
  const text = topic && phaseSpelling(roadmap, topic);
  if (!another) return { text: text === "" ? undefined : text, label: only.label, isKnown: true };
  throw new UserError(
    "PHASE_AMBIGUOUS",
    `"${wanted}" matches ${matching.length} phases: ${matching.map(({ label }) => `"${label}"`).join(", ")}`,
    "write the phase exactly as in its cells",
  );
}

/** The phase with exactly that label, as the cells of the table spell it, even if the words match another one too. */
export function phaseVerbatim(roadmap: Roadmap, table: TopicTable, wanted: string) {
  const label = phaseByTitle(roadmap, table, wanted)?.label ?? plainText(wanted);
  const isKnown = contentOf(roadmap, table).lastOf.has(normalize(label));
  return isKnown ? phaseInTable(roadmap, table, label) : { text: wanted, label, isKnown };
}

/** The phase that views show under a name that no cell has: that of the cells `3` for `Phase 3`; null if none. */
export function phaseByTitle(roadmap: Roadmap, table: TopicTable, wanted: string) {
  const { lastOf } = contentOf(roadmap, table);
  const key = normalize(plainText(wanted));
  if (lastOf.has(key)) return null;
  const topic = [...lastOf.values()].find(({ phase }) => phase && normalize(phaseTitle(phase)) === key);
  return topic?.phase ? { text: phaseSpelling(roadmap, topic), label: topic.phase.label } : null;
}

/** The phase as written in a cell of it; a link or anchor belongs to its own row only. */
function phaseSpelling(roadmap: Roadmap, topic: Topic): string {
  const isWritten = (other: Topic) => other.phase === topic.phase && cellText(roadmap, other, "phase") !== "";
  const written = isWritten(topic) ? topic : contentOf(roadmap, topic.table).topics.findLast(isWritten);
  const text = written ? cellText(roadmap, written, "phase") : "";
  return hidesContent(text) ? escapeCell(plainText(text)) : text;
}

/** Those with exactly that label, otherwise all that the words or number match. */
export function matchingPhases<Candidate extends Pick<Phase, "label" | "name" | "number">>(
  phases: readonly Candidate[],
  wanted: string,
): Candidate[] {
  const exact = phases.filter(({ label }) => normalize(label) === normalize(wanted));
  return exact.length > 0 ? exact : phases.filter((phase) => isPhase(phase, wanted));
}

/**
 * The row after which a topic of that phase belongs: after the others of its phase, otherwise where it keeps the phases
 * ascending, otherwise last.
 */
export function rowAbove(roadmap: Roadmap, table: TopicTable, label: string | null): Row | null {
  const { lastOf, topics, isRising } = contentOf(roadmap, table);
  const sibling = label === null ? undefined : lastOf.get(normalize(label));
  if (sibling) return sibling.row;
  const number = label === null ? null : phaseNumberIn(label);
  if (!isRising || number === null) return lastRow(table, topics);
  const first = topics.findIndex(({ phase }) => (phase?.number ?? 0) > number);
  if (first < 0) return lastRow(table, topics);
  return topics[first - 1]?.row ?? rowBefore(table, topics[first]);
}

/** The row directly above a topic in its table; null at the top. */
export function rowBefore({ table }: TopicTable, topic: Topic | undefined): Row | null {
  return (topic && table.rows[rowIndex(table, topic.row) - 1]) ?? null;
}

/**
 * The last topic, because totals and rows to fill in stay below it. Without topics, the last row that is neither blank
 * nor text directly below the table.
 */
function lastRow({ table }: TopicTable, topics: readonly Topic[]): Row | null {
  const hasText = ({ offsets, first, cellCount }: Row) =>
    Array.from({ length: cellCount }, (_, cell) => first + cell * 4).some((at) => offsets[at + 1] !== offsets[at + 2]);
  return topics.at(-1)?.row ?? table.rows.findLast((row) => hasText(row) && !isTextRow(table, row)) ?? null;
}

/** The note for a row that is followed by text without a blank line. */
export function notesOnText({ text }: Roadmap, { table }: TopicTable, above: Row | null): string[] {
  const below = table.rows[above ? rowIndex(table, above) + 1 : 0];
  if (!below || !isTextRow(table, below)) return [];
  const [first = "", ...more] = plainText(textAt(text, below)).split(" ");
  const quotedText = more.length < 4 ? [first, ...more].join(" ") : `${[first, ...more.slice(0, 3)].join(" ")} …`;
  return [`the text "${quotedText}" is read as a row of the table; insert a blank line before it`];
}

interface TableContent {
  readonly topics: readonly Topic[];
  /** The last topic of each phase, by its normalized label. */
  readonly lastOf: ReadonlyMap<string, Topic>;
  /** Whether all its phases have numbers in ascending order. */
  readonly isRising: boolean;
}

const contents = memoize((roadmap: Roadmap): ReadonlyMap<TopicTable, TableContent> => {
  const byTable = new Map<TopicTable, Topic[]>(roadmap.tables.map((table) => [table, []]));
  for (const topic of roadmap.topics) byTable.get(topic.table)?.push(topic);
  return new Map(
    [...byTable].map(([table, topics]) => {
      const numbers = topics.map(({ phase }) => phase?.number ?? Number.NaN);
      const isRising = numbers.every((number, index) => number >= (numbers[index - 1] ?? Number.NEGATIVE_INFINITY));
      const lastOf = new Map(topics.flatMap((topic) => (topic.phase ? [[normalize(topic.phase.label), topic]] : [])));
      return [table, { topics, lastOf, isRising }];
    }),
  );
});

function contentOf(roadmap: Roadmap, table: TopicTable): TableContent {
  return contents(roadmap).get(table) ?? { topics: [], lastOf: new Map(), isRising: true };
}
