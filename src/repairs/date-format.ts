// Repair: a date is written like the others of its column.
//
//     | HTTP | 3.1.2026   |
//   →
//     | HTTP | 2026-01-03 |

import { otherDates } from "../checks/mixed-dates.js";
import { cellRepair } from "./cell-repair.js";
import type { Repair } from "./repair.js";

export const dateFormat: Repair = {
  code: "DATES_MIXED",
  plan: (page) =>
    cellRepair(
      page,
      otherDates(page.roadmap).map(({ topic, column, wanted }) => ({ topic, column, text: wanted })),
    ),
};
