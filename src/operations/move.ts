// Operation: move a topic, or a task with its subtasks.
//
//     | HTTP | 1 |
//     | REST | 1 |
//   →
//     | REST | 1 |
//     | HTTP | 1 |

import * as z from "zod/mini";
import { cellsOf, cellTextAt, type ListItem, type Row } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { findTask, findTopicOrTask } from "../model/find.js";
import { plainText } from "../model/inline-text.js";
import { isBlankText, itemLineSpan, itemOf, listPlace, markerOf, prefixOf, withInner } from "../model/lists.js";
import { meaningOf } from "../model/meaning.js";
import { headingAbove, phaseAbove } from "../model/outline.js";
import { isPhase } from "../model/phase.js";
import { cellText, columnIndex, type Roadmap, type Task, type Topic, type TopicTable } from "../model/roadmap.js";
import { ways } from "../model/ways.js";
import { applyEdits, shiftSpan, textAt } from "../text/edit.js";
import { endingAt, endOfLine, lineSpanAt, linesWithEndings } from "../text/lines.js";
import { normalize } from "../text/normalize.js";
import { findItemPlace } from "./add-task.js";
import { namingField, placeField, textField, toPhaseField, topicOrTaskField } from "./fields.js";
import {
  type ItemPlace,
  itemAfter,
  listMarkerOf,
  phaseAt,
  refuseSharedLine,
  withoutItemEdits,
  writtenAt,
} from "./list-layout.js";
import { type Change, changeEdits, defineOperation, editedValue, type Plan } from "./operation.js";
import { findHeading, phaseInWords } from "./phase-place.js";
import { endOfLineAbove, firstTopicAfter } from "./row-layout.js";
import {
  findNeighbor,
  type Neighbor,
  notesOnText,
  phaseInTable,
  rowAbove,
  rowBefore,
  tableOfPhase,
} from "./table-place.js";
import { cellChange, hasColumn, textChange } from "./topic-changes.js";

const input = z.strictObject({
  topic: topicOrTaskField(),
  to: toPhaseField("phase to move it to (as in its cells, its number, or words of its heading)"),
  after: placeField("place it below this topic or task"),
  before: placeField("place it above this topic or task"),
  under: placeField("tasks only: make it a subtask of this task"),
  track: textField({ help: "tasks only: words of the track, if several have that phase", value: "track" }),
});

export const move = defineOperation({
  name: "move",
  summary: "Move a topic, or a task with its subtasks",
  examples: ["roadmap move caching strategies --phase 3", "roadmap move unit testing --after t8"],
  input,
  plan(roadmap, { topic: wanted, ...request }) {
    if (Object.values(request).every((value) => value === undefined)) {
      throw new UserError(
        "PLACE_UNCLEAR",
        `no target given for "${wanted}"`,
        "use --phase PHASE, --after NAME or --before NAME",
      );
    }
    refuseBlank(request);
    const found = findTopicOrTask(roadmap, wanted);
    return "task" in found ? moveTaskPlan(roadmap, found.task, request) : moveTopicPlan(roadmap, found.topic, request);
  },
});

interface MoveRequest {
  readonly to?: string | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly under?: string | undefined;
  readonly track?: string | undefined;
}

/** A blank phase could mean "clear it", which `set` does, but it is more often an unset variable in a script. */
function refuseBlank({ to, ...others }: MoveRequest): void {
  const [blank] = Object.entries({ phase: to, ...others }).find(([, value]) => value?.trim() === "") ?? [];
  if (blank === undefined) return;
  const clear = { operation: "set", input: { topic: { placeholder: "TOPIC" }, phase: "" } };
  throw new UserError(
    "PLACE_UNCLEAR",
    `--${blank} requires a value`,
    blank === "phase" ? ways`pass a phase: --phase PHASE; ${clear} clears it` : `pass a name: --${blank} NAME`,
  );
}

// A row moves byte for byte; only its phase is rewritten if it moves to another one.

function moveTopicPlan(roadmap: Roadmap, topic: Topic, { to, under, track, ...neighbors }: MoveRequest): Plan {
  if (under !== undefined || track !== undefined) throw onlyTasks(topic, under === undefined ? "--track" : "--under");
  const neighbor = findNeighbor(roadmap, neighbors);
  const table = targetTable(roadmap, topic, { to, neighbor });
  const requested = to === undefined ? [] : phaseChanges(roadmap, topic, { table, to });
  const wanted = labelAfter(roadmap, topic, { table, changes: requested });
  const above = rowFor(roadmap, topic, { table, neighbor, label: wanted });
  const changes = [...requested, ...keptPhase(roadmap, topic, { table, above, label: wanted, changes: requested })];
  const label = labelAfter(roadmap, topic, { table, changes, above });
  const isThere = table === topic.table && (above === topic.row || above === rowBefore(table, topic));
  if (isThere && changes.length === 0) {
    return { subject: topic, changes, already: "already in place", notes: [], next: "roadmap list" };
  }
  const plan = { already: null, notes: phaseNotes(topic, neighbor, to), next: "roadmap list" };
  if (isThere) return { subject: topic, changes, ...plan };
  const notes = [...plan.notes, ...notesOnText(roadmap, table, above)];
  return { ...movedPlan(roadmap, topic, { table, above, label, changes }), ...plan, notes };
}

