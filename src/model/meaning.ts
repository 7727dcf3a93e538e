// Meaning: what a topic means regardless of its spelling, and the refusal of changes that would alter it unexpectedly.

import { normalize } from "../text/normalize.js";
import { quoteForYaml } from "../text/quote-for-yaml.js";
import { byKind, dayKinds, isDayKind, knownColumns } from "./columns.js";
import { orderOfFormat } from "./dates.js";
import { UserError } from "./errors.js";
import { matchTopics } from "./history/match.js";
import { isBlankCell, plainText } from "./inline-text.js";
import { lineNumberAt } from "./outline.js";
import { cellText, type Days, isSamePhase, type Roadmap, type Topic } from "./roadmap.js";
import type { Settings } from "./settings.js";
import type { Status } from "./status.js";
import { type Way, ways } from "./ways.js";

/** What a topic means. Phases are identified by their label, ignoring case. */
export type Meaning = Days & Pick<Topic, "name" | "status"> & { readonly phase: string | null };

const fields = ["name", "phase", "status", ...dayKinds] as const;

type MeaningField = (typeof fields)[number];

export function meaningOf(topic: Topic): Meaning {
  const { name, phase, status } = topic;
  return { name, phase: phase?.label ?? null, status, ...byKind(dayKinds, (kind) => topic[kind]) };
}

/** Whether both topics mean the same; unchanged rows are compared by this alone. */
export function isSameMeaning(one: Topic, other: Topic): boolean {
  return (
    one.name === other.name &&
    one.status === other.status &&
    dayKinds.every((kind) => one[kind] === other[kind]) &&
    isSamePhase(one.phase, other.phase)
  );
}

interface TopicIn {
  readonly roadmap: Roadmap;
  readonly topic: Topic;
}

/** A topic that would mean something unexpected in the new text. */
export interface Misreading {
  readonly expected: Partial<Meaning>;
  readonly field: MeaningField;
  /** As in the file before the change. */
  readonly old: TopicIn;
  /** As the new text would be read. */
  readonly now: TopicIn;
}

/** The first field whose new meaning is not the expected one; null if all are. */
export function misreadingOf(expected: Partial<Meaning>, old: TopicIn, now: TopicIn): Misreading | null {
  const meaning = meaningOf(now.topic);
  const field = fields.find((name) => name in expected && !isSame(name, expected[name], meaning[name]));
  return field === undefined ? null : { expected, field, old, now };
}

function isSame(field: MeaningField, expected: string | null | undefined, actual: string | null): boolean {
  return expected === actual || (field === "phase" && normalize(expected ?? "") === normalize(actual ?? ""));
}

/** @throws UserError if the file's own rules would read the new text differently from what is expected */
export function checkMeaning(expected: Partial<Meaning>, old: TopicIn, now: TopicIn): void {
  const misreading = misreadingOf(expected, old, now);
  if (misreading) throw meaningRefusal(misreading, "the change");
}

/** @param cause what would cause the difference: `the change`, `this undo` */
export function meaningRefusal(misreading: Misreading, cause: string): UserError {
  return new UserError(
    "MEANING_WOULD_CHANGE",
    `after ${cause}, ${misreadingText(misreading, "would be read")}`,
    ways`${wayOut(misreading)}; nothing was written`,
  );
}

/** `the start date of "REST" (line 6) is now read as blank, not 2026-03-05`, with the matching verb. */
export function misreadingText({ expected, field, old, now }: Misreading, verb: string): string {
  const [wanted, read] = [wordFor(field, expected[field]), wordFor(field, meaningOf(now.topic)[field])];
  const place = `"${old.topic.name}" (line ${lineNumberAt(old.roadmap, old.topic.row.start)})`;
  return `${fieldName(field)} of ${place} ${verb} as ${read}, not ${wanted}`;
}

function fieldName(field: MeaningField): string {
  return knownColumns[field === "name" ? "topic" : field].help;
}

function wordFor(field: MeaningField, value: string | null | undefined): string {
  if (value === null || value === undefined || value === "") return field === "phase" ? "no phase" : "blank";
  return field === "status" ? value.replace("-", " ") : field === "name" ? `"${value}"` : value;
}

