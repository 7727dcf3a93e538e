// Global options: dry runs, hashes, sizes, and files with odd names.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, referenceText } from "../support/program.js";

const small = "| Topic | Status |\n|---|---|\n| HTTP | |\n";
const smallStarted = "| Topic | Status |\n|---|---|\n| HTTP | In Progress |\n";

test("a dry run prints the diff, which git applies to the bytes of the real run, and writes nothing at all", async () => {
  const place = makePlace(referenceText);
  const before = statSync(place.path());
  const { stdout, stderr, exitCode } = await place.run("start", "http", "--dry-run");
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(stdout.split("\n").slice(2, 5)).toEqual(["--- a/roadmap.md", "+++ b/roadmap.md", "@@ -5,7 +5,7 @@"]);
  expect(stdout.match(/^[-+] ?\|/gm)).toHaveLength(2);
  expect(place.read()).toBe(referenceText);
  expect(statSync(place.path())).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs, ctimeMs: before.ctimeMs });
  expect(readdirSync(place.folder)).toEqual(["roadmap.md"]);
  place.write(stdout, "changes.diff");
  place.git("init", "-q");
  place.git("apply", "changes.diff");
  const applied = place.read();
  place.write(referenceText);
  await place.run("start", "http");
  expect(place.read()).toBe(applied);
});

test("a dry run without a change says so", async () => {
  const place = makePlace(smallStarted);
  const { stdout, exitCode } = await place.run("start", "http", "-n");
  expect(stdout.split("\n")[0]).toBe("◐ HTTP is already in progress. Nothing was changed.");
  expect(exitCode).toBe(0);
});

test("--if-match takes the whole hash or its first seven characters, in upper or lower case", async () => {
  const place = makePlace(small);
  const { hash } = JSON.parse((await place.run("list", "--json")).stdout);
  for (const hashOption of [hash, hash.slice(0, 7), hash.slice(0, 12).toUpperCase()]) {
    place.write(small);
    const { exitCode } = await place.run("start", "http", "--if-match", hashOption);
    expect(exitCode).toBe(0);
    expect(place.read()).toBe(smallStarted);
  }
  expect((await place.run("finish", "http", "--if-match", hash)).exitCode).toBe(5);
  expect(place.read()).toBe(smallStarted);
});

test.each([["abc"], ["not-a-hash"], [""], ["0".repeat(65)]])(
  "--if-match %j is not a hash, and nothing is done",
  async (hashOption) => {
    const place = makePlace(small);
    const { stdout, stderr, exitCode } = await place.run("start", "http", "--if-match", hashOption);
    expect(stdout).toBe("");
    expect(stderr).toContain("is not a file hash");
    expect(exitCode).toBe(2);
    expect(place.read()).toBe(small);
  },
);

test("--max-size refuses only larger files", async () => {
  const place = makePlace(small);
  const size = Buffer.byteLength(small);
  expect((await place.run("start", "http", "--max-size", `${size - 1}`)).exitCode).toBe(4);
  expect(place.read()).toBe(small);
  expect((await place.run("start", "http", "--max-size", `${size}`)).exitCode).toBe(0);
});

test.each([["0"], ["-1"], ["16M"], ["1e3"], [""], ["99999999999"]])("--max-size %j is not a size", async (size) => {
  const place = makePlace(small);
  const { stderr, exitCode } = await place.run("list", `--max-size=${size}`);
  expect(stderr).toContain("--max-size takes a number of bytes");
  expect(exitCode).toBe(2);
});

test.each([
  ["-rf.md"],
  [":(top)x.md"],
  ["*.md"],
  ["a b.md"],
  ["$(touch evil).md"],
  ["new\nline.md"],
  ["escape\u001b[31m.md"],
  ["図書.md"],
  ["no-extension"],
  [`${"n".repeat(252)}.md`],
  ["\u202egnp.md"],
])("a file named %j is changed like any other", async (name) => {
  const place = makePlace({ [name]: small, "other.md": small });
  const { stderr, exitCode } = await place.run("start", "http", `--file=${name}`);
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(place.read(name)).toBe(smallStarted);
  expect(place.read("other.md")).toBe(small);
  expect(readdirSync(place.folder).sort()).toEqual([name, "other.md"].sort());
});

test("global options can be before or after the command", async () => {
  for (const args of [
    ["--file", "other.md", "start", "http"],
    ["start", "--file", "other.md", "http"],
    ["start", "http", "--file", "other.md"],
    ["start", "http", "-f", "other.md"],
  ]) {
    const place = makePlace({ "roadmap.md": small, "other.md": small });
    expect((await place.run(...args)).exitCode).toBe(0);
    expect(place.read("other.md")).toBe(smallStarted);
    expect(place.read()).toBe(small);
  }
});

