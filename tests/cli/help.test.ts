// Help: every command has help with examples that run, and every option of an operation is in it.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandHeadings, commands } from "../../src/cli/commands/index.js";
import { fieldTexts } from "../../src/operations/fields.js";
import { operations } from "../../src/operations/index.js";
import type { AnyOperation } from "../../src/operations/operation.js";
import { makePlace, referenceText } from "../support/program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";

const names = [...commands.keys()];

const overview = `roadmap tracks a roadmap kept in one Markdown file.

  roadmap                           where you are, what is next
  roadmap COMMAND [options]         look at it, change it

Every day
  start, finish TOPIC               in progress today; done today (--proof URL)
  check, uncheck TASK               check off a task; clear its mark
  block, skip, reset, reopen TOPIC  the other statuses
  set TOPIC --comments TEXT         change any cell
  undo, redo                        undo the last change; redo it

Look
  next, today                       what to do next; today and this week
  list, show, open TOPIC            all of it; one topic; its link
  progress, stats                   bars by phase; pace, days, streaks
  timeline, burnup, forecast        when it was done, when the rest may be
  web, watch, all, prompt           in the browser; live; several; your prompt

Grow
  init                              a first roadmap: blank, template or CSV
  add topic|task|phase|column       more of it
  rename, move, remove, edit        reshape it
  apply, import FILE                many changes at once

Keep
  doctor, fmt                       find and fix problems; align the tables
  commit, log, diff, resolve        its history in git
  export, badge                     HTML, SVG, CSV, JSON, calendar
  config, completion, help          settings, Tab key, explanations

TOPIC is any words that match only one name: \`http\`, \`rest api\`. Or its number:
\`3\`, task \`t3\`.
Every command takes -f FILE, --json, --help; every change takes -n (dry run) and
--commit. Words from other programs work too: done, ls, rm, status, todo.
\`roadmap help\` has the rest: all commands and options, names, dates, the file,
exit codes.
`;

/** Those that git and scripts run, and what only repairs or prepares; `help` lists them. */
const rarelyTyped = ["dashboard", "add table", "unlock", "git install", "textconv", "merge-driver"];

test("--help is one screen, with every command that people type", async () => {
  const place = makePlace({});
  for (const words of [["--help"], ["-h"], ["-f", "plan.md", "--help"], ["--no-color", "--help"]])
    expect(await place.run(...words)).toMatchObject({ stdout: overview, stderr: "", exitCode: 0 });
  const words = new Set(overview.match(/[a-z-]+/g));
  const missing = names.filter(
    (name) => !rarelyTyped.includes(name) && name.split(" ").some((word) => !words.has(word)),
  );
  expect(missing).toEqual([]);
  expect(JSON.parse((await place.run("--help", "--json")).stdout)).toMatchObject({ topic: "roadmap", text: overview });
});

test.skipIf(!hasTerminal)("in a narrow terminal, --help breaks lines between words", async () => {
  const terminal = openTerminal(makePlace({}), "$ROADMAP --help", 40);
  expect(await terminal.exitCode()).toBe(0);
  expect(terminal.text()).toMatch(`roadmap tracks a roadmap kept in one
Markdown file.

  roadmap
    where you are, what is next
  roadmap COMMAND [options]
    look at it, change it

Every day
  start, finish TOPIC
    in progress today; done today
    (--proof URL)
  check, uncheck TASK
    check off a task; clear its mark
`);
  expect(
    terminal
      .text()
      .split("\n")
      .filter((line) => line.length > 40),
  ).toEqual([]);
});

