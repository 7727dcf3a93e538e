// The history by meaning: the changes of each commit, across authors and renames.

import { expect, test } from "vitest";
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

test("log shows each commit by topic, task and cell, newest first, including edits by hand", async () => {
  const renamed = started.replace("REST", "REST API");
  const ticked = renamed.replace("[ ] read", "[x] read");
  const place = committed([plan, started, renamed, ticked, ticked.replace(/\| Kafka.*\n/, "")]);
  expect(await linesOf(place, "log")).toEqual([
    "COMMIT  2026-01-05  Tester",
    "  - Kafka   removed in phase 2",
    "COMMIT  2026-01-04  Tester",
    "  ~ read the RFC   mark  [ ] → [x]",
    "COMMIT  2026-01-03  Tester",
    "  ~ REST API   renamed from REST",
    "COMMIT  2026-01-02  Tester",
    "  ~ HTTP   status  (blank) → In Progress",
    "COMMIT  2026-01-01  Tester",
    "  roadmap.md was added",
    "  + HTTP   added in phase 1",
    "  + REST   added in phase 1",
    "  + Kafka   added in phase 2",
    "  + read the RFC   added in Week 1",
    "  + write a parser   added in Week 1",
    "  + topic table   added",
    "  + phase Week 1   added",
    "  ~ other text   changed",
  ]);
});

test("uncommitted changes come first, and a commit of only text or layout says so", async () => {
  const place = committed([
    plan,
    plan.replace("# Plan", "# My plan"),
    plan.replace("# Plan", "# My plan").replaceAll("| ", "|  "),
  ]);
  place.write(started);
  expect(await linesOf(place, "log", "--limit", "2")).toEqual([
    "uncommitted changes",
    "  ~ HTTP   status  (blank) → In Progress",
    "  ~ other text   changed",
    "COMMIT  2026-01-03  Tester",
    "  formatting only",
    "COMMIT  2026-01-02  Tester",
    "  ~ other text   changed",
    "and 1 more",
  ]);
});

test.skipIf(!hasPty)("a terminal shows ten commits, and the command it suggests shows the others", async () => {
  const texts = Array.from({ length: 13 }, (_, index) => plan.replace("HTTP | 1", `HTTP | ${index + 1}`));
  const place = committed(texts);
  const { output } = await inTerminal(place, "log");
  const lines = output.trimEnd().split("\n");
  expect(lines).toHaveLength(13);
  expect(lines[0]).toMatch(/^Tue 13 Jan {2}~ HTTP {2,}phase changed {2}[0-9a-f]{7}$/);
  expect(lines.slice(-3)).toEqual(["", "3 older commits", "→ roadmap log --limit 50"]);
  const longer = (await inTerminal(place, "log", "--limit", "50")).output.trimEnd().split("\n");
  expect(longer.slice(0, 10)).toEqual(lines.slice(0, 10));
  expect([longer.at(-1)?.includes("other text"), longer.some((line) => line.includes("roadmap log"))]).toEqual([
    true,
    false,
  ]);
  expect((await inTerminal(place, "log", "http")).output.match(/HTTP/g)).toHaveLength(13);
  expect((await inTerminal(place, "log", "http", "--limit", "2")).output).toContain("→ roadmap log http --limit 50\n");
  expect((await inTerminal(place, "log", "--cells", "--since", "2026-01-05", "--limit", "1")).output).toMatch(
    /^[0-9a-f]{7} {2}Tue 13 Jan {2}Tester\n {2}~ HTTP\n {4}Phase {2}12 → 13\n\n8 older commits\n→ roadmap log --since 2026-01-05 --cells --limit 50\n$/,
  );
});

test("log of a topic follows its renames, and finds it by every name it had", async () => {
  const named = started.replace("HTTP", "HTTP/2");
  const again = named.replace("HTTP/2", "Protocols");
  const place = committed([plan, started, named, again, again.replace("REST", "HTTP")]);
  const history = [
    "version 4; Protocols was HTTP/2",
    "version 3; HTTP/2 was HTTP",
    "version 2; HTTP status=In Progress",
    "version 1; added; HTTP added",
  ];
  expect(await toldOf(place, "protocols")).toEqual(history);
  expect(await toldOf(place, "http/2")).toEqual(history);
  // The topic that is called HTTP now comes before the one that once was.
  expect(await toldOf(place, "http")).toEqual(["version 5; HTTP was REST", "version 1; added; REST added"]);
});

