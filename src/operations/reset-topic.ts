// Operations: reset a topic or task to not started, or reopen it.

import * as z from "zod/mini";
import { nameToType, shortName } from "../model/address.js";
import { UserError } from "../model/errors.js";
import { findTopicOrTask, type TopicOrTask } from "../model/find.js";
import { verbFor } from "../model/next.js";
import { cellOf, cellText, type Roadmap } from "../model/roadmap.js";
import { taskStatusPlan } from "./check-task.js";
import { clearedDay } from "./day-changes.js";
import { topicOrTaskField } from "./fields.js";
import { defineOperation } from "./operation.js";
import { statusChange } from "./topic-changes.js";

//     | HTTP | 1 | 2026-02-01 | 2026-03-01 | Done |
//   →
//     | HTTP | 1 | | | Not Started |
export const resetTopic = defineOperation({
  name: "reset",
  summary: "Reset a topic or task to not started; clears a topic's dates, keeps its proof",
  examples: ["roadmap reset http fundamentals"],
  takesSeveral: true,
  input: z.strictObject({ topic: topicOrTaskField("in-progress", "done", "blocked", "skipped") }),
  plan(roadmap, { topic: wanted }) {
    const found = findTopicOrTask(roadmap, wanted);
    if ("task" in found) return taskStatusPlan(roadmap, found.task, "not-started");
    const { topic } = found;
    const dated = (["started", "finished"] as const).filter((column) => cellText(roadmap, topic, column) !== "");
    // Without dates, a blank status or a legend means "not started" just as the word does.
    const cell = cellOf(topic, "status");
    const isUnwritten =
      cellText(roadmap, topic, "status") === "" || roadmap.legends.some(({ start }) => start === cell?.start);
    const isNotStarted = isUnwritten || (topic.status === "not-started" && topic.isStatusWritten);
    const changes = [
      ...(isNotStarted ? [] : [statusChange(roadmap, topic, "not-started")]),
      ...dated.map((column) => clearedDay(topic, column)),
    ];
    return {
      subject: topic,
      changes,
      already: changes.length === 0 ? "already not started" : null,
      notes: [],
      next: "roadmap next",
    };
  },
});

//     | HTTP | 1 | 2026-02-01 | 2026-03-01 | Done |
//   →
//     | HTTP | 1 | 2026-02-01 | | In Progress |
export const reopenTopic = defineOperation({
  name: "reopen",
  summary: "Resume a topic or task that was done, blocked or skipped; clears a topic's finish date",
  examples: ["roadmap reopen rest api"],
  takesSeveral: true,
  input: z.strictObject({ topic: topicOrTaskField("done", "blocked", "skipped") }),
  plan(roadmap, { topic: wanted }) {
    const found = findTopicOrTask(roadmap, wanted);
    refuseUnstarted(roadmap, found);
    if ("task" in found) return taskStatusPlan(roadmap, found.task, "in-progress");
    const { topic } = found;
    // The finish date of a topic that was never finished is a plan, so it stays.
    const isDone = topic.status === "done";
    const isInProgress = topic.status === "in-progress" && topic.isStatusWritten;
    const changes = [
      ...(isInProgress ? [] : [statusChange(roadmap, topic, "in-progress")]),
      ...(isDone && cellText(roadmap, topic, "finished") !== "" ? [clearedDay(topic, "finished")] : []),
    ];
    return {
      subject: topic,
      changes,
      already: changes.length === 0 ? `already in progress${topic.started ? ` (${topic.started})` : ""}` : null,
      notes: [],
      next: `roadmap finish ${nameToType(roadmap, topic)}`,
    };
  },
});

function refuseUnstarted(roadmap: Roadmap, found: TopicOrTask): void {
  const thing = "topic" in found ? found.topic : found.task;
  if (thing.status !== "not-started") return;
  const operation = "row" in thing ? verbFor(thing.table, "not-started") : "start";
  throw new UserError("NOT_STARTED", `"${thing.name}" has not been started`, {
    operation,
    input: { topic: shortName(roadmap, thing) },
  });
}
