// Shown phases: which ones are joined, and which stay separate because joining them would be a guess.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { nextSteps } from "../../src/model/next.js";
import { shownPhases } from "../../src/model/outline.js";
import { progressOf } from "../../src/model/progress.js";

const table = "# Plan\n\n| Topic | Phase | Status |\n|---|---|---|\n| HTTP | 1 | Done |\n| SQL | 2 | |\n";
const tasks = "\n- [ ] read\n- [x] write\n";

function shown(after: string, before = ""): [string, number, number][] {
  const { roadmap } = parseRoadmap(`${before}${table}\n${after}`);
  return shownPhases(roadmap).map((phase) => [phase.title, phase.topics.length, phase.tasks.length]);
}

test.each([
  "Phase 1: Basics",
  "🟢 Phase 1 – Basics",
  "**Phase 1**: Basics",
  "phase 1. Basics",
  "PHASE 1) Basics",
  "1. Basics",
  "1) Basics",
  "1️⃣ Basics",
  "阶段 1：基础",
  "Этап 1: Основы",
  "Giai đoạn 1: Cơ bản",
])("the cell 1 and the heading %j are one phase, with the title of the heading", (heading) => {
  const title = heading.replaceAll("*", "");
  expect(shown(`## ${heading}\n${tasks}`)).toEqual([
    [title, 1, 2],
    ["Phase 2", 1, 0],
  ]);
});

test.each([
  ["of a track, whose numbers are its own", `## Cloud\n\n### Phase 1: Basics\n${tasks}`],
  ["that is there twice", `## Phase 1: Basics\n${tasks}\n## Phase 1: More\n${tasks}`],
  ["that speaks of weeks", `## Week 1: Basics\n${tasks}`],
  ["of several phases", `## Phase 1 - 3: Basics\n${tasks}`],
  ["of a part of a phase", `## Phase 1.2: Basics\n${tasks}`],
  ["with more after the number", `## Phase 1 and what follows\n${tasks}`],
])("a heading %s stays a phase of its own", (_, after) => {
  expect(shown(after).map(([, topics, tasks]) => topics > 0 && tasks > 0)).not.toContain(true);
});

test("a name from the front matter is not replaced", () => {
  const names = '---\nroadmap:\n  phases: { "1": Start }\n---\n';
  expect(shown(`## Phase 1: Basics\n${tasks}`, names).map(([title]) => title)).toEqual([
    "Phase 1: Start",
    "Phase 2",
    "Phase 1: Basics",
  ]);
});

test("progress counts such a phase once, and next continues with its tasks", () => {
  const { roadmap } = parseRoadmap(`${table}\n## Phase 1: Basics\n${tasks}`);
  const { groups, all } = progressOf(roadmap, "phase");
  expect(groups.map(({ title, done, total }) => [title, done, total])).toEqual([
    ["Phase 1: Basics", 2, 3],
    ["Phase 2", 0, 1],
  ]);
  expect([all.done, all.total]).toEqual([2, 4]);
  expect(nextSteps(roadmap, 2).map((step) => ("task" in step ? step.task.name : step.topic.name))).toEqual([
    "read",
    "SQL",
  ]);
});
