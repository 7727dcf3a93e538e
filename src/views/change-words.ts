// Change words: what is true after a change, in a sentence without its values and its full stop.

import type { Status } from "../model/status.js";
import { visible } from "../text/visible.js";

interface Subject {
  readonly type: "topic" | "task" | "column" | "phase" | "table";
  readonly number: number;
  readonly name: string;
}

export function subjectName({ type, name, number }: Subject): string {
  return visible(name) || `${type === "task" ? "Task" : "Topic"} ${number}`;
}

const topicTexts: Readonly<Record<Status, string>> = {
  "not-started": "not started",
  "in-progress": "in progress",
  done: "done",
  blocked: "blocked",
  skipped: "skipped",
};

const taskTexts: Readonly<Record<Status, string>> = {
  ...topicTexts,
  "not-started": "unchecked",
  done: "checked off",
};

interface Changed {
  readonly operation: string;
  readonly subject: Subject;
}

/** `Docker is in progress`; names of tasks are often sentences. */
export function statusSentence({ operation, subject }: Changed, status: Status): string {
  if (subject.type === "task") return `Task ${taskTexts[status]}: ${subjectName(subject)}`;
  return `${subjectName(subject)} is ${topicTexts[status]}${operation === "reopen" ? " again" : ""}`;
}

/**
 * `Docker is already in progress, since 18 Nov`.
 * @param since `, since 18 Nov`, or empty
 */
export function alreadySentence({ subject, already }: { subject: Subject; already: string }, since: string): string {
  const text = already.replace(/ \([^)]*\)$/, "");
  const name = subjectName(subject);
  if (subject.type === "task") return `Task ${text}: ${name}`;
  if (text === "no change") return `${name} already has these values`;
  if (text.startsWith("has a")) return `${name}: ${text}`;
  return `${name} ${/^already (?:exists|has)/.test(text) ? "" : "is "}${text}${since}`;
}

const kinds = { topic: "", task: "Task ", column: "Column ", phase: "Phase ", table: "Table " } as const;

/** The sentence with a full stop, unless a name at its end has a mark of its own. */
export function withFullStop(sentence: string): string {
  return /[.!?…。！？]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** `Docker is moved to Phase 4`, `Column Hours is added`. */
export function deedSentence(subject: Subject, deed: string): string {
  const { type, name } = subject;
  if (type === "table") return `${subjectName(subject)}: ${visible(deed)}`;
  const done = visible(deed.replace(/^(?:column|phase) /, ""));
  if (type === "task") return `Task ${done}: ${subjectName(subject)}`;
  const isLabeled = type === "phase" && /^phase\b/i.test(name);
  return `${isLabeled ? "" : kinds[type]}${subjectName(subject)} is ${done}`;
}
