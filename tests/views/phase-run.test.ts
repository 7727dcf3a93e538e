// Phase run: a range only for numbers in a row after the same word.

import { expect, test } from "vitest";
import { phaseRunTitle } from "../../src/views/phase-run.js";

test.each([
  [["Phase 1", "Phase 2"], "Phases 1–2"],
  [["🟢 Phase 3: Basics", "🟡 Phase 4: More", "Phase 5"], "Phases 3–5"],
  [["Week 9", "Week 10"], "Weeks 9–10"],
  [["Phase 1", "Phase 3"], "2 phases"],
  [["Phase 1", "Week 2"], "2 phases"],
  [["Phase 1.1", "Phase 1.2"], "2 phases"],
  [["Weeks 1-2", "Weeks 3-4"], "2 phases"],
  [["Phase A", "Phase B"], "2 phases"],
  [["1. Basics", "2. More"], "2 phases"],
  [["Basics", "Servers", "Clouds"], "3 phases"],
  [["阶段 1", "阶段 2"], "2 phases"],
])("the title of %j in a row is %s", (titles, title) => {
  expect(phaseRunTitle(titles)).toBe(title);
});
