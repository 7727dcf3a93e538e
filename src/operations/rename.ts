// Operation: rename a topic, a task, a phase or a column.
//
//     | HTTP | 1 |
//   →
//     | HTTP/2 | 1 |

import * as z from "zod/mini";
import { nameToType } from "../model/address.js";
import { UserError } from "../model/errors.js";
import { findTopicOrTask } from "../model/find.js";
import { escapeCell, plainText } from "../model/inline-text.js";
import { itemOf, listPlace } from "../model/lists.js";
import { cellText, isNameless, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { endsInEscape } from "./cell-slot.js";
import { nameField, tableField, textField } from "./fields.js";
import { defineOperation, type Plan } from "./operation.js";
import { renameColumnPlan } from "./rename-column.js";
import { renamePhasePlan } from "./rename-phase.js";
import { lostLinks, renamedText } from "./renamed-text.js";
import { taskText } from "./task-text.js";
import { cellChange, sameNameNotes } from "./topic-changes.js";

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
    const given = [wanted, phase, column].filter((one) => one !== undefined);
    if (given.length !== 1 || isNameless(to)) throw unclear(given.length, to);
    if (phase !== undefined) return renamePhasePlan(roadmap, phase, { to, ...where });
    if (column !== undefined) return renameColumnPlan(roadmap, column, { to, table: where.table });
    const found = findTopicOrTask(roadmap, wanted ?? "");
    return "task" in found ? taskPlan(roadmap, found.task, to) : topicPlan(roadmap, found.topic, to);
  },
});

function topicPlan(roadmap: Roadmap, topic: Topic, to: string): Plan {
  const from = cellText(roadmap, topic, "topic");
  const text = renamedText(from, escapeCell(to));
  return {
    subject: topic,
    changes: from === text ? [] : [cellChange(topic, "topic", text)],
    already: from === text ? "already has that name" : null,
    notes: [...sameNameNotes(roadmap, topic, to), ...lostLinks(from, text)],
    next: `roadmap show ${nameToType(roadmap, topic, plainText(escapeCell(to)))}`,
  };
}

const box = /^\[[^\]]*\]\s+/;

/** Only its first line: further lines are more than a name. */
function taskPlan(roadmap: Roadmap, task: Task, to: string): Plan {
  const item = itemOf(roadmap, task);
  const span = item.content ?? item.span;
  const content = textAt(roadmap.text, span);
  const start = span.start + (box.exec(content)?.[0].length ?? 0);
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
    reshaping: {
      edits: [{ at: { start, end: start + line.length }, text }],
      items: { gone: [item], come: [{ before: item, what }] },
      deed: "renamed",
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
  return new UserError(
    "RENAME_UNCLEAR",
    message,
    "use `roadmap rename TOPIC --to NAME`, or --phase or --column instead of TOPIC",
  );
}