test("a removed topic is found by its name, and a name that never existed is not", async () => {
  const place = committed([plan, plan.replace(/\| Kafka.*\n/, "")]);
  expect(await toldOf(place, "kafka")).toEqual(["version 2; Kafka removed", "version 1; added; Kafka added"]);
  const { stderr, exitCode } = await place.run("log", "quantum");
  expect([exitCode, stderr]).toEqual([3, expect.stringContaining('no topic or task matches "quantum"')]);
});

test("a task has a history too, and an uncommitted rename does not cut it off", async () => {
  const place = committed([plan, plan.replace("[ ] write", "[x] write")]);
  place.write(plan.replace("[ ] write a parser", "[x] write a small parser"));
  expect(await toldOf(place, "small parser")).toEqual([
    "version 2; write a parser mark=x",
    "version 1; added; write a parser added",
  ]);
  expect((await jsonOf(place, "log", "small parser")).uncommitted.differences).toMatchObject([
    { name: "write a small parser", renamedFrom: "write a parser" },
  ]);
});

test("--since and --limit select commits, and the number of omitted ones is shown", async () => {
  const place = committed([plan, started, finished]);
  expect(await toldOf(place, "--since", "2026-01-02")).toHaveLength(2);
  const { entries, leftOut } = await jsonOf(place, "log", "--limit", "1");
  expect([entries.length, leftOut]).toEqual([1, 2]);
  expect((await place.run("log", "--since", "someday")).exitCode).toBe(2);
});

test("renames of the file are followed, and a stub left under the old name is another file", async () => {
  const place = committed([plan, started]);
  place.git("mv", "roadmap.md", "plan.md");
  commit(place, "rename", 3);
  place.write("# Moved\n\nSee plan.md.\n");
  commit(place, "stub", 4);
  place.git("rm", "--quiet", "roadmap.md");
  place.git("mv", "plan.md", "the plan.md");
  place.write(finished, "the plan.md");
  commit(place, "rename and edit", 5);
  expect(await toldOf(place, "--file", "the plan.md")).toEqual([
    "rename and edit; HTTP status=Done",
    "rename",
    "version 2; HTTP status=In Progress",
    "version 1; added; HTTP added; REST added; Kafka added; read the RFC added; write a parser added",
  ]);
  expect(await linesOf(place, "log", "--file", "the plan.md", "--limit", "1")).toEqual([
    "COMMIT  2026-01-05  Tester",
    "  the file was renamed from plan.md to the plan.md",
    "  ~ HTTP   status  In Progress → Done",
    "and 3 more",
  ]);
});

test("the history of a file that was deleted and added again has both parts", async () => {
  const place = committed([plan, started]);
  place.git("rm", "--quiet", "roadmap.md");
  commit(place, "delete", 3);
  place.write(finished);
  commit(place, "again", 4);
  const shownLog = await toldOf(place, "http");
  expect(shownLog).toEqual([
    "again; added; HTTP added",
    "delete; removed; HTTP removed",
    "version 2; HTTP status=In Progress",
    "version 1; added; HTTP added",
  ]);
});

test("changes of both sides of a merge belong to their commits, not to the merge", async () => {
  const place = committed([plan]);
  place.git("checkout", "--quiet", "-b", "side");
  place.write(plan.replace("[ ] write", "[x] write"));
  commit(place, "side", 2);
  place.git("checkout", "--quiet", "main");
  place.write(started);
  commit(place, "main", 3);
  place.git("merge", "--quiet", "side", "-m", "merge");
  expect(await toldOf(place, "--limit", "2")).toEqual(["main; HTTP status=In Progress", "side; write a parser mark=x"]);
  expect((await toldOf(place)).length).toBe(3);
});

