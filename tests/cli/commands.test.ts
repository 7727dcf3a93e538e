// Every command on the reference file: its output, its exit code, and the bytes of the file afterwards.

import { expect, test } from "vitest";
import { makePlace, referenceText, repairedText } from "../support/program.js";

const httpBefore = "| HTTP Fundamentals | 1 | | | Understand requests, responses, headers, verbs, status codes | |";
const httpStarted =
  "| HTTP Fundamentals | 1 | 2026-11-22 | | Understand requests, responses, headers, verbs, status codes | In Progress |";

/** The reference file with one text in it replaced, which must occur exactly once. */
function referenceWith(before: string, after: string): string {
  expect(referenceText.split(before)).toHaveLength(2);
  return referenceText.replace(before, () => after);
}

const started = () => referenceWith(httpBefore, httpStarted);

test("starting a topic says what is true now and what changed, and git sees one changed line", async () => {
  const place = makePlace(referenceText);
  place.git("init", "-q");
  place.git("add", ".");
  place.git("commit", "-qm", "first");
  expect(await place.run("start", "http", "fundamentals")).toEqual({
    stdout: "◐ HTTP Fundamentals is in progress.\n  Status   (blank) → In Progress\n  Started  (blank) → 2026-11-22\n",
    stderr: "",
    exitCode: 0,
    signal: null,
  });
  expect(place.read()).toBe(started());
  expect(place.git("diff", "--numstat")).toBe("1\t1\troadmap.md\n");
  expect(place.git("diff", "--stat")).toContain(" 1 file changed, 1 insertion(+), 1 deletion(-)");
  expect(place.git("status", "--porcelain")).toBe(" M roadmap.md\n");
});

test("finishing a topic writes the status, the date and the proof", async () => {
  const place = makePlace(started());
  const { stdout, stderr, exitCode } = await place.run("finish", "http", "--proof", "https://example.org/pr/1");
  expect(stdout).toBe(
    "✓ HTTP Fundamentals is done. Phase 1: 1 of 6.\n  Status    In Progress → Done\n" +
      "  Finished  (blank) → 2026-11-22   same day\n  Proof     (blank) → https://example.org/pr/1\n",
  );
  expect([stderr, exitCode]).toEqual(["", 0]);
  const row = place
    .read()
    .split("\n")
    .find((line) => line.startsWith("| HTTP"));
  expect(row).toBe(
    "| HTTP Fundamentals | 1 | 2026-11-22 | 2026-11-22 | Understand requests, responses, headers, verbs, status codes " +
      "| Done | MDN Web Docs, HTTP: The Definitive Guide | Build a raw HTTP server in Go | https://example.org/pr/1 |",
  );
});

test("finishing a topic that never started leaves its start date blank and says how to set it", async () => {
  const place = makePlace(referenceText);
  const { stdout, exitCode } = await place.run("finish", "http");
  expect(stdout).toBe(
    "✓ HTTP Fundamentals is done. Phase 1: 1 of 6.\n" +
      "  Status    (blank) → Done\n  Finished  (blank) → 2026-11-22\n" +
      "  No proof yet for: Build a raw HTTP server in Go\n" +
      "  note: it has no start date; set one with `roadmap set http --started DATE`\n",
  );
  expect(exitCode).toBe(0);
});

test("blocking, skipping and resetting a topic change its status, and resetting clears the date", async () => {
  const place = makePlace(started());
  const blocked = await place.run("block", "http");
  expect(blocked.stdout).toBe("! HTTP Fundamentals is blocked.\n  Status  In Progress → Blocked\n");
  expect(place.read()).toBe(started().replace("| In Progress |", "| Blocked |"));
  const skipped = await place.run("skip", "http");
  expect(skipped.stdout).toBe("– HTTP Fundamentals is skipped.\n  Status  Blocked → Skipped\n");
  expect(place.read()).toBe(started().replace("| In Progress |", "| Skipped |"));
  const reset = await place.run("reset", "http");
  expect(reset.stdout).toContain(
    "○ HTTP Fundamentals is not started.\n  Status   Skipped → Not Started\n  Started  2026-11-22 → (blank)\n",
  );
  expect(reset.exitCode).toBe(0);
  expect(place.read()).toBe(referenceWith(httpBefore, httpBefore.replace(/\| \|$/, "| Not Started |")));
});

