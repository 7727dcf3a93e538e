// The everyday programs: they stay small, and their commands load no more than at present.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { cellOperations } from "../../src/operations/cell-operations.js";
import { structuralOperations } from "../../src/operations/structural-operations.js";
import { distFolder, isBinary, makePlace, type Place, repairedText } from "../support/program.js";

beforeEach(({ skip }) => skip(isBinary, "it records what Node loads"));

/** Every start reads all parts of its program: record the reason for a larger value in docs/decisions/003-speed.md. */
const programs = [
  { name: "view", parts: ["shared", "view"], mostBytes: 366_000 },
  { name: "change", parts: ["shared", "view", "schemas", "change"], mostBytes: 540_000 },
  { name: "completion", parts: ["shared", "completion"], mostBytes: 255_000 },
];

test.each(programs)("the parts of the $name program have at most $mostBytes bytes", ({ parts, mostBytes }) => {
  const sizes = readdirSync(distFolder)
    .filter((name) => /-[0-9a-f]{16}\.cjs$/.test(name) && parts.includes(name.split("-")[0] ?? ""))
    .map((name) => statSync(join(distFolder, name)).size);
  expect(sizes).toHaveLength(parts.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytes);
});

test("the change program contains every cell operation and no structural one", () => {
  const [, words = ""] = /\["change", ?"([^"]+)"\]/.exec(readFileSync(join(distFolder, "bin.cjs"), "utf8")) ?? [];
  expect(words.split(" ")).toEqual(expect.arrayContaining(Object.keys(cellOperations)));
  expect(words.split(" ").filter((word) => word in structuralOperations)).toEqual([]);
});

/** What a run loads: Node's own modules, and the parts of the program. */
async function loadsOf(place: Place, words: string): Promise<unknown> {
  const record = join(import.meta.dirname, "../support/record-loads.cjs");
  const options = { env: { NODE_OPTIONS: `--require "${record}"`, LOADS: place.path("loads.json") } };
  expect(await place.runWith(options, ...words.split(" "))).toMatchObject({ stderr: "", exitCode: 0 });
  const loads: string[] = JSON.parse(place.read("loads.json"));
  // Only what `npm test` builds has this.
  return loads.filter((name) => name !== "check-reading.cjs");
}

const loadedByAll = ["bin.cjs", "buffer", "events", "fs", "path", "process", "shared.cjs", "vm"];
const loadedByViews = [...loadedByAll, "view.cjs"].sort();
const loadedByChanges = [...loadedByViews, "change.cjs", "schemas.cjs"].sort();

test.each(["dashboard", "list", "next", "progress", "prompt", "today"])(
  "%s loads six of Node's modules and two parts",
  async (words) => {
    expect(await loadsOf(makePlace(repairedText), words)).toEqual(loadedByViews);
  },
);

test.each([
  ["start http -n", loadedByChanges],
  ["__complete words start =", [...loadedByAll.filter((name) => name !== "events"), "completion.cjs"].sort()],
])("%s loads no more", async (words, loads) => {
  expect(await loadsOf(makePlace(repairedText), words)).toEqual(loads);
});

const withFrontMatter = `---\nroadmap:\n  weekly: 2\n---\n${repairedText}`;

test.each([
  ["list", loadedByViews],
  ["__complete words start =", [...loadedByAll.filter((name) => name !== "events"), "completion.cjs"].sort()],
])("%s of a roadmap with front matter also loads what reads it", async (words, loads) => {
  expect(await loadsOf(makePlace(withFrontMatter), words)).toEqual(
    [...loads, "front-matter.cjs", "schemas.cjs"].sort(),
  );
});

test.each(["-f plan.md", "-fplan.md list", "--file plan.md next", "--no-color --file=plan.md"])(
  "%s is an everyday command",
  async (words) => {
    expect(await loadsOf(makePlace({ "plan.md": repairedText }), words)).toEqual(loadedByViews);
  },
);

/** Unknown headings, remarks, shares, names of months and columns of several kinds, all in English. */
const englishText = `# My learning plan

Some words about it.

## Introduction to everything

| Certification | Target Date | Started on | Finished | Status | Priority | Notes |
|---|---|---|---|---|---|---|
| Cloud | May 5, 2026 | 4 March 2026 | 5 Apr 2026 | Done (see notes) | High | good |
| Data | | Tue, Jan 6, 2026 | | In progress - chapter 3 | P2 | |
| Containers | 2026-10-01 | | | Not started | low | |
| Shell | | | | 80% | | |

## Phase 1: Basics of ES6

- [x] read
- [ ] write (part two)

## Tools

- [ ] try one
`;

test.each([
  ...["dashboard", "list", "next", "progress", "today"].map((words) => ({ words, loads: loadedByViews })),
  { words: "start containers -n", loads: loadedByChanges },
])("$words of English words loads no words of other languages", async ({ words, loads }) => {
  expect(await loadsOf(makePlace(englishText), words)).toEqual(loads);
});

test.each([
  ["an unknown header", "| Topic | Mood | Status |\n|-|-|-|\n| A | good | Done |\n", "foreign-headers.js"],
  ["a Spanish status", "| Topic | Status |\n|-|-|\n| A | Terminado |\n", "foreign-statuses.js"],
  ["a Spanish date", "| Topic | Started | Status |\n|-|-|-|\n| A | 4 de marzo de 2026 | Done |\n", "foreign-months.js"],
  ["a named character", "| Topic | Status |\n|-|-|\n| A &rarr; B | Done |\n", "entities.js"],
])("%s loads a table of it, and no others", async (_, text, table) => {
  expect(await loadsOf(makePlace(text), "list")).toEqual([...loadedByViews, table].sort());
});

test("a change also loads the module with the host name for its lock, once attributes are known", async () => {
  const place = makePlace(repairedText);
  expect(await loadsOf(place, "start http")).toEqual(expect.arrayContaining(loadedByChanges));
  expect(await loadsOf(place, "finish http")).toEqual([...loadedByChanges, "os"].sort());
});
