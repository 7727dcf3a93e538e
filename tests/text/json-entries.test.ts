// JSON entries: positions of keys and errors, and edits that keep the rest of a JSON object.

import { expect, test } from "vitest";
import { applyEdits } from "../../src/text/edit.js";
import { jsonRemovalEdit, jsonValueEdit, scanJson } from "../../src/text/json-entries.js";
import { fc } from "../support/fast-check.js";

test("the entries are those of the outermost object, a repeated key twice", () => {
  const json = '\ufeff { "a" : {"b": [1, {"c": 2}]}, "a":"x,}", "\\u0062": null }\r\n';
  const { entries, errorAt } = scanJson(json);
  expect(errorAt).toBeNull();
  expect(entries.map(({ key, value }) => [key, json.slice(value.start, value.end)])).toEqual([
    ["a", '{"b": [1, {"c": 2}]}'],
    ["a", '"x,}"'],
    ["b", "null"],
  ]);
});

test.each([
  ["{", 1],
  ['{"a" 1}', 5],
  ['{"a": 1,}', 8],
  ['{"a": [1 2]}', 9],
  ["{a: 1}", 1],
  ['{"a": tru}', 6],
  ['{"a": 01}', 6],
  ['{"a": "x\ny"}', 6],
  ["{} {}", 3],
  ["", 0],
  ["[".repeat(200), 100],
])("%j stops being JSON at %i", (json, at) => {
  expect(scanJson(json).errorAt).toBe(at);
});

test("an error is found exactly where JSON.parse finds one", () => {
  const broken = fc.tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom("", ",", '"', "}", "1", "\n", "\\"));
  fc.assert(
    fc.property(broken, ([json, at, put]) => {
      const cut = at % (json.length + 1);
      const text = json.slice(0, cut) + put + json.slice(cut + 1);
      expect(scanJson(text).errorAt === null).toBe(isJson(text));
    }),
    { numRuns: 500 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ["{}\n", '{\n  "k": 1\n}\n'],
  ['{"a": 2}', '{"a": 2,\n  "k": 1}'],
  ['{\r\n\t"a": [ ]\r\n}\r\n', '{\r\n\t"a": [ ],\r\n\t"k": 1\r\n}\r\n'],
  ['{ "k" : "old", "z": 1.0 }', '{ "k" : 1, "z": 1.0 }'],
])("setting k in %j keeps the rest", (json, result) => {
  expect(applyEdits(json, [jsonValueEdit(json, "k", "1")])).toBe(result);
});

test.each([
  ['{\n  "k": 1\n}\n', "{}\n"],
  ['{\n  "k": 1,\n  "z": 1.0\n}', '{\n  "z": 1.0\n}'],
  ['{ "a": 1, "k": [2] , "z": 3 }', '{ "a": 1 , "z": 3 }'],
  ['{\n  "a": 1,\n  "k": {}\n}\n', '{\n  "a": 1\n}\n'],
])("removing k from %j keeps the rest", (json, result) => {
  const edit = jsonRemovalEdit(json, "k");
  expect(edit && applyEdits(json, [edit])).toBe(result);
});

test("removing a key that is not there is no edit", () => {
  expect(jsonRemovalEdit('{"a": {"k": 1}}', "k")).toBeNull();
});
