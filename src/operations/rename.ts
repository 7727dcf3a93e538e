// Operation: rename a topic, a task, a phase or a column.
//
//     | HTTP | 1 |
//   →
//     | HTTP/2 | 1 |

import * as z from "zod/mini";
import { nameToType } from "../model/address.js";
import { cellAt, cellTextAt, type Row } from "../model/blocks.js";
import type { ColumnKind } from "../model/columns.js";
import { UserError } from "../model/errors.js";
import { findTopicOrTask } from "../model/find.js";
import { wordsOfGroup } from "../model/header-words.js";
import { escapeCell, isNameless, isPlaceholderName, plainText } from "../model/inline-text.js";
import { itemOf, listPlace } from "../model/lists.js";
import { cellText, type Roadmap, type Task, type Topic, type TopicTable } from "../model/roadmap.js";
import { ways } from "../model/ways.js";
import { textAt } from "../text/edit.js";
import { normalize } from "../text/normalize.js";
import { nameField, tableField, textField } from "./fields.js";
import { findColumn, headersOf, kindOfHeader, requireColumn } from "./find-column.js";
import { cellEdit, defineOperation, type Plan } from "./operation.js";
import { dependentChanges, keptNameNotes } from "./other-columns.js";
import { renamePhasePlan } from "./rename-phase.js";
import { endsInEscape } from "./row-layout.js";
import { tableNumbered, tablesAmbiguous } from "./table-place.js";
import { cellChange, sameNameNotes } from "./topic-changes.js";
import { lostLinks, renamedText, taskText } from "./typed-text.js";

const input = z.strictObject({
  topic: textField({
    help: "topic or task (name or part of it, quotes not needed); omit it with --phase or --column",
    names: ["topic", "task"],
  }),
  to: nameField("the new name", "name"),
  phase: textField({ help: "rename this phase, in its cells or in the heading over its tasks", value: "phase" }),
  column: textField({ help: "rename this column", value: "column" }),
  table: tableField,
  track: textField({ help: "words of the track, if several have that phase", value: "track" }),
});

export const rename = defineOperation({
  name: "rename",
  summary: "Rename a topic, task, phase or column",
  examples: [
    'roadmap rename rest api basics --to "REST"',
    'roadmap rename --phase "cloud basics" --to "Phase 1: AWS Basics"',
    "roadmap rename --column comments --to Notes",
  ],
  input,
  plan(roadmap, { topic: wanted, to, phase, column, ...where }) {
    const given = [wanted, phase, column].filter((name) => name !== undefined);
    if (given.length !== 1 || isNameless(to)) throw unclear(given.length, to);
    if (phase !== undefined) return renamePhasePlan(roadmap, phase, { to, ...where });
    if (column !== undefined) return renameColumnPlan(roadmap, column, { to, table: where.table });
    const found = findTopicOrTask(roadmap, wanted ?? "");
    return "task" in found ? taskPlan(roadmap, found.task, to) : topicPlan(roadmap, found.topic, to);
  },
});

function topicPlan(roadmap: Roadmap, topic: Topic, to: string): Plan {
  if (isPlaceholderName(plainText(to))) throw unclear(1, to);
  const from = cellText(roadmap, topic, "topic");
  const text = renamedText(from, escapeCell(to));
  return {
    subject: topic,
    changes: from === text ? [] : [cellChange(topic, "topic", text), ...dependentChanges(roadmap, topic, to)],
    already: from === text ? "already has that name" : null,
    notes: [
      ...sameNameNotes(roadmap, topic, to),
      ...lostLinks(from, text),
      ...(from === text ? [] : keptNameNotes(roadmap, topic)),
    ],
    next: `roadmap show ${nameToType(roadmap, topic, plainText(escapeCell(to)))}`,
  };
}

const checkbox = /^\[[^\]]*\]\s+/;

/** Only its first line: further lines are more than a name. */
function taskPlan(roadmap: Roadmap, task: Task, to: string): Plan {
  const item = itemOf(roadmap, task);
  const span = item.content ?? item.span;
  const content = textAt(roadmap.text, span);
  const start = span.start + (checkbox.exec(content)?.[0].length ?? 0);
  const line = /^[^\r\n]*/.exec(roadmap.text.slice(start, span.end))?.[0] ?? "";
  const hasMore = start + line.length < span.end;
  const end = hasMore ? hardBreakIn(line) : line.length;
  // Before another line, a trailing backslash would be a hard line break and not part of the name.
  const name = hasMore && endsInEscape(taskText(to)) ? `${taskText(to)}\\` : taskText(to);
  const text = renamedText(line.slice(0, end), name) + line.slice(end);
  if (line === text) {
    const next = `roadmap check ${nameToType(roadmap, task)}`;
    return { subject: task, changes: [], already: "already has that name", notes: [], next };
  }
  const after = content.slice(0, start - span.start) + text + roadmap.text.slice(start + line.length, span.end);
  const what = { content: after, depth: listPlace(roadmap, item).ancestors.length, phase: task.phase?.label ?? null };
  return {
    subject: task,
    changes: [],
    structuralEdit: {
      edits: [{ at: { start, end: start + line.length }, text }],
      items: { removed: [item], added: [{ before: item, what }] },
      summary: "renamed",
      values: [{ column: "name", from: line, to: text }],
      adds: [],
    },
    already: null,
    notes: [...(hasMore ? ["its other lines are unchanged"] : []), ...lostLinks(line, text)],
    next: "roadmap list --tasks",
  };
}

