// Operations: block or skip a topic or task; the dates and the proof of a topic stay.

import * as z from "zod/mini";
import { nameToType } from "../model/address.js";
import { findTopicOrTask } from "../model/find.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { taskStatusPlan } from "./check-task.js";
import { topicOrTaskField } from "./fields.js";
import { defineOperation, type Plan } from "./operation.js";
import { hasColumn, refuseDone, statusChange } from "./topic-changes.js";

//     | HTTP | 1 | 2026-02-01 | | In Progress |
//   →
//     | HTTP | 1 | 2026-02-01 | | Blocked |
export const blockTopic = defineOperation({
  name: "block",
  summary: "Mark a topic or task as blocked: it is waiting for something",
  examples: ["roadmap block kubernetes basics"],
  takesSeveral: true,
  input: z.strictObject({ topic: topicOrTaskField("not-started", "in-progress", "skipped") }),
  plan: (roadmap, { topic }) => setAsidePlan(roadmap, topic, "blocked"),
});

//     | HTTP | 1 | | | Not Started |
//   →
//     | HTTP | 1 | | | Skipped |
export const skipTopic = defineOperation({
  name: "skip",
  summary: "Skip a topic or task; it no longer counts toward progress",
  examples: ["roadmap skip message queues"],
  takesSeveral: true,
  input: z.strictObject({ topic: topicOrTaskField("not-started", "in-progress", "blocked") }),
  plan: (roadmap, { topic }) => setAsidePlan(roadmap, topic, "skipped"),
});

/** Why it is blocked can only be said where there is a place for it. */
function canAppend(topic: Topic): boolean {
  return hasColumn(topic, "comments") && !topic.table.repeated.has("comments");
}

function reasonFor(roadmap: Roadmap, topic: Topic): string {
  return `roadmap set ${nameToType(roadmap, topic)} --append-comments TEXT`;
}

function setAsidePlan(roadmap: Roadmap, wanted: string, status: "blocked" | "skipped"): Plan {
  const found = findTopicOrTask(roadmap, wanted);
  refuseDone(roadmap, found);
  if ("task" in found) return taskStatusPlan(roadmap, found.task, status);
  const { topic } = found;
  const isSetAside = topic.status === status;
  return {
    subject: topic,
    changes: isSetAside ? [] : [statusChange(roadmap, topic, status)],
    already: isSetAside ? `already ${status}` : null,
    notes: [],
    next: status === "blocked" && canAppend(topic) ? reasonFor(roadmap, topic) : "roadmap next",
  };
}
