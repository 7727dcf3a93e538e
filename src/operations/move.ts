// Operation: move a topic, or a task with all that is in it.
//
//     | HTTP | 1 |
//     | REST | 1 |
//   →
//     | REST | 1 |
//     | HTTP | 1 |

import * as z from "zod/mini";
import { exitCodes, UserError } from "../model/errors.js";
import { findEither } from "../model/find.js";
import { placeField, textField, topicField } from "./fields.js";
import { moveTaskPlan } from "./move-task.js";
import { moveTopicPlan } from "./move-topic.js";
import { defineOperation } from "./operation.js";

const input = z.strictObject({
  topic: topicField,
  to: textField({ help: "the phase: what its cells say, its number or words of its heading", value: "phase" }),
  after: placeField("below this topic or task"),
  before: placeField("above this topic or task"),
  under: placeField("a task: as a subtask of this one"),
  track: textField({ help: "a task: words of the track, where two have such a phase", value: "track" }),
});

export const move = defineOperation({
  name: "move",
  summary: "Move a topic or a task, with its subtasks, to a phase or beside another",
  examples: ["roadmap move caching strategies --to 3", 'roadmap move unit testing --after "task #8"'],
  input,
  plan(roadmap, { topic: wanted, ...asked }) {
    if (Object.values(asked).every((value) => value === undefined)) {
      throw new UserError({
        code: "PLACE_UNCLEAR",
        message: `it is not said where "${wanted}" shall go`,
        hint: "name a phase or a neighbour: --to <phase>, --after <name> or --before <name>",
        exitCode: exitCodes.usage,
      });
    }
    const found = findEither(roadmap, wanted);
    return "task" in found ? moveTaskPlan(roadmap, found.task, asked) : moveTopicPlan(roadmap, found.topic, asked);
  },
});
