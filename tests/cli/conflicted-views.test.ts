// A file with unresolved conflicts: every view first warns and shows only our side; nothing is written.

import { expect, test } from "vitest";
import { makePlace, type Place } from "../support/program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";

const conflict = (ours: string, theirs: string, base: string | null = null) =>
  `<<<<<<< HEAD\n${ours}${base === null ? "" : `||||||| merged common ancestors\n${base}`}=======\n${theirs}>>>>>>> other\n`;

const page = (rows: string, tasks: string) => `# Plan

| Topic | Phase | Status | Started | Finished |
|---|---|---|---|---|
| Git | 1 | Done | 2026-10-01 | 2026-10-05 |
${rows}| SQL | 2 | In Progress | 2026-11-02 | |

## Phase 1: Basics

- [x] read
${tasks}- [ ] write
`;

const oursOnly = page("| Docker | 1 | Done | 2026-10-08 | 2026-10-20 |\n", "- [ ] build\n");

const theirRows = "| Docker | 1 | In Progress | 2026-10-08 | |\n| Kafka | 1 | Done | 2026-09-01 | 2026-09-04 |\n";

const conflicted = page(
  conflict("| Docker | 1 | Done | 2026-10-08 | 2026-10-20 |\n", theirRows),
  conflict("- [ ] build\n", "- [x] build\n- [x] ship\n", "- [ ] build it\n"),
);

const nested = page(
  conflict(conflict("| Docker | 1 | Done | 2026-10-08 | 2026-10-20 |\n", theirRows), theirRows),
  conflict("- [ ] build\n", "- [x] build\n- [x] ship\n"),
);

const withoutEnd = `${page("| Docker | 1 | Done | 2026-10-08 | 2026-10-20 |\n", "- [ ] build\n")}<<<<<<< HEAD
=======
- [x] ship
- [x] and more
`;

const views: readonly string[][] = [
  [],
  ["list"],
  ["next"],
  ["today"],
  ["progress"],
  ["progress", "--by", "track"],
  ["progress", "--by", "status"],
  ["show", "sql"],
  ["show", "docker"],
  ["timeline"],
  ["stats"],
  ["burnup"],
  ["forecast", "--weekly", "2"],
  ["export", "csv"],
  ["export", "html"],
  ["export", "ics"],
  ["export", "mermaid"],
  ["export", "svg"],
  ["badge"],
];

const fewViews: readonly string[][] = [[], ["list"], ["progress"], ["export", "csv"]];

const warning = /^roadmap\.md:(\d+):1 {2}CONFLICT_MARKERS {2}the file has unresolved merge conflicts/;

/** Without the hash of the file and the line of a topic, which differ. */
const withoutHash = (text: string) =>
  text.replace(/[0-9a-f]{64}/g, "HASH").replace(/^ {2}roadmap\.md:\d+$/m, "  roadmap.md:LINE");

test.each([
  { kind: "in the styles merge and diff3", text: conflicted, line: 6, views },
  { kind: "with CRLF", text: conflicted.replaceAll("\n", "\r\n"), line: 6, views: fewViews },
  { kind: "in conflicts", text: nested, line: 6, views: fewViews },
  { kind: "without an end", text: withoutEnd, line: 14, views: fewViews },
])("every view of $kind conflicts shows our side, after a warning", async ({ text, line, views: all }) => {
  const place = makePlace(text);
  const own = makePlace(text.includes("\r") ? oursOnly.replaceAll("\n", "\r\n") : oursOnly);
  for (const view of all) {
    const [shown, expected] = await Promise.all([place.run(...view), own.run(...view)]);
    const name = view.join(" ");
    expect(withoutHash(shown.stdout), name).toBe(withoutHash(expected.stdout));
    expect(shown.exitCode, name).toBe(expected.exitCode);
    expect(Number(warning.exec(shown.stderr)?.[1]), `${name}: ${shown.stderr}`).toBe(line);
  }
  expect(place.read()).toBe(text);
});

