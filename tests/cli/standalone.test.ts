// The standalone binary alone: it contains all files that the npm package reads.

import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isBinary, makePlace, programCommand, referenceText } from "../support/program.js";
import { canRun } from "../support/run-program.js";

const root = join(import.meta.dirname, "../..");
const source = (name: string) => readFileSync(join(root, name), "utf8");
const { command: binary } = programCommand();

const text = `---
roadmap:
  status:
    done: [shipped]
---

# A &mdash; B

| Topic | Status |
|---|---|
| A &hellip; B | shipped |
| C | terminé |

${"> ".repeat(150)}x
`;

/** A copy in a read-only folder; run as a user without a name or a home folder where possible. */
function alone() {
  const place = makePlace({ "roadmap.md": text, "reference.md": referenceText });
  const folder = join(place.folder, "..", "a folder with spaces");
  mkdirSync(folder);
  const path = join(folder, "roadmap");
  copyFileSync(binary, path);
  chmodSync(path, 0o555);
  chmodSync(folder, 0o555);
  chmodSync(join(place.folder, ".."), 0o755);
  const user = process.geteuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(path, args, {
      cwd: place.folder,
      env: { PATH: process.env.PATH, HOME: "/nonexistent", ROADMAP_TODAY: "2026-11-22" },
      encoding: "utf8",
      ...user,
    });
    return { exitCode: status, stdout, stderr };
  };
  return { run, place, path };
}

describe.runIf(isBinary)("alone in a read-only folder, as another user", () => {
  test("it reads front matter, named characters, other languages, and in a worker what is deeply nested", () => {
    expect(alone().run("list")).toEqual({
      exitCode: 0,
      stdout: "#  Topic  Status\n1  A … B  done\n2  C      done\n",
      stderr: "",
    });
  });

  test("it prints its version, its manual page and the script of every shell", () => {
    const { run } = alone();
    expect(run("--version").stdout).toBe(`${JSON.parse(source("package.json")).version}\n`);
    expect(run("help", "--man").stdout).toMatch(/^\.TH ROADMAP 1 /);
    for (const [shell, name] of [
      ["bash", "roadmap.bash"],
      ["zsh", "_roadmap"],
      ["fish", "roadmap.fish"],
      ["powershell", "roadmap.ps1"],
    ] as const)
      expect(run("completion", shell).stdout).toBe(source(`src/cli/completion/scripts/${name}`));
  });

  test("it finds garbled text, and answers a shell", () => {
    const { run } = alone();
    expect(run("doctor", "-f", "reference.md").stdout).toContain("TEXT_DAMAGED");
    expect(run("__complete", "line", "roadmap finish --pro").stdout).toContain("--proof");
  });

  test("nothing in it names the folder where it was built, and nothing is read from there", ({ skip }) => {
    expect(readFileSync(binary).includes(root)).toBe(false);
    skip(!canRun("strace"), "strace is missing");
    const { path, place } = alone();
    const trace = join(place.folder, "trace");
    spawnSync("strace", ["-f", "-e", "trace=file", "-o", trace, path, "list"], { cwd: place.folder, env: {} });
    expect(existsSync(trace)).toBe(true);
    expect(readFileSync(trace, "utf8")).not.toMatch(/dist-binary|node_modules|\.env|bunfig|package\.json|tsconfig/);
  });
});

describe.runIf(isBinary && existsSync(join(binary, "../THIRD-PARTY-NOTICES")))("what is next to it", () => {
  test("the licenses of roadmap, of what it contains, and of its engine with where to get the source", () => {
    const notices = readFileSync(join(binary, "../THIRD-PARTY-NOTICES"), "utf8");
    expect(notices).toMatch(/^Bun \d/m);
    expect(notices).toMatch(/^WebKit and JavaScriptCore.*\nLicense: LGPL.*\nSource: https:\/\/\S+\/[0-9a-f]{40}$/m);
    expect(notices).toMatch(/^commander \d/m);
    expect(readFileSync(join(binary, "../LICENSE"), "utf8")).toBe(source("LICENSE"));
  });

  test("the manual page and the scripts of the shells, to be installed", () => {
    expect(readFileSync(join(binary, "../man/roadmap.1"), "utf8")).toMatch(/^\.TH ROADMAP 1 /);
    expect(existsSync(join(binary, "../completion/_roadmap"))).toBe(true);
  });
});
