// Gantt text: when topics were worked on, as a Mermaid gantt chart, which GitHub and others draw from Markdown.

import type { Day } from "../../model/dates.js";
import { shownTitle } from "../../model/outline.js";
import type { Roadmap, Topic } from "../../model/roadmap.js";
import { groupBy } from "../../text/arrays.js";
import { withoutTerminalControls } from "../../text/visible.js";
import { type ExportFormat, exportMarker, plainTitle } from "./export-format.js";

export const ganttExport: ExportFormat = {
  name: "mermaid",
  title: "Mermaid",
  needsDays: true,
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
      ...topics.map((topic) => topicLine(topic, today)),
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

/** A topic with only one known date that is not in progress is a milestone. */
function topicLine({ number, name, status, started, finished }: Topic, today: Day): string {
  const isAtWork = status === "in-progress" || status === "blocked";
  const from = started ?? finished ?? today;
  const end = finished ?? (isAtWork && today >= from ? today : null);
  const id = `topic${number}`;
  const tag = tags[status];
  if (started === null || end === null) return `${ganttName(name)} :${tag}milestone, ${id}, ${from}, 0d`;
  // A bar must not end before it begins, as dates in a file may.
  return `${ganttName(name)} :${tag}${id}, ${from}, ${end < from ? from : end}`;
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
