// Undo and redo: revert exactly what a change wrote, even below later edits.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { envelopes } from "../../src/json/envelopes/index.js";
import { makePlace, type Place, referenceText } from "../support/program.js";
import { done, small } from "../support/small-plan.js";

async function refused(place: Place, ...args: string[]): Promise<string> {
  const before = place.read();
  const ran = await place.run(...args);
  expect([ran.stdout, ran.exitCode]).toEqual(["", 1]);
  expect(place.read()).toBe(before);
  return ran.stderr;
}

function edit(place: Place, from: string, to: string): void {
  const text = place.read();
  expect(text.split(from)).toHaveLength(2);
  place.write(text.replace(from, () => to));
}

const journalFolder = (place: Place) => join(place.env.XDG_STATE_HOME ?? "", "roadmap", "journal");

function journalFile(place: Place): string {
  const [name = ""] = readdirSync(journalFolder(place)).filter((one) => one.endsWith(".jsonl"));
  return join(journalFolder(place), name);
}

test("undo reverts the last change and mentions redo; redo applies it again", async () => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  const finished = place.read();
  const { stdout } = await done(place, "undo");
  expect(place.read()).toBe(small);
  expect(stdout).toBe(
    "✓ Undone: finish HTTP.\n  Status    Done → (blank)\n  Finished  2026-11-22 → (blank)\n  `roadmap redo` applies it again\n",
  );
  const redone = await done(place, "redo");
  expect(place.read()).toBe(finished);
  expect(redone.stdout).toContain("✓ Redone: finish HTTP.\n  Status    (blank) → Done\n");
  expect(redone.stdout).toContain("`roadmap undo` reverts it\n");
});

test("undo 3 reverts three changes in one write, and undo 4 of three reverts none", async () => {
  const place = makePlace(small);
  for (const command of ["start", "finish", "block"]) await done(place, command, command === "block" ? "sql" : "http");
  expect(await refused(place, "undo", "4")).toContain("only 3 are recorded\n  roadmap undo 3");
  const { stdout } = await done(place, "undo", "3");
  expect(place.read()).toBe(small);
  expect(stdout.match(/Undone: .*/g)).toEqual(["Undone: block SQL.", "Undone: finish HTTP.", "Undone: start HTTP."]);
  expect(stdout).toContain("`roadmap redo 3` applies them again\n");
});

test("two undos and one redo leave the first of two changes applied", async () => {
  const place = makePlace(small);
  await done(place, "start", "http");
  const first = place.read();
  await done(place, "check", "read");
  await done(place, "undo");
  await done(place, "undo");
  expect(place.read()).toBe(small);
  await done(place, "redo");
  expect(place.read()).toBe(first);
});

test("after a new change, nothing can be redone", async () => {
  const place = makePlace(small);
  await done(place, "start", "http");
  await done(place, "undo");
  await done(place, "start", "rest");
  const text = place.read();
  expect((await done(place, "redo")).stdout).toBe("· nothing to redo\n");
  expect(place.read()).toBe(text);
});

test("without recorded changes, undo says so, and that is not an error", async () => {
  const place = makePlace(small);
  expect((await done(place, "undo")).stdout).toBe("· nothing to undo: no changes recorded for this file\n");
  await done(place, "start", "http");
  await done(place, "undo");
  const { stdout } = await done(place, "undo");
  expect(stdout).toBe(
    "· nothing to undo: all recorded changes are already undone\n  `roadmap redo` applies the last one again\n",
  );
});

test.each([
  ["above, in the prose", "# Plan", "# My plan\n\nWith a new paragraph: Done."],
  ["another row added before it", "| HTTP |", "| DNS | 1 | | 2026-11-22 | Done | |\n| HTTP |"],
  ["another row removed", "| REST | 1 | | | | second |\n", ""],
  ["another cell of the same row", "first", "first, and more: Done"],
  ["two other cells of the same row", "| HTTP | 1 |", "| HTTP | 7 | 2026-01-01 |"],
  ["the row renamed", "| HTTP |", "| HTTP Basics |"],
  ["the row moved to another table", "- [ ] read", "- [ ] read twice"],
  ["everything below rewritten", "- [ ] read\n- [ ] write\n", "the end"],
])("a later edit by hand is kept: %s", async (_, from, to) => {
  const place = makePlace(small.replace("| HTTP | 1 | |", "| HTTP | 1 |  |"));
  const fitting = to.startsWith("| HTTP | 7")
    ? [from.replace("| 1 |", "| 1 |  |"), to.replace("| 7 |", "| 7 |")]
    : [from, to];
  await done(place, "finish", "http");
  edit(place, fitting[0] ?? "", fitting[1] ?? "");
  const expected = place.read().replace(/\| 2026-11-22 \| Done \|(?= first)/, "| | |");
  const { stdout } = await done(place, "undo");
  expect(place.read()).toBe(expected);
  expect(stdout).toContain("note: later edits, by hand or by other programs, were kept");
});

