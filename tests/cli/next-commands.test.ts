// Next commands: what is suggested after a step or a refusal can be run as printed, and leads on.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { inTerminal } from "../support/pty.js";

const plan = `# Plan

| Topic | Phase | Status | Started | Proof |
|-------|-------|--------|---------|-------|
| HTTP  | 1     |        |         |       |
| REST  | 1     |        |         |       |

## Tasks

- [ ] learn how HTTP works
`;

test("remove says how to restore the topic", async () => {
  const place = makePlace(plan);
  const first = await inTerminal(place, "remove", "http", "--yes");
  expect(first.output).toContain(
    "- HTTP is removed.\n  Phase  1\n  note: `roadmap undo` restores it\n→ roadmap list\n",
  );
  expect((await place.run("remove", "http", "--yes")).stdout).toContain("- Task removed: learn how HTTP works.\n");
  await place.run("undo", "2");
  expect(place.read()).toBe(plan);
});

test("apply, which undo reverts as a whole, does not repeat that for each line", async () => {
  const place = makePlace(plan);
  const lines = '{"op":"remove","topic":"http"}\n{"op":"remove","topic":"rest"}\n';
  const { stdout } = await place.runWith({ stdin: lines }, "apply");
  expect(stdout).toBe("- HTTP is removed.\n- REST is removed.\n2 topics changed\n");
  expect(stdout).not.toContain("restores it");
});

test("undo of a removed task says that the task is back", async () => {
  const place = makePlace(plan);
  await place.run("remove", "t1", "--yes");
  expect((await place.run("undo", "--list")).stdout).toContain("removed  [ ]");
  expect((await place.run("undo")).stdout).toContain("✓ Undone: remove learn how HTTP works.\n  added  [ ]\n");
});

test("renaming a phase reports how many topics it changed", async () => {
  const place = makePlace(plan);
  const { stdout } = await place.run("rename", "--phase", "1", "--to", "Basics");
  expect(stdout).toBe(
    "~ Phase 1 is now named Basics.\n  Phase  1 → Basics\n  note: the cells of 2 topics were changed\n",
  );
  expect((await place.run("undo", "--list")).stdout).toContain("phase 1 → Basics (2 times)");
});

test.each([
  ["stat", "`roadmap stats`"],
  ["star", "`roadmap start`"],
])("the unknown command %s suggests a command with that beginning", async (word, said) => {
  expect((await makePlace(plan).run(word)).stderr).toContain(`did you mean ${said}?`);
});

test("a hint for a task named by its number repeats the number", async () => {
  const { stderr, exitCode } = await makePlace(plan).run("set", "t1", "--comments", "x");
  expect([exitCode, stderr]).toEqual([3, expect.stringContaining("`roadmap rename t1 --to TEXT` changes its text")]);
});

test.each([
  ["UTF-16", "UTF-16", Buffer.from(`\ufeff${plan}`, "utf16le")],
  ["Latin-1", "LATIN1", Buffer.from(plan.replace("HTTP", "Café"), "latin1")],
])("the suggested conversion of %s runs as printed", async (_, encoding, bytes) => {
  const place = makePlace({});
  writeFileSync(place.path("roadmap.md"), bytes);
  const { stderr, exitCode } = await place.run("list");
  const command = /`(iconv .+ > FILE)`/.exec(stderr)?.[1] ?? "";
  expect([exitCode, command]).toEqual([4, `iconv -f ${encoding} -t UTF-8 roadmap.md > FILE`]);
  await place.shell(command);
  expect((await place.run("list", "--file", "FILE")).stdout).toContain("REST");
});

const broken = [
  ["that is not YAML", "roadmap:\n  commit: [true\n", 3],
  ["with an invalid value", "roadmap:\n  commit: maybe\n", 3],
  ["with an unknown key", "roadmap:\n  comit: true\n", 3],
] as const;

