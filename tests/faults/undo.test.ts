// Undo under attack: kills, full disks, planted files and concurrency cost at most the undo, never a byte.

import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { doneTopics, freshRoadmap } from "../support/edit-program.js";
import { editWithFault, makeFaultPlace } from "../support/faulty-run.js";
import { makePlace, type Place, programCommand } from "../support/program.js";
import { canRun, runProgram } from "../support/run-program.js";

const topicCount = 40;
const canTrace = await canRun("strace", "-qq", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true");

const doneIn = (place: Place) => [...doneTopics(place.read(), topicCount)];
const journalFolder = (place: Place) => join(place.env.XDG_STATE_HOME ?? "", "roadmap", "journal");

function journalFile(place: Place): string {
  const [name = ""] = readdirSync(journalFolder(place)).filter((one) => one.endsWith(".jsonl"));
  return join(journalFolder(place), name);
}

/** Kills `finish topic 2` at its n-th call of that name; false if it makes fewer. */
async function isKilledAt(place: Place, call: string, n: number): Promise<boolean> {
  const trace = `strace -f -qq -o /dev/null -e trace=${call} -e inject=${call}:signal=KILL:when=${n}`;
  const { exitCode, signal } = await place.shell(`${trace} ${place.program} finish "topic 2"`);
  if (exitCode === 0) return false;
  expect(signal === "SIGKILL" || exitCode === 137).toBe(true);
  return true;
}

test.skipIf(!canTrace).each(["pwrite64", "rename", "fsync"])(
  "after SIGKILL at any %s of a change, undo reverts that change or nothing (skipped without strace)",
  async (call) => {
    for (let n = 1; ; n++) {
      const place = makePlace(freshRoadmap(topicCount));
      await place.run("finish", "topic 1");
      if (!(await isKilledAt(place, call, n))) {
        expect(n).toBeGreaterThan(1);
        return;
      }
      const before = doneIn(place);
      const first = await place.run("undo");
      expect([first.stderr, first.exitCode]).toEqual(["", 0]);
      const after = doneIn(place);
      // Whether the killed change was made decides which one is the last.
      if (before.includes(2)) expect(after).toEqual([1]);
      else expect([[], [1]]).toContainEqual(after);
      if (after.length > 0) await place.run("undo");
      expect(doneIn(place)).toEqual([]);
    }
  },
);

test("eight simultaneous changes can be undone by eight simultaneous undos", async () => {
  const place = makePlace(freshRoadmap(topicCount));
  const topics = [1, 2, 3, 4, 5, 6, 7, 8];
  for (const { exitCode } of await Promise.all(topics.map((topic) => place.run("finish", `topic ${topic}`))))
    expect(exitCode).toBe(0);
  expect(doneIn(place)).toEqual(topics);
  for (const { exitCode } of await Promise.all(topics.map(() => place.run("undo")))) expect(exitCode).toBe(0);
  expect(place.read()).toBe(freshRoadmap(topicCount));
  await place.run("redo", "8");
  expect(doneIn(place)).toEqual(topics);
});

test("a read-only state folder causes a warning, and the change is made", async () => {
  const place = makePlace(freshRoadmap(topicCount));
  const env = { XDG_STATE_HOME: place.path("roadmap.md") };
  const { stdout, stderr, exitCode } = await place.runWith({ env }, "finish", "topic 1");
  expect([exitCode, stdout.startsWith("✓ topic 1")]).toEqual([0, true]);
  expect(stderr).toMatch(/^this change cannot be undone with `roadmap undo`: cannot write .*\.jsonl: .*\n$/);
  const json = await place.runWith({ env }, "finish", "topic 2", "--json");
  expect([json.stderr, JSON.parse(json.stdout).notRemembered]).toEqual(["", expect.stringContaining("cannot write")]);
  const undo = await place.runWith({ env }, "undo");
  expect([undo.exitCode, undo.stdout]).toEqual([0, expect.stringContaining("nothing to undo: cannot read")]);
  expect(doneIn(place)).toEqual([1, 2]);
});

test("a journal that does not fit on the disk keeps its length and stays intact", async () => {
  const place = makePlace(freshRoadmap(topicCount));
  for (const command of ["start", "block", "start", "block", "finish"]) await place.run(command, "topic 1");
  const journal = readFileSync(journalFile(place));
  const kibibytes = Math.floor(journal.length / 1024);
  expect(kibibytes * 1024).toBeGreaterThan(place.read().length);
  const { stderr, exitCode } = await place.shell(`ulimit -f ${kibibytes}; $ROADMAP finish "topic 2"`);
  expect([exitCode, doneIn(place)]).toEqual([0, [1, 2]]);
  expect(stderr).toContain("this change cannot be undone with `roadmap undo`");
  expect(readFileSync(journalFile(place))).toEqual(journal);
  // The unrecorded change counts as made by hand.
  const { stdout } = await place.run("undo");
  expect(stdout).toContain("✓ Undone: finish topic 1.\n");
  expect(stdout).toContain("note: later edits, by hand");
  expect(place.read()).toContain("| topic 1 | Blocked | |\n| topic 2 | Done | 2026-11-22 |\n");
});

test("if the change is not saved, it is not recorded", async () => {
  const place = makePlace(freshRoadmap(topicCount));
  await place.run("finish", "topic 1");
  const journal = readFileSync(journalFile(place));
  // Large enough for the journal, too small for the roadmap.
  place.write(`${place.read()}${"x".repeat(20_000)}\n`);
  writeFileSync(journalFile(place), "");
  const { exitCode } = await place.shell(`ulimit -f 8; $ROADMAP finish "topic 2"`);
  expect([exitCode, readFileSync(journalFile(place)).length]).toEqual([7, 0]);
  expect(journal.length).toBeGreaterThan(0);
});

test("a change in the file that the disk has not confirmed can be undone", async () => {
  const at = makeFaultPlace("renamed");
  const old = readFileSync(at.file, "utf8");
  const run = await editWithFault(at, 1, "fsyncSync:EIO:3");
  expect([run.exitCode, run.stderr]).toEqual([7, expect.stringContaining("was saved, but the disk")]);
  expect(readFileSync(at.file, "utf8")).not.toBe(old);
  const env = { XDG_STATE_HOME: at.stateHome };
  await runProgram(programCommand("undo", "-f", at.file), { env });
  expect(readFileSync(at.file, "utf8")).toBe(old);
});

test.each(["a link", "a second name", "a folder", "a pipe"])(
  "%s in place of the journal is not followed",
  async (kind) => {
    const place = makePlace(freshRoadmap(topicCount));
    await place.run("finish", "topic 1");
    const path = journalFile(place);
    const treasure = place.path("treasure.txt");
    writeFileSync(treasure, "mine\n");
    rmSync(path);
    if (kind === "a link") symlinkSync(treasure, path);
    if (kind === "a second name") linkSync(treasure, path);
    if (kind === "a folder") mkdirSync(path);
    if (kind === "a pipe") await place.shell(`mkfifo ${path}`);
    const { stderr, exitCode } = await place.run("finish", "topic 2");
    expect([exitCode, doneIn(place)]).toEqual([0, [1, 2]]);
    expect(stderr).toContain("this change cannot be undone with `roadmap undo`");
    expect((await place.run("undo")).stdout).toContain("nothing to undo: ");
    expect([readFileSync(treasure, "utf8"), doneIn(place)]).toEqual(["mine\n", [1, 2]]);
  },
);
