// List: the result of each filter, its order, and the errors of invalid filters.

import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";

const roadmap = `# Filters

| Topic | Phase | Started | Finished | Comments | Status |
|---|---|---|---|---|---|
| Zig | 1 | 2026-10-01 | 2026-10-20 | systems | Done |
| ada | 1 | 2026-11-01 | | learn REDIS too | In Progress |
| Basic | 2 | | | | |
| Cobol | Phase 2: Mainframes | 2026-11-20 | 2026-11-21 | | Blocked |
| Dart | 10 | | 2026-11-30 | | Skipped |
| Eiffel | - | 2026-09-01 | 2026-11-22 | | In Progress |

## Backend Track
*(Goal: ship)*

### Phase 1: Base
- [x] write a parser
  - [ ] test the parser
- [/] tune redis

### Phase 2: More
- [ ] deploy

## Cloud Track
*(Goal: scale)*

### Phase 1: Sky
- [ ] rent a machine
`;

/** The names printed by `list`, topics first, without other columns. */
async function listed(...args: string[]): Promise<string[]> {
  const { stdout, stderr, exitCode } = await makePlace(roadmap).run("list", "--json", ...args);
  expect([stderr, exitCode]).toEqual(["", 0]);
  const { topics, tasks } = JSON.parse(stdout);
  return [...topics, ...tasks].map(({ name }) => name);
}

const topics = ["Zig", "ada", "Basic", "Cobol", "Dart", "Eiffel"];
const tasks = ["write a parser", "test the parser", "tune redis", "deploy", "rent a machine"];

test.each([
  [[], [...topics, ...tasks]],
  [["--topics"], topics],
  [["--tasks"], tasks],
  [
    ["--topics", "--phase", "1"],
    ["Zig", "ada"],
  ],
  [["--topics", "--phase", "10"], ["Dart"]],
  [
    ["--topics", "--phase", "2"],
    ["Basic", "Cobol"],
  ],
  [["--phase", "mainframes"], ["Cobol"]],
  [
    ["--tasks", "--phase", "base"],
    ["write a parser", "test the parser", "tune redis"],
  ],
  [["--track", "cloud"], ["rent a machine"]],
  [
    ["--track", "BACKEND track"],
    ["write a parser", "test the parser", "tune redis", "deploy"],
  ],
  [
    ["--track", "track", "--phase", "1"],
    ["write a parser", "test the parser", "tune redis", "rent a machine"],
  ],
  [
    ["--status", "done"],
    ["Zig", "write a parser"],
  ],
  [
    ["--status", "in-progress"],
    ["ada", "Eiffel", "tune redis"],
  ],
  [
    ["--status", "In Progress"],
    ["ada", "Eiffel", "tune redis"],
  ],
  [
    ["--status", "done", "--status", "blocked"],
    ["Zig", "Cobol", "write a parser"],
  ],
  [["--status", "not-started", "--topics"], ["Basic"]],
  // Dart is to be finished after today: that is a plan.
  [
    ["--since", "2026-11-20"],
    ["Cobol", "Eiffel"],
  ],
  [["--since", "today"], ["Eiffel"]],
  [
    ["--since", "22 days ago"],
    ["ada", "Cobol", "Eiffel"],
  ],
  [["--since", "tomorrow"], []],
  [
    ["--open", "--topics"],
    ["ada", "Basic", "Cobol", "Eiffel"],
  ],
  [
    ["--open", "--tasks"],
    ["test the parser", "tune redis", "deploy", "rent a machine"],
  ],
  [["--done"], ["Zig", "write a parser"]],
  [
    ["--done", "--status", "skipped"],
    ["Zig", "Dart", "write a parser"],
  ],
  [["--all"], [...topics, ...tasks]],
  [["--flat"], [...topics, ...tasks]],
  [["--overdue"], ["Cobol"]],
  [
    ["--search", "redis"],
    ["ada", "tune redis"],
  ],
  [
    ["--search", "PARSER"],
    ["write a parser", "test the parser"],
  ],
  [["--search", "redis", "--status", "in-progress", "--topics"], ["ada"]],
  [
    ["--topics", "--sort", "name"],
    ["ada", "Basic", "Cobol", "Dart", "Eiffel", "Zig"],
  ],
  [
    ["--topics", "--sort", "started"],
    ["Eiffel", "Zig", "ada", "Cobol", "Basic", "Dart"],
  ],
  [
    ["--topics", "--sort", "finished"],
    ["Zig", "Cobol", "Eiffel", "Dart", "ada", "Basic"],
  ],
  [
    ["--topics", "--sort", "status"],
    ["ada", "Eiffel", "Cobol", "Basic", "Zig", "Dart"],
  ],
  [
    ["--topics", "--sort", "phase", "--limit", "4"],
    ["Zig", "ada", "Basic", "Cobol"],
  ],
  [["--topics", "--sort", "file"], topics],
  [
    ["--limit", "1"],
    ["Zig", "write a parser"],
  ],
  [
    ["--limit", "1000"],
    [...topics, ...tasks],
  ],
])("list %j", async (args, names) => {
  expect(await listed(...args)).toEqual(names);
});

