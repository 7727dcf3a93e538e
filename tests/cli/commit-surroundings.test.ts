// Committing under special conditions: hooks that commit, filters, line endings, settings, renamed files.

import { chmodSync, existsSync, linkSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { finished, makeRepository, type RepositoryPlace, topicRows } from "../support/repository.js";

const finish = ["finish", "http fundamentals", "--commit"];

function addHook(place: RepositoryPlace, name: string, script: string): void {
  const path = place.path(`.git/hooks/${name}`);
  mkdirSync(place.path(".git/hooks"), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

test("a dry run of commit shows the message and commits nothing", async () => {
  const place = makeRepository();
  expect((await place.run("commit", "-n")).stdout).toBe("nothing to commit: no changes since the last commit\n");
  place.write(finished);
  const objects = place.git("count-objects");
  const { stdout, exitCode } = await place.run("commit", "-n");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^would commit:\n\n {2}roadmap: finish HTTP Fundamentals\n\n {2}Roadmap-Topic: HTTP/);
  const { message, commit, dryRun } = JSON.parse((await place.run("commit", "-n", "--json")).stdout);
  expect([message.split("\n")[0], commit, dryRun]).toEqual(["roadmap: finish HTTP Fundamentals", null, true]);
  expect([place.count(), place.status(), place.git("count-objects")]).toEqual([1, " M roadmap.md\n", objects]);
  await place.run("commit");
  expect(`${place.message()}\n`).toBe(message);
});

test("commits added by a hook stay, and the index contains them", async () => {
  const place = makeRepository();
  addHook(
    place,
    "post-commit",
    '[ -n "$HOOKED" ] && exit 0; export HOOKED=1\ndate > build.txt; git add build.txt; git commit -qm "bump build"',
  );
  const { stdout, exitCode } = await place.run(...finish);
  expect([exitCode, place.status(), place.count()]).toEqual([0, "", 3]);
  const [own = ""] = place.git("rev-list", "-1", "HEAD^").split("\n");
  expect(stdout).toContain(`committed ${own.slice(0, 7)} on main\n`);
  expect([place.message(), place.committed()]).toEqual(["bump build", finished]);
});

test("if a hook commits another change of the roadmap, nothing is left staged", async () => {
  const place = makeRepository();
  addHook(
    place,
    "post-commit",
    '[ -n "$HOOKED" ] && exit 0; export HOOKED=1\necho more >> roadmap.md; git add roadmap.md; git commit -qm more',
  );
  expect((await place.run(...finish)).exitCode).toBe(0);
  expect([place.status(), place.committed(), place.count()]).toEqual(["", `${finished}more\n`, 3]);
});

test("files that a hook adds to the commit are in the index too", async () => {
  const place = makeRepository({ "roadmap.md": topicRows, "staged.txt": "a\n" });
  place.write("b\n", "staged.txt");
  place.git("add", "staged.txt");
  addHook(place, "pre-commit", "date > made.txt; git add made.txt");
  expect((await place.run(...finish)).exitCode).toBe(0);
  expect(place.git("show", "--format=", "--name-only", "HEAD")).toBe("made.txt\nroadmap.md\n");
  expect(place.status()).toBe("M  staged.txt\n");
});

test.each([
  ["core.autocrlf", "true", ""],
  ["core.autocrlf", "input", ""],
  ["core.autocrlf", "false", "* text=auto\n"],
  ["core.autocrlf", "true", "*.md ident\n"],
])("committed CRLF stays CRLF, with %s %s and attributes %j", async (name, value, attributes) => {
  const crlf = topicRows.replaceAll("\n", "\r\n");
  const place = makeRepository({ "roadmap.md": crlf });
  place.write(attributes, ".gitattributes");
  place.git("config", name, value);
  expect((await place.run("commit")).stdout).toContain("nothing to commit");
  await place.run(...finish);
  expect(place.git("show", "--format=", "--numstat", "HEAD")).toBe("1\t1\troadmap.md\n");
  expect(place.committed()).toBe(finished.replaceAll("\n", "\r\n"));
  expect(place.status()).toBe("?? .gitattributes\n");
});

test("if attributes declare the file as text, git's rule applies", async () => {
  const place = makeRepository({ "roadmap.md": topicRows.replaceAll("\n", "\r\n") });
  place.write("*.md text\n", ".gitattributes");
  await place.run(...finish);
  expect(place.committed()).toBe(finished);
});

test("a file renamed with git mv is committed as a rename", async () => {
  const place = makeRepository();
  place.git("mv", "roadmap.md", "plan.md");
  expect((await place.run("--file", "plan.md", ...finish)).exitCode).toBe(0);
  expect([place.status(), place.message().split("\n")[0]]).toEqual(["", "roadmap: finish HTTP Fundamentals"]);
  expect(place.git("show", "--format=", "--name-status", "-M", "HEAD")).toMatch(/^R\d+\troadmap\.md\tplan\.md\n$/);
  place.git("mv", "plan.md", "learn.md");
  const { stdout } = await place.run("--file", "learn.md", "commit");
  expect(stdout).toContain("on main: roadmap: rename plan.md to learn.md\n");
  expect([place.status(), place.count()]).toEqual(["", 3]);
  const log = await place.run("--file", "learn.md", "log");
  expect(log.stdout).toContain("the file was renamed from plan.md to");
  expect(log.stdout).toContain("the file was renamed from roadmap.md to");
  expect((await place.run("--file", "learn.md", "log", "--verify")).exitCode).toBe(0);
});

test("the message describes the committed text, not the filtered text on disk", async () => {
  const place = makeRepository({ "roadmap.md": `${topicRows}\n<!-- $Id$ -->\n`, ".gitattributes": "*.md ident\n" });
  place.git("rm", "-q", "--cached", "roadmap.md");
  place.git("reset", "-q", "--hard");
  expect(place.read()).toMatch(/\$Id: [0-9a-f]+ \$/);
  await place.run(...finish);
  expect(place.message()).not.toContain("Roadmap-Text");
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
});

test("messages are UTF-8, and the first commit is in the log, whatever the settings", async () => {
  const place = makeRepository({ "roadmap.md": topicRows.replace("HTTP", "Über HTTP") });
  place.git("config", "i18n.commitEncoding", "ISO-8859-1");
  place.git("config", "log.showRoot", "false");
  await place.run("finish", "über", "--commit");
  expect(place.git("cat-file", "-p", "HEAD")).not.toContain("encoding");
  const { stdout, exitCode } = await place.run("log", "--verify");
  expect([exitCode, stdout]).toEqual([0, expect.not.stringContaining("Ã")]);
  expect((await place.run("log")).stdout).toContain("roadmap.md was added");
});

test("a message that git has prepared for the user's next commit stays", async () => {
  const place = makeRepository();
  place.git("checkout", "-qb", "other");
  place.write("hi\n", "file.txt");
  place.git("add", "file.txt");
  place.git("commit", "-qm", "precious message");
  place.git("checkout", "-q", "main");
  place.git("merge", "-q", "--squash", "other");
  await place.run(...finish);
  expect([existsSync(place.path(".git/SQUASH_MSG")), place.status()]).toEqual([true, "A  file.txt\n"]);
  place.git("commit", "-q", "--no-edit");
  expect(place.message()).toContain("precious message");
});

test.each([
  ["am", "git format-patch -1 --stdout other > o.patch; git am -3 o.patch; rm o.patch"],
  ["revert", "git revert --no-edit HEAD~1 HEAD~2; git checkout --theirs f.txt; git add f.txt; git commit -qm settled"],
])("the hint during a %s is the right one", async (work, script) => {
  const place = makeRepository({ "roadmap.md": topicRows, "f.txt": "0\n" });
  const commitText = (text: string) => {
    place.write(text, "f.txt");
    place.git("commit", "-qam", text.trim());
  };
  place.git("checkout", "-qb", "other");
  commitText("other\n");
  place.git("checkout", "-q", "main");
  for (const text of ["1\n", "2\n", "3\n"]) commitText(text);
  await place.shell(`${script} || true`);
  const { stderr, exitCode } = await place.run(...finish);
  expect([exitCode, stderr]).toEqual([8, expect.stringContaining(`a ${work} is in progress`)]);
  expect(stderr).toContain(`git ${work} --continue`);
});

test("after a failed filter, the hint is `roadmap commit`, and it works", async () => {
  const place = makeRepository({ "roadmap.md": topicRows, ".gitattributes": "*.md filter=up\n" });
  place.git("config", "filter.up.clean", "false");
  place.git("config", "filter.up.required", "true");
  const { stderr, exitCode } = await place.run(...finish);
  expect([exitCode, stderr]).toEqual([8, expect.stringContaining("then run `roadmap commit`")]);
  place.git("config", "filter.up.clean", "cat");
  expect((await place.run("commit")).exitCode).toBe(0);
  expect(place.committed()).toBe(finished);
});

test.each([
  ["git mv", (place: RepositoryPlace) => void place.git("mv", "docs/roadmap.md", "docs/Roadmap.md")],
  ["mv", (place: RepositoryPlace) => renameSync(place.path("docs/roadmap.md"), place.path("docs/Roadmap.md"))],
])("a name that %s changed only in case is one name in the commit", async (_, rename) => {
  const place = makeRepository({ "other.txt": "1\n" });
  mkdirSync(place.path("docs"));
  place.write("# Plan\n\n- [ ] a\n", "docs/roadmap.md");
  place.git("add", "docs");
  place.git("commit", "--quiet", "--message=plan");
  rename(place);
  // So many other changes that git no longer detects a rename.
  place.write(topicRows, "docs/Roadmap.md");
  expect((await place.run("--file", "docs/Roadmap.md", "commit")).exitCode).toBe(0);
  expect(place.git("ls-tree", "-r", "--name-only", "HEAD")).toBe("docs/Roadmap.md\nother.txt\n");
  expect([place.git("show", "HEAD:docs/Roadmap.md"), place.status()]).toEqual([topicRows, ""]);
});

test("on a case-insensitive disk, the file is committed under the name that git has", async () => {
  const place = makeRepository();
  // A hard link simulates a disk that ignores case.
  linkSync(place.path(), place.path("Roadmap.md"));
  expect((await place.run("--file", "Roadmap.md", ...finish)).exitCode).toBe(0);
  expect(place.git("ls-tree", "-r", "--name-only", "HEAD")).toBe("roadmap.md\n");
  expect([place.committed(), place.message().split("\n")[0]]).toEqual([finished, "roadmap: finish HTTP Fundamentals"]);
});

test("two files whose names differ by case stay two", async () => {
  const place = makeRepository({ "roadmap.md": topicRows, "other.txt": "1\n" });
  place.write(topicRows.replace("# Plan", "# Other"), "Roadmap.md");
  expect((await place.run("--file", "Roadmap.md", ...finish)).exitCode).toBe(0);
  expect(place.git("ls-tree", "-r", "--name-only", "HEAD")).toBe("Roadmap.md\nother.txt\nroadmap.md\n");
});
