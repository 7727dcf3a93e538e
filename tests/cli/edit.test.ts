// edit: starts the editor with the right arguments, and reports what changed.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, type Place, referenceText } from "../support/program.js";
import { inTerminal } from "../support/pty.js";
import { topicRows } from "../support/repository.js";

/** A repository with an editor that saves its arguments in `args`, and then runs the given shell line. */
function withEditor(files: Readonly<Record<string, string>>, line: string): { place: Place; env: { EDITOR: string } } {
  const place = makePlace({
    ...files,
    "ed.sh": `#!/bin/sh\nprintf '%s\\n' "$@" > args\nfor file; do :; done\n${line}\n`,
  });
  chmodSync(place.path("ed.sh"), 0o755);
  execFileSync("git", ["init", "--quiet", place.folder]);
  return { place, env: { EDITOR: "./ed.sh" } };
}

test("the editor gets the real file, and changes are reported by topic and task", async () => {
  const finish = `sed -i '/Kafka/s/Not Started/Done/' "$file"; echo '- [ ] new task' >> "$file"`;
  const { place, env } = withEditor({ "roadmap.md": topicRows }, finish);
  const { stdout, stderr, exitCode } = await place.runWith({ env }, "edit");
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(stdout).toBe("~ Kafka   status  Not Started → Done\n+ new task   added in Tasks\n");
  expect(place.read("args")).toBe(`${realpathSync(place.path())}\n`);
  expect(place.read()).toContain("| Kafka | 2 |  |  | Done |");
});

test("a topic or task is opened at its line, with the editor's own option", async () => {
  const { place } = withEditor({ "roadmap.md": referenceText }, "");
  symlinkSync("ed.sh", place.path("vim"));
  symlinkSync("ed.sh", place.path("code"));
  const file = realpathSync(place.path());
  const given = async (EDITOR: string, ...words: string[]) => {
    const { stdout, exitCode } = await place.runWith({ env: { EDITOR } }, "edit", ...words);
    expect([stdout, exitCode]).toEqual(["nothing was changed\n", 0]);
    return place.read("args");
  };
  expect(await given("./vim -u NONE", "http", "fundamentals")).toBe(`-u\nNONE\n+8\n${file}\n`);
  const line = referenceText.split("\n").findIndex((text) => text.includes("**Goroutines**")) + 1;
  expect(await given("./code 'a b'", "goroutines")).toBe(`a b\n--wait\n--goto\n${file}:${line}\n`);
  expect(await given("./vim", "12")).toBe(`+18\n${file}\n`);
});

test("file names with special characters reach the editor unchanged", async () => {
  const names = ["-rf.md", "$(touch hacked).md", "a 'b\" c.md", "`x`;y.md", "new\nline.md"];
  const { place, env } = withEditor(Object.fromEntries(names.map((name) => [name, topicRows])), `echo >> "$file"`);
  for (const name of names) {
    const { exitCode, stderr } = await place.runWith({ env }, "edit", `--file=${name}`);
    expect([stderr, exitCode]).toEqual(["", 0]);
    expect(place.read("args")).toBe(`${realpathSync(place.path(name))}\n`);
    expect(place.read(name)).toBe(`${topicRows}\n`);
  }
  expect(existsSync(place.path("hacked"))).toBe(false);
});

test("no lock is held while the editor is open, so another command can change the file", async () => {
  const { place, env } = withEditor({ "roadmap.md": topicRows }, '$ROADMAP start rest > said; [ -z "$(ls *.lock)" ]');
  const { stdout, exitCode } = await place.shell("$ROADMAP edit", env);
  expect(exitCode).toBe(0);
  expect(place.read("said")).toContain("◐ REST API is in progress.");
  expect(stdout).toContain("~ REST API   status  Not Started → In Progress   started  (blank) → 2026-11-22\n");
});

test("a failing editor is reported with its exit code and what it has changed", async () => {
  const { place, env } = withEditor({ "roadmap.md": topicRows }, "exit 3");
  const failed = await place.runWith({ env }, "edit");
  expect(failed).toMatchObject({ stdout: "nothing was changed\n", exitCode: 1 });
  expect(failed.stderr).toBe(
    "roadmap: the editor exited with exit code 3\n" +
      "  the file is unchanged; choose another editor with `export EDITOR=nano`\n",
  );
  place.write('#!/bin/sh\necho "- [ ] more" >> "$1"; kill -9 $$\n', "ed.sh");
  const killed = await place.runWith({ env }, "edit");
  expect([killed.stdout, killed.exitCode]).toEqual(["+ more   added in Tasks\n", 1]);
  expect(killed.stderr).toContain("roadmap: the editor exited with");
  expect(killed.stderr).toContain("the file is as the editor left it");
});

