// Operation schema: the input of each operation as JSON Schema with help texts, for forms and for lines of `apply`.

import * as z from "zod/mini";
import { fieldTexts, helpInJson } from "../operations/fields.js";
import type { AnyOperation } from "../operations/operation.js";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** An operation as a tool or a form: its input has a description for each field. */
export function operationSchema({ name, summary, input }: AnyOperation) {
  return { name, summary, input: inputSchema(input) };
}

function inputSchema(input: AnyOperation["input"]): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(input, {
    override({ zodSchema, jsonSchema }) {
      const help = helpInJson(zodSchema);
      if (help !== undefined) jsonSchema.description = help;
    },
  });
  return schema;
}

/** A line of `apply`: one of these operations, with each field under its name or alias. */
export function lineSchema(operations: Readonly<Record<string, AnyOperation>>): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "a line of roadmap apply",
    oneOf: Object.entries(operations).map(([op, operation]) => lineSchemaOf(op, operation)),
  };
}

function lineSchemaOf(op: string, operation: AnyOperation): JsonSchema {
  const { summary, input } = operationSchema(operation);
  const others = otherNames(operation);
  const { properties = {}, required = [], ...rest } = input;
  const same = others.map(({ field, alias }) => [alias, Object.assign({}, properties[field])]);
  return {
    title: summary,
    ...rest,
    properties: { op: { const: op }, ...properties, ...Object.fromEntries(same) },
    required: ["op", ...required],
    ...(others.length === 0
      ? {}
      : { allOf: others.map(({ field, alias }) => ({ not: { required: [field, alias] } })) }),
  };
}

/** Only for optional fields: a required one would have to be required under either name. */
function otherNames({ input: { shape } }: AnyOperation): { field: string; alias: string }[] {
  return Object.entries(shape).flatMap(([field, schema]) => {
    const alias = fieldTexts.get(schema)?.alias;
    return alias === undefined ? [] : [{ field, alias }];
  });
}
