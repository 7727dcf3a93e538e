// Check: text that was once read in a wrong encoding.

import type { Check } from "./check.js";
import { damagedRuns } from "./damaged-runs.js";

export const damagedText: Check = {
  codes: ["TEXT_DAMAGED"],
  find({ roadmap: { text }, byteTables }) {
    return damagedRuns(text, byteTables).map(({ span, found, meant, encoding }) => ({
      code: "TEXT_DAMAGED" as const,
      span,
      message: `"${found}" was "${meant}", read as ${encoding}`,
      hint: "roadmap doctor --fix --only TEXT_DAMAGED",
    }));
  },
};
