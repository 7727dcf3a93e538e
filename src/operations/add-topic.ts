// Operation: add a topic.
//
//     | HTTP | 1 | | | Not Started |
//   →
//     | HTTP | 1 | | | Not Started |
//     | DNS | 1 | | | Not Started |

import * as z from "zod/mini";
import { nameToType, newTopicToType, numberToType, shortName } from "../model/address.js";
import { rowOf } from "../model/blocks.js";
import { byKind, columnKinds, fieldOf, knownColumns, textKinds } from "../model/columns.js";
import type { Day } from "../model/dates.js";
import { UserError } from "../model/errors.js";
import { escapeCell, isNameless, isPlaceholderName, plainText } from "../model/inline-text.js";
import type { Meaning } from "../model/meaning.js";
import { addColumnWay, verbFor } from "../model/next.js";
import { type LabeledHeading, labeledHeadings, phaseAbove } from "../model/outline.js";
import { isPhase } from "../model/phase.js";
import {
  cellText,
  columnIndex,
  columnName,
  noDays,
  type Roadmap,
  type TableColumn,
  type Topic,
  type TopicTable,
} from "../model/roadmap.js";
import { statusByDates } from "../model/status.js";
import { commandOf } from "../model/ways.js";
import { memoize } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { parseDay } from "./day-changes.js";
import {
  dateFields,
  nameField,
  otherColumnFields,
  phaseField,
  placeField,
  proofField,
  tableField,
  textField,
} from "./fields.js";
import { draftTable, newHeaders, newTableEdit, placeBelow, placeName, tableAfter, titleOf } from "./new-table.js";
import { type Change, defineOperation, type Plan } from "./operation.js";
import { unknownValueNotes } from "./other-columns.js";
import { findHeading, phaseInWords } from "./phase-place.js";
import { endOfLineAbove, firstTopicAfter, newRowEdit } from "./row-layout.js";
import { type CellValues, fieldToSet, futureDateNotes, setCells } from "./set-cells.js";
import { type EditedValue, newTableKey } from "./structural-edit.js";
import {
  findNeighbor,
  findTable,
  matchingPhases,
  notesOnText,
  type PlaceRequest,
  phaseInTable,
  phaseVerbatim,
  rowAbove,
  rowBefore,
  type TopicPlace,
} from "./table-place.js";
import { hasColumn } from "./topic-changes.js";

const input = z.strictObject({
  name: nameField("name of the topic; quotes not needed"),
  phase: phaseField("phase; the topic goes after the others in it"),
  status: textField({ help: "status, in any word that roadmap or the file recognizes", value: "status" }),
  ...dateFields(),
  ...byKind(textKinds, (kind) => textField({ help: knownColumns[kind].help })),
  ...otherColumnFields(""),
  proof: proofField,
  after: placeField("insert it below this topic"),
  before: placeField("insert it above this topic"),
  table: tableField,
});

export const addTopic = defineOperation({
  name: "add topic",
  summary: "Add a topic to the table",
  examples: [
    "roadmap add topic graphql basics --phase 3",
    'roadmap add topic grpc --phase 3 --resources "grpc.io" --after "message queues"',
  ],
  input,
  isIndependent: ({ after, before }) => after === undefined && before === undefined,
  plan: planNewTopic,
});

interface NewTopicRequest extends CellValues, PlaceRequest {
  readonly name: string;
  /**
   * Whether the cell must contain the phase in exactly these words; otherwise they select an existing phase if
   * possible.
   */
  readonly isPhaseVerbatim?: boolean;
}

/** The plan that adds a topic, also used by an import. */
export function planNewTopic(roadmap: Roadmap, request: NewTopicRequest, today: Day): Plan {
  const { name, after, before, table, isPhaseVerbatim, ...cells } = request;
  const normalizedName = normalize(plainText(escapeCell(name)));
  if (isNameless(name) || isPlaceholderName(plainText(name))) throw unnamed(name);
  const known = topicsByName(roadmap).get(normalizedName);
  if (known) return alreadyThere(roadmap, known, { cells, today });
  const neighbor = findNeighbor(roadmap, { after, before });
  if (roadmap.tables.length === 0 && table === undefined)
    return planWithTable(roadmap, { ...cells, name }, { today, normalizedName });
  const topicTable = findTable(roadmap, { table, phase: cells.phase }, neighbor);
  const phase = requestedPhase(roadmap, topicTable, request);
  const above = neighbor
    ? neighbor.side === "after"
      ? neighbor.topic.row
      : rowBefore(topicTable, neighbor.topic)
    : rowAbove(roadmap, topicTable, phase.label);
  const place = { table: topicTable, above };
  const values = { ...cells, name, phase: phase.text };
  return planAt(roadmap, place, { values, today, normalizedName, isNewPhase: phase.isNew });
}

interface NewTopicCells {
  readonly values: CellValues & { readonly name: string };
  readonly today: Day;
  readonly normalizedName: string;
  readonly isNewPhase: boolean;
}