/** The front matter line, or the phase in its own cell, that preserves the meaning regardless of the rest of the file. */
function wayOut({ expected, field, old, now }: Misreading): Way | Way[] {
  if (field === "status" && expected.status) {
    const word = plainText(cellText(now.roadmap, now.topic, "status"));
    return statusWayOut(now.roadmap.settings, expected.status, word);
  }
  if (isDayKind(field)) {
    const format = old.topic.table[field];
    const isKnown = format !== null && format !== "unclear" && orderOfFormat(format) !== null;
    return `set the order first: in the front matter, write \`dates: ${isKnown ? format : "DD/MM/YYYY"}\`${isKnown ? "" : " or `dates: MM/DD/YYYY`"} below \`roadmap:\``;
  }
  if (field === "phase" && old.topic !== now.topic) {
    const input = { topic: `${old.topic.number}`, phase: expected.phase ?? "-" };
    return ways`write its phase first: ${{ operation: "set", input }}`;
  }
  return "make the change in an editor: `roadmap edit`";
}

function statusWayOut(settings: Settings, status: Status, word: string): string {
  const other = [...settings.status].find(([other, words]) => other !== status && words.includes(word));
  if (other) return `in the front matter, give ${status} and ${other[0]} different words`;
  const line = `${status}: ${word === "" ? "WORD" : quoteForYaml(word)}`;
  return `define the word first: in the front matter, write \`status: { ${line} }\` below \`roadmap:\``;
}

// Whether restored texts mean what they meant when the file last contained them.

interface Restoring {
  /** The roadmap when the texts were last in the file. */
  readonly former: Roadmap;
  readonly before: Roadmap;
  readonly after: Roadmap;
}

const columns = ["phase", "status", ...dayKinds] as const;

type Column = (typeof columns)[number];

/** The first cell of a rewritten row that is read differently than before and formerly; null if there is none. */
export function restoredDifferently({ former, before, after }: Restoring): Misreading | null {
  const formerly = meaningsByCell(former);
  const at = ({ topics }: Roadmap, index: number) =>
    topics.length === after.topics.length ? topics[index] : undefined;
  for (const [index, topic] of after.topics.entries()) {
    const [old, once] = [at(before, index), at(former, index)];
    for (const column of columns) {
      const raw = cellText(after, topic, column);
      if (isBlankCell(raw)) continue;
      const isKept = old !== undefined && cellText(before, old, column) === raw;
      const isBack = once?.name === topic.name && cellText(former, once, column) === raw;
      const formerMeaning = isBack ? writtenMeaning(once, column) : formerly.get(keyOf(column, raw));
      const expected = isKept ? writtenMeaning(old, column) : formerMeaning;
      if (expected === undefined) continue;
      const restored = { roadmap: after, topic };
      const misreading = misreadingOf({ [column]: expected }, restored, restored);
      if (misreading) return misreading;
    }
  }
  return null;
}

/** The unchanged dates that are read differently: the order of day and month may have changed. */
export function datesReadDifferently(before: Roadmap, after: Roadmap): Misreading[] {
  return [...matchTopics(before, after)].flatMap(([old, topic]) =>
    dayKinds.flatMap((column) => {
      if (cellText(before, old, column) !== cellText(after, topic, column)) return [];
      const now = { roadmap: after, topic };
      return misreadingOf({ [column]: old[column] }, now, now) ?? [];
    }),
  );
}

/** What topics mean by a text, by column and text. A text with different meanings in several tables is unknown. */
function meaningsByCell(roadmap: Roadmap): ReadonlyMap<string, Meaning[Column] | undefined> {
  const known = new Map<string, Meaning[Column] | undefined>();
  for (const topic of roadmap.topics) {
    for (const column of columns) {
      const key = keyOf(column, cellText(roadmap, topic, column));
      const meaning = writtenMeaning(topic, column);
      known.set(key, known.has(key) && known.get(key) !== meaning ? undefined : meaning);
    }
  }
  return known;
}

function keyOf(column: Column, raw: string): string {
  return `${column} ${raw}`;
}

/**
 * Undefined if the cell did not determine it: a status may follow from the dates, and a date may have been ambiguous.
 */
function writtenMeaning(topic: Topic, column: Column): Meaning[Column] | undefined {
  if (column === "status" && !topic.isStatusWritten) return undefined;
  return meaningOf(topic)[column] ?? undefined;
}
