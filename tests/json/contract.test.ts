// The contract with scripts: what the JSON of a command had once, it has for as long as the schema version is 1.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type SchemaPaths, schemaPaths } from "../support/schema-paths.js";

const schemas = new URL("../../docs/json/", import.meta.url);
const contract: Readonly<Record<string, SchemaPaths>> = JSON.parse(
  readFileSync(new URL("../fixtures/json-contract.json", import.meta.url), "utf8"),
);

function pathsNow(kind: string): SchemaPaths {
  return schemaPaths(JSON.parse(readFileSync(new URL(`${kind}.schema.json`, schemas), "utf8")));
}

/** What a script that was written for `before` cannot rely on any longer. */
function breaks(before: SchemaPaths, after: SchemaPaths): string[] {
  return Object.entries(before).flatMap(([path, known]) => {
    if (after[path] === undefined) return [`${path} is gone`];
    const [types, now] = [known.split(" | "), after[path].split(" | ")];
    const isChoice = types.some((type) => type.startsWith('"'));
    const lost = isChoice ? types.filter((type) => type.startsWith('"') && !now.includes(type)) : [];
    const more = now.filter((type) => !types.includes(type) && !(isChoice && type.startsWith('"')));
    return [...lost.map((type) => `${path} is never ${type}`), ...more.map((type) => `${path} may be ${type}`)];
  });
}

test.each(Object.keys(contract))("the JSON of %s has changed only by addition", (kind) => {
  expect(readdirSync(schemas)).toContain(`${kind}.schema.json`);
  expect(breaks(contract[kind] ?? {}, pathsNow(kind))).toEqual([]);
});

test("a value that is gone, may be missing or has another type is a break; one that is new is not", () => {
  const before = { "topics[].name": "string", kind: '"list" | "next"', due: "null | string" };
  expect(breaks(before, { ...before, more: "string", kind: '"list" | "next" | "today"' })).toEqual([]);
  expect(breaks(before, { "topics[].name": "nothing | string", kind: '"list"', due: "string" })).toEqual([
    "topics[].name may be nothing",
    'kind is never "next"',
  ]);
  expect(breaks(before, { kind: '"list" | "next"', due: "number | string" })).toEqual([
    "topics[].name is gone",
    "due may be number",
  ]);
});
