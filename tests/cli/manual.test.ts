// The manual page: has every command, option, exit code and variable, and man's own tools accept it.

import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readCommandTable } from "../../src/cli/command-table.js";
import { commandHeadings } from "../../src/cli/commands/index.js";
import { variables } from "../../src/cli/environment.js";
import { exitCodes } from "../../src/model/errors.js";
import { manualText } from "../../src/views/manual-text.js";
import { distFolder, makePlace } from "../support/program.js";
import { canRun, runProgram } from "../support/run-program.js";

const path = join(distFolder, "man/roadmap.1");
const manual = readFileSync(path, "utf8");
const plain = manual.replaceAll("\\-", "-");

const has = {
  man: await canRun("man", "-l", "--warnings", path),
  groff: await canRun("groff", "--version"),
  mandoc: await canRun("mandoc", "-T", "ascii", path),
};

test("the manual contains every command, option, exit code and variable", async () => {
  const { commands, options } = await readCommandTable();
  for (const { name, argument, options: own } of commands.filter((one) => one.name !== "dashboard")) {
    const section =
      plain.split(`.SS "roadmap ${name}${argument ? ` ${argument.name}` : ""}"\n`)[1]?.split(".S")[0] ?? "";
    expect(section, name).not.toBe("");
    for (const { flags, isHidden = false } of own)
      expect(section.includes(`\\fB${flags}\\fR`), `${name} ${flags}`).toBe(!isHidden);
  }
  const sections = [...plain.matchAll(/^\.SH "?([^"\n]*)/gm)].flatMap(([, title = ""]) => title);
  const headings = [...new Set(commandHeadings.values())].map((heading) => heading.toUpperCase());
  const begin = sections.indexOf("COMMANDS") + 1;
  expect(sections.slice(begin, begin + headings.length)).toEqual(headings);
  for (const { flags } of options) expect(plain).toContain(`\\fB${flags}\\fR`);
  for (const { name } of variables) expect(plain).toContain(`\\fB${name}\\fR`);
  for (const code of Object.values(exitCodes)) expect(plain).toContain(`\\fB${code}\\fR`);
  for (const title of ["NAME", "SYNOPSIS", "COMMANDS", "OPTIONS", "ENVIRONMENT", "FILES", "EXIT STATUS"])
    expect(plain).toMatch(new RegExp(`^\\.SH "?${title}"?$`, "m"));
});

test("help --man prints the manual, and the package declares it", async () => {
  const place = makePlace({});
  const { stdout, stderr, exitCode } = await place.run("help", "--man");
  expect([stdout, stderr, exitCode]).toEqual([manual, "", 0]);
  expect(JSON.parse((await place.run("help", "--man", "--json")).stdout)).toMatchObject({
    kind: "help",
    topic: "man",
    text: manual,
  });
  const { man, files } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(man).toEqual(["./dist/man/roadmap.1"]);
  expect(files).toContain("dist");
});

/** Texts that are special in roff. */
const hostile = manualText({
  version: '1"2',
  about: ".about 'x' \\n -- `a` ^ ~ 🟢",
  commands: [
    {
      name: "a b",
      summary: ".so /etc/passwd",
      argument: { name: "<x...>", help: "'br" },
      options: [],
      examples: [".ex", "'ex \\fB"],
    },
  ],
  options: [{ flags: "-x, --xx <y>", help: "\\*(PI\\", choices: ["a"] }],
  sections: [{ title: 'quo"ted', parts: [".PP", { terms: [[".t", ".m"]] }, { code: ".c\n\n'c" }] }],
});

test.skipIf(!has.groff)("groff gives no warning, and shows texts unchanged", async () => {
  const place = makePlace({ "hostile.1": hostile });
  for (const page of [path, place.path("hostile.1")]) {
    const { stderr } = await runProgram({ command: "groff", args: ["-man", "-ww", "-Tutf8", page] });
    expect(stderr).toBe("");
  }
  const shown = await runProgram({ command: "groff", args: ["-man", "-Tutf8", "-P-cbou", place.path("hostile.1")] });
  for (const text of [
    ".so /etc/passwd.",
    "'br",
    ".ex",
    "'ex \\fB",
    "\\*(PI\\",
    ".c",
    "'c",
    "-x, --xx <y>",
    "`a` ^ ~ 🟢",
  ])
    expect(shown.stdout).toContain(text);
});

test.skipIf(!has.man)("man gives no warning", async () => {
  const { stderr } = await runProgram(
    { command: "man", args: ["-l", "--warnings", path] },
    { env: { MANWIDTH: "80" } },
  );
  expect(stderr).toBe("");
});

test.skipIf(!has.mandoc)("mandoc misses only a date, which would be that of the build", async () => {
  const { stdout } = await runProgram({ command: "mandoc", args: ["-T", "lint", "-W", "warning", path] });
  expect(stdout.split("\n").filter((line) => line !== "" && !line.includes("missing date"))).toEqual([]);
});

test("help topics are printed as text and as JSON", async () => {
  const place = makePlace({});
  const { stdout, exitCode } = await place.run("help", "exit", "codes");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Exit codes\n\n {2}0 {3}Success/);
  const json = JSON.parse((await place.run("help", "exit-codes", "--json")).stdout);
  expect(json).toMatchObject({ kind: "help", topic: "exit-codes", text: stdout });
  expect(await place.run("help", "--no-color")).toMatchObject({
    stdout: expect.stringMatching(/^roadmap tracks /),
    exitCode: 0,
  });
});

test.skipIf(!has.man)("after npm link, man finds the manual page next to the program", async () => {
  const { folder } = makePlace({});
  const project = fileURLToPath(new URL("../..", import.meta.url));
  const args = ["link", "--ignore-scripts", "--offline", "--no-audit", "--no-fund"];
  const linked = await runProgram({ command: "npm", args }, { cwd: project, env: { npm_config_prefix: folder } });
  expect(linked).toMatchObject({ exitCode: 0 });
  const env = { PATH: `${join(folder, "bin")}:${process.env.PATH}`, MANPATH: "" };
  const { stdout } = await runProgram({ command: "man", args: ["-w", "roadmap"] }, { env });
  expect(realpathSync(stdout.trim())).toBe(realpathSync(path));
});
