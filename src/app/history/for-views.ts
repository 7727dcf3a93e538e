// History for views: what commits changed in one topic or task, and how the roadmap grew; nothing without git.

import { UserError } from "../../model/errors.js";
import type { Comparison } from "../../model/history/compare.js";
import {
  changesOf,
  daysFromHistory,
  type HistoryDays,
  type HistoryEntry,
  type SubjectChange,
} from "../../model/history/history.js";
import { kindOf, type Thing } from "../../model/names.js";
import { type BurnUpHistory, type BurnUpKey, burnUpHistory } from "../../model/pace/burn-up.js";
import { findRepository, isBelowRepository } from "../../store/git/repository.js";
import { findHead } from "../../store/git/versions.js";
import { defaultMaxBytes } from "../../store/read-file.js";
import type { OpenedRoadmap, OpenRequest } from "../open-roadmap.js";
import type { ComparingRequest } from "./compare.js";
import { committedName, uncommittedChange } from "./log.js";
import { readHistory } from "./read.js";

interface ThingHistory {
  /** Newest first; committed changes only. */
  readonly changes: readonly SubjectChange[];
  readonly days: HistoryDays;
}

interface OpenedHistoryRequest extends OpenRequest {
  readonly opened: OpenedRoadmap;
  readonly onProgress?: ComparingRequest["onProgress"];
}

const none: ThingHistory = { changes: [], days: { started: null, finished: null } };

/** What commits changed in one topic or task, up to the opened version; empty if that cannot be read. */
export async function thingHistory(thing: Thing, request: OpenedHistoryRequest): Promise<ThingHistory> {
  const history = await readOpenedHistory(request);
  if (history === null) return none;
  const type = kindOf(thing);
  const name = committedName({ type, name: thing.name }, history.uncommitted);
  const changes = changesOf(history.entries, { type, name });
  return { changes, days: daysFromHistory(changes, thing.status) };
}

/** How the roadmap grew and was done, up to the opened version; null if no commit contains it or it cannot be read. */
export async function readBurnUpHistory(
  request: OpenedHistoryRequest & { readonly by: BurnUpKey },
): Promise<BurnUpHistory | null> {
  const history = await readOpenedHistory(request);
  if (history === null || history.entries.length === 0) return null;
  const { roadmap, today } = request.opened;
  return burnUpHistory(roadmap, history, { by: request.by, today });
}

/** Null without git, or if the history cannot be read. */
async function readOpenedHistory(
  request: OpenedHistoryRequest,
): Promise<{ readonly entries: readonly HistoryEntry[]; readonly uncommitted: Comparison | null } | null> {
  const { opened, lookup, maxBytes = defaultMaxBytes, onProgress } = request;
  const { file, version } = opened;
  // Checking for a folder is a thousand times faster than running git.
  if (!isBelowRepository(file.realPath)) return null;
  try {
    const repository = findRepository(file.realPath, lookup.env);
    const from = repository && (version?.commit ?? findHead(repository));
    if (!repository || !from) return null;
    const path = version?.path ?? repository.path;
    const entries = await readHistory({ repository, from, path, maxBytes, onProgress });
    const uncommitted = version ? null : await uncommittedChange(repository, { opened, head: from, maxBytes });
    return { entries, uncommitted };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
