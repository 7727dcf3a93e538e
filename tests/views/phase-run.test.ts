// Phase run: a range only for numbers in a row after the same word.

import { expect, test } from "vitest";
import { phaseRangeTitle } from "../../src/views/phase-run.js";

test.each([
  [["Phase 1", "Phase 2"], "Phases 1–2"],
  [["🟢 Phase 3: Basics", "🟡 Phase 4: More", "Phase 5"], "Phases 3–5"],
  [["Week 9", "Week 10"], "Weeks 9–10"],
  [["Phase 1"], null],
  [["Phase 1", "Phase 3"], null],
  [["Phase 1", "Week 2"], null],
  [["Phase 1.1", "Phase 2.1"], null],
  [["Week 1-2", "Week 2-3"], null],
  [["Weeks 1-2", "Weeks 3-4"], null],
  [["Phase A", "Phase B"], null],
  [["1. Basics", "2. More"], null],
  [["Basics", "Servers"], null],
  [["阶段 1", "阶段 2"], null],
])("the range of %j is %s", (titles, title) => {
  expect(phaseRangeTitle(titles, "–")).toBe(title);
});
