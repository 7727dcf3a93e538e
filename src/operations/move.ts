// Operation: move a topic, or a task with its subtasks.
//
//     | HTTP | 1 |
//     | REST | 1 |
//   →
//     | REST | 1 |
//     | HTTP | 1 |

import * as z from "zod/mini";
import { UserError } from "../model/errors.js";
import { findTopicOrTask } from "../model/find.js";
import { placeField, textField, toPhaseField, topicOrTaskField } from "./fields.js";
import { moveTaskPlan } from "./move-task.js";
import { type MoveAsked, moveTopicPlan } from "./move-topic.js";
import { defineOperation } from "./operation.js";

const input = z.strictObject({
  topic: topicOrTaskField(),
  to: toPhaseField("phase to move it to (as in its cells, its number, or words of its heading)"),
  after: placeField("place it below this topic or task"),
  before: placeField("place it above this topic or task"),
  under: placeField("tasks only: make it a subtask of this task"),
  track: textField({ help: "tasks only: words of the track, if several have that phase", value: "track" }),
});

export const move = defineOperation({
  name: "move",
  summary: "Move a topic, or a task with its subtasks",
  examples: ["roadmap move caching strategies --phase 3", "roadmap move unit testing --after t8"],
  input,
  plan(roadmap, { topic: wanted, ...asked }) {
    if (Object.values(asked).every((value) => value === undefined)) {
      throw new UserError(
        "PLACE_UNCLEAR",
        `no target given for "${wanted}"`,
        "use --phase PHASE, --after NAME or --before NAME",
      );
    }
    refuseBlank(asked);
    const found = findTopicOrTask(roadmap, wanted);
    return "task" in found ? moveTaskPlan(roadmap, found.task, asked) : moveTopicPlan(roadmap, found.topic, asked);
  },
});

/** A blank phase could mean "clear it", which `set` does, but it is more often an unset variable in a script. */
function refuseBlank({ to, ...others }: MoveAsked): void {
  const [blank] = Object.entries({ phase: to, ...others }).find(([, value]) => value?.trim() === "") ?? [];
  if (blank === undefined) return;
  throw new UserError(
    "PLACE_UNCLEAR",
    `--${blank} requires a value`,
    blank === "phase"
      ? 'pass a phase: --phase PHASE; `roadmap set TOPIC --phase ""` clears it'
      : `pass a name: --${blank} NAME`,
  );
}
