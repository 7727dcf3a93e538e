// Gantt: topics with dates as bars and milestones, and names without a special meaning in Mermaid.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { ganttText } from "../../../src/views/exports/gantt-text.js";
import { fc } from "../../support/fast-check.js";
import { generateRoadmap } from "../../support/generate-roadmap.js";
import { hostileRoadmap } from "../../support/hostile-roadmap.js";

const gantt = (text: string) => ganttText(parseRoadmap(text).roadmap, "2026-11-22");

/** The lines accepted by Mermaid's own grammar for Gantt charts (gantt.jison), narrowed to what is written here. */
const statements = [
  /^gantt$/,
  /^%% [\w ]+$/,
  /^title [^#;:%]*(?:#\d+;[^#;:%]*)*$/,
  /^dateFormat YYYY-MM-DD$/,
  /^inclusiveEndDates$/,
  /^section [^#;:%]+(?:#\d+;[^#;:%]*)*$|^section (?:#\d+;[^#;:%]*)+$/,
  /^(?:[^#;:%]|#\d+;)+ :(?:(?:active|done|crit), )?(?:milestone, )?topic\d+, (?:\d{4}-\d\d-\d\d|after(?: topic\d+)+), (?:\d{4}-\d\d-\d\d|0d)$/,
  /^$/,
];

function strange(text: string): string[] {
  const keyword = /^(?:title|section|click|\d{4}-\d\d-\d\d)/;
  return text.split("\n").filter((line, index) => {
    const isOurs = index < 3 || /^(?:title|section) /.test(line);
    return !statements.some((pattern) => pattern.test(line)) || (!isOurs && keyword.test(line));
  });
}

test("a topic is a bar from its start to its finish or today, or a milestone", () => {
  const text = `# Plan

| Topic | Phase | Started | Finished | Status |
|---|---|---|---|---|
| HTTP | 1 | 2026-02-01 | 2026-03-01 | Done |
| SQL | 1 | 2026-11-01 | | In Progress |
| Go | 2 | 2026-11-22 | | Blocked |
| Tea | 2 | | 2026-12-24 | Not Started |
| Back | 2 | 2026-03-01 | 2026-02-01 | Done |
| None | 3 | | | |
`;
  expect(gantt(text)).toBe(`gantt
%% made by roadmap export mermaid
%% 1 of 6 topics has no date yet
title Plan
dateFormat YYYY-MM-DD
inclusiveEndDates
section Phase 1
HTTP :done, topic1, 2026-02-01, 2026-03-01
SQL :active, topic2, 2026-11-01, 2026-11-22
section Phase 2
Go :crit, topic3, 2026-11-22, 2026-11-22
Tea :milestone, topic4, 2026-12-24, 0d
Back :done, topic5, 2026-03-01, 2026-03-01
`);
});

test("a topic begins after those it depends on, unless its dates say otherwise", () => {
  const text = `| Topic | Status | Started | Finished | Depends on |
|---|---|---|---|---|
| HTTP | Done | 2026-02-01 | 2026-03-01 | |
| SQL | Done | 2026-02-01 | 2026-03-31 | SQL |
| REST | Done | 2026-04-01 | 2026-04-20 | HTTP, SQL |
| Late | Done | 2026-04-02 | 2026-04-20 | HTTP, SQL |
| Early | Done | 2026-03-15 | 2026-04-20 | SQL |
| Plan | Not Started | | 2026-12-24 | REST |
| Soon | Not Started | | 2026-04-20 | REST |
| Next | Not Started | 2026-04-21 | | REST |
| Dated | Not Started | | 9999-12-31 | Plan, Undated |
| Undated | Not Started | | | HTTP |
| Loop | Not Started | | 2026-12-25 | Pool |
| Pool | Not Started | | 2026-12-25 | Loop |
| Last | Not Started | 2026-12-25 | | Plan |
`;
  const lines = gantt(text).split("\n");
  expect(lines.slice(7, -1)).toEqual([
    "HTTP :done, topic1, 2026-02-01, 2026-03-01",
    "SQL :done, topic2, 2026-02-01, 2026-03-31",
    "REST :done, topic3, after topic1 topic2, 2026-04-20",
    "Late :done, topic4, 2026-04-02, 2026-04-20",
    "Early :done, topic5, 2026-03-15, 2026-04-20",
    "Plan :topic6, after topic3, 2026-12-24",
    "Soon :milestone, topic7, 2026-04-20, 0d",
    "Next :milestone, topic8, after topic3, 0d",
    "Dated :topic9, after topic6, 9999-12-31",
    "Loop :milestone, topic11, 2026-12-25, 0d",
    "Pool :milestone, topic12, 2026-12-25, 0d",
    "Last :milestone, topic13, 2026-12-25, 0d",
  ]);
  expect(strange(gantt(text))).toEqual([]);
});

test("names that look like Mermaid statements, comments or dates are shown literally", () => {
  const text = gantt(hostileRoadmap);
  expect(strange(text)).toEqual([]);
  expect(text).toContain("#115;ection#58; a#59; b, c #35; d #37;#37; e#124;f");
  expect(text).toContain("\n#116;itle :");
  expect(text).toContain("\n#50;026-01-01 :active, topic8");
});

test("the chart of every random roadmap has only known statements", () => {
  fc.assert(
    fc.property(generateRoadmap(), (text) => {
      expect(strange(gantt(text))).toEqual([]);
    }),
  );
});
