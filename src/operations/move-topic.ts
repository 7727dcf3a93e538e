// Move topic: moves a row byte for byte; only its phase is rewritten if it moves to another one.

import { cellsOf, cellTextAt, type Row } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { plainText } from "../model/inline-text.js";
import { meaningOf } from "../model/meaning.js";
import { headingAbove } from "../model/outline.js";
import { isPhase } from "../model/phase.js";
import { cellText, type Roadmap, type Topic, type TopicTable } from "../model/roadmap.js";
import { applyEdits, shiftSpan, textAt } from "../text/edit.js";
import { endingAt, endOfLine, lineSpanAt } from "../text/lines.js";
import { fold } from "../text/normalize.js";
import { changeEdits } from "./change-edits.js";
import { endOfLineAbove, firstBelow } from "./new-row.js";
import type { Change, Plan } from "./operation.js";
import { phaseSaid } from "./phase-place.js";
import {
  type Neighbour,
  neighbourAsked,
  notesOnText,
  phaseInTable,
  rowAbove,
  rowBefore,
  tableOfPhase,
} from "./table-place.js";
import { cellChange, hasColumn, textChange } from "./topic-changes.js";

export interface MoveAsked {
  readonly to?: string | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly under?: string | undefined;
  readonly track?: string | undefined;
}

export function moveTopicPlan(roadmap: Roadmap, topic: Topic, { to, under, track, ...beside }: MoveAsked): Plan {
  if (under !== undefined || track !== undefined) throw onlyTasks(topic, under === undefined ? "--track" : "--under");
  const neighbour = neighbourAsked(roadmap, beside);
  const table = targetTable(roadmap, topic, { to, neighbour });
  const changes = to === undefined ? [] : phaseChanges(roadmap, topic, { table, to });
  const label = labelAfter(roadmap, topic, { table, changes });
  const above = rowFor(roadmap, topic, { table, neighbour, label });
  const isThere = table === topic.table && (above === topic.row || above === rowBefore(table, topic));
  if (isThere && changes.length === 0) {
    return { subject: topic, changes, already: "already in place", notes: [], next: "roadmap list" };
  }
  const told = { already: null, notes: phaseNotes(topic, neighbour, to), next: "roadmap list" };
  if (isThere) return { subject: topic, changes, ...told };
  const notes = [...told.notes, ...notesOnText(roadmap, table, above)];
  return { ...movedPlan(roadmap, topic, { table, above, label, changes }), ...told, notes };
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
  const gone = { start: endOfLineAbove(roadmap, own), end: endOfLine(text, topic.row.end) };
  const line = { start: lineSpanAt(text, topic.row.start).start, end: gone.end };
  const edits = changeEdits(roadmap, changes).map((edit) => ({
    at: shiftSpan(edit.at, -line.start),
    text: edit.text,
  }));
  const moved = applyEdits(textAt(text, line), edits);
  const cells = new Map(topic.table.table.alignments.map((_, column) => [column, cellTextAt(text, topic.row, column)]));
  for (const change of changes) {
    if ("column" in change) cells.set(topic.table.columns.get(change.column) ?? -1, change.text);
  }
  const coming = {
    before: firstBelow(roadmap.topics, at),
    what: { cells, means: { ...meaningOf(topic), phase: label } },
  };
  const name = roadmap.topics.findLast(({ row }) => row === above)?.name;
  return {
    subject: { name: topic.name, coming },
    changes: [],
    reshaping: {
      edits: [
        { at: gone, text: "" },
        { at: { start: at, end: at }, text: endingAt(text, at) + moved },
      ],
      topics: { gone: [topic], come: [coming] },
      deed: name === undefined ? "moved to the top of the table" : `moved below ${name}`,
      values: changes.flatMap((change) =>
        "column" in change
          ? [{ column: change.column, from: cellText(roadmap, topic, change.column), to: change.text }]
          : [],
      ),
      adds: [],
    },
  };
}

function targetTable(
  roadmap: Roadmap,
  topic: Topic,
  { to, neighbour }: { to: string | undefined; neighbour: Neighbour | null },
): TopicTable {
  const isInCells = hasColumn(topic, "phase") || to === undefined;
  const table = neighbour?.topic.table ?? (isInCells ? topic.table : tableOfPhase(roadmap, to));
  const headers = ({ table: { header } }: TopicTable) =>
    cellsOf(header)
      .map((cell) => fold(plainText(textAt(roadmap.text, cell))))
      .join("\n");
  if (headers(table) === headers(topic.table)) return table;
  throw new UserError(
    "COLUMNS_DIFFER",
    `cannot move "${topic.name}" there: that table has different columns`,
    "add it there with `roadmap add topic` and remove it here, or give both tables the same columns",
  );
}

/** Below a heading that sets the phase, no cell is needed. */
function phaseChanges(roadmap: Roadmap, topic: Topic, { table, to }: { table: TopicTable; to: string }): Change[] {
  const heading = headingAbove(roadmap, table.table.span.start);
  if (!table.columns.has("phase")) {
    return heading && isPhase(heading, to) ? [] : [cellChange(topic, "phase", to)];
  }
  const { text, isKnown } = phaseInTable(roadmap, table, to);
  const change = isKnown ? cellChange(topic, "phase", text ?? "") : textChange(topic, "phase", to);
  return "text" in change && change.text === cellText(roadmap, topic, "phase") ? [] : [change];
}

function labelAfter(
  roadmap: Roadmap,
  topic: Topic,
  { table, changes }: { table: TopicTable; changes: readonly Change[] },
): string | null {
  const [change] = changes;
  return phaseSaid(roadmap, table, change && "text" in change ? change.text : cellText(roadmap, topic, "phase"));
}

/** The row after which it belongs: its present one, if only the phase was given and the row is already there. */
function rowFor(
  roadmap: Roadmap,
  topic: Topic,
  { table, neighbour, label }: { table: TopicTable; neighbour: Neighbour | null; label: string | null },
): Row | null {
  if (neighbour?.topic === topic) return topic.row;
  if (neighbour) return neighbour.side === "after" ? neighbour.topic.row : rowBefore(table, neighbour.topic);
  const isThere = table === topic.table && topic.phase?.label === label;
  return isThere ? topic.row : rowAbove(roadmap, table, label);
}

function phaseNotes(topic: Topic, neighbour: Neighbour | null, to: string | undefined): string[] {
  const [own, beside] = [topic.phase?.label, neighbour?.topic.phase?.label];
  if (to !== undefined || !hasColumn(topic, "phase") || beside === undefined || own === beside) return [];
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