function planAt(
  roadmap: Roadmap,
  place: TopicPlace,
  { values, today, normalizedName, isNewPhase }: NewTopicCells,
): Plan {
  const { table, above } = place;
  const { topic, status, texts, cells, meaning } = newCells(roadmap, table, { values, today });
  const edit = newRowEdit(roadmap, { table: table.table, above }, cells);
  const label = phaseInWords(roadmap, { ...place, cell: texts.get("phase") ?? "" });
  const before = firstTopicAfter(roadmap.topics, endOfLineAbove(roadmap, { table: table.table, above }));
  const means = { ...meaning, phase: label };
  const addition = { before, what: { cells, means } };
  const number = before ? before.number : roadmap.topics.length + 1;
  const neighbor = roadmap.topics[number - 2];
  const typed = newTopicToType(roadmap, { name: topic.name, number });
  return {
    subject: { name: topic.name, addition },
    changes: [],
    structuralEdit: {
      edits: [edit],
      topics: { removed: [], added: [addition] },
      summary: neighbor?.table === table ? `added below ${neighbor.name}` : "added at the top of the table",
      values: valuesOf(roadmap, table, texts),
      adds: [`topic ${normalizedName}`, ...(isNewPhase && label !== null ? ["a phase"] : [])],
    },
    already: null,
    notes: [
      ...(label === null && hasColumn(topic, "phase")
        ? [`it has no phase; set one with \`roadmap set ${typed} --phase PHASE\``]
        : []),
      ...futureDateNotes(roadmap, topic, { values: { ...values, status }, today }),
      ...unknownValueNotes(roadmap, values),
      ...notesOnText(roadmap, table, above),
    ],
    next: status === undefined ? firstCommand(table, typed) : "roadmap next",
  };
}

/** The texts of the cells of a new topic, by kind and by column, and what it must mean. */
function newCells(roadmap: Roadmap, table: TopicTable, { values, today }: Pick<NewTopicCells, "values" | "today">) {
  const topic = { ...newTopicDefaults, name: plainText(escapeCell(values.name)), table };
  const status = hasColumn(topic, "status") ? impliedStatus(roadmap, values, today) : values.status;
  const changes = setCells(roadmap, topic, { values: { ...values, status }, today });
  const texts = new Map<TableColumn, string>();
  // A share such as `0/7` counts something of its own topic.
  const isUsual = table.statusForm !== "percent" || !table.spelling.get("not-started")?.includes("/");
  const notStartedSpelling = isUsual ? table.spelling.get("not-started") : "";
  if (status === undefined && notStartedSpelling !== undefined) texts.set("status", notStartedSpelling);
  for (const change of changes) if ("column" in change) texts.set(change.column, change.text);
  const cells = new Map([...texts].map(([column, text]) => [columnIndex(table, column) ?? -1, text]));
  const meaning = { ...statusOfNew(table, status, values), ...meaningOfChanges(changes), name: topic.name };
  return { topic, status, texts, cells, meaning };
}

function valuesOf(roadmap: Roadmap, table: TopicTable, texts: ReadonlyMap<TableColumn, string>): EditedValue[] {
  return [...texts]
    .filter(([kind, text]) => kind !== "topic" && text !== "")
    .map(([column, to]) => ({ column: columnName(roadmap, table, column), from: "", to }));
}

/**
 * The same in a file without a topic table: the table is added too, below the heading of the phase, otherwise below the
 * title.
 */
function planWithTable(
  roadmap: Roadmap,
  { phase, ...given }: CellValues & { readonly name: string },
  { today, normalizedName }: Pick<NewTopicCells, "today" | "normalizedName">,
): Plan {
  const heading = headingOfPhase(roadmap, phase);
  const place = placeBelow(roadmap, heading ?? titleOf(roadmap));
  const values = heading ? given : { ...given, phase: phase?.trim() ? phase : undefined };
  const headers = newHeaders(roadmap, place, { needed: columnsNeeded(values) });
  const { draft, table } = draftTable(roadmap, place, headers);
  const { topic, status, texts, cells, meaning } = newCells(draft, table, { values, today });
  const label = phaseInWords(roadmap, { table, above: null, cell: texts.get("phase") ?? "" });
  const addition = {
    before: firstTopicAfter(roadmap.topics, place.at),
    what: { cells, means: { ...meaning, phase: label } },
  };
  const row = headers.map((_, column) => cells.get(column) ?? "");
  const typed = newTopicToType(roadmap, { name: topic.name, number: roadmap.topics.length + 1 });
  return {
    subject: { name: topic.name, addition },
    changes: [],
    structuralEdit: {
      edits: [newTableEdit(roadmap, place, { headers, row })],
      topics: { removed: [], added: [addition] },
      tables: { removed: [], added: [{ before: tableAfter(roadmap, place), what: { headers } }] },
      summary: `added in a new table below ${placeName(place)}`,
      values: valuesOf(draft, table, texts),
      adds: [`topic ${normalizedName}`, newTableKey],
    },
    already: null,
    notes: [
      ...futureDateNotes(roadmap, topic, { values: { ...values, status }, today }),
      ...unknownValueNotes(roadmap, values),
    ],
    next: status === undefined ? firstCommand(table, typed) : "roadmap next",
  };
}

