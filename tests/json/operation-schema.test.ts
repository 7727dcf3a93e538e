// Operation schema: the published schema accepts exactly the lines that `apply` understands.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { operationsFromLines } from "../../src/app/read-operations.js";
import { operationSchema } from "../../src/json/operation-schema.js";
import { UserError } from "../../src/model/errors.js";
import { operations } from "../../src/operations/index.js";

const docs = join(import.meta.dirname, "../../docs");
const schema = JSON.parse(readFileSync(join(docs, "json", "operations.json"), "utf8"));
const isValid = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);

function isUnderstood(line: string): boolean {
  try {
    return operationsFromLines(line).length === 1;
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return false;
  }
}

const linesInDocs = readdirSync(docs, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .flatMap((name) => readFileSync(join(docs, name), "utf8").match(/^\{"op":.*\}$/gm) ?? []);

const understood = [
  ...linesInDocs,
  '{"op":"block","topic":"5"}',
  '{"op":"skip","topic":"5"}',
  '{"op":"reset","topic":"5"}',
  '{"op":"reopen","topic":"5"}',
  '{"op":"uncheck","task":"t3"}',
  '{"op":"set","topic":"http","to":"Phase 2"}',
  '{"op":"set","topic":"http","proof":[]}',
  '{"op":"move","topic":"http","phase":"2"}',
  '{"op":"add-column","name":"Effort","table":"2"}',
  '{"op":"add-table"}',
  '{"op":"add-column","name":"Effort","table":2}',
];

test.each(understood)("%s is a line of apply, and the schema accepts it", (line) => {
  expect([isUnderstood(line), isValid(JSON.parse(line))]).toEqual([true, true]);
});

test("the schema of lines contains every operation", () => {
  expect(new Set(understood.map((line) => JSON.parse(line).op))).toEqual(new Set(Object.keys(operations)));
});

test.each([
  "[]",
  '{"topic":"http"}',
  '{"op":"strat","topic":"http"}',
  '{"op":"start"}',
  '{"op":"start","topic":7}',
  '{"op":"start","topic":""}',
  '{"op":"start","topic":"http","when":"today"}',
  '{"op":"finish","topic":"http","proof":"https://example.org"}',
  '{"op":"check","task":"t3","mark":"?"}',
  '{"op":"set","topic":"http","phase":"2","to":"2"}',
  '{"op":"add-column","name":"Effort","table":0}',
  '{"op":"add-column","name":"Effort","table":"two"}',
])("%s is not a line of apply, and the schema refuses it", (line) => {
  expect([isUnderstood(line), isValid(JSON.parse(line))]).toEqual([false, false]);
});

test.each(Object.entries(operations))("every field of %s has a description", (_, operation) => {
  const { input } = operationSchema(operation);
  expect(Object.keys(input.properties ?? {})).toEqual(Object.keys(operation.input.shape));
  for (const field of Object.values(input.properties ?? {}))
    expect(field).toMatchObject({ description: expect.stringMatching(/^(?!.*quotes).{5,}$/) });
});