test("JSON contains the number of conflicts, and the lines in the file", async () => {
  const place = makePlace(conflicted);
  const own = makePlace(oursOnly);
  for (const view of views) {
    const { stdout } = await place.run(...view, "--json");
    const data = JSON.parse(stdout);
    expect(data.conflicts, view.join(" ")).toBe(2);
    expect(JSON.parse((await own.run(...view, "--json")).stdout).conflicts).toBeUndefined();
  }
  const { topics, tasks, problems } = JSON.parse((await place.run("list", "--json")).stdout);
  const lines = conflicted.split("\n");
  expect(topics.map(({ name }: { name: string }) => name)).toEqual(["Git", "Docker", "SQL"]);
  expect(tasks.map(({ name }: { name: string }) => name)).toEqual(["read", "build", "write"]);
  for (const { name, line } of [...topics, ...tasks]) expect(lines[line - 1]).toContain(name);
  expect(problems).toMatchObject([{ code: "CONFLICT_MARKERS", line: 6 }]);
  const exported = JSON.parse((await place.run("export", "json")).stdout);
  expect(exported).toMatchObject({ conflicts: 2, topics: [{ name: "Git" }, { name: "Docker" }, { name: "SQL" }] });
});

function inRepository(committed: string, text: string): Place {
  const place = makePlace(committed);
  place.git("init", "-q");
  place.git("add", "-A");
  place.git("commit", "-qm", "first");
  place.write(text);
  return place;
}

test("diff compares our side, log and config warn, and an old revision shows our side too", async () => {
  const place = inRepository(oursOnly.replace("| Docker | 1 | Done |", "| Docker | 1 | Blocked |"), conflicted);
  const diff = await place.run("diff");
  expect(diff.stderr).toMatch(warning);
  expect(diff.stdout).toContain("Docker");
  expect(diff.stdout).not.toContain("Kafka");
  for (const command of ["log", "config"]) expect((await place.run(command)).stderr).toMatch(warning);
  place.git("commit", "-qam", "with markers");
  const old = await place.run("list", "--at", "HEAD");
  expect(old.stdout).not.toContain("Kafka");
  expect(old.stderr).toMatch(/CONFLICT_MARKERS/);
  const between = await place.run("diff", "HEAD~1..HEAD");
  expect(between.stdout).not.toContain("Kafka");
  expect(between.stderr).toMatch(
    /^note: [0-9a-f]{7} \(.*\) has unresolved merge conflicts; only our side is compared\n$/,
  );
  expect(place.read()).toBe(conflicted);
});

test("no command changes a file with conflicts", async () => {
  for (const text of [conflicted, withoutEnd]) {
    const place = makePlace({ "roadmap.md": text, "changes.jsonl": '{"op":"finish","topic":"sql"}\n' });
    for (const change of [
      ["finish", "sql"],
      ["check", "write"],
      ["set", "git", "--comments", "x"],
      ["add", "topic", "New"],
      ["rename", "sql", "--to", "PostgreSQL"],
      ["remove", "sql", "--yes"],
      ["apply", "changes.jsonl"],
      ["doctor", "--fix", "--yes"],
      ["fmt"],
    ]) {
      const { exitCode, stderr } = await place.run(...change);
      expect([exitCode, stderr.split("\n")[0]], change.join(" ")).toEqual([
        4,
        "roadmap: roadmap.md has unresolved merge conflicts",
      ]);
    }
    expect(place.read()).toBe(text);
  }
});

test.skipIf(!hasTerminal)("watch shows the warning above the dashboard", async () => {
  const terminal = openTerminal(makePlace(conflicted), "$ROADMAP watch");
  await terminal.until("press q to quit");
  expect(terminal.text().split("\n").slice(0, 5)).toEqual([
    "✗ roadmap.md has unresolved merge conflicts",
    "  2 conflicts, the first in line 6; only our side is shown, and nothing can be",
    "  changed until they are resolved",
    "",
    expect.stringMatching(/^Plan {2,}/),
  ]);
  terminal.type("q");
  expect(await terminal.exitCode()).toBe(0);
});

test.skipIf(!hasTerminal)("in a terminal, our side is below what must be done first", async () => {
  const one = page(conflict("| Docker | 1 | Done | | |\n", "| Docker | 1 | | | |\n"), "");
  const terminal = openTerminal(makePlace(one), "$ROADMAP", 40);
  await terminal.exitCode();
  expect(terminal.text()).toMatch(
    /^✗ roadmap\.md has unresolved merge\n {2}conflicts\n {2}1 conflict, in line 6; only our side\n {2}is shown, and nothing can be changed\n {2}until it is resolved\n\nPlan /,
  );
  expect(terminal.text()).toContain("\n→ roadmap resolve\n");
});

test("completion offers the names of our side once", async () => {
  const { stdout } = await makePlace(conflicted).run("__complete", "words", "show", "=");
  expect(stdout.match(/^docker/gim)).toHaveLength(1);
  expect(stdout).not.toContain("Kafka");
});
