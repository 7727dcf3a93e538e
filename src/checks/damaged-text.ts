// Check: text that was once read in a wrong encoding.

import type { Check, Page } from "./check.js";
import { type DamagedRun, damagedRuns } from "./damaged-runs.js";

export const damagedText: Check = {
  codes: ["TEXT_DAMAGED"],
  find(page) {
    return damageIn(page).map(({ span, found, meant, encoding }) => ({
      code: "TEXT_DAMAGED" as const,
      span,
      message: `"${found}" should be "${meant}" (decoded as ${encoding})`,
      hint: "roadmap doctor --fix --only TEXT_DAMAGED",
    }));
  },
};

const known = new WeakMap<Page, readonly DamagedRun[]>();

/** Looked for once, by who lists it and who repairs it. */
export function damageIn(page: Page): readonly DamagedRun[] {
  const found = known.get(page) ?? damagedRuns(page.roadmap.text);
  known.set(page, found);
  return found;
}
