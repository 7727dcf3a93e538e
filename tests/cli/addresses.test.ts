// Addresses: what is printed to refer to a topic or task refers only to that one, even pasted into a shell.

import { expect, test } from "vitest";
import { makePlace, type Place, referenceText } from "../support/program.js";
import { inTerminal } from "../support/pty.js";

const twins = `# Notes

| Topic | Status | Finished |
|---|---|---|
| Reading list | | |
| OAuth 2.1 | Done | 2026-01-02 |
| HTTP | | |
| 2 | | |

## Tasks

- [ ] write notes
- [ ] write notes
- [ ] HTTP
- [ ] study the risks (OWASP Top 10)
`;

/** The numbers of the candidates listed by an error. */
function listed(stderr: string): string[] {
  return Array.from(stderr.matchAll(/^ {2,}(t?\d+|"[^"]*") {2}/gm), ([, number = ""]) => number);
}

test("the printed number of one of two tasks with the same name removes just that task", async () => {
  const place = makePlace(twins);
  const refusal = await place.run("remove", "write", "notes", "--yes");
  expect(refusal).toMatchObject({ exitCode: 3, stdout: "" });
  expect(listed(refusal.stderr)).toEqual(["t1", "t2"]);
  expect(refusal.stderr).toContain("use the number, for example t1\n");
  expect(place.read()).toBe(twins);
  const { stdout, exitCode } = await place.run("remove", "t2", "--yes");
  expect([stdout.split("\n")[0], exitCode]).toEqual(["- Task removed: write notes.", 0]);
  expect(place.read()).toBe(twins.replace("- [ ] write notes\n- [ ] write notes\n", "- [ ] write notes\n"));
});

test.each([
  ["remove", ["--yes"]],
  ["rename", ["--to", "x"]],
  ["move", ["--after", "t4"]],
  ["finish", []],
  ["edit", ["--dry-run"]],
])("%s lists a topic and a task with the same name, each by its own number", async (command, options) => {
  const place = makePlace(twins);
  const { stderr, exitCode } = await place.run(command, "http", ...options);
  expect([exitCode, stderr.split("\n")[0]]).toEqual([3, 'roadmap: "http" matches 1 topic and 1 task']);
  expect(listed(stderr)).toEqual(["3", "t3"]);
  const { stderr: told } = await place.run(command, "http", ...options, "--json");
  expect(JSON.parse(told).candidates).toMatchObject([
    { type: "topic", number: 3, name: "HTTP", address: "3" },
    { type: "task", number: 3, name: "HTTP", address: "t3" },
  ]);
  expect(place.read()).toBe(twins);
});

test("a bare number is a row, never a word in a name", async () => {
  const place = makePlace(twins);
  const finished = await place.run("finish", "10");
  expect([finished.exitCode, finished.stderr]).toEqual([
    3,
    'roadmap: no topic 10: this roadmap has 4 topics\n  did you mean "study the risks (OWASP Top 10)"? `roadmap list` shows all names\n',
  ]);
  expect((await place.run("reset", "2.1")).exitCode).toBe(3);
  expect(place.read()).toBe(twins);
  const reference = makePlace(referenceText);
  const { stdout } = await reference.run("finish", "10", "--dry-run", "--json");
  expect(JSON.parse(stdout).results[0].subject).toMatchObject({ type: "topic", number: 10 });
});

test("a number that is also the name of another topic is refused, with an unambiguous form for each", async () => {
  const place = makePlace(twins);
  const { stderr, exitCode } = await place.run("reset", "2");
  expect([exitCode, listed(stderr)]).toEqual([3, ['"#2"', "4"]]);
  expect(place.read()).toBe(twins);
  const { stdout } = await place.shell(`$ROADMAP reset "#2"`);
  expect(stdout.split("\n")[0]).toContain("○ OAuth 2.1 is not started.");
});

test("if a number and a name compete, only what the command takes is offered", async () => {
  const text = `${twins.replace("| 2 | | |\n", "")}- [ ] 2\n`;
  const place = makePlace(text);
  const { stderr, exitCode } = await place.run("check", "2");
  expect([exitCode, stderr.split("\n")[0]]).toEqual([3, 'roadmap: "2" matches 1 topic and 1 task']);
  expect(listed(stderr)).toEqual(["t5"]);
  expect(stderr).toContain("use the number of the task: t5\n");
  expect(listed((await place.run("set", "2", "--comments", "x")).stderr)).toEqual(['"#2"']);
  expect(listed((await place.run("remove", "2", "--yes")).stderr)).toEqual(['"#2"', "t5"]);
  expect(place.read()).toBe(text);
  expect((await place.run("check", "t5")).exitCode).toBe(0);
  expect(place.read()).toBe(text.replace("- [ ] 2\n", "- [x] 2\n"));
});

test("a number without a t is not a task", async () => {
  const place = makePlace(twins);
  for (const number of ["3", "#3"]) {
    const { stderr, exitCode } = await place.run("check", number);
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining("did you mean t3?")]);
  }
  expect(place.read()).toBe(twins);
});

