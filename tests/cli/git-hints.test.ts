// Hints during git operations: they are true, and the suggested commands work.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { inTerminal } from "../support/pty.js";
import { makeRepository, type RepositoryPlace, topicRows } from "../support/repository.js";

/** Both sides changed the status of one topic; git has left its markers in the file. */
function makeConflict(name = "roadmap.md"): RepositoryPlace {
  const place = makeRepository({ [name]: topicRows });
  const commitAs = (status: string) => {
    place.write(topicRows.replace("1 |  |  | Not Started", `1 |  |  | ${status}`), name);
    place.git("commit", "-qam", status);
  };
  place.git("checkout", "-qb", "theirs");
  commitAs("Blocked");
  place.git("checkout", "-q", "main");
  commitAs("Done");
  expect(() => place.git("-c", "merge.conflictStyle=diff3", "merge", "theirs")).toThrow();
  return place;
}

test("resolve offers the valid choices for the conflict, with the file in each command", async () => {
  const place = makeConflict("my plan.md");
  const { stdout } = await place.run("--file", "my plan.md", "resolve");
  expect(stdout).toContain("choose: `roadmap --file 'my plan.md' resolve 1 --ours`, or `--theirs`, `--value TEXT`\n");
  expect(stdout).toContain("`roadmap --file 'my plan.md' resolve --ours` uses our side everywhere and drops theirs\n");
  for (const choice of [["--theirs"], ["--value", "Skipped"]])
    expect((await place.run("--file", "my plan.md", "resolve", "1", ...choice, "-n")).exitCode).toBe(0);
});

test("the suggested git add names only the file, whatever its name", async () => {
  const place = makeConflict("*.md");
  place.write("notes\n", "notes.md");
  const { output } = await inTerminal(place, "resolve", "--ours", "--file", "*.md");
  const [command = ""] = /git --literal-pathspecs add .*$/m.exec(output) ?? [];
  expect((await place.shell(command.replace("git commit", "git commit -qm merged"))).exitCode).toBe(0);
  expect(place.status()).toBe("?? notes.md\n");
});

test("text that both sides agree on is not an uncommitted change", async () => {
  const { stdout } = await makeConflict().run("log");
  expect(stdout).not.toContain("uncommitted changes");
  expect(stdout).toContain("HTTP Fundamentals");
});

test("undo does not restore a resolved conflict in a file edited since, and says why", async () => {
  const place = makeConflict();
  await place.run("resolve", "--ours");
  place.write(`${place.read()}hand\n`);
  const { stderr, exitCode } = await place.run("undo");
  expect([exitCode, stderr]).toEqual([4, expect.stringContaining("would restore a merge conflict")]);
  place.write(place.read().replace("hand\n", ""));
  expect((await place.run("undo")).exitCode).toBe(0);
  expect(place.read()).toContain("<<<<<<<");
});

test("undo of spaces around a text changed since names no value", async () => {
  const place = makeRepository();
  await place.run("fmt");
  place.write(place.read().replace("| REST API          | 1     |", "| REST API          | 2     |"));
  const { stderr, exitCode } = await place.run("undo");
  expect([exitCode, stderr]).toEqual([
    1,
    expect.stringContaining("it changed whitespace around text that was edited later"),
  ]);
  expect(stderr).not.toContain("(blank)");
});

test("a partial clone gets a hint about missing objects, and git log fetches them", async () => {
  const place = makeRepository();
  for (const topic of ["http", "rest", "kafka"]) await place.run("start", topic, "--commit");
  place.git("config", "uploadpack.allowFilter", "true");
  const clone = join(place.folder, "clone");
  place.git("clone", "-q", "--filter=blob:none", pathToFileURL(place.folder).href, clone);
  const { stderr, exitCode } = await place.run("--file", "clone/roadmap.md", "log");
  expect([exitCode, stderr]).toEqual([
    1,
    expect.stringContaining("this partial clone lacks some revisions of the file"),
  ]);
  const [command = ""] = /git log -p --follow -- FILE > \/dev\/null/.exec(stderr) ?? [];
  await place.shell(`cd clone && ${command.replace("FILE", "roadmap.md")}`);
  expect((await place.run("--file", "clone/roadmap.md", "log")).exitCode).toBe(0);
});

test("a revision is found by words of its message, and other names are not found", async () => {
  const place = makeRepository();
  await place.run("start", "http", "--commit");
  expect((await place.run("diff", ":/first")).stdout).toContain("HTTP Fundamentals");
  for (const words of ["^HEAD", ":/nothing like it"]) {
    const { stderr, exitCode } = await place.run("diff", "--", words);
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining(`no revision "${words}" in this repository`)]);
  }
});
