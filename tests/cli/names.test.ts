// Names: how words on the command line find the one topic or task, and the errors if they do not.

import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { hasPty, inTerminal } from "../support/pty.js";

const roadmap = `# Names

| Topic | Phase | Status | Started | Finished |
|---|---|---|---|---|
| HTTP | 1 | Done | 2026-03-01 | 2026-03-02 |
| HTTP caching | 1 | | | |
| HTTP proxies | 2 | | | |
| Graph search algorithms | 2 | | | |
| Docker | 3 | | | |
| docker compose | 3 | | | |
| Kafka | 3 | | | |
| Kafka | 4 | | | |
| #3 | 4 | | | |
| 2.1 | 4 | | | |
| 42 | 4 | | | |
| 🚀 | 4 | | | |
| **Über** Café | 5 | | | |
| | 5 | | | |

- [ ] write the parser
- [ ] write the printer
- [ ] draw the graph
`;

test.each([
  ["an exact name", ["http", "caching"], "HTTP caching"],
  ["an exact name that other names begin with", ["docker"], "Docker"],
  ["a prefix", ["http", "c"], "HTTP caching"],
  ["a run of words", ["search", "algorithms"], "Graph search algorithms"],
  ["a set of words", ["search", "graph"], "Graph search algorithms"],
  ["one text in quotes", ["graph search"], "Graph search algorithms"],
  ["a set of beginnings of words", ["alg", "gra"], "Graph search algorithms"],
  ["a part of a word", ["orithm"], "Graph search algorithms"],
  ["accents left out", ["uber cafe"], "Über Café"],
  ["a row number", ["8"], "Kafka"],
  ["a row number with a sign", ["#8"], "Kafka"],
  ["a row number called topic", ["topic #3"], "HTTP proxies"],
  ["a place in a phase", ["2.2"], "Graph search algorithms"],
  ["a topic called by a number that no row has", ["42"], "42"],
  ["a topic called by an emoji", ["🚀"], "🚀"],
  ["another case and Unicode form", ["U\u0308BER cafe\u0301"], "Über Café"],
])("%s names one topic", async (_, words, name) => {
  const place = makePlace(roadmap);
  const { stdout, exitCode } = await place.run("start", ...words);
  expect(stdout.split("\n")[0]).toBe(`◐ ${name} is in progress.`);
  expect(exitCode).toBe(0);
  expect(
    place
      .read()
      .split("\n")
      .filter((line, index) => line !== roadmap.split("\n")[index]),
  ).toHaveLength(1);
});

test("a row without a name is named by its number", async () => {
  const place = makePlace(roadmap);
  const { stdout } = await place.run("show", "14");
  expect(stdout.split("\n")[0]).toMatch(/^○ 14 {2}\(no name\)(?: |$)/);
  const started = await place.run("start", "14");
  expect(started.stdout.split("\n")[0]).toBe("◐ Topic 14 is in progress.");
});