test("apply takes the same numbers, and names the line of an ambiguous one", async () => {
  const place = makePlace(twins);
  const lines = (...all: object[]) => all.map((one) => JSON.stringify(one)).join("\n");
  const unclear = lines({ op: "check", task: "t1" }, { op: "finish", topic: "http" });
  const { stderr, exitCode } = await place.runWith({ stdin: unclear }, "apply");
  expect([exitCode, stderr.split("\n")[0]]).toEqual([3, 'roadmap: line 2: "http" matches 1 topic and 1 task']);
  expect(place.read()).toBe(twins);
  const clear = lines({ op: "check", task: "t1" }, { op: "finish", topic: "t3" }, { op: "start", topic: "1" });
  expect((await place.runWith({ stdin: clear }, "apply")).exitCode).toBe(0);
  expect(place.read()).toBe(
    twins
      .replace("- [ ] write notes", "- [x] write notes")
      .replace("- [ ] HTTP", "- [x] HTTP")
      .replace("| Reading list | |", "| Reading list | In Progress |"),
  );
});

/** Runs the suggested next command in a shell, exactly as printed. */
async function pasteNext(place: Place, output: string): Promise<string> {
  const next = /^→ roadmap (.*)$/m.exec(output)?.[1] ?? expect.fail(output);
  const { stdout: told, stderr } = await place.shell(`$ROADMAP ${next.replace(" --proof URL", "")} --json`);
  return told === "" ? stderr : told;
}

test.each([
  "$(touch pwned)",
  "`touch pwned`",
  '"quoted"',
  "-rf dash",
  "--yes",
  "t1",
  "3",
  "#3",
  "2.3",
  "topic #3",
  "a<br>b",
  "🚀",
  "it's & (done) > pwned",
  "back\\\\slash!",
  "naïve Résumé",
  "日本語 入門",
])("the command suggested after starting %j finishes just that topic when pasted into a shell", async (name) => {
  const text = `| Topic | Status |\n|---|---|\n| first | |\n| ${name} | |\n| third | |\n| ${name} too | |\n\n- [ ] a task\n`;
  const place = makePlace(text);
  const started = await inTerminal(place, "start", "2");
  const { results } = JSON.parse(await pasteNext(place, started.output));
  expect(results[0]).toMatchObject({ operation: "finish", subject: { type: "topic", number: 2 } });
  expect((await place.shell("ls")).stdout).toBe("roadmap.md\n");
});

test("after several operations, no suggested command refers to what a later one changed", async () => {
  const place = makePlace("| Topic | Status |\n|---|---|\n| a | |\n");
  const stdin = ["N", "N."].map((name) => JSON.stringify({ op: "add-topic", name })).join("\n");
  const { stdout } = await place.runWith({ stdin }, "apply", "-n", "--json");
  const nexts = JSON.parse(stdout).results.map(({ next }: { next: string | null }) => next);
  expect(nexts).toEqual([null, "roadmap next"]);
  place.write(stdin, "changes.jsonl");
  const { output } = await inTerminal(place, "apply", "changes.jsonl");
  expect(output.match(/→ .*/g)).toEqual(["→ roadmap start a"]);
});

const phases = "| Topic | Phase | Status |\n|---|---|---|\n| a | 1 | |\n| b | 2 | |\n\n## Phase 3\n\n- [ ] c\n";

test.each([
  [["add", "topic", "n"], { op: "add-topic", name: "n" }, "2"],
  [["add", "task", "n"], { op: "add-task", text: "n" }, "3"],
  [["move", "a"], { op: "move", topic: "a" }, "2"],
  [["set", "a"], { op: "set", topic: "a" }, "2"],
])("%j and its line of apply take --phase and --to for the phase", async (args, line, phase) => {
  const texts: string[] = [];
  for (const name of ["phase", "to"]) {
    const place = makePlace(phases);
    expect(await place.run(...args, `--${name}`, phase)).toMatchObject({ exitCode: 0, stderr: "" });
    texts.push(place.read());
    place.write(phases);
    const stdin = JSON.stringify({ ...line, [name]: phase });
    expect(await place.runWith({ stdin }, "apply")).toMatchObject({ exitCode: 0, stderr: "" });
    texts.push(place.read());
  }
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).not.toBe(phases);
  const place = makePlace(phases);
  expect(await place.run(...args, "--to", phase, "--phase", phase)).toMatchObject({
    exitCode: 2,
    stderr: "roadmap: --phase and --to cannot be combined\n  use only one of them\n",
  });
  const help = await place.run(...args.slice(0, args[0] === "add" ? 2 : 1), "--help");
  expect(help.stdout).toContain("--phase <phase>");
  expect(help.stdout).not.toContain("--to ");
  expect(place.read()).toBe(phases);
});
