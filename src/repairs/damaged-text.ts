// Repair: text that was once read in a wrong encoding says again what it said.
//
//     ### üü° Phase 2 ‚Äì Design
//   →
//     ### 🟡 Phase 2 – Design

import { damageIn } from "../checks/damaged-text.js";
import { byteOrderMark } from "./damaged-mark.js";
import type { Repair } from "./repair.js";
import { verifySameShape } from "./verify-same-shape.js";

export const damagedText: Repair = {
  code: "TEXT_DAMAGED",
  plan(page) {
    const damage = damageIn(page).filter(({ meant }) => meant !== byteOrderMark);
    return {
      edits: damage.map(({ span, meant }) => ({ at: span, text: meant })),
      verify: (after, made) => verifySameShape(page, after, made),
    };
  },
};
