// Topic changes: the pieces that operations on topics are made of.

import { nameToType, numberToType } from "../model/address.js";
import { isBlankCell } from "../model/blank-cell.js";
import { cellValue, escapeCell, linksIn, plainText } from "../model/cell-text.js";
import { exitCodes, UserError } from "../model/errors.js";
import { misreadingOf } from "../model/meaning.js";
import { addColumnCommand } from "../model/next.js";
import { type ColumnKind, cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { defaultSpelling, type Status } from "../model/status.js";
import { fold } from "../text/fold.js";
import type { CellChange, Change } from "./operation.js";

/** Whether the table of the topic has such a column. */
export function hasColumn(topic: Topic, column: ColumnKind): boolean {
  return topic.table.columns.has(column);
}

/**
 * A change of one cell to a text as it stands in the file.
 * @throws UserError when the table lacks the column, or has two of the kind
 */
export function cellChange(topic: Topic, column: ColumnKind, text: string): CellChange {
  if (!hasColumn(topic, column)) {
    throw new UserError({
      code: "COLUMN_MISSING",
      message: `the table of "${topic.name}" has no ${column} column`,
      hint: addColumnCommand(topic.table, column),
      exitCode: exitCodes.fileProblem,
    });
  }
  if (topic.table.repeated.has(column)) {
    throw new UserError({
      code: "COLUMN_REPEATED",
      message: `the table of "${topic.name}" has two ${column} columns`,
      hint: `rename one, or choose one in the front matter: roadmap: columns: { ${column}: HEADER }`,
      exitCode: exitCodes.fileProblem,
    });
  }
  return { topic, column, text };
}

/** Whether the cell has that text already, and is read as the change means it. */
export function isMade(roadmap: Roadmap, change: Change): boolean {
  if ("task" in change) return false;
  const { topic, column, text, means = {} } = change;
  return (
    cellText(roadmap, topic, column) === text && misreadingOf(means, { roadmap, topic }, { roadmap, topic }) === null
  );
}

/** Text that a person typed, written so that the cell says just that. */
export function textChange(topic: Topic, column: ColumnKind, text: string): Change {
  return cellChange(topic, column, escapeCell(text));
}

/** The state in the spelling of the file. */
export function statusChange(roadmap: Roadmap, topic: Topic, status: Status): CellChange {
  return { ...cellChange(topic, "status", statusText(roadmap, topic, status)), means: { status } };
}

/**
 * How the file spells a status: as the front matter or a legend says, as the column mostly does, then the other tables,
 * then the built-in spelling. "Not started" may be a blank cell.
 */
export function statusText(roadmap: Roadmap, topic: Topic, status: Status): string {
  const isBlank = !roadmap.vocabulary.spelling.has(status) && topic.table.spelling.get(status) === "";
  return isBlank ? "" : statusWord(roadmap, topic, status);
}

/** The same for a cell that may not be blank, because the dates beside it would then say something else. */
export function statusWord({ vocabulary, tables }: Roadmap, topic: Topic, status: Status): string {
  const spellings = [vocabulary.spelling, topic.table.spelling, ...tables.map(({ spelling }) => spelling)];
  return escapeCell(spellings.map((spelling) => spelling.get(status)).find((word) => word) ?? defaultSpelling[status]);
}

/** @throws UserError with the way out when the topic is done */
export function refuseDone(roadmap: Roadmap, topic: Topic): void {
  if (topic.status !== "done") return;
  throw new UserError({
    code: "ALREADY_DONE",
    message: `"${topic.name}" is done${topic.finished ? ` (${topic.finished})` : ""}`,
    hint: topic.finished
      ? `\`roadmap reopen ${nameToType(roadmap, topic)}\` resumes it and clears its finish date`
      : `roadmap reopen ${nameToType(roadmap, topic)}`,
    exitCode: exitCodes.failed,
  });
}

/** What a person has to know of a new name: commands cannot tell two topics of one name apart. */
export function sameNameNotes(roadmap: Roadmap, topic: Topic, name: string): string[] {
  const seen = fold(plainText(escapeCell(name)));
  const other = roadmap.topics.find((one) => one !== topic && fold(one.name) === seen);
  return other ? [`another topic has the same name: ${numberToType(roadmap, other)}`] : [];
}

/** The separators people put between links; anything else between two of them is text. */
const separatorPattern = /^(?:\s*(?:[,;·•/&+]|\\\||<br *\/?>)\s*|\s+)$/i;
const linkPattern = /!?\[[^[\]]*\]\([^()\s]*\)|<[a-z]+:[^<>\s]+>|(?:https?:\/\/|www\.)[^\s<>,;|\\]+/g;

/**
 * The proof cell with the links added that it does not have; none when it has them all.
 * @param present what the cell says, or what of it is to stay
 */
export function proofChanges(topic: Topic, present: string, links: readonly string[]): Change[] {
  for (const link of links) refuseBadLink(link);
  const known = new Set([...linksIn(present), ...cellValue(present).split(/[\s,;]+/)]);
  const added = [...new Set(links)].filter((link) => !known.has(link)).map(escapeCell);
  if (added.length === 0) return [];
  const kept = isBlankCell(present) ? [] : [present];
  return [cellChange(topic, "proof", [...kept, ...added].join(separatorOf(present)))];
}

/** What printed commands have where the link goes. */
const placeholders: ReadonlySet<string> = new Set(["URL", "LINK"]);

function separatorOf(raw: string): string {
  const [first, second] = raw.matchAll(linkPattern);
  if (!first || !second) return ", ";
  const between = raw.slice(first.index + first[0].length, second.index);
  return separatorPattern.test(between) ? between : ", ";
}

function refuseBadLink(link: string): void {
  if (placeholders.has(link)) {
    throw new UserError({
      code: "LINK_NOT_USABLE",
      message: `${link} is a placeholder`,
      hint: "replace it with the link: `--proof https://example.org/page`",
      exitCode: exitCodes.usage,
    });
  }
  const isRunnable = /^\s*(?:javascript|vbscript|data):/i.test(link);
  if (link !== "" && !/\s/.test(link) && !isRunnable) return;
  throw new UserError({
    code: "LINK_NOT_USABLE",
    message: isRunnable
      ? `"${link.slice(0, 60)}" runs a script instead of opening a page`
      : `"${link.slice(0, 60)}" is not a single link`,
    hint: isRunnable
      ? "use the URL of the page"
      : "write a space in a URL as %20, and pass each link with its own --proof",
    exitCode: exitCodes.usage,
  });
}
