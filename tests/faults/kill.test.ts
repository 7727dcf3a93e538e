// kill -9 at any moment leaves either the old file or the new one, and the next run works and tidies up.

import { linkSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { doneTopics, editCommand, freshRoadmap, litterIn } from "../support/edit-program.js";
import { type Command, canRun, runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

const topicCount = 600;
const canTrace = await canRun("strace", "-qq", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true");

/** A file of several disk blocks; with a second name it is overwritten in place. */
function place(kind: string) {
  const folder = makeTempFolder();
  const file = join(folder, "roadmap.md");
  writeFileSync(file, freshRoadmap(topicCount));
  const names = ["roadmap.md"];
  if (kind === "in place") {
    linkSync(file, join(folder, "other.md"));
    names.push("other.md");
  }
  const stateHome = makeTempFolder();
  return { folder, file, names, env: { XDG_STATE_HOME: stateHome }, stateHome };
}

/** After the kill, the file may be torn only if overwritten in place, and only until the next run. */
async function nextRunWorks(at: ReturnType<typeof place>, topic: number): Promise<readonly number[]> {
  const run = await runProgram(await editCommand(at.file, topic), { env: at.env });
  expect(run.stderr).toBe("");
  expect(run.exitCode).toBe(0);
  expect(litterIn(at.folder, ...at.names)).toEqual([]);
  return doneTopics(readFileSync(at.file, "utf8"), topicCount);
}

test.each(["renamed", "in place"])("100 kills at random moments of an edit loop, %s", async (kind) => {
  const at = place(kind);
  const acknowledged = new Set<number>();
  const started = performance.now();
  await nextRunWorks(at, 1);
  const usualMs = performance.now() - started;
  let killed = 0;
  for (let topic = 2; topic <= 101; topic++) {
    const delayMs = usualMs * (0.4 + Math.random() * 0.7);
    const run = await runProgram(await editCommand(at.file, topic), {
      env: at.env,
      whenStarted: (child) => setTimeout(() => child.kill("SIGKILL"), delayMs),
    });
    if (run.signal === "SIGKILL") killed++;
    else expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    if (run.stdout.includes("hash")) acknowledged.add(topic);
    if (kind === "renamed") doneTopics(readFileSync(at.file, "utf8"), topicCount);
  }
  const done = new Set(await nextRunWorks(at, 102));
  expect([...acknowledged].filter((topic) => !done.has(topic))).toEqual([]);
  expect(killed).toBeGreaterThan(10);
});

const callsThatChange = "pwrite64 fsync rename link unlink mkdir rmdir ftruncate fchmod".split(" ");

/** The program under strace, killed as it makes its n-th call of that name. */
function killedAt(call: string, n: number, { command, args }: Command): Command {
  const inject = ["-e", `trace=${call}`, "-e", `inject=${call}:signal=KILL:when=${n}`];
  return { command: "strace", args: ["-f", "-qq", "-o", "/dev/null", ...inject, command, ...args] };
}

/** Kills at the first, second … call until there is no such call any more; returns their number. */
async function killAtEvery(call: string, kind: string): Promise<number> {
  for (let n = 1; ; n++) {
    const at = place(kind);
    const run = await runProgram(killedAt(call, n, await editCommand(at.file, 1)), { env: at.env });
    if (run.exitCode === 0) return n - 1;
    expect(run.signal === "SIGKILL" || run.exitCode === 137).toBe(true);
    if (kind === "renamed") doneTopics(readFileSync(at.file, "utf8"), topicCount);
    const done = await nextRunWorks(at, 2);
    expect([[2], [1, 2]]).toContainEqual(done);
    if (run.stdout.includes("hash")) expect(done).toEqual([1, 2]);
    const remembered = readdirSync(at.stateHome, { recursive: true }).map(String);
    expect(remembered.filter((name) => /roadmap-lock|label/.test(name))).toEqual([]);
  }
}

test.skipIf(!canTrace).each(["renamed", "in place"])(
  "SIGKILL at any call that changes the disk loses nothing, %s (skipped without strace)",
  async (kind) => {
    const counts = new Map<string, number>();
    for (const call of callsThatChange) counts.set(call, await killAtEvery(call, kind));
    const least = kind === "renamed" ? { fsync: 3, rename: 1, link: 1 } : { fsync: 9, ftruncate: 1, link: 2, mkdir: 4 };
    for (const [call, count] of Object.entries(least)) expect(counts.get(call), call).toBeGreaterThanOrEqual(count);
  },
);
