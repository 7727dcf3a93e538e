// Commit messages: a subject for people, and trailers that can be verified later.

import { countEach } from "../../text/arrays.js";
import { asLine } from "../../text/visible.js";
import { fitInColumns } from "../../text/width.js";
import type { Status } from "../status.js";
import { type Comparison, type Difference, isUnchanged, type Rename } from "./compare.js";
import type { KnownRename } from "./known-renames.js";
import type { ListPosition } from "./match.js";

/** No line contains control characters or line breaks. */
interface CommitMessage {
  /** At most 72 columns: `roadmap: finish HTTP Fundamentals`. */
  readonly subject: string;
  /** One line per change if there are several; otherwise empty. */
  readonly body: readonly string[];
  /** `Roadmap-Topic: HTTP Fundamentals`, then `Roadmap-Change: status In Progress -> Done`, and so on. Never empty. */
  readonly trailers: readonly string[];
}

interface CommitMessageOptions {
  /** Replaces the generated subject; a subject without a word is ignored. */
  readonly subject?: string | undefined;
}

const maxSubjectColumns = 72;
const maxKinds = 3;
const maxBodyLines = 20;
const maxTrailers = 400;
const maxChangesOfOne = 50;
const maxValueLength = 100;

export function commitMessage(comparison: Comparison, options: CommitMessageOptions = {}): CommitMessage {
  const changeVerbs = describeChanges(comparison);
  const subject = asLine(options.subject ?? "") || `roadmap: ${summaryOf(changeVerbs)}`;
  return {
    subject: fitInColumns(subject, maxSubjectColumns),
    body: changeVerbs.length < 2 ? [] : bodyOf(changeVerbs),
    trailers: trailersOf(comparison),
  };
}

