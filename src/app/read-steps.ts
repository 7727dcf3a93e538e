// Read steps: operations from lines of JSON, each `{"op": "finish", "topic": "…", …}`.

import { exitCodes, UserError } from "../model/errors.js";
import { nearest } from "../model/nearest.js";
import { fieldTexts } from "../operations/fields.js";
import { operations } from "../operations/index.js";
import type { AnyOperation } from "../operations/operation.js";
import { defaultMaxBytes, readRoadmapFile } from "../store/read-file.js";
import type { Step } from "./plan-operations.js";

/** The text of a file with operations. */
export function readOperationsFile(path: string): string {
  return readRoadmapFile(path, { maxBytes: defaultMaxBytes }).text;
}

/** @throws UserError that names the line, for the first one that is no operation */
export function stepsFromLines(text: string): Step[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) => (line.trim() === "" ? [] : [stepFromLine(line, `line ${index + 1}`)]));
}

function stepFromLine(line: string, place: string): Step {
  const value = parseLine(line, place);
  const { op, ...input } = value;
  const operation = typeof op === "string" ? allOperations.get(op) : undefined;
  if (operation) return makeStep(operation, input, place);
  const close = nearest(String(op), [...allOperations.keys()])[0];
  throw usageError(
    op === undefined ? `${place}: "op" is missing` : `${place}: there is no operation ${JSON.stringify(op)}`,
    close === undefined ? `"op" is one of ${[...allOperations.keys()].join(", ")}` : `did you mean "${close}"?`,
  );
}

const allOperations = new Map<string, AnyOperation>(Object.entries(operations));

function parseLine(line: string, place: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below, together with lines that are JSON but no object.
  }
  throw usageError(
    `${place} is not a JSON object`,
    'write one operation on each line, like {"op":"start","topic":"http"}',
  );
}

/**
 * An operation with checked input.
 * @throws UserError when the input is not what the operation takes
 */
export function makeStep(operation: AnyOperation, input: unknown, place?: string): Step {
  const prepared = operation.prepare(input);
  if ("plan" in prepared) return { operation: operation.name, place, plan: prepared.plan };
  const { issue } = prepared;
  const where = place === undefined ? "" : `${place}: `;
  const takes = `${operation.name} takes ${Object.keys(operation.input.shape).join(", ")}`;
  if (issue?.code === "unrecognized_keys")
    throw usageError(`${where}${operation.name} takes no "${issue.keys[0]}"`, takes);
  const name = String(issue?.path[0] ?? "");
  const isMissing = typeof input === "object" && input !== null && !Object.hasOwn(input, name);
  const field = operation.input.shape[name];
  const help = field && fieldTexts.get(field)?.help;
  const hint = help === undefined ? takes : `"${name}" is ${help}; ${takes}`;
  throw usageError(`${where}"${name}" ${isMissing ? "is missing" : "is not what it should be"}`, hint);
}

function usageError(message: string, hint: string): UserError {
  return new UserError({ code: "OPERATION_NOT_UNDERSTOOD", message, hint, exitCode: exitCodes.usage });
}
