// init: the file it creates, the files it never overwrites, and what it reports about nearby roadmaps.

import { lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, type Place, referenceText } from "../support/program.js";
import { inTerminal } from "../support/pty.js";

const small = "| Topic | Status |\n|---|---|\n| Here | |\n";

test("init --template creates a roadmap that other commands read, and suggests the first step", async () => {
  const place = makePlace({});
  expect(await inTerminal(place, "init", "--template", "backend")).toEqual({
    output: "✓ Created roadmap.md: 16 topics in 4 phases, 12 tasks.\n→ roadmap start language\n",
    exitCode: 0,
  });
  expect(readdirSync(place.folder)).toEqual(["roadmap.md"]);
  const dashboard = await place.run();
  expect([dashboard.stderr, dashboard.exitCode]).toEqual(["", 0]);
  expect(dashboard.stdout).toMatch(
    /^Backend Engineering Roadmap +2026-11-22\n\nNext\n {2}○ 1 {2}One Language in Depth +Phase 1\n/,
  );
  expect(dashboard.stdout).toMatch(/\nTopics +0\/16\n {2}Phase 1: Foundations +0\/4\n {2}Phase 2: /);
  expect(dashboard.stdout).toMatch(/\nTasks +0\/12\n(?:.+\n)* {2}Phase 4: Growing It +0\/3\n$/);
  expect((await place.run("start", "one", "language")).exitCode).toBe(0);
  expect((await place.run("fmt", "--check")).exitCode).toBe(0);
});

test("init creates a blank topic table titled after the folder, or with --title", async () => {
  const place = makePlace({});
  const { output } = await inTerminal(place, "init");
  expect(output).toBe("✓ Created roadmap.md: an empty topic table.\n→ roadmap add topic NAME\n");
  expect(place.read()).toMatch(/^# work Roadmap\n\n\| Topic \| Phase # \| .* \|\n\|-+\|[-|]*\|\n$/);
  mkdirSync(place.path(" "));
  await place.run("init", " /plan.md");
  expect(place.read(" /plan.md").split("\n")[0]).toBe("# Roadmap");
  await place.run("init", "year.md", "--title", "My year");
  expect(place.read("year.md").split("\n")[0]).toBe("# My year");
});

async function refused(place: Place, [code, exitCode]: [string, number], ...args: string[]) {
  const before = readdirSync(place.folder);
  for (const more of [[], ["-n"]]) {
    const { stdout, stderr, exitCode: given } = await place.run("init", ...args, ...more, "--json");
    expect([stdout, given, JSON.parse(stderr).code]).toEqual(["", exitCode, code]);
  }
  expect(readdirSync(place.folder)).toEqual(before);
}

test("init overwrites nothing: no file, no folder, no broken link", async () => {
  const place = makePlace({ "plan.md": "mine" });
  mkdirSync(place.path("docs"));
  symlinkSync("nowhere.md", place.path("link.md"));
  for (const name of ["plan.md", "docs", "docs/", "link.md"]) await refused(place, ["FILE_EXISTS", 1], name);
  await refused(place, ["FOLDER_NOT_FOUND", 3], "none/roadmap.md");
  await refused(place, ["FOLDER_NOT_FOUND", 3], "plan.md/roadmap.md");
  expect(place.read("plan.md")).toBe("mine");
  expect(readlinkSync(place.path("link.md"))).toBe("nowhere.md");
  expect(lstatSync(place.path("nowhere.md"), { throwIfNoEntry: false })).toBeUndefined();
});

test("the same file named twice is accepted, and two different files are refused", async () => {
  const place = makePlace({});
  await refused(place, ["USAGE", 2], "a.md", "--file", "b.md");
  expect((await place.run("init", "plan.md", "--file", "plan.md")).exitCode).toBe(0);
  expect(readdirSync(place.folder)).toEqual(["plan.md"]);
});

test("the hint for a missing --from file does not mention another command", async () => {
  const { stderr, exitCode } = await makePlace({}).run("init", "--from", "none.csv");
  expect(stderr).toContain("pass an existing file: a CSV, or the output of `roadmap export json`");
  expect([stderr.includes("roadmap import"), exitCode]).toEqual([false, 3]);
});

test("one of twenty simultaneous runs creates the file, and the others say that it exists", async () => {
  const place = makePlace({});
  const runs = await Promise.all(
    Array.from({ length: 20 }, (_, index) => place.run("init", "roadmap.md", "--title", `Title ${index}`)),
  );
  const done = runs.flatMap(({ exitCode }, index) => (exitCode === 0 ? [index] : []));
  expect(done).toHaveLength(1);
  expect(place.read()).toMatch(new RegExp(`^# Title ${done[0]}\n`));
  for (const { stderr, exitCode } of runs.filter((run) => run.exitCode !== 0)) {
    expect(exitCode).toBe(1);
    expect(stderr).toContain("roadmap.md already exists; nothing was written");
  }
});

test("next to an existing roadmap, another is created only if named, with a note", async () => {
  const place = makePlace({});
  mkdirSync(place.path("docs"));
  place.write(small, "docs/roadmap.md");
  await refused(place, ["FILE_EXISTS", 1]);
  const hiding = await inTerminal(place, "init", "roadmap.md");
  expect(hiding.output).toContain(
    "  note: in this folder, `roadmap` now opens this file instead of docs/roadmap.md\n→ roadmap add topic NAME\n",
  );
  const hidden = await inTerminal(place, "init", "a b.md", "--template", "data");
  expect(hidden.output).toContain(
    "  note: in this folder, `roadmap` still opens roadmap.md; use --file to open this file\n" +
      "→ roadmap start python --file 'a b.md'\n",
  );
  const alone = makePlace({});
  expect((await alone.run("init", "plan.md")).stdout).toContain("  note: `roadmap` opens this file only with --file");
});

test("the file can also be named with --file or $ROADMAP_FILE, but not twice", async () => {
  const place = makePlace({});
  await place.run("init", "--file", "one.md");
  await place.runWith({ env: { ROADMAP_FILE: "two.md" } }, "init");
  expect(readdirSync(place.folder)).toEqual(["one.md", "two.md"]);
  await refused(place, ["USAGE", 2], "three.md", "--file", "four.md");
  await refused(place, ["USAGE", 2], "");
  await refused(place, ["USAGE", 2], "--title", " ");
  await refused(place, ["USAGE", 2], "--template", "cooking");
});

test("a dry run shows the whole file and writes nothing", async () => {
  const place = makePlace({});
  const { stdout, exitCode } = await place.run("init", "--template", "devops", "-n");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^--- a\/roadmap\.md\n\+\+\+ b\/roadmap\.md\n@@ -0,0 \+1,\d+ @@\n\+# DevOps and Platform Roadmap\n/,
  );
  expect(readdirSync(place.folder)).toEqual([]);
});

