// Planned dates in the whole program: no future date counts, and doubtful cases are asked about.

import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";

const plan = `# Plan

| Topic | Phase | Started | Finished | Status | Proof |
|---|---|---|---|---|---|
| Kafka | 1 | 2026-11-01 | 2026-12-31 | In Progress | |
| Redis | 1 | 2026-12-07 | 2026-12-13 | | |
| Go | 2 | 2026-09-01 | 2026-10-13 | In Progress | |
`;

/** The rows that differ from the plan. */
const changed = (text: string) => text.split("\n").filter((line, row) => line !== plan.split("\n")[row]);

test("a planned topic counts as done nowhere", async () => {
  const place = makePlace(plan);
  const data = async (...args: string[]) => JSON.parse((await place.run(...args, "--json")).stdout);
  expect((await data("progress")).all).toMatchObject({ done: 0, total: 3 });
  expect((await data("list")).topics.map(({ status }: { status: string }) => status)).toEqual([
    ...["in-progress", "not-started", "in-progress"],
  ]);
  expect((await data("stats")).done).toBe(0);
  expect((await data("burnup")).done).toBe(0);
  expect((await data("progress", "--by", "month")).groups).toEqual([]);
  expect((await data("next")).next.at(-1)).toMatchObject({ name: "Redis", command: "roadmap start redis" });
  expect((await place.run("export", "csv")).stdout).toContain("not-started");
  expect((await place.run("export", "ics")).stdout).not.toContain("Finished:");
  expect((await place.run("doctor")).exitCode).toBe(0);
});

test("finishing a planned topic writes today and says what it replaced", async () => {
  const place = makePlace(plan);
  const { stdout, exitCode } = await place.run("finish", "kafka");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Finished  2026-12-31 → 2026-11-22   21 days\n");
  expect(stdout).toContain("the planned finish date 2026-12-31 was replaced by 2026-11-22");
  expect(changed(place.read())).toEqual(["| Kafka | 1 | 2026-11-01 | 2026-11-22 | Done | |"]);
});

test("a past finish date is refused with two commands, and each of them works", async () => {
  const place = makePlace({ "my plan.md": plan });
  const refused = await place.run("--file", "my plan.md", "finish", "go", "--proof", "https://a.example/?a=1&b=2");
  expect([refused.exitCode, place.read("my plan.md")]).toEqual([3, plan]);
  const commands = Array.from(refused.stderr.matchAll(/`roadmap (.*?)`/g), ([, command]) => command);
  expect(commands).toHaveLength(2);
  for (const [index, day] of ["2026-10-13", "2026-11-22"].entries()) {
    place.write(plan, "my plan.md");
    expect((await place.shell(`$ROADMAP ${commands[index]}`)).exitCode).toBe(0);
    expect(changed(place.read("my plan.md"))).toEqual([
      `| Go | 2 | 2026-09-01 | ${day} | Done | https://a.example/?a=1&b=2 |`,
    ]);
  }
});

test("the two commands repeat the options about saving", async () => {
  const place = makePlace(plan);
  for (const options of [["--commit"], ["--no-commit"], ["--dry-run"], ["--commit", "--dry-run"]]) {
    const { stderr } = await place.run("finish", "go", ...options);
    expect(stderr).toContain(`\`roadmap finish go ${options.join(" ")} --date 2026-10-13\``);
  }
});

test("a weekday is in the future for a due date and in the past for other dates", async () => {
  const place = makePlace(plan);
  expect((await place.run("export", "ics", "--due", "monday")).stdout).toContain("DTSTART;VALUE=DATE:20261123");
  expect((await place.run("finish", "kafka", "--date", "monday")).exitCode).toBe(0);
  expect(changed(place.read())).toEqual(["| Kafka | 1 | 2026-11-01 | 2026-11-16 | Done | |"]);
});

