// The release script, in small repositories.

import { type ChildProcess, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, watch, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addServer, changelog, makeProject, packageText, places } from "../support/release-project.js";
import { canRun, runProgram } from "../support/run-program.js";

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
});

test("an archive has everything in a folder of its name, and leaves files and modes around it alone", async () => {
  const { base, folder, release } = makeProject();
  await release("0.2.0");
  const downloads = join(base, "downloads");
  mkdirSync(downloads, { mode: 0o700 });
  writeFileSync(join(downloads, "LICENSE"), "mine");
  const archive = "roadmap-0.2.0-linux-x64";
  execFileSync("tar", ["-xzf", join(folder, `release/0.2.0/${archive}.tar.gz`)], { cwd: downloads });
  expect(readdirSync(downloads).sort()).toEqual(["LICENSE", archive]);
  expect(readFileSync(join(downloads, "LICENSE"), "utf8")).toBe("mine");
  expect(statSync(downloads).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(downloads, archive)).sort()).toEqual(["LICENSE", "roadmap"]);
  const packed = join(downloads, archive, "roadmap");
  expect(execFileSync(packed, { encoding: "utf8" })).toBe("plan 0.2.0\n");
  expect(readdirSync(join(folder, "dist-binary"))).toEqual(["linux-x64"]);
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

test("a flag that npm keeps to itself counts: a dry run changes nothing, and another flag gets the usage", async () => {
  const { folder, env, state } = makeProject({
    "package.json": packageText({ ...places, scripts: { release: "node scripts/release.mjs" } }),
  });
  const before = state();
  const run = (flag: string) =>
    runProgram({ command: "npm", args: ["run", "release", "0.2.0", flag] }, { cwd: folder, env });
  const dry = await run("--dry-run");
  expect(dry).toMatchObject({ exitCode: 0, stderr: "" });
  expect(dry.stdout).toContain("\nwould run all tests: .ci/run\n");
  for (const flag of ["--dryrun", "--notes"]) expect((await run(flag)).exitCode).toBe(2);
  expect(state()).toEqual(before);
});

test("a setting of npm by which it packs nothing stops a release", async () => {
  const { folder, release } = makeProject({ ".npmrc": "dry-run=true\n" });
  const done = await release("0.1.0");
  expect(done).toMatchObject({ exitCode: 1 });
  expect(done.stderr).toMatch(/^npm pack has written no file: see `npm config list`\n0\.1\.0 was not released; /m);
  expect(existsSync(join(folder, "release/0.1.0"))).toBe(false);
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
    "a repository that is still that of the example",
    {
      "package.json": packageText({
        ...places,
        repository: { type: "git", url: "git+https://github.com/OWNER/REPO.git" },
      }),
    },
    "package.json: replace OWNER/REPO in repository",
  ],
  [
    "a URL for bugs that is still that of the example",
    { "package.json": packageText({ ...places, bugs: "https://github.com/OWNER/REPO/issues" }) },
    "package.json: replace OWNER/REPO in bugs",
  ],
  [
    "a page that names no repository yet",
    {
      "docs/how-to/install.md": "# Install\n\ngh attestation --repo OWNER/REPO\n",
      "docs/how-to/release.md": "OWNER/REPO",
    },
    "docs/how-to/install.md:3: replace OWNER/REPO\n",
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

test("another branch, uncommitted changes and an existing tag are all named", async () => {
  const { folder, git, write, release } = makeProject();
  git("tag", "v0.2.0");
  write("draft.md", "mine");
  const done = await release("0.2.0");
  expect(done).toMatchObject({ exitCode: 1, stdout: "" });
  expect(done.stderr.split("\n").slice(0, -2)).toEqual([
    "uncommitted changes: commit them first",
    "  ?? draft.md",
    "the tag v0.2.0 already exists",
  ]);
  git("switch", "--quiet", "--create", "topic");
  expect((await release("0.2.0")).stderr).toContain("on topic, not on main: run `git switch main`");
  git("switch", "--quiet", "--detach");
  expect((await release("0.2.0")).stderr).toContain("on a detached HEAD, not on main: run `git switch main`");
  expect(readFileSync(join(folder, "draft.md"), "utf8")).toBe("mine");
});

test("the server is asked for newer commits and for the tag, even if they were never fetched", async () => {
  const { base, git, release } = makeProject();
  const server = addServer({ base, git });
  expect(await release("0.2.0", "--dry-run")).toMatchObject({ exitCode: 0, stderr: "" });
  const other = join(base, "other");
  git("clone", "--quiet", server, other);
  git("-C", other, "commit", "--quiet", "--allow-empty", "--message=Newer");
  git("-C", other, "tag", "v0.2.0");
  git("-C", other, "push", "--quiet", "origin", "main", "v0.2.0");
  const done = await release("0.2.0", "--dry-run");
  expect(done).toMatchObject({ exitCode: 1, stdout: "" });
  expect(done.stderr.split("\n").slice(0, -2)).toEqual([
    "main is behind that of origin: run `git pull`",
    "the tag v0.2.0 already exists on origin",
  ]);
  git("pull", "--quiet", "--no-tags");
  expect((await release("0.3.0", "--dry-run")).exitCode).toBe(0);
});

test("a server that cannot be read is said, and what was fetched from it counts", async () => {
  const { base, git, release } = makeProject();
  const server = addServer({ base, git });
  renameSync(server, `${server}.away`);
  const note = /^note: origin cannot be read, so newer commits and tags there are not known\n {2}fatal: .*server\.git/;
  const ready = await release("0.2.0", "--dry-run");
  expect(ready.exitCode).toBe(0);
  expect(ready.stderr).toMatch(note);
  git("update-ref", "refs/remotes/origin/main", git("commit-tree", "-p", "HEAD", "-m", "Newer", "HEAD^{tree}"));
  const behind = await release("0.2.0", "--dry-run");
  expect(behind.exitCode).toBe(1);
  expect(behind.stderr).toMatch(note);
  expect(behind.stderr).toContain("\nmain is behind that of origin: run `git pull`\n");
});

test.for(["", "1.0", "v1.0.0", "01.2.3", "1.2.03", "1.0.0 2.0.0", "1.0.0 --publish"])(
  'the arguments "%s" get the usage',
  async (words) => {
    const done = await makeProject().release(...words.split(" ").filter(Boolean));
    expect(done).toMatchObject({ exitCode: 2, stdout: "", stderr: "usage: npm run release -- X.Y.Z [--dry-run]\n" });
  },
);

test.for([
  ["fail-tests", "what it had changed is restored"],
  ["fail-binary", "what it had changed is restored, except dist/: run `npm run build`"],
] as const)("after a failure (%s), everything is restored but dist/, which is named", async ([name, restored]) => {
  const { base, read, release, state } = makeProject();
  const before = [...state(), read("package.json"), read("CHANGELOG.md")];
  writeFileSync(join(base, name), "");
  const done = await release("0.2.0");
  expect(done.exitCode).toBe(1);
  expect(done.stderr).toMatch(/^failed: .*(?:run|linux-x64)$/m);
  expect(done.stderr.trimEnd().split("\n").at(-1)).toBe(`0.2.0 was not released; ${restored}`);
  expect([...state().slice(0, 2), false, read("package.json"), read("CHANGELOG.md")]).toEqual(before);
});

/** The build has the output of the release, so the release has not ended for `runProgram` before the build has. */
test.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s stops a build, and everything is restored", async (signal) => {
  const wait = 'require("fs").writeFileSync("../building", ""); setTimeout(() => {}, 60_000);';
  const { base, folder, env, read, state } = makeProject({ "scripts/binary.cjs": wait });
  const before = [...state(), read("package.json"), read("CHANGELOG.md")];
  const building = join(base, "building");
  const args = [join(folder, "scripts/release.mjs"), "0.2.0"];
  const whenStarted = (child: ChildProcess) => {
    const watcher = watch(base, () => {
      if (!existsSync(building)) return;
      watcher.close();
      child.kill(signal);
    });
  };
  const done = await runProgram({ command: process.execPath, args }, { env, whenStarted });
  expect(done.exitCode).toBe(128 + constants.signals[signal]);
  expect(done.stderr).toMatch(new RegExp(`^stopped by ${signal}\n0\\.2\\.0 was not released; .* is restored, `, "m"));
  expect([...state().slice(0, 2), false, read("package.json"), read("CHANGELOG.md")]).toEqual(before);
  expect(existsSync(join(folder, "release/0.2.0"))).toBe(false);
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
