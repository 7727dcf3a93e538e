// Merge files: three versions of a roadmap become one, in the file of ours; checked before, or merged as lines by git.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import { commonLayout } from "../merge/common-layout.js";
import { mergeRoadmaps } from "../merge/merge-roadmaps.js";
import { type Contest, conflictsIn, mapVersions, markedText, settledFor, type Versions } from "../merge/pieces.js";
import { verifyMerge } from "../merge/verify-merge.js";
import { UserError } from "../model/errors.js";
import { type LineMergeCall, mergeAsLines } from "../store/git/merge-as-lines.js";
import { defaultMaxBytes, readRoadmapFile } from "../store/read-file.js";
import { replaceFile } from "../store/replace-file.js";
import { parseText } from "./parse-text.js";

export interface MergeRequest {
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

interface MergedText {
  readonly text: string;
  readonly conflicts: number;
  readonly contests: readonly Contest[];
}

/** The reason, where this program must leave it to git. */
async function mergeByMeaning(request: MergeRequest): Promise<MergedText | string> {
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
): Promise<MergedText | string> {
  const { texts, lineEnding, finish } = commonLayout(original);
  const [base, ours, theirs] = await readAll([texts.base, texts.ours, texts.theirs]);
  if (!base || !ours || !theirs) throw new Error("a version is missing");
  if ([base, ours, theirs].some(hasMarkers)) return "a version holds the markers of an unfinished merge";
  if (isNoRoadmap(ours) && isNoRoadmap(theirs)) return "there are no topics and no tasks";
  const versions = { base: base.roadmap, ours: ours.roadmap, theirs: theirs.roadmap };
  const pieces = mergeRoadmaps(versions);
  if (pieces === null) return "what was moved stands in lines that are in conflict";
  const conflicts = conflictsIn(pieces);
  const hasConflicts = conflicts.length > 0;
  const [forOurs] = await readAll([settledFor("ours", pieces)]);
  const [forTheirs] = hasConflicts ? await readAll([settledFor("theirs", pieces)]) : [forOurs];
  if (!forOurs || !forTheirs) throw new Error("a merged text is missing");
  const wrong =
    verifyMerge(versions, forOurs.roadmap, { side: "ours", hasConflicts }) ??
    verifyMerge(versions, forTheirs.roadmap, { side: "theirs", hasConflicts });
  if (wrong !== null) return `the merged text was not what it should be: ${wrong}`;
  return {
    text: finish(markedText(pieces, { size: markerSize, labels, lineEnding })),
    conflicts: conflicts.length,
    contests: conflicts.flatMap(({ contests }) => contests),
  };
}

async function readAll(texts: readonly string[]): Promise<RoadmapReading[]> {
  const readings: RoadmapReading[] = [];
  // One after the other: what a reader in a worker takes in time it is allowed for each.
  for (const text of texts) readings.push(await parseText(text));
  return readings;
}

function hasMarkers({ problems }: RoadmapReading): boolean {
  return problems.some(({ code }) => code === "CONFLICT_MARKERS");
}

function isNoRoadmap({ roadmap }: RoadmapReading): boolean {
  return roadmap.tables.length + roadmap.tasks.length === 0;
}
