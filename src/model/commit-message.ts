// Commit message: describes a change in a subject for people and in trailers that can be verified later.

import { asLine } from "../text/visible.js";
import { fitInColumns } from "../text/width.js";
import { type Comparison, type Difference, isNothing } from "./compare.js";
import { countedDeeds, type Deed, deedsOf, lineOf } from "./deed.js";
import type { Rename } from "./elsewhere.js";
import type { ListPosition } from "./moves.js";

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

const widestSubject = 72;
const mostKinds = 3;
const mostBodyLines = 20;
const mostTrailers = 400;
const mostChangesOfOne = 50;
const longestValue = 100;

export function commitMessage(comparison: Comparison, options: CommitMessageOptions = {}): CommitMessage {
  const deeds = deedsOf(comparison);
  const subject = asLine(options.subject ?? "") || `roadmap: ${summaryOf(deeds)}`;
  return {
    subject: fitInColumns(subject, widestSubject),
    body: deeds.length < 2 ? [] : bodyOf(deeds),
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
function summaryOf(deeds: readonly Deed[]): string {
  const [only, another] = deeds;
  if (!only) return "reformat the file";
  if (!another) return lineOf(only);
  const kinds = countedDeeds(deeds);
  const line = kinds.join(", ");
  const isShort = kinds.length <= mostKinds && `roadmap: ${line}`.length <= widestSubject;
  return isShort ? line : `${deeds.length} changes`;
}

function bodyOf(deeds: readonly Deed[]): string[] {
  const more = deeds.length - mostBodyLines;
  const lines = deeds.slice(0, mostBodyLines).map(lineOf);
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

/**
 * The trailers of a commit that contains only this change. `roadmap log --verify` compares old commits with them, so
 * the format must stay compatible.
 */
export function trailersOf(comparison: Comparison): string[] {
  const { differences, columns, isElsewhere } = comparison;
  const renamed = ({ from, to }: Rename) => ({ name: to, changes: [`renamed from ${value(from)}`] });
  const things: Thing[] = [
    ...differences.map((difference) => ({
      trailer: difference.type === "topic" ? "Topic" : "Task",
      name: difference.name,
      changes: changesOf(difference),
    })),
    ...columns.added.map((name) => ({ trailer: "Column", name, changes: ["added"] })),
    ...columns.removed.map((name) => ({ trailer: "Column", name, changes: ["removed"] })),
    ...comparison.renamedColumns.map((one) => ({ trailer: "Column", ...renamed(one) })),
    ...comparison.renamedPhases.map((one) => ({ trailer: "Phase", ...renamed(one) })),
    ...comparison.addedPhases.map((name) => ({ trailer: "Phase", name, changes: ["added"] })),
    ...comparison.removedPhases.map((name) => ({ trailer: "Phase", name, changes: ["removed"] })),
    ...(isElsewhere ? [{ trailer: "Text", name: "changed", changes: [] }] : []),
    ...(isNothing(comparison) ? [{ trailer: "Text", name: "laid out anew", changes: [] }] : []),
  ];
  const lines: string[] = [];
  for (const [index, thing] of things.entries()) {
    if (lines.length >= mostTrailers) return [...lines, `Roadmap-More: ${things.length - index}`];
    lines.push(...trailerLines(thing));
  }
  return lines;
}

interface Thing {
  readonly trailer: string;
  readonly name: string;
  readonly changes: readonly string[];
}

function trailerLines({ trailer, name, changes }: Thing): string[] {
  const more = changes.length - mostChangesOfOne;
  const shown = more > 0 ? [...changes.slice(0, mostChangesOfOne), `${more} more`] : changes;
  return [`Roadmap-${trailer}: ${trailerName(name)}`, ...shown.map((change) => `Roadmap-Change: ${change}`)];
}

function changesOf({ kind, renamedFrom, moved, fields, status }: Difference): string[] {
  const isStatusSaid = kind !== "changed" || fields.some(({ field }) => field === "status" || field === "mark");
  return [
    ...(kind === "changed" ? [] : [kind]),
    ...(renamedFrom === null ? [] : [`renamed from ${trailerName(renamedFrom)}`]),
    ...(moved === null ? [] : [`moved ${placeText(moved.from)} -> ${placeText(moved.to)}`]),
    ...fields.map(({ field, from, to }) => `${value(field)} ${fieldValue(field, from)} -> ${fieldValue(field, to)}`),
    // A status can change without its cell: it follows from the dates if the cell is blank, and the front matter
    // defines the words.
    ...(isStatusSaid || status.from === status.to ? [] : [`reads as ${status.from} -> ${status.to}`]),
  ];
}

function placeText({ phase, after }: ListPosition): string {
  const below = after === null ? "the top" : `below ${value(after, "(no name)")}`;
  return phase === null ? below : `${value(phase)}, ${below}`;
}

function fieldValue(field: string, text: string): string {
  return field === "mark" && text !== "" ? `[${text.replace(/\p{Cc}/u, "?")}]` : value(text);
}

/** On one line, shortened. */
export function trailerName(name: string): string {
  return value(name, "(no name)");
}

function value(text: string, blank = "(blank)"): string {
  const plain = asLine(text);
  return plain === ""
    ? blank
    : [...plain].length > longestValue
      ? `${[...plain].slice(0, longestValue).join("")}…`
      : plain;
}
