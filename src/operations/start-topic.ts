// Operation: start a topic, or mark a task as in progress.
//
//     | HTTP | 1 |            |  | Not Started |
//   →
//     | HTTP | 1 | 2026-02-01 |  | In Progress |

import * as z from "zod/mini";
import { nameToType } from "../model/address.js";
import type { Day } from "../model/dates.js";
import { findTopicOrTask } from "../model/find.js";
import { addColumnWay } from "../model/next.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { commandOf } from "../model/ways.js";
import { refuseTopicOptions, taskStatusPlan } from "./check-task.js";
import {
  dayChange,
  isUnset,
  keptDateNotes,
  parsePastDay,
  replacedPlanNotes,
  unreadableDateNotes,
} from "./day-changes.js";
import { dateField, topicOrTaskField } from "./fields.js";
import { defineOperation, type Plan } from "./operation.js";
import { hasColumn, refuseDone, statusChange } from "./topic-changes.js";

export const startTopic = defineOperation({
  name: "start",
  summary: "Start a topic today, or mark a task as in progress",
  examples: ["roadmap start http fundamentals", "roadmap start 12 --date yesterday"],
  takesSeveral: true,
  input: z.strictObject({
    topic: topicOrTaskField("not-started", "blocked", "skipped"),
    date: dateField("start date (default: today)"),
  }),
  plan(roadmap, { topic: wanted, date }, today) {
    const found = findTopicOrTask(roadmap, wanted);
    refuseDone(roadmap, found);
    if ("topic" in found) return topicPlan(roadmap, found.topic, { date, today });
    refuseTopicOptions(roadmap, found.task, { operation: "start", date });
    return taskStatusPlan(roadmap, found.task, "in-progress");
  },
});

function topicPlan(roadmap: Roadmap, topic: Topic, { date, today }: { date: string | undefined; today: Day }): Plan {
  const isInProgress = topic.status === "in-progress" && topic.isStatusWritten;
  const given = parsePastDay(roadmap, topic, { column: "started", words: date, today });
  const day = startDay(roadmap, topic, { given, today });
  const changes = [
    ...(isInProgress ? [] : [statusChange(roadmap, topic, "in-progress")]),
    ...(day === null ? [] : [dayChange(roadmap, { topic, column: "started", day })]),
  ];
  return {
    subject: topic,
    changes,
    already: changes.length === 0 ? `already in progress${topic.started ? ` (${topic.started})` : ""}` : null,
    notes: [
      ...(day === null ? unreadableDateNotes(roadmap, topic, "started") : []),
      ...(day === null ? keptDateNotes(roadmap, topic, { column: "started", given, today }) : []),
      ...replacedPlanNotes(topic, "started", day),
      ...(hasColumn(topic, "started")
        ? []
        : [
            `start date not recorded: the table has no such column; \`${commandOf(addColumnWay(topic.table, "started"))}\` adds it`,
          ]),
    ],
    next: `roadmap finish ${nameToType(roadmap, topic)}${hasColumn(topic, "proof") ? " --proof URL" : ""}`,
  };
}

/**
 * The date to write; null to leave the cell alone, because it already has the start date of a topic that continues, or
 * a text that is not a date.
 */
function startDay(roadmap: Roadmap, topic: Topic, { given, today }: { given: Day | null; today: Day }): Day | null {
  const { started, status } = topic;
  if (isUnset(roadmap, topic, "started")) return hasColumn(topic, "started") ? (given ?? today) : given;
  if (started !== null && started > today) return given ?? today;
  return status === "not-started" && given !== started ? given : null;
}
