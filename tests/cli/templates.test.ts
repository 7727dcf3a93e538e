// Templates: what `npm run new` creates compiles, is listed, runs, and passes its own test.

import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { expect, test } from "vitest";
import { testDay } from "../support/program.js";
import { runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

const root = join(import.meta.dirname, "../..");

interface Project {
  readonly folder: string;
  /** Runs a script of node in the folder. */
  node(args: readonly string[], env?: Readonly<Record<string, string>>): ReturnType<typeof runProgram>;
}

/** A copy of the project, without a build and with the libraries of this one. */
function copyProject(): Project {
  const folder = makeTempFolder();
  const parts = readdirSync(root).filter((name) => !/^(?:\.git|dist.*|node_modules)$/.test(name));
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return {
    folder,
    node: (args, env = {}) => runProgram({ command: execPath, args: [...args] }, { cwd: folder, env }),
  };
}

/**
 * By what is typed after `npm run new --`: the tests that cover what is created. The names are meaningless, so what is
 * added to the project does not take them.
 */
const created = {
  "operation corge-topic": ["tests/operations/corge-topic.test.ts", "tests/json/operation-schema.test.ts"],
  "operation fred-task --structural": ["tests/operations/fred-task.test.ts"],
  "view grault-lines": ["tests/views/grault-lines.test.ts"],
  "rule quux-cell": ["tests/rules/rules.test.ts", "tests/rules/fixes.test.ts", "tests/docs.test.ts"],
  "column quux": ["tests/model/quux-column.test.ts", "tests/model/columns.test.ts"],
  "column quuz --day": ["tests/model/quuz-column.test.ts", "tests/views/exports/csv-text.test.ts"],
  "command grault": ["tests/cli/grault.test.ts", "tests/architecture.test.ts"],
  "command waldo-report": ["tests/cli/waldo-report.test.ts", "tests/views/waldo-report-lines.test.ts"],
  "export garply": ["tests/views/exports/garply-export.test.ts"],
};

const plan = `| Topic | Status | Quux | Quuz | Comments |
|---|---|---|---|---|
| HTTP | | | | TODO |

## Phase 1: Basics

- [x] read
`;

test("every created file compiles, is listed, runs in the built program, and passes its tests", async () => {
  const { folder, node } = copyProject();
  for (const words of Object.keys(created))
    expect(await node(["scripts/new.mjs", ...words.split(" ")]), words).toMatchObject({ stderr: "", exitCode: 0 });

  const noCache = ["--incremental", "false", "--tsBuildInfoFile", "null"];
  expect(await node(["node_modules/typescript/bin/tsc", ...noCache])).toMatchObject({ stdout: "", exitCode: 0 });
  expect(await node(["node_modules/@biomejs/biome/bin/biome", "ci", "src", "tests"])).toMatchObject({ exitCode: 0 });
  expect(await runProgram({ command: "npm", args: ["run", "pages"] }, { cwd: folder })).toMatchObject({ exitCode: 0 });
  expect(readFileSync(join(folder, "docs/problems.md"), "utf8")).toContain("\n| `QUUX_CELL` | note |");
  expect(readFileSync(join(folder, "docs/json/grault.schema.json"), "utf8")).toContain('"const": "grault"');
  const envelopes = readFileSync(join(folder, "docs/json/README.md"), "utf8").match(/^\| \[.*$/gm) ?? [];
  expect(envelopes.filter((row) => row.length !== envelopes[0]?.length)).toEqual([]);

  const file = join(makeTempFolder(), "plan.md");
  writeFileSync(file, plan);
  const run = async (...args: string[]) => {
    const program = join(folder, "dist/bin.cjs");
    const { stdout, stderr, exitCode } = await node([program, ...args, "--file", file], { ROADMAP_TODAY: testDay });
    expect([stderr, exitCode], args.join(" ")).toEqual(["", 0]);
    return stdout;
  };
  await run("corge", "http");
  await run("fred", "write", "--phase", "basics");
  await run("set", "http", "--quux", "example text", "--quuz", "2026-12-01");
  expect(await run("doctor")).toContain("QUUX_CELL");
  await run("doctor", "--fix", "--yes");
  expect(readFileSync(file, "utf8")).toBe(
    plan.replace("| HTTP | | | | TODO |", "| HTTP | Skipped | example text | 2026-12-01 | |").concat("- [ ] write\n"),
  );
  expect(await run("show", "http")).toMatch(/^ {2}Quux +example text\n(?:.*\n)*? {2}Quuz +2026-12-01$/m);
  expect(await run("list", "--json")).toContain('"quuz":"2026-12-01"');
  expect(await run("export", "csv")).toContain(",2026-12-01,");
  expect(await run("export", "garply")).toBe("# made by roadmap export garply\nHTTP\tskipped\n");
  expect(await run("grault")).toBe("HTTP\n");
  expect(await run("waldo-report", "--json")).toContain('"kind":"waldo-report"');
  expect(readFileSync(join(folder, "dist/bin.cjs"), "utf8")).toMatch(/"start [a-z ]*\bcorge\b/);

  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project", "fast", "--project", "whole"];
  const tested = await node([...vitest, ...Object.values(created).flat()]);
  expect([tested.stderr, tested.exitCode]).toEqual(["", 0]);
});

/** The text of every file of the project that could be changed. */
function sourcesIn(folder: string): Record<string, string> {
  const files = ["src", "tests", "docs"].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(files.map((path) => [path, readFileSync(path, "latin1")]));
}

const usage = expect.stringMatching(/^usage:\n(?: {2}npm run new -- [a-z]+ [a-z-]+(?: \[--[a-z]+\])?\n){6}$/);

test("an invalid request is refused with a message, and nothing is written", async () => {
  const { folder, node } = copyProject();
  const before = sourcesIn(folder);
  for (const [words, exitCode, message] of [
    ["", 2, usage],
    ["operation", 2, usage],
    ["page about-us", 2, usage],
    ["toString week-lines", 2, usage],
    ["view week-lines --day", 2, usage],
    ["operation Archive", 2, '"Archive" cannot be the name of this operation; use a name like archive-topic\n'],
    ["export ../tsv", 2, '"../tsv" cannot be the name of this export; use a name like tsv\n'],
    [
      "operation start-over",
      1,
      '"start" is already a command, in src/operations/start-topic.ts; choose another first word\n',
    ],
    [
      "operation add-note",
      1,
      '"add" is already a command, in src/operations/add-column.ts; choose another first word\n',
    ],
    ["operation plan-edits", 1, '"plan-edits" is already in use in src/operations/operation.ts; choose another name\n'],
    ["command redo", 1, '"redo" is already a command, in src/cli/commands/reversal.ts; choose another name\n'],
    ["command list", 1, "src/cli/commands/list.ts already exists; choose another name\n"],
    ["view list-lines", 1, "src/views/list-lines.ts already exists; choose another name\n"],
    ["rule row-broken", 1, '"row-broken" is already in use in src/rules/broken-row.ts; choose another name\n'],
    ["rule date-unreadable", 1, '"date-unreadable" is already in use in src/model/problem.ts; choose another name\n'],
    ["rule mixed-dates", 1, "src/rules/mixed-dates.ts already exists; choose another name\n"],
    ["column line", 1, '"line" is already in use in src/json/envelopes/roadmap.ts; choose another name\n'],
    ["column notes", 1, '"notes" is already in use in src/model/column-words.ts; choose another name\n'],
    ["export html", 1, '"html" is already in use in src/views/exports/page-html.ts; choose another name\n'],
  ] as const)
    expect(await node(["scripts/new.mjs", ...words.split(" ").filter(Boolean)]), words).toMatchObject({
      stdout: "",
      stderr: message,
      exitCode,
    });
  expect(sourcesIn(folder)).toEqual(before);

  const test = join(folder, "tests/views/grault-lines.test.ts");
  writeFileSync(test, "");
  expect(await node(["scripts/new.mjs", "view", "grault-lines"])).toMatchObject({
    stderr: "tests/views/grault-lines.test.ts already exists; choose another name\n",
    exitCode: 1,
  });
  rmSync(test);
  const registry = join(folder, "src/rules/index.ts");
  writeFileSync(registry, readFileSync(registry, "utf8").replace("export const rules:", "export const all:"));
  const changed = sourcesIn(folder);
  expect(await node(["scripts/new.mjs", "rule", "quux-cell"])).toMatchObject({
    stderr: "src/rules/index.ts has changed; adapt scripts/templates/kinds.mjs to it\n",
    exitCode: 1,
  });
  // The formatter refuses what it cannot read.
  const exports = join(folder, "src/views/exports/index.ts");
  writeFileSync(exports, `${readFileSync(exports, "utf8")}\n}`);
  changed[exports] = readFileSync(exports, "latin1");
  expect(await node(["scripts/new.mjs", "export", "garply"])).toMatchObject({
    stderr: expect.stringMatching(/^nothing was written: /),
    exitCode: 1,
  });
  expect(sourcesIn(folder)).toEqual(changed);
});
