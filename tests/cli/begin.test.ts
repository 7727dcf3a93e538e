// Beginning in a file that exists: init --into, add topic and add table, with the built program.

import { symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { hasPty, inTerminal, runOnPty } from "../support/pty.js";

const header =
  "| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |";
const empty = `${header}\n${header.replace(/[^|]/g, "-")}`;

const files: [name: string, before: string, after: string][] = [
  [
    "CRLF",
    "# Notes\r\n\r\nText.\r\n- a\r\n",
    `# Notes\r\n\r\nText.\r\n\r\n${empty.replace("\n", "\r\n")}\r\n\r\n- a\r\n`,
  ],
  ["lone CR", "# Notes\r\rText.\r", `# Notes\r\rText.\r\r${empty.replace("\n", "\r")}\r`],
  ["a byte order mark", "\ufeff# Notes\n", `\ufeff# Notes\n\n${empty}\n`],
  ["no final newline", "# Notes", `# Notes\n\n${empty}`],
  [
    "front matter",
    "---\nroadmap:\n  weekly: 2\n---\n\ntext  \n",
    `---\nroadmap:\n  weekly: 2\n---\n\n${empty}\n\ntext  \n`,
  ],
  ["trailing spaces and tabs", "Notes \t\n===\n\ntext \t\n\n\n", `Notes \t\n===\n\ntext \t\n\n${empty}\n\n\n`],
  ["nothing", "", `# work Roadmap\n\n${empty}\n`],
  ["a byte order mark alone", "\ufeff", `\ufeff# work Roadmap\n\n${empty}\n`],
  ["blank lines", "\r\n\r\n", `\r\n\r\n# work Roadmap\r\n\r\n${empty.replace("\n", "\r\n")}\r\n`],
];

test.each(files)(
  "init --into adds a table to a file with %s, and undo restores every byte",
  async (_, before, after) => {
    const place = makePlace(before);
    const dry = await place.run("init", "--into", "roadmap.md", "-n");
    expect([dry.exitCode, dry.stdout.includes("\n--- a/roadmap.md\n"), place.read()]).toEqual([0, true, before]);
    const { output, exitCode } = await inTerminal(place, "init", "--into", "roadmap.md");
    expect([exitCode, place.read()]).toEqual([0, after]);
    expect(output).toMatch(/ topic table added: Topic, [^→]*\.\n→ roadmap add topic NAME\n$/);
    const list = await place.run("list", "--json");
    expect(JSON.parse(list.stdout)).toMatchObject({ problems: [], topics: [] });
    expect((await place.run("add", "topic", "NAME")).exitCode).toBe(0);
    expect((await place.run("undo", "2")).exitCode).toBe(0);
    expect(place.read()).toBe(before);
  },
);

test("a file that exists is changed only if it is named with --into or --file", async () => {
  const place = makePlace({ "plan.md": "# Plan\n" });
  for (const args of [["plan.md"], ["plan.md", "-n"], ["plan.md", "--no-input"], ["plan.md", "--title", "x"]]) {
    const { stdout, stderr, exitCode } = await place.run("init", ...args);
    expect([stdout, exitCode, place.read("plan.md")]).toEqual(["", 1, "# Plan\n"]);
    if (!args.includes("--title"))
      expect(stderr).toContain("\n  `roadmap init --into plan.md` puts a topic table into it");
  }
  for (const args of [
    ["--file", "plan.md"],
    ["--into", "plan.md"],
    ["plan.md", "--into", "plan.md"],
  ]) {
    place.write("# Plan\n", "plan.md");
    const { output, exitCode } = await inTerminal(place, "init", ...args);
    expect([exitCode, place.read("plan.md")]).toEqual([0, `# Plan\n\n${empty}\n`]);
    expect(output).toContain("  note: `roadmap` opens this file only with --file\n");
    const next = /→ (roadmap .*)\n/.exec(output)?.[1]?.replace("roadmap", "$ROADMAP") ?? "";
    expect((await place.shell(next)).exitCode, next).toBe(0);
    expect(place.read("plan.md")).toContain("\n| NAME |");
  }
});

test("init finds the roadmap without a table, and says how to add one", async () => {
  const place = makePlace("# Plan\n\n- [ ] a task\n");
  const { stderr, exitCode } = await place.run("init");
  expect([exitCode, stderr]).toEqual([
    1,
    "roadmap: roadmap.md already exists, without a topic table; nothing was written\n" +
      "  `roadmap init --into roadmap.md` puts a topic table into it, below its title; `roadmap init FILE` creates another file\n",
  ]);
});

test("a file that has a topic table is left alone, and the next command fits it", async () => {
  const table = "| Topic | Status |\n|---|---|\n";
  for (const [text, next] of [
    [table, "roadmap add topic NAME"],
    [`${table}| A | |\n`, "roadmap start a"],
    [`${table}\ntext\n\n${table}`, "roadmap add topic NAME --table 1"],
  ] as const) {
    const place = makePlace(text);
    const { output, exitCode } = await inTerminal(place, "init", "--into", "roadmap.md");
    const said = "· the top of the file: has a topic table already. Nothing was changed.\n";
    expect([exitCode, output]).toEqual([0, `${said}→ ${next}\n`]);
    expect(place.read()).toBe(text);
    expect((await place.shell(next.replace("roadmap", "$ROADMAP"))).exitCode).toBe(0);
    const refused = await place.run("init", "roadmap.md");
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining("run `roadmap` to see it, or")]);
  }
});

