// Examine roadmap: all problems of a file, including those that other commands do not need to know.

import { UserError, withChanges } from "../model/errors.js";
import type { Diagnostic } from "../model/problem.js";
import { withTexts } from "../model/ways.js";
import { findProblems } from "../rules/index.js";
import type { Page } from "../rules/rule.js";
import { today } from "../store/clock.js";
import type { RoadmapFile } from "../store/read-file.js";
import { type OpenRequest, readRequested, roadmapPath } from "./open-roadmap.js";
import { parseText } from "./parse-text.js";

export type Examination = ExaminedFile | RefusedFile;

interface ExaminedFile {
  readonly kind: "examined";
  readonly file: RoadmapFile;
  readonly page: Page;
  readonly problems: readonly Diagnostic[];
}

/** A file that cannot be read as text, or not in time. */
interface RefusedFile {
  readonly kind: "refused";
  /** As the user named it. */
  readonly path: string;
  readonly refusal: UserError;
}

/**
 * Examines each file, even if others cannot be read.
 * @param paths the nearest roadmap if empty
 * @throws UserError if no path is given and there is no roadmap, or it cannot be read
 */
export async function examineFiles(paths: readonly string[], request: OpenRequest): Promise<Examination[]> {
  if (paths.length === 0) return [await examineFile(await roadmapPath(request), request)];
  const examinations: Examination[] = [];
  for (const path of paths) {
    try {
      examinations.push(await examineFile(path, request));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const hint = withTexts(error.ways, (text) => text.replace("--file FILE", "roadmap doctor FILE"));
      examinations.push({ kind: "refused", path, refusal: withChanges(error, { hint }) });
    }
  }
  return examinations;
}

async function examineFile(path: string, request: OpenRequest): Promise<ExaminedFile> {
  const file = readRequested(path, request);
  const { page, problems } = await examineText(file.text, today(request.lookup.env));
  return { kind: "examined", file, page, problems };
}

export async function examineText(text: string, day: string): Promise<Pick<ExaminedFile, "page" | "problems">> {
  const { roadmap, problems } = await parseText(text, day);
  const page = { roadmap, blocks: roadmap.blocks, today: day };
  return { page, problems: findProblems(page, problems) };
}
