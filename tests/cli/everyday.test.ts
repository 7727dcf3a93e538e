// The everyday program: it stays small, and its commands load no more than at present.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { cellOperations } from "../../src/operations/cell-operations.js";
import { structuralOperations } from "../../src/operations/structural-operations.js";
import { makePlace, type Place, programPath, repairedText } from "../support/program.js";

/** Every start reads the whole program: record the reason for a larger value in docs/decisions/003-speed.md. */
const mostBytes = 700_000;

test(`the everyday program has at most ${mostBytes} bytes`, () => {
  const dist = dirname(programPath);
  const sizes = readdirSync(dist)
    .filter((name) => /^everyday-[0-9a-f]+\.cjs$/.test(name))
    .map((name) => statSync(join(dist, name)).size);
  expect(sizes).toEqual([expect.any(Number)]);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(mostBytes);
});

test("the everyday program contains every cell operation and no structural one", () => {
  const [, words = ""] = /isEveryday = "([^"]+)"/.exec(readFileSync(programPath, "utf8")) ?? [];
  expect(words.split(" ")).toEqual(expect.arrayContaining(Object.keys(cellOperations)));
  expect(words.split(" ").filter((word) => word in structuralOperations)).toEqual([]);
});

/** What a run loads: Node's own modules, and files of the program. */
async function loadsOf(place: Place, words: string): Promise<unknown> {
  const record = join(import.meta.dirname, "../support/record-loads.cjs");
  const options = { node: ["--require", record], env: { LOADS: place.path("loads.json") } };
  expect(await place.runWith(options, ...words.split(" "))).toMatchObject({ stderr: "", exitCode: 0 });
  return JSON.parse(place.read("loads.json"));
}

const loadedByAll = ["bin.cjs", "buffer", "events", "fs", "os", "path", "process", "url", "vm"];

test.each(["dashboard", "list", "next", "progress", "start http -n"])(
  "%s loads eight of Node's modules",
  async (words) => {
    expect(await loadsOf(makePlace(repairedText), words)).toEqual(loadedByAll);
  },
);

test("a change loads no other modules, once the attributes of the file are known", async () => {
  const place = makePlace(repairedText);
  expect(await loadsOf(place, "start http")).toEqual(expect.arrayContaining(loadedByAll));
  expect(await loadsOf(place, "finish http")).toEqual(loadedByAll);
});
