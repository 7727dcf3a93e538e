// Operation: finish a topic, or check off a task.
//
//     | HTTP | 1 | 2026-02-01 |            | In Progress |                          |
//   →
//     | HTTP | 1 | 2026-02-01 | 2026-03-01 | Done        | https://example.org/pr/1 |

import * as z from "zod/mini";
import { nameToType, shortName } from "../model/address.js";
import type { Day } from "../model/dates.js";
import { findTopicOrTask } from "../model/find.js";
import { addColumnWay } from "../model/next.js";
import { cellText, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { isShiftedRow, shiftedRowError } from "../model/shifted-row.js";
import { isAfterToday } from "../model/status.js";
import { ValueUndecided } from "../model/value-undecided.js";
import { commandOf } from "../model/ways.js";
import { refuseTopicOptions, taskStatusPlan } from "./check-task.js";
import {
  clearedDay,
  dayChange,
  isUnset,
  keptDateNotes,
  parsePastDay,
  refuseFinishBeforeStart,
  refuseUnclearDate,
  replacedPlanNotes,
  unreadableDateNotes,
} from "./day-changes.js";
import { dateField, proofField, topicOrTaskField } from "./fields.js";
import { defineOperation, type Plan } from "./operation.js";
import { hasColumn, proofChanges, statusChange } from "./topic-changes.js";

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
  takesSeveral: true,
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
  if (isShiftedRow(roadmap, topic)) throw shiftedRowError(roadmap, topic);
  const isDone = topic.status === "done" && topic.isStatusWritten;
  const given = parsePastDay(roadmap, topic, { column: "finished", words: date, today });
  const day = finishDay(roadmap, topic, { given, proof, today });
  // A start date in the future cannot be when a finished topic was started, so it was a plan.
  const isStartAhead = isAfterToday(topic.started, today);
  const started = isStartAhead ? null : topic.started;
  refuseFinishBeforeStart(roadmap, topic, { started, finished: day ?? topic.finished, given: "finished" });
  const changes = [
    ...(isDone ? [] : [statusChange(roadmap, topic, "done")]),
    ...(isStartAhead && !isDone ? [clearedDay(topic, "started")] : []),
    ...(day === null ? [] : [dayChange(roadmap, { topic, column: "finished", day })]),
    ...proofChanges(topic, cellText(roadmap, topic, "proof"), proof),
  ];
  const name = nameToType(roadmap, topic);
  const hasNoStart = hasColumn(topic, "started") && (isUnset(roadmap, topic, "started") || (isStartAhead && !isDone));
  return {
    subject: topic,
    changes,
    already: changes.length === 0 ? `already done${doneDate(topic, today)}` : null,
    notes: [
      ...(day === null ? unreadableDateNotes(roadmap, topic, "finished") : []),
      ...(day === null ? keptDateNotes(roadmap, topic, { column: "finished", given, today }) : []),
      ...replacedPlanNotes(topic, "finished", day),
      ...(isStartAhead && !isDone ? [`the planned start date ${topic.started} was cleared`] : []),
      ...(hasNoStart ? [`it has no start date; set one with \`roadmap set ${name} --started DATE\``] : []),
      ...(hasColumn(topic, "finished")
        ? []
        : [
            `finish date not recorded: the table has no such column; \`${commandOf(addColumnWay(topic.table, "finished"))}\` adds it`,
          ]),
    ],
    next: "roadmap next",
  };
}

function doneDate({ finished }: Topic, today: Day): string {
  return finished === null ? "" : ` (${isAfterToday(finished, today) ? "planned finish date " : ""}${finished})`;
}

/**
 * The date to write; null to leave the cell alone, because it already has the finish date of a done topic, or a text
 * that is not a date.
 * @throws ValueUndecided for a date that could be either the actual or the planned finish
 */
function finishDay(
  roadmap: Roadmap,
  topic: Topic,
  { given, proof, today }: { given: Day | null; proof: readonly string[]; today: Day },
): Day | null {
  const { finished } = topic;
  if (isUnset(roadmap, topic, "finished")) return hasColumn(topic, "finished") ? (given ?? today) : given;
  if (topic.status === "done") return null;
  if (given !== null) return given === finished ? null : given;
  refuseUnclearDate(roadmap, topic, "finished");
  if (finished === null || finished === today) return null;
  if (finished > today) return today;
  throw new ValueUndecided({
    operation: "finish",
    input: { topic: shortName(roadmap, topic), ...(proof.length > 0 ? { proof } : {}) },
    field: "date",
    message: `"${topic.name}" already has a finish date, ${finished}: was it finished then, or was that a plan?`,
    question: `"${topic.name}" has the finish date ${finished}. When was it finished?`,
    choices: [
      { value: finished, label: "keeps that date" },
      { value: today, label: "replaces it with today" },
    ],
  });
}

function taskPlan(roadmap: Roadmap, task: Task, input: FinishInput): Plan {
  refuseTopicOptions(roadmap, task, { operation: "finish", ...input });
  return taskStatusPlan(roadmap, task, "done");
}