test("help lists every command with examples, and only examples are wider than 80 columns", async () => {
  const place = makePlace({});
  const { stdout, stderr, exitCode } = await place.run("help");
  expect([stderr, exitCode]).toEqual(["", 0]);
  const words = names.filter((one) => one !== "dashboard").map((name) => name.split(" ")[0]);
  for (const word of words) expect(stdout).toMatch(new RegExp(`^  ${word} `, "m"));
  const [explained = "", examples = ""] = stdout.split("\nExamples:\n");
  expect(explained.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(examples.split("\n").filter((line) => line.startsWith("  roadmap"))).toHaveLength(6);
});

test.skipIf(!hasTerminal)("in a narrow terminal, help breaks lines between words", async () => {
  const terminal = openTerminal(makePlace({}), "$ROADMAP help", 40);
  expect(await terminal.exitCode()).toBe(0);
  const [explained = ""] = terminal.text().split("\nExamples:\n");
  expect(explained).toContain("merge-driver");
  expect(explained.split("\n").filter((line) => line.length > 40)).toEqual([]);
});

test("help lists the commands by purpose", async () => {
  const { stdout } = await makePlace({}).run("help");
  const headings = [...new Set(commandHeadings.values())];
  const found = stdout.split("\n").filter((line) => headings.includes(line.slice(0, -1)));
  expect(found).toEqual(headings.map((heading) => `${heading}:`));
  const listed = Array.from(stdout.matchAll(/^ {2}([a-z][a-z-]*) /gm), ([, word = ""]) => word);
  const words = [...new Set(names.filter((one) => one !== "dashboard").map((name) => name.split(" ")[0]))];
  expect(listed.slice(0, words.length)).toEqual(words);
});

test.each(names)("`help %s` and `%s --help` print the same text, with examples", async (name) => {
  const place = makePlace({});
  const { stdout, stderr, exitCode } = await place.run(...name.split(" "), "--help");
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect((await place.run("help", ...name.split(" "))).stdout).toBe(stdout);
  expect((await place.run(...name.split(" "), "-h")).stdout).toBe(stdout);
  const examples = stdout.split("\nExamples:\n")[1]?.split("\n\n")[0] ?? "";
  expect(examples).toContain("  roadmap");
  if (name !== "dashboard") expect(examples).toContain(`roadmap ${name}`);
});

test("every command is listed under the name that it declares", async () => {
  const declared = await Promise.all([...commands.values()].map(async (load) => (await load()).name));
  expect(names).toEqual(declared);
});

const declared: [string, AnyOperation][] = Object.entries(operations);

test.each(declared)("the help of %s has an option for every field of the operation", async (_, operation) => {
  const { name } = operation;
  const { stdout } = await makePlace({}).run(...name.split(" "), "--help");
  const flat = stdout.replace(/\s+/g, " ");
  const [subject = "", ...others] = Object.keys(operation.input.shape);
  const argument = operation.hasNoSubject ? "" : `[<[]${subject}\\.\\.\\.[>\\]] `;
  expect(stdout).toMatch(new RegExp(`Usage: roadmap ${name} ${argument}\\[options\\]`));
  for (const field of operation.hasNoSubject ? [subject, ...others] : others) {
    const text = fieldTexts.get(operation.input.shape[field] ?? fail(field));
    expect(flat).toContain(`--${text?.option ?? field} <${text?.value}> ${text?.help}`);
  }
});

function fail(field: string): never {
  throw new Error(`no schema for ${field}`);
}

test.each(declared)("the examples of %s run", async (_, { examples }) => {
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) {
    const place = makePlace(`${referenceText}\n- [ ] learn kafka\n`);
    const { stderr, exitCode } = await place.shell(example.replace(/^roadmap/, "$ROADMAP"));
    // Whether it succeeds depends on the topic's status; that it parses does not.
    expect([0, 1], `${example}: ${stderr}`).toContain(exitCode);
  }
});

test("the version is the one of the package", async () => {
  const { stdout, exitCode } = await makePlace({}).run("--version");
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(exitCode).toBe(0);
});

