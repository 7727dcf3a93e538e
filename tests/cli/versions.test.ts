// Versions: comparing two of them, showing an old one, and the history of one topic.

import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { hasPty, inTerminal } from "../support/pty.js";
import {
  commit,
  committed,
  finished,
  jsonOf,
  linesOf,
  makeRepository,
  plan,
  started,
  toldOf,
} from "../support/versions.js";

test("diff shows uncommitted changes, changes since a revision, or between two", async () => {
  const place = committed([plan, started, finished]);
  expect(await linesOf(place, "diff")).toEqual(["from COMMIT (2026-01-03) to the working file", "no changes"]);
  place.write(finished.replace("\n\n", "\n\n\n"));
  expect((await linesOf(place, "diff"))[1]).toBe("formatting only");
  place.write(finished.replaceAll("\n", "\r\n"));
  expect((await linesOf(place, "diff"))[1]).toBe("only line endings changed");
  place.write(finished.replace("[ ] read", "[x] read").replace(/\| Kafka.*\n/, ""));
  expect(await linesOf(place, "diff")).toEqual([
    "from COMMIT (2026-01-03) to the working file",
    "- Kafka   removed in phase 2",
    "~ read the RFC   mark  [ ] → [x]",
  ]);
  expect((await linesOf(place, "diff", "HEAD~2"))[1]).toBe("~ HTTP   status  (blank) → Done");
  expect(await linesOf(place, "diff", "HEAD~1..HEAD")).toEqual([
    "from COMMIT (2026-01-02) to COMMIT (2026-01-03)",
    "~ HTTP   status  In Progress → Done",
  ]);
  expect(await linesOf(place, "diff", "2026-01-01..")).toEqual([
    "from COMMIT (2026-01-01) to COMMIT (2026-01-03)",
    "~ HTTP   status  (blank) → Done",
  ]);
  expect((await linesOf(place, "diff", "..HEAD~1"))[1]).toBe("~ HTTP   status  Done → In Progress");
});

test("diff --stat shows counts, and --json contains both", async () => {
  const place = committed([plan]);
  place.write(
    finished
      .replace("[ ] read", "[x] read")
      .replace(/\| Kafka.*\n/, "| gRPC | 2 | | | | |\n| SQL | 3 | 2026-01-01 | 2026-01-02 | Done | x |\n")
      .replace("| Proof |", "| Proof | Mood |")
      .replace("|---|\n", "|---|---|\n"),
  );
  expect((await linesOf(place, "diff", "--stat")).slice(1)).toEqual([
    "topics   2 added, 1 removed, 1 changed, 2 finished",
    "tasks    1 changed, 1 checked",
    "columns  1 added",
  ]);
  const { from, to, counts, columns, otherText } = await jsonOf(place, "diff");
  expect([from.day, to, counts.topics.added, columns, otherText]).toEqual([
    "2026-01-01",
    null,
    2,
    { added: ["mood"], removed: [] },
    false,
  ]);
});

test.skipIf(!hasPty)("a terminal shows both versions, a summary, and each change with its cells", async () => {
  const place = committed([plan, started, finished.replace("[ ] read", "[x] read")]);
  const inShort = async (...args: string[]) =>
    (await inTerminal(place, ...args)).output
      .replace(/\b[0-9a-f]{7}\b/g, "COMMIT")
      .trimEnd()
      .split("\n");
  expect(await inShort("diff", "HEAD~2..HEAD")).toEqual([
    "1 Jan COMMIT → 3 Jan COMMIT",
    "1 topic finished; 1 task checked off",
    "",
    " ✓  HTTP",
    "    Status  (blank) → Done",
    "[x] read the RFC",
    "    Mark  [ ] → [x]",
  ]);
  expect(await inShort("diff", "HEAD~1", "--stat")).toEqual([
    "2 Jan COMMIT → the working file",
    "1 topic finished; 1 task checked off",
  ]);
  expect(await inShort("diff")).toEqual(["3 Jan COMMIT → the working file", "no changes"]);
});

