// Topic history: what commits changed in one topic, for display; empty without git.

import { UserError } from "../model/errors.js";
import { changesOf, daysFromHistory, type HistoryDays, type SubjectChange } from "../model/history/history.js";
import type { Topic } from "../model/roadmap.js";
import { findRepository, isBelowRepository } from "../store/git/repository.js";
import { findHead } from "../store/git/versions.js";
import { defaultMaxBytes } from "../store/read-file.js";
import type { ComparingRequest } from "./compare-versions.js";
import { committedName, uncommittedChange } from "./log-roadmap.js";
import type { OpenedRoadmap, OpenRequest } from "./open-roadmap.js";
import { readHistory } from "./read-history.js";

interface TopicHistory {
  /** Newest first; committed changes only. */
  readonly changes: readonly SubjectChange[];
  readonly days: HistoryDays;
}

interface TopicHistoryRequest extends OpenRequest {
  readonly opened: OpenedRoadmap;
  readonly onProgress?: ComparingRequest["onProgress"];
}

const none: TopicHistory = { changes: [], days: { started: null, finished: null } };

/** Up to the requested version. Never throws UserError: what cannot be read is omitted. */
export async function topicHistory(topic: Topic, request: TopicHistoryRequest): Promise<TopicHistory> {
  const { opened, whereabouts, maxBytes = defaultMaxBytes, onProgress } = request;
  // Checking for a folder is a thousand times faster than running git.
  if (!isBelowRepository(opened.file.realPath)) return none;
  try {
    const repository = findRepository(opened.file.realPath, whereabouts.env);
    const from = repository && (opened.version?.commit ?? findHead(repository));
    if (!repository || !from) return none;
    const path = opened.version?.path ?? repository.path;
    const entries = await readHistory({ repository, from, path, maxBytes, onProgress });
    const pending = opened.version ? null : await uncommittedChange(repository, { opened, head: from, maxBytes });
    const changes = changesOf(entries, {
      type: "topic",
      name: committedName({ type: "topic", name: topic.name }, pending),
    });
    return { changes, days: daysFromHistory(changes, topic.status) };
  } catch (error) {
    if (error instanceof UserError) return none;
    throw error;
  }
}
