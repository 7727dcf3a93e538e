// Requested operations: operations with validated input, planned as a change of the roadmap.

import { UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import { isConflicted } from "../model/problem.js";
import type { AnyOperation } from "../operations/operation.js";
import type { OpenedRoadmap } from "./open-roadmap.js";
import { type PlannedOperations, planOperations, type RequestedOperation } from "./plan-operations.js";

/**
 * An operation with input from outside, once it is validated.
 * @throws UserError if the input is invalid for the operation
 */
export function requestOperation(operation: AnyOperation, given: unknown, place?: string): RequestedOperation {
  return { operation: opOf(operation), place, ...operation.prepare(given, place) };
}

/** The name of an operation in a line of JSON: `add-topic`. */
function opOf({ name }: Pick<AnyOperation, "name">): string {
  return name.replaceAll(" ", "-");
}

/** Plans all of the operations on the file once it is read, or none; refused during unresolved merge conflicts. */
export function planRequested(
  requested: readonly RequestedOperation[],
): (opened: OpenedRoadmap) => Promise<PlannedOperations> {
  return async (opened) => {
    refuseConflict(opened);
    try {
      return await planOperations(opened, requested, opened.today);
    } catch (error) {
      throw error instanceof AmbiguousName ? error.inFile(opened.file.hash) : error;
    }
  };
}

/** @throws UserError (exit 4) if the file contains conflict markers */
export function refuseConflict(opened: Pick<OpenedRoadmap, "file" | "problems">): void {
  const refusal = conflictRefusal(opened);
  if (refusal) throw refusal;
}

/** Why a file that contains conflict markers cannot be changed; null for any other. */
export function conflictRefusal({ file, problems }: Pick<OpenedRoadmap, "file" | "problems">): UserError | null {
  if (!isConflicted(problems)) return null;
  return new UserError(
    "CONFLICT_MARKERS",
    `${file.path} has unresolved merge conflicts`,
    "resolve them with `roadmap resolve`, or in an editor: choose a side and delete the conflict markers",
  );
}