test("init --into takes no new file, no template and no unreadable file", async () => {
  const place = makePlace({ "plan.md": "# Plan\n", "utf16.md": Buffer.from("\ufeff# Plan\n", "utf16le") });
  symlinkSync("plan.md", place.path("link.md"));
  for (const [args, code, exitCode] of [
    [["none.md"], "FILE_NOT_FOUND", 3],
    [["utf16.md"], "NOT_UTF8", 4],
    [["."], "NOT_A_FILE", 4],
    [[""], "USAGE", 2],
    [["plan.md", "--template", "backend"], "USAGE", 2],
    [["plan.md", "--from", "topics.csv"], "USAGE", 2],
    [["plan.md", "--title", "x"], "USAGE", 2],
    [["plan.md", "--file", "link.md"], "USAGE", 2],
  ] as const) {
    const { stderr, exitCode: given } = await place.run("init", "--into", ...args, "--json");
    expect([given, JSON.parse(stderr).code], args.join(" ")).toEqual([exitCode, code]);
  }
  expect(place.read("plan.md")).toBe("# Plan\n");
  expect((await place.run("init", "--into", "link.md")).exitCode).toBe(0);
  expect(place.read("plan.md")).toBe(`# Plan\n\n${empty}\n`);
});

test("init --into as JSON reports the change", async () => {
  const place = makePlace({ "plan.md": "# Plan\n" });
  const { stdout } = await place.run("init", "--into", "plan.md", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    kind: "change",
    file: "plan.md",
    results: [
      {
        operation: "add-table",
        subject: { type: "table", number: 1, name: "Plan", line: 3 },
        next: "roadmap add topic NAME --file plan.md",
      },
    ],
  });
});

test.skipIf(!hasPty).each([
  { key: "y", keys: "y", exits: 0, isWritten: true },
  { key: "n", keys: "n", exits: 0, isWritten: false },
  { key: "Enter", keys: "\r", exits: 0, isWritten: false },
  { key: "Ctrl-C", keys: "\u0003", exits: 1, isWritten: false },
  { key: "Ctrl-D", keys: "\u0004", exits: 1, isWritten: false },
])("in a terminal, init shows the table and asks: $key", async ({ keys, exits, isWritten }) => {
  const place = makePlace({ "plan.md": "# Plan\n" });
  const asked = { keys, after: "Put this table into plan.md?" };
  const { output, exitCode } = await runOnPty(place, "$ROADMAP init plan.md", asked);
  expect(output).toContain("+| Topic | Phase # |");
  expect(exitCode).toBe(exits);
  expect(place.read("plan.md")).toBe(isWritten ? `# Plan\n\n${empty}\n` : "# Plan\n");
  expect(output.includes("nothing was written")).toBe(!isWritten);
});

