// Merge files: three versions of a roadmap become one, in the file of ours; checked before, or merged as lines by git.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import type { CheckedMerge } from "../merge/checked-merge.js";
import { type Contest, mapVersions, type Versions } from "../merge/pieces.js";
import { UserError } from "../model/errors.js";
import { type LineMergeCall, mergeAsLines } from "../store/git/merge-as-lines.js";
import { defaultMaxBytes, readRoadmapFile } from "../store/read-file.js";
import { replaceFile } from "../store/replace-file.js";
import { parseText } from "./parse-text.js";

interface MergeRequest {
  /** Paths; the one of ours gets the result. */
  readonly files: Versions<string>;
  /** How many characters a marker of a conflict has. */
  readonly markerSize: number;
  /** Where git runs when it has to. */
  readonly place: Pick<LineMergeCall, "cwd" | "env">;
  readonly maxBytes?: number | undefined;
}

export interface MergeReport {
  /** How it was merged: by what the roadmap says, or as any text. */
  readonly by: "meaning" | "lines";
  /** Why as any text. */
  readonly reason: string | null;
  /** How many there are; of lines from 127 on there may be more. */
  readonly conflicts: number;
  /** What is in conflict, as far as it is known. */
  readonly contests: readonly Contest[];
}

const labels = { base: "base", ours: "ours", theirs: "theirs" };

/** @throws UserError when a file cannot be read or written, or not be merged at all; ours is then as it was */
export async function mergeFiles(request: MergeRequest): Promise<MergeReport> {
  const { files, markerSize, place } = request;
  const merged = await mergeByMeaning(request);
  if (typeof merged !== "string") {
    const { text, conflicts, contests } = merged;
    replaceFile(files.ours, new TextEncoder().encode(text));
    return { by: "meaning", reason: null, conflicts, contests };
  }
  const { bytes, conflicts } = mergeAsLines({ ...place, ...files, labels, markerSize });
  replaceFile(files.ours, bytes);
  return { by: "lines", reason: merged, conflicts, contests: [] };
}

/** The reason, where this program must leave it to git. */
async function mergeByMeaning(request: MergeRequest): Promise<CheckedMerge | string> {
  try {
    const maxBytes = request.maxBytes ?? defaultMaxBytes;
    return await mergeTexts(
      mapVersions(request.files, (path) => readRoadmapFile(path, { maxBytes }).text),
      request,
    );
  } catch (error) {
    const isLeftToGit =
      error instanceof UserError && ["NOT_UTF8", "FILE_TOO_LARGE", "TOO_COMPLEX"].includes(error.code);
    if (isLeftToGit) return error.message;
    throw error;
  }
}

/** The merged text; or the reason, where this program must leave it to git. */
export async function mergeTexts(
  original: Versions<string>,
  { markerSize }: Pick<MergeRequest, "markerSize">,
): Promise<CheckedMerge | string> {
  const { startMerge } = await import("../merge/checked-merge.js");
  const started = startMerge(original, { size: markerSize, labels });
  const [base, ours, theirs] = await readAll([started.texts.base, started.texts.ours, started.texts.theirs]);
  if (!base || !ours || !theirs) throw new Error("a version is missing");
  if ([base, ours, theirs].some(hasMarkers)) return "one version contains conflict markers";
  if (isNoRoadmap(ours) && isNoRoadmap(theirs)) return "no topics or tasks";
  const merged = started.merge({ base: base.roadmap, ours: ours.roadmap, theirs: theirs.roadmap });
  if (merged === null) return "moved or added items have no unambiguous order";
  const isClean = merged.forOurs === merged.forTheirs;
  const [forOurs, forTheirs = forOurs] = await readAll(isClean ? [merged.forOurs] : [merged.forOurs, merged.forTheirs]);
  if (!forOurs || !forTheirs) throw new Error("a merged text is missing");
  const checked = merged.check(forOurs.roadmap, forTheirs.roadmap);
  return typeof checked === "string" ? `the merged text failed verification: ${checked}` : checked;
}

async function readAll(texts: readonly string[]): Promise<RoadmapReading[]> {
  const readings: RoadmapReading[] = [];
  // One after the other: what a reader in a worker takes in time it is allowed for each.
  for (const text of texts) readings.push(await parseText(text, null));
  return readings;
}

function hasMarkers({ problems }: RoadmapReading): boolean {
  return problems.some(({ code }) => code === "CONFLICT_MARKERS");
}

function isNoRoadmap({ roadmap }: RoadmapReading): boolean {
  return roadmap.tables.length + roadmap.tasks.length === 0;
}
