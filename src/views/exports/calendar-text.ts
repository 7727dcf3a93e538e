// Calendar text: the dates of a roadmap as an iCalendar file (RFC 5545), for any calendar program.

import { dayKinds } from "../../model/columns.js";
import { type Day, dayFromNumber, dayNumber } from "../../model/dates.js";
import { topicFieldText } from "../../model/exported-fields.js";
import { phaseTitle, type Roadmap, type Topic } from "../../model/roadmap.js";
import { isUnfinished } from "../../model/status.js";
import { shortHash } from "../../text/short-hash.js";
import { withoutTerminalControls } from "../../text/visible.js";
import { type ExportFormat, plainTitle } from "./export-format.js";
import { kindsOfWork, summaryOf } from "./sections.js";

/** iCalendar has no comments, but a property for the program that made a calendar. */
const calendarProduct = "-//roadmap//roadmap export ics//EN";

export const calendarExport: ExportFormat = {
  name: "ics",
  title: "ICS",
  options: [{ flags: "--due <date>", help: "due date of the whole roadmap" }],
  needsDays: dayKinds,
  make: ({ roadmap, today }, choices) => calendarText(roadmap, { due: choices.day("due") ?? null, today }),
  isExport: (beginning) => beginning.includes(`PRODID:${calendarProduct}`),
};

interface CalendarChoices {
  /** The due date of the whole roadmap. */
  readonly due: Day | null;
  readonly today: Day;
}

interface CalendarEvent {
  /** Identifies an event across exports, so calendar programs recognize it. */
  readonly identity: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
}

/**
 * An event for each day on which a topic was started or finished, or is planned to be, and for the due date of an
 * unfinished one. The planned finish date of a topic without a due date is its due date. All are all-day events.
 */
export function calendarText(roadmap: Roadmap, choices: CalendarChoices): string {
  const title = plainTitle(roadmap);
  const stamp = basicDay(lastDay(roadmap, choices.today));
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${calendarProduct}`,
    "CALSCALE:GREGORIAN",
    property("X-WR-CALNAME", title),
    ...eventsOf(roadmap, title, choices).map((event) => eventText(event, stamp)),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

/**
 * The file was last revised on that day, or later, which is what a time stamp without METHOD means (RFC 5545, 3.8.7.2).
 * Unlike the day of the export, it keeps exports of an unchanged file identical.
 */
function lastDay({ topics }: Roadmap, today: Day): Day {
  let last = "";
  for (const { started, finished } of topics) {
    if (started !== null && started > last && started <= today) last = started;
    if (finished !== null && finished > last && finished <= today) last = finished;
  }
  return last || today;
}

function eventsOf(roadmap: Roadmap, title: string, { due, today }: CalendarChoices): CalendarEvent[] {
  /** Topics with the same name are distinguished by their order. */
  const namesakes = new Map<string, number>();
  const place = shortHash(title);
  const events = roadmap.topics.flatMap((topic) => {
    const count = (namesakes.get(topic.name) ?? 0) + 1;
    namesakes.set(topic.name, count);
    return topicEvents(roadmap, topic, { today, identity: `${place}-${shortHash(`${topic.name}\n${count}`)}` });
  });
  if (due === null) return events;
  const description = kindsOfWork(roadmap)
    .map(({ title, all }) => `${title}: ${summaryOf(all)}`)
    .join("\n");
  return [...events, { identity: `${place}-due`, day: due, summary: `Due: ${title}`, description }];
}

function topicEvents(
  roadmap: Roadmap,
  topic: Topic,
  { today, identity }: { today: Day; identity: string },
): CalendarEvent[] {
  const { started, finished, due, name, phase, status } = topic;
  const isOpen = isUnfinished(topic);
  if (started === null && finished === null && due === null) return [];
  const comments = topicFieldText(roadmap, topic, "comments");
  const title = phase ? phaseTitle(phase) : "";
  const description = title === "" || comments === "" ? title + comments : `${title}\n${comments}`;
  const events: CalendarEvent[] = [];
  if (started !== null) {
    const summary = `${status === "not-started" || started > today ? "Start" : "Started"}: ${name}`;
    events.push({ identity: `${identity}-started`, day: started, summary, description });
  }
  if (finished !== null) {
    const verb = !isOpen && finished <= today ? "Finished" : due === null ? "Due" : "Finish";
    events.push({ identity: `${identity}-finished`, day: finished, summary: `${verb}: ${name}`, description });
  }
  if (due !== null && isOpen)
    events.push({ identity: `${identity}-due`, day: due, summary: `Due: ${name}`, description });
  return events;
}

function eventText({ identity, day, summary, description }: CalendarEvent, stamp: string): string {
  const next = dayFromNumber(dayNumber(day) + 1);
  // Without an end it lasts that one day (RFC 5545, 3.6.1), as is necessary on 9999-12-31.
  const end = next > day ? `DTEND;VALUE=DATE:${basicDay(next)}\r\n` : "";
  const descriptionLine = description === "" ? "" : `${property("DESCRIPTION", description)}\r\n`;
  return (
    `BEGIN:VEVENT\r\nUID:${identity}@roadmap\r\nDTSTAMP:${stamp}T000000Z\r\n` +
    `DTSTART;VALUE=DATE:${basicDay(day)}\r\n${end}` +
    `${property("SUMMARY", summary)}\r\n${descriptionLine}TRANSP:TRANSPARENT\r\nEND:VEVENT`
  );
}

function basicDay(day: Day): string {
  return day.replaceAll("-", "");
}

/** A property of type TEXT (RFC 5545, 3.3.11), folded (3.1). */
function property(name: string, text: string): string {
  return folded(`${name}:${/^[\w .:()'"/+-]*$/.test(text) ? text : escaped(text)}`);
}

function escaped(text: string): string {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  return lines
    .map((line) => withoutTerminalControls(line.trim().replaceAll("\t", " ")).replace(/[\\;,]/g, "\\$&"))
    .join("\\n");
}

const maxLineBytes = 75;

/** Lines of at most 75 bytes in UTF-8; continuation lines begin with a space; no character is split. */
function folded(line: string): string {
  // No code unit takes more than three bytes.
  if (line.length * 3 <= maxLineBytes) return line;
  let text = "";
  let from = 0;
  let used = 0;
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) ?? 0;
    const size = bytesIn(code);
    if (used + size > maxLineBytes) {
      text += `${line.slice(from, at)}\r\n `;
      from = at;
      used = 1;
    }
    used += size;
    at += code > 0xffff ? 2 : 1;
  }
  return text + line.slice(from);
}

function bytesIn(code: number): number {
  if (code < 0x80) return 1;
  return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