test.each([
  [["lst"], 'unknown command "lst"', "did you mean `roadmap list`?"],
  [["help", "lst"], 'no command or help topic named "lst"', "did you mean `roadmap help list`?"],
  [["help", "front", "mater"], 'no command or help topic named "front mater"', "`roadmap help front-matter`?"],
  [["lst", "--help"], 'unknown command "lst"', "did you mean `roadmap list --help`?"],
  [["shwo", "it's"], 'unknown command "shwo"', "did you mean `roadmap show 'it'\\''s'`?"],
  [["-f", "a b.md", "lst"], 'unknown command "lst"', "did you mean `roadmap -f 'a b.md' list`?"],
  [["unblock", "http"], 'unknown command "unblock"', "did you mean `roadmap reopen http`?"],
  [["resume", "http"], 'unknown command "resume"', "did you mean `roadmap reopen http`?"],
  [["list", "phase", "2"], "list takes no arguments", "run `roadmap search phase 2` to search for it"],
  [["ls", "docker", "--open"], "list takes no arguments", "run `roadmap search docker --open` to search for it"],
  [["18"], 'unknown command "18"', "did you mean `roadmap show 18`?"],
  [["t26"], 'unknown command "t26"', "did you mean `roadmap show t26`?"],
  [["frobnicate"], 'unknown command "frobnicate"', "run `roadmap --help` to see all commands"],
  [["list", "--serach", "x"], "unknown option --serach", "did you mean `roadmap list --search x`?"],
  [["list", "--staus=in progress"], "unknown option --staus", "did you mean `roadmap list --status='in progress'`?"],
  [["list", "--staus"], "unknown option --staus", "did you mean --status?"],
  [["list", "--stts", "done"], "unknown option --stts", "run `roadmap list --help` to see its usage"],
  [["list", "--sxxxxs", "done"], "unknown option --sxxxxs", "run `roadmap list --help` to see its usage"],
  [["add", "topc", "x", "--phase", "1"], 'unknown command "add topc"', "did you mean `roadmap add topic x --phase 1`?"],
  [
    ["add", "Ada", "basics"],
    'unknown command "add Ada"',
    "use `roadmap add topic Ada basics` or `roadmap add task Ada",
  ],
  [["add"], "add needs a subcommand", "`roadmap add topic`"],
  [["git", "instal"], 'unknown command "git instal"', "did you mean `roadmap git install`?"],
  [["--jsno"], "unknown option --jsno", "did you mean `roadmap --json`?"],
])("%j is answered with the nearest name", async (args, said, hint) => {
  const { stdout, stderr, exitCode } = await makePlace(referenceText).run(...args);
  expect(stdout).toBe("");
  expect(stderr.split("\n")).toEqual([`roadmap: ${said}`, expect.stringContaining(hint), ""]);
  expect(exitCode).toBe(2);
});

const small = "| Topic | Status |\n|---|---|\n| Here | |\n";

function folderWith(files: Readonly<Record<string, string>>) {
  const place = makePlace({});
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place.folder, name, ".."), { recursive: true });
    writeFileSync(join(place.folder, name), text);
  }
  return place;
}

async function fileUsed(files: Readonly<Record<string, string>>, cwd = ".", env = {}) {
  const { stdout, stderr } = await folderWith(files).runWith({ cwd, env }, "list", "--json");
  return stdout === "" ? JSON.parse(stderr).code : JSON.parse(stdout).file;
}

test("the roadmap is found in the current folder, in docs, or in parents up to the repository root", async () => {
  expect(await fileUsed({ "roadmap.md": small })).toBe("roadmap.md");
  expect(await fileUsed({ "ROADMAP.md": small })).toBe("ROADMAP.md");
  expect(await fileUsed({ "docs/roadmap.md": small })).toBe("docs/roadmap.md");
  expect(await fileUsed({ "roadmap.md": small, ".git/HEAD": "", "a/b/c.txt": "" }, "a/b")).toBe("../../roadmap.md");
  expect(await fileUsed({ "roadmap.md": small, "a/.git/HEAD": "", "a/b/c.txt": "" }, "a/b")).toBe("NO_ROADMAP");
  expect(await fileUsed({ "roadmap.md": small, "a/b/c.txt": "" }, "a/b")).toBe("NO_ROADMAP");
});

test("a README.md is the roadmap only if it has a topic table", async () => {
  expect(await fileUsed({ "README.md": `# Project\n\n${small}` })).toBe("README.md");
  expect(await fileUsed({ "README.md": "# Project\n\n- [ ] a task\n" })).toBe("NO_ROADMAP");
  expect(await fileUsed({ "README.md": small, "roadmap.md": small })).toBe("roadmap.md");
});

test("--file takes precedence over $ROADMAP_FILE, and that over the search", async () => {
  const files = { "roadmap.md": small, "other.md": small, "third.md": small };
  expect(await fileUsed(files, ".", { ROADMAP_FILE: "other.md" })).toBe("other.md");
  expect(await fileUsed(files, ".", { ROADMAP_FILE: "none.md" })).toBe("FILE_NOT_FOUND");
  const place = folderWith(files);
  const { stdout } = await place.runWith({ env: { ROADMAP_FILE: "other.md" } }, "list", "--json", "-f", "third.md");
  expect(JSON.parse(stdout).file).toBe("third.md");
});
