// The build: leaves the repository's roadmap alone, works on any path, and keeps the old program when it fails.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { referenceText } from "../support/program.js";
import { runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

const project = join(import.meta.dirname, "../..");
const conflicted = `<<<<<<< HEAD\n${referenceText}=======\n>>>>>>> main\n`;

/** A copy of the files for the build, on a path that needs encoding in a URL. */
function copyProject(): string {
  const folder = join(makeTempFolder(), "my 50%20#1 plän 🗺");
  const parts = ["src", "scripts", "tests/fixtures", "package.json", "tsconfig.json", "tsconfig.types.json"];
  mkdirSync(folder);
  for (const part of parts) cpSync(join(project, part), join(folder, part), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  return folder;
}

const build = (folder: string, env = {}) =>
  runProgram({ command: process.execPath, args: ["scripts/build.mjs"] }, { cwd: folder, env });

/** The output of the program in `folder`: with a late part, the other reader, and a shipped file. */
async function programIn(folder: string): Promise<unknown[]> {
  const cwd = makeTempFolder();
  // Only remark can decide about the tag in the lazy line.
  writeFileSync(
    join(cwd, "plan.md"),
    "---\nroadmap:\n  weekly: 2\n---\n> a\n<b\n\n| Topic | Status |\n|---|---|\n| Go | Done |\n",
  );
  const run = async (...args: string[]) => {
    const program = { command: process.execPath, args: [join(folder, "dist", "bin.cjs"), ...args] };
    const { stdout, stderr, exitCode } = await runProgram(program, { cwd });
    return [stderr, exitCode, stdout];
  };
  return [await run("list", "-f", "plan.md"), await run("doctor", "-f", "plan.md"), await run("completion", "bash")];
}

/** What is in `dist`: each name once and without its hash, and without the parts that only a checked build has. */
function builtIn(folder: string): string[] {
  const names = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" });
  const withoutHash = names.map((name) => name.replace(/-(?:[0-9a-f]{16}|[0-9A-Z]{8})(?=\.c?js$)/, ""));
  return [...new Set(withoutHash)].filter((name) => name !== "check-reading.cjs").sort();
}

const inProject = (folder: string) => readdirSync(folder).sort();

test("a build neither reads nor changes the roadmap in the repository, and works on a path with any characters", async () => {
  const folder = copyProject();
  writeFileSync(join(folder, "roadmap.md"), conflicted);
  const before = inProject(folder);
  const env = { ROADMAP_FILE: "missing.md", ROADMAP_TODAY: "no day", GIT_DIR: "/nowhere" };
  expect(await build(folder, env)).toMatchObject({ stdout: "", stderr: "", exitCode: 0 });
  expect(inProject(folder)).toEqual([...before, "dist"].sort());
  expect(readFileSync(join(folder, "roadmap.md"), "utf8")).toBe(conflicted);
  expect(await programIn(folder)).toEqual(await programIn(project));
  expect(builtIn(folder)).toEqual(builtIn(project));
});

test("a failed or killed build leaves the old program, and two builds at once leave a whole one", async () => {
  const folder = copyProject();
  const started = await Promise.all([build(folder), build(folder)]);
  expect(started.map(({ stderr, exitCode }) => [stderr, exitCode])).toEqual([
    ["", 0],
    ["", 0],
  ]);
  const before = inProject(folder);
  const expected = await programIn(folder);
  expect(expected).toEqual(await programIn(project));

  const broken = join(folder, "src", "index.ts");
  const source = readFileSync(broken, "utf8");
  writeFileSync(broken, `${source}\nexport const broken: number = "text";\n`);
  expect(await build(folder)).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("src/index.ts") });
  expect(inProject(folder)).toEqual(before);
  writeFileSync(broken, `${source}}`);
  expect(await build(folder)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("src/index.ts") });
  expect(inProject(folder)).toEqual(before);
  expect(await programIn(folder)).toEqual(expected);
  writeFileSync(broken, source);

  expect(await stoppedHalfway(folder, "SIGTERM")).toBe("SIGTERM");
  expect(inProject(folder)).toEqual(before);
  expect(await stoppedHalfway(folder, "SIGKILL")).toBe("SIGKILL");
  expect(inProject(folder)).not.toEqual(before);
  expect(await programIn(folder)).toEqual(expected);
  expect(await build(folder)).toMatchObject({ stderr: "", exitCode: 0 });
  expect(inProject(folder)).toEqual(before);
});

/** Starts a build and stops it after its first output file; returns the signal that ended it. */
async function stoppedHalfway(folder: string, signal: NodeJS.Signals): Promise<unknown> {
  const watcher = watch(folder);
  const child = spawn(process.execPath, ["scripts/build.mjs"], { cwd: folder, stdio: "ignore" });
  const ended = once(child, "exit");
  const fresh = join(folder, `dist.new-${child.pid}`);
  while (!existsSync(fresh)) await once(watcher, "change");
  watcher.close();
  child.kill(signal);
  const [, endedBy] = await ended;
  return endedBy;
}
