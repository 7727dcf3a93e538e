// Plan steps: operations as a change of the roadmap, refused while the file holds an unfinished merge.

import { UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import type { OpenedRoadmap } from "./open-roadmap.js";
import { type PlannedOperations, planOperations, type Step } from "./plan-operations.js";

/** What to do to a file as soon as it is read: all of the steps, or none. */
export function planSteps(steps: readonly Step[]): (opened: OpenedRoadmap) => Promise<PlannedOperations> {
  return async (opened) => {
    refuseConflict(opened);
    try {
      return await planOperations(opened, steps, opened.today);
    } catch (error) {
      throw error instanceof AmbiguousName ? error.inFile(opened.file.hash) : error;
    }
  };
}

/** @throws UserError (exit 4) while conflict markers stand in the file */
export function refuseConflict({ file, problems }: Pick<OpenedRoadmap, "file" | "problems">): void {
  const conflict = problems.find(({ code }) => code === "CONFLICT_MARKERS");
  if (!conflict) return;
  throw new UserError(
    "CONFLICT_MARKERS",
    `${file.path} has unresolved merge conflicts`,
    "resolve them with `roadmap resolve`, or in an editor: choose a side and delete the conflict markers",
  );
}
