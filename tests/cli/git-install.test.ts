// Git install: what it writes, that nothing else changes, and that git's own merges then succeed.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace, type Place, quotedProgram } from "../support/program.js";

const table = "# Plan\n\n| Topic | Status |\n|---|---|\n| HTTP | |\n| SQL | |\n";

/** A repository, and a folder for programs that comes first on the PATH. */
function repository(files: Parameters<typeof makePlace>[0] = table): Place & { readonly bin: string } {
  const place = makePlace(files);
  place.git("init", "-qb", "main");
  const bin = join(place.env.HOME ?? "", "bin");
  mkdirSync(bin);
  return { ...place, bin };
}

function putOnPath({ bin }: { bin: string }, script: string): void {
  writeFileSync(join(bin, "roadmap"), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, "roadmap"), 0o755);
}

/** The real program under its own name. */
function putProgramOnPath(place: { bin: string }): void {
  putOnPath(place, `exec ${quotedProgram} "$@"`);
}

function gitWithPath(place: Place & { bin: string }, ...args: string[]) {
  const env = { ...place.env, PATH: `${place.bin}:${process.env.PATH}`, GIT_EDITOR: "true" };
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: place.folder, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

const attributes = (place: Place, path = "roadmap.md") => place.git("check-attr", "merge", "diff", "--", path);

test("installing shows and writes each line with its file, and a second time changes nothing", async () => {
  const place = repository();
  putProgramOnPath(place);
  const env = { PATH: `${place.bin}:${process.env.PATH}` };
  const tried = await place.runWith({ env }, "git", "install", "-n");
  expect(tried.stdout).toContain(".gitattributes\n  + /roadmap.md merge=roadmap diff=roadmap\n.git/config\n  + merge.");
  expect(tried.stdout).toContain("\nnothing was written\n");
  expect([existsSync(place.path(".gitattributes")), tried.exitCode]).toEqual([false, 0]);
  const done = await place.runWith({ env }, "git", "install");
  expect(done.stdout.startsWith(tried.stdout.replace("nothing was written\n", ""))).toBe(true);
  expect(done.stdout).toContain("✓ git now merges and diffs the roadmap by topic and task\n  run `git add .gitattr");
  expect([done.stderr, done.exitCode]).toEqual(["", 0]);
  expect(place.read(".gitattributes")).toBe("/roadmap.md merge=roadmap diff=roadmap\n");
  expect(attributes(place)).toBe("roadmap.md: merge: roadmap\nroadmap.md: diff: roadmap\n");
  const config = place.read(".git/config");
  const again = await place.runWith({ env }, "git", "install");
  expect([again.stdout, again.exitCode]).toEqual(["already installed\n", 0]);
  expect(place.read(".git/config")).toBe(config);
  const checked = await place.runWith({ env }, "git", "install", "--check");
  expect([checked.stdout.includes("✗"), checked.exitCode]).toEqual([false, 0]);
});

test.each([
  ["no file", null],
  ["an empty last line", "*.txt text\n\n"],
  ["no final newline", "*.txt text\n*.md whitespace=-trailing-space"],
  ["CRLF", "*.txt text\r\n*.png binary\r\n"],
  ["CRLF and no final newline", "*.txt text\r\n*.png binary"],
  ["other attributes of the same file", "/roadmap.md text eol=lf\n# the end\n"],
  ["the same attributes with other values", "*.md merge=union diff=markdown\n"],
])("installing and removing restores the bytes of .gitattributes and the configuration: %s", async (_, before) => {
  const place = repository();
  if (before !== null) place.write(before, ".gitattributes");
  const config = place.read(".git/config");
  expect((await place.run("git", "install")).exitCode).toBe(0);
  expect(attributes(place)).toBe("roadmap.md: merge: roadmap\nroadmap.md: diff: roadmap\n");
  if (before !== null) expect(place.read(".gitattributes").startsWith(before)).toBe(true);
  if (before?.includes("\r\n")) expect(place.read(".gitattributes")).not.toMatch(/[^\r]\n/);
  const eol = place.git("check-attr", "eol", "--", "roadmap.md");
  expect(eol).toContain(before?.includes("eol=lf") ? "eol: lf" : "eol: unspecified");
  const removed = await place.run("git", "install", "--remove");
  expect([removed.stdout.includes("  - /roadmap.md merge=roadmap"), removed.exitCode]).toEqual([true, 0]);
  if (before === null) expect(existsSync(place.path(".gitattributes"))).toBe(false);
  else expect(place.read(".gitattributes")).toBe(before);
  expect(place.read(".git/config")).toBe(config);
  expect((await place.run("git", "install", "--remove")).stdout).toBe("nothing to remove\n");
});

test.each(["my road map.md", "r[1]*?.md", 'a"b\\c.md', "#x.md", "!x.md", "Zürich 計画.md", "tab\there.md"])(
  "the pattern for the file %j matches only that file",
  async (name) => {
    const place = repository({ [name]: table });
    expect((await place.run("git", "install", "-f", name)).exitCode).toBe(0);
    const mergeAttribute = place.git("check-attr", "-z", "merge", "--", name).split("\0")[2];
    expect(mergeAttribute).toBe("roadmap");
    expect(place.git("check-attr", "merge", "--", "r1x.md", "other.md", "sub/other.md")).not.toContain(
      "merge: roadmap",
    );
    expect((await place.run("git", "install", "--check", "-f", name)).exitCode).toBe(0);
    expect((await place.run("git", "install", "--remove", "-f", name)).exitCode).toBe(0);
    expect(existsSync(place.path(".gitattributes"))).toBe(false);
  },
);

test("after a removal of the committed file, git still reads it from the index, and a hint says so", async () => {
  const place = repository();
  await place.run("git", "install");
  place.git("add", ".gitattributes");
  place.git("commit", "-qm", "attributes");
  const { stdout, exitCode } = await place.run("git", "install", "--remove");
  expect(stdout).toContain("\n✓ removed\n  run `git add .gitattributes && git commit`; until then, git uses the");
  expect([stdout.includes("was kept"), exitCode]).toEqual([false, 0]);
  place.git("add", ".gitattributes");
  place.git("commit", "-qm", "no attributes");
  expect((await place.run("git", "install", "--remove")).stdout).toBe("nothing to remove\n");
});

test("a foreign value is never overwritten, and a hint says what to do", async () => {
  const place = repository();
  place.git("config", "merge.roadmap.driver", "mine %A");
  const before = place.read(".git/config");
  const { stdout, stderr, exitCode } = await place.run("git", "install");
  expect([stdout, exitCode]).toEqual(["", 1]);
  expect(stderr).toBe(
    "roadmap: merge.roadmap.driver is already set to something else: mine %A (file:.git/config); nothing was written\n" +
      "  if you do not need it, remove it with `git config --local --unset-all merge.roadmap.driver`\n",
  );
  expect([place.read(".git/config"), existsSync(place.path(".gitattributes"))]).toEqual([before, false]);
  await place.run("git", "install", "--remove");
  expect(place.read(".git/config")).toBe(before);
  place.git("config", "--local", "--unset-all", "merge.roadmap.driver");
  expect((await place.run("git", "install")).exitCode).toBe(0);
});

test("a value in an included file is foreign too, and the hint names that file", async () => {
  const place = repository();
  place.git("config", "--file", ".git/extra", "diff.roadmap.textconv", "mine");
  place.git("config", "include.path", "extra");
  const { stderr } = await place.run("git", "install");
  expect(stderr).toContain("`git config --file .git/extra --unset-all diff.roadmap.textconv`\n");
  place.git("config", "--file", ".git/extra", "--unset-all", "diff.roadmap.textconv");
  expect((await place.run("git", "install")).exitCode).toBe(0);
});

test("a value from another version of roadmap is updated", async () => {
  const place = repository();
  place.git("config", "merge.roadmap.driver", "roadmap merge-driver %O %A %B");
  const checked = await place.run("git", "install", "--check");
  expect(checked.stdout).toContain("✗ .git/config: merge.roadmap.driver was written by another version\n");
  expect(checked.exitCode).toBe(1);
  const done = await place.run("git", "install");
  expect(done.stdout).toContain("  - roadmap merge-driver %O %A %B (file:.git/config)\n  + merge.roadmap.driver = ");
  expect(place.git("config", "--get-all", "merge.roadmap.driver").split("\n")).toHaveLength(2);
});

test("a line that overrides ours is reported, in a subfolder and in the same file", async () => {
  const place = repository({});
  mkdirSync(place.path("docs"));
  place.write(table, "docs/roadmap.md");
  place.write("*.md merge=union\n", "docs/.gitattributes");
  const { stdout, exitCode } = await place.run("git", "install");
  expect(exitCode).toBe(1);
  expect(stdout).toContain("✗ .gitattributes: /docs/roadmap.md merge=roadmap diff=roadmap is set to something else\n");
  expect(stdout).toContain("  merge: union, diff: roadmap\n");
  expect(stdout).toContain(
    "another line overrides the one that `roadmap git install` writes\n  look further down in that file",
  );
  expect(stdout).not.toContain("\n  roadmap git install\n");
  const again = await place.run("git", "install");
  expect(again.stderr).toContain(
    ".gitattributes has a line for the roadmap, but another line overrides it: merge: union, diff: roadmap",
  );
  expect(again.exitCode).toBe(1);
});

test("--check reports that a clone has the attributes but not the configuration", async () => {
  const place = repository();
  await place.run("git", "install");
  place.git("add", "-A");
  place.git("commit", "-qm", "roadmap");
  place.git("clone", "-q", ".", "../clone");
  const { stdout, exitCode } = await place.runWith({ cwd: "../clone" }, "git", "install", "--check");
  expect(exitCode).toBe(1);
  expect(stdout).toContain("✓ .gitattributes: /roadmap.md merge=roadmap diff=roadmap\n");
  expect(stdout).toContain("✗ .git/config: merge.roadmap.driver is missing\n");
  expect(stdout).toContain("until then, git merges line by line\n  roadmap git install\n");
  const installed = await place.runWith({ cwd: "../clone" }, "git", "install");
  expect(installed.exitCode).toBe(0);
  expect(place.git("-C", "../clone", "status", "--porcelain")).toBe("");
});

test("--global installs for all repositories, even through a link, and --remove restores the bytes", async () => {
  const place = repository();
  const home = place.env.HOME ?? "";
  const config = "[user]\n\tname = Me\n";
  writeFileSync(join(home, ".gitconfig"), config);
  const done = await place.run("git", "install", "--global");
  expect(done.stdout).toContain(`${home}/.config/git/attributes\n  + roadmap.md merge=roadmap diff=roadmap\n`);
  expect(attributes(place)).toBe("roadmap.md: merge: roadmap\nroadmap.md: diff: roadmap\n");
  expect((await place.run("git", "install", "--global", "--check")).exitCode).toBe(0);
  expect((await place.run("git", "install", "--check")).stdout).toContain("✗ .gitattributes: /roadmap.md");
  await place.run("git", "install", "--global", "--remove");
  expect(place.git("config", "--global", "--list")).toBe("user.name=Me\n");
  expect([place.read("../home/.gitconfig"), existsSync(join(home, ".config/git/attributes"))]).toEqual([config, false]);

  writeFileSync(join(home, "dotfile"), "*.c diff=cpp\n");
  symlinkSync("dotfile", join(home, "attributes"));
  place.git("config", "--global", "core.attributesFile", "~/attributes");
  expect((await place.run("git", "install", "--global")).exitCode).toBe(0);
  expect(place.read("../home/dotfile")).toContain("*.c diff=cpp\nroadmap.md merge=roadmap");
  await place.run("git", "install", "--global", "--remove");
  expect(place.read("../home/dotfile")).toBe("*.c diff=cpp\n");
});

test("a work tree, a submodule and a linked roadmap get their lines where git reads them", async () => {
  const place = repository();
  place.git("add", "-A");
  place.git("commit", "-qm", "first");
  place.git("worktree", "add", "-q", "../tree");
  expect((await place.runWith({ cwd: "../tree" }, "git", "install")).exitCode).toBe(0);
  expect(place.read("../tree/.gitattributes")).toBe("/roadmap.md merge=roadmap diff=roadmap\n");
  expect(place.git("config", "--local", "merge.roadmap.name")).toContain("roadmap:");

  const outer = repository({});
  outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", place.folder, "inner");
  expect((await outer.runWith({ cwd: "inner" }, "git", "install")).exitCode).toBe(0);
  expect(outer.read("inner/.gitattributes")).toBe("/roadmap.md merge=roadmap diff=roadmap\n");
  expect(outer.read(".git/modules/inner/config")).toContain('[merge "roadmap"]');

  const linked = repository({});
  mkdirSync(linked.path("real"));
  linked.write(table, "real/plan.md");
  symlinkSync("real/plan.md", linked.path("roadmap.md"));
  expect((await linked.run("git", "install")).exitCode).toBe(0);
  expect(linked.read(".gitattributes")).toBe("/real/plan.md merge=roadmap diff=roadmap\n");
});

test.each([
  ["no repository", () => {}, "is not in a git work tree", "roadmap git install --global"],
  ["a bare one", (p: Place) => p.git("init", "-q", "--bare", "."), "is not in a git work tree", "git init"],
  ["a locked configuration", lockConfig, "could not lock config file .git/config", "fix what git reports"],
  ["a folder in the place of the file", makeAttributesFolder, ".gitattributes is a folder", "move it away"],
  [
    "a link in the place of the file",
    linkAttributes,
    "is a symbolic link, which git does not follow",
    "replace it with a regular file",
  ],
  ["bytes that are no text", writeLatin, ".gitattributes is not UTF-8", "replace it with a text file"],
] as const)("%s is reported with a hint, and nothing is written", async (_, prepare, ...expected) => {
  const place = makePlace(table);
  prepare(place);
  const { stderr, exitCode } = await place.run("git", "install");
  expect([1, 4]).toContain(exitCode);
  expect(stderr).toContain(expected[0]);
  expect(stderr).toContain(expected[1]);
  expect(place.read()).toBe(table);
});

function lockConfig(place: Place): void {
  place.git("init", "-q");
  place.write("", ".git/config.lock");
}

function makeAttributesFolder(place: Place): void {
  place.git("init", "-q");
  mkdirSync(place.path(".gitattributes"));
}

function linkAttributes(place: Place): void {
  place.git("init", "-q");
  place.write("*.txt text\n", "real");
  symlinkSync("real", place.path(".gitattributes"));
}

function writeLatin(place: Place): void {
  place.git("init", "-q");
  place.write(Buffer.from("caf\xe9.txt text\n", "latin1"), ".gitattributes");
}

test.each([
  [["git", "uninstall"], 'unknown command "git uninstall"'],
  [["git"], "git needs a subcommand"],
  [["git", "install", "--check", "--remove"], "--check and --remove cannot be combined"],
])("%j is a usage error", async (args, expected) => {
  const { stderr, exitCode } = await makePlace(table).run(...args);
  expect([exitCode, stderr.includes(expected)]).toEqual([2, true]);
});

/** Two branches that changed adjacent rows: a conflict for git's own merge. */
async function branches(): Promise<Place & { bin: string }> {
  const place = repository();
  await place.run("git", "install");
  const commit = (text: string) => {
    place.write(text);
    place.git("add", "-A");
    place.git("commit", "-qm", "change");
  };
  commit(table);
  place.git("checkout", "-qb", "other");
  commit(table.replace("| SQL | |", "| SQL | Done |"));
  place.git("checkout", "-q", "main");
  commit(table.replace("| HTTP | |", "| HTTP | Done |"));
  return place;
}

const marked =
  "# Plan\n\n| Topic | Status |\n|---|---|\n<<<<<<< ours\n| HTTP | Done |\n| SQL | |\n||||||| base\n| HTTP | |\n| SQL | |\n=======\n" +
  "| HTTP | |\n| SQL | Done |\n>>>>>>> theirs\n";

test.each([
  ["is missing", null],
  ["crashes", "kill -9 $$"],
  ["reports a fault", "exit 70"],
  ["does not know the command", "exit 2"],
  ["cannot even start, which node says with 1", "exit 1"],
])("if the program %s, git's own merge leaves its markers and no side is lost", async (_, script) => {
  const place = await branches();
  if (script === null) rmSync(place.bin, { recursive: true });
  else putOnPath(place, script);
  expect(gitWithPath(place, "merge", "other").status).toBe(1);
  expect(place.read()).toBe(marked);
  expect(place.git("ls-files", "-u")).not.toBe("");
});

test("git takes the program's merge, and passes base, ours, theirs, the marker size and the path", async () => {
  const place = await branches();
  putOnPath(place, 'echo "$@" > told; sed "s/SQL | /SQL | Done /" "$4" > new && cat new > "$4"; exit 0');
  expect(gitWithPath(place, "merge", "--no-edit", "other").status).toBe(0);
  expect(place.read()).toBe(table.replace("HTTP | |", "HTTP | Done |").replace("SQL | |", "SQL | Done |"));
  expect(place.read("told")).toMatch(/^merge-driver -- \S+ \S+ \S+ 7 roadmap\.md\n$/);
});

test("git leaves conflicts as the program marked them", async () => {
  const place = await branches();
  const mine = "# Plan\n<<<<<<< a\nx\n||||||| b\n=======\ny\n>>>>>>> c\n";
  place.write(mine, "marked");
  putOnPath(place, 'cat marked > "$4"; exit 1');
  expect(gitWithPath(place, "merge", "other").status).toBe(1);
  expect(place.read()).toBe(mine);
});

test("git diff shows the roadmap by topic, and unchanged if the program is missing", async () => {
  const place = await branches();
  putProgramOnPath(place);
  const shown = gitWithPath(place, "diff", "HEAD~1", "--", "roadmap.md").stdout;
  expect(shown).toContain("@@ -2,4 +2,5 @@\n \n columns: Topic, Status\n topic: HTTP\n+  status: Done\n topic: SQL\n");
  expect(gitWithPath(place, "log", "-p", "-1", "--no-ext-diff", "--no-textconv").stdout).toContain("+| HTTP | Done |");
  renameSync(join(place.bin, "roadmap"), join(place.bin, "gone"));
  const plain = gitWithPath(place, "diff", "HEAD~1", "--", "roadmap.md");
  expect([plain.status, plain.stderr]).toEqual([0, ""]);
  expect(plain.stdout).toContain("+| HTTP | Done |");
});
