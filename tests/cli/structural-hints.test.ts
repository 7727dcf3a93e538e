// The hints of refused structural changes can be run as printed, and succeed.

import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { inTerminal } from "../support/pty.js";

const phases =
  "## Phase 1: A\n\n| Topic | Status |\n|---|---|\n| A | Done |\n\n## Phase 2: B\n\n| Topic | Status |\n|---|---|\n| C | |\n\n## Phase 3: C\n";

test("a topic is added to the table under its phase; without exactly one, the tables are listed", async () => {
  const place = makePlace(phases);
  expect((await place.run("move", "a", "--to", "3")).stderr).toBe(
    'roadmap: no topic table has a phase "3"\n' +
      '  topic tables: 1 under "Phase 1: A" (line 3), 2 under "Phase 2: B" (line 9)\n',
  );
  place.write(phases.replace("Phase 3: C", "Phase 2: D\n\n| Topic | Status |\n|---|---|\n| E | |"));
  expect((await place.run("move", "a", "--to", "2")).stderr).toContain(
    "\n  choose a position: --after TOPIC or --before TOPIC\n",
  );
  expect((await place.run("move", "a", "--after", "e")).exitCode).toBe(0);
  expect(place.read()).toMatch(/\| E \| \|\n\| A \| Done \|\n$/);
});

test("a new phase can be placed next to a phase that is only the heading of a table", async () => {
  const place = makePlace(phases);
  const { stderr, exitCode } = await place.run("add", "phase", "New", "--beside", "Phase 1: A");
  expect([stderr, exitCode, place.read()]).toEqual(["", 0, `${phases}\n## Phase 4: New\n`]);
});

test("a track is matched by whole numbers: 2 is not 12", async () => {
  const text =
    "# T\n\n## 2. Two\n\n### A\n- [ ] a\n\n## 12. Twelve\n\n### X\n- [ ] b\n\n## 13. More\n\n### X\n- [ ] c\n";
  const place = makePlace(text);
  for (const args of [
    ["rename", "--phase", "X", "--to", "Y"],
    ["add", "task", "new", "--to", "X"],
  ]) {
    expect((await place.run(...args, "--track", "2")).exitCode).toBe(3);
    expect(place.read()).toBe(text);
  }
  expect((await place.run("add", "task", "new", "--to", "X", "--track", "12")).exitCode).toBe(0);
  expect(place.read()).toBe(text.replace("- [ ] b\n", "- [ ] b\n- [ ] new\n"));
  expect((await place.run("list", "--track", "2", "--json")).stdout).not.toContain('"b"');
});

test("a name in a suggested command runs nothing, and means the name", async () => {
  const name = "a $(touch hacked) `touch hacked`";
  const place = makePlace(
    `| Topic | Status | Started |\n|---|---|---|\n| ${name.replaceAll("`", "\\`")} | | 2026-02-02 |\n`,
  );
  const { stdout } = await place.run("doctor");
  const suggestion = stdout.split("\n").find((line) => line.startsWith("  roadmap set")) ?? "";
  expect(suggestion).toContain("--status in-progress");
  const { exitCode } = await place.shell(suggestion.replace("roadmap", "$ROADMAP"));
  expect(exitCode).toBe(0);
  expect(existsSync(place.path("hacked"))).toBe(false);
  expect(place.read()).toContain("| In Progress | 2026-02-02 |");
  const added = await inTerminal(place, "add", "phase", 'Say "hi" $HOME');
  expect(added.output).toContain("\n→ roadmap add task TEXT --phase 'Say \"hi\" $HOME'\n");
});

test("a refusal names the file that the user named", async () => {
  const place = makePlace({ "other.md": phases });
  const { stderr } = await place.run("remove", "c", "--file", "other.md");
  expect(stderr).toContain("  confirm with `roadmap --file other.md remove --yes c`, or preview with --dry-run");
});