test("--from imports the topics of a CSV by column name, and aligns the table", async () => {
  const csv = 'Skill;Week;State;Owner;End;Notes\nHTTP;1;done;Bob;31.12.2025;"a | b\nc"\nSQL;2;;Bob;;=1+2\n';
  const place = makePlace({ "topics.csv": csv });
  const refusal = await place.run("init", "--from", "topics.csv");
  expect([refusal.exitCode, refusal.stderr]).toEqual([2, expect.stringContaining('pass --ignore "Owner" to skip it')]);
  expect(readdirSync(place.folder)).toEqual(["topics.csv"]);
  expect(await place.run("init", "--from", "topics.csv", "--ignore", "owner", "--title", "Two")).toMatchObject({
    stdout: "✓ Created roadmap.md: 2 topics in 2 phases.\n",
    stderr: "",
    exitCode: 0,
  });
  expect(place.read().replace(/ +/g, " ").split("\n")).toEqual([
    "# Two",
    "",
    "| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |",
    expect.stringMatching(/^\|[-|]+\|$/),
    "| HTTP | 1 | | 2025-12-31 | a \\| b<br>c | Done | | | |",
    "| SQL | 2 | | | =1+2 | | | | |",
    "",
  ]);
  expect((await place.run("fmt", "--check")).exitCode).toBe(0);
});

test("--from imports the topics of an export, and notes that its tasks are omitted", async () => {
  const place = makePlace({ "old.md": referenceText });
  await place.shell(
    "$ROADMAP finish http --proof https://a.example -f old.md; $ROADMAP export json -f old.md > old.json",
  );
  const { stdout, stderr, exitCode } = await place.run("init", "new.md", "--from", "old.json");
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(stdout).toContain("✓ Created new.md: 36 topics in 8 phases.\n  note: 35 tasks not included");
  const topicsIn = async (file: string) => {
    const { topics } = JSON.parse((await place.run("list", "--json", "-f", file)).stdout);
    return topics.map(({ line: _, track: __, statusText: ___, ...topic }: Record<string, unknown>) => topic);
  };
  expect(await topicsIn("new.md")).toEqual(await topicsIn("old.md"));
});

test("--from refuses what it cannot import, with its position, and nothing is written", async () => {
  const place = makePlace({
    "twice.csv": "Topic,Phase,Notes\nHTTP,1,a\nSQL,1,\nHTTP,1,b\n",
    "broken.csv": 'Topic\n"HTTP\n',
    "other.json": "[1]",
    "notes.txt": "Topic\n",
  });
  await refused(place, ["TOPIC_REPEATED", 2], "--from", "twice.csv");
  await refused(place, ["CSV_BROKEN", 2], "--from", "broken.csv");
  await refused(place, ["JSON_UNKNOWN", 2], "--from", "other.json");
  await refused(place, ["USAGE", 2], "--from", "notes.txt");
  await refused(place, ["FILE_NOT_FOUND", 3], "--from", "none.csv");
  await refused(place, ["USAGE", 2], "--from", "twice.csv", "--template", "data");
  await refused(place, ["USAGE", 2], "--ignore", "Notes");
});