test("a filtered list has the numbers of the whole roadmap", async () => {
  const place = makePlace(roadmap);
  const { stdout } = await place.run("list", "--search", "cobol");
  expect(stdout).toBe(`#  Topic  Phase                Status   Started     Finished
4  Cobol  Phase 2: Mainframes  blocked  2026-11-20  2026-11-21
`);
  expect((await place.run("show", "4")).stdout.split("\n")[0]).toBe("! 4  Cobol  Phase 2: Mainframes");
});

const stuff = "| Working title | Stuff |\n|---|---|\n| HTTP | Done |\n| SQL | Done |\n| Git | Blocked |\n";
const unread = "| Status | Owner |\n|---|---|\n| Done | Ada |\n| Done | Ada |\n| Blocked | Ada |\n";

test.each([
  ["# Plan\n\n| Topic | Status |\n|---|---|\n| HTTP | Done |\n", ""],
  [`${stuff}\n${stuff}`, "columns of 2 tables inferred"],
  [`${stuff}\n${unread}\n- [~] x\n`, "columns of 1 table inferred, 1 table not read, 1 other warning"],
  ["| Topic | Status |\n|---|---|\n| HTTP | doing-ish |\n\n- [~] x\n", "2 warnings"],
])("one line below the list of %j says what reading found", async (text, expected) => {
  const place = makePlace(text);
  const line = (said: string) => (said === "" ? "" : `note: ${said}: run \`roadmap doctor\`\n`);
  expect((await place.run("list")).stderr).toBe(line(expected));
  expect((await place.run("list", "--json")).stderr).toBe("");
  // The dashboard shows it below the rest.
  const { stdout, stderr } = await place.run();
  const label = expected.startsWith("columns") && !expected.includes("not read") ? "Note" : "Warning";
  expect(stdout.split("\n").at(-2)).toMatch(expected === "" ? /^Topics/ : `${label}  ${expected}: \`roadmap doctor\``);
  expect(stderr).toBe("");
  for (const quiet of ["next", "progress"]) expect((await place.run(quiet)).stderr).toBe("");
});

test("nested tasks are indented", async () => {
  const { stdout } = await makePlace(roadmap).run("list", "--tasks", "--phase", "base");
  expect(stdout.split("\n").map((line) => line.slice(0, 19))).toEqual([
    " #  Task           ".slice(0, 19),
    "t1  write a parser ",
    "t2    test the pars",
    "t3  tune redis     ",
    "",
  ]);
});

test("an empty list says so, hints at the whole list, and exits with 0", async () => {
  expect(await makePlace(roadmap).run("list", "--search", "77")).toMatchObject({
    stdout: "no matches\n  run `roadmap list` to see everything, `roadmap progress` to see the phases\n",
    stderr: "",
    exitCode: 0,
  });
});

