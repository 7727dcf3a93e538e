// Adding, moving, renaming and removing with the whole program: files, undo, commits, and confirmation.

import { expect, test } from "vitest";
import { makePlace, type Place, referenceText } from "../support/program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";

function repository(text = referenceText): Place {
  const place = makePlace(text);
  place.git("init", "-q", "-b", "main");
  place.git("add", "roadmap.md");
  place.git("commit", "-qm", "start");
  return place;
}

/** Each with the number of lines it adds and removes, and the subject of its commit. */
const structuralChanges: [string[], [number, number], string][] = [
  [["add", "topic", "Kafka", "--phase", "3"], [1, 0], "roadmap: add Kafka"],
  [["add", "task", "write a parser", "--to", "2", "--track", "cloud"], [1, 0], "roadmap: add write a parser"],
  [["add", "column", "hours"], [38, 38], "roadmap: add column hours"],
  [["add", "phase", "Operations", "--track", "backend"], [2, 0], "roadmap: add phase Phase 4: Operations"],
  [["move", "caching", "strategies", "--to", "3"], [1, 1], "roadmap: move Caching Strategies"],
  [["move", "t8", "--to", "3", "--track", "cloud"], [1, 1], "roadmap: move Understand API versioning"],
  [["rename", "http", "fundamentals", "--to", "HTTP"], [1, 1], "roadmap: rename HTTP Fundamentals to HTTP"],
  [["rename", "--column", "comments", "--to", "Notes"], [1, 1], "roadmap: rename column Comments to Notes"],
  [["rename", "--phase", "cloud basics", "--to", "AWS"], [1, 1], "roadmap: rename phase"],
  [["remove", "docker", "compose", "--yes"], [0, 1], "roadmap: remove Docker Compose"],
];

test.each(structuralChanges)(
  "%j changes the expected lines, is committed under its name, and can be undone and redone",
  async (args, counts, subject) => {
    const place = repository();
    const tried = await place.run(...args, "--dry-run", "--json");
    const { diff, hash } = JSON.parse(tried.stdout);
    expect(place.read()).toBe(referenceText);
    const { stderr, exitCode } = await place.run(...args, "--commit", "--if-match", hash);
    expect([stderr, exitCode]).toEqual(["", 0]);
    const after = place.read();
    expect(place.git("show", "--numstat", "--format=%s")).toMatch(`${counts.join("\t")}\troadmap.md`);
    expect(place.git("log", "-1", "--format=%s")).toContain(subject);
    expect(place.git("log", "-1", "--format=%B")).not.toContain("Roadmap-Text:");
    expect((await place.run("log", "--verify")).exitCode).toBe(0);
    expect((await place.run("undo")).exitCode).toBe(0);
    expect(place.read()).toBe(referenceText);
    expect((await place.run("redo")).exitCode).toBe(0);
    expect(place.read()).toBe(after);
    place.write(referenceText);
    place.write(diff, "change.diff");
    place.git("apply", "change.diff");
    expect(place.read()).toBe(after);
  },
);

test.each(structuralChanges)("%j can be undone after another row was changed by hand", async (args) => {
  const place = makePlace(referenceText);
  await place.run(...args);
  const byHand = (text: string) => text.replace("| MIT papers |", "| MIT papers, all |");
  place.write(byHand(place.read()));
  const { stderr, exitCode } = await place.run("undo");
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(place.read()).toBe(byHand(referenceText));
});

test.each([
  [["add", "topic", "Kafka", "--phase", "3"], "| Kafka | 3 |"],
  [["add", "task", "write a parser", "--to", "2", "--track", "cloud"], "- [ ] write a parser"],
])("%j that was deleted by hand since counts as undone, and redo adds it again", async (args, line) => {
  const place = makePlace(referenceText);
  await place.run(...args);
  const added = place.read();
  place.write(
    added
      .split("\n")
      .filter((one) => !one.startsWith(line))
      .join("\n"),
  );
  expect(place.read()).toBe(referenceText);
  expect((await place.run("undo")).stdout).toContain("Already undone: add ");
  expect(place.read()).toBe(referenceText);
  expect((await place.run("redo")).exitCode).toBe(0);
  expect(place.read()).toBe(added);
  place.write(added.replace(line, line.replace("a", "o")));
  const { stderr, exitCode } = await place.run("undo");
  expect(stderr).toContain("remove it by hand; then run `roadmap undo` again");
  expect(exitCode).toBe(1);
});

