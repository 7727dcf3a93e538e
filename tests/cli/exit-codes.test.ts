// Exit codes: each one is produced for real, and its documentation lists exactly the existing ones.

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exitCodes } from "../../src/model/errors.js";
import { findLockPaths } from "../../src/store/lock/lock.js";
import { formatLockRecord, makeLockRecord } from "../../src/store/lock/lock-file.js";
import { makePlace, type Place, preloading, type Ran, referenceText } from "../support/program.js";

/** The error of a run that wrote nothing and left the file unchanged. */
function refusal(
  place: Place,
  { stdout, stderr, exitCode, signal }: Ran,
  text = referenceText,
): [number | null, string] {
  expect(stdout).toBe("");
  expect(signal).toBe(null);
  expect(place.read()).toBe(text);
  return [exitCode, stderr];
}

test("the page on exit codes lists exactly the codes of the program", () => {
  const page = readFileSync(new URL("../../docs/exit-codes.md", import.meta.url), "utf8");
  const rows = Array.from(page.matchAll(/^\| (\d+) +\| (\w+) +\|/gm), ([, code, name]) => [name, Number(code)]);
  expect(Object.fromEntries(rows)).toEqual(exitCodes);
  expect(rows).toHaveLength(Object.keys(exitCodes).length);
});

test("0: done, and already done", async () => {
  const place = makePlace(referenceText);
  expect((await place.run("start", "http")).exitCode).toBe(0);
  expect((await place.run("start", "http")).exitCode).toBe(0);
});

test("1: a finish before the start is refused", async () => {
  const text = referenceText.replace("| HTTP Fundamentals | 1 | |", "| HTTP Fundamentals | 1 | 2026-11-20 |");
  const place = makePlace(text);
  const [exitCode, stderr] = refusal(place, await place.run("finish", "http", "--date", "2026-11-19"), text);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("2026-11-20");
});

test.each([
  [
    ["strat", "http"],
    'roadmap: unknown command "strat"\n  did you mean `roadmap start http`? Run `roadmap --help` to see all commands\n',
  ],
  [
    ["start", "http", "--dat", "x"],
    "roadmap: unknown option --dat\n  did you mean `roadmap start http --date x`? Run `roadmap start --help` to see its usage\n",
  ],
  [
    ["completion"],
    "roadmap: completion: no shell given\n  use one of bash, zsh, fish, powershell: `roadmap completion bash`\n",
  ],
  [["next", "3"], "roadmap: next takes no arguments\n  run `roadmap next --help` to see its usage\n"],
  [["apply", "a", "b"], "roadmap: apply takes fewer arguments\n  run `roadmap apply --help` to see its usage\n"],
  [
    ["start", "http", "--date"],
    "roadmap: --date requires a value: --date DATE\n  run `roadmap start --help` to see its usage\n",
  ],
  [
    ["badge", "--show", "size"],
    'roadmap: --show must be one of count, percent, not "size"\n  run `roadmap badge --help` to see its usage\n',
  ],
  [["start", "http", "--date", "2026-02-30"], 'roadmap: "2026-02-30" is not a date\n'],
  [["set", "http"], "roadmap: nothing to set\n"],
  [["set", "http", "--status", "doing-ish"], 'roadmap: "doing-ish" is not a status\n'],
  [["unlock", "it"], "roadmap: unlock takes no arguments\n  run `roadmap unlock --help` to see"],
  [
    ["rename", "http", "--to", ""],
    "roadmap: --to requires a value: --to NAME\n  run `roadmap rename --help` to see its usage\n",
  ],
  [
    ["check", "goroutines", "--mark", "?"],
    'roadmap: invalid value for --mark: "?"\n  --mark MARK: x done, / in progress',
  ],
  [["rename", "http"], "roadmap: --to is required: the new name\n  roadmap rename http --to NAME\n"],
  [["rename"], "roadmap: --to is required: the new name\n  roadmap rename TOPIC --to NAME\n"],
  [["rename", "--phase", "1 a"], "roadmap: --to is required: the new name\n  roadmap rename --phase '1 a' --to NAME\n"],
  [["start", "http", "--proof"], "roadmap: unknown option --proof\n"],
  [["finish", "http", "--proof", "URL"], "roadmap: URL is a placeholder\n  replace it with the link: `--proof https"],
  [["set", "http", "--proof", "LINK"], "roadmap: LINK is a placeholder\n"],
  [["add", "topic", "x", "--phase", "1", "--proof", "URL"], "roadmap: URL is a placeholder\n"],
])("2: %j is invalid", async (args, said) => {
  const place = makePlace(referenceText);
  const [exitCode, stderr] = refusal(place, await place.run(...args));
  expect(exitCode).toBe(2);
  expect(stderr.startsWith(said)).toBe(true);
  expect(stderr.split("\n")).toHaveLength(3);
});

