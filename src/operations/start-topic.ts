// Operation: start a topic.
//
//     | HTTP | 1 |            |  | Not Started |
//   →
//     | HTTP | 1 | 2026-02-01 |  | In Progress |

import * as z from "zod/mini";
import { nameToType } from "../model/address.js";
import { findTopic } from "../model/find.js";
import { addColumnCommand } from "../model/next.js";
import { dateField, topicField } from "./fields.js";
import { defineOperation } from "./operation.js";
import { markHint } from "./task-hints.js";
import {
  dayAsked,
  dayChange,
  hasColumn,
  isUnset,
  keptDateNotes,
  refuseDone,
  statusChange,
  unreadableDateNotes,
} from "./topic-changes.js";

export const startTopic = defineOperation({
  name: "start",
  summary: "Start a topic: in progress, started today",
  examples: ["roadmap start http fundamentals", "roadmap start 12 --date yesterday"],
  input: z.strictObject({
    topic: topicField("not-started", "blocked", "skipped"),
    date: dateField("start date (default: today)"),
  }),
  plan(roadmap, { topic: wanted, date }, today) {
    const topic = findTopic(roadmap, wanted, markHint("/", "in progress"));
    refuseDone(roadmap, topic);
    const isInProgress = topic.status === "in-progress" && topic.isStatusWritten;
    const needsDate = isUnset(roadmap, topic, "started") && (hasColumn(topic, "started") || date !== undefined);
    const asked = date === undefined ? null : dayAsked(date, today);
    const changes = [
      ...(isInProgress ? [] : [statusChange(roadmap, topic, "in-progress")]),
      ...(needsDate ? [dayChange(roadmap, { topic, column: "started", day: asked ?? today })] : []),
    ];
    return {
      subject: topic,
      changes,
      already: changes.length === 0 ? `already in progress${topic.started ? ` (${topic.started})` : ""}` : null,
      notes: [
        ...unreadableDateNotes(roadmap, topic, "started"),
        ...keptDateNotes(topic, "started", asked),
        ...(hasColumn(topic, "started")
          ? []
          : [
              `start date not recorded: the table has no such column; \`${addColumnCommand(topic.table, "started")}\` adds it`,
            ]),
      ],
      next: `roadmap finish ${nameToType(roadmap, topic)}${hasColumn(topic, "proof") ? " --proof URL" : ""}`,
    };
  },
});
