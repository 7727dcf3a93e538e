// Check: a status cell that lists the words for a status instead of naming one.

import type { Check } from "./check.js";

export const legendCell: Check = {
  codes: ["STATUS_LEGEND"],
  find({ roadmap: { legends } }) {
    return legends.map(({ start, end }) => ({
      code: "STATUS_LEGEND" as const,
      span: { start, end },
      message: "the cell lists the words for a status; its topic counts as not started",
      hint: "list them under `roadmap: status:` in the front matter, so that the cell is free for a status of its own",
    }));
  },
};
