// Gantt text: when topics were worked on, as a Mermaid gantt chart, which GitHub and others draw from Markdown.

import { type Day, dayFromNumber, dayNumber } from "../../model/dates.js";
import { dependenciesOf } from "../../model/dependencies.js";
import { shownTitle } from "../../model/outline.js";
import type { Roadmap, Topic } from "../../model/roadmap.js";
import { groupBy } from "../../text/arrays.js";
import { withoutTerminalControls } from "../../text/visible.js";
import { type ExportFormat, exportMarker, plainTitle } from "./export-format.js";

export const ganttExport: ExportFormat = {
  name: "mermaid",
  title: "Mermaid",
  needsDays: ["started", "finished"],
  make: ({ roadmap, today }) => ganttText(roadmap, today),
};

/**
 * Topics with a date, by phase; those in progress last until today. Topics without dates are only counted, because a
 * Gantt chart has no place for them.
 */
export function ganttText(roadmap: Roadmap, today: Day): string {
  const drawn = roadmap.topics.filter(hasDay);
  const left = roadmap.topics.length - drawn.length;
  return [
    "gantt",
    `%% ${exportMarker("mermaid")}`,
    ...(left === 0 ? [] : [`%% ${left} of ${roadmap.topics.length} topics ${left === 1 ? "has" : "have"} no date yet`]),
    `title ${ganttName(plainTitle(roadmap))}`,
    "dateFormat YYYY-MM-DD",
    "inclusiveEndDates",
    ...sections(roadmap, drawn).flatMap(({ title, topics }) => [
      `section ${ganttName(title)}`,
      ...topics.map((topic) => topicLine(roadmap, topic, today)),
    ]),
    "",
  ].join("\n");
}

function hasDay({ started, finished }: Topic): boolean {
  return started !== null || finished !== null;
}

/** In the order of the phases' first topics. */
function sections(roadmap: Roadmap, topics: readonly Topic[]): { title: string; topics: readonly Topic[] }[] {
  const byPhase = groupBy(topics, ({ phase }) => phase);
  return Array.from(byPhase, ([phase, found]) => ({
    title: phase ? shownTitle(roadmap, phase) : "No phase",
    topics: found,
  }));
}

const tags = {
  "not-started": "",
  "in-progress": "active, ",
  done: "done, ",
  blocked: "crit, ",
  skipped: "done, ",
} as const;

/** A topic with only one known date that is not in progress, and that follows no other, is a milestone. */
function topicLine(roadmap: Roadmap, topic: Topic, today: Day): string {
  const { number, name, status, started } = topic;
  const { from, end } = barOf(topic, today);
  const id = `topic${number}`;
  const tag = tags[status];
  const before = followed(roadmap, topic, today);
  const start = before.length === 0 ? from : `after ${before.map((other) => `topic${other.number}`).join(" ")}`;
  if (end === null || (started === null && before.length === 0))
    return `${ganttName(name)} :${tag}milestone, ${id}, ${start}, 0d`;
  return `${ganttName(name)} :${tag}${id}, ${start}, ${end}`;
}

/** What is in progress lasts until today. A bar must not end before it begins, as dates in a file may. */
function barOf({ status, started, finished }: Topic, today: Day): { from: Day; end: Day | null } {
  const isAtWork = status === "in-progress" || status === "blocked";
  const from = started ?? finished ?? today;
  const end = finished ?? (isAtWork && today >= from ? today : null);
  return { from, end: end !== null && end < from ? from : end };
}

/**
 * The topics that it depends on, if it is drawn as beginning after the last of them. That contradicts no date in the
 * file: it starts on the day after that, or has no start date and is to be finished on that day or later.
 */
function followed(roadmap: Roadmap, topic: Topic, today: Day): Topic[] {
  const before = [...new Set(dependenciesOf(roadmap, topic).flatMap(({ topics }) => topics))].filter(hasDay);
  const free = before.map((other) => freeDay(other, today)).reduce((last, day) => (day > last ? day : last), "");
  if (free === "" || before.includes(topic)) return [];
  const { started, finished } = topic;
  // Without a start date, the end of the other one depends on how it is drawn itself.
  const isExact = before.every((other) => other.started !== null);
  const isAfter = started === null ? finished !== null && free <= finished : isExact && free === started;
  return isAfter ? before : [];
}

/** The day after a bar, or the day of a milestone. */
function freeDay(topic: Topic, today: Day): Day {
  const { from, end } = barOf(topic, today);
  if (end === null) return from;
  const next = dayFromNumber(dayNumber(end) + 1);
  return next > end ? next : "9999-99-99";
}

/** What no line of a Gantt chart may begin with: its keywords, dates, and symbols. */
const beginning =
  /^(?:gantt|title|section|dateformat|axisformat|tickinterval|excludes|includes|inclusiveenddates|topaxis|todaymarker|weekday|weekend|click|href|call|acctitle|accdescr|\d{4}-\d{2}-\d{2}|[!-/:-@[-`{-~])/i;

/**
 * A name as Mermaid shows it literally: characters with a meaning in Mermaid are written as character codes, and so is
 * the first letter of a word that would begin a statement.
 */
function ganttName(text: string): string {
  const name = withoutTerminalControls(text).replace(/\s+/g, " ").trim() || "–";
  const [first = "", rest] = beginning.test(name) ? [name.charAt(0), name.slice(1)] : ["", name];
  return first.replace(/^./, codeOf) + rest.replace(/[#$%&:;<>@[\\\]^`{|}~]/g, codeOf);
}

function codeOf(character: string): string {
  return `#${character.charCodeAt(0)};`;
}
