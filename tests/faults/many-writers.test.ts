// Many programs change one file concurrently: every confirmed edit is in it, and no program is refused.

import type { ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatLockRecord, makeLockRecord } from "../../src/store/lock/lock-file.js";
import { doneTopics, editCommand, freshRoadmap, litterIn } from "../support/edit-program.js";
import { runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

function place(topicCount: number) {
  const folder = makeTempFolder();
  const file = join(folder, "roadmap.md");
  writeFileSync(file, freshRoadmap(topicCount));
  const env = { XDG_STATE_HOME: makeTempFolder(), ROADMAP_LOCK_WAIT_MS: "300000" };
  return { folder, file, env, done: () => doneTopics(readFileSync(file, "utf8"), topicCount) };
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

test("all 500 edits of 50 processes with 10 edits each are kept", async () => {
  const { folder, file, env, done } = place(500);
  const worker = async (number: number) => {
    for (const edit of range(10)) {
      const run = await runProgram(await editCommand(file, number * 10 + edit + 1), { env });
      expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    }
  };
  await Promise.all(range(50).map(worker));
  expect(done().length).toBe(500);
  expect(litterIn(folder, "roadmap.md")).toEqual([]);
});

test("with 12 workers and 200 kills, every acknowledged edit is in the file", async () => {
  const { folder, file, env, done } = place(2000);
  const acknowledged: number[] = [];
  let [nextTopic, killsLeft, usualMs] = [1, 200, 300];
  const worker = async () => {
    while (killsLeft > 0) {
      const topic = nextTopic++;
      const isVictim = Math.random() < 0.6;
      const started = performance.now();
      const run = await runProgram(await editCommand(file, topic), {
        env,
        whenStarted: (child) => {
          // From its start to shortly after its usual end, on a machine of any load.
          if (isVictim) setTimeout(() => child.kill("SIGKILL"), usualMs * Math.random() * 1.1).unref();
        },
      });
      if (run.stdout.includes("hash")) acknowledged.push(topic);
      if (run.signal === "SIGKILL") killsLeft--;
      else expect(run).toMatchObject({ exitCode: 0, stderr: "" });
      if (!isVictim) usualMs = (usualMs + performance.now() - started) / 2;
    }
  };
  await Promise.all(range(12).map(worker));
  const last = await runProgram(await editCommand(file, 2000), { env });
  expect(last).toMatchObject({ exitCode: 0, stderr: "" });
  const kept = new Set(done());
  expect(acknowledged.filter((topic) => !kept.has(topic))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(20);
  expect(litterIn(folder, "roadmap.md")).toEqual([]);
});

test("a dead lock found by 16 processes at once is taken over by one after the other, 8 times", async () => {
  const { folder, file, env, done } = place(128);
  for (const round of range(8)) {
    writeFileSync(join(folder, ".roadmap.md.roadmap-lock"), formatLockRecord({ ...makeLockRecord(), startTime: "1" }));
    const runs = range(16).map(async (worker) => runProgram(await editCommand(file, round * 16 + worker + 1), { env }));
    for (const run of await Promise.all(runs)) expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  }
  expect(done().length).toBe(128);
  expect(litterIn(folder, "roadmap.md")).toEqual([]);
});

test("next to a program that appends without the lock, no text is torn, and few lines are lost", async () => {
  const { folder, file, env } = place(200);
  // Appends until its input ends, then prints the number of lines written.
  const script = `const fs = require("fs");
    let n = 0;
    const timer = setInterval(() => fs.appendFileSync(process.argv[1], "foreign " + ++n + ".\\n"), 80);
    process.stdin.resume().on("end", () => { clearInterval(timer); console.log(n); });`;
  let appending: ChildProcess | undefined;
  const appender = runProgram(
    { command: process.execPath, args: ["-e", script, file] },
    {
      whenStarted: (child) => {
        appending = child;
      },
    },
  );
  const acknowledged: number[] = [];
  const foreignLines = () => readFileSync(file, "utf8").match(/^foreign /gm)?.length ?? 0;
  for (let topic = 1; topic <= 200 && (acknowledged.length < 10 || foreignLines() < 20); topic++) {
    const run = await runProgram(await editCommand(file, topic), { env });
    if (run.exitCode === 0) acknowledged.push(topic);
    else expect(run.exitCode).toBe(5);
  }
  appending?.stdin?.end();
  const appended = Number((await appender).stdout);
  const text = readFileSync(file, "utf8");
  for (const topic of acknowledged) expect(text).toContain(`| topic ${topic} | Done | 2026-11-22 |`);
  const kept = litterIn(folder, "roadmap.md").map((name) => readFileSync(join(folder, name), "utf8"));
  const everything = [text, ...kept].join("");
  const lost = range(appended).filter((n) => !everything.includes(`foreign ${n + 1}.`));
  expect(acknowledged.length).toBeGreaterThanOrEqual(10);
  expect(appended).toBeGreaterThanOrEqual(20);
  expect(lost.length).toBeLessThan(10);
});
