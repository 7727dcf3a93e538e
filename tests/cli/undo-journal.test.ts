// A missing or damaged undo journal: its intact part counts, and everything else works.

import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace, type Place } from "../support/program.js";
import { done, small } from "../support/small-plan.js";

function journalFile(place: Place): string {
  const folder = join(place.env.XDG_STATE_HOME ?? "", "roadmap", "journal");
  const [name = ""] = readdirSync(folder).filter((one) => one.endsWith(".jsonl"));
  return join(folder, name);
}

test("without the journal, undo has nothing to undo, and everything else works", async () => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  rmSync(join(place.env.XDG_STATE_HOME ?? "", "roadmap"), { recursive: true });
  expect((await done(place, "undo")).stdout).toContain("no changes recorded for this file");
  await done(place, "start", "rest");
  await done(place, "undo");
  expect(place.read()).toContain("| HTTP | 1 | | 2026-11-22 | Done |");
  expect(place.read()).not.toContain("In Progress");
});

test.each([
  ["one byte changed", (text: string) => text.replace("Done", "Dome")],
  ["cut off in the last line", (text: string) => text.slice(0, -9)],
  ["nothing but noise", () => "\0\n\xff"],
])("with a broken journal, nothing can be undone, and the next change starts a new one: %s", async (_, damage) => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  const finished = place.read();
  writeFileSync(journalFile(place), damage(readFileSync(journalFile(place), "utf8")));
  expect((await done(place, "undo")).stdout).toMatch(/nothing to undo: the journal is damaged: .*\.jsonl/);
  expect(place.read()).toBe(finished);
  await done(place, "start", "rest");
  await done(place, "undo");
  expect(place.read()).toBe(finished);
});

test("a torn last line of the journal loses only its own change, and undo says so", async () => {
  const place = makePlace(small);
  await done(place, "start", "rest");
  const started = place.read();
  await done(place, "finish", "http");
  writeFileSync(journalFile(place), readFileSync(journalFile(place), "utf8").slice(0, -9));
  const { stdout } = await done(place, "undo");
  expect(stdout).toContain("Undone: start REST.");
  expect(stdout).toMatch(/note: some changes cannot be undone, because the journal is damaged: /);
  expect(place.read()).toContain("| HTTP | 1 | | 2026-11-22 | Done |");
  expect(place.read()).not.toBe(started);
  expect(place.read()).not.toContain("In Progress");
});
