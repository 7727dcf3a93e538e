// Changes of topics: the cell changes that operations are made of, with their refusals and notes.

import { numberToType, shortName } from "../model/address.js";
import type { ColumnKind } from "../model/columns.js";
import { UserError } from "../model/errors.js";
import type { TopicOrTask } from "../model/find.js";
import { cellValue, escapeCell, isBlankCell, linksIn, plainText } from "../model/inline-text.js";
import { misreadingOf } from "../model/meaning.js";
import { addColumnWay } from "../model/next.js";
import { cellOf, cellText, type Roadmap, type TableColumn, type Topic, type TopicTable } from "../model/roadmap.js";
import { defaultSpelling, type Status, statuses } from "../model/status.js";
import { ways } from "../model/ways.js";
import { normalize } from "../text/normalize.js";
import { quoteForYaml } from "../text/quote-for-yaml.js";
import type { CellChange, Change } from "./operation.js";
import { statusSign } from "./status-signs.js";
import type { StructuralEdit } from "./structural-edit.js";

/** Whether the topic's table has such a column. */
export function hasColumn(topic: Topic, column: ColumnKind): boolean {
  return topic.table.columns.has(column);
}

/**
 * A change of one cell to a text as written in the file.
 * @throws UserError if the table lacks the column, or has two of that kind
 */
export function cellChange(topic: Topic, column: ColumnKind, text: string): CellChange {
  if (!hasColumn(topic, column)) {
    throw new UserError(
      "COLUMN_MISSING",
      `the table of "${topic.name}" has no ${column} column`,
      addColumnWay(topic.table, column),
    );
  }
  if (topic.table.repeated.has(column)) {
    throw new UserError(
      "COLUMN_REPEATED",
      `the table of "${topic.name}" has two ${column} columns`,
      `rename one, or choose one in the front matter: roadmap: columns: { ${column}: HEADER }`,
    );
  }
  return { topic, column, text };
}

/** Whether the cell already has that text, and is read as the change intends. */
export function isAlreadySet(roadmap: Roadmap, change: Change): boolean {
  if ("task" in change) return false;
  const { topic, column, text, means = {} } = change;
  return (
    cellText(roadmap, topic, column) === text && misreadingOf(means, { roadmap, topic }, { roadmap, topic }) === null
  );
}

/** A typed text, escaped so that the cell shows exactly that. */
export function textChange(topic: Topic, column: TableColumn, text: string): CellChange {
  const raw = escapeCell(text);
  return typeof column === "number" ? { topic, column, text: raw } : cellChange(topic, column, raw);
}

/** The status in the file's own spelling. */
export function statusChange(roadmap: Roadmap, topic: Topic, status: Status): CellChange {
  return { ...cellChange(topic, "status", statusText(roadmap, topic, status)), means: { status } };
}

/**
 * How the file spells a status: as in the front matter or a legend, as in most cells of the column, as in other tables,
 * or the built-in spelling. "Not started" may be a blank cell.
 */
export function statusText(roadmap: Roadmap, topic: Topic, status: Status): string {
  if (topic.table.statusForm !== "words") return escapeCell(statusSign(roadmap, topic, { status, mayBeBlank: true }));
  const isBlank = !roadmap.vocabulary.spelling.has(status) && topic.table.spelling.get(status) === "";
  return isBlank ? "" : statusWord(roadmap, topic, status);
}

/** The same for a cell that must not be blank, because its dates would then imply another status. */
export function statusWord(roadmap: Roadmap, topic: Topic, status: Status): string {
  if (topic.table.statusForm !== "words") return escapeCell(statusSign(roadmap, topic, { status, mayBeBlank: false }));
  return statusWordFor(roadmap, status, [topic.table]);
}

/** The word for a status in a status column of words, preferably as in the given tables. */
export function statusWordFor(
  { vocabulary, tables }: Roadmap,
  status: Status,
  preferred: readonly TopicTable[],
): string {
  const withWords = [...preferred, ...tables].filter(({ statusForm }) => statusForm === "words");
  const spellings = [vocabulary.spelling, ...withWords.map(({ spelling }) => spelling)];
  return escapeCell(spellings.map((spelling) => spelling.get(status)).find((word) => word) ?? defaultSpelling[status]);
}