test("edits by hand between and after several changes are all kept", async () => {
  const place = makePlace(small);
  await done(place, "start", "http");
  edit(place, "# Plan", "# A plan");
  await done(place, "check", "write");
  edit(place, "second", "second thoughts");
  await done(place, "finish", "http");
  edit(place, "third", "third time");
  await done(place, "undo", "3");
  const kept = small.replace("# Plan", "# A plan").replace("second", "second thoughts").replace("third", "third time");
  expect(place.read()).toBe(kept);
  await done(place, "redo", "2");
  expect(place.read()).toContain("| HTTP | 1 | 2026-11-22 | | In Progress |");
  expect(place.read()).toContain("- [x] write");
});

test("if the text is no longer what was written, undo refuses and shows both", async () => {
  const place = makePlace(small);
  await done(place, "start", "rest");
  await done(place, "finish", "http");
  edit(place, "| Done |", "| Nearly |");
  const refusal = await refused(place, "undo");
  expect(refusal).toContain('cannot undo "finish HTTP": it wrote "Done", but line 5 is now "Nearly"');
  expect(refusal).toContain("edit line 5 by hand: it was (blank); then run `roadmap undo` again");
  await refused(place, "undo", "2");
});

test("a text with words added right next to it is no longer what was written", async () => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  edit(place, "| Done |", "| Done mostly |");
  expect(await refused(place, "undo")).toContain('line 5 is now "Done mostly"');
  edit(place, "| Done mostly |", "| Done |");
  await done(place, "undo");
  edit(place, "| HTTP | 1 | | |", "| HTTP | 1 | | 2026-01-01 |");
  expect(await refused(place, "redo")).toContain('line 5 is now "2026-01-01"');
});

test("a text restored by hand counts as undone, and the next undo continues", async () => {
  const place = makePlace(small);
  await done(place, "start", "rest");
  const before = place.read();
  await done(place, "finish", "http");
  place.write(before);
  expect((await done(place, "undo")).stdout).toContain("· Already undone: finish HTTP.\n");
  expect(place.read()).toBe(before);
  await done(place, "undo");
  expect(place.read()).toBe(small);
  await done(place, "redo", "2");
  expect(place.read()).toContain("| HTTP | 1 | | 2026-11-22 | Done | first |");
});

test("a change undone by hand and made again keeps its place, and so do later changes", async () => {
  const blank = "| Topic | Status | Notes | A | B | Proof |\n|---|---|---|---|---|---|\n";
  const place = makePlace(`${blank}| First of all | | | | | |\n| Middle | | | | | |\n| Last one | | | | | |\n`);
  const before = place.read();
  await done(place, "block", "first");
  await done(place, "set", "last", "--proof", "http://x.y");
  const made = place.read();
  place.write(before);
  await done(place, "undo");
  await done(place, "undo");
  await done(place, "redo");
  await done(place, "redo");
  expect(place.read()).toBe(made);
});

test("undo reverts the rest of a change that was half restored by hand", async () => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  edit(place, "2026-11-22", "");
  await done(place, "undo");
  expect(place.read().replace("|  |", "| |")).toBe(small);
});

test("undo refuses if the row is gone or duplicated", async () => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  const finished = place.read();
  place.write(finished.replace(/\| HTTP .*\n/, ""));
  expect(await refused(place, "undo")).toContain('it wrote "2026-11-22"');
  place.write(finished.replace(/(\| HTTP .*\n)/, "$1$1"));
  expect(await refused(place, "undo")).toContain("may not be the text it wrote");
  // Another topic in its place, with its own Done.
  place.write(finished.replace(/\| HTTP .*\n/, "").replace("| REST | 1 | | | |", "| REST | 1 | | 2026-11-22 | Done |"));
  await refused(place, "undo");
});