test("a line of apply without a required date is refused and named", async () => {
  const place = makePlace(plan);
  const lines = (last: string) => `{"op":"start","topic":"redis"}\n${last}\n`;
  const refused = await place.runWith({ stdin: lines('{"op":"finish","topic":"go"}') }, "apply");
  expect(refused.stderr).toBe(
    'roadmap: line 2: "Go" already has a finish date, 2026-10-13: was it finished then, or was that a plan?\n' +
      '  add "date": "2026-10-13", or "date": "2026-11-22" to that line; no operation was applied\n',
  );
  expect([refused.exitCode, place.read()]).toEqual([3, plan]);
  const done = await place.runWith({ stdin: lines('{"op":"finish","topic":"go","date":"2026-10-13"}') }, "apply");
  expect(done.exitCode).toBe(0);
  expect(changed(place.read())).toEqual([
    "| Redis | 1 | 2026-11-22 | 2026-12-13 | In Progress | |",
    "| Go | 2 | 2026-09-01 | 2026-10-13 | Done | |",
  ]);
});

test.skipIf(!hasTerminal)("in a terminal, finish asks when the topic was finished", async () => {
  const place = makePlace(plan);
  const terminal = openTerminal(place, "$ROADMAP finish go --proof https://a.example");
  await terminal.until("When was it finished?");
  expect(place.read()).toBe(plan);
  terminal.type("Down", "Enter");
  expect(await terminal.exitCode()).toBe(0);
  expect(changed(place.read())).toEqual(["| Go | 2 | 2026-09-01 | 2026-11-22 | Done | https://a.example |"]);
});

test.each([
  ["finish", "tomorrow", "finished 2026-11-23"],
  ["finish", "31.12.2026", "finished 2026-12-31"],
  ["start", "in a week", "started 2026-11-29"],
])("%s --date %s is refused with a command that plans, and it works", async (verb, date, option) => {
  const place = makePlace(plan.replace("2026-12-07 | 2026-12-13", " | "));
  const before = place.read();
  const { stderr, exitCode } = await place.run(verb, "redis", "--date", date);
  expect([exitCode, place.read()]).toEqual([2, before]);
  const [, command] = /`roadmap (.*?)`/.exec(stderr) ?? [];
  expect(command).toBe(`set redis --${option}`);
  expect((await place.shell(`$ROADMAP ${command}`)).exitCode).toBe(0);
  expect(place.read()).toContain(` ${option.split(" ")[1]} `);
  expect(JSON.parse((await place.run("show", "redis", "--json")).stdout).topic.status).toBe("not-started");
});

test("if everything left is blocked, next lists it", async () => {
  const place = makePlace("| Topic | Status |\n|---|---|\n| Kafka | Blocked |\n| SQL | Done |\n\n- [!] ask Ada\n");
  const { stdout } = await place.run("next");
  expect(stdout).toMatch(/^Waiting\n/);
  expect(stdout).toMatch(/Kafka +blocked/);
  expect(stdout).toMatch(/ask Ada +blocked/);
  expect((await place.run()).stdout).not.toContain("nothing is left");
});

test("a plan stays a plan in commits, `log` and `log --verify`, whenever they are read", async () => {
  const place = makePlace(plan);
  place.git("init", "-q", "-b", "main");
  place.git("add", ".");
  place.git("commit", "-qm", "begin");
  expect((await place.run("set", "redis", "--finished", "9999-12-31", "--commit")).exitCode).toBe(0);
  expect(place.git("log", "-1", "--format=%s").trim()).toBe("roadmap: update Redis (finished)");
  expect((await place.run("set", "redis", "--started", "", "--finished", "2026-11-20", "--commit")).exitCode).toBe(0);
  expect(place.git("log", "-1", "--format=%s").trim()).toBe("roadmap: finish Redis");
  // The commit's clock is not the one by which the status was read, so `log --verify` ignores that status.
  expect((await place.run("set", "redis", "--finished", "2026-11-23", "--commit")).exitCode).toBe(0);
  expect(place.git("log", "-1", "--format=%b")).toContain("reads as done -> not-started");
  const { stdout } = await place.run("log");
  expect(stdout).toContain("Redis   finished  2026-12-13 → 9999-12-31\n");
  for (const ROADMAP_TODAY of ["2026-11-22", "2020-01-01", "2031-01-01"]) {
    const verified = await place.runWith({ env: { ROADMAP_TODAY } }, "log", "--verify");
    expect([verified.exitCode, verified.stderr]).toEqual([0, ""]);
  }
  const then = await place.runWith({ env: { ROADMAP_TODAY: "2026-11-22" } }, "diff", "HEAD~3..HEAD~2", "--json");
  expect(JSON.parse(then.stdout).differences[0].status).toEqual({ from: "not-started", to: "not-started" });
});