test("reopening a finished topic puts it in progress and clears its finish date only", async () => {
  const place = makePlace(started());
  await place.run("finish", "http");
  const { stdout, exitCode } = await place.run("reopen", "http");
  expect(stdout).toBe(
    "◐ HTTP Fundamentals is in progress again.\n  Status    Done → In Progress\n  Finished  2026-11-22 → (blank)\n",
  );
  expect(exitCode).toBe(0);
  expect(place.read()).toBe(started());
});

test("setting cells changes only those cells, and empty values restore the bytes", async () => {
  const place = makePlace(referenceText);
  const set = await place.run("set", "rest api", "--started", "yesterday", "--append-comments", "see chapter 4");
  expect(set.exitCode).toBe(0);
  expect(set.stdout).toContain(
    "Started   (blank) → 2026-11-21\n  Comments  …, handlers → …, handlers; see chapter 4\n",
  );
  expect(place.read()).toBe(
    referenceWith(
      "| REST API Basics | 1 | | | CRUD API design, routing, handlers |",
      "| REST API Basics | 1 | 2026-11-21 | | CRUD API design, routing, handlers; see chapter 4 |",
    ),
  );
  await place.run("set", "rest api", "--started", "", "--comments", "CRUD API design, routing, handlers");
  expect(place.read()).toBe(referenceText);
});

test("checking a task changes one character, and unchecking it changes it back", async () => {
  const place = makePlace(referenceText);
  const checked = await place.run("check", "goroutines");
  expect(checked.stdout).toMatch(
    /^✓ Task checked off: Goroutines .*Phase 1 is complete: 7 of 7\.\n {2}Mark {2}\[ \] → \[x\]\n$/,
  );
  expect(checked.exitCode).toBe(0);
  expect(place.read()).toBe(referenceWith("- [ ] **Goroutines**", "- [x] **Goroutines**"));
  const unchecked = await place.run("uncheck", "goroutines");
  expect(unchecked.stdout).toMatch(/^○ Task unchecked: Goroutines .*\n {2}Mark {2}\[x\] → \[ \]\n$/);
  expect(place.read()).toBe(referenceText);
});

test("check writes another mark with --mark", async () => {
  const place = makePlace(referenceText);
  const { exitCode } = await place.run("check", "goroutines", "--mark", "/");
  expect(exitCode).toBe(0);
  expect(place.read()).toBe(referenceWith("- [ ] **Goroutines**", "- [/] **Goroutines**"));
});

test("apply makes all of its changes in one write", async () => {
  const place = makePlace({
    "roadmap.md": referenceText,
    "changes.jsonl": '{"op":"start","topic":"http fundamentals"}\n{"op":"check","task":"goroutines"}\n',
  });
  const { stdout, exitCode } = await place.run("apply", "changes.jsonl");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^◐ HTTP Fundamentals is in progress\.\n✓ Task checked off: Goroutines .*\.\n1 topic, 1 task changed\n$/,
  );
  expect(place.read()).toBe(started().replace("- [ ] **Goroutines**", "- [x] **Goroutines**"));
});

test("show prints the state, every nonblank cell and the line of a topic", async () => {
  const place = makePlace(started());
  expect(await place.run("show", "http")).toMatchObject({
    stdout: `◐ 2  HTTP Fundamentals  Phase 1
  in progress since today

  Comments      Understand requests, responses, headers, verbs, status codes
  Resources     MDN Web Docs, HTTP: The Definitive Guide
  Deliverables  Build a raw HTTP server in Go
  Proof         none yet

  roadmap.md:8
`,
    stderr: "",
    exitCode: 0,
  });
});

test("next prints topics in progress first", async () => {
  const place = makePlace(started());
  expect(await place.run("next", "--limit", "2")).toMatchObject({
    stdout: `Go on with
  ◐ 2  HTTP Fundamentals                           Phase 1  since 2026-11-22

Then start
  ○ 1  Programming Language Fundamentals (Golang)  Phase 1
`,
    stderr: "",
    exitCode: 0,
  });
});