interface Target {
  readonly table: TopicTable;
  readonly above: Row | null;
  readonly label: string | null;
  readonly changes: readonly Change[];
}

function movedPlan(roadmap: Roadmap, topic: Topic, { table, above, label, changes }: Target) {
  const { text } = roadmap;
  const at = endOfLineAbove(roadmap, { table: table.table, above });
  const own = { table: topic.table.table, above: rowBefore(topic.table, topic) };
  const removedSpan = { start: endOfLineAbove(roadmap, own), end: endOfLine(text, topic.row.end) };
  const line = { start: lineSpanAt(text, topic.row.start).start, end: removedSpan.end };
  const edits = changeEdits(roadmap, changes).map((edit) => ({
    at: shiftSpan(edit.at, -line.start),
    text: edit.text,
  }));
  const moved = applyEdits(textAt(text, line), edits);
  const cells = new Map(topic.table.table.alignments.map((_, column) => [column, cellTextAt(text, topic.row, column)]));
  for (const change of changes) {
    if ("column" in change) cells.set(columnIndex(topic.table, change.column) ?? -1, change.text);
  }
  const addition = {
    before: firstTopicAfter(roadmap.topics, at),
    what: { cells, means: { ...meaningOf(topic), phase: label } },
  };
  const name = roadmap.topics.findLast(({ row }) => row === above)?.name;
  return {
    subject: { name: topic.name, addition },
    changes: [],
    structuralEdit: {
      edits: [
        { at: removedSpan, text: "" },
        { at: { start: at, end: at }, text: endingAt(text, at) + moved },
      ],
      topics: { removed: [topic], added: [addition] },
      summary: name === undefined ? "moved to the top of the table" : `moved below ${name}`,
      values: changes.flatMap((change) => ("column" in change ? editedValue(roadmap, change) : [])),
      adds: [],
    },
  };
}

function targetTable(
  roadmap: Roadmap,
  topic: Topic,
  { to, neighbor }: { to: string | undefined; neighbor: Neighbor | null },
): TopicTable {
  const isInCells = hasColumn(topic, "phase") || to === undefined;
  const table = neighbor?.topic.table ?? (isInCells ? topic.table : tableOfPhase(roadmap, to));
  const headers = ({ table: { header } }: TopicTable) =>
    cellsOf(header)
      .map((cell) => normalize(plainText(textAt(roadmap.text, cell))))
      .join("\n");
  if (headers(table) === headers(topic.table)) return table;
  throw new UserError(
    "COLUMNS_DIFFER",
    `cannot move "${topic.name}" there: that table has different columns`,
    ways`add it there with ${{ operation: "add-topic", input: {} }} and remove it here, or give both tables the same columns`,
  );
}

/** Below a heading that sets the phase, no cell is needed. */
function phaseChanges(roadmap: Roadmap, topic: Topic, { table, to }: { table: TopicTable; to: string }): Change[] {
  const heading = phaseAbove(roadmap, table.table.span.start);
  if (!table.columns.has("phase")) {
    return heading && isPhase(heading, to) ? [] : [cellChange(topic, "phase", to)];
  }
  const { text, isKnown } = phaseInTable(roadmap, table, to);
  const change = isKnown ? cellChange(topic, "phase", text ?? "") : textChange(topic, "phase", to);
  return "text" in change && change.text === cellText(roadmap, topic, "phase") ? [] : [change];
}

/** A row that continues the phase above would continue another one in its new place. */
function keptPhase(roadmap: Roadmap, topic: Topic, { table, above, label, changes }: Target): Change[] {
  const isBlank = plainText(cellText(roadmap, topic, "phase")) === "" && changes.length === 0;
  if (!isBlank || label === null || !table.columns.has("phase")) return [];
  if (normalize(phaseInWords(roadmap, { table, above, cell: "" }) ?? "") === normalize(label)) return [];
  return [cellChange(topic, "phase", phaseInTable(roadmap, topic.table, label).text ?? "")];
}

/** The phase it will have; without a new cell and place, the one it has. */
function labelAfter(
  roadmap: Roadmap,
  topic: Topic,
  { table, changes, above }: Pick<Target, "table" | "changes"> & { readonly above?: Row | null },
): string | null {
  const [change] = changes;
  const cell = change && "text" in change ? change.text : cellText(roadmap, topic, "phase");
  const isContinued = plainText(cell) === "" && table === topic.table;
  if (isContinued && above === undefined) return topic.phase?.label ?? null;
  return phaseInWords(roadmap, { table, above: above ?? null, cell });
}

/** The row after which it belongs: its present one, if only the phase was given and the row is already there. */
function rowFor(
  roadmap: Roadmap,
  topic: Topic,
  { table, neighbor, label }: { table: TopicTable; neighbor: Neighbor | null; label: string | null },
): Row | null {
  if (neighbor?.topic === topic) return topic.row;
  if (neighbor) return neighbor.side === "after" ? neighbor.topic.row : rowBefore(table, neighbor.topic);
  const isThere = table === topic.table && topic.phase?.label === label;
  return isThere ? topic.row : rowAbove(roadmap, table, label);
}