/** A table without a status needs one first. */
function firstCommand(table: TopicTable, typed: string): string {
  if (!table.columns.has("status")) return commandOf(addColumnWay(table, "status"));
  return `roadmap ${verbFor(table, "not-started")} ${typed}`;
}

/** @throws UserError if several headings match */
function headingOfPhase(roadmap: Roadmap, phase: string | undefined): LabeledHeading | null {
  if (phase === undefined || phase.trim() === "") return null;
  return matchingPhases(labeledHeadings(roadmap), phase).length === 0 ? null : findHeading(roadmap, phase, undefined);
}

/** The kinds and the own headers of the columns with a value. */
function columnsNeeded({ column = [], appendComments, ...values }: CellValues): string[] {
  const fields = new Map<string, unknown>(Object.entries({ ...values, comments: values.comments ?? appendComments }));
  return [
    ...columnKinds.filter((kind) => fields.get(fieldOf(kind)) !== undefined),
    ...column.map((assignment) => assignment.slice(0, assignment.indexOf("=")).trim()),
  ];
}

const newTopicDefaults = {
  number: 0,
  row: rowOf({ start: 0, end: 0 }, []),
  phase: null,
  status: "not-started",
  isStatusWritten: false,
  ...noDays,
} as const;

function meaningOfChanges(changes: readonly Change[]): Partial<Meaning> {
  return Object.assign({}, ...changes.map((change) => ("column" in change ? change.means : undefined)));
}

/** Without a status column, the dates determine it, if there are any. */
function statusOfNew(
  table: TopicTable,
  status: string | undefined,
  { started, finished }: CellValues,
): Partial<Meaning> {
  const isByDates = !table.columns.has("status") && (started || finished);
  return status === undefined && !isByDates ? { status: "not-started" } : {};
}

/** Without a written status, the dates imply it, exactly as they do when the file is read. */
function impliedStatus(roadmap: Roadmap, { status, ...dates }: CellValues, today: Day): string | undefined {
  if (status !== undefined) return status;
  const day = (column: "started" | "finished") => {
    const words = dates[column];
    return words ? parseDay(roadmap, words, { today, column }) : null;
  };
  const implied = statusByDates({ started: day("started"), finished: day("finished") }, today);
  return implied === "not-started" ? undefined : implied;
}

/** The phase as written into the cell, and as read back; below a heading that sets the phase, no cell is needed. */
function requestedPhase(roadmap: Roadmap, table: TopicTable, { phase: wanted, isPhaseVerbatim }: NewTopicRequest) {
  if (wanted === undefined || wanted.trim() === "") return { text: undefined, label: null, isNew: false };
  const heading = phaseAbove(roadmap, table.table.span.start);
  if (!table.columns.has("phase") && heading && isPhase(heading, wanted))
    return { text: undefined, label: heading.label, isNew: false };
  const find = isPhaseVerbatim ? phaseVerbatim : phaseInTable;
  const { text, label, isKnown } = find(roadmap, table, wanted);
  return { text, label, isNew: !isKnown };
}

const topicsByName = memoize(
  ({ topics }: Roadmap): ReadonlyMap<string, Topic> =>
    new Map([...topics].reverse().map((topic) => [normalize(topic.name), topic])),
);

/** Adding an existing topic again is reported as already done; if its values differ, the hint says how to change it. */
function alreadyThere(
  roadmap: Roadmap,
  topic: Topic,
  { cells: { phase, ...cells }, today }: { cells: CellValues; today: Day },
): Plan {
  const hasOtherText = phase !== undefined && !(topic.phase && isPhase(topic.phase, phase));
  const others = setCells(roadmap, topic, { values: cells, today })
    .flatMap((change) => ("column" in change ? change : []))
    .filter(({ column, text }) => text !== cellText(roadmap, topic, column));
  if (!hasOtherText && others.length === 0) {
    return {
      subject: topic,
      changes: [],
      already: "already exists",
      notes: [],
      next: `roadmap show ${nameToType(roadmap, topic)}`,
    };
  }
  const name = shortName(roadmap, topic);
  const values = Object.assign({}, ...others.map(({ column }) => fieldToSet(roadmap, topic.table, column)));
  throw new UserError(
    "ALREADY_THERE",
    `the topic "${topic.name}" already exists as ${numberToType(roadmap, topic)}, with different values`,
    hasOtherText
      ? { operation: "move", input: { topic: name, to: phase } }
      : { operation: "set", input: { topic: name, ...values } },
  );
}

function unnamed(name: string): UserError {
  const message = isNameless(name) ? "a topic needs a name" : `"${name}" is a placeholder, not the name of a topic`;
  return new UserError("TOPIC_UNNAMED", message, {
    operation: "add-topic",
    input: { name: { placeholder: "NAME", isQuoted: true }, phase: { placeholder: "PHASE" } },
  });
}
