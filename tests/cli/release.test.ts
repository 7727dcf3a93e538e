// The release script, in small repositories with its own git, npm and tar, where tests and builds are short.

import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { canRun, runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

const project = join(import.meta.dirname, "../..");

const places = {
  repository: { type: "git", url: "git+https://git.example.org/ada/plan.git" },
  bugs: "https://git.example.org/ada/plan/issues",
};

const changelog = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A first feature.\n";

/** Prints the version of the package, like the program. */
const printVersion = `console.log("plan " + require("../package.json").version)`;

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
writeFileSync("dist/bin.cjs", ${JSON.stringify(printVersion)});\n`,
  "scripts/binary.cjs": `const { mkdirSync, writeFileSync, existsSync } = require("fs");
if (existsSync("../fail-binary")) process.exit(3);
for (const name of process.argv.slice(2).filter((word) => word !== "--target")) {
  mkdirSync("dist-binary/" + name, { recursive: true });
  const version = require("../package.json").version;
  writeFileSync("dist-binary/" + name + "/roadmap", "#!/bin/sh\\necho plan " + version + "\\n", { mode: 0o755 });
}\n`,
};

function packageText(own: object = places): string {
  const scripts = { build: "node scripts/build.cjs", binary: "node scripts/binary.cjs" };
  return `${JSON.stringify({ name: "plan", version: "0.1.0", files: ["dist"], scripts, ...own }, null, 2)}\n`;
}

/** A clean repository on main, where everything is ready for a first release. */
function makeProject(files: Readonly<Record<string, string>> = {}) {
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
  cpSync(join(project, "scripts/release.mjs"), join(folder, "scripts/release.mjs"));
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
  const release = (...args: string[]) =>
    runProgram({ command: process.execPath, args: [join(folder, "scripts/release.mjs"), ...args] }, { cwd: base, env });
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  /** All that a release may change. */
  const state = () => [git("status", "--porcelain"), git("for-each-ref"), existsSync(join(folder, "release"))];
  return { base, folder, git, read, write, release, state };
}

test("a release sets the version, dates the changelog, commits, tags, and builds files with their sums", async () => {
  const { folder, git, read, release } = makeProject();
  const done = await release("0.1.0");
  expect(done).toMatchObject({ exitCode: 0 });
  expect(done.stdout).toMatch(/\nnext: git push --atomic origin main v0\.1\.0\n/);
  expect(done.stdout).toContain("unsigned: git has no user.signingkey");
  expect(git("status", "--porcelain")).toBe("");
  expect(git("log", "--format=%s")).toBe("Release 0.1.0\nBegin");
  expect(git("cat-file", "-t", "v0.1.0")).toBe("tag");
  expect(git("rev-parse", "v0.1.0^{commit}")).toBe(git("rev-parse", "main"));
  expect(read("CHANGELOG.md").replace(/\d{4}-\d\d-\d\d/, "DATE")).toBe(
    "# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - DATE\n\n### Added\n\n- A first feature.\n\n" +
      "[Unreleased]: https://git.example.org/ada/plan/compare/v0.1.0...HEAD\n" +
      "[0.1.0]: https://git.example.org/ada/plan/releases/tag/v0.1.0\n",
  );
  const names = ["SHA256SUMS", "plan-0.1.0.tgz", "roadmap-0.1.0-linux-x64.tar.gz"];
  expect(readdirSync(join(folder, "release/0.1.0")).sort()).toEqual(names);
  const sums = { command: "sha256sum", args: ["--check", "--strict", "SHA256SUMS"] };
  expect(await runProgram(sums, { cwd: join(folder, "release/0.1.0") })).toMatchObject({ exitCode: 0 });
  const archive = ["-xzOf", join(folder, "release/0.1.0", names[2] ?? ""), "./roadmap"];
  expect(execFileSync("tar", archive, { encoding: "utf8" })).toBe("#!/bin/sh\necho plan 0.1.0\n");
});

test("the next release links to what changed since the last, and keeps older links", async () => {
  const { git, read, write, release } = makeProject();
  await release("0.1.0");
  write(
    "CHANGELOG.md",
    read("CHANGELOG.md").replace("## [Unreleased]\n", "## [Unreleased]\n\n### Fixed\n\n- A fault.\n"),
  );
  git("commit", "--quiet", "--all", "--message=Fix a fault");
  expect(await release("0.10.0")).toMatchObject({ exitCode: 0 });
  expect(read("CHANGELOG.md").split("\n").slice(-4)).toEqual([
    "[Unreleased]: https://git.example.org/ada/plan/compare/v0.10.0...HEAD",
    "[0.10.0]: https://git.example.org/ada/plan/compare/v0.1.0...v0.10.0",
    "[0.1.0]: https://git.example.org/ada/plan/releases/tag/v0.1.0",
    "",
  ]);
  const versions = [
    JSON.parse(read("package.json")).version,
    JSON.parse(read("package-lock.json")).packages[""].version,
  ];
  expect(versions).toEqual(["0.10.0", "0.10.0"]);
  expect(await release("--notes")).toMatchObject({ exitCode: 0, stdout: "### Fixed\n\n- A fault.\n" });
  const older = await release("0.9.0", "--dry-run");
  expect(older).toMatchObject({ exitCode: 1, stdout: "" });
  expect(older.stderr).toContain(
    "0.9.0 is not newer than 0.10.0 in CHANGELOG.md\n0.9.0 is older than 0.10.0 in package.json",
  );
});

test("a dry run says every step and changes nothing", async () => {
  const { release, state } = makeProject();
  const before = state();
  const done = await release("0.2.0", "--dry-run");
  expect(done).toMatchObject({ exitCode: 0, stderr: "" });
  expect(done.stdout.split("\n")).toEqual([
    "would run all tests: .ci/run",
    "would set the version to 0.2.0 in package.json and package-lock.json",
    "would date the section [Unreleased] of CHANGELOG.md as 0.2.0",
    "would build the package in release/0.2.0",
    "would build the binaries that are tested in release/0.2.0: linux-x64 (not: windows-x64)",
    "would write release/0.2.0/SHA256SUMS, unsigned: git has no user.signingkey",
    'would commit "Release 0.2.0" and tag it v0.2.0',
    "dry run: nothing was changed",
    "",
  ]);
  expect(state()).toEqual(before);
});

test.for([
  [
    "a missing repository",
    { "package.json": packageText({ bugs: places.bugs }) },
    'add "repository": { "type": "git", "url": "git+https://github.com/OWNER/REPO.git" }',
  ],
  [
    "missing bugs",
    { "package.json": packageText({ repository: places.repository }) },
    'add "bugs": "https://github.com/OWNER/REPO/issues"',
  ],
  [
    "another form of repository",
    { "package.json": packageText({ ...places, repository: "ada/plan" }) },
    "the URL of the repository is not like",
  ],
  [
    "no entries",
    { "CHANGELOG.md": "# Changelog\n\n## [Unreleased]\n\n## [0.0.9] - 2026-01-01\n\n- Old.\n" },
    "no entries under [Unreleased]",
  ],
  [
    "a changelog that calls it unreleased",
    { "CHANGELOG.md": `Nothing has been released yet.\n${changelog}` },
    "remove the sentence that nothing has been released yet",
  ],
  [
    "a released version",
    { "CHANGELOG.md": `${changelog}\n## [0.2.0] - 2026-01-01\n` },
    "0.2.0 is not newer than 0.2.0 in CHANGELOG.md",
  ],
  [
    "a newer package",
    { "package.json": packageText({ ...places, version: "0.3.0" }) },
    "0.2.0 is older than 0.3.0 in package.json",
  ],
  [
    "a page that is out of date",
    { "docs/how-to/install.md": "# Install\n\n<!-- before the first release -->\n" },
    "docs/how-to/install.md:3: rewrite what is true only before",
  ],
] as const)("%s is a reason against a release", async ([, files, reason]) => {
  const { release, state } = makeProject(files);
  const before = state();
  for (const flags of [[], ["--dry-run"]]) {
    const done = await release("0.2.0", ...flags);
    expect(done).toMatchObject({ exitCode: 1, stdout: "" });
    expect(done.stderr).toContain(reason);
    expect(done.stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(done.stderr).toMatch(/\n0\.2\.0 was not released; nothing was changed\n$/);
  }
  expect(state()).toEqual(before);
});

test("another branch, uncommitted changes, an existing tag and newer commits upstream are all named", async () => {
  const { base, folder, git, write, release } = makeProject();
  git("clone", "--quiet", "--bare", ".", join(base, "server.git"));
  git("remote", "add", "origin", join(base, "server.git"));
  git("commit", "--quiet", "--allow-empty", "--message=Newer");
  git("push", "--quiet", "--set-upstream", "origin", "main");
  git("reset", "--quiet", "--hard", "HEAD~1");
  git("tag", "v0.2.0");
  write("draft.md", "mine");
  const done = await release("0.2.0");
  expect(done).toMatchObject({ exitCode: 1, stdout: "" });
  expect(done.stderr.split("\n").slice(0, -2)).toEqual([
    "uncommitted changes: commit them first",
    "  ?? draft.md",
    "main is behind its upstream by 1: run `git pull`",
    "the tag v0.2.0 already exists",
  ]);
  git("switch", "--quiet", "--create", "topic");
  expect((await release("0.2.0")).stderr).toContain("on topic, not on main: run `git switch main`");
  git("switch", "--quiet", "--detach");
  expect((await release("0.2.0")).stderr).toContain("on a detached HEAD, not on main: run `git switch main`");
  expect(readFileSync(join(folder, "draft.md"), "utf8")).toBe("mine");
});

test.for(["", "1.0", "v1.0.0", "1.0.0 2.0.0", "1.0.0 --publish"])('the arguments "%s" get the usage', async (words) => {
  const done = await makeProject().release(...words.split(" ").filter(Boolean));
  expect(done).toMatchObject({ exitCode: 2, stdout: "", stderr: "usage: npm run release -- X.Y.Z [--dry-run]\n" });
});

test.for(["fail-tests", "fail-binary"])("after a failure (%s), everything is restored", async (name) => {
  const { base, read, release, state } = makeProject();
  const before = [...state(), read("package.json"), read("CHANGELOG.md")];
  writeFileSync(join(base, name), "");
  const done = await release("0.2.0");
  expect(done.exitCode).toBe(1);
  expect(done.stderr).toMatch(
    /^failed: .*(?:run|linux-x64)\n0\.2\.0 was not released; what it had changed is restored\n$/m,
  );
  expect([...state().slice(0, 2), false, read("package.json"), read("CHANGELOG.md")]).toEqual(before);
});

test("tests that change a file stop a release, and a tag that cannot be signed undoes its commit", async () => {
  const changing = makeProject({ ".ci/run": "#!/bin/sh\necho more >> README.md\n" });
  const stopped = await changing.release("0.2.0");
  expect(stopped.exitCode).toBe(1);
  expect(stopped.stderr).toContain("the tests have changed files:\n M README.md");
  const { folder, git, release, state } = makeProject();
  const before = state();
  writeFileSync(join(folder, ".git/hooks/reference-transaction"), '#!/bin/sh\n! grep -q "refs/tags/"\n', {
    mode: 0o755,
  });
  const untagged = await release("0.2.0");
  expect(untagged).toMatchObject({ exitCode: 1 });
  expect(untagged.stderr).toMatch(/^failed: git tag /m);
  expect([git("status", "--porcelain"), git("for-each-ref")]).toEqual(before.slice(0, 2));
});

test("with a key in git's settings, the tag and the sums are signed with it", async ({ skip }) => {
  skip(!(await canRun("sh", "-c", "command -v ssh-keygen")), "it needs ssh-keygen");
  const { base, folder, git, release } = makeProject();
  const key = join(base, "my key");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key]);
  const signers = join(base, "signers");
  writeFileSync(signers, `ada@example.org ${readFileSync(`${key}.pub`, "utf8")}`);
  git("config", "--global", "gpg.format", "ssh");
  git("config", "--global", "user.signingkey", "~/my key");
  git("config", "--global", "gpg.ssh.allowedSignersFile", signers);
  const done = await release("0.2.0");
  expect(done).toMatchObject({ exitCode: 0 });
  expect(done.stdout).toContain(`SHA256SUMS, signed with ${key}`);
  git("tag", "--verify", "v0.2.0");
  const verify = `ssh-keygen -Y verify -f ../../../signers -I ada@example.org -n file -s SHA256SUMS.sig < SHA256SUMS`;
  const verified = { command: "sh", args: ["-c", verify] };
  expect(await runProgram(verified, { cwd: join(folder, "release/0.2.0") })).toMatchObject({ exitCode: 0 });
});
