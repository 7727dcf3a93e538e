// `roadmap log --verify`: compares what commits claim with what they did.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { commitMessage, messageText } from "../../src/model/history/commit-message.js";
import { compareRoadmaps } from "../../src/model/history/compare.js";
import type { Place } from "../support/program.js";
import { commit, committed, finished, plan, started } from "../support/versions.js";

const messageFor = (before: string, after: string) =>
  messageText(commitMessage(compareRoadmaps(parseRoadmap(before).roadmap, parseRoadmap(after).roadmap)));

/** Commits the text with the message of a change that may be a different one. */
function claim(place: Place, text: string, message: string): void {
  place.write(text);
  commit(place, message, 5);
}

test("commits that match their messages are counted, and those without claims are not reported", async () => {
  const place = committed([plan]);
  claim(place, started, messageFor(plan, started));
  claim(place, finished, messageFor(started, finished));
  claim(place, plan, "by hand");
  const { stdout, exitCode } = await place.run("log", "--verify");
  expect([exitCode, stdout]).toEqual([
    0,
    "✓ 2 commits checked: all match their messages; 2 without roadmap trailers\n",
  ]);
});

test("a commit that claims done and did something else is shown with both, exit 1", async () => {
  const place = committed([started]);
  claim(place, started.replace("REST | 1 | | | |", "REST | 1 | | | Blocked |"), messageFor(started, finished));
  const { stdout, exitCode } = await place.run("log", "--verify");
  expect(exitCode).toBe(1);
  expect(stdout.replace(/^[0-9a-f]{7} /, "COMMIT ")).toBe(`COMMIT  2026-01-05  Tester
  message: Topic HTTP: status In Progress -> Done
  commit: Topic REST: status (blank) -> Blocked

✗ 1 commit checked: 1 does not match its message; 1 without roadmap trailers
`);
  const json = await place.run("log", "--verify", "--json");
  expect([json.exitCode, json.stderr]).toEqual([1, ""]);
  expect(JSON.parse(json.stdout)).toMatchObject({
    kind: "verify",
    checked: 1,
    silent: 1,
    mismatches: [{ said: ["Topic HTTP: status In Progress -> Done"], done: ["Topic REST: status (blank) -> Blocked"] }],
  });
});

test("commits that did more or less than they claim are found", async () => {
  const place = committed([started]);
  const more = finished.replace("[ ] read", "[x] read");
  claim(place, more, messageFor(started, finished));
  claim(place, more.replace("[ ] write", "[x] write"), messageFor(more, started));
  const { mismatches } = JSON.parse((await place.run("log", "--verify", "--json")).stdout);
  expect(mismatches.map(({ done }: { done: string[] }) => done)).toEqual([
    ["Task write a parser: mark [ ] -> [x]"],
    ["Task read the RFC: mark [ ] -> [x]"],
  ]);
});

test("a commit that claims done without a roadmap is found; one of another roadmap is not reported", async () => {
  const place = committed([started]);
  place.write("x", "program.js");
  commit(place, messageFor(started, finished), 3);
  place.write(finished, "other.md");
  commit(place, messageFor(started, finished), 4);
  const { mismatches } = JSON.parse((await place.run("log", "--verify", "--json")).stdout);
  expect(mismatches).toMatchObject([{ day: "2026-01-03", said: ["Topic HTTP: status In Progress -> Done"], done: [] }]);
});

test("a commit after an unreadable version is not reported for what that version changed", async () => {
  const unfinished = `${started}<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n`;
  const place = committed([plan, unfinished]);
  claim(place, finished, messageFor(unfinished, finished));
  claim(place, plan, messageFor(finished, plan));
  const { stdout, exitCode } = await place.run("log", "--verify");
  expect([exitCode, stdout.split("\n")[0]]).toEqual([
    0,
    "✓ 1 commit checked: it matches its message; 1 without roadmap trailers",
  ]);
  expect(stdout).toContain("1 revision could not be read");
});

test("a commit may name a topic by another cell of its row, as when that column named the topics", async () => {
  const text = (status: string) =>
    `# Plan\n\n| Pattern | Problem | Status |\n|---|---|---|\n| Hashing | Two Sum | ${status} |\n| Graphs | Islands | |\n`;
  const place = committed([text("")]);
  const message = (name: string) => `x\n\nRoadmap-Topic: ${name}\nRoadmap-Change: status (blank) -> Done\n`;
  claim(place, text("Done"), message("Hashing"));
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
  claim(place, text(""), "by hand");
  claim(place, text("Done"), message("Graphs"));
  const { mismatches } = JSON.parse((await place.run("log", "--verify", "--json")).stdout);
  expect(mismatches).toMatchObject([
    { said: ["Topic Graphs: status (blank) -> Done"], done: ["Topic Two Sum: status (blank) -> Done"] },
  ]);
});

test("other trailers, from a hook or a person, make no difference", async () => {
  const place = committed([plan]);
  claim(place, started, `${messageFor(plan, started)}Signed-off-by: Ada <ada@example.org>\nChange-Id: I1\n`);
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
});

test("names that look like trailers, contain foreign line breaks or are very long are verified too", async () => {
  const odd = plan.replace("REST", "Roadmap-Topic: x -> y").replace("Kafka", `K\u0085\u2028${"afka ".repeat(60)}`);
  const place = committed([plan]);
  claim(place, odd, messageFor(plan, odd));
  claim(place, plan, messageFor(odd, plan));
  expect((await place.run("log", "--verify")).stdout).toContain("✓ 2 commits");
});

test("a change of thousands of rows is verified by the part that its message has room for", async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `| Topic ${index} | 1 | | | Done | |\n`).join("");
  const huge = plan.replace("| Kafka | 2 | | | | |\n", rows);
  const place = committed([plan]);
  claim(place, huge, messageFor(plan, huge));
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
  claim(place, plan, messageFor(huge, started));
  expect((await place.run("log", "--verify")).exitCode).toBe(1);
});

test("a rebased commit is compared with what it changes in its new place", async () => {
  const place = committed([plan]);
  place.git("checkout", "--quiet", "-b", "side");
  claim(place, started, messageFor(plan, started));
  place.git("checkout", "--quiet", "main");
  place.write(plan.replace("[ ] read", "[x] read"));
  commit(place, "by hand", 6);
  place.git("cherry-pick", "side");
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
});

test("--verify refuses a topic and a part of the history", async () => {
  const place = committed([plan]);
  for (const more of [["http"], ["--limit", "3"], ["--since", "today"]])
    expect((await place.run("log", "--verify", ...more)).exitCode).toBe(2);
});
