// Check: a topic without a phase in a table where others have one.

import { numberToType } from "../model/address.js";
import type { Check } from "./check.js";
import { isBlank } from "./lacking.js";
import { spanOf } from "./span-of.js";
import { topicsByTable } from "./topics-by-table.js";

/** Where each phase stands once, in the first row of it, the blank cells below mean the same phase. */
export const missingPhase: Check = {
  codes: ["PHASE_MISSING"],
  find({ roadmap }) {
    return [...topicsByTable(roadmap)].flatMap(([{ columns }, topics]) => {
      if (!columns.has("phase")) return [];
      const lacking = topics.filter((topic) => isBlank(roadmap, topic, "phase"));
      const having = topics.length - lacking.length;
      if (lacking.length === 0 || having <= lacking.length) return [];
      const labels = new Set(topics.filter((topic) => !lacking.includes(topic)).map(({ phase }) => phase?.label));
      if (labels.size === having) return [];
      return lacking.map((topic) => ({
        code: "PHASE_MISSING" as const,
        span: spanOf(topic, "topic"),
        message: `"${topic.name}" has no phase, but ${having} others in its table do`,
        hint: `roadmap set ${numberToType(roadmap, topic)} --phase PHASE`,
      }));
    });
  },
};
