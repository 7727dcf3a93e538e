// Operation: check a task.
//
//     - [ ] write the parser
//   →
//     - [x] write the parser

import * as z from "zod/mini";
import { findTask } from "../model/find.js";
import { writableMarks } from "../model/status.js";
import { fieldTexts, taskField } from "./fields.js";
import { markPlan } from "./mark-plan.js";
import { defineOperation } from "./operation.js";

export const checkTask = defineOperation({
  name: "check",
  summary: "Check off a task, or give it another mark",
  examples: ["roadmap check build simple crud", "roadmap check kafka --mark /"],
  input: z.strictObject({
    task: taskField("not-started", "in-progress", "blocked", "skipped"),
    mark: z.optional(z.enum(writableMarks)).register(fieldTexts, {
      help: "x done, / in progress, - skipped, ! blocked, > moved (default: x)",
      value: "mark",
    }),
  }),
  plan: (roadmap, { task, mark = "x" }) => markPlan(roadmap, findTask(roadmap, task), mark),
});
