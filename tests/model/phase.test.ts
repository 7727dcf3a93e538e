// Phases: which phases a number, a label or some words refer to.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { isPhase } from "../../src/model/phase.js";
import { select } from "../../src/model/select.js";

const phase = (label: string) => ({ label, name: null });

test.each([
  [
    "1",
    ["1", "01", "Phase 1: Basics", "1. Basics", "1) Basics", "Week 1", "第1周", "Phase 1 - 2024 goals", "Phase 1 – Go"],
  ],
  ["1.5", ["1.5", "Phase 1.5: More"]],
  ["1-2", ["Week 1-2", "Weeks 1 – 2: Start", "Week 1 to 2"]],
  ["phase 1", ["Phase 1: Basics", "1", "Phase 1 - 2024 goals", "Phase 1 – Go"]],
  ["week 1", ["Week 1"]],
  ["10", ["10", "Phase 10"]],
  ["1,2", ["1, 2"]],
  ["1/2", ["1/2"]],
  ["basics", ["Phase 1: Basics", "1. Basics", "1) Basics"]],
])("%s means these phases and no other", (wanted, expected) => {
  const labels = [
    ...["1", "01", "1.5", "10", "Phase 1: Basics", "Phase 1.5: More", "1. Basics", "1) Basics", "Phase 10", "Week 1"],
    ...[
      "Week 1-2",
      "Weeks 1 – 2: Start",
      "Week 1 to 2",
      "第1周",
      "Phase 1 - 2024 goals",
      "Phase 1 – Go",
      "1/2",
      "1, 2",
    ],
  ];
  expect(labels.filter((label) => isPhase(phase(label), wanted)).sort()).toEqual([...expected].sort());
});

test("a phase selected by its number is shown alone", () => {
  const { roadmap } = parseRoadmap(
    "| Topic | Phase | Status |\n|---|---|---|\n| a | 1 | |\n| b | 1.5 | |\n| c | Week 1-2 | |\n\n## Phase 1: x\n\n- [ ] d\n\n## Phase 1.5: y\n\n- [ ] e\n",
  );
  const { topics, tasks } = select(roadmap, { phase: "1" });
  expect([...topics, ...tasks].map(({ name }) => name)).toEqual(["a", "d"]);
});
