// Disks with partial or damaged writes, concurrent writers, and the order of calls for power failures.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editCommand, litterIn } from "../support/edit-program.js";
import { doneIn, editWithFault, makeFaultPlace, ways } from "../support/faulty-run.js";
import { runProgram } from "../support/run-program.js";

test.each(ways)("a disk that accepts few bytes at a time gets all of them, %s", async (way) => {
  const place = makeFaultPlace(way);
  const run = await editWithFault(place, 1, "writeSync:short");
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  expect(run.calls.filter((call) => call.startsWith("writeSync")).length).toBeGreaterThan(10);
  expect(doneIn(place)).toEqual([1]);
});

test.each(ways)("a disk that returns other bytes than it got is detected, and the old file stays, %s", async (way) => {
  const place = makeFaultPlace(way);
  const run = await editWithFault(place, 1, "writeSync:damage");
  expect(run.exitCode).toBe(7);
  // In place, the damage also affects the restoring: then the error names the path of the old text.
  if (way === "renamed") {
    expect(run.stderr).toContain("DISK_DAMAGES");
    expect(doneIn(place)).toEqual([]);
    expect(litterIn(place.folder, ...place.names)).toEqual([]);
  } else {
    expect(run.stderr).toMatch(/(?:its text from before the save|its previous text) is in \S+old\.md/);
  }
});

test("a text that another program writes at the last moment is kept next to the file and reported", async () => {
  const place = makeFaultPlace("renamed");
  const run = await editWithFault(place, 1, "renameSync:append");
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  expect(doneIn(place)).toEqual([1]);
  const [kept = "", ...others] = litterIn(place.folder, ...place.names);
  expect(others).toEqual([]);
  expect(run.stdout).toContain(JSON.stringify(join(place.folder, kept)));
  expect(readFileSync(join(place.folder, kept), "utf8")).toMatch(/another program was here\n$/);
});

test.each(["lstatSync", "fstatSync", "readSync"])(
  "a file that another program replaces at any %s is left alone, up to the last moment",
  async (call) => {
    let tries = 0;
    for (let n = 1; ; n++) {
      const place = makeFaultPlace("renamed");
      const run = await editWithFault(place, 1, `${call}:replace:${n}`);
      if (run.hit === undefined) break;
      expect(run.hit).toMatch(/\.md$/);
      expect([n, readFileSync(place.file, "utf8")]).toEqual([n, "another program was here\n"]);
      expect(litterIn(place.folder, ...place.names)).toEqual([]);
      tries++;
    }
    expect(tries).toBeGreaterThan(2);
  },
);

test("if that text cannot be kept next to the file, it is kept in the state folder", async () => {
  const place = makeFaultPlace("renamed");
  // The first save checks for what only later ones find.
  await editWithFault(place, 3, "");
  const usual = await editWithFault(place, 1, "renameSync:append");
  const opensBefore = usual.calls
    .filter((call) => call.startsWith("openSync"))
    .findIndex((call) => /\.kept-/.test(call));
  const run = await editWithFault(place, 2, `renameSync:append,openSync:ENOSPC:${opensBefore + 1}`);
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  const [kept = ""] = readdirSync(join(place.stateHome, "roadmap", "kept"));
  expect(readFileSync(join(place.stateHome, "roadmap", "kept", kept), "utf8")).toMatch(/another program was here\n$/);
});

test.each([1, 2, 3, 20, 24, 40, 44, 45, 46, 47, 48, 49, 52, 55, 57])(
  "after a kill at write %i of an overwrite in small pieces, the next run restores the old text",
  async (n) => {
    const place = makeFaultPlace("in place", { journal: "without journal" });
    const run = await editWithFault(place, 1, `writeSync:short,writeSync:kill:${n}`);
    expect(run.signal).toBe("SIGKILL");
    const next = await runProgram(await editCommand(place.file, 2), { env: { XDG_STATE_HOME: place.stateHome } });
    expect(next).toMatchObject({ exitCode: 0, stderr: "" });
    expect([[2], [1, 2]]).toContainEqual(doneIn(place));
  },
);

test("a kill during an overwrite tears the file, and the next run reports that it restored it", async () => {
  const place = makeFaultPlace("in place", { journal: "without journal" });
  await editWithFault(place, 1, "writeSync:short,writeSync:kill:55");
  expect(() => doneIn(place)).toThrow("torn");
  const next = await runProgram(await editCommand(place.file, 2), { env: { XDG_STATE_HOME: place.stateHome } });
  expect(next.stdout).toContain('"restored":"');
  expect(doneIn(place)).toEqual([2]);
});

test("the added length is written before any old byte is changed", async () => {
  const place = makeFaultPlace("in place", { journal: "without journal" });
  const old = readFileSync(place.file, "utf8");
  const { calls } = await editWithFault(place, 1, "writeSync:kill:7");
  expect(calls.filter((call) => call.startsWith("writeSync") && call.endsWith("roadmap.md")).length).toBe(2);
  const torn = readFileSync(place.file, "utf8");
  expect(torn.startsWith(old)).toBe(true);
  expect(torn.length).toBeGreaterThan(old.length);
});

/** The indexes of the calls, which must all be there, in this order. */
function expectOrder(calls: readonly string[], ...wanted: readonly RegExp[]): void {
  let from = 0;
  for (const pattern of wanted) {
    const at = calls.findIndex((call, index) => index >= from && pattern.test(call));
    expect([pattern, at >= from]).toEqual([pattern, true]);
    from = at + 1;
  }
}

test("the temporary file is written, synced and closed before the rename; then the folder is synced", async () => {
  const place = makeFaultPlace("renamed");
  const { calls } = await editWithFault(place, 1, "");
  expectOrder(
    calls,
    /^openSync .*-temp\..*\.new$/,
    /^writeSync .*-temp\..*\.new$/,
    /^fchmodSync .*-temp\..*\.new$/,
    /^fsyncSync .*-temp\..*\.new$/,
    /^closeSync .*-temp\..*\.new$/,
    /^readSync .*-temp\..*\.new$/,
    /^readSync .*-lock$/,
    /^readSync .*\/roadmap\.md$/,
    /^renameSync /,
    new RegExp(`^fsyncSync ${place.folder}$`),
    /^readSync .*\/roadmap\.md$/,
    /^unlinkSync .*-lock$/,
  );
});

test("the record of the lock is on disk before the lock exists", async () => {
  const { calls } = await editWithFault(makeFaultPlace("renamed"), 1, "");
  expectOrder(calls, /^writeSync .*-lock\..*\.new$/, /^fsyncSync .*-lock\..*\.new$/, /^linkSync .*-lock\..*\.new$/);
});

test("the recovery copy is on disk before the file is changed, and dropped after the file is synced", async () => {
  const place = makeFaultPlace("in place");
  const { calls } = await editWithFault(place, 1, "");
  expectOrder(
    calls,
    /^fsyncSync .*\/old\.md$/,
    /^fsyncSync .*\/new\.md$/,
    /^fsyncSync .*\/label\.json$/,
    /^fsyncSync .*\/recovery\/[0-9a-f]{32}$/,
    /^fsyncSync .*\/recovery$/,
    /^readSync .*\/roadmap\.md$/,
    /^readSync .*-lock$/,
    /^writeSync .*\/roadmap\.md$/,
    /^ftruncateSync .*\/roadmap\.md$/,
    /^fsyncSync .*\/roadmap\.md$/,
    /^readSync .*\/roadmap\.md$/,
    /^rmSync .*\/label\.json$/,
  );
});