/** The start of a hard line break at the end of a line: spaces, or a backslash. */
function hardBreakIn(line: string): number {
  return endsInEscape(line) ? line.length - 1 : line.trimEnd().length;
}

function unclear(count: number, to: string): UserError {
  const message =
    count > 1
      ? "TOPIC, --phase and --column cannot be combined"
      : count === 0
        ? "nothing to rename was given"
        : `"${to}" is not a name`;
  const rename = { operation: "rename", input: { topic: { placeholder: "TOPIC" }, to: { placeholder: "NAME" } } };
  return new UserError("RENAME_UNCLEAR", message, ways`use ${rename}, or --phase or --column instead of TOPIC`);
}

// A renamed header must still define the same kind of column.

function renameColumnPlan(
  roadmap: Roadmap,
  wanted: string,
  { to, table: number }: { to: string; table: string | number | undefined },
): Plan {
  const matching =
    number === undefined
      ? roadmap.tables.filter((table) => findColumn(roadmap, table, wanted) !== null)
      : [tableNumbered(roadmap, number)];
  if (matching.length > 1) throw tablesAmbiguous(roadmap, matching);
  const table = matching[0] ?? tableNumbered(roadmap, 1);
  const column = requireColumn(roadmap, table, wanted);
  const { header } = table.table;
  const from = cellTextAt(roadmap.text, header, column);
  const text = renamedText(from, escapeCell(to));
  const subject = { type: "column", number: column + 1, name: plainText(text), at: header.start } as const;
  const shared = { subject, changes: [], notes: lostLinks(from, text), next: "roadmap list" };
  if (from === text) return { ...shared, already: "already has that name" };
  refuseOtherKind(roadmap, table, { column, text });
  refuseRepeatedHeader(roadmap, table, "rename both in an editor");
  const cell = cellAt(header, column);
  if (!cell) throw new RangeError(`the header has no column ${column}`);
  return {
    ...shared,
    structuralEdit: {
      edits: [cellEdit(roadmap.text, { table: table.table, row: header, column, cell }, text)],
      columns: {
        table: table.table,
        now: table.table.alignments.map((_, index) =>
          index === column ? { from: index, header: text } : { from: index },
        ),
      },
      summary: "column renamed",
      values: [{ column: "name", from, to: text }],
      adds: [],
    },
    already: null,
  };
}

/** @throws UserError if the column would be read as another kind, or two columns as the same kind */
function refuseOtherKind(
  roadmap: Roadmap,
  table: TopicTable,
  { column, text }: { column: number; text: string },
): void {
  const [old] = [...table.columns].find(([, at]) => at === column) ?? [null];
  const [configured] = [...roadmap.settings.columns].find(([, names]) =>
    names.some((name) => normalize(plainText(name)) === normalize(plainText(text))),
  ) ?? [null];
  const kind = configured ?? kindOfHeader(text);
  const other = kind === null ? undefined : table.columns.get(kind);
  const same = headersOf(roadmap, table).findIndex((header) => normalize(header) === normalize(plainText(text)));
  if (same >= 0 && same !== column)
    throw refusal(`another column is already named "${plainText(text)}"`, "choose another name");
  if (kind !== old && other !== undefined && kind !== null)
    throw refusal(`"${plainText(text)}" would be a second ${kind} column`, "choose another name");
  if (old === null || kind === old) return;
  throw refusal(`"${plainText(text)}" would not be recognized as the ${old} column`, wayOut(old, text));
}

/** @throws UserError if the table repeats the header row, which is not read as a topic only while both are equal */
export function refuseRepeatedHeader({ text }: Roadmap, { table }: TopicTable, wayOut: string): void {
  const rowText = (row: Row) => normalize(text.slice(row.start, row.end));
  const header = rowText(table.header);
  if (!table.rows.some((row) => rowText(row) === header)) return;
  throw refusal("the table repeats its header as a row, and that row would become a topic", wayOut);
}

function wayOut(kind: ColumnKind, text: string): string {
  const words = wordsOfGroup(kind).slice(0, 4).join(", ");
  return `use a name like ${words}, or first define it in the front matter: roadmap: columns: { ${kind}: ${plainText(text)} }`;
}

function refusal(message: string, hint: string): UserError {
  return new UserError("COLUMN_NAME_TAKEN", message, hint);
}
