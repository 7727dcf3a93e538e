// The everyday programs: they stay small, and their commands load no more than at present.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { cellOperations } from "../../src/operations/cell-operations.js";
import { structuralOperations } from "../../src/operations/structural-operations.js";
import { distFolder, isBinary, makePlace, type Place, repairedText } from "../support/program.js";

beforeEach(({ skip }) => skip(isBinary, "it records what Node loads"));

/** Every start reads the whole program: record the reason for a larger value in docs/decisions/003-speed.md. */
const mostBytes = { view: 330_000, change: 485_000 };

test.each(Object.entries(mostBytes))("the program of the %s commands has at most %i bytes", (kind, most) => {
  const sizes = readdirSync(distFolder)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith(".cjs"))
    .map((name) => statSync(join(distFolder, name)).size);
  expect(sizes).toEqual([expect.any(Number)]);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
});

test("the change program contains every cell operation and no structural one", () => {
  const [, words = ""] = /\["change-[^"]+", "([^"]+)"\]/.exec(readFileSync(join(distFolder, "bin.cjs"), "utf8")) ?? [];
  expect(words.split(" ")).toEqual(expect.arrayContaining(Object.keys(cellOperations)));
  expect(words.split(" ").filter((word) => word in structuralOperations)).toEqual([]);
});

/** What a run loads: Node's own modules, and files of the program. */
async function loadsOf(place: Place, words: string): Promise<unknown> {
  const record = join(import.meta.dirname, "../support/record-loads.cjs");
  const options = { env: { NODE_OPTIONS: `--require "${record}"`, LOADS: place.path("loads.json") } };
  expect(await place.runWith(options, ...words.split(" "))).toMatchObject({ stderr: "", exitCode: 0 });
  const loads: string[] = JSON.parse(place.read("loads.json"));
  // Only what `npm test` builds has this.
  return loads.filter((name) => name !== "check-reading.cjs");
}

const loadedByAll = ["bin.cjs", "buffer", "events", "fs", "path", "process", "vm"];

test.each(["dashboard", "list", "next", "progress", "prompt", "today", "start http -n"])(
  "%s loads six of Node's modules",
  async (words) => {
    expect(await loadsOf(makePlace(repairedText), words)).toEqual(loadedByAll);
  },
);

test.each(["-f plan.md", "-f plan.md list", "--file plan.md next", "--no-color -f plan.md"])(
  "%s is an everyday command",
  async (words) => {
    expect(await loadsOf(makePlace({ "plan.md": repairedText }), words)).toEqual(loadedByAll);
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

test.each(["dashboard", "list", "next", "progress", "today", "start containers -n"])(
  "%s of English words loads no words of other languages",
  async (words) => {
    expect(await loadsOf(makePlace(englishText), words)).toEqual(loadedByAll);
  },
);

test.each([
  ["an unknown header", "| Topic | Mood | Status |\n|-|-|-|\n| A | good | Done |\n", "foreign-headers.js"],
  ["a Spanish status", "| Topic | Status |\n|-|-|\n| A | Terminado |\n", "foreign-statuses.js"],
  ["a Spanish date", "| Topic | Started | Status |\n|-|-|-|\n| A | 4 de marzo de 2026 | Done |\n", "foreign-months.js"],
  ["a named character", "| Topic | Status |\n|-|-|\n| A &rarr; B | Done |\n", "entities.js"],
])("%s loads a table of it, and no others", async (_, text, table) => {
  expect(await loadsOf(makePlace(text), "list")).toEqual([...loadedByAll, table].sort());
});

test("a change also loads the module with the host name for its lock, once attributes are known", async () => {
  const place = makePlace(repairedText);
  expect(await loadsOf(place, "start http")).toEqual(expect.arrayContaining(loadedByAll));
  expect(await loadsOf(place, "finish http")).toEqual([...loadedByAll, "os"].sort());
});