/** @throws UserError if the topic or task is done, with a hint how to continue */
export function refuseDone(roadmap: Roadmap, found: TopicOrTask): void {
  const thing = "topic" in found ? found.topic : found.task;
  if (thing.status !== "done") return;
  const reopen = { operation: "reopen", input: { topic: shortName(roadmap, thing) } };
  const finished = "row" in thing ? thing.finished : null;
  throw new UserError(
    "ALREADY_DONE",
    `"${thing.name}" is done${finished ? ` (${finished})` : ""}`,
    finished ? ways`${reopen} resumes it and clears its finish date` : reopen,
  );
}

/** The note for a name that another topic has: commands cannot tell the two apart. */
export function sameNameNotes(roadmap: Roadmap, topic: Topic, name: string): string[] {
  const normalizedName = normalize(plainText(escapeCell(name)));
  const other = roadmap.topics.find((known) => known !== topic && normalize(known.name) === normalizedName);
  return other ? [`another topic has the same name: ${numberToType(roadmap, other)}`] : [];
}

/** The separators that people put between links; anything else between two links is text. */
const separatorPattern = /^(?:\s*(?:[,;·•/&+]|\\\||<br *\/?>)\s*|\s+)$/i;
const linkPattern = /!?\[[^[\]]*\]\([^()\s]*\)|<[a-z]+:[^<>\s]+>|(?:https?:\/\/|www\.)[^\s<>,;|\\]+/g;

/**
 * Adds the links that the proof cell lacks; no change if it has them all.
 * @param present the text of the cell, or the part of it that stays
 */
export function proofChanges(topic: Topic, present: string, links: readonly string[]): Change[] {
  for (const link of links) refuseBadLink(link);
  const known = new Set([...linksIn(present), ...cellValue(present).split(/[\s,;]+/)]);
  const added = [...new Set(links)].filter((link) => !known.has(link)).map(escapeCell);
  if (added.length === 0) return [];
  const kept = isBlankCell(present) ? [] : [present];
  return [cellChange(topic, "proof", [...kept, ...added].join(separatorOf(present)))];
}

/** The placeholder for the link in printed commands. */
const placeholders: ReadonlySet<string> = new Set(["URL", "LINK"]);

function separatorOf(raw: string): string {
  const [first, second] = raw.matchAll(linkPattern);
  if (!first || !second) return ", ";
  const between = raw.slice(first.index + first[0].length, second.index);
  return separatorPattern.test(between) ? between : ", ";
}

function refuseBadLink(link: string): void {
  if (placeholders.has(link)) {
    throw new UserError(
      "LINK_NOT_USABLE",
      `${link} is a placeholder`,
      "replace it with the link: `--proof https://example.org/page`",
    );
  }
  const isRunnable = /^\s*(?:javascript|vbscript|data):/i.test(link);
  if (link !== "" && !/\s/.test(link) && !isRunnable) return;
  throw new UserError(
    "LINK_NOT_USABLE",
    isRunnable
      ? `"${link.slice(0, 60)}" runs a script instead of opening a page`
      : `"${link.slice(0, 60)}" is not a single link`,
    isRunnable ? "use the URL of the page" : "write a space in a URL as %20, and pass each link with its own --proof",
  );
}

interface AppliedChanges {
  readonly changes: readonly Change[];
  readonly structuralEdit: StructuralEdit | undefined;
}

/**
 * The note for a change that removes the legend which defines the file's status spelling, with the front matter line
 * that would define it; empty if the file still defines the same words.
 */
export function legendNotes(before: Roadmap, after: Roadmap, applied: AppliedChanges): string[] {
  if (before.legends.length === 0) return [];
  const starts = new Set(before.legends.map(({ start }) => start));
  const topic = touchedTopics(applied).find((touched) => starts.has(cellOf(touched, "status")?.start ?? -1));
  const [then, now] = [before.vocabulary.spelling, after.vocabulary.spelling];
  const words = statuses.filter((status) => then.has(status));
  if (!topic || words.every((status) => then.get(status) === now.get(status))) return [];
  const line = words.map((status) => `${status}: ${quoteForYaml(then.get(status) ?? "")}`).join(", ");
  return [
    `the legend "${cellText(before, topic, "status")}" is gone; to keep its words, write \`status: { ${line} }\` below \`roadmap:\` in the front matter`,
  ];
}

function touchedTopics({ changes, structuralEdit }: AppliedChanges): readonly Topic[] {
  const written = changes.flatMap((change) => ("column" in change && change.column === "status" ? [change.topic] : []));
  return [...written, ...(structuralEdit?.topics?.removed ?? [])];
}