test("three dots compare with the merge base", async () => {
  const place = committed([plan]);
  place.git("checkout", "--quiet", "-b", "side");
  place.write(started);
  commit(place, "side", 2);
  place.git("checkout", "--quiet", "main");
  place.write(plan.replace("[ ] read", "[x] read"));
  commit(place, "main", 3);
  expect((await linesOf(place, "diff", "main...side")).slice(1)).toEqual(["~ HTTP   status  (blank) → In Progress"]);
  expect((await linesOf(place, "diff", "main..side")).slice(1)).toHaveLength(2);
  place.git("checkout", "--quiet", "--orphan", "other");
  commit(place, "other", 4);
  const { stderr, exitCode } = await place.run("diff", "main...other");
  expect([exitCode, stderr]).toEqual([3, expect.stringContaining("no common ancestor")]);
});

test("--at shows the roadmap as of a commit or the end of a day, and names the version", async () => {
  const place = committed([plan, started, finished]);
  expect((await linesOf(place, "list", "--topics", "--at", "HEAD~1")).slice(0, 4)).toEqual([
    "as of COMMIT (2026-01-02)",
    "",
    "#  Topic  Phase  Status",
    "1  HTTP   1      in progress",
  ]);
  for (const [at, day, status] of [
    ["2026-01-02", "2026-01-02", "in-progress"],
    ["2026-01-01", "2026-01-01", "not-started"],
    ["yesterday", "2026-01-03", "done"],
    ["main", "2026-01-03", "done"],
  ]) {
    const { at: version, topics } = await jsonOf(place, "list", "--at", `${at}`);
    expect([version.day, topics[0].status], at).toEqual([day, status]);
  }
  expect((await jsonOf(place, "list")).at).toBeUndefined();
  expect((await jsonOf(place, "progress", "--at", "HEAD")).all).toMatchObject({ done: 1 });
  expect((await jsonOf(place, "next", "--at", "HEAD~1")).next[0]).toMatchObject({
    name: "HTTP",
    status: "in-progress",
  });
});

test("a day ends at local midnight, wherever the commit was made", async () => {
  const place = committed([plan]);
  place.write(started);
  place.git("add", "--all");
  execFileSync("git", ["commit", "--quiet", "-m", "late"], {
    cwd: place.folder,
    env: {
      ...place.env,
      GIT_AUTHOR_DATE: "2026-01-02T23:30:00-05:00",
      GIT_COMMITTER_DATE: "2026-01-02T23:30:00-05:00",
    },
  });
  const statusAt = async (at: string, TZ: string) => {
    const { stdout } = await place.runWith({ env: { TZ } }, "list", "--json", "--at", at);
    return JSON.parse(stdout).topics[0].status;
  };
  expect(await statusAt("2026-01-02", "America/New_York")).toBe("in-progress");
  expect(await statusAt("2026-01-02", "UTC")).toBe("not-started");
  expect(await statusAt("2026-01-03", "UTC")).toBe("in-progress");
});

test("a tag that looks like a date is the tag", async () => {
  const place = committed([plan, started]);
  place.git("tag", "2026-01-02", "HEAD~1");
  expect((await jsonOf(place, "list", "--at", "2026-01-02")).topics[0].status).toBe("not-started");
});

test.each([
  ["a day before all commits", "2025-12-31", { exitCode: 3, message: "no commits by the end of 2025-12-31" }],
  ["a name of nothing", "nobody", { exitCode: 3, message: 'no revision "nobody" in this repository' }],
  ["a commit without the file", "before", { exitCode: 3, message: "roadmap.md does not exist in" }],
  ["a version that is no text", "torn", { exitCode: 4, message: "cannot read the roadmap in" }],
])("%s is an error with a hint", async (_, at, { exitCode, message }) => {
  const place = makeRepository();
  place.write("x", "x.txt");
  commit(place, "before", 1);
  place.git("tag", "before");
  place.write(Buffer.from([0xff, 0xfe, 0xff]));
  commit(place, "torn", 2);
  place.git("tag", "torn");
  place.write(plan);
  commit(place, "good", 3);
  for (const args of [
    ["list", "--at", at],
    ["diff", at],
    ["show", "http", "--at", at],
  ]) {
    const ran = await place.run(...args);
    expect([ran.stdout, ran.exitCode], args.join(" ")).toEqual(["", exitCode]);
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).toContain("roadmap log");
  }
});

