// Operation: block a topic.
//
//     | HTTP | 1 | 2026-02-01 | | In Progress |
//   →
//     | HTTP | 1 | 2026-02-01 | | Blocked |

import * as z from "zod/mini";
import { topicField } from "./fields.js";
import { defineOperation } from "./operation.js";
import { setAsidePlan } from "./set-aside-plan.js";

export const blockTopic = defineOperation({
  name: "block",
  summary: "Mark a topic as blocked: it is waiting for something",
  examples: ["roadmap block kubernetes basics"],
  input: z.strictObject({ topic: topicField("not-started", "in-progress", "skipped") }),
  plan: (roadmap, { topic }) => setAsidePlan(roadmap, topic, "blocked"),
});