test("an invalid date in ROADMAP_TODAY is refused", async () => {
  const place = makePlace(small);
  const { stderr, exitCode } = await place.runWith({ env: { ROADMAP_TODAY: "someday" } }, "start", "http");
  expect(stderr).toContain('ROADMAP_TODAY is "someday", which is not a date');
  expect(exitCode).toBe(2);
  expect(readFileSync(place.path(), "utf8")).toBe(small);
});

test.each([
  ["today", "2026-11-22"],
  ["yesterday", "2026-11-21"],
  ["3 days ago", "2026-11-19"],
  ["monday", "2026-11-16"],
  ["2026-01-02", "2026-01-02"],
])("--date %s is %s", async (words, day) => {
  const place = makePlace(referenceText);
  const { stdout } = await place.run("start", "http", "--date", words);
  expect(stdout).toContain(`Started  (blank) → ${day}`);
});

test.each<[string[], string]>([
  [["add", "topic", "A", "--", "B"], "A -- B"],
  [["add", "topic", "A", "--", "B", "--", "C"], "A -- B -- C"],
  [["--no-color", "add", "topic", "--status", "done", "A", "--", "B"], "A -- B"],
  [["add", "topic", "A -- B"], "A -- B"],
  [["add", "topic", "A", "-", "B"], "A - B"],
  // Here it ends the options, as usual.
  [["add", "topic", "--", "-A", "B"], "-A B"],
  [["add", "topic", "--status", "done", "--", "A"], "A"],
  [["add", "topic", "A", "--", "-B"], "A -B"],
])("%j adds the topic %j", async (args, name) => {
  const place = makePlace(small);
  expect((await place.run(...args)).exitCode).toBe(0);
  expect(
    JSON.parse((await place.run("list", "--json")).stdout).topics.map((topic: { name: string }) => topic.name),
  ).toEqual(["HTTP", name]);
});

test("two dashes in the name of a topic or task are part of it in every command", async () => {
  const place = makePlace(
    "## Phase 1\n\n| Topic | Status | Comments |\n|---|---|---|\n| A -- B | | |\n| A B | | |\n\n- [ ] one -- two\n- [ ] one two\n",
  );
  for (const args of [
    ["start", "a", "--", "b"],
    ["show", "a", "--", "b"],
    ["set", "a", "--comments", "--", "--", "b"],
    ["check", "one", "--", "two"],
  ])
    expect(await place.run(...args), args.join(" ")).toMatchObject({ stderr: "", exitCode: 0 });
  expect(place.read()).toContain("| A -- B | In Progress | -- |\n| A B | | |\n\n- [x] one -- two\n- [ ] one two\n");
});

test.each(["timeline", "forecast"])("%s has nothing to show of a phase without topics", async (command) => {
  const place = makePlace(`# R\n\n## Phase 1: A\n\n${small}\n## Phase 2: B\n\n- [ ] x\n`);
  const { stdout, stderr, exitCode } = await place.run(command, "--phase", "2");
  expect([stdout, stderr, exitCode]).toEqual([
    "",
    'roadmap: no phase with topics matches "2"\n  run `roadmap progress` to see the phases\n',
    3,
  ]);
});

test("a blank name is refused with the list that shows the names", async () => {
  const place = makePlace(small);
  const hint = (list: string) => `type some words of its name; \`${list}\` shows all names\n`;
  expect((await place.run("check", " ")).stderr).toBe(`roadmap: no task given\n  ${hint("roadmap list --tasks")}`);
  expect((await place.run("finish", " ")).stderr).toBe(`roadmap: no topic given\n  ${hint("roadmap list")}`);
});

test.each([["list"], ["timeline"], ["forecast"], ["badge"]])(
  "`%s --to` is the same as `--phase`, and both together are refused",
  async (command) => {
    const place = makePlace(referenceText);
    const [phase, to] = await Promise.all(["--phase", "--to"].map((option) => place.run(command, option, "2")));
    expect(to).toEqual(phase);
    const both = await place.run(command, "--phase", "2", "--to", "2");
    expect([both.exitCode, both.stderr]).toEqual([2, expect.stringContaining("--phase and --to cannot be combined")]);
    expect((await place.run(command, "--help")).stdout).not.toContain("--to <phase>");
  },
);