test("a blank cell in a row that may be another one is reported as unclear", async () => {
  const rows = ["| HTTP | 2 | | | |", "| REST | 2 | | | a \\| b |", "| gRPC | 1 | | | |"];
  const page = (...kept: string[]) =>
    `| Topic | Phase | Started | Status | Notes |\n|---|---|---|---|---|\n${kept.join("\n")}\n`;
  const place = makePlace(page(...rows));
  await done(place, "start", "http");
  await done(place, "reset", "http");
  place.write(page("| HTTP | a \\| b | | | |", "| gRPC | 1 | | | |"));
  expect(await refused(place, "undo")).toContain("(blank) in line 3 may not be the text it wrote");
});

test("a table aligned by an editor keeps its layout", async () => {
  const place = makePlace(small);
  await done(place, "set", "rest", "--comments", "");
  await done(place, "finish", "http");
  const widths = [6, 5, 10, 12, 12, 9];
  const laidOut = (text: string) =>
    text.replace(/^\|.*\|$/gm, (line) => {
      const cells = line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim());
      return `|${cells.map((cell, index) => ` ${cell.padEnd(widths[index] ?? 0, /^-+$/.test(cell) ? "-" : " ")} `).join("|")}|`;
    });
  place.write(laidOut(place.read()));
  const changed = place.read();
  await done(place, "undo", "2");
  expect(place.read()).toBe(laidOut(small));
  await done(place, "redo", "2");
  expect(place.read()).toBe(changed);
  expect(place.read()).toContain("| HTTP   | 1     |            | 2026-11-22   | Done         | first     |");
});

test("missing cells of a short row are added, removed and added again in order", async () => {
  const short = small.replace("| HTTP | 1 | | | | first |", "| HTTP | 1");
  const place = makePlace(short);
  await done(place, "set", "http", "--started", "2026-11-20");
  await done(place, "set", "http", "--status", "Done");
  const both = place.read();
  await done(place, "set", "http", "--comments", "x");
  const all = place.read();
  await done(place, "undo");
  expect(place.read()).toBe(both);
  await done(place, "undo", "2");
  expect(place.read()).toBe(short);
  for (let count = 1; count <= 3; count++) await done(place, "redo");
  expect(place.read()).toBe(all);
});

test("a column that was added by hand in the middle of the table stays", async () => {
  const place = makePlace(small);
  const withColumn = (text: string) =>
    text.replace(
      /^(\|[^|]*\|[^|]*)/gm,
      (start) => `${start}| ${start.includes("-") ? "---" : start.includes("Topic") ? "Weeks" : "3"} `,
    );
  await done(place, "finish", "http");
  place.write(withColumn(place.read()));
  await done(place, "undo");
  expect(place.read()).toBe(withColumn(small));
});

test("apply with many operations is one change", async () => {
  const place = makePlace(small);
  const lines = ["http", "rest", "sql"].map((topic) => JSON.stringify({ op: "finish", topic }));
  await place.runWith({ stdin: [...lines, '{"op":"check","task":"read"}'].join("\n") }, "apply");
  const applied = place.read();
  const { stdout } = await done(place, "undo", "--list");
  expect(stdout).toContain("finish HTTP, finish REST and 2 more");
  await done(place, "undo");
  expect(place.read()).toBe(small);
  await done(place, "redo");
  expect(place.read()).toBe(applied);
});