test.each(broken)("front matter %s is noted by views, config and changes", async (_, settings) => {
  const place = makePlace(`---\n${settings}---\n${plan}`);
  const note = /^note: settings in the front matter are ignored \(line \d\): run `roadmap doctor`\n$/;
  for (const args of [["list"], ["config"], ["start", "http"], ["undo"]]) {
    const { stderr, exitCode } = await place.run(...args);
    expect([args, exitCode, stderr]).toEqual([args, 0, expect.stringMatching(note)]);
  }
  const [, line] = /line (\d)/.exec((await place.run("list")).stderr) ?? [];
  expect((await place.run("doctor")).stdout).toContain(`roadmap.md:${line}:`);
});

test("valid front matter is not noted", async () => {
  const place = makePlace(`---\nroadmap:\n  weekly: 2\n---\n${plan}`);
  expect((await place.run("start", "http")).stderr).toBe("");
});

/** A repository in the middle of a merge, with a conflict in the status of HTTP. */
function merging() {
  const place = makePlace(plan);
  const commit = (from: string, to: string) => {
    place.write(plan.replace(from, to));
    place.git("commit", "-qam", to);
  };
  place.git("init", "-qb", "main");
  place.git("add", "-A");
  place.git("commit", "-qm", "base");
  place.git("checkout", "-qb", "other");
  commit("| HTTP  | 1     |        |", "| HTTP  | 1     | Done   |");
  place.git("checkout", "-q", "main");
  commit("| HTTP  | 1     |        |", "| HTTP  | 1     | Blocked |");
  const merge = spawnSync("git", ["merge", "other"], { cwd: place.folder, env: place.env });
  expect(merge.status).toBe(1);
  return place;
}

test("the next command after resolving a merge starts with git add", async () => {
  const place = merging();
  await place.run("resolve", "--ours");
  const { stderr, exitCode } = await place.run("commit");
  expect(exitCode).toBe(8);
  const command = /finish it with `([^`]+)`/.exec(stderr)?.[1] ?? "";
  mkdirSync(place.path("below"));
  const ran = spawnSync("sh", ["-c", command], {
    cwd: place.path("below"),
    env: { ...place.env, GIT_EDITOR: "true" },
  });
  expect([command, ran.status]).toEqual(["git add ':/roadmap.md' && git merge --continue", 0]);
  expect(place.git("status", "--porcelain", "--untracked-files=no")).toBe("");
});

test("undo of resolve says that the conflict is back, and suggests resolve", async () => {
  const place = merging();
  await place.run("resolve", "--ours");
  const { output } = await inTerminal(place, "undo");
  expect(output).toContain("  note: the conflict is back\n");
  expect(output).toMatch(/\n→ roadmap resolve\n$/);
  expect((await inTerminal(place, "redo")).output).not.toContain("→ roadmap");
});

test("without git, the hint for a saved change is roadmap commit", async () => {
  const place = makePlace(plan);
  place.git("init", "-q");
  const { stderr, exitCode } = await place.runWith({ env: { PATH: place.folder } }, "start", "http", "--commit");
  expect([exitCode, stderr]).toEqual([
    8,
    "roadmap: saved, but not committed: git not found\n  install git 2.39 or later, then run `roadmap commit`\n",
  ]);
  expect(place.read()).toContain("In Progress");
});

test("the way out for starting a checked task reopens it", async () => {
  const place = makePlace(plan.replace("- [ ]", "- [x]"));
  const { stderr, exitCode } = await place.run("start", "t1");
  const command = /^ {2}(roadmap reopen .+)$/m.exec(stderr)?.[1] ?? "";
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining(" is done\n")]);
  expect((await place.shell(command.replace("roadmap", "$ROADMAP"))).exitCode).toBe(0);
  expect(place.read()).toBe(plan.replace("- [ ]", "- [/]"));
});

test.each([
  ["rename", "http", "--to", "rest"],
  ["set", "http", "--topic", "REST"],
])("%s notes that another topic has the same name", async (...args) => {
  const { stdout, exitCode } = await makePlace(plan).run(...args);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("  note: another topic has the same name: 2\n")]);
});

test("a hint for a line of JSON does not say that quotes are not needed", async () => {
  const { stderr, exitCode } = await makePlace(plan).runWith({ stdin: '{"op":"start","topic":7}\n' }, "apply");
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('"topic": name or part of it; 12 for row 12')]);
});
