// Committing: exactly the change, in any state of the repository, and a clear error if that is impossible.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makePlace, testDay } from "../support/program.js";
import { finished, makeRepository, type RepositoryPlace, topicRows } from "../support/repository.js";

const finish = ["finish", "http fundamentals"];

function addHook(place: RepositoryPlace, name: string, script: string): void {
  const path = place.path(`.git/hooks/${name}`);
  mkdirSync(place.path(".git/hooks"), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

describe("with --commit", () => {
  test("the change is committed with a generated message", async () => {
    const place = makeRepository();
    const { stdout, exitCode, stderr } = await place.run(...finish, "--commit");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(place.committed()).toBe(finished);
    expect(place.status()).toBe("");
    expect(place.message()).toBe(
      [
        "roadmap: finish HTTP Fundamentals",
        "",
        "Roadmap-Topic: HTTP Fundamentals",
        `Roadmap-Change: finished (blank) -> ${testDay}`,
        "Roadmap-Change: status Not Started -> Done",
      ].join("\n"),
    );
    const id = place.git("rev-parse", "HEAD").slice(0, 9);
    expect(stdout).toContain(`  committed ${id.slice(0, 7)} on main\n`);
  });

  test("by default, nothing is committed, and the front matter can change that", async () => {
    const place = makeRepository();
    await place.run(...finish);
    expect([place.count(), place.status()]).toEqual([1, " M roadmap.md\n"]);
    const asking = makeRepository({ "roadmap.md": `---\nroadmap:\n  commit: true\n---\n${topicRows}` });
    await asking.run(...finish);
    expect([asking.count(), asking.status()]).toEqual([2, ""]);
    await asking.run("start", "rest", "--no-commit");
    expect([asking.count(), asking.status()]).toEqual([2, " M roadmap.md\n"]);
  });

  test("other staged or modified files stay as they are", async () => {
    const place = makeRepository({ "roadmap.md": topicRows, "staged.txt": "a\n", "changed.txt": "b\n" });
    place.write("A\n", "staged.txt");
    place.git("add", "staged.txt");
    place.write("B\n", "changed.txt");
    place.write("new\n", "untracked.txt");
    const before = place.status();
    expect((await place.run(...finish, "--commit")).exitCode).toBe(0);
    expect(place.status()).toBe(before);
    expect(place.git("show", "--stat", "--format=", "HEAD")).toContain("1 file changed, 1 insertion(+), 1 deletion(-)");
  });

  test("other changes in the roadmap, staged or not, are neither committed nor lost", async () => {
    const place = makeRepository();
    const staged = topicRows.replace("| Kafka | 2 |", "| Kafka | 3 |");
    place.write(staged);
    place.git("add", "roadmap.md");
    const own = staged.replace("# Plan", "# My plan").replace("| Not Started |  |", "| Not Started | my note |");
    place.write(own);
    const { exitCode, stderr } = await place.run(...finish, "--commit");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(place.committed()).toBe(finished);
    expect(place.git("show", ":roadmap.md")).toBe(finished.replace("| Kafka | 2 |", "| Kafka | 3 |"));
    expect(place.read()).toBe(own.replace("|  |  | Not Started | my", `|  | ${testDay} | Done | my`));
  });

  test("a change that builds on an edit by hand is saved, but not committed alone", async () => {
    const place = makeRepository();
    place.write(topicRows.replace("|  |  | Not Started |", "| 2026-11-20 |  | In Progress |"));
    const { exitCode, stderr } = await place.run(...finish, "--commit");
    expect([exitCode, place.count()]).toEqual([8, 1]);
    expect(stderr).toContain("this change builds on other uncommitted changes in the file");
    expect((await place.run("commit")).exitCode).toBe(0);
    expect([place.committed(), place.status()]).toEqual([place.read(), ""]);
  });

  test("a modification that git detects only by content is still detected", async () => {
    // The size and time in the index: git reads such a file again unless the index is newer.
    const place = makeRepository({ "roadmap.md": topicRows, "other.txt": "1\n" });
    place.git("config", "core.trustctime", "false");
    const moment = "touch -d '2026-01-01 00:00:00'";
    await place.shell(`${moment} other.txt; git update-index --refresh; ${moment} .git/index`);
    await place.shell(`echo 2 > other.txt; ${moment} other.txt`);
    expect(place.git("diff", "--name-only")).toBe("other.txt\n");
    await place.shell(`${moment} .git/index`);
    expect((await place.run(...finish, "--commit")).exitCode).toBe(0);
    expect(place.status()).toBe(" M other.txt\n");
  });

  test("many operations are one commit that counts and names them", async () => {
    const place = makeRepository();
    const lines = ["http fundamentals", "rest api"].map((topic) => JSON.stringify({ op: "start", topic }));
    await place.runWith({ stdin: lines.join("\n") }, "apply", "--commit");
    expect(place.count()).toBe(2);
    expect(place.message().split("\n").slice(0, 4)).toEqual([
      "roadmap: start 2 topics",
      "",
      "start HTTP Fundamentals",
      "start REST API",
    ]);
  });

  test("undo and redo are committed as undo and redo", async () => {
    const place = makeRepository();
    for (const words of [["start", "kafka"], ["skip", "rest"], ["undo"], ["redo"], ["undo", "2"]])
      expect((await place.run(...words, "--commit")).exitCode).toBe(0);
    expect(place.git("log", "--format=%s").trim().split("\n")).toEqual([
      "roadmap: undo 2 changes",
      "roadmap: redo skip REST API",
      "roadmap: undo skip REST API",
      "roadmap: skip REST API",
      "roadmap: start Kafka",
      "first",
    ]);
    expect([place.committed(), place.status()]).toEqual([topicRows, ""]);
    expect((await place.run("log", "--verify")).exitCode).toBe(0);
  });

  test("a dry run commits nothing, and neither does a change that is already done", async () => {
    const place = makeRepository();
    await place.run(...finish, "--commit", "--dry-run");
    expect([place.count(), place.read()]).toEqual([1, topicRows]);
    await place.run(...finish, "--commit");
    expect((await place.run(...finish, "--commit")).exitCode).toBe(0);
    expect(place.count()).toBe(2);
  });

  test("JSON contains the commit", async () => {
    const place = makeRepository();
    const { stdout } = await place.run(...finish, "--commit", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      commit: { id: place.git("rev-parse", "HEAD").trim(), branch: "main", notes: [] },
      notCommitted: null,
    });
  });
});

describe("hooks and signatures", () => {
  test("hooks run, and after a refusal the change is saved but not committed", async () => {
    const place = makeRepository();
    addHook(place, "commit-msg", 'cp "$1" .git/seen-message');
    await place.run(...finish, "--commit");
    expect(readFileSync(place.path(".git/seen-message"), "utf8")).toContain("roadmap: finish HTTP Fundamentals");
    addHook(place, "pre-commit", "echo 'no commits on Sundays' >&2; exit 1");
    const { exitCode, stderr, stdout } = await place.run("start", "rest", "--commit");
    expect(exitCode).toBe(8);
    expect(stderr).toContain("saved, but not committed: git refused the commit: no commits on Sundays");
    expect(stderr).toContain("`roadmap commit`");
    expect(stdout).toContain("◐ REST API is in progress.\n");
    expect([place.count(), place.read().includes("| REST API | 1 | 2026")]).toEqual([2, true]);
  });

  test("a failing hook after the commit does not revert it", async () => {
    const place = makeRepository();
    addHook(place, "post-commit", "exit 1");
    expect((await place.run(...finish, "--commit")).exitCode).toBe(0);
    expect([place.count(), place.status()]).toEqual([2, ""]);
  });

  test("a commit is reported even if the index cannot be updated", async () => {
    const place = makeRepository();
    addHook(place, "post-commit", "rm -f .git/index && mkdir .git/index");
    const { exitCode, stdout, stderr } = await place.run(...finish, "--commit");
    expect([exitCode, place.count(), place.committed()]).toEqual([0, 2, finished]);
    expect(stdout).toContain("committed");
    expect(stderr).toContain("git's index could not be updated");
  });

  test("a hook that takes too long is stopped, before and after the commit", async () => {
    const place = makeRepository();
    const env = { ROADMAP_GIT_WAIT_MS: "3000" };
    addHook(place, "post-commit", "exec sleep 20");
    const behind = await place.runWith({ env }, ...finish, "--commit");
    expect([behind.exitCode, behind.stderr, place.count(), place.status()]).toEqual([0, "", 2, ""]);
    addHook(place, "pre-commit", "exec sleep 20");
    const before = await place.runWith({ env }, "start", "rest", "--commit");
    expect([before.exitCode, place.count()]).toEqual([8, 2]);
    expect(before.stderr).toContain("git did not answer within 3 seconds");
    expect(readdirSync(place.path(".git")).filter((name) => /lock|roadmap/.test(name))).toEqual([]);
  });

  test("a commit that cannot be signed is refused", async () => {
    const place = makeRepository();
    place.git("config", "commit.gpgSign", "true");
    place.git("config", "gpg.program", "false");
    const { exitCode, stderr } = await place.run(...finish, "--commit", "--json");
    expect([exitCode, place.count()]).toEqual([8, 1]);
    expect(JSON.parse(stderr)).toMatchObject({ code: "NOT_SIGNED", exitCode: 8 });
  });

  test("without an author's identity, nothing is committed, and a hint says how to set it", async () => {
    const place = makeRepository();
    place.git("config", "user.useConfigOnly", "true");
    const nobody = { GIT_AUTHOR_NAME: undefined, GIT_AUTHOR_EMAIL: undefined };
    const env = { ...nobody, GIT_COMMITTER_NAME: undefined, GIT_COMMITTER_EMAIL: undefined };
    const { exitCode, stderr } = await place.runWith({ env }, ...finish, "--commit");
    expect([exitCode, place.read()]).toEqual([8, finished]);
    expect(stderr).toContain("git config --global user.name");
  });
});

describe("while a git operation is in progress", () => {
  const cases: readonly (readonly [name: string, begin: (place: RepositoryPlace) => void])[] = [
    ["merge", (place) => place.git("merge", "--no-commit", "--no-ff", "other")],
    ["cherry-pick", (place) => quietly(() => place.git("cherry-pick", "clash"))],
    ["revert", (place) => place.git("revert", "--no-commit", "HEAD")],
    ["rebase", (place) => quietly(() => place.git("rebase", "--exec", "false", "HEAD~1"))],
    ["bisect", (place) => place.git("bisect", "start")],
  ];
  test.each(cases)("during a %s, the change is saved but not committed", async (name, begin) => {
    const place = makeRepository({ "roadmap.md": topicRows, "other.txt": "1\n" });
    place.git("checkout", "--quiet", "-b", "other");
    place.write("on the other side\n", "new.txt");
    place.git("add", "--all");
    place.git("commit", "--quiet", "--message=other");
    place.git("checkout", "--quiet", "-b", "clash", "main");
    place.write("2\n", "other.txt");
    place.git("commit", "--quiet", "--all", "--message=clash");
    place.git("checkout", "--quiet", "main");
    place.write("3\n", "other.txt");
    place.git("commit", "--quiet", "--all", "--message=main");
    begin(place);
    const head = place.git("rev-parse", "HEAD");
    const { exitCode, stderr } = await place.run(...finish, "--commit");
    expect([exitCode, place.git("rev-parse", "HEAD") === head, place.read()]).toEqual([8, true, finished]);
    expect(stderr).toContain(`a ${name} is in progress`);
    expect((await place.run("commit")).exitCode).toBe(8);
  });
});

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Git fails, which is what brings it into that state.
  }
}

