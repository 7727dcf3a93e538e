// The same as system-errors.test.ts with errors from the kernel itself, by strace; skipped without it.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { editCommand, litterIn } from "../support/edit-program.js";
import { doneIn, makeFaultPlace, type Way, ways } from "../support/faulty-run.js";
import { canRun, runProgram } from "../support/run-program.js";

const canTrace = await canRun("strace", "-qq", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true");
const calls = ["pwrite64", "fsync", "rename", "link", "unlink", "fchmod", "ftruncate"];

interface Injection {
  readonly call: string;
  readonly code: string;
  readonly when: number;
}

/** What the tracer recorded of the call that it made fail; undefined if there was no such call. */
async function survivesInjection(way: Way, { call, code, when }: Injection): Promise<string | undefined> {
  const place = makeFaultPlace(way, { topicCount: 150 });
  const { command, args } = await editCommand(place.file, 1);
  const log = `${place.stateHome}/strace.log`;
  const tracer = ["-f", "-qq", "-o", log, "-e", `trace=${call}`, "-e", `inject=${call}:error=${code}:when=${when}`];
  const env = { XDG_STATE_HOME: place.stateHome, ROADMAP_LOCK_WAIT_MS: "300" };
  const run = await runProgram({ command: "strace", args: [...tracer, command, ...args] }, { env });
  const hit = readFileSync(log, "utf8")
    .split("\n")
    .find((line) => line.includes("INJECTED"));
  const isNew = run.exitCode === 0 || /was saved|saved, but/.test(run.stderr);
  const done = doneIn(place);
  expect([hit, run.stderr, done]).toEqual([hit, run.stderr, isNew ? [1] : []]);
  if (run.exitCode !== 0) expect([hit, run.exitCode]).toEqual([hit, 7]);
  if (call !== "unlink") expect([hit, litterIn(place.folder, ...place.names)]).toEqual([hit, []]);
  return hit;
}

test.skipIf(!canTrace).each(ways.flatMap((way) => ["EIO", "EPERM", "ENOSPC"].map((code) => [code, way] as const)))(
  "%s from the kernel leaves the old file or the new one, %s (skipped without strace)",
  async (code, way) => {
    let injected = 0;
    for (const call of calls) {
      for (let when = 1; (await survivesInjection(way, { call, code, when })) !== undefined; when++) injected++;
    }
    expect(injected).toBeGreaterThan(way === "renamed" ? 8 : 18);
  },
);
