// Check: done, without a finish date where the table has a column for it.

import type { Check } from "./check.js";
import { lackingProblems } from "./lacking.js";
import { topicsByTable } from "./topics-by-table.js";

export const doneWithoutDate: Check = {
  codes: ["DONE_WITHOUT_DATE"],
  find({ roadmap }) {
    return [...topicsByTable(roadmap).values()].flatMap((topics) => {
      const done = topics.filter(({ status }) => status === "done");
      return lackingProblems(roadmap, done, {
        code: "DONE_WITHOUT_DATE",
        column: "finished",
        what: "a finish date",
        hint: (name) => `roadmap set ${name} --finished DATE`,
      });
    });
  },
};