test("a name that matches several topics changes nothing and lists them", async () => {
  const place = makePlace(roadmap);
  const before = statSync(place.path());
  expect(await place.run("start", "http", "--dry-run")).toMatchObject({ exitCode: 1 });
  expect(await place.run("start", "dock")).toEqual({
    stdout: "",
    stderr:
      'roadmap: "dock" matches 2 topics\n' +
      "  5  Docker          Phase 3\n" +
      "  6  docker compose  Phase 3\n" +
      "  use more of the name, or the number, for example 5\n",
    exitCode: 3,
    signal: null,
  });
  expect(place.read()).toBe(roadmap);
  expect(statSync(place.path())).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test("two topics with the same name are distinguished by their numbers", async () => {
  const place = makePlace(roadmap);
  const { stderr, exitCode } = await place.run("finish", "kafka");
  expect(stderr).toContain("7  Kafka  Phase 3\n  8  Kafka  Phase 4\n  use the number, for example 7\n");
  expect(exitCode).toBe(3);
  expect(place.read()).toBe(roadmap);
  await place.run("start", "8");
  expect(place.read()).toBe(roadmap.replace("| Kafka | 4 | | | |", "| Kafka | 4 | In Progress | 2026-11-22 | |"));
});

test("more than seven candidates are counted, so a message has at most ten lines", async () => {
  const rows = Array.from({ length: 30 }, (_, index) => `| Same ${index} | |\n`).join("");
  const { stderr, exitCode } = await makePlace(`| Topic | Status |\n|---|---|\n${rows}`).run("start", "same");
  expect(stderr.split("\n").slice(7)).toEqual(["  7  Same 6", "  and 23 more", expect.any(String), ""]);
  expect(exitCode).toBe(3);
});

const nothing = 'no topic or task matches "WANTED"';

test.each([
  ["dokcer", nothing, 'did you mean "Docker", "docker compose"? `roadmap list` shows all names'],
  ["kafak", nothing, "did you mean 7, 8? `roadmap list` shows all names"],
  ["grpah alogrithms", nothing, 'did you mean "Graph search algorithms"? `roadmap list` shows all names'],
  ["qqqqqqqq", nothing, "`roadmap list` shows all names"],
  ["dokerrr", nothing, "`roadmap list` shows all names"],
  ["#99", "no topic 99: this roadmap has 14 topics", "`roadmap list` shows all names"],
  ["99", "no topic 99: this roadmap has 14 topics", "`roadmap list` shows all names"],
  ["t4", "no task t4: this roadmap has 3 tasks", "`roadmap list` shows all names"],
  ["9.9", nothing, "`roadmap list` shows all names"],
])("a name without a match (%s) gives the nearest names, and exit 3", async (wanted, message, hint) => {
  const place = makePlace(roadmap);
  expect(await place.run("start", wanted)).toEqual({
    stdout: "",
    stderr: `roadmap: ${message.replace("WANTED", wanted)}\n  ${hint}\n`,
    exitCode: 3,
    signal: null,
  });
  expect(place.read()).toBe(roadmap);
});

test.skipIf(!hasPty).each(["show", "start", "open"])(
  "in a terminal, %s of a misspelt name suggests the nearest one",
  async (command) => {
    const { output, exitCode } = await inTerminal(makePlace(roadmap), command, "dokcer");
    expect(output).toContain('✗ no topic or task matches "dokcer"; the nearest:\n');
    expect(output).toContain(`→ roadmap ${command} docker    or by number: ${command} 5\n`);
    expect([exitCode, output.includes("did you mean")]).toEqual([3, false]);
  },
);

test.each([
  ["99", "no topic 99: this roadmap has 14 topics"],
  ["#99", "no topic 99: this roadmap has 14 topics"],
  ["topic #15", "no topic 15: this roadmap has 14 topics"],
  ["t99", "no task t99: this roadmap has 3 tasks"],
])("the number %s of no row says how many there are", async (wanted, message) => {
  const place = makePlace(roadmap);
  const { stderr, exitCode } = await place.run("start", wanted);
  expect([exitCode, stderr]).toEqual([3, `roadmap: ${message}\n  \`roadmap list\` shows all names\n`]);
});

test.each([["start"], ["show"], ["finish"], ["check"]])("%s with a blank name is a usage error", async (command) => {
  const place = makePlace(roadmap);
  const { stderr, exitCode } = await place.run(command, "  ");
  expect(stderr).toContain(" given\n");
  expect(exitCode).toBe(2);
  expect(place.read()).toBe(roadmap);
});

test("finish checks off a task if no topic has that name", async () => {
  const place = makePlace(roadmap);
  const { stdout, exitCode } = await place.run("finish", "parser");
  expect(stdout.split("\n")[0]).toBe("✓ Task checked off: write the parser.");
  expect(exitCode).toBe(0);
  expect(place.read()).toBe(roadmap.replace("- [ ] write the parser", "- [x] write the parser"));
});

test("finish takes the topic if a topic and a task match", async () => {
  const place = makePlace(roadmap);
  const { stdout } = await place.run("finish", "graph");
  expect(stdout).toContain("✓ Graph search algorithms is done.");
});

test("a task can be named by its number", async () => {
  const place = makePlace(roadmap);
  await place.run("check", "t2");
  await place.run("finish", "task #3");
  expect(place.read()).toBe(
    roadmap.replace("[ ] write the printer", "[x] write the printer").replace("[ ] draw", "[x] draw"),
  );
});

test("several matching tasks are listed as tasks", async () => {
  const { stderr, exitCode } = await makePlace(roadmap).run("finish", "write");
  expect(stderr.split("\n")[0]).toBe('roadmap: "write" matches 2 tasks');
  expect(exitCode).toBe(3);
});

test.each([
  [["finish", "#1"], "✓ HTTP is already done, since 2026-03-02. Nothing was changed.\n"],
  [["uncheck", "parser"], "○ Task already unchecked: write the parser. Nothing was changed.\n"],
  [["set", "docker", "--phase", "3"], "○ Docker already has these values. Nothing was changed.\n"],
])("a second %j says that it is already done, writes nothing and exits with 0", async (args, said) => {
  const place = makePlace(roadmap);
  const before = statSync(place.path());
  const { stdout, stderr, exitCode } = await place.run(...args);
  expect(stdout.startsWith(said)).toBe(true);
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(place.read()).toBe(roadmap);
  expect(statSync(place.path())).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs, ctimeMs: before.ctimeMs });
});

test("starting a done topic is refused with a hint", async () => {
  const place = makePlace(roadmap);
  expect(await place.run("start", "http")).toMatchObject({
    stdout: "",
    stderr: 'roadmap: "HTTP" is done (2026-03-02)\n  `roadmap reopen http` resumes it and clears its finish date\n',
    exitCode: 1,
  });
  expect(place.read()).toBe(roadmap);
});

test("words after a command that are names of commands are words, wherever the options are", async () => {
  const place = makePlace({ "roadmap.md": roadmap, log: roadmap });
  expect((await place.run("-f", "log")).exitCode).toBe(0);
  for (const words of [
    ["start", "git", "log"],
    ["--file", "roadmap.md", "start", "git", "log"],
    ["--file", "./log", "-q", "start", "git", "log"],
  ]) {
    const { exitCode, stderr } = await place.run(...words);
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining('no topic or task matches "git log"')]);
  }
});