test("without an editor, or with a missing one, a hint is shown and nothing happens", async () => {
  const place = makePlace(topicRows);
  expect(await place.run("edit")).toMatchObject({
    stdout: "",
    stderr: "roadmap: no editor set\n  set one with `export EDITOR=nano`\n",
    exitCode: 1,
  });
  const missing = await place.runWith({ env: { EDITOR: "no-such-editor" } }, "edit");
  expect([missing.stdout, missing.exitCode]).toEqual(["", 1]);
  expect(missing.stderr).toContain("roadmap: cannot start the editor: no-such-editor\n");
  expect((await place.runWith({ env: { EDITOR: "true" } }, "edit", "qqqqqq")).exitCode).toBe(3);
});

test("a file with merge conflicts, or one that no other command reads, can be edited", async () => {
  const conflict = `${topicRows}\n<<<<<<< a\n- [ ] one\n=======\n- [ ] two\n>>>>>>> b\n`;
  const { place, env } = withEditor({ "roadmap.md": conflict }, `sed -i '/^[<=>]\\{7\\}/d' "$file"`);
  const { stdout, exitCode } = await place.runWith({ env }, "edit");
  expect([stdout.split("\n").at(-2), exitCode]).toEqual(["~ other text   changed", 0]);
  place.write(Buffer.from("# caf\xe9\n", "latin1"));
  place.write('#!/bin/sh\nprintf "# good\\n" > "$1"\n', "ed.sh");
  expect(await place.runWith({ env }, "edit")).toMatchObject({
    stdout: "the file was changed\n",
    stderr: "",
    exitCode: 0,
  });
});

test("if the file has problems afterwards, the next command is doctor, not commit", async () => {
  const { place } = withEditor({ "roadmap.md": topicRows }, `sed -i '/Kafka/s/Not Started/doing-ish/' "$file"`);
  const { output } = await inTerminal(place, "edit");
  expect(output).toBe("~ Kafka\n  Status  Not Started → doing-ish\n  note: the file has 1 problem\n→ roadmap doctor\n");
});

test("outside a repository, no commit is suggested", async () => {
  const { place } = withEditor({ "roadmap.md": topicRows }, `echo '- [ ] more' >> "$file"`);
  rmSync(place.path(".git"), { recursive: true });
  const { output } = await inTerminal(place, "edit");
  expect(output).toBe("+ more  added in Tasks\n→ roadmap next\n");
});

test("with --json, stdout is only JSON, whatever the editor prints; a dry run starts nothing", async () => {
  const { place, env } = withEditor({ "roadmap.md": topicRows }, `echo noise; echo "- [ ] more" >> "$file"`);
  const tried = await place.runWith({ env }, "edit", "kafka", "-n", "--json");
  expect(JSON.parse(tried.stdout)).toMatchObject({ kind: "edit", dryRun: true, changed: false, line: 7 });
  expect(readdirSync(place.folder).sort()).toEqual([".git", "ed.sh", "roadmap.md"]);
  const { stdout, stderr } = await place.runWith({ env }, "edit", "--json");
  expect(stderr).toBe("noise\n");
  expect(JSON.parse(stdout)).toMatchObject({
    kind: "edit",
    changed: true,
    problems: 0,
    comparison: { differences: [{ kind: "added", name: "more" }] },
    next: "roadmap commit",
  });
});

const finishKafka = `sed -i '/Kafka/s/Not Started/Done/' "$file"`;

