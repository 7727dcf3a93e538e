// Operation: skip a topic.
//
//     | HTTP | 1 | | | Not Started |
//   →
//     | HTTP | 1 | | | Skipped |

import * as z from "zod/mini";
import { topicField } from "./fields.js";
import { defineOperation } from "./operation.js";
import { setAsidePlan } from "./set-aside-plan.js";

export const skipTopic = defineOperation({
  name: "skip",
  summary: "Skip a topic; it no longer counts toward progress",
  examples: ["roadmap skip message queues"],
  input: z.strictObject({ topic: topicField("not-started", "in-progress", "blocked") }),
  plan: (roadmap, { topic }) => setAsidePlan(roadmap, topic, "skipped"),
});
