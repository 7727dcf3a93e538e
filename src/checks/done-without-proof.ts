// Check: done, with deliverables named and no proof of them.

import type { Check } from "./check.js";
import { isBlank, lackingProblems } from "./lacking.js";
import { topicsByTable } from "./topics-by-table.js";

export const doneWithoutProof: Check = {
  codes: ["DONE_WITHOUT_PROOF"],
  find({ roadmap }) {
    return [...topicsByTable(roadmap).values()].flatMap((topics) => {
      const done = topics.filter((topic) => topic.status === "done" && !isBlank(roadmap, topic, "deliverables"));
      return lackingProblems(roadmap, done, {
        code: "DONE_WITHOUT_PROOF",
        column: "proof",
        what: "a proof link",
        hint: (name) => `roadmap finish ${name} --proof URL`,
      });
    });
  },
};
