// Operation: remove a topic, or a task with its subtasks.
//
//     - [ ] write the parser
//       - [ ] read the RFC
//     - [ ] write the tests
//   →
//     - [ ] write the tests

import * as z from "zod/mini";
import { dependentsOf } from "../model/dependencies.js";
import { findTopicOrTask } from "../model/find.js";
import { itemOf, subtasksOf, withInner } from "../model/lists.js";
import { cellTexts, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { endOfLine } from "../text/lines.js";
import { topicOrTaskField } from "./fields.js";
import { withoutItemEdits } from "./list-layout.js";
import { defineOperation, type Plan } from "./operation.js";
import { namedTopics } from "./other-columns.js";
import { endOfLineAbove } from "./row-layout.js";
import { rowBefore } from "./table-place.js";

export const remove = defineOperation({
  name: "remove",
  summary: "Remove a topic, or a task with its subtasks",
  examples: ["roadmap remove caching strategies --yes", "roadmap remove t12 --yes"],
  takesSeveral: true,
  input: z.strictObject({ topic: topicOrTaskField() }),
  plan(roadmap, { topic: wanted }) {
    const found = findTopicOrTask(roadmap, wanted);
    return "task" in found ? taskPlan(roadmap, found.task) : topicPlan(roadmap, found.topic);
  },
});

function topicPlan(roadmap: Roadmap, topic: Topic): Plan {
  const { table } = topic.table;
  const above = rowBefore(topic.table, topic);
  const at = { start: endOfLineAbove(roadmap, { table, above }), end: endOfLine(roadmap.text, topic.row.end) };
  const values = [...cellTexts(roadmap, topic)]
    .map(([column, from]) => ({ column, from, to: "" }))
    .filter(({ column, from }) => column !== "topic" && from !== "");
  return {
    subject: topic,
    changes: [],
    structuralEdit: {
      edits: [{ at, text: "" }],
      topics: { removed: [topic], added: [] },
      summary: "removed",
      values,
      adds: [],
    },
    ...withoutNotes,
    notes: dependentNotes(roadmap, topic),
  };
}

function dependentNotes(roadmap: Roadmap, topic: Topic): string[] {
  const others = dependentsOf(roadmap, topic).filter((dependent) => dependent !== topic);
  return others.length === 0 ? [] : [`${namedTopics(others)} ${others.length === 1 ? "depends" : "depend"} on it`];
}

function taskPlan(roadmap: Roadmap, task: Task): Plan {
  const item = itemOf(roadmap, task);
  const subtasks = subtasksOf(roadmap, task).length;
  const below = subtasks === 0 ? "" : subtasks === 1 ? " with its subtask" : ` with its ${subtasks} subtasks`;
  return {
    subject: task,
    changes: [],
    structuralEdit: {
      edits: withoutItemEdits(roadmap, item),
      items: { removed: withInner(roadmap, item), added: [] },
      summary: `removed${below}`,
      values: [{ column: "mark", from: textAt(roadmap.text, task.mark), to: "" }],
      adds: [],
    },
    ...withoutNotes,
  };
}

const withoutNotes = { already: null, notes: [], next: "roadmap list" };
