// Messages: refusals and notes are true, and their hints work.

import { userInfo } from "node:os";
import { expect, test } from "vitest";
import { makePlace, referenceText } from "../support/program.js";
import { inTerminal } from "../support/pty.js";

test("a phase is one phase, whatever the case in its cells", async () => {
  const place = makePlace(
    "| Topic | Phase | Status |\n|---|---|---|\n| A | 1 | |\n| B | week 2 | |\n| C | Week 2 | |\n",
  );
  for (const words of [
    ["set", "A", "--phase", "WEEK 2"],
    ["add", "topic", "K", "--phase", "2"],
    ["add", "topic", "K2", "--phase", "Week 2"],
    ["move", "B", "--to", "1"],
  ]) {
    const { stderr, exitCode } = await place.run(...words);
    expect([words, exitCode, stderr]).toEqual([words, 0, ""]);
  }
});

test("Phase 3 is the phase that views show as Phase 3, and is written as in its cells", async () => {
  const place = makePlace(referenceText);
  await place.run("add", "topic", "X", "--phase", "Phase 3");
  await place.run("move", "caching strategies", "--to", "phase 3");
  await place.run("set", "kafka", "--phase", "Phase 3");
  expect(place.read()).toMatch(/\| X \| 3 \|/);
  expect(place.read()).not.toMatch(/\| *Phase 3 *\|/i);
  const { stdout } = await place.run("list", "--phase", "Phase 3", "--topics", "--json");
  expect(JSON.parse(stdout).topics.map(({ name }: { name: string }) => name)).toContain("X");
  expect((await place.run("progress")).stdout.match(/^ {2}Phase 3/gm)).toHaveLength(1);
});

test("a missing column is added to the table that lacks it", async () => {
  const table = (name: string) => `| Topic | Status |\n|---|---|\n| ${name} | |\n`;
  const place = makePlace(`${table("A")}\ntext\n\n${table("B")}`);
  const { stdout } = await place.run("start", "B");
  expect(stdout).toContain("`roadmap add column started --table 2` adds it");
  const { stderr } = await place.run("set", "B", "--comments", "x");
  expect(stderr).toContain("\n  roadmap add column comments --table 2\n");
  expect((await place.run("add", "column", "comments", "--table", "2")).exitCode).toBe(0);
  expect((await place.run("set", "B", "--comments", "x")).exitCode).toBe(0);
});

test("an empty HOME does not mean a folder below the current one", async () => {
  const { stdout } = await makePlace(referenceText).shell("unset XDG_STATE_HOME; HOME= $ROADMAP config");
  expect(stdout).toContain(`${userInfo().homedir}/.local/state/roadmap`);
});

test("no problems are claimed to be absent that were not searched for", async () => {
  const place = makePlace(referenceText);
  const { stderr, exitCode } = await place.run("doctor", "--strict", "--only", "LINK_DEAD");
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("roadmap doctor --links --only LINK_DEAD")]);
  const { stdout } = await place.run("doctor", "--only", "PHASE_GAP");
  expect(stdout).toBe("✓ roadmap.md: no matching problems  36 topics, 35 tasks\n");
});

test.each([["export", "svg"], ["badge"]])("an empty file name is refused: %s %s", async (...words) => {
  const { stderr, exitCode } = await makePlace(referenceText).run(...words.filter(Boolean), "-o", "");
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("the file name is empty")]);
});

test("the next command after init works, even for a file name with a leading dash", async () => {
  const place = makePlace({ "roadmap.md": referenceText });
  const { output } = await inTerminal(place, "init", "--", "-x.md");
  expect(output).toContain("→ roadmap add topic NAME --file ./-x.md\n");
});

test("a start date after the finish date is the error, and the hint names both", async () => {
  const place = makePlace("| Topic | Started | Finished | Status |\n|---|---|---|---|\n| A | | 2026-01-01 | Done |\n");
  const { stderr } = await place.run("set", "A", "--started", "2026-11-02");
  expect(stderr).toContain('cannot start "A" on 2026-11-02: it was finished on 2026-01-01\n');
  expect(stderr).toContain("`roadmap set a --started 2026-11-02 --finished DATE`");
  expect((await place.run("set", "a", "--started", "2026-11-02", "--finished", "2026-11-03")).exitCode).toBe(0);
});

test("tasks about a topic contain its words, not only its letters", async () => {
  const place = makePlace(
    "| Topic | Status |\n|---|---|\n| AI | |\n| C++ | |\n\n## T\n\n- [ ] write email\n- [ ] use AI, daily\n- [ ] c++ book\n",
  );
  const { stdout } = await place.run("show", "AI");
  expect(stdout).toContain("use AI, daily");
  expect(stdout).not.toContain("email");
});

test("if no date is late enough, the timeline says so", async () => {
  const place = makePlace("| Topic | Started | Status |\n|---|---|---|\n| A | 2026-01-01 | Done |\n");
  await place.run("finish", "A", "--date", "2026-01-05");
  const { stdout } = await place.run("timeline", "--since", "2026-09-01");
  expect(stdout).toContain(
    "no topic has a date since 2026-09-01\n  run `roadmap timeline` to see all topics with a date\n",
  );
});

test.each([
  ["skip", "Skipped"],
  ["block", "Blocked"],
])("after %s, the change does not suggest starting the topic", async (command, status) => {
  const place = makePlace("| Topic | Status |\n|---|---|\n| HTTP | |\n| REST | |\n");
  expect((await inTerminal(place, command, "http")).output).toMatch(/\n→ roadmap start rest\n$/);
  expect(place.read()).toContain(`| HTTP | ${status} |`);
});
