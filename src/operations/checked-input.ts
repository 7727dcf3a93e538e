// Checked input: the input of an operation from outside, validated by its schema.

import type * as z from "zod/mini";
import { UserError } from "../model/errors.js";
import { fieldTexts, helpInJson } from "./fields.js";

interface Inputs<Input> {
  readonly name: string;
  readonly input: z.ZodMiniType<Input> & { readonly shape: Readonly<Record<string, z.ZodMiniType>> };
}

/**
 * The input, with each field under its canonical name.
 * @param place names the input in messages, if there are several: `line 3`
 * @throws UserError if it is invalid
 */
export function checkedInput<Input>(operation: Inputs<Input>, given: unknown, place?: string): Input {
  const input = ownFields(operation, given, place);
  const checked = operation.input.safeParse(input);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
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

function ownFields({ input: { shape } }: Inputs<unknown>, given: unknown, place: string | undefined): unknown {
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

export function notUnderstood(message: string, hint: string): UserError {
  return new UserError("OPERATION_NOT_UNDERSTOOD", message, hint);
}
