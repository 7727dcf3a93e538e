// Operation: add a task.
//
//     - [x] read the RFC
//   →
//     - [x] read the RFC
//     - [ ] write the parser

import * as z from "zod/mini";
import { nameToType } from "../model/address.js";
import type { ListItem } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { findTask } from "../model/find.js";
import { itemOf } from "../model/lists.js";
import { headingAbove, phaseAbove } from "../model/outline.js";
import type { Roadmap, Task } from "../model/roadmap.js";
import { normalize } from "../text/normalize.js";
import { nameField, namingField, placeField, textField, toPhaseField } from "./fields.js";
import {
  type ItemPlace,
  itemAfter,
  phaseAt,
  placeAfter,
  placeBefore,
  placeUnder,
  refuseSharedLine,
  writtenAt,
} from "./list-layout.js";
import { defineOperation, type Plan } from "./operation.js";
import { findHeading, placeInPhase } from "./phase-place.js";
import { plainTaskName, taskText } from "./typed-text.js";

const input = z.strictObject({
  text: nameField("what to do; quotes not needed"),
  to: toPhaseField("phase to add it to (number, or words of its heading)"),
  track: textField({ help: "words of the track, if several tracks have that phase", value: "track" }),
  under: placeField("add it as a subtask of this task"),
  after: placeField("insert it below this task"),
  before: placeField("insert it above this task"),
});

type AddInput = z.infer<typeof input>;

export const addTask = defineOperation({
  name: "add task",
  summary: "Add a task to a phase or under another task",
  examples: [
    'roadmap add task write a parser --phase "scalable backend"',
    'roadmap add task read it --under "unit testing"',
  ],
  input,
  plan(roadmap, request) {
    const content = `[ ] ${taskText(request.text)}`;
    const place = findItemPlace(roadmap, request);
    const known = sameTask(roadmap, plainTaskName(content), place);
    if (known) {
      const next = `roadmap check ${nameToType(roadmap, known)}`;
      return { subject: known, changes: [], already: "already exists", notes: [], next };
    }
    return planAt(roadmap, place, content);
  },
});

/** @throws UserError if no place or more than one is given, or if the place is ambiguous */
export function findItemPlace(
  roadmap: Roadmap,
  { to, track, under, after, before }: Omit<AddInput, "text">,
): ItemPlace {
  const neighbors = Object.entries({ under, after, before }).filter(([, name]) => name !== undefined);
  const [[field = "", name = ""] = [], another] = neighbors;
  if (another || (name === "" && to === undefined)) {
    throw new UserError(
      "PLACE_UNCLEAR",
      another ? "--under, --after and --before cannot be combined" : "no place given for the task",
      another ? "use only one of them" : "add --phase PHASE",
    );
  }
  const phase = to === undefined ? null : findHeading(roadmap, to, track);
  if (name === "") {
    if (!phase) throw new Error("neither a phase nor a task is named");
    return placeInPhase(roadmap, phase);
  }
  const task = namingField(field, () => findTask(roadmap, name));
  if (phase && [headingAbove, phaseAbove].every((above) => above(roadmap, task.mark.start) !== phase)) {
    throw new UserError(
      "PLACE_UNCLEAR",
      `"${task.name}" is not in "${phase.label}"`,
      "omit --phase, or choose a task in that phase",
    );
  }
  const item: ListItem = itemOf(roadmap, task);
  if (field === "under") return placeUnder(roadmap, item);
  if (field === "after") return placeAfter(roadmap, item);
  refuseSharedLine(roadmap, item);
  return placeBefore(roadmap, item);
}

/** A task with that name in the same phase. */
function sameTask(roadmap: Roadmap, name: string, place: ItemPlace): Task | undefined {
  const phase = headingAbove(roadmap, place.at);
  return roadmap.tasks.find(
    (task) => normalize(task.name) === normalize(name) && headingAbove(roadmap, task.mark.start) === phase,
  );
}

function planAt(roadmap: Roadmap, place: ItemPlace, content: string): Plan {
  const phase = phaseAt(roadmap, place);
  const addition = { before: itemAfter(roadmap, place), what: { content, depth: place.depth, phase } };
  const name = plainTaskName(content);
  return {
    subject: { name, addition },
    changes: [],
    structuralEdit: {
      edits: [{ at: { start: place.at, end: place.at }, text: writtenAt(place, content) }],
      items: { removed: [], added: [addition] },
      summary: phase === null ? "added" : `added to ${phase}`,
      values: [],
      adds: [],
    },
    already: null,
    notes: [],
    next: "roadmap list --tasks",
  };
}
