// Resolve: real conflicts of every kind that git makes, listed, resolved and reported to git.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands/index.js";
import { makePlace, type Place, referenceText } from "../support/program.js";
import { inTerminal } from "../support/pty.js";

const table = `# Plan

| Topic | Phase | Status | Comments |
|-------|-------|--------|----------|
| HTTP  | 1     |        | read     |
| REST  | 1     |        |          |
| Kafka | 2     |        |          |

Some prose.

## Tasks

- [ ] read the book
- [ ] write a parser
`;

/** A repository in which two branches have changed the same file; `main` is checked out. */
function branches(base: string, ours: string, theirs: string): Place {
  const place = makePlace(base);
  const commit = (text: string, message: string) => {
    place.write(text);
    place.git("add", "-A");
    place.git("commit", "-qm", message);
  };
  place.git("init", "-qb", "main");
  commit(base, "base");
  place.git("checkout", "-qb", "other");
  commit(theirs, "theirs");
  place.git("checkout", "-q", "main");
  commit(ours, "ours");
  return place;
}

/** Runs git, which is expected to stop at a conflict. */
function gitStops(place: Place, ...args: string[]): void {
  const ran = spawnSync("git", args, { cwd: place.folder, env: { ...place.env, GIT_EDITOR: "true" } });
  expect(ran.status).toBe(1);
  expect(place.git("ls-files", "-u")).not.toBe("");
}

const ours = table
  .replace("| HTTP  | 1     |        | read     |", "| HTTP  | 1     | Done   | read     |")
  .replace("- [ ] read the book", "- [x] read the book");
const theirs = table
  .replace("| HTTP  | 1     |        | read     |", "| HTTP  | 1     | Blocked | twice   |")
  .replace("- [ ] read the book", "- [/] read the book");

test.each(["merge", "diff3", "zdiff3"])("a merge in style %s is listed, resolved and committed", async (style) => {
  const place = branches(table, ours, theirs);
  gitStops(place, "-c", `merge.conflictStyle=${style}`, "merge", "other");
  const hasBase = style !== "merge";
  const listed = await place.run("resolve");
  expect([listed.stderr, listed.exitCode]).toEqual(["", 0]);
  const base = (text: string) => (hasBase ? `   base    ${text}\n` : "");
  const comments = `2  HTTP · comments (line 6)\n   ours    read\n   theirs  twice\n`;
  const line = hasBase ? 20 : 18;
  expect(listed.stdout).toBe(
    `1  HTTP · status (line 6)\n   ours    Done\n   theirs  Blocked\n${base("(blank)")}` +
      (hasBase ? "" : comments) +
      `${hasBase ? 2 : 3}  read the book · mark (line ${line})\n   ours    [x]\n   theirs  [/]\n${base("[ ]")}` +
      "\n  ours is HEAD, theirs is other\n  choose: `roadmap resolve 1 --ours`, or `--theirs`, `--value TEXT`\n" +
      "  `roadmap resolve --ours` uses our side everywhere and drops theirs\n",
  );
  const first = await place.run("resolve", "http", "--theirs");
  expect(first.stdout).toContain("✓ HTTP   status  theirs: Blocked\n");
  expect(first.stdout).toMatch(/ {2}1 left to resolve\n$/);
  const last = await place.run("resolve", "1", "--ours");
  expect(last.stdout).toBe("✓ read the book   mark  ours: [x]\n  all conflicts are resolved\n");
  expect(place.read()).toBe(theirs.replace("- [/] read", "- [x] read"));
  const left = "no conflicts in roadmap.md\n";
  expect((await place.run("resolve")).stdout).toBe(left);
  expect((await inTerminal(place, "resolve")).output).toBe(`${left}→ git add roadmap.md && git commit\n`);
  place.git("add", "roadmap.md");
  place.git("commit", "-qm", "merged");
  const again = await place.run("resolve", "--theirs");
  expect([again.stdout, again.exitCode]).toEqual([left, 0]);
});

test("a rebase is resolved like a merge, and the next command continues it", async () => {
  const place = branches(table, ours, theirs);
  gitStops(place, "rebase", "other");
  const { output } = await inTerminal(place, "resolve", "--theirs");
  expect(output).toMatch(/\n→ git add roadmap\.md && git rebase --continue\n$/);
  expect(place.read()).toBe(ours);
  place.git("add", "roadmap.md");
  place.git("-c", "core.editor=true", "-c", "advice.mergeConflict=false", "rebase", "--continue");
  expect(place.git("status", "--porcelain")).toBe("");
});

