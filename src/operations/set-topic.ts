// Operation: set any cell of a topic.
//
//     | HTTP | 1 |            | | Not Started | read the RFC |
//   →
//     | HTTP | 2 | 2026-02-01 | | In Progress |              |

import * as z from "zod/mini";
import { escapeCell } from "../model/cell-text.js";
import type { Day } from "../model/dates.js";
import { exitCodes, UserError } from "../model/errors.js";
import { findTopic, nameToType } from "../model/find.js";
import { cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { readStatus, statuses } from "../model/status.js";
import { dateField, proofField, textField, topicField } from "./fields.js";
import { type Change, defineOperation } from "./operation.js";
import {
  cellChange,
  dayAsked,
  dayChange,
  proofChanges,
  refuseFinishBeforeStart,
  statusChange,
  textChange,
} from "./topic-changes.js";

const input = z.strictObject({
  topic: topicField,
  status: textField({ help: "a state, in any word the program or the file knows", value: "status" }),
  started: dateField("the start date"),
  finished: dateField("the finish date"),
  proof: proofField,
  comments: textField({ help: "replace the comments" }),
  appendComments: textField({ help: "add to the comments", option: "append-comments" }),
  resources: textField({ help: "replace the resources" }),
  deliverables: textField({ help: "replace the deliverables" }),
  phase: textField({ help: "the phase", value: "phase" }),
  name: textField({ help: "the name of the topic", value: "name", option: "topic" }),
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
    const topic = findTopic(roadmap, values.topic);
    const changes = changesOf(roadmap, topic, { values, today }).filter(
      (change) => "task" in change || change.text !== cellText(roadmap, topic, change.column),
    );
    const name = values.name === undefined ? nameToType(roadmap, topic) : `"#${topic.number}"`;
    return {
      subject: topic,
      changes,
      already: changes.length === 0 ? "already so" : null,
      notes: [],
      next: `roadmap show ${name}`,
    };
  },
});

function changesOf(roadmap: Roadmap, topic: Topic, { values, today }: { values: SetInput; today: Day }): Change[] {
  refuseNothing(values);
  const changes: Change[] = [];
  if (values.status !== undefined) changes.push(statusAsked(roadmap, topic, values.status));
  const days = { started: topic.started, finished: topic.finished };
  for (const column of ["started", "finished"] as const) {
    const words = values[column];
    if (words === undefined) continue;
    const day = words === "" ? null : dayAsked(words, today);
    days[column] = day;
    if (day === null || day !== topic[column]) changes.push(dayChange(roadmap, { topic, column, day }));
  }
  if (values.started || values.finished) refuseFinishBeforeStart(topic.name, days.started, days.finished);
  changes.push(...proofAsked(roadmap, topic, values.proof), ...commentsAsked(roadmap, topic, values));
  for (const column of ["resources", "deliverables", "phase"] as const) {
    const text = values[column];
    if (text !== undefined) changes.push(textChange(topic, column, text));
  }
  if (values.name !== undefined) changes.push(nameChange(topic, values.name));
  return changes;
}

function refuseNothing({ topic, ...values }: SetInput): void {
  if (Object.values(values).some((value) => value !== undefined)) return;
  throw new UserError({
    code: "NOTHING_TO_SET",
    message: "nothing to set was given",
    hint: `name a cell and its value: roadmap set ${topic} --comments "…"; \`roadmap set --help\` lists the cells`,
    exitCode: exitCodes.usage,
  });
}

function statusAsked(roadmap: Roadmap, topic: Topic, words: string): Change {
  if (words.trim() === "") return cellChange(topic, "status", "");
  const status = statuses.find((known) => known === words.trim()) ?? readStatus(words, roadmap.vocabulary);
  if (status === "blank" || status === "unknown" || status === "unclear") {
    throw new UserError({
      code: "STATUS_UNKNOWN",
      message: `"${words}" is not a status`,
      hint: `use one of ${statuses.join(", ")}, or add the word under \`roadmap: status:\` in the front matter`,
      exitCode: exitCodes.usage,
    });
  }
  return topic.status === status && topic.isStatusWritten
    ? cellChange(topic, "status", cellText(roadmap, topic, "status"))
    : statusChange(roadmap, topic, status);
}

/** Links are added; an empty one clears the cell, before the others are added. */
function proofAsked(roadmap: Roadmap, topic: Topic, proof: SetInput["proof"]): Change[] {
  if (proof === undefined) return [];
  const links = proof.filter((link) => link !== "");
  if (links.length === proof.length) return proofChanges(topic, cellText(roadmap, topic, "proof"), links);
  return links.length === 0 ? [cellChange(topic, "proof", "")] : proofChanges(topic, "", links);
}

function commentsAsked(roadmap: Roadmap, topic: Topic, { comments, appendComments }: SetInput): Change[] {
  if (comments === undefined && appendComments === undefined) return [];
  const kept = comments === undefined ? cellText(roadmap, topic, "comments") : escapeCell(comments);
  const added = escapeCell(appendComments ?? "");
  const isThere = kept === added || kept.endsWith(`; ${added}`);
  const text = added === "" || isThere ? kept : [kept, added].filter((part) => part !== "").join("; ");
  return [cellChange(topic, "comments", text)];
}

function nameChange(topic: Topic, name: string): Change {
  if (name.trim() !== "") return textChange(topic, "topic", name);
  throw new UserError({
    code: "TOPIC_UNNAMED",
    message: "a topic needs a name",
    hint: "give the new name behind --topic",
    exitCode: exitCodes.usage,
  });
}