test.each([
  ["CRLF", small.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\ufeff${small}`],
  ["no final newline", small.trimEnd()],
  ["a tight table", small.replaceAll(" | ", "|").replaceAll("| ", "|").replaceAll(" |", "|")],
  ["two tables", `${small}\n${small.replaceAll("HTTP", "Go 😀").replace("# Plan", "## More 👩‍👩‍👧")}`],
  ["the reference file", referenceText],
])("undo restores the same bytes: %s", async (_, text) => {
  const place = makePlace(text);
  const topic = text.includes("😀") ? "go 😀" : "http";
  await done(place, "start", topic);
  await done(place, "set", topic, "--proof", "", "--comments", "👩‍👩‍👧 a | b").catch(() => {});
  await done(place, "finish", "task #1");
  const changed = place.read();
  const count = ((await done(place, "undo", "--list")).stdout.match(/^ *\d/gm) ?? []).length;
  await done(place, "undo", String(count));
  expect(place.read()).toBe(text);
  await done(place, "redo", String(count));
  expect(place.read()).toBe(changed);
});

test("a dry run shows the diff and changes neither the file nor the journal", async () => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  const [text, journal] = [place.read(), readFileSync(journalFile(place))];
  const { stdout } = await done(place, "undo", "-n");
  expect(stdout).toContain("-| HTTP | 1 | | 2026-11-22 | Done | first |\n+| HTTP | 1 | | | | first |\n");
  expect([place.read(), readFileSync(journalFile(place))]).toEqual([text, journal]);
});

test("undo --list shows times, changes and numbers, without control characters", async () => {
  const place = makePlace(small);
  await done(place, "set", "http", "--comments", "x\u202ey");
  await done(place, "start", "rest");
  await done(place, "undo");
  const { stdout } = await done(place, "undo", "--list");
  const [head, first, second, next] = stdout.split("\n");
  expect(head).toMatch(/^#\s+When\s+Change\s+What$/);
  expect(first).toMatch(
    /^- {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}start REST\s+undone {2}status \(blank\) → In Progress, started/,
  );
  expect(second).toMatch(/^1 .* set HTTP\s+comments first → x<U\+202E>y$/);
  expect(next).toBe("  commands: `roadmap undo` or `roadmap redo`");
  expect((await place.runWith({ env: { COLUMNS: "20" } }, "undo", "--list")).stdout).toContain("start REST");
});

test("undo --list says where a topic or task was moved or added", async () => {
  const place = makePlace(small);
  await done(place, "add", "column", "Owner");
  await done(place, "add", "topic", "Rust");
  await done(place, "move", "rust", "--after", "http");
  const { stdout } = await done(place, "undo", "--list");
  const withoutTimes = stdout.replace(/\d{4}-\d\d-\d\d \d\d:\d\d {2}/g, "");
  expect(withoutTimes.split("\n").slice(1, 4)).toEqual([
    "1  move Rust         moved below HTTP, phase (blank) → 2",
    "2  add topic Rust    added below SQL",
    "3  add column Owner  column added after Notes",
  ]);
});

test("JSON contains the undone changes and the recorded ones", async () => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  const reversal = envelopes.reversal.parse(JSON.parse((await done(place, "undo", "--json")).stdout));
  expect(reversal).toMatchObject({ direction: "undo", saved: "renamed", left: 0, changedSince: false });
  expect(reversal.reversed).toMatchObject([{ summary: "finish HTTP", already: false }]);
  expect(reversal.reversed[0]?.changed[0]).toEqual({ name: "HTTP", column: "status", from: "Done", to: "" });
  const journal = envelopes.journal.parse(JSON.parse((await done(place, "undo", "--list", "--json")).stdout));
  expect(journal.changes).toMatchObject([{ number: null, summary: "finish HTTP", state: "redoable" }]);
  const dry = envelopes.reversal.parse(JSON.parse((await done(place, "redo", "-n", "--json")).stdout));
  expect([dry.saved, dry.diff?.includes("+| HTTP | 1 | | 2026-11-22 | Done | first |")]).toEqual([null, true]);
});

test("undo takes --if-match, and refuses merge conflicts and invalid numbers", async () => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  expect((await place.run("undo", "--if-match", "1234567")).exitCode).toBe(5);
  for (const word of ["0", "-1", "x", "1.5"]) expect((await place.run("undo", word)).exitCode).toBe(2);
  expect((await place.run("undo", "--list", "2")).exitCode).toBe(2);
  place.write(`${place.read()}<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n`);
  expect((await place.run("undo")).exitCode).toBe(4);
});

test("a replaced or moved file is judged by its text", async () => {
  const place = makePlace(small);
  await done(place, "finish", "http");
  place.write(place.read(), "other.md");
  expect((await place.run("undo", "-f", "other.md")).stdout).toContain("no changes recorded for this file");
  place.write("# Quite another file\n\n| Topic | Status |\n|---|---|\n| Tea | Done |\n");
  await refused(place, "undo");
});
