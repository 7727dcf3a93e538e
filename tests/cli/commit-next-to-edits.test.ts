// Commits next to uncommitted changes: earlier changes by roadmap are included, those by hand are not.

import { expect, test } from "vitest";
import { testDay } from "../support/program.js";
import { finished, makeRepository, topicRows } from "../support/repository.js";

const link = "https://example.org/proof";

async function expectRefused(head: string, byHand: string, words: readonly string[]) {
  const place = makeRepository({ "roadmap.md": head });
  place.write(byHand);
  const { exitCode, stderr } = await place.run(...words, "--commit");
  expect([exitCode, place.count(), place.committed()]).toEqual([8, 1, head]);
  expect(stderr).toContain("saved, but not committed: this change builds on other uncommitted changes in the file");
  expect(place.read()).not.toBe(byHand);
  expect((await place.run("commit")).exitCode).toBe(0);
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
}

test.each([
  ["a topic", "| Kafka |", "| Redis |", ["finish", "redis"]],
  ["a topic by a typo", "| Kafka |", "| Kafka Basics |", ["finish", "kafka"]],
  ["a topic in capitals", "| REST API |", "| Rest API |", ["start", "rest"]],
  ["a task", "- [ ] write the parser", "- [ ] write the lexer", ["check", "lexer"]],
  ["a task by a word more", "- [ ] write the parser", "- [ ] write the parser twice", ["check", "parser"]],
])("a change to %s renamed by hand is not committed under the old name", async (_, ...[before, after, words]) => {
  await expectRefused(topicRows, topicRows.replace(before, after), words);
});

test("the proof of a topic renamed by hand is not committed for another topic", async () => {
  const head = topicRows.replaceAll("Comments", "Proof").replace("| Kafka |", "| Kafka Basics |");
  await expectRefused(head, head.replace("Kafka Basics", "Redis Basics"), ["finish", "redis", "--proof", link]);
});

test("a word that has a meaning only through an edit by hand is not committed without that edit", async () => {
  const head = topicRows.replaceAll("Not Started", "");
  const settings = "---\nroadmap:\n  status:\n    done: Groovy\n---\n";
  await expectRefused(head, `${settings}${head}`, ["finish", "kafka"]);
});

test("checking the remaining one of two tasks with the same name is not committed for the other", async () => {
  const head = topicRows.replace("- [ ] read", "- [ ] write the parser\n\n## Later\n\n- [ ] read");
  const two = head.replace("- [ ] read the book", "- [ ] write the lexer\n- [ ] read the book");
  await expectRefused(two.replace("lexer", "parser"), two.replace("- [ ] write the parser\n", ""), [
    "check",
    "write the parser",
  ]);
});

test("a topic added under a heading written by hand is not committed under another heading", async () => {
  const head = topicRows.replace("## Tasks", "## Phase 3: Tasks");
  await expectRefused(head, head.replace("Phase 3: Tasks", "Phase 4: Tools"), ["add", "task", "new one", "--to", "4"]);
});

test("earlier changes by roadmap are committed too, and named", async () => {
  const place = makeRepository();
  await place.run("start", "http fundamentals", "--date", "2026-11-20");
  await place.run("check", "read");
  const { exitCode, stdout, stderr } = await place.run("finish", "http fundamentals", "--commit");
  expect([exitCode, place.status()]).toEqual([0, ""]);
  expect(stdout).toMatch(/ on main\n$/);
  expect(place.git("show", "-s", "--format=%s").trim()).toBe("roadmap: finish HTTP Fundamentals, check read the book");
  expect(stderr.replaceAll(/\s+/g, " ")).toBe(
    "the commit includes earlier changes that were not committed: start HTTP Fundamentals, check read the book ",
  );
  expect(place.committed()).toBe(place.read());
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
});

test("changes undone since are not named, and four changes are counted", async () => {
  const place = makeRepository();
  for (const words of [
    ["start", "kafka"],
    ["undo"],
    ["start", "rest"],
    ["check", "read"],
    ["check", "write"],
    ["block", "kafka"],
  ])
    expect((await place.run(...words)).exitCode).toBe(0);
  const { stdout } = await place.run("finish", "http", "--commit", "--json");
  expect(JSON.parse(stdout).commit.notes).toEqual([
    "the commit includes earlier changes that were not committed: start REST API, check read the book, 2 more",
  ]);
  expect([place.committed(), place.status()]).toEqual([place.read(), ""]);
});

test("changes by hand between changes by roadmap are not committed", async () => {
  const place = makeRepository();
  place.write(topicRows.replace("# Plan", "# My plan"));
  await place.run("start", "http fundamentals", "--date", "2026-11-20");
  place.write(`${place.read()}\nby hand\n`);
  const { exitCode, stderr } = await place.run("finish", "http", "--commit");
  expect([exitCode, stderr.includes("start HTTP Fundamentals")]).toEqual([0, true]);
  expect(place.committed()).toBe(finished.replace("| 1 |  | 2026", "| 1 | 2026-11-20 | 2026"));
  expect(place.read()).toBe(`${place.committed().replace("# Plan", "# My plan")}\nby hand\n`);
  expect(place.git("diff", "--cached")).toBe("");
});

