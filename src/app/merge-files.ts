// Merge files: merges three versions of a roadmap into our file; verified, or merged as lines by git.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import type { CheckedMerge, UncheckedMerge } from "../merge/checked-merge.js";
import { type ConflictDetail, mapVersions, type Versions } from "../merge/hunks.js";
import { UserError } from "../model/errors.js";
import { isConflicted } from "../model/problem.js";
import { type LineMergeCall, mergeAsLines } from "../store/git/merge-as-lines.js";
import { replaceFile } from "../store/new-file.js";
import { defaultMaxBytes, readRoadmapFile } from "../store/read-file.js";
import { parseText } from "./parse-text.js";

interface MergeRequest {
  /** Paths; our file receives the result. */
  readonly files: Versions<string>;
  /** The length of conflict markers in characters. */
  readonly markerSize: number;
  /** Where git runs if it is needed. */
  readonly place: Pick<LineMergeCall, "cwd" | "env">;
  readonly maxBytes?: number | undefined;
}

export interface MergeReport {
  /** How it was merged: by topic and task, or as plain text. */
  readonly by: "meaning" | "lines";
  /** Why it was merged as text. */
  readonly reason: string | null;
  /** The number of conflicts; for lines, 127 means 127 or more. */
  readonly conflicts: number;
  /** Details of the conflicts, if known. */
  readonly contests: readonly ConflictDetail[];
}

const labels = { base: "base", ours: "ours", theirs: "theirs" };

/** @throws UserError if a file cannot be read or written, or cannot be merged; our file is then unchanged */
export async function mergeFiles(request: MergeRequest): Promise<MergeReport> {
  const { files, markerSize, place } = request;
  const attempt = await mergeByMeaning(request);
  if (!("reason" in attempt)) {
    const { text, conflicts, details } = attempt;
    replaceFile(files.ours, new TextEncoder().encode(text));
    return { by: "meaning", reason: null, conflicts, contests: details };
  }
  const { reason, checkLines } = attempt;
  const { bytes, conflicts } = mergeAsLines({ ...place, ...files, labels, markerSize });
  const conflict = conflicts === 0 ? ((await checkLines?.(bytes)) ?? null) : null;
  replaceFile(files.ours, conflict ? new TextEncoder().encode(conflict.text) : bytes);
  return { by: "lines", reason, conflicts: conflict?.conflicts ?? conflicts, contests: conflict?.details ?? [] };
}

async function mergeByMeaning(request: MergeRequest): Promise<CheckedMerge | LeftToGit> {
  try {
    const maxBytes = request.maxBytes ?? defaultMaxBytes;
    return await tryMerge(
      mapVersions(request.files, (path) => readRoadmapFile(path, { maxBytes }).text),
      request,
    );
  } catch (error) {
    if (!isLeftToGit(error)) throw error;
    return { reason: error.message };
  }
}

function isLeftToGit(error: unknown): error is UserError {
  return error instanceof UserError && ["NOT_UTF8", "FILE_TOO_LARGE", "TOO_COMPLEX"].includes(error.code);
}

interface LeftToGit {
  readonly reason: string;
  /** Git may merge lines without a conflict and still misplace a topic: then everything becomes one conflict. */
  readonly checkLines?: (bytes: Uint8Array) => Promise<CheckedMerge | null>;
}

/** The merged text; or the reason to leave the merge to git. */
export async function mergeTexts(
  original: Versions<string>,
  options: Pick<MergeRequest, "markerSize">,
): Promise<CheckedMerge | string> {
  const merged = await tryMerge(original, options);
  return "reason" in merged ? merged.reason : merged;
}

async function tryMerge(
  original: Versions<string>,
  { markerSize }: Pick<MergeRequest, "markerSize">,
): Promise<CheckedMerge | LeftToGit> {
  const { startMerge } = await import("../merge/checked-merge.js");
  const started = startMerge(original, { size: markerSize, labels });
  const [base, ours, theirs] = await readAll([started.texts.base, started.texts.ours, started.texts.theirs]);
  if (!base || !ours || !theirs) throw new Error("a version is missing");
  if ([base, ours, theirs].some(({ problems }) => isConflicted(problems)))
    return { reason: "one version contains conflict markers" };
  if (isNoRoadmap(ours) && isNoRoadmap(theirs)) return { reason: "no topics or tasks" };
  const roadmaps = { base: base.roadmap, ours: ours.roadmap, theirs: theirs.roadmap };
  const merged = started.merge(roadmaps);
  const checked = merged && (await checkedMerge(merged));
  if (checked !== null && typeof checked !== "string") return checked;
  const orderIsUnclear = "moved or added items have no unambiguous order";
  return {
    reason: checked === null ? orderIsUnclear : `the merged text failed verification: ${checked}`,
    async checkLines(bytes) {
      const [lines] = await readAll([new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)]);
      return lines && started.doubt(roadmaps, lines.roadmap) === null ? null : started.asConflict();
    },
  };
}

async function checkedMerge(merged: UncheckedMerge): Promise<CheckedMerge | string> {
  const isClean = merged.forOurs === merged.forTheirs;
  const [forOurs, forTheirs = forOurs] = await readAll(isClean ? [merged.forOurs] : [merged.forOurs, merged.forTheirs]);
  if (!forOurs || !forTheirs) throw new Error("a merged text is missing");
  return merged.check(forOurs.roadmap, forTheirs.roadmap);
}

async function readAll(texts: readonly string[]): Promise<RoadmapReading[]> {
  const readings: RoadmapReading[] = [];
  // One at a time, because each reader in a worker has its own time limit.
  for (const text of texts) readings.push(await parseText(text, null));
  return readings;
}

function isNoRoadmap({ roadmap }: RoadmapReading): boolean {
  return roadmap.tables.length + roadmap.tasks.length === 0;
}
