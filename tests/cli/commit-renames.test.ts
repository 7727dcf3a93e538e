// Committing renames: what roadmap renamed is committed as a rename, however little else identifies it.

import { expect, test } from "vitest";
import { makeRepository, type RepositoryPlace } from "../support/repository.js";

const rows =
  "# R\n\n| Topic | Status |\n|---|---|\n| Kafka Basics |  |\n| HTTP |  |\n\n## Phase 1\n\n- [ ] t\n- [ ] u\n";
const long = "a very long name of a topic ".repeat(5).trim();

async function runAll(place: RepositoryPlace, commands: readonly (readonly string[])[]) {
  for (const words of commands) expect([words, (await place.run(...words)).exitCode]).toEqual([words, 0]);
}

test.each([
  ["a topic", [["rename", "kafka", "--to", "Redis", "--commit"]], "rename Kafka Basics to Redis"],
  ["a task", [["rename", "t1", "--to", "write", "--commit"]], "rename t to write"],
  [
    "a task before another change",
    [
      ["rename", "t1", "--to", "write"],
      ["check", "u", "--commit"],
    ],
    "rename t to write, check u",
  ],
  [
    "a topic twice",
    [["rename", "kafka", "--to", "Redis"], ["rename", "redis", "--to", "SQL"], ["commit"]],
    "rename Kafka Basics to SQL",
  ],
  [
    "a topic that is finished too",
    [
      ["rename", "kafka", "--to", "Redis"],
      ["finish", "redis", "--commit"],
    ],
    "finish Redis",
  ],
  [
    "a topic back by undo",
    [["rename", "kafka", "--to", "Redis", "--commit"], ["undo"], ["commit"]],
    "rename Redis to Kafka Basics",
  ],
  [
    "two topics",
    [
      ["rename", "kafka", "--to", "Redis"],
      ["rename", "http", "--to", "SQL", "--commit"],
    ],
    "rename 2 topics",
  ],
])("%s renamed is committed as a rename", async (_, commands, subject) => {
  const place = makeRepository({ "roadmap.md": rows });
  await runAll(place, commands);
  expect(place.message().split("\n")[0]).toBe(`roadmap: ${subject}`);
  expect(place.message()).toContain("Roadmap-Change: renamed from ");
  expect(place.message()).not.toMatch(/Roadmap-Change: (?:added|removed)/);
  expect(place.status()).toBe("");
  expect(await place.run("log", "--verify")).toMatchObject({ exitCode: 0 });
});

test("the log shows the rename of a name that is too long for a trailer", async () => {
  const place = makeRepository({ "roadmap.md": rows });
  await runAll(place, [["rename", "kafka", "--to", long, "--commit"]]);
  expect(place.message()).toContain("Roadmap-Change: renamed from Kafka Basics");
  expect(await place.run("log", "--verify")).toMatchObject({ exitCode: 0 });
});

test("the log of a topic follows a rename that only the message records", async () => {
  const place = makeRepository({ "roadmap.md": rows });
  await runAll(place, [
    ["finish", "kafka", "--commit"],
    ["rename", "kafka", "--to", "Redis", "--commit"],
  ]);
  const { stdout } = await place.run("log", "redis");
  expect(stdout).toContain("Done");
  expect(stdout.trim().split("\n").length).toBeGreaterThan(2);
});

test("a removed topic and an added one are two topics, by roadmap and by hand", async () => {
  const place = makeRepository({ "roadmap.md": rows });
  await runAll(place, [["remove", "kafka", "--yes"], ["add", "topic", "Redis"], ["commit"]]);
  expect(place.message()).toContain("roadmap: add Redis, remove Kafka Basics");
  place.write(place.read().replace("| HTTP |", "| SQL |"));
  await runAll(place, [["commit"]]);
  expect(place.message()).toContain("roadmap: add SQL, remove HTTP");
});

test("an old rename has no effect on later changes of the same names", async () => {
  const place = makeRepository({ "roadmap.md": rows });
  await runAll(place, [["rename", "kafka", "--to", "Redis", "--commit"]]);
  place.write(place.read().replace("| Redis |", "| SQL |"));
  await runAll(place, [["commit"]]);
  expect(place.message()).toContain("roadmap: add SQL, remove Redis");
});