const plain =
  "# R\n\n| Topic | Status | Started | Finished | Notes |\n|---|---|---|---|---|\n| A |  |  |  |  |\n| B |  |  |  |  |\n";

test.each<[what: string, from: string | RegExp, to: string]>([
  ["the title", "# R", "# RR"],
  ["the title away", "# R\n\n", ""],
  ["a paragraph", "# R\n", "# R\n\nMy goals.\n"],
  ["a heading over the table", "# R\n", "# R\n\n## Part\n"],
  ["another row", "| B |", "| B again |"],
  ["a new row", "| B |  |  |  |  |\n", "| B |  |  |  |  |\n| C |  |  |  |  |\n"],
  ["another cell of the row", /(\| A .*\|) {2}\|\n/, "$1 by hand |\n"],
  ["the status of another row", "| B |  |", "| B | Blocked |"],
])("%s changed by hand is not committed, before or between changes by roadmap", async (_, from, to) => {
  for (const order of ["before", "between"]) {
    const place = makeRepository({ "roadmap.md": plain });
    if (order === "before") place.write(plain.replace(from, to));
    await place.run("start", "a", "--date", "2026-11-20");
    if (order === "between") place.write(place.read().replace(from, to));
    const { exitCode, stderr } = await place.run("finish", "a", "--commit", "--date", "2026-11-21");
    expect([order, exitCode, stderr.includes("start A")]).toEqual([order, 0, true]);
    const wanted = plain.replace("| A |  |  |  |", "| A | Done | 2026-11-20 | 2026-11-21 |");
    expect(place.committed()).toBe(wanted);
    expect(place.read()).toBe(wanted.replace(from, to));
    expect((await place.run("log", "--verify")).exitCode).toBe(0);
  }
});

test("a value changed again by hand is not committed as roadmap wrote it", async () => {
  const place = makeRepository({ "roadmap.md": plain });
  await place.run("start", "b", "--date", "2026-11-20");
  place.write(place.read().replace("| B | In Progress |", "| B | Blocked |").replace("# R", "# RR"));
  expect((await place.run("finish", "a", "--commit", "--date", "2026-11-21")).exitCode).toBe(0);
  expect(place.committed()).toBe(plain.replace("| A |  |  |  |", "| A | Done |  | 2026-11-21 |"));
});

test("the next commit contains only newer changes", async () => {
  const place = makeRepository();
  place.write(topicRows.replace("# Plan", "# My plan"));
  for (const words of [
    ["start", "kafka", "--commit"],
    ["check", "read"],
    ["check", "write", "--commit"],
    ["start", "rest", "--commit"],
  ])
    expect((await place.run(...words)).exitCode).toBe(0);
  expect(place.git("log", "--format=%s").trim().split("\n")).toEqual([
    "roadmap: start REST API",
    "roadmap: check 2 tasks",
    "roadmap: start Kafka",
    "first",
  ]);
  expect(place.committed()).toBe(place.read().replace("# My plan", "# Plan"));
  expect((await place.run("log", "--verify")).exitCode).toBe(0);
});

test("an earlier change that cannot be separated from one by hand stays with it", async () => {
  const place = makeRepository();
  place.write(topicRows.replace("| Kafka |", "| Redis |"));
  await place.run("start", "redis");
  const { exitCode, stderr } = await place.run("finish", "http", "--commit");
  expect([exitCode, stderr, place.committed()]).toEqual([0, "", finished]);
  expect(place.read()).toContain(`| Redis | 2 | ${testDay} |`);
});

test("a change reverted by hand is not committed", async () => {
  const place = makeRepository();
  place.write(topicRows.replace("# Plan", "# My plan"));
  const before = place.read();
  await place.run("start", "kafka");
  place.write(before);
  expect((await place.run("finish", "http", "--commit")).exitCode).toBe(0);
  expect(place.committed()).toBe(finished);
});

test("the staged version gets every committed change", async () => {
  const place = makeRepository();
  const staged = topicRows.replace("| Kafka | 2 |", "| Kafka | 3 |");
  place.write(staged);
  place.git("add", "roadmap.md");
  await place.run("check", "read");
  expect((await place.run("finish", "http", "--commit")).exitCode).toBe(0);
  expect(place.committed()).toBe(finished.replace("- [ ] read", "- [x] read"));
  expect(place.git("show", ":roadmap.md")).toBe(place.committed().replace("| Kafka | 2 |", "| Kafka | 3 |"));
});
