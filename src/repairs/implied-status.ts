// Repair: a blank status says what the dates beside it tell, in the words of the file.
//
//     | HTTP | 2026-01-02 | 2026-02-01 |      |
//   →
//     | HTTP | 2026-01-02 | 2026-02-01 | Done |

import { isBlank } from "../checks/lacking.js";
import type { Day } from "../model/dates.js";
import type { Topic } from "../model/roadmap.js";
import type { Status } from "../model/status.js";
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
      return status === null ? [] : [{ topic, column: "status", text: statusText(roadmap, topic, status) }];
    });
    return cellRepair(page, cells);
  },
};

/** Null where the dates tell nothing: there are none, they are to come, or they contradict each other. */
function statusOf({ started, finished }: Topic, today: Day): Status | null {
  const last = finished ?? started;
  if (last === null || last > today || (started !== null && started > last)) return null;
  return finished === null ? "in-progress" : "done";
}