test("apply adds topics to a file without a table, and a table with its topics", async () => {
  const place = makePlace("# Plan\n\n## Phase 1\n\n## Phase 2\n");
  const lines = [
    { op: "add-topic", name: "A", phase: "Phase 1" },
    { op: "add-topic", name: "B" },
    { op: "add-table", phase: "2", columns: "topic, status" },
    { op: "add-topic", name: "C", table: 2 },
    { op: "add-topic", name: "D", table: 2 },
    { op: "start", topic: "C" },
  ];
  const stdin = lines.map((line) => JSON.stringify(line)).join("\n");
  const { stderr, exitCode } = await place.runWith({ stdin }, "apply");
  expect([exitCode, stderr]).toEqual([0, ""]);
  const { topics } = JSON.parse((await place.run("list", "--json")).stdout);
  expect(topics.map(({ name, phase, status }: Record<string, unknown>) => [name, phase, status])).toEqual([
    ["A", "Phase 1", "not-started"],
    ["B", "Phase 1", "not-started"],
    ["C", "Phase 2", "in-progress"],
    ["D", "Phase 2", "not-started"],
  ]);
  await place.run("undo");
  expect(place.read()).toBe("# Plan\n\n## Phase 1\n\n## Phase 2\n");
});

test("a commit of a new table says so, and its message is verified", async () => {
  const place = makePlace("# Plan\n\n## Phase 1\n");
  place.git("init", "-q");
  place.git("add", ".");
  place.git("commit", "-qm", "Begin");
  const subjects = [
    [["init", "--into", "roadmap.md"], null],
    [["commit"], "roadmap: add a table"],
    [["add", "table", "--phase", "1", "--commit"], "roadmap: add a table below Phase 1"],
    [["add", "topic", "A", "--table", "2", "--commit"], "roadmap: add A"],
  ] as const;
  for (const [args, subject] of subjects) {
    expect((await place.run(...args)).exitCode, args.join(" ")).toBe(0);
    if (subject !== null) expect(place.git("show", "-s", "--format=%s").trim()).toBe(subject);
  }
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
  const log = await place.run("log");
  expect(log.stdout).toContain("+ topic table   added\n");
});

test("a README is the roadmap only if the header of its topic column is known", async () => {
  const readme = (header: string) => `# Notes\n\n| ${header} | Status |\n|---|---|\n| Ada | Done |\n| Bob | Done |\n`;
  for (const [header, exitCode] of [
    ["Topic", 0],
    ["Foo", 3],
  ] as const) {
    const place = makePlace({ "README.md": readme(header) });
    expect((await place.run("list")).exitCode, header).toBe(exitCode);
    expect((await place.run("list", "--file", "README.md")).exitCode, header).toBe(0);
  }
  const place = makePlace({ "README.md": "# Notes\n" });
  const { output } = await inTerminal(place, "init", "--into", "README.md");
  expect(output).toContain("\n→ roadmap add topic NAME\n");
  expect((await place.run("add", "topic", "NAME")).exitCode).toBe(0);
});

/** Each situation with the command that prints a suggestion to begin, and the suggestion. */
const suggestions: [text: string, args: string[], suggested: string][] = [
  ["", [], "roadmap add topic Ownership --phase 1"],
  ["# Plan\n\nText.\n", [], "roadmap add topic Ownership --phase 1"],
  ["# Plan\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", ["list"], "roadmap add topic Ownership --phase 1"],
  ["# Plan\n\n| Topic | Status |\n|---|---|\n", ["list"], "roadmap add topic Ownership"],
  ["# Plan\n\nText.\n", ["stats"], "roadmap add topic Ownership --phase 1"],
  ["# Plan\n\nText.\n", ["timeline"], "roadmap add topic Ownership --phase 1"],
  ["# Plan\n\nText.\n", ["add", "column", "due"], "roadmap add table"],
  ["# Plan\n\n- [ ] a\n", ["add", "topic", "A", "--table", "1"], "roadmap add table"],
  ["# Plan\n\n- [ ] a\n", ["init"], "roadmap init --into roadmap.md"],
  ["# Plan\n\n- [ ] a\n", ["init", "roadmap.md"], "roadmap init --into roadmap.md"],
  ["# Plan\n", ["init", "--into", "roadmap.md"], "roadmap add topic NAME"],
  ["# Plan\n\n## B\n", ["add", "table", "--below", "b"], "roadmap add topic NAME"],
  ["# Plan\n\n## B\n", ["add", "table", "--phase", "7"], 'roadmap add phase "7"'],
  [
    "| Topic | Status |\n|---|---|\n",
    ["add", "table", "--columns", "topic,status,due"],
    "roadmap add topic NAME --table 2",
  ],
  ["| Topic | Status |\n|---|---|\n", ["add", "topic", "A", "--due", "2027-01-01"], "roadmap add column due"],
  ["# Plan\n", ["add", "table", "--columns", "x,y"], "roadmap add table --columns topic,status"],
];

