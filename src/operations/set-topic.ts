// Operation: set any cell of a topic.
//
//     | HTTP | 1 |            | | Not Started | read the RFC |
//   →
//     | HTTP | 2 | 2026-02-01 | | In Progress |              |

import * as z from "zod/mini";
import { nameToType, shortName } from "../model/address.js";
import { byKind, knownColumns, textKinds } from "../model/columns.js";
import type { Day } from "../model/dates.js";
import { UserError } from "../model/errors.js";
import { findTopic } from "../model/find.js";
import { escapeCell, plainText } from "../model/inline-text.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { ways } from "../model/ways.js";
import { renameHint } from "./check-task.js";
import { dateFields, otherColumnFields, phaseField, proofField, textField, topicField } from "./fields.js";
import { defineOperation, type Plan } from "./operation.js";
import { cycleNotes, unknownValueNotes } from "./other-columns.js";
import { type CellValues, futureDateNotes, setCells } from "./set-cells.js";
import { isAlreadySet, sameNameNotes } from "./topic-changes.js";

const { comments, ...texts } = byKind(textKinds, (kind) => textField({ help: `replace ${knownColumns[kind].help}` }));

const input = z.strictObject({
  topic: topicField(),
  status: textField({ help: "status, in any word that roadmap or the file recognizes", value: "status" }),
  ...dateFields(),
  proof: proofField,
  ...otherColumnFields("replace "),
  comments,
  appendComments: textField({ help: "append to the comments", option: "append-comments" }),
  ...texts,
  phase: phaseField("set the phase"),
  name: textField({ help: "rename the topic", value: "name", option: "topic" }),
});

type SetInput = z.infer<typeof input>;

export const setTopic = defineOperation({
  name: "set",
  summary: "Set any cell of a topic; an empty value clears it",
  examples: [
    "roadmap set http fundamentals --started 2026-02-01",
    'roadmap set rest api --append-comments "see chapter 4"',
    'roadmap set rest api --status "" --proof ""',
  ],
  input,
  plan(roadmap, values, today) {
    const topic = findTopic(roadmap, values.topic, renameHint);
    refuseNothing(roadmap, topic, values);
    const name = values.name === undefined ? topic.name : plainText(escapeCell(values.name));
    return {
      ...planCells(roadmap, topic, { values, today }),
      next: `roadmap show ${nameToType(roadmap, topic, name)}`,
    };
  },
});

/** The plan that gives the cells of a topic these values, also used by an import. */
export function planCells(
  roadmap: Roadmap,
  topic: Topic,
  { values, today }: { readonly values: CellValues; readonly today: Day },
): Plan {
  const changes = setCells(roadmap, topic, { values, today }).filter((change) => !isAlreadySet(roadmap, change));
  return {
    subject: topic,
    changes,
    already: changes.length === 0 ? "no change" : null,
    notes: [
      ...(values.name === undefined ? [] : sameNameNotes(roadmap, topic, values.name)),
      ...futureDateNotes(roadmap, topic, { values, today }),
      ...unknownValueNotes(roadmap, values),
      ...cycleNotes(roadmap, topic, values.dependsOn),
    ],
    next: null,
  };
}

function refuseNothing(roadmap: Roadmap, topic: Topic, { topic: _, ...values }: SetInput): void {
  if (Object.values(values).some((value) => value !== undefined)) return;
  const example = {
    operation: "set",
    input: { topic: shortName(roadmap, topic), comments: { placeholder: "TEXT", isQuoted: true } },
  };
  throw new UserError(
    "NOTHING_TO_SET",
    "nothing to set",
    ways`pass a value, for example ${example}; \`roadmap set --help\` lists the options`,
  );
}
