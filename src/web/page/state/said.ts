// Said: what is true after a change, as the command line says it.

import type { PageData } from "../../../json/envelopes/page.js";
import {
  alreadySentence,
  deedSentence,
  statusSentence,
  subjectName,
  withFullStop,
} from "../../../views/change-words.js";
import type { Data } from "../api/request.js";

type Saved = Data<"change" | "reversal" | "commit">;
type Result = Data<"change">["results"][number];

/** @param data the roadmap after the change */
export function saidOf(answer: Saved, data: PageData | null): string {
  if (answer.kind === "commit") return answer.commit ? `Committed: ${answer.commit.subject}.` : "Nothing to commit.";
  const { keptBeside, notRemembered, notCommitted, commit } = answer;
  return [
    ...(answer.kind === "reversal"
      ? reversalTexts(answer)
      : answer.results.flatMap((result) => resultTexts(result, data))),
    ...(commit ? ["Committed."] : []),
    ...(notCommitted ? [`Saved, but not committed: ${notCommitted.message}.`] : []),
    ...(notRemembered === null ? [] : [`This cannot be undone, because ${notRemembered}.`]),
    ...(keptBeside === null ? [] : [`Another program saved at the same moment; its text is in ${keptBeside}.`]),
  ].join(" ");
}

function reversalTexts({ direction, reversed, changedSince }: Data<"reversal">): string[] {
  const [verb, base] = direction === "undo" ? ["Undone", "undo"] : ["Redone", "redo"];
  if (reversed.length === 0) return [`Nothing to ${base}.`];
  return [
    ...reversed.map(({ summary, already }) => `${already ? `Already ${verb.toLowerCase()}` : verb}: ${summary}.`),
    ...(changedSince ? ["Later edits, by hand or by other programs, were kept."] : []),
  ];
}

function resultTexts(result: Result, data: PageData | null): string[] {
  const { subject, already, notes } = result;
  const said =
    already === null
      ? sentenceOf(result, data)
      : [withFullStop(alreadySentence({ subject, already }, "")), "Nothing was changed."];
  return [...said, ...notes.map((note) => `Note: ${note}.`)];
}

function sentenceOf({ operation, subject, deed, changed }: Result, data: PageData | null): string[] {
  if (deed !== null) return [withFullStop(deedSentence(subject, deed))];
  const item = data && itemOf(subject, data);
  const isStatus = changed.some(({ column }) => column === "status" || column === "mark");
  if (item && isStatus && operation !== "set")
    return [withFullStop(statusSentence({ operation, subject }, item.status)), ...progressTexts(subject, data)];
  const isRenamed = item && item.name !== subject.name;
  return [withFullStop(`${subjectName(subject)} is ${isRenamed ? `now named ${item.name}` : "changed"}`)];
}

function itemOf({ type, number }: Result["subject"], { topics, tasks }: PageData) {
  return type === "topic" ? topics[number - 1] : type === "task" ? tasks[number - 1] : undefined;
}

/** What a finished topic still owes. */
function progressTexts({ type, number }: Result["subject"], { topics }: PageData): string[] {
  const topic = type === "topic" ? topics[number - 1] : undefined;
  if (topic?.status !== "done" || topic.proof !== "" || topic.deliverables === "") return [];
  return [withFullStop(`No proof yet for: ${topic.deliverables}`)];
}