test("a cherry-pick and a stash are resolved like a merge", async () => {
  const picked = branches(table, ours, theirs);
  gitStops(picked, "cherry-pick", "other");
  expect((await inTerminal(picked, "resolve", "--theirs")).output).toContain("&& git cherry-pick --continue\n");
  const stashed = branches(table, ours, theirs);
  stashed.write(ours.replace("| Done   |", "| Later  |"));
  stashed.git("stash", "-q");
  stashed.git("reset", "-q", "--hard", "other");
  gitStops(stashed, "stash", "pop");
  const { output } = await inTerminal(stashed, "resolve", "--theirs");
  expect(output).toMatch(/\n→ git add roadmap\.md\n$/);
  expect(stashed.read()).toContain("| HTTP  | 1     | Later");
});

test("rows added on both sides stay, and a row deleted on one side and changed on the other is a conflict", async () => {
  const added = (row: string) => table.replace("\n\nSome", `\n${row}\n\nSome`);
  const place = branches(table, added("| Docker | 3 | | |"), added("| Podman | 3 | | |"));
  gitStops(place, "-c", "merge.conflictStyle=diff3", "merge", "other");
  expect((await place.run("resolve")).stdout).toContain("both sides changed different things and can be combined");
  await place.run("resolve", "1", "--both");
  expect(place.read()).toBe(added("| Docker | 3 | | |\n| Podman | 3 | | |"));

  const kafka = "| Kafka | 2     |        |          |\n";
  const deleted = branches(table, table.replace(kafka, ""), table.replace(kafka, kafka.replace("2 ", "3 ")));
  gitStops(deleted, "-c", "merge.conflictStyle=diff3", "merge", "other");
  const listed = await deleted.run("resolve");
  expect(listed.stdout).toContain("1  Kafka · on one side only (line ");
  expect(listed.stdout).toContain("   ours    (absent)\n   theirs  | Kafka | 3 | | |\n   base    | Kafka | 2 | | |\n");
  expect((await deleted.run("resolve", "kafka", "--ours")).stdout).toContain("✓ Kafka   removed\n");
  expect(deleted.read()).toBe(table.replace(kafka, ""));
});

test("undo of resolve restores the conflicts to the byte, and redo resolves them as before", async () => {
  const place = branches(table, ours, theirs);
  gitStops(place, "merge", "other");
  const texts = [place.read()];
  for (const args of [["1", "--theirs"], ["--ours"]]) {
    expect((await place.run("resolve", ...args)).exitCode).toBe(0);
    texts.push(place.read());
  }
  for (const [command, count] of [
    ["undo", 1],
    ["undo", 0],
    ["redo", 1],
    ["redo", 2],
  ] as const) {
    const ran = await place.run(command);
    expect([ran.stderr, ran.exitCode]).toEqual(["", 0]);
    expect(place.read()).toBe(texts[count]);
  }
  expect((await place.run("undo", "2")).exitCode).toBe(0);
  expect(place.read()).toBe(texts[0]);
});

test("prose is resolved as a whole, with both sides on request", async () => {
  const place = branches(table, table.replace("Some", "Our"), table.replace("Some", "Their"));
  gitStops(place, "merge", "other");
  expect((await place.run("resolve")).stdout).toContain("1  whole lines (line 9)\n   ours    Our prose.\n");
  expect((await place.run("resolve", "1", "--value", "x")).exitCode).toBe(2);
  expect((await place.run("resolve", "1", "--both")).exitCode).toBe(0);
  expect(place.read()).toBe(table.replace("Some prose.", "Our prose.\nTheir prose."));
});

test("files with CRLF, no final newline or longer markers are resolved to the bytes of a side", async () => {
  const crlf = (text: string) => text.replace(/\n$/, "").replaceAll("\n", "\r\n");
  const place = branches(crlf(table), crlf(ours), crlf(theirs));
  writeFileSync(place.path(".gitattributes"), "roadmap.md conflict-marker-size=11\n");
  place.git("add", "-A");
  place.git("commit", "-qm", "attributes");
  gitStops(place, "merge", "other");
  expect(place.read()).toContain(`${"<".repeat(11)} HEAD\r\n`);
  expect((await place.run("start", "rest")).exitCode).toBe(4);
  expect((await place.run("resolve", "--ours")).exitCode).toBe(0);
  expect(place.read()).toBe(crlf(ours));
});