test.each([
  ["in one save", `${finishKafka}; echo '- [ ] new task' >> "$file"`],
  [
    "in several saves",
    `${finishKafka}; cp "$file" b; echo x > "$file"; cp b "$file"; echo '- [ ] new task' >> "$file"`,
  ],
  [
    "as a new file in its place",
    `sed '/Kafka/s/Not Started/Done/' "$file" > b; echo '- [ ] new task' >> b; mv b "$file"`,
  ],
  ["and ends with an error", `${finishKafka}; echo '- [ ] new task' >> "$file"; exit 1`],
])("text written by the editor %s is one change for undo and redo", async (_, script) => {
  const { place, env } = withEditor({ "roadmap.md": topicRows }, script);
  await place.run("start", "rest");
  const before = place.read();
  await place.runWith({ env }, "edit");
  const edited = place.read();
  expect(edited).toMatch(/Kafka \| 2 \| {2}\| {2}\| Done[\s\S]*new task/);
  const undone = await place.run("undo");
  expect([undone.stderr, undone.exitCode, place.read()]).toEqual(["", 0, before]);
  expect(undone.stdout).toContain("✓ Undone: edit Kafka, new task.\n  Kafka\n    Status  Done → Not Started\n");
  expect((await place.run("redo")).exitCode).toBe(0);
  expect(place.read()).toBe(edited);
  expect((await place.run("undo", "2")).exitCode).toBe(0);
  expect(place.read()).toBe(topicRows);
});

test("an editor that changes nothing leaves nothing to undo; other text is undone too", async () => {
  const { place, env } = withEditor({ "roadmap.md": topicRows }, `sed -i 's/^# Plan/# My plan/' "$file"`);
  await place.run("start", "rest");
  await place.runWith({ env: { EDITOR: "true" } }, "edit");
  expect((await place.run("undo")).stdout).toContain("Undone: start REST API.");
  await place.runWith({ env }, "edit");
  expect((await place.run("undo")).stdout).toContain("Undone: edit the text.");
  expect(place.read()).toBe(topicRows);
});

test("commands that run while the editor is open are separate changes", async () => {
  const { place, env } = withEditor({ "roadmap.md": topicRows }, `$ROADMAP start rest; ${finishKafka}`);
  await place.shell("$ROADMAP edit", env);
  const list = await place.run("undo", "--list", "--json");
  const changes: { summary: string }[] = JSON.parse(list.stdout).changes;
  expect(changes.map(({ summary }) => summary)).toEqual(["edit Kafka", "start REST API"]);
  expect((await place.run("undo")).exitCode).toBe(0);
  expect(place.read()).toContain("| Kafka | 2 |  |  | Not Started |");
  expect(place.read()).toContain("| REST API | 1 | 2026-11-22 |");
});

test("an edit counts as a change by hand for the next commit", async () => {
  const { place, env } = withEditor({ "roadmap.md": topicRows }, finishKafka);
  place.git("add", "roadmap.md");
  place.git("commit", "--quiet", "--message=first");
  await place.runWith({ env }, "edit");
  expect(await place.run("check", "read", "--commit")).toMatchObject({ stderr: "", exitCode: 0 });
  expect(place.git("show", "HEAD:roadmap.md")).toBe(topicRows.replace("- [ ] read", "- [x] read"));
});

test("an edit that cannot be recorded is kept, and the message says that it cannot be undone", async () => {
  const { place, env } = withEditor({ "roadmap.md": topicRows }, finishKafka);
  place.write("in the way", "state");
  const { stderr, stdout, exitCode } = await place.runWith(
    { env: { ...env, XDG_STATE_HOME: place.path("state") } },
    "edit",
  );
  expect([stderr.startsWith("this change cannot be undone with `roadmap undo`: "), exitCode]).toEqual([true, 0]);
  expect(stdout).toContain("~ Kafka   status  Not Started → Done\n");
});

test("a date that is read differently after the edit is reported with its line", async () => {
  const rows = [
    "| Topic | Started | Status |",
    "|---|---|---|",
    "| A | 13/02/2026 | Doing |",
    "| B | 05/03/2026 | Doing |",
  ];
  const { place, env } = withEditor({ "roadmap.md": `${rows.join("\n")}\n` }, `sed -i '/13.02/d' "$file"`);
  const { stdout, exitCode } = await place.runWith({ env }, "edit");
  expect(exitCode).toBe(0);
  expect(stdout).toContain('note: the start date of "B" (line 3) is now read as blank, not 2026-03-05\n');
  await place.run("undo");
  const asJson = await place.runWith({ env }, "edit", "--json");
  expect(JSON.parse(asJson.stdout)).toMatchObject({
    readOtherwise: [{ number: 1, name: "B", field: "started", from: "2026-03-05", to: null }],
  });
});
