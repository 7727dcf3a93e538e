// Calendar: read by another parser (that of Thunderbird), and every line as RFC 5545 requires.

import ICAL from "ical.js";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { calendarText } from "../../../src/views/exports/calendar-text.js";
import { fc } from "../../support/fast-check.js";
import { generateRoadmap } from "../../support/generate-roadmap.js";
import { hostileRoadmap } from "../../support/hostile-roadmap.js";

const today = "2026-11-22";
const calendar = (text: string, due: string | null = null) => calendarText(parseRoadmap(text).roadmap, { due, today });

function eventsIn(text: string) {
  const parsed = new ICAL.Component(ICAL.parse(text));
  return parsed.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const { summary, description, uid, startDate, endDate } = event;
    return {
      summary,
      description,
      uid,
      from: startDate.toString(),
      to: endDate.toString(),
      isAllDay: startDate.isDate,
    };
  });
}

const page = (...rows: string[]) =>
  `# Plan\n\n| Topic | Started | Finished | Status | Notes |\n|---|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;

test("a start and a finish are all-day events", () => {
  const events = eventsIn(calendar(page("HTTP | 2026-02-01 | 2026-02-28 | Done | read")));
  expect(events).toMatchObject([
    { summary: "Started: HTTP", from: "2026-02-01", to: "2026-02-02", isAllDay: true, description: "read" },
    { summary: "Finished: HTTP", from: "2026-02-28", to: "2026-03-01", isAllDay: true },
  ]);
});

test("the finish date of an open topic is its due date, and the roadmap can have one too", () => {
  const text = page("HTTP | 2026-02-01 | 2027-02-28 | In Progress | ", "SQL | 2027-01-01 | | Not Started | ");
  expect(eventsIn(calendar(text, "2027-06-30")).map(({ summary }) => summary)).toEqual([
    "Started: HTTP",
    "Due: HTTP",
    "Start: SQL",
    "Due: Plan",
  ]);
});

test("the due date of an unfinished topic is an event of its own, next to that of its planned finish", () => {
  const due = (status: string, finished: string) =>
    eventsIn(
      calendar(
        `| Topic | Status | Finished | Due |\n|---|---|---|---|\n| HTTP | ${status} | ${finished} | 2026-12-24 |\n`,
      ),
    ).map(({ summary, from }) => [summary, from]);
  expect(due("Not Started", "")).toEqual([["Due: HTTP", "2026-12-24"]]);
  expect(due("Not Started", "2026-12-20")).toEqual([
    ["Finish: HTTP", "2026-12-20"],
    ["Due: HTTP", "2026-12-24"],
  ]);
  expect(due("Done", "2026-11-20")).toEqual([["Finished: HTTP", "2026-11-20"]]);
  expect(due("Skipped", "")).toEqual([]);
});

test("a due date has another identity than a finish date, and keeps it if the date changes", () => {
  const uids = (...cells: string[]) =>
    eventsIn(
      calendar(`| Topic | Status | Finished | Due |\n|---|---|---|---|\n| A | Not Started | ${cells.join(" | ")} |\n`),
    ).map(({ uid }) => uid);
  const [finish, due] = uids("2026-12-20", "2026-12-24");
  expect(due).not.toBe(finish);
  expect(uids("", "2027-01-01")).toEqual([due]);
});

test("an event on 9999-12-31 lasts that day", () => {
  const text = calendar("| Topic | Started | Finished |\n|---|---|---|\n| A | 9999-12-30 | 9999-12-31 |\n");
  expect(eventsIn(text).map(({ from, to }) => [from, to])).toEqual([
    ["9999-12-30", "9999-12-31"],
    ["9999-12-31", "10000-01-01"],
  ]);
});

test("an event keeps its identity if its date changes, and topics of the same name differ", () => {
  const uids = (text: string) => eventsIn(calendar(text)).map(({ uid }) => uid);
  const [first, second, ...others] = uids(
    page("A | 2026-01-01 | | | ", "A | 2026-01-01 | | | ", "B | | 2026-01-01 | | "),
  );
  expect(new Set([first, second, ...others]).size).toBe(3);
  expect(uids(page("A | 2026-05-05 | | | "))).toEqual([first]);
});

test("the same file gives the same calendar on any later day", () => {
  const { roadmap } = parseRoadmap(page("A | 2026-01-01 | 2027-01-01 | | ", "B | 2027-02-01 | | | "));
  const made = ["2026-11-22", "2026-12-31"].map((day) => calendarText(roadmap, { due: null, today: day }));
  expect(made[0]).toBe(made[1]);
  expect(made[0]).toContain("DTSTAMP:20260101T000000Z");
});

test("no name ends its line, its event or the calendar, and each is read as it was", () => {
  const text = calendar(hostileRoadmap);
  const events = eventsIn(text);
  expect(events).toHaveLength(10);
  expect(events.map(({ description }) => description)).toContain("Week 10\nEND:VCALENDAR\nBEGIN:VEVENT, a;b\\\\c");
  expect(text).not.toMatch(/[^\r]\n|\r[^\n]|\u202e|(?![\r\n])\p{Cc}/u);
});

test("lines have at most 75 bytes, and folding splits no character", () => {
  const names = fc.string({
    unit: fc.constantFrom("a", "é", "網", "👩‍👩‍👧", ",", ";", "\\\\", "\u2028"),
    minLength: 1,
    maxLength: 120,
  });
  fc.assert(
    fc.property(names, (name) => {
      const made = calendar(page(`x${name} | 2026-01-01 | | | ${name}`));
      const bytes = Buffer.from(made);
      expect(bytes.toString()).toBe(made);
      for (const line of made.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
      expect(eventsIn(made)).toHaveLength(1);
    }),
  );
});

test("the calendar of every random roadmap can be read", () => {
  fc.assert(fc.property(generateRoadmap(), (text) => void eventsIn(calendar(text))));
});
