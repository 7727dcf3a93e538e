// Rule: two topics with the same name, which commands cannot tell apart by name.

import { numberToType } from "../model/address.js";
import { cellsOf, cellTextAt } from "../model/blocks.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { normalize } from "../text/normalize.js";
import { type Finding, type Rule, spanOf, topicsByTable } from "./rule.js";

/** Only within a table and phase: a review at the end of every phase is not a mistake. */
export const repeatedTopic: Rule = {
  code: "TOPIC_REPEATED",
  severity: "warning",
  means: "two topics with the same name in one phase; commands cannot tell them apart by name",
  find({ roadmap }) {
    return [...topicsByTable(roadmap).values()].flatMap((topics) => {
      const seen = new Map<string, Topic>();
      return topics.flatMap((topic): Finding[] => {
        const key = `${topic.phase?.label}\n${normalize(topic.name)}`;
        const first = seen.get(key);
        if (topic.name === "") return [];
        if (!first) seen.set(key, topic);
        return first && !isDistinguished(roadmap, topic, first) ? [repeated(roadmap, topic, first)] : [];
      });
    });
  },
};

/** By an unknown column: then the topic is only a group, and that column tells its rows apart. */
function isDistinguished({ text }: Roadmap, topic: Topic, first: Topic): boolean {
  const known = new Set(topic.table.columns.values());
  return cellsOf(topic.row).some((cell, column) => {
    const [own, other] = [textAt(text, cell), cellTextAt(text, first.row, column)];
    return !known.has(column) && own !== "" && other !== "" && normalize(own) !== normalize(other);
  });
}

function repeated(roadmap: Roadmap, topic: Topic, first: Topic): Finding {
  const number = numberToType(roadmap, topic);
  return {
    span: spanOf(topic, "topic"),
    message: `duplicate topic "${topic.name}", also in row ${first.number}`,
    hint: `rename it with \`roadmap set ${number} --topic NAME\`; until then, refer to it as ${number}`,
  };
}
