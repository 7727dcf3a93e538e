// The merge against an oracle that knows the identity of each section, topic and task, cell by cell.

import { expect, test } from "vitest";
import { checkPlanMerge, planMerges } from "../support/check-plan-merge.js";
import { fc } from "../support/fast-check.js";
import { editPlan, planEdits, plans } from "../support/plan-model.js";
import { makeTempFolder } from "../support/temp-folder.js";

test("random plans merge with nothing wrong, nothing lost, and few needless conflicts", () => {
  const merges = planMerges(makeTempFolder());
  const edits = fc.tuple(planEdits(3), planEdits(3));
  fc.assert(
    fc.property(plans, edits, fc.constantFrom("\n", "\r\n"), (base, [first, second], ending) => {
      const versions = { base, ours: editPlan(base, first, "o"), theirs: editPlan(base, second, "t") };
      checkPlanMerge(versions, ending, merges);
    }),
    { numRuns: Number(process.env.MERGE_RUNS ?? 1_000) },
  );
  const { counts } = merges;
  if (process.env.SHOW) console.log(counts);
  expect(counts.needless).toBeLessThanOrEqual(counts.all * 0.02);
});