/** The message as it is passed to git on stdin, with `--cleanup=verbatim`. */
export function messageText({ subject, body, trailers }: CommitMessage): string {
  return [[subject], body, trailers]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** `finish HTTP Fundamentals`; `finish 2 topics, check 3 tasks`; `5 changes` if more does not fit. */
function summaryOf(changeVerbs: readonly ChangeVerb[]): string {
  const [only, another] = changeVerbs;
  if (!only) return "reformat the file";
  if (!another) return changeVerbText(only);
  const kinds = countedChangeVerbs(changeVerbs);
  const line = kinds.join(", ");
  const isShort = kinds.length <= maxKinds && `roadmap: ${line}`.length <= maxSubjectColumns;
  return isShort ? line : `${changeVerbs.length} changes`;
}

function bodyOf(changeVerbs: readonly ChangeVerb[]): string[] {
  const more = changeVerbs.length - maxBodyLines;
  const lines = changeVerbs.slice(0, maxBodyLines).map(changeVerbText);
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

/**
 * The trailers of a commit that contains only this change. `roadmap log --verify` compares old commits with them, so
 * the format must stay compatible.
 */
function trailersOf(comparison: Comparison): string[] {
  const { differences, columns, hasOtherText } = comparison;
  const renamed = ({ from, to }: Rename) => ({ name: to, changes: [`renamed from ${value(from)}`] });
  const groups: TrailerGroup[] = [
    ...differences.map((difference) => ({
      trailer: difference.type === "topic" ? "Topic" : "Task",
      name: difference.name,
      changes: changesOf(difference),
    })),
    ...columns.added.map((name) => ({ trailer: "Column", name, changes: ["added"] })),
    ...columns.removed.map((name) => ({ trailer: "Column", name, changes: ["removed"] })),
    ...comparison.renamedColumns.map((rename) => ({ trailer: "Column", ...renamed(rename) })),
    ...comparison.renamedPhases.map((rename) => ({ trailer: "Phase", ...renamed(rename) })),
    ...comparison.addedPhases.map((name) => ({ trailer: "Phase", name, changes: ["added"] })),
    ...comparison.removedPhases.map((name) => ({ trailer: "Phase", name, changes: ["removed"] })),
    ...(hasOtherText ? [{ trailer: "Text", name: "changed", changes: [] }] : []),
    ...(isUnchanged(comparison) ? [{ trailer: "Text", name: "laid out anew", changes: [] }] : []),
  ];
  const lines: string[] = [];
  for (const [index, group] of groups.entries()) {
    if (lines.length >= maxTrailers) return [...lines, `Roadmap-More: ${groups.length - index}`];
    lines.push(...trailerLines(group));
  }
  return lines;
}

interface TrailerGroup {
  readonly trailer: string;
  readonly name: string;
  readonly changes: readonly string[];
}

function trailerLines({ trailer, name, changes }: TrailerGroup): string[] {
  const more = changes.length - maxChangesOfOne;
  const shown = more > 0 ? [...changes.slice(0, maxChangesOfOne), `${more} more`] : changes;
  return [`Roadmap-${trailer}: ${trailerName(name)}`, ...shown.map((change) => `Roadmap-Change: ${change}`)];
}

function changesOf({ kind, renamedFrom, moved, fields, status }: Difference): string[] {
  const isStatusListed = kind !== "changed" || fields.some(({ field }) => field === "status" || field === "mark");
  return [
    ...(kind === "changed" ? [] : [kind]),
    ...(renamedFrom === null ? [] : [`renamed from ${trailerName(renamedFrom)}`]),
    ...(moved === null ? [] : [`moved ${placeText(moved.from)} -> ${placeText(moved.to)}`]),
    ...fields.map(({ field, from, to }) => `${value(field)} ${fieldValue(field, from)} -> ${fieldValue(field, to)}`),
    // A status can change without its cell: it follows from the dates if the cell is blank, and the front matter
    // defines the words.
    ...(isStatusListed || status.from === status.to ? [] : [`reads as ${status.from} -> ${status.to}`]),
  ];
}

function placeText({ phase, after }: ListPosition): string {
  const below = after === null ? "the top" : `below ${value(after, "(no name)")}`;
  return phase === null ? below : `${value(phase)}, ${below}`;
}

function fieldValue(field: string, text: string): string {
  return field === "mark" && text !== "" ? `[${text.replace(/\p{Cc}/u, "?")}]` : value(text);
}

/** The name as in a trailer: on one line, shortened. */
export function trailerName(name: string): string {
  return value(name, "(no name)");
}

/** A value as in a trailer. */
export function trailerValue(text: string): string {
  return value(text);
}

function value(text: string, blank = "(blank)"): string {
  const plain = asLine(text);
  return plain === ""
    ? blank
    : [...plain].length > maxValueLength
      ? `${[...plain].slice(0, maxValueLength).join("")}…`
      : plain;
}

// The verb that names a difference: finish, check, rename, remove.

/** One change. `text` is its object, without the verb: `HTTP Fundamentals`, `A to B`, `REST (comments)`. */
interface ChangeVerb {
  readonly verb: string;
  readonly subject: "topic" | "task" | "column" | "phase" | "table" | "text";
  readonly text: string;
}

/** One verb for each difference; the most important one if several apply. */
export function describeChanges({ differences, columns, hasOtherText, ...others }: Comparison): ChangeVerb[] {
  const of = (verb: string, subject: "column" | "phase") => (name: string) => ({
    verb,
    subject,
    text: `${subject} ${name}`,
  });
  const renamed = ({ from, to }: Rename) => `${from} to ${to}`;
  return [
    ...differences.map(describeDifference),
    ...(columns.added.includes("topic") ? [tableVerb("add")] : columns.added.map(of("add", "column"))),
    ...(columns.removed.includes("topic") ? [tableVerb("remove")] : columns.removed.map(of("remove", "column"))),
    ...others.renamedColumns.map(renamed).map(of("rename", "column")),
    ...others.renamedPhases.map(renamed).map(of("rename", "phase")),
    ...others.addedPhases.map(of("add", "phase")),
    ...others.removedPhases.map(of("remove", "phase")),
    ...(hasOtherText ? [{ verb: "edit", subject: "text", text: "the text" } satisfies ChangeVerb] : []),
  ];
}

/** Every topic table has a topic column, so that column appears with the first table and disappears with the last one. */
function tableVerb(verb: string): ChangeVerb {
  return { verb, subject: "table", text: "a table" };
}

function describeDifference(difference: Difference): ChangeVerb {
  const { type, kind, renamedFrom, moved, fields } = difference;
  const name = difference.name || "(no name)";
  const withVerb = (verb: string, text = name): ChangeVerb => ({ verb, subject: type, text });
  if (kind !== "changed") return withVerb(kind === "added" ? "add" : "remove");
  const { from, to } = difference.status;
  if (from && to && from !== to) return withVerb(type === "topic" ? topicVerb(from, to) : taskVerb(from, to));
  if (renamedFrom !== null) return withVerb("rename", `${renamedFrom || "(no name)"} to ${name}`);
  if (moved !== null) return withVerb("move");
  return withVerb(type === "task" ? "mark" : "update", `${name} (${fields.map(({ field }) => field).join(", ")})`);
}

/** `finish HTTP Fundamentals` */
function changeVerbText({ verb, text }: ChangeVerb): string {
  return `${verb} ${asLine(text)}`;
}

/** Changes of one kind combined: `finish 2 topics`, `check 3 tasks`, `rename REST to REST API`. */
export function countedChangeVerbs(changeVerbs: readonly ChangeVerb[]): string[] {
  const kinds = new Map<string, { readonly changeVerb: ChangeVerb; count: number }>();
  for (const changeVerb of changeVerbs) {
    const kind = `${changeVerb.verb} ${changeVerb.subject}`;
    const known = kinds.get(kind);
    if (known) known.count++;
    else kinds.set(kind, { changeVerb, count: 1 });
  }
  return [...kinds.values()].map(({ changeVerb, count }) =>
    count === 1 ? changeVerbText(changeVerb) : `${changeVerb.verb} ${count} ${changeVerb.subject}s`,
  );
}

const verbs: Readonly<Record<Status, string>> = {
  "not-started": "reset",
  "in-progress": "start",
  done: "finish",
  blocked: "block",
  skipped: "skip",
};

function topicVerb(from: Status, to: Status): string {
  return from === "done" && to === "in-progress" ? "reopen" : verbs[to];
}

function taskVerb(from: Status, to: Status): string {
  if (to === "done") return "check";
  return from === "done" ? "uncheck" : verbs[to];
}

// What a commit message claims, compared with what the commit changed.

export interface MessageFinding {
  /** Claims in the message that the change does not confirm: `Topic HTTP: status In Progress -> Done`. */
  readonly claimed: readonly string[];
  /** Changes that the message does not mention. */
  readonly done: readonly string[];
}

/** Null for a message without claims. Both lists are empty when the message matches the change exactly. */
export function verifyMessage(message: string, comparison: Comparison): MessageFinding | null {
  const claimed = claimsIn(message);
  if (claimed.length === 0) return null;
  const done = claims(trailersOf(comparison));
  const isOpen = dependsOnDay(claimed.filter((claim) => done.includes(claim)));
  const isCertain = (claim: string) => !isOpen(claim);
  return { claimed: without(claimed, done).filter(isCertain), done: without(done, claimed).filter(isCertain) };
}

/**
 * A blank status next to a date on which both sides agree cannot be checked: whether that date was a plan or a fact
 * depends on the author's clock.
 */
function dependsOnDay(agreed: readonly string[]): (claim: string) => boolean {
  const dated = new Set(agreed.flatMap((claim) => /^(.*): (?:started|finished) .* -> /.exec(claim)?.[1] ?? []));
  return (claim) => dated.has(/^(.*): reads as\s/.exec(claim)?.[1] ?? "");
}

/** Every change that a message claims its commit makes to a roadmap. */
export function claimsIn(message: string): string[] {
  return claims(message.split("\n").map((line) => line.trim()));
}

/** The topics and tasks that a message claims its commit renames. */
export function renamesIn(message: string): KnownRename[] {
  return claimsIn(message).flatMap((claim) => {
    const [, type, to = "", from = ""] = /^(Topic|Task) (.*): renamed from (.*)$/.exec(claim) ?? [];
    return type === undefined ? [] : [{ type: type === "Topic" ? "topic" : "task", from, to }];
  });
}

const trailer = /^Roadmap-(Topic|Task|Column|Phase|Text|More|Change): (.*)$/;

/** Each claimed change with its subject, as one text. */
function claims(lines: readonly string[]): string[] {
  const all: string[] = [];
  let thing: string | null = null;
  let isBare = false;
  const close = () => {
    if (isBare && thing !== null) all.push(thing);
    isBare = false;
  };
  for (const line of lines) {
    const [, kind, text = ""] = trailer.exec(line) ?? [];
    if (kind === undefined) continue;
    if (kind === "Change") {
      all.push(`${thing ?? "nothing named"}: ${text}`);
      isBare = false;
      continue;
    }
    close();
    thing = `${kind} ${text}`;
    isBare = true;
  }
  close();
  return all;
}

/** Multiset difference: the first list without what the second also contains. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const counts = countEach(others);
  return texts.filter((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}