test.each([
  [["--phase", "77"], 'no phase with topics or tasks matches "77"'],
  [["--phase", "1", "--track", "nowhere"], 'no track with topics or tasks matches "nowhere"'],
])("list %j exits with 3, because an empty list would hide the mistake", async (args, said) => {
  expect(await makePlace(roadmap).run("list", ...args)).toMatchObject({
    stdout: "",
    stderr: `roadmap: ${said}\n  run \`roadmap progress\` to see the phases\n`,
    exitCode: 3,
  });
});

test.each([
  [["--topics", "--tasks"], "--topics and --tasks cannot be combined"],
  [["--status", "doing-ish"], '"doing-ish" is not a status'],
  [["--since", "someday"], '"someday" is not a date'],
  [["--since", "2026-02-30"], '"2026-02-30" is not a date'],
  [["--sort", ""], "--sort requires a value: --sort SORT"],
  [["--limit", "0"], 'invalid value for --limit: "0"'],
  [["--limit", "-1"], 'invalid value for --limit: "-1"'],
  [["--limit", "ten"], 'invalid value for --limit: "ten"'],
  [["--phase"], "--phase requires a value: --phase PHASE"],
  [["docker"], "list takes no arguments"],
])("list %j is a usage error", async (args, said) => {
  const { stdout, stderr, exitCode } = await makePlace(roadmap).run("list", ...args);
  expect(stdout).toBe("");
  expect(stderr.split("\n")[0]).toBe(`roadmap: ${said}`);
  expect(stderr.split("\n")).toHaveLength(3);
  expect(exitCode).toBe(2);
});

test("next takes a limit, and omits what is done, blocked or skipped", async () => {
  const { stdout } = await makePlace(roadmap).run("next", "--limit", "20", "--json");
  expect(JSON.parse(stdout).next.map(({ name }: { name: string }) => name)).toEqual([
    "ada",
    "Eiffel",
    "tune redis",
    "Basic",
    "test the parser",
    "rent a machine",
    "deploy",
  ]);
});

const planned = `| Topic | Status | Due | Depends on | Owner |
|---|---|---|---|---|
| HTTP | Done | | | Ada |
| REST | | 2026-11-20 | HTTP | Béa |
| GraphQL | | 2026-12-02 | REST | ada |

- [ ] read
`;

test.each([
  [["--columns", "topic, due", "--columns", "OWNER"], "#  Topic    Due         Owner\n"],
  [["--where", "owner=ada", "--where", "status=done"], "#  Topic  Status\n1  HTTP   done\n"],
  [["--ready"], "#  Topic  Status       Due\n2  REST   not started  2026-11-20\n\n"],
  [["--overdue", "--columns", "name"], "#  Topic\n2  REST\n"],
  [["--sort", "owner", "--columns", "owner"], "#  Owner\n1  Ada\n3  ada\n2  Béa\n"],
])("list %j begins with %j", async (args, beginning) => {
  const { stdout, stderr } = await makePlace(planned).run("list", ...args);
  expect(stderr).toBe("");
  expect(stdout.slice(0, beginning.length)).toBe(beginning);
});

test.each([
  [["--columns", "topic,ownr"], 3, 'no column named "ownr"\n  did you mean Owner?\n'],
  [["--where", "priority=high"], 3, "no table has a priority column\n  add one: `roadmap add column priority`\n"],
  [["--sort", "xyz"], 3, 'no column named "xyz"\n'],
  [["--where", "owner"], 2, '"owner" is not a condition\n  write a column and its value: --where owner=ada\n'],
  [["--where", "=ada"], 2, '"=ada" is not a condition\n'],
  [["--columns", "topic", "--tasks"], 2, "--columns and --tasks cannot be combined"],
])("list %j is refused with exit code %i", async (args, code, message) => {
  const { stdout, stderr, exitCode } = await makePlace(planned).run("list", ...args);
  expect([stdout, exitCode]).toEqual(["", code]);
  expect(stderr).toContain(message);
});
