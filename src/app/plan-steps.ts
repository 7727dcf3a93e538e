// Plan steps: operations as a change of the roadmap, refused during unresolved merge conflicts.

import { UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import type { OpenedRoadmap } from "./open-roadmap.js";
import { type PlannedOperations, planOperations, type Step } from "./plan-operations.js";

/** Plans all of the steps on the file once it is read, or none. */
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

/** @throws UserError (exit 4) if the file contains conflict markers */
export function refuseConflict({ file, problems }: Pick<OpenedRoadmap, "file" | "problems">): void {
  const conflict = problems.find(({ code }) => code === "CONFLICT_MARKERS");
  if (!conflict) return;
  throw new UserError(
    "CONFLICT_MARKERS",
    `${file.path} has unresolved merge conflicts`,
    "resolve them with `roadmap resolve`, or in an editor: choose a side and delete the conflict markers",
  );
}
