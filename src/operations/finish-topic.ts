// Operation: finish a topic, or tick a task when no topic has that name.
//
//     | HTTP | 1 | 2026-02-01 |            | In Progress |                          |
//   →
//     | HTTP | 1 | 2026-02-01 | 2026-03-01 | Done        | https://example.org/pr/1 |

import * as z from "zod/mini";
import { nameToType } from "../model/address.js";
import type { Day } from "../model/dates.js";
import { exitCodes, UserError } from "../model/errors.js";
import { findTopicOrTask } from "../model/find.js";
import { addColumnCommand } from "../model/next.js";
import { cellText, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { dateField, proofField, topicOrTaskField } from "./fields.js";
import { markPlan } from "./mark-plan.js";
import { defineOperation, type Plan } from "./operation.js";
import {
  dayAsked,
  dayChange,
  hasColumn,
  isUnset,
  keptDateNotes,
  proofChanges,
  refuseFinishBeforeStart,
  statusChange,
  unreadableDateNotes,
} from "./topic-changes.js";

interface FinishInput {
  readonly date?: string | undefined;
  readonly proof?: readonly string[] | undefined;
}

export const finishTopic = defineOperation({
  name: "finish",
  summary: "Finish a topic today, with proof; or check off a task",
  examples: [
    "roadmap finish http fundamentals --proof https://github.com/me/http/pull/1",
    "roadmap finish rest api --date 2026-03-01",
  ],
  input: z.strictObject({
    topic: topicOrTaskField("not-started", "in-progress", "blocked", "skipped"),
    date: dateField("finish date (default: today)"),
    proof: proofField,
  }),
  plan(roadmap, { topic: wanted, ...input }, today) {
    const found = findTopicOrTask(roadmap, wanted);
    return "task" in found
      ? taskPlan(roadmap, found.task, input)
      : topicPlan(roadmap, found.topic, { ...input, today });
  },
});

function topicPlan(roadmap: Roadmap, topic: Topic, { date, proof = [], today }: FinishInput & { today: Day }): Plan {
  const isDone = topic.status === "done" && topic.isStatusWritten;
  const needsDate = isUnset(roadmap, topic, "finished") && (hasColumn(topic, "finished") || date !== undefined);
  const asked = date === undefined ? null : dayAsked(date, today);
  const day = needsDate ? (asked ?? today) : topic.finished;
  refuseFinishBeforeStart(roadmap, topic, { started: topic.started, finished: day, asked: "finished" });
  const changes = [
    ...(isDone ? [] : [statusChange(roadmap, topic, "done")]),
    ...(needsDate ? [dayChange(roadmap, { topic, column: "finished", day })] : []),
    ...proofChanges(topic, cellText(roadmap, topic, "proof"), proof),
  ];
  const name = nameToType(roadmap, topic);
  const hasNoStart = isUnset(roadmap, topic, "started") && hasColumn(topic, "started");
  return {
    subject: topic,
    changes,
    already: changes.length === 0 ? `already done${topic.finished ? ` (${topic.finished})` : ""}` : null,
    notes: [
      ...unreadableDateNotes(roadmap, topic, "finished"),
      ...keptDateNotes(topic, "finished", asked),
      ...(hasNoStart ? [`it has no start date; set one with \`roadmap set ${name} --started DATE\``] : []),
      ...(hasColumn(topic, "finished")
        ? []
        : [
            `finish date not recorded: the table has no such column; \`${addColumnCommand(topic.table, "finished")}\` adds it`,
          ]),
    ],
    next: "roadmap next",
  };
}

function taskPlan(roadmap: Roadmap, task: Task, { date, proof }: FinishInput): Plan {
  if (date !== undefined || proof !== undefined) {
    throw new UserError({
      code: "TASK_HAS_NO_CELLS",
      message: `"${task.name}" is a task, and tasks have no ${proof === undefined ? "date" : "proof link"}`,
      hint: `roadmap check ${nameToType(roadmap, task)}`,
      exitCode: exitCodes.failed,
    });
  }
  return markPlan(roadmap, task, "x");
}