test("many operations of every kind are one change, and one undo reverts them", async () => {
  const place = makePlace(referenceText);
  const lines = [
    { op: "add-topic", name: "Kafka", phase: "3" },
    { op: "start", topic: "kafka" },
    { op: "add-column", name: "Effort" },
    { op: "move", topic: "kafka", before: "message queues" },
    { op: "add-phase", name: "Operations", track: "cloud" },
    { op: "add-task", text: "set up alerts", to: "operations" },
    { op: "check", task: "set up alerts" },
    { op: "rename", phase: "operations", to: "Running it" },
    { op: "remove", topic: "docker compose" },
    { op: "finish", topic: "kafka", proof: ["https://example.org"] },
  ];
  const { stdout, stderr } = await place.runWith(
    { stdin: lines.map((line) => JSON.stringify(line)).join("\n") },
    "apply",
    "--json",
  );
  expect(stderr).toBe("");
  const { results } = JSON.parse(stdout);
  expect(results.map(({ operation }: { operation: string }) => operation)).toEqual(lines.map(({ op }) => op));
  expect(place.read()).toContain(
    "| Kafka | 3 | 2026-11-22 | 2026-11-22 | | Done | | | https://example.org | |\n| Message Queues |",
  );
  expect(place.read()).toContain("### Running it\n- [x] set up alerts\n");
  await place.run("undo");
  expect(place.read()).toBe(referenceText);
});

test("a refused line stops all of them, and the message says what the line needs", async () => {
  const place = makePlace(referenceText);
  const lines = ['{"op":"add-topic","name":"Kafka"}', '{"op":"add-task","text":"x","to":"phase 2"}'];
  const { stderr, exitCode } = await place.runWith({ stdin: lines.join("\n") }, "apply");
  expect(stderr.replace(/\s+/g, " ")).toContain('line 2: "phase 2" matches 2 phases');
  expect(stderr).toContain("--track");
  expect(exitCode).toBe(3);
  expect(place.read()).toBe(referenceText);
});

test("the hint for a missing required option is the command with that option", async () => {
  const { stderr, exitCode } = await makePlace(referenceText).run("rename", "t1");
  expect([stderr, exitCode]).toEqual(["roadmap: --to is required: the new name\n  roadmap rename t1 --to NAME\n", 2]);
});

test("without a terminal and --yes, nothing is removed", async () => {
  const place = makePlace(`${referenceText}\n- [ ] outer\n  - [ ] inner one\n  - [ ] inner two\n`);
  const before = place.read();
  for (const args of [
    ["remove", "outer"],
    ["remove", "outer", "--json"],
  ]) {
    const { stderr, exitCode } = await place.run(...args);
    expect(stderr.replace(/\s+/g, " ")).toContain("with its 2 subtasks would be removed");
    expect(stderr).toContain("confirm with `roadmap remove --yes outer`, or preview with --dry-run");
    expect(exitCode).toBe(2);
  }
  expect(place.read()).toBe(before);
  const { stdout } = await place.run("remove", "outer", "--yes");
  expect(stdout).toContain("removed with its 2 subtasks");
  expect(place.read()).toBe(`${referenceText.trimEnd()}\n`);
});

test.skipIf(!hasTerminal)("remove asks in a terminal, and a no removes nothing (skipped without tmux)", async () => {
  const place = makePlace(referenceText);
  const refused = openTerminal(place, "$ROADMAP remove docker compose");
  await refused.until("Remove the topic");
  refused.type("n");
  expect(await refused.exitCode()).toBe(1);
  expect(place.read()).toBe(referenceText);
  const agreed = openTerminal(place, "$ROADMAP remove docker compose");
  await agreed.until("Remove the topic");
  agreed.type("y");
  expect(await agreed.exitCode()).toBe(0);
  expect(place.read()).not.toContain("Docker Compose");
});

test.skipIf(!hasTerminal)(
  "the answer to which neighbor is meant selects the neighbor (skipped without tmux)",
  async () => {
    const place = makePlace(referenceText);
    const terminal = openTerminal(place, "$ROADMAP add topic Kafka --after database");
    await terminal.until("Which one?");
    terminal.type("Enter");
    expect(await terminal.exitCode()).toBe(0);
    expect(place.read()).toMatch(/\| Database Fundamentals.*\n\| Kafka \|/);
  },
);
