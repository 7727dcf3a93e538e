// Read for diff: a file that git shows, as a roadmap if possible, otherwise as bytes, because git needs something.

import { exitCodes, reworded, UserError } from "../model/errors.js";
import { isConflicted } from "../model/problem.js";
import type { Roadmap } from "../model/roadmap.js";
import { defaultMaxBytes, readAnyFile, readRoadmapFile } from "../store/read-file.js";
import { parseText } from "./parse-text.js";

type ReadForDiff =
  | { readonly kind: "roadmap"; readonly roadmap: Roadmap }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

/** @throws UserError if there is no such file, or it may not be read */
export async function readForDiff(path: string): Promise<ReadForDiff> {
  try {
    const { text } = readRoadmapFile(path, { maxBytes: defaultMaxBytes });
    const { roadmap, problems } = await parseText(text, null);
    const isRoadmap = roadmap.topics.length + roadmap.tasks.length > 0;
    if (isRoadmap && !isConflicted(problems)) return { kind: "roadmap", roadmap };
  } catch (error) {
    // Not text, too large, too complex, or being written: it can still be shown as it is.
    if (!(error instanceof UserError)) throw error;
    if (!isUnread(error)) throw reworded(error, { hint: "pass a file: `roadmap textconv roadmap.md`" });
  }
  return { kind: "bytes", bytes: readAnyFile(path) };
}

function isUnread({ code, exitCode }: UserError): boolean {
  return (exitCode === exitCodes.fileProblem && code !== "NOT_A_FILE") || exitCode === exitCodes.changedMeanwhile;
}
