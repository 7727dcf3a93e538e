// Small repositories for tests of the release script, with its own git, npm and tar, where tests and builds are short.

import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runProgram } from "./run-program.js";
import { makeTempFolder } from "./temp-folder.js";

const project = join(import.meta.dirname, "../..");

export const places = {
  repository: { type: "git", url: "git+https://git.example.org/ada/plan.git" },
  bugs: "https://git.example.org/ada/plan/issues",
};

export const changelog = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A first feature.\n";

const standIns: Readonly<Record<string, string>> = {
  ".ci/run": "#!/bin/sh\ntest ! -e ../fail-tests\n",
  ".gitignore": "dist/\ndist-binary/\nrelease/\n",
  "CHANGELOG.md": changelog,
  "README.md": "# Plan\n",
  "docs/how-to/install.md": "# Install\n",
  "scripts/binary/targets.json": JSON.stringify({
    "linux-x64": { testedOn: "Debian 12" },
    "windows-x64": { testedOn: null },
  }),
  "scripts/build.cjs": `const { mkdirSync, writeFileSync } = require("fs");
mkdirSync("dist", { recursive: true });
writeFileSync("dist/bin.cjs", 'console.log("plan ' + require("../package.json").version + '")');\n`,
  "scripts/binary.cjs": `const { mkdirSync, writeFileSync, existsSync } = require("fs");
if (existsSync("../fail-binary")) process.exit(3);
for (const name of process.argv.slice(2).filter((word) => word !== "--target")) {
  mkdirSync("dist-binary/" + name, { recursive: true });
  const version = require("../package.json").version;
  writeFileSync("dist-binary/" + name + "/roadmap", "#!/bin/sh\\necho plan " + version + "\\n", { mode: 0o755 });
  writeFileSync("dist-binary/" + name + "/LICENSE", "theirs");
}\n`,
};

export function packageText(own: object = places): string {
  const scripts = { build: "node scripts/build.cjs", binary: "node scripts/binary.cjs" };
  return `${JSON.stringify({ name: "plan", version: "0.1.0", files: ["dist"], scripts, ...own }, null, 2)}\n`;
}

/** A clean repository on main, where everything is ready for a first release. */
export function makeProject(files: Readonly<Record<string, string>> = {}) {
  const base = makeTempFolder();
  const folder = join(base, "my plan");
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const lock = {
    name: "plan",
    version: "0.1.0",
    lockfileVersion: 3,
    packages: { "": { name: "plan", version: "0.1.0" } },
  };
  const all = {
    ...standIns,
    "package.json": packageText(),
    "package-lock.json": `${JSON.stringify(lock)}\n`,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) write(name, text);
  chmodSync(join(folder, ".ci/run"), 0o755);
  for (const script of ["scripts/release.mjs", "scripts/binary/archive.mjs"])
    cpSync(join(project, script), join(folder, script));
  const env = {
    HOME: base,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: join(base, ".gitconfig"),
    npm_config_update_notifier: "false",
  };
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: folder, env: { ...process.env, ...env }, encoding: "utf8" }).trimEnd();
  git("config", "--global", "user.name", "Ada");
  git("config", "--global", "user.email", "ada@example.org");
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=Begin");
  const script = join(folder, "scripts/release.mjs");
  const release = (...args: string[]) => runProgram({ command: process.execPath, args: [script, ...args] }, { env });
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  /** All that a release may change. */
  const state = () => [git("status", "--porcelain"), git("for-each-ref"), existsSync(join(folder, "release"))];
  return { base, folder, env, git, read, write, release, state };
}

/** A server that has all of the repository, with its branch main as upstream. */
export function addServer({ base, git }: Pick<ReturnType<typeof makeProject>, "base" | "git">): string {
  const server = join(base, "server.git");
  git("clone", "--quiet", "--bare", ".", server);
  git("remote", "add", "origin", server);
  git("push", "--quiet", "--set-upstream", "origin", "main");
  return server;
}
