// Concurrent commits, and git's own locks: each waits its turn, nothing is lost, nothing is left over.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeRepository, type RepositoryPlace, topicRows } from "../support/repository.js";

const names = Array.from({ length: 24 }, (_, index) => `lesson ${index + 1} end`);
const lessons = `| Topic | Status |\n|---|---|\n${names.map((name) => `| ${name} | |\n`).join("")}`;

const leftOvers = (place: RepositoryPlace) =>
  readdirSync(place.path(".git")).filter((name) => /roadmap|lock/.test(name));

test("eight writers that commit, next to git itself, lose nothing and leave nothing behind", async () => {
  const place = makeRepository({ "roadmap.md": lessons, "other.txt": "0\n" });
  const wait = { env: { ROADMAP_LOCK_WAIT_MS: "120000" } };
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (const name of names.slice(writer * 3, writer * 3 + 3)) {
      const { exitCode, stderr } = await place.runWith(wait, "finish", name, "--commit");
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    }
  });
  const others = (async () => {
    for (let number = 1; number <= 6; number++) {
      const line = `echo ${number} > other.txt; until git commit --quiet -m "other ${number}" -- other.txt; do :; done`;
      expect((await place.shell(line)).exitCode).toBe(0);
    }
  })();
  await Promise.all([...writers, others]);
  const subjects = place.git("log", "--format=%s").trim().split("\n");
  expect(subjects.filter((subject) => subject.startsWith("roadmap: finish lesson")).length).toBe(names.length);
  expect(new Set(subjects).size).toBe(1 + names.length + 6);
  expect(place.committed().match(/\| Done \|/g)?.length).toBe(names.length);
  // `git commit` reads the index before it locks it, so it can put back the roadmap from before the commits it follows.
  const isStaged = (name: string) => place.git("show", ":roadmap.md").includes(`| ${name} | Done |`);
  const putBack = names.filter((name) => !isStaged(name)).map((name) => `roadmap: finish ${name}`);
  const beforeGit = subjects.slice(subjects.findIndex((subject) => subject.startsWith("other")));
  expect(beforeGit).toEqual(expect.arrayContaining(putBack));
  place.git("reset", "--quiet", "--", "roadmap.md");
  expect([place.status(), leftOvers(place)]).toEqual(["", []]);
});

test("the commit waits while another command holds the index, and is made afterwards", async () => {
  const place = makeRepository();
  writeFileSync(place.path(".git/index.lock"), "");
  const running = place.run("finish", "kafka", "--commit");
  while (place.read() === topicRows) await pause(5);
  expect(place.count()).toBe(1);
  rmSync(place.path(".git/index.lock"));
  expect((await running).exitCode).toBe(0);
  expect([place.count(), place.status(), leftOvers(place)]).toEqual([2, "", []]);
});

test.each([".git/index.lock", ".git/refs/heads/main.lock"])(
  "while %s exists, the change is saved but not committed, and the lock is left to its owner",
  async (lock) => {
    const place = makeRepository();
    writeFileSync(place.path(lock), "");
    const { exitCode, stderr } = await place.run("finish", "kafka", "--commit");
    expect([exitCode, place.count(), place.read() === topicRows]).toEqual([8, 1, false]);
    expect(stderr).toMatch(/another git command has locked|another program keeps/);
    rmSync(place.path(lock));
    expect((await place.run("commit")).exitCode).toBe(0);
    expect([place.status(), leftOvers(place)]).toEqual(["", []]);
  },
);

/** Commits `other.txt` like a program that ignores git's index lock: once, in the middle of our commit. */
const foreignCommit = [
  "if [ ! -e .git/done-once ]; then",
  "  touch .git/done-once",
  "  blob=$(echo 2 | $GIT hash-object -w --stdin)",
  "  (",
  "    export GIT_INDEX_FILE=.git/foreign-index",
  "    $GIT read-tree HEAD && $GIT update-index --cacheinfo 100644,$blob,other.txt",
  '    $GIT update-ref HEAD "$($GIT commit-tree -p HEAD -m foreign "$($GIT write-tree)")"',
  "  )",
  "fi",
];

async function expectBothCommits(place: RepositoryPlace, env: Readonly<Record<string, string>>): Promise<void> {
  expect((await place.runWith({ env }, "finish", "kafka", "--commit")).exitCode).toBe(0);
  expect(place.git("log", "--format=%s")).toBe("roadmap: finish Kafka\nforeign\nfirst\n");
  expect([place.committed("other.txt"), place.committed() === topicRows]).toEqual(["2\n", false]);
}

test("a commit made at the same time as ours is not reverted", async () => {
  const place = makeRepository({ "roadmap.md": topicRows, "other.txt": "1\n" });
  mkdirSync(place.path(".git/hooks"), { recursive: true });
  const hook = ["#!/bin/sh", "GIT=git", ...foreignCommit, ""].join("\n");
  writeFileSync(place.path(".git/hooks/prepare-commit-msg"), hook, { mode: 0o755 });
  await expectBothCommits(place, {});
});

test("a commit made just before git starts ours is not reverted", async () => {
  const place = makeRepository({ "roadmap.md": topicRows, "other.txt": "1\n" });
  // Only a replaced git can act at that moment: it commits first, then does what was requested.
  const real = (await place.shell("command -v git")).stdout.trim();
  mkdirSync(place.path(".git/bin"));
  const onCommit = ['case " $* " in *" commit "*)', ...foreignCommit, ";; esac"];
  const script = ["#!/bin/sh", `GIT=${real}`, ...onCommit, 'exec $GIT "$@"', ""].join("\n");
  writeFileSync(place.path(".git/bin/git"), script, { mode: 0o755 });
  await expectBothCommits(place, { PATH: `${place.path(".git/bin")}:${process.env.PATH}` });
});
