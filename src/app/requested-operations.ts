// Requested operations: operations with validated input, planned as a change of the roadmap.

import { UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import { isConflicted } from "../model/problem.js";
import { fieldTexts, helpInJson } from "../operations/fields.js";
import type { AnyOperation } from "../operations/operation.js";
import type { OpenedRoadmap } from "./open-roadmap.js";
import { type PlannedOperations, planOperations, type RequestedOperation } from "./plan-operations.js";

/**
 * An operation with input from outside, once it is validated.
 * @throws UserError if the input is invalid for the operation
 */
export function requestOperation(operation: AnyOperation, given: unknown, place?: string): RequestedOperation {
  const input = ownFields(operation, given, place);
  const prepared = operation.prepare(input);
  if ("plan" in prepared) return { operation: opOf(operation), place, ...prepared };
  const { issue } = prepared;
  const where = place === undefined ? "" : `${place}: `;
  const takes = `${operation.name} takes ${Object.keys(operation.input.shape).join(", ")}`;
  if (issue?.code === "unrecognized_keys")
    throw notUnderstood(`${where}${operation.name} has no field "${issue.keys[0]}"`, takes);
  const name = String(issue?.path[0] ?? "");
  const isMissing = typeof input === "object" && input !== null && !Object.hasOwn(input, name);
  const field = operation.input.shape[name];
  const help = field && helpInJson(field);
  const hint = help === undefined ? takes : `"${name}": ${help}; ${takes}`;
  const isEmpty = issue?.code === "too_small" && issue.origin === "string";
  const wrong = isMissing ? "is missing" : isEmpty ? "is empty" : "has an invalid value";
  throw notUnderstood(`${where}"${name}" ${wrong}`, hint);
}

/** The input with each field under its canonical name. */
function ownFields({ input: { shape } }: AnyOperation, given: unknown, place: string | undefined): unknown {
  if (typeof given !== "object" || given === null) return given;
  const input: Record<string, unknown> = { ...given };
  for (const [field, schema] of Object.entries(shape)) {
    const alias = fieldTexts.get(schema)?.alias;
    if (alias === undefined || !Object.hasOwn(input, alias)) continue;
    if (Object.hasOwn(input, field)) {
      const [first, second] = [alias, field].sort().map((name) => (place === undefined ? `--${name}` : `"${name}"`));
      const where = place === undefined ? "" : `${place}: `;
      throw notUnderstood(`${where}${first} and ${second} cannot be combined`, "use only one of them");
    }
    input[field] = input[alias];
    delete input[alias];
  }
  return input;
}

/** The name of an operation in a line of JSON: `add-topic`. */
function opOf({ name }: Pick<AnyOperation, "name">): string {
  return name.replaceAll(" ", "-");
}

export function notUnderstood(message: string, hint: string): UserError {
  return new UserError("OPERATION_NOT_UNDERSTOOD", message, hint);
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