test("list prints topics and tasks with their numbers", async () => {
  const place = makePlace(started());
  const { stdout, exitCode } = await place.run("list", "--phase", "1", "--limit", "2", "--topics");
  expect(stdout).toBe(`#  Topic                                       Phase  Status       Started
1  Programming Language Fundamentals (Golang)  1      not started
2  HTTP Fundamentals                           1      in progress  2026-11-22
`);
  expect(exitCode).toBe(0);
  const all = await place.run("list");
  expect(all.stdout.split("\n").filter((line) => /^ *\d+ /.test(line))).toHaveLength(36);
  expect(all.stdout.split("\n").filter((line) => /^ *t\d+ /.test(line))).toHaveLength(35);
});

test("progress prints each phase under its track, topics and tasks apart", async () => {
  const { stdout, exitCode } = await makePlace(referenceText).run("progress");
  const lines = stdout.split("\n");
  expect(lines[0]).toMatch(/^Topics +0\/36$/);
  expect(lines[1]).toMatch(/^ {2}Phase 1 +0\/6$/);
  expect(lines[9]).toMatch(/^Tasks +6\/35$/);
  expect(lines[11]).toMatch(/^ {4}.*Phase 1: Fundamentals +6\/7$/);
  expect([lines.length, exitCode]).toEqual([19, 0]);
});

test("progress --by track counts each track, and everything without one", async () => {
  const { stdout } = await makePlace(referenceText).run("progress", "--by", "track");
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(/^Topics +0\/36$/),
    expect.stringMatching(/^ {2}No track +0\/36$/),
    expect.stringMatching(/^Tasks +6\/35$/),
    expect.stringMatching(/^ {2}.*Backend Engineering Roadmap +6\/21$/),
    expect.stringMatching(/^ {2}.*Cloud Development Roadmap +0\/14$/),
    "",
  ]);
});

test("progress --by status shows the count of each status, in roadmap's own words", async () => {
  const { stdout } = await makePlace(started()).run("progress", "--by", "status");
  expect(stdout).toBe(`Topics          0/36  1 in progress
  not started  35/36
  in progress   1/36
Tasks           6/35
  not started  29/35
  done          6/35
`);
});

test("progress --by month counts the topics finished in each month, and says if there are none", async () => {
  const place = makePlace(referenceText);
  expect(await place.run("progress", "--by", "month")).toMatchObject({
    stdout: "no topic has a finish date yet\n",
    exitCode: 0,
  });
  await place.run("finish", "http");
  await place.run("finish", "rest", "--date", "2026-10-02");
  await place.run("finish", "json", "--date", "2026-10-03");
  expect((await place.run("progress", "--by", "month")).stdout).toBe(`Topics     3/36
  2026-10   2/3
  2026-11   1/3
`);
});

test("without a command the program shows the dashboard: what is next, and how much is done", async () => {
  const place = makePlace(referenceText);
  const { stdout, stderr, exitCode } = await place.run();
  expect(stdout.split("\n").slice(0, 4)).toEqual([
    expect.stringMatching(/^Backend & Cloud Development Roadmap +2026-11-22$/),
    "",
    "Next",
    "  ○ 1  Programming Language Fundamentals (Golang)  Phase 1",
  ]);
  expect(stdout).toMatch(/\nTopics +0\/36\n[\s\S]*\nTasks +6\/35\n/);
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(place.read()).toBe(referenceText);
});

test("unlock says that a roadmap is not locked", async () => {
  const place = makePlace(referenceText);
  expect(await place.run("unlock")).toMatchObject({ stdout: "roadmap.md is not locked\n", stderr: "", exitCode: 0 });
});

test("the fixed reference file is read without a problem", async () => {
  const place = makePlace(repairedText);
  const { stdout, stderr, exitCode } = await place.run("--json");
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(JSON.parse(stdout)).toMatchObject({ kind: "dashboard", problems: [] });
});