test("a dry run shows the diff and writes nothing, --if-match refuses another file", async () => {
  const place = branches(table, ours, theirs);
  gitStops(place, "merge", "other");
  const before = place.read();
  const { stdout } = await place.run("resolve", "--ours", "-n");
  expect(stdout).toContain("\n-<<<<<<< HEAD\n");
  const { hash } = JSON.parse((await place.run("resolve", "--json")).stdout);
  expect((await place.run("resolve", "--ours", "--if-match", "0123456")).exitCode).toBe(5);
  expect(place.read()).toBe(before);
  expect((await place.run("resolve", "--ours", "--if-match", hash)).exitCode).toBe(0);
});

test.each([
  [["1"], 2, "no side chosen", "roadmap resolve 1 --ours"],
  [["read the book"], 2, "no side chosen", "roadmap resolve 'read the book' --ours"],
  [["--ours", "--theirs"], 2, "--ours, --theirs, --both and --value cannot be combined", "use only one of them"],
  [["9"], 3, "no conflict 9: the file has 3", "roadmap resolve"],
  [["nope"], 3, 'no conflict matches "nope"', "roadmap resolve"],
  [["--field", "nope"], 3, 'no conflict in field "nope"', "fields with conflicts: "],
  [["9", "--ours"], 3, "no conflict 9: the file has 3", "roadmap resolve"],
  [["rest", "--ours"], 3, 'no conflict matches "rest"', "roadmap resolve"],
  [
    ["--value", "x"],
    2,
    "--value resolves only one conflict, not 3: 1, 2, 3",
    "choose one: `roadmap resolve 1 --value TEXT`",
  ],
  [["1", "--both"], 2, "conflict 1 is about a single value: --both needs whole lines", "roadmap resolve 1 --ours"],
  [["3", "--value", "done"], 2, '"done" is not a task mark', 'use one of " ", "x"'],
])("resolve %j is refused with a hint and changes nothing", async (args, code, ...said) => {
  const place = branches(table, ours, theirs);
  gitStops(place, "merge", "other");
  const before = place.read();
  const { stdout, stderr, exitCode } = await place.run("resolve", ...args);
  expect([stdout, exitCode]).toEqual(["", code]);
  expect(stderr).toContain(`roadmap: ${said[0]}\n`);
  expect(stderr).toContain(said[1]);
  expect(place.read()).toBe(before);
});

test("ambiguous conflict markers are left to an editor", async () => {
  const place = makePlace(`${table}<<<<<<< HEAD\na\n=======\n`);
  expect((await place.run("resolve")).stdout).toBe(
    "1  a marker is missing or duplicated: resolve it in an editor (line 15)\n\n",
  );
  const { stderr, exitCode } = await place.run("resolve", "--ours");
  expect(exitCode).toBe(4);
  expect(stderr).toContain("if these lines are only an example, put a space before them");
});

test("control characters of both sides are made visible", async () => {
  const evil = (text: string) => table.replace("| read     |", `| ${text} |`);
  const place = branches(table, evil("\u001b[31mred"), evil("\u202eback"));
  gitStops(place, "merge", "other");
  const { stdout } = await place.run("resolve");
  expect(stdout).toContain("   ours    ^[[31mred\n   theirs  <U+202E>back\n");
});

/** Commands that do not change the roadmap's text, or that resolve the merge themselves. */
const others = [
  ...["dashboard", "list", "show", "next", "progress", "diff", "log", "textconv"],
  ...["stats", "forecast", "timeline", "burnup", "export", "badge", "init", "doctor"],
  ...["completion", "unlock", "resolve", "merge-driver", "git install", "config", "watch", "help", "edit"],
  ...["today", "open", "prompt", "all"],
  // It shows our side, and its server refuses changes.
  "web",
];

const writing = [...commands.keys()].filter((name) => !others.includes(name));

test.each(writing)("%s is refused while the file has conflict markers", async (name) => {
  const declaration = await commands.get(name)?.();
  const conflicted = `${referenceText}\n<<<<<<< HEAD\n- [ ] kafka\n=======\n- [x] kafka\n>>>>>>> other\n`;
  for (const example of declaration?.examples ?? []) {
    if (example.includes("--list")) continue;
    const place = makePlace({
      "roadmap.md": conflicted,
      "changes.jsonl": '{"op":"start","topic":"http"}\n',
      "topics.csv": "topic\nHTTP\n",
    });
    for (const option of ["", " --dry-run", " --json"]) {
      const { stdout, stderr, exitCode } = await place.shell(`${example.replace("roadmap ", "$ROADMAP ")}${option}`);
      expect([stdout, exitCode], `${example}: ${stderr}`).toEqual(["", 4]);
      expect(stderr).toContain("has unresolved merge conflicts");
      expect(place.read()).toBe(conflicted);
    }
  }
});
