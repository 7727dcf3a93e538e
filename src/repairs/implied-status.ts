// Repair: a blank status says what the dates beside it tell, in the words of the file.
//
//     | HTTP | 2026-01-02 | 2026-02-01 |      |
//   →
//     | HTTP | 2026-01-02 | 2026-02-01 | Done |

import { isBlank } from "../checks/lacking.js";
import type { Day } from "../model/dates.js";
import type { Topic } from "../model/roadmap.js";
import type { Status } from "../model/status.js";
import { statusByDates } from "../model/status-by-dates.js";
import { hasColumn, statusText } from "../operations/topic-changes.js";
import { type CellRepair, cellRepair } from "./cell-repair.js";
import type { Repair } from "./repair.js";

export const impliedStatus: Repair = {
  code: "STATUS_BLANK",
  plan(page) {
    const { roadmap, today } = page;
    const cells = roadmap.topics.flatMap((topic): CellRepair[] => {
      if (topic.isStatusWritten || !hasColumn(topic, "status") || !isBlank(roadmap, topic, "status")) return [];
      const status = statusOf(topic, today);
      return status === "not-started" ? [] : [{ topic, column: "status", text: statusText(roadmap, topic, status) }];
    });
    return cellRepair(page, cells);
  },
};

/** Dates that contradict each other tell nothing. */
function statusOf(topic: Topic, today: Day): Status {
  const { started, finished } = topic;
  if (started !== null && finished !== null && finished < started) return "not-started";
  return statusByDates(topic, today);
}
