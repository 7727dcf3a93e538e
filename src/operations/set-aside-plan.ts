// Set-aside plan: the plan that blocks or skips a topic; dates and proof stay.

import { findTopic } from "../model/find.js";
import type { Roadmap } from "../model/roadmap.js";
import type { Plan } from "./operation.js";
import { markHint } from "./task-hints.js";
import { refuseDone, statusChange } from "./topic-changes.js";

export function setAsidePlan(roadmap: Roadmap, wanted: string, status: "blocked" | "skipped"): Plan {
  const topic = findTopic(roadmap, wanted, markHint(status === "blocked" ? "'!'" : "-", status));
  refuseDone(roadmap, topic);
  const isSo = topic.status === status;
  return {
    subject: topic,
    changes: isSo ? [] : [statusChange(roadmap, topic, status)],
    already: isSo ? `already ${status}` : null,
    notes: [],
    next: "roadmap next",
  };
}
