// Rule: a due date before the start date.

import { nameToType } from "../model/address.js";
import { type Rule, spanOf } from "./rule.js";

export const dueBeforeStart: Rule = {
  code: "DUE_BEFORE_START",
  severity: "note",
  means: "the due date is before the start date",
  find({ roadmap }) {
    return roadmap.topics.flatMap((topic) => {
      const { due, started } = topic;
      if (due === null || started === null || due >= started) return [];
      const set = `roadmap set ${nameToType(roadmap, topic)}`;
      return {
        span: spanOf(topic, "due"),
        message: `the due date (${due}) is before the start date (${started})`,
        hint: `if one of them is wrong, correct it: \`${set} --due DATE\` or \`${set} --started DATE\``,
      };
    });
  },
};