test("3: without a roadmap, a hint says how to create one", async () => {
  expect(await makePlace({}).run()).toEqual({
    stdout: "",
    stderr:
      "roadmap: no roadmap.md, ROADMAP.md or docs/roadmap.md in this folder or in its parents\n" +
      "  create one with `roadmap init`, or select yours with `--file FILE` or ROADMAP_FILE\n",
    exitCode: 3,
    signal: null,
  });
});

test.each([
  [["plan.md", "README.md"], "use `roadmap --file plan.md` to read that file, or create one with `roadmap init`"],
  [["my plan.md"], "use `roadmap --file 'my plan.md'` to read that file, or create one with `roadmap init`"],
  [["a.md", "b.md"], "create one with `roadmap init`, or select yours with `--file FILE` or ROADMAP_FILE"],
  [["notes.txt", ".a.md"], "create one with `roadmap init`, or select yours with `--file FILE` or ROADMAP_FILE"],
  [
    ["README.md", "a.md", "b.md"],
    "use `roadmap --file README.md` to read that file, or create one with `roadmap init`",
  ],
])("3: without a roadmap, the hint names the only other Markdown file of %j", async (names, hint) => {
  const text = names.length < 3 ? "# Notes\n" : "| Gubbins | Status |\n|---|---|\n| a | Done |\n";
  const place = makePlace(Object.fromEntries(names.map((name) => [name, text])));
  const { stderr, exitCode } = await place.run("list");
  expect([exitCode, stderr.split("\n")[1]?.trim()]).toEqual([3, hint]);
});

test.each([
  ["--file", "there-is-none.md"],
  ["apply", "there-is-none.jsonl"],
])("3: %s with a file that does not exist", async (...args) => {
  const place = makePlace(referenceText);
  const [exitCode, stderr] = refusal(place, await place.run(...args));
  expect(exitCode).toBe(3);
  expect(stderr).toContain(args[1]);
});

const conflicted = `# Plan

| Topic | Status |
|---|---|
| REST | |
<<<<<<< HEAD
| HTTP | Done |
=======
| HTTP | |
>>>>>>> theirs
`;

test("4: a file with merge conflicts is shown with a warning, and not changed", async () => {
  const place = makePlace(conflicted);
  const warning = "roadmap.md:6:1  CONFLICT_MARKERS  the file has unresolved merge conflicts\n";
  for (const command of [[], ["list"], ["next"], ["progress"]]) {
    const viewed = await place.run(...command);
    expect(viewed.exitCode).toBe(0);
    expect(viewed.stderr.startsWith(warning)).toBe(true);
    expect(viewed.stdout).not.toBe("");
  }
  expect((await place.run("show", "rest")).exitCode).toBe(0);
  for (const args of [
    ["start", "rest"],
    ["start", "rest", "--dry-run"],
  ]) {
    const [exitCode, stderr] = refusal(place, await place.run(...args), conflicted);
    expect(exitCode).toBe(4);
    expect(stderr).toBe(
      "roadmap: roadmap.md has unresolved merge conflicts\n" +
        "  resolve them with `roadmap resolve`, or in an editor: choose a side and delete the conflict markers\n",
    );
  }
});

test.each([
  ["UTF-16", Buffer.from("\ufeff# Plan\n", "utf16le"), "is UTF-16, not UTF-8: invalid byte 0xFF at offset 0"],
  ["Latin 1", Buffer.from("# Caf\xe9\n", "latin1"), "is not UTF-8: invalid byte 0xE9 at offset 5"],
  ["a cut character", Buffer.from([0x23, 0x20, 0xe2, 0x82]), "is not UTF-8: invalid byte 0xE2 at offset 2"],
])("4: views and changes refuse %s, and name the byte", async (_, bytes, said) => {
  const place = makePlace(bytes);
  for (const args of [["list"], ["start", "http"]]) {
    const { stdout, stderr, exitCode } = await place.run(...args);
    expect(stdout).toBe("");
    expect(stderr).toContain(`roadmap: roadmap.md ${said}\n`);
    expect(exitCode).toBe(4);
  }
  expect(readFileSync(place.path()).equals(bytes)).toBe(true);
});

test("4: a missing column is reported with the command that adds it", async () => {
  const text = "| Topic | Status |\n|---|---|\n| HTTP | |\n";
  const place = makePlace(text);
  const [exitCode, stderr] = refusal(place, await place.run("finish", "http", "--proof", "https://example.org"), text);
  expect(exitCode).toBe(4);
  expect(stderr).toBe('roadmap: the table of "HTTP" has no proof column\n  roadmap add column proof\n');
});