function phaseNotes(topic: Topic, neighbor: Neighbor | null, to: string | undefined): string[] {
  const [own, other] = [topic.phase?.label, neighbor?.topic.phase?.label];
  if (to !== undefined || !hasColumn(topic, "phase") || other === undefined || own === other) return [];
  return [
    own === undefined
      ? "it still has no phase; set one with `--phase`"
      : `it is still in phase ${own}; change it with \`--phase\``,
  ];
}

function onlyTasks(topic: Topic, option: string): UserError {
  return new UserError(
    "PLACE_UNCLEAR",
    `"${topic.name}" is a topic, and ${option} works only for tasks`,
    "use --phase PHASE, --after TOPIC or --before TOPIC",
  );
}

// The lines of a list item move; only markers and indents change, to match the new list.

function moveTaskPlan(roadmap: Roadmap, task: Task, request: MoveRequest): Plan {
  const item = itemOf(roadmap, task);
  refuseSharedLine(roadmap, item);
  if (isInPlaceAlready(roadmap, { task, item }, request)) {
    return { subject: task, changes: [], already: "already in place", notes: [], next: "roadmap list --tasks" };
  }
  const place = findItemPlace(roadmap, request);
  const inner = withInner(roadmap, item);
  const phase = phaseAt(roadmap, place);
  const tasks = new Set(roadmap.tasks.map(({ span }) => span.start));
  const change = place.depth - listPlace(roadmap, item).ancestors.length;
  const before = itemAfter(roadmap, place);
  const added = inner.map((part) => ({
    before,
    what: {
      content: part.content ? textAt(roadmap.text, part.content) : "",
      depth: listPlace(roadmap, part).ancestors.length + change,
      phase: tasks.has(part.span.start) ? phase : null,
    },
  }));
  const [firstAdded] = added;
  if (!firstAdded) throw new RangeError("an item is one of those in it");
  const text = movedText(roadmap.text, item, place);
  return {
    subject: { name: task.name, addition: firstAdded },
    changes: [],
    structuralEdit: {
      edits: [
        ...withoutItemEdits(roadmap, item),
        { at: { start: place.at, end: place.at }, text: writtenAt({ ...place, listMarker: "" }, text) },
      ],
      items: { removed: inner, added },
      summary: phase === null ? "moved" : `moved to ${phase}`,
      values: [],
      adds: [],
    },
    already: null,
    notes: [],
    next: "roadmap list --tasks",
  };
}

/** @throws UserError if the item would be moved into itself */
function isInPlaceAlready(
  roadmap: Roadmap,
  { task, item }: { task: Task; item: ListItem },
  { to, track, ...neighbors }: MoveRequest,
): boolean {
  const [[field = "", name = ""] = []] = Object.entries(neighbors).filter(([, value]) => value !== undefined);
  if (name === "") {
    const wanted = to === undefined ? null : findHeading(roadmap, to, track);
    return wanted !== null && [headingAbove, phaseAbove].some((above) => above(roadmap, task.mark.start) === wanted);
  }
  const other = itemOf(
    roadmap,
    namingField(field, () => findTask(roadmap, name)),
  );
  const { siblings, ancestors } = listPlace(roadmap, item);
  const index = siblings.indexOf(item);
  if (field === "under") return refuseInside(other, { task, item }) || ancestors[0] === other;
  if (other === item || siblings[index + (field === "after" ? -1 : 1)] === other) return true;
  return refuseInside(other, { task, item });
}

function refuseInside(other: ListItem, { task, item }: { task: Task; item: ListItem }): false {
  if (other.span.start < item.span.start || other.span.start >= item.span.end) return false;
  throw new UserError(
    "PLACE_INSIDE",
    `cannot move "${task.name}" into itself`,
    "choose a task that is not one of its subtasks",
  );
}

/** From its list marker on. Further lines are indented again only if its indent or marker changes. */
function movedText(text: string, item: ListItem, place: ItemPlace): string {
  const own = listMarkerOf(text, item);
  const isSameList = markerOf(place.listMarker) === markerOf(own);
  // The new first item of an ordered list takes over its number.
  const listMarker = isSameList && !(item.ordered && place.side === "above") ? own : place.listMarker;
  const { end } = itemLineSpan(text, item);
  const [first = "", ...rest] = linesWithEndings(text.slice(item.span.start, end));
  const inner = prefixOf(text, item) + " ".repeat(own.length);
  const [lead, mark] = [prefixOf(text, item), place.prefix.trimEnd()];
  const indented = rest.map((line) => {
    if (line.startsWith(inner)) return place.prefix + " ".repeat(listMarker.length) + line.slice(inner.length);
    // A blank line without the new block quote's markers would end that block quote.
    if (isBlankText(line)) return lead.includes(">") || mark !== "" ? mark + line.replace(/^[^\r\n]*/, "") : line;
    return line.startsWith(lead) ? place.prefix + line.slice(lead.length) : line;
  });
  return listMarker + first.slice(own.length) + indented.join("");
}
