// Read operations: requested operations from lines of JSON, each `{"op": "finish", "topic": "…", …}`.

import { closestTypo } from "../model/nearest.js";
import { notUnderstood } from "../operations/checked-input.js";
import { operations } from "../operations/index.js";
import type { AnyOperation } from "../operations/operation.js";
import { defaultMaxBytes, readRoadmapFile } from "../store/read-file.js";
import { repeatedKey } from "../text/json-keys.js";
import type { RequestedOperation } from "./plan-operations.js";
import { requestOperation } from "./requested-operations.js";

/** The text of a file with operations. */
export function readOperationsFile(path: string): string {
  return readRoadmapFile(path, { maxBytes: defaultMaxBytes }).text;
}

/** @throws UserError that names the first line that is not an operation */
export function operationsFromLines(text: string): RequestedOperation[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) => (line.trim() === "" ? [] : [operationFromLine(line, `line ${index + 1}`)]));
}

/**
 * An operation whose input is a JSON text.
 * @throws UserError if it is not valid for the operation
 */
export function operationFromJson(operation: AnyOperation, json: string): RequestedOperation {
  return requestOperation(operation, parseObject(json, "the input", 'send an object, like {"topic":"http"}'));
}

const oneByLine = 'write one operation per line, like {"op":"start","topic":"http"}';

function operationFromLine(line: string, place: string): RequestedOperation {
  const { op, ...input } = parseObject(line, place, oneByLine);
  const operation = typeof op === "string" ? allOperations.get(op) : undefined;
  if (operation) return requestOperation(operation, input, place);
  const close = closestTypo(String(op), [...allOperations.keys()]);
  throw notUnderstood(
    op === undefined ? `${place}: "op" is missing` : `${place}: unknown operation ${JSON.stringify(op)}`,
    close === undefined ? `"op" must be one of ${[...allOperations.keys()].join(", ")}` : `did you mean "${close}"?`,
  );
}

const allOperations = new Map<string, AnyOperation>(Object.entries(operations));

/**
 * The object that a JSON text is.
 * @param place what the text is: `line 3`
 * @throws UserError if it is none, or has a key twice
 */
export function parseObject(json: string, place: string, hint: string): Record<string, unknown> {
  const value = parsed(json);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw notUnderstood(`${place} is not a JSON object`, hint);
  const key = repeatedKey(json);
  if (key === undefined) return { ...value };
  throw notUnderstood(`${place}: ${JSON.stringify(key)} appears twice`, "keep one of them");
}

/** Undefined if it is not JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