test("5: --if-match with the hash of another text", async () => {
  const place = makePlace(referenceText);
  const [exitCode, stderr] = refusal(place, await place.run("start", "http", "--if-match", "0123456789abcdef"));
  expect(exitCode).toBe(5);
  expect(stderr).toContain("roadmap.md has changed since you read it: its hash is now");
});

test("6: a lock held by a running process", async () => {
  const place = makePlace(referenceText);
  const lock = findLockPaths(place.path(), place.env).beside;
  // The process that runs this test is alive as long as the test.
  writeFileSync(lock, formatLockRecord(makeLockRecord()));
  const [exitCode, stderr] = refusal(place, await place.run("start", "http"));
  expect(exitCode).toBe(6);
  expect(stderr).toContain(`${process.pid}`);
  expect(stderr).toContain("roadmap unlock");
  const kept = await place.run("unlock");
  expect(kept.exitCode).toBe(6);
  expect(kept.stdout).toContain("if nothing else is changing the roadmap, run `roadmap unlock --force`");
  expect((await place.run("list")).exitCode).toBe(0);
  const tried = await place.run("unlock", "--force", "-n");
  expect([tried.exitCode, tried.stdout]).toEqual([0, expect.stringMatching(/^would remove the lock/)]);
  const forced = await place.run("unlock", "--force");
  expect(forced.stdout).toMatch(/^✓ removed the lock held by process \d+ on /);
  expect(forced.exitCode).toBe(0);
  expect((await place.run("start", "http")).exitCode).toBe(0);
});

test("7: a full disk", async () => {
  const place = makePlace(referenceText);
  const [exitCode, stderr] = refusal(place, await place.shell("ulimit -f 0; exec $ROADMAP start http"));
  expect(exitCode).toBe(7);
  expect(stderr).toMatch(/^roadmap: .+\n {2}.+\n$/);
});

test.each([["list"], ["--help"], ["--version"], ["list --json"], ["start http --dry-run"]])(
  "7: %s with a full stdout",
  async (args) => {
    const place = makePlace(referenceText);
    const [exitCode, stderr] = refusal(place, await place.shell(`$ROADMAP ${args} > /dev/full`));
    expect(exitCode).toBe(7);
    expect(stderr).toContain("cannot write the output");
  },
);

test("7: with a full stdout after a saved change, the message says that it is saved", async () => {
  const place = makePlace(referenceText);
  const { stderr, exitCode } = await place.shell("$ROADMAP start http > /dev/full");
  expect(exitCode).toBe(7);
  expect(stderr).toMatch(/^roadmap: saved, but cannot write the output/);
  expect(place.read()).toContain("| HTTP Fundamentals | 1 | 2026-11-22 |");
});

test("7: after a saved change, no hint suggests running it again", async () => {
  const place = makePlace(referenceText);
  await place.run("finish", "docker");
  await place.run("start", "http");
  for (const command of ["undo", "redo", "add task new one --after t3", "finish http"]) {
    const before = place.read();
    const { stderr, exitCode } = await place.shell(`$ROADMAP ${command} > /dev/full`);
    expect([stderr, exitCode]).toEqual([
      "roadmap: saved, but cannot write the output: no space left on the disk\n" +
        "  the change is saved: do not run this again\n",
      7,
    ]);
    expect(place.read()).not.toBe(before);
  }
});

test("70: a bug is reported with its stack, and the file is not changed", async () => {
  const place = makePlace(referenceText);
  const fault = "Math.random = () => { throw new TypeError('this is a test') };";
  place.write(fault, "fault.cjs");
  const env = preloading(place.path("fault.cjs"));
  const [exitCode, stderr] = refusal(place, await place.runWith({ env }, "start", "http"));
  expect(exitCode).toBe(70);
  expect(stderr).toMatch(/^roadmap: internal error; your file was not changed\n {2}TypeError: this is a test\n/);
  expect(stderr.trimEnd()).toMatch(/\n {2}please report this with these lines, and the file if you can share it$/);
  const json = await place.runWith({ env }, "start", "http", "--json");
  expect(JSON.parse(json.stderr)).toMatchObject({ kind: "error", code: "BUG", exitCode: 70 });
  expect([json.stdout, json.exitCode]).toEqual(["", 70]);
});

test("an unknown time zone is noted once, and stderr has nothing else", async () => {
  const place = makePlace("# Plan\n\n- [ ] write\n");
  const env = { TZ: "Nowhere/City", ROADMAP_TODAY: undefined };
  const { stderr, exitCode } = await place.runWith({ env }, "list", "--tasks");
  expect([stderr, exitCode]).toEqual([
    'note: unknown time zone "Nowhere/City" in TZ, so dates are in UTC\n  set one like `export TZ=Europe/Berlin`\n',
    0,
  ]);
  expect((await place.runWith({ env }, "list", "--tasks", "--json")).stderr).toBe("");
});
