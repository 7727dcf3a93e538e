// Check: a status that the dates beside it contradict.

import { numberToType } from "../model/address.js";
import type { Problem } from "../model/problem.js";
import type { Topic } from "../model/roadmap.js";
import type { Check } from "./check.js";
import { spanOf } from "./span-of.js";
import { topicsByTable } from "./topics-by-table.js";

/** Where a column holds days to come for topics that are not that far, it holds plans: they contradict nothing. */
export const contradictedStatus: Check = {
  codes: ["STATUS_CONTRADICTED"],
  find({ roadmap, today }) {
    return [...topicsByTable(roadmap).values()].flatMap((topics) => {
      const open = topics.filter(({ isStatusWritten, status }) => isStatusWritten && isOpen(status));
      const isPlanned = (kind: "started" | "finished") => open.some((topic) => (topic[kind] ?? "") > today);
      const [planToStart, planToFinish] = [isPlanned("started"), isPlanned("finished")];
      return open.flatMap((topic): Problem[] => {
        if (topic.finished !== null && !planToFinish)
          return [finishedButOpen(topic, topic.finished, numberToType(roadmap, topic))];
        const isStarted = topic.started !== null && topic.finished === null && !planToStart;
        return isStarted && topic.status === "not-started"
          ? [startedButOpen(topic, topic.started, numberToType(roadmap, topic))]
          : [];
      });
    });
  },
};

function isOpen(status: Topic["status"]): boolean {
  return status === "not-started" || status === "in-progress" || status === "blocked";
}

function finishedButOpen(topic: Topic, day: string, number: string): Problem {
  return {
    code: "STATUS_CONTRADICTED",
    span: spanOf(topic, "status"),
    message: `"${topic.name}" has a finish date (${day}), but its status is ${topic.status}`,
    hint: `if it is done, run \`roadmap finish ${number} --date ${day}\`; if not, clear the date: \`roadmap set ${number} --finished ""\``,
  };
}

function startedButOpen(topic: Topic, day: string | null, number: string): Problem {
  return {
    code: "STATUS_CONTRADICTED",
    span: spanOf(topic, "status"),
    message: `"${topic.name}" has a start date (${day}), but its status is not-started`,
    hint: `if it is in progress, run \`roadmap start ${number}\`; if not, clear the date: \`roadmap set ${number} --started ""\``,
  };
}