describe("in every kind of repository", () => {
  test("on an unborn branch, the file is the first commit, and other staged files stay staged", async () => {
    const place = makeRepository({ "roadmap.md": topicRows, "other.txt": "1\n" }, "unborn");
    place.git("add", "other.txt");
    expect((await place.run(...finish, "--commit")).exitCode).toBe(0);
    expect(place.git("ls-tree", "--name-only", "HEAD")).toBe("roadmap.md\n");
    expect([place.message(), place.status()]).toEqual(["roadmap: add roadmap.md", "A  other.txt\n"]);
  });

  test("an untracked file is added, and an ignored one is not", async () => {
    const place = makeRepository({ "other.txt": "1\n", ".gitignore": "ignored.md\n" });
    place.write(topicRows);
    place.write(topicRows, "ignored.md");
    expect((await place.run(...finish, "--commit")).exitCode).toBe(0);
    expect([place.committed(), place.status()]).toEqual([finished, ""]);
    const { exitCode, stderr } = await place.run(...finish, "--commit", "--file", "ignored.md");
    expect([exitCode, place.count(), place.read("ignored.md")]).toEqual([8, 2, finished]);
    expect(stderr).toContain("git ignores ignored.md");
  });

  test("on a detached HEAD, the commit is made, and the message says so", async () => {
    const place = makeRepository();
    place.git("checkout", "--quiet", "--detach");
    expect((await place.run(...finish, "--commit")).stdout).toContain("on a detached HEAD");
    expect(place.committed()).toBe(finished);
  });

  test("in a linked work tree and in a submodule, their own branch gets the commit", async () => {
    const place = makeRepository();
    place.git("worktree", "add", "--quiet", "-b", "second", "tree");
    await place.run(...finish, "--commit", "--file", "tree/roadmap.md");
    expect([place.git("show", "second:roadmap.md"), place.committed()]).toEqual([finished, topicRows]);
    const outer = makeRepository({ "readme.txt": "outer\n" });
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", place.folder, "inner");
    outer.git("commit", "--quiet", "--message=submodule");
    expect((await outer.run(...finish, "--commit", "--file", "inner/roadmap.md")).exitCode).toBe(0);
    expect(outer.git("-C", "inner", "show", "HEAD:roadmap.md")).toBe(finished);
    expect(outer.count()).toBe(2);
  });

  test("the target of a symbolic link is committed in its own repository", async () => {
    const place = makeRepository();
    const elsewhere = makePlace({});
    symlinkSync(place.path(), elsewhere.path("link.md"));
    expect((await elsewhere.run(...finish, "--commit", "--file", "link.md")).exitCode).toBe(0);
    expect([place.committed(), place.status()]).toEqual([finished, ""]);
  });

  test.each([
    ["no repository", "git init", makePlace],
    ["a bare one", "git init", bare],
  ])("with %s, the change is saved, and a hint says what to do", async (_, way, make) => {
    const place = make(topicRows);
    const { exitCode, stderr } = await place.run(...finish, "--commit");
    expect([exitCode, place.read()]).toEqual([8, finished]);
    expect(stderr).toContain(way);
  });

  test("a repository of another user is not used, and git's reason is shown", async (context) => {
    if (process.getuid?.() !== 0) context.skip("only root can give a repository to someone else");
    const place = makeRepository();
    await place.shell("chown -R 65534:65534 .git . && chown 0:0 roadmap.md");
    const { exitCode, stderr } = await place.run(...finish, "--commit");
    expect([exitCode, place.read()]).toEqual([8, finished]);
    expect(stderr).toContain("safe.directory");
  });

  test.each(["-rf.md", ":(top)x.md", "*.md", "a\nb.md", "ü, ö.md", "--help"])(
    "the name %j is only a name",
    async (name) => {
      const place = makeRepository({ [name]: topicRows, "other.md": "1\n" });
      place.write("2\n", "other.md");
      const { exitCode } = await place.run(...finish, "--commit", `--file=${join(place.folder, name)}`);
      expect([exitCode, place.committed(name), place.status()]).toEqual([0, finished, " M other.md\n"]);
    },
  );

  test("line endings are committed as the repository stores them", async () => {
    const place = makeRepository({ ".gitattributes": "* text eol=crlf\n", "roadmap.md": topicRows });
    rmSync(place.path());
    place.git("checkout", "--quiet", "--", "roadmap.md");
    expect([place.read(), place.status()]).toEqual([topicRows.replaceAll("\n", "\r\n"), ""]);
    await place.run(...finish, "--commit");
    expect([place.committed(), place.status()]).toEqual([finished, ""]);
    expect(place.read()).toBe(finished.replaceAll("\n", "\r\n"));
  });

  test("variables that point to another repository are ignored", async () => {
    const place = makeRepository();
    const other = makeRepository({ "other.txt": "1\n" });
    const env = {
      GIT_DIR: other.path(".git"),
      GIT_WORK_TREE: other.folder,
      GIT_INDEX_FILE: other.path("index"),
      GIT_OBJECT_DIRECTORY: other.path("objects"),
      GIT_NAMESPACE: "x",
      GIT_EXTERNAL_DIFF: "touch canary",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "core.hooksPath",
      GIT_CONFIG_VALUE_0: "nowhere",
    };
    await place.runWith({ env }, ...finish, "--commit");
    expect([place.committed(), other.count(), existsSync(other.path("index"))]).toEqual([finished, 1, false]);
  });
});

function bare(text: string) {
  const place = makePlace(text);
  place.git("init", "--quiet", "--bare", ".");
  return place;
}
