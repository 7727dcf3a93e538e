// Check: a status cell that lists the words for a status instead of naming one.

import type { Check } from "./check.js";

export const legendCell: Check = {
  codes: ["STATUS_LEGEND"],
  find({ roadmap: { legends } }) {
    return legends.map(({ start, end }) => ({
      code: "STATUS_LEGEND" as const,
      span: { start, end },
      message: "this cell is a legend of status words, so its topic counts as not started",
      hint: "move the legend to `roadmap: status:` in the front matter, and give the topic a status",
    }));
  },
};
