// The journal of a large file that is edited constantly by another program: it never exceeds its limit.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planRequested, requestOperation } from "../../src/app/requested-operations.js";
import { planReversal } from "../../src/app/undo/plan-reversal.js";
import { operations } from "../../src/operations/index.js";
import { readJournal } from "../../src/store/journal/read.js";
import { saveWith } from "../support/journal-driver.js";
import { makeTempFolder } from "../support/temp-folder.js";

const table = "| Topic | Status | Notes |\n|---|---|---|\n| HTTP | | 0 |\n";
const note = (text: string) => planRequested([requestOperation(operations.set, { topic: "http", comments: text })]);

test("the journal never exceeds 20 MB: the oldest changes are dropped as a whole", async () => {
  const text = `${table}\n${"words and words and words and words and words\n".repeat(150_000)}`;
  const roadmap = { text, stateFolder: makeTempFolder(), realPath: "/here/roadmap.md" };
  const env = { XDG_STATE_HOME: roadmap.stateFolder };
  const folder = join(roadmap.stateFolder, "roadmap", "journal");
  for (const number of ["1", "2", "3", "4"]) {
    await saveWith(roadmap, note(number));
    roadmap.text += "by hand\n";
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect([sizes.length, (sizes[0] ?? 0) < 20 * 1024 * 1024]).toEqual([1, true]);
  }
  expect(readJournal(env, roadmap).problem).toBeNull();
  await saveWith(roadmap, planReversal({ direction: "undo", count: 1, env, isDryRun: false }));
  expect(roadmap.text).toContain("| HTTP | | 3 |");
});

test("the latest changes that fit in the journal are kept, and can all be undone", async () => {
  const text = `${table}\n${"words and words and words and words and words\n".repeat(60_000)}`;
  const roadmap = { text, stateFolder: makeTempFolder(), realPath: "/here/roadmap.md" };
  const env = { XDG_STATE_HOME: roadmap.stateFolder };
  const changes = 9;
  for (let number = 1; number <= changes; number++) {
    await saveWith(roadmap, note(String(number)));
    roadmap.text += "by hand\n";
  }
  const { segments: stretches, problem } = readJournal(env, roadmap);
  expect(problem).toBeNull();
  expect(stretches.length).toBeGreaterThan(1);
  expect(stretches.length).toBeLessThan(changes);
  await saveWith(roadmap, planReversal({ direction: "undo", count: stretches.length, env, isDryRun: false }));
  expect(roadmap.text).toContain(`| HTTP | | ${changes - stretches.length} |`);
});

test("a file that is too large for the journal can still be changed", async () => {
  const roadmap = {
    text: `${table}\n${'"'.repeat(11_000_000)}\n`,
    stateFolder: makeTempFolder(),
    realPath: "/here/roadmap.md",
  };
  await expect(saveWith(roadmap, note("1"))).rejects.toThrow("would be larger than 20971520 bytes");
});
