// Read burn-up history: derives from commits how the roadmap grew and was done; empty without git.

import { UserError } from "../../model/errors.js";
import { changesOf, daysFromHistory, type HistoryDays, type SubjectChange } from "../../model/history/history.js";
import { type BurnUpHistory, type BurnUpKey, burnUpHistory } from "../../model/pace/burn-up.js";
import type { Topic } from "../../model/roadmap.js";
import { findRepository, isBelowRepository } from "../../store/git/repository.js";
import { findHead } from "../../store/git/versions.js";
import { defaultMaxBytes } from "../../store/read-file.js";
import type { OpenedRoadmap, OpenRequest } from "../open-roadmap.js";
import type { ComparingRequest } from "./compare.js";
import { committedName, uncommittedChange } from "./log.js";
import { readHistory } from "./read.js";

// Topic history: what commits changed in one topic, for display; empty without git.

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
  const { opened, lookup, maxBytes = defaultMaxBytes, onProgress } = request;
  // Checking for a folder is a thousand times faster than running git.
  if (!isBelowRepository(opened.file.realPath)) return none;
  try {
    const repository = findRepository(opened.file.realPath, lookup.env);
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

interface BurnUpHistoryRequest extends OpenRequest {
  readonly opened: OpenedRoadmap;
  readonly by: BurnUpKey;
  readonly onProgress?: ComparingRequest["onProgress"];
}

/** Up to the requested version; null if no commit contains the file. Never throws UserError. */
export async function readBurnUpHistory(request: BurnUpHistoryRequest): Promise<BurnUpHistory | null> {
  const { opened, by, lookup, maxBytes = defaultMaxBytes, onProgress } = request;
  const { file, version, roadmap, today } = opened;
  // Checking for a folder is a thousand times faster than running git.
  if (!isBelowRepository(file.realPath)) return null;
  try {
    const repository = findRepository(file.realPath, lookup.env);
    const from = repository && (version?.commit ?? findHead(repository));
    if (!repository || !from) return null;
    const path = version?.path ?? repository.path;
    const entries = await readHistory({ repository, from, path, maxBytes, onProgress });
    if (entries.length === 0) return null;
    const uncommitted = version ? null : await uncommittedChange(repository, { opened, head: from, maxBytes });
    return burnUpHistory(roadmap, { entries, uncommitted }, { by, today });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
