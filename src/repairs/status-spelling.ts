// Repair: a status is spelt as the file spells it.
//
//     | HTTP | DONE |
//   →
//     | HTTP | Done |

import { misspellings } from "../checks/status-spelling.js";
import { escapeCell } from "../model/cell-text.js";
import { cellRepair } from "./cell-repair.js";
import type { Repair } from "./repair.js";

export const statusSpelling: Repair = {
  code: "STATUS_SPELLING",
  plan: (page) =>
    cellRepair(
      page,
      misspellings(page.roadmap).map(({ topic, wanted }) => ({ topic, column: "status", text: escapeCell(wanted) })),
    ),
};
