// Several at once: the same change of everything that the numbers refer to, as one change, or of nothing.

import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { hasPty, runOnPty } from "../support/pty.js";

const roadmap = `# Several

| Topic | Phase | Started | Finished | Status | Proof |
|---|---|---|---|---|---|
| HTTP | 1 | | | | |
| SQL | 1 | | | | |
| Redis | 1 | | | | |
| Kafka | 2 | | | | |
| Docker | 2 | 2026-01-01 | 2026-02-01 | In Progress | |

- [ ] one
  - [ ] inner
- [ ] two
- [ ] three
`;

test.each([
  [
    ["start", "1", "#2", "t1"],
    (text: string) =>
      text
        .replace("| HTTP | 1 | | | | |", "| HTTP | 1 | 2026-11-22 | | In Progress | |")
        .replace("| SQL | 1 | | | | |", "| SQL | 1 | 2026-11-22 | | In Progress | |")
        .replace("[ ] one", "[/] one"),
  ],
  [["check", "t3", "t4", "t3"], (text: string) => text.replace("[ ] two", "[x] two").replace("[ ] three", "[x] three")],
  [
    ["check", "t3", "t4", "--mark", "!"],
    (text: string) => text.replace("[ ] two", "[!] two").replace("[ ] three", "[!] three"),
  ],
  [
    ["finish", "1.3", "t2", "4"],
    (text: string) =>
      text
        .replace("| Redis | 1 | | | | |", "| Redis | 1 | | 2026-11-22 | Done | |")
        .replace("| Kafka | 2 | | | | |", "| Kafka | 2 | | 2026-11-22 | Done | |")
        .replace("[ ] inner", "[x] inner"),
  ],
  [
    ["finish", "3", "4", "--date", "2026-11-01"],
    (text: string) =>
      text
        .replace("| Redis | 1 | | | | |", "| Redis | 1 | | 2026-11-01 | Done | |")
        .replace("| Kafka | 2 | | | | |", "| Kafka | 2 | | 2026-11-01 | Done | |"),
  ],
  [["skip", "t1", "t3"], (text: string) => text.replace("[ ] one", "[-] one").replace("[ ] two", "[-] two")],
  [
    ["remove", "1", "t1", "3", "2.1", "3", "t2", "--yes"],
    (text: string) =>
      text
        .replace(/\| HTTP .*\n/, "")
        .replace(/\| Redis .*\n/, "")
        .replace(/\| Kafka .*\n/, "")
        .replace("- [ ] one\n  - [ ] inner\n", ""),
  ],
])("%j changes each of them, in one step that can be undone", async (args, expected) => {
  const place = makePlace(roadmap);
  const { exitCode, stderr } = await place.run(...args);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(place.read()).toBe(expected(roadmap));
  expect((await place.run("undo")).exitCode).toBe(0);
  expect(place.read()).toBe(roadmap);
  expect((await place.run("redo")).exitCode).toBe(0);
  expect(place.read()).toBe(expected(roadmap));
});

test.each([
  [["start", "1", "99"], 3, "no topic 99: this roadmap has 5 topics"],
  [["check", "t1", "3"], 3, 'no task matches "3"'],
  [["start", "1", "t9"], 3, "no task t9: this roadmap has 4 tasks"],
  [["reopen", "5", "1"], 1, '"HTTP" has not been started'],
  [["finish", "1", "2", "--proof", "https://a.example"], 2, "--proof cannot be combined with several numbers"],
  [["start", "1", "t1", "--date", "yesterday"], 1, '"one" is a task, and tasks have no date'],
  [["finish", "1", "5"], 3, "roadmap finish docker --date 2026-02-01"],
  [["start", "1", "http"], 3, 'no topic or task matches "1 http"'],
  [["remove", "1", "2"], 2, 'the topic "SQL" (line 6), the topic "HTTP" (line 5) would be removed'],
  [["set", "1", "2", "--comments", "x"], 3, 'no topic matches "1 2"'],
])("%j is refused, and nothing is changed", async (args, code, message) => {
  const place = makePlace(roadmap);
  const { stdout, stderr, exitCode } = await place.run(...args);
  expect([stdout, exitCode, stderr]).toEqual(["", code, expect.stringContaining(message)]);
  expect(place.read()).toBe(roadmap);
});

test("several numbers that together are a name are not guessed at", async () => {
  const text = `${roadmap}- [ ] 1 2\n`;
  const place = makePlace(text);
  const { stderr, exitCode } = await place.run("start", "1", "2");
  expect([exitCode, stderr.split("\n").slice(0, 2)]).toEqual([
    3,
    ['roadmap: "1 2" matches 1 task, or 2 numbers', "  t5  1 2"],
  ]);
  expect(place.read()).toBe(text);
});

test("a note that applies to all of them is given once, and so is the next command", async () => {
  const { stdout } = await makePlace(roadmap).run("start", "t3", "t4");
  expect(stdout.match(/GitHub shows/g)).toHaveLength(1);
  expect(stdout.match(/roadmap next/g)?.length ?? 0).toBeLessThanOrEqual(1);
});

test("they are committed together, with one message", async () => {
  const place = makePlace(roadmap);
  place.git("init", "-q");
  place.git("add", ".");
  place.git("commit", "-qm", "Begin");
  expect(await place.run("start", "1", "2", "t1", "--commit")).toMatchObject({ stderr: "", exitCode: 0 });
  expect(place.git("log", "--format=%s", "-1")).toBe("roadmap: start 2 topics, start one\n");
  expect(place.git("status", "--short", "roadmap.md")).toBe("");
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
});

test("with --json there is a result for each", async () => {
  const { stdout } = await makePlace(roadmap).run("check", "t3", "t4", "--json");
  expect(JSON.parse(stdout).results).toMatchObject([
    { operation: "check", subject: { number: 3 }, changed: [{ from: " ", to: "x" }] },
    { operation: "check", subject: { number: 4 }, changed: [{ from: " ", to: "x" }] },
  ]);
});

test.skipIf(!hasPty)("in a terminal, remove asks once for all of them", async () => {
  const place = makePlace(roadmap);
  const { output, exitCode } = await runOnPty(place, "$ROADMAP remove t1 2", { keys: "y", after: "with its subtask?" });
  expect([exitCode, output]).toEqual([0, expect.stringMatching(/Remove the topic "SQL" .*, the task "one" /)]);
  expect(place.read()).toBe(roadmap.replace(/\| SQL .*\n/, "").replace("- [ ] one\n  - [ ] inner\n", ""));
});

test.skipIf(!hasPty)("in a terminal, a choice for one ambiguous number keeps the others", async () => {
  const place = makePlace(`${roadmap}- [ ] 2\n`);
  await runOnPty(place, "$ROADMAP start 1 2 t3", { keys: "\r", after: "Which one?" });
  expect(place.read()).toContain(
    "| HTTP | 1 | 2026-11-22 | | In Progress | |\n| SQL | 1 | 2026-11-22 | | In Progress | |",
  );
  expect(place.read()).toContain("- [/] two\n");
});
