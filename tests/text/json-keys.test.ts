// Repeated keys in JSON objects: found at any depth and however they are escaped, and refused on reading.

import { expect, test } from "vitest";
import { jsonRows } from "../../src/app/import/json.js";
import { operationsFromLines } from "../../src/app/read-operations.js";
import { repeatedKey } from "../../src/text/json-keys.js";
import { fc } from "../support/fast-check.js";

test.each([
  ['{"a":1,"b":2}', undefined],
  ['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', undefined],
  ['{"a":"\\"a\\":","b":"{\\"a\\": 1","c":"}"}', undefined],
  ['{"a":1,"b":2,"a":1}', "a"],
  ['{"a":1, "\\u0061" : 2}', "a"],
  ['{"x":[1,{"\\\\":1,"\\\\":2}]}', "\\"],
  ['{"__proto__":1,"__proto__":2}', "__proto__"],
])("in %s the key %j is repeated", (json, key) => {
  expect(repeatedKey(json)).toBe(key);
});

test("JSON written by a program has no repeated key", () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
      expect(repeatedKey(JSON.stringify(JSON.parse(json), null, indent))).toBeUndefined();
    }),
  );
});

test("apply refuses a line with a repeated key, and import a file", () => {
  const lines = '{"op":"start","topic":"go"}\n\n{"op":"finish","topic":"go","date":"2026-03-01","date":"2026-03-02"}\n';
  expect(() => operationsFromLines(lines)).toThrow('line 3: "date" appears twice');
  expect(() => operationsFromLines('{"op":"start","op":"finish","topic":"go"}')).toThrow('line 1: "op" appears twice');
  expect(() => jsonRows('{"topics":[{"name":"Go","status":"done","status":"blocked"}]}')).toThrow(
    'has the field "status" twice',
  );
});