test.each(suggestions)("in %j, %j suggests a command that works: %s", async (text, args, suggested) => {
  for (const file of ["roadmap.md", "my plan.md"]) {
    const place = makePlace({ [file]: text });
    const isNamed = file !== "roadmap.md";
    if (isNamed && args[0] === "init") continue;
    const { output } = await inTerminal(place, ...args, ...(isNamed ? ["--file", file] : []));
    const named = isNamed ? suggested.replace("roadmap", "roadmap --file 'my plan.md'") : suggested;
    expect(output.replace(/\s+/g, " ")).toContain(named);
    const before = place.read(file);
    const ran = await place.shell(named.replace("roadmap", "$ROADMAP"));
    expect([ran.exitCode, ran.stderr]).toEqual([0, ""]);
    expect(place.read(file)).not.toBe(before);
  }
});

test("where no roadmap is found, the suggested init works", async () => {
  const place = makePlace({ "README.md": "# Notes\n" });
  for (const args of [[], ["list"], ["add", "topic", "A"]])
    expect((await place.run(...args)).stderr).toContain("create one with `roadmap init`");
  expect((await place.run("init")).exitCode).toBe(0);
  expect((await place.run("add", "topic", "A")).exitCode).toBe(0);
});

const plain = "# Plan\n\nText.\n\n## Phase 1\n\n- [ ] a\n\n## Phase 2\n\nend\n";

const [addA, addB] = [
  ["add", "topic", "A"],
  ["add", "topic", "B"],
];

test.each([
  { ours: ["init", "--into"], theirs: ["list", "-f"], topics: [], tables: 1 },
  { ours: ["init", "--into"], theirs: ["init", "--into"], topics: [], tables: 1 },
  { ours: [...addA, "-f"], theirs: [...addB, "-f"], topics: ["A", "B"], tables: 1 },
  { ours: [...addA, "--phase", "1", "-f"], theirs: [...addB, "--phase", "2", "-f"], topics: ["A", "B"], tables: 2 },
])("the merge driver merges $ours with $theirs", async ({ ours, theirs, topics, tables }) => {
  const place = makePlace({ "base.md": plain, "ours.md": plain, "theirs.md": plain });
  for (const args of [
    [...ours, "ours.md"],
    [...theirs, "theirs.md"],
  ])
    expect((await place.run(...args)).exitCode).toBe(0);
  const merged = await place.run("merge-driver", "--", "base.md", "ours.md", "theirs.md", "7", "ours.md");
  expect(merged.exitCode).toBe(0);
  const list = JSON.parse((await place.run("list", "--json", "-f", "ours.md")).stdout);
  expect(list.topics.map(({ name }: { name: string }) => name)).toEqual(topics);
  if (tables === 2) expect(list.topics.map(({ phase }: { phase: string }) => phase)).toEqual(["Phase 1", "Phase 2"]);
  const lines = place.read("ours.md").split("\n");
  expect(lines.filter((line) => line.startsWith("|-"))).toHaveLength(tables);
  const rest = lines.filter((line) => line !== "" && !line.startsWith("|"));
  expect(rest).toEqual(plain.split("\n").filter((line) => line !== ""));
});