test("changes made only by the merge itself belong to the merge", async () => {
  const place = committed([plan]);
  place.git("checkout", "--quiet", "-b", "side");
  place.write(started);
  commit(place, "side", 2);
  place.git("checkout", "--quiet", "main");
  place.write(plan.replace("Kafka | 2", "Kafka | 3"));
  commit(place, "main", 3);
  place.git("merge", "--quiet", "--no-commit", "side");
  place.write(started.replace("Kafka | 2", "Kafka | 3").replace("REST | 1 | | | |", "REST | 1 | | | Blocked |"));
  commit(place, "merge", 4);
  expect(await toldOf(place, "--limit", "1")).toEqual(["merge; REST status=Blocked"]);
});

test("a topic renamed on one side and changed on the other keeps both sides of its history", async () => {
  const place = committed([plan]);
  place.git("checkout", "--quiet", "-b", "side");
  place.write(started);
  commit(place, "side", 4);
  place.git("checkout", "--quiet", "main");
  place.write(plan.replace("HTTP", "Web"));
  commit(place, "main", 3);
  place.git("merge", "--quiet", "--no-commit", "-s", "ours", "side");
  place.write(started.replace("HTTP", "Web"));
  commit(place, "merge", 5);
  expect(await toldOf(place, "web")).toEqual([
    "side; HTTP status=In Progress",
    "main; Web was HTTP",
    "version 1; added; HTTP added",
  ]);
});

test("a branch that edited the file under its old name is not lost when the other side renamed it", async () => {
  const place = committed([plan]);
  place.git("checkout", "--quiet", "-b", "side");
  place.write(started);
  commit(place, "side", 4);
  place.git("checkout", "--quiet", "main");
  place.git("mv", "roadmap.md", "plan.md");
  place.write(plan.replace("Kafka | 2", "Kafka | 3"), "plan.md");
  commit(place, "main", 3);
  place.git("merge", "--quiet", "side", "-m", "merge");
  const shownLog = await toldOf(place, "--file", "plan.md");
  expect(shownLog.slice(0, 2)).toEqual(["side; HTTP status=In Progress", "main; Kafka phase=3"]);
  expect(shownLog).toHaveLength(3);
});

test("unreadable versions are skipped and counted, and later ones are compared with earlier ones", async () => {
  const torn = Buffer.concat([Buffer.from(started), Buffer.from([0xff])]);
  const conflict = `<<<<<<< a\n${plan}=======\n${started}>>>>>>> b\n`;
  const place = committed([plan, started, torn, conflict, finished]);
  expect(await toldOf(place)).toEqual([
    "version 5; HTTP status=Done",
    "version 2; HTTP status=In Progress",
    "version 1; added; HTTP added; REST added; Kafka added; read the RFC added; write a parser added",
  ]);
  const lines = await linesOf(place, "log");
  expect(lines.at(-1)).toBe(
    "2 revisions could not be read (COMMIT: it has unresolved merge conflicts; COMMIT: it is not UTF-8)",
  );
  const { unreadable } = await jsonOf(place, "log");
  expect(unreadable.map(({ reason }: { reason: string }) => reason)).toEqual([
    "it has unresolved merge conflicts",
    "it is not UTF-8",
  ]);
});

test("control characters in authors and subjects are made visible", async () => {
  const place = committed([plan]);
  place.write(started);
  place.git(
    "-c",
    "user.name=E\u001b[31mvil\u202e",
    "commit",
    "--quiet",
    "-am",
    "x",
    "--author=E\u001b[31mvil\u202e <e@example.org>",
  );
  const { stdout } = await place.run("log");
  expect(stdout).toContain("E^[[31mvil<U+202E>");
  expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});

test("without commits, or without the file in any, all changes are uncommitted", async () => {
  const place = makeRepository();
  place.write(plan);
  const unborn = await linesOf(place, "log");
  expect(unborn).toEqual([
    "uncommitted changes",
    "  + HTTP   added in phase 1",
    "  + REST   added in phase 1",
    "  + Kafka   added in phase 2",
    "  + read the RFC   added in Week 1",
    "  + write a parser   added in Week 1",
    "  + topic table   added",
    "  + phase Week 1   added",
    "  ~ other text   changed",
  ]);
  place.write("other", "other.txt");
  place.git("add", "other.txt");
  place.git("commit", "--quiet", "-m", "other");
  expect(await linesOf(place, "log")).toEqual(unborn);
});
