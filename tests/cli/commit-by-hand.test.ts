// The commit command: commits changes made by hand, with a generated message.

import { rmSync, symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { testDay } from "../support/program.js";
import { finished, makeRepository, topicRows } from "../support/repository.js";

test("commit commits changes by hand once, with a generated message", async () => {
  const place = makeRepository();
  place.write(finished.replace("- [ ] read", "- [x] read"));
  const { stdout, exitCode } = await place.run("commit");
  expect([exitCode, place.status()]).toEqual([0, ""]);
  expect(stdout).toContain("on main: roadmap: finish HTTP Fundamentals, check read the book\n");
  expect((await place.run("commit")).stdout).toBe("nothing to commit: no changes since the last commit\n");
  expect(place.count()).toBe(2);
});

test("commit uses the user's own message, and lists the changes below it", async () => {
  const place = makeRepository();
  place.write(finished);
  await place.run("commit", "-m", "A good\u001b day\r");
  expect(place.message()).toBe(
    `A good day\n\nRoadmap-Topic: HTTP Fundamentals\nRoadmap-Change: finished (blank) -> ${testDay}\nRoadmap-Change: status Not Started -> Done`,
  );
  expect((await place.run("commit", "-m", " ")).exitCode).toBe(2);
});

test("commit commits the whole file, staged or not, and no other file", async () => {
  const place = makeRepository({ "roadmap.md": topicRows, "other.txt": "1\n" });
  place.write(topicRows.replace("# Plan", "# My plan"));
  place.git("add", "roadmap.md");
  place.write(finished.replace("# Plan", "# My plan"));
  place.write("2\n", "other.txt");
  expect((await place.run("commit", "--json")).exitCode).toBe(0);
  expect(place.committed()).toBe(finished.replace("# Plan", "# My plan"));
  expect(place.status()).toBe(" M other.txt\n");
});

test("commit refuses a file with unresolved merge conflicts", async () => {
  const place = makeRepository();
  place.write(`${topicRows}\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n`);
  const { exitCode, stderr } = await place.run("commit");
  expect([exitCode, place.count()]).toEqual([4, 1]);
  expect(stderr).toContain("roadmap resolve");
});

test("a file in place of a link is committed as a file", async () => {
  const place = makeRepository({ "plan.md": topicRows });
  symlinkSync("plan.md", place.path("roadmap.md"));
  place.git("add", "--all");
  place.git("commit", "--quiet", "--message=link");
  rmSync(place.path("roadmap.md"));
  place.write(finished);
  expect((await place.run("commit")).exitCode).toBe(0);
  expect(place.git("ls-tree", "HEAD", "roadmap.md")).toMatch(/^100644 blob/);
  expect([place.committed(), place.status()]).toEqual([finished, ""]);
});
