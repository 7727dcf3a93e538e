// Operation: uncheck a task.
//
//     - [x] write the parser
//   →
//     - [ ] write the parser

import * as z from "zod/mini";
import { findTask } from "../model/find.js";
import { taskField } from "./fields.js";
import { markPlan } from "./mark-plan.js";
import { defineOperation } from "./operation.js";

export const uncheckTask = defineOperation({
  name: "uncheck",
  summary: "Uncheck a task: clear its mark",
  examples: ["roadmap uncheck build simple crud"],
  input: z.strictObject({ task: taskField("in-progress", "done", "blocked", "skipped") }),
  plan: (roadmap, { task }) => markPlan(roadmap, findTask(roadmap, task), " "),
});