test("outside a repository, or without commits, each command says what is missing", async () => {
  const place = makePlace(plan);
  for (const args of [["log"], ["diff"], ["list", "--at", "HEAD"], ["log", "--verify"]]) {
    const { stderr, exitCode } = await place.run(...args);
    expect([exitCode, stderr], args.join(" ")).toEqual([1, expect.stringContaining("is not in a git repository")]);
  }
  expect((await place.run("show", "http")).exitCode).toBe(0);
  place.git("init", "--quiet");
  for (const args of [["diff"], ["list", "--at", "2026-01-01"]])
    expect((await place.run(...args)).stderr, args.join(" ")).toContain("this repository has no commits");
});

test("show ends with the history of the topic, and marks dates that come from git", async () => {
  const place = committed([plan, started, finished, finished.replace("HTTP | 1", "HTTP | 2")]);
  const lines = await linesOf(place, "show", "http");
  expect(lines).toEqual([
    "✓ 1  HTTP  Phase 2",
    "  done",
    "",
    "  Started   2026-01-02 (from git)",
    "  Finished  2026-01-03 (from git)",
    "  Proof     none yet",
    "",
    "  History",
    '  2026-01-04  phase changed: "1" → "2"  COMMIT',
    "  2026-01-03  finished  COMMIT",
    "  2026-01-02  started  COMMIT",
    "  2026-01-01  added in phase 1  COMMIT",
    "",
    "  roadmap.md:5",
  ]);
  const { topic, historyDays, history } = await jsonOf(place, "show", "http");
  expect([topic.started, historyDays]).toEqual([null, { started: "2026-01-02", finished: "2026-01-03" }]);
  expect(history).toHaveLength(4);
  expect(place.read()).toContain("| HTTP | 2 | | | Done | |");
});

test("dates in cells take precedence, and a topic added as done has no date from git", async () => {
  const dated = finished
    .replace("HTTP | 1 | | |", "HTTP | 1 | 2025-05-05 | TBD |")
    .replace("REST | 1 | | | |", "REST | 1 | | | Done |");
  const place = committed([plan.replace("REST | 1 | | | |", "REST | 1 | | | Done |"), started, dated]);
  expect((await jsonOf(place, "show", "http")).historyDays).toEqual({ started: null, finished: null });
  expect((await jsonOf(place, "show", "rest")).historyDays.started).toBe(null);
  const again = committed([finished, plan, started]);
  expect((await jsonOf(again, "show", "http")).historyDays).toEqual({ started: "2026-01-03", finished: null });
});

test("show --at ends with the history up to that version", async () => {
  const place = committed([plan, started, finished]);
  const { history, historyDays } = await jsonOf(place, "show", "http", "--at", "HEAD~1");
  expect([history.length, historyDays]).toEqual([2, { started: "2026-01-02", finished: null }]);
});

test("a long history of a topic is shortened, with the command that shows all of it", async () => {
  const texts = Array.from({ length: 13 }, (_, index) => plan.replace("HTTP | 1", `HTTP | ${index + 1}`));
  const lines = await linesOf(committed(texts), "show", "http");
  expect(lines.filter((line) => line.startsWith("  2026-"))).toHaveLength(10);
  expect(lines).toContain("  … `roadmap log http` shows all 13");
});

test("a roadmap behind a link, in a folder, a work tree or a submodule has its own history", async () => {
  const place = makeRepository();
  mkdirSync(place.path("docs"));
  for (const [text, day] of [
    [plan, 1],
    [started, 2],
  ] as const) {
    place.write(text, "docs/roadmap.md");
    commit(place, `day ${day}`, day);
  }
  symlinkSync("docs/roadmap.md", place.path("link.md"));
  expect(await toldOf(place, "http", "--file", "link.md")).toHaveLength(2);
  place.git("worktree", "add", "--quiet", "../tree", "HEAD~1");
  expect(await toldOf(place, "http", "--file", "../tree/docs/roadmap.md")).toHaveLength(1);
  const outer = makeRepository();
  outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", place.folder, "inner");
  expect(await toldOf(outer, "http", "--file", "inner/docs/roadmap.md")).toHaveLength(2);
});

test("log in a shallow clone shows where its history begins", async () => {
  const place = committed([plan, started, finished]);
  place.git("clone", "--quiet", "--depth", "2", pathToFileURL(place.folder).href, "../shallow");
  expect(await toldOf(place, "--file", "../shallow/roadmap.md")).toEqual([
    "version 3; HTTP status=Done",
    "version 2; earliest",
  ]);
  expect((await linesOf(place, "log", "--file", "../shallow/roadmap.md")).at(-1)).toBe(
    "  this clone is shallow: no history before this commit",
  );
});
