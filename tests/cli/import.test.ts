// Import: the rows of a file become one change that can be previewed, made, committed and undone like any other.

import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, referenceText } from "../support/program.js";
import { makeRepository, topicRows } from "../support/repository.js";

const csv = "topic,status,finished\nHTTP Fundamentals,done,2026-11-20\nKafka,in progress,\n";

test("an import can be previewed as a diff, applied, and undone", async () => {
  const place = makePlace({ "roadmap.md": topicRows, "topics.csv": csv });
  const tried = await place.run("import", "topics.csv", "-n");
  expect(tried.stdout).toContain("+| HTTP Fundamentals | 1 |  | 2026-11-20 | Done |  |\n");
  expect(place.read()).toBe(topicRows);
  const made = await place.run("import", "topics.csv");
  expect([made.stderr, made.exitCode]).toEqual(["", 0]);
  expect(made.stdout).toContain("◐ Kafka is in progress.\n");
  const again = await place.run("import", "topics.csv");
  expect(again.stdout).toBe("nothing to change: the roadmap already matches all 2 rows\n");
  await place.run("undo");
  expect(place.read()).toBe(topicRows);
});

test("an export of every kind that can be imported changes nothing, byte for byte", async () => {
  const place = makePlace(referenceText);
  await place.run("export", "csv", "--tasks", "-o", "all.csv");
  await place.run("export", "json", "-o", "all.json");
  for (const file of ["all.csv", "all.json"]) {
    const { stdout, stderr, exitCode } = await place.run("import", file, "--clear", "--add");
    expect([stdout, stderr, exitCode]).toEqual(["nothing to change: the roadmap already matches all 71 rows\n", "", 0]);
  }
  expect(place.read()).toBe(referenceText);
});

test("one row that cannot be imported stops the whole import", async () => {
  const place = makePlace({ "roadmap.md": topicRows, "topics.csv": `${csv}REST API,doing-ish,\n` });
  const { stdout, stderr, exitCode } = await place.run("import", "topics.csv");
  expect([stdout, exitCode]).toEqual(["", 2]);
  expect(stderr).toContain('line 4, column status: "doing-ish" is not a status');
  expect(stderr).toContain("nothing was written");
  expect(place.read()).toBe(topicRows);
});

test("--commit commits the change with a generated message, and --add adds new topics", async () => {
  const place = makeRepository({ "roadmap.md": topicRows, "topics.csv": "topic,phase\nGraphQL,2\n" });
  const { stdout, exitCode } = await place.run("import", "topics.csv", "--add", "--commit");
  expect([stdout, exitCode]).toEqual([expect.stringContaining("committed"), 0]);
  expect(place.message()).toContain("GraphQL");
  expect(place.committed()).toContain("| GraphQL | 2 |");
});

test("blank fields are counted, and a hint says how to clear cells with them", async () => {
  const place = makePlace({ "roadmap.md": topicRows, "topics.csv": "topic,phase\nKafka,\n" });
  const { stderr, exitCode } = await place.run("import", "topics.csv");
  expect([stderr, exitCode]).toEqual(["1 blank field ignored\n  use --clear to clear those cells\n", 0]);
});

test.each([
  ["missing.csv", 3, "does not exist"],
  ["folder.csv", 4, "is a folder, not a file"],
  ["utf16.csv", 4, "is UTF-16, not UTF-8"],
  ["nul.csv", 2, "not a text file: NUL character at position 7"],
  ["topics.txt", 2, '"topics.txt" is not a .csv or .json file'],
  ["bomb.csv", 2, "longer than 1048576 bytes"],
])("%s is refused with exit code %i", async (name, exitCode, said) => {
  const place = makePlace({
    "roadmap.md": topicRows,
    "utf16.csv": Buffer.from("\ufefftopic\nHTTP\n", "utf16le"),
    "nul.csv": "topic\n\0\n",
    "topics.txt": "topic\n",
    "bomb.csv": `topic\n"${"a,".repeat(5_000_000)}`,
  });
  mkdirSync(place.path("folder.csv"));
  const ran = await place.run("import", name);
  expect([ran.stdout, ran.exitCode]).toEqual(["", exitCode]);
  expect(ran.stderr).toContain(said);
  expect(ran.stderr).not.toContain("--file");
  expect(place.read()).toBe(topicRows);
});

test("a byte order mark and CRLF, as spreadsheets write them, are not part of a name", async () => {
  const place = makePlace({ "roadmap.md": topicRows, "topics.csv": `\ufeff${csv.replaceAll("\n", "\r\n")}` });
  expect((await place.run("import", "topics.csv")).exitCode).toBe(0);
  expect(place.read()).toContain("| HTTP Fundamentals | 1 |  | 2026-11-20 | Done |");
});

test("no hint suggests renaming another kind of file to import it", async () => {
  const { stderr, exitCode } = await makePlace(referenceText).run("import", "plan.md");
  expect(stderr).toBe(
    'roadmap: "plan.md" is not a .csv or .json file\n' +
      "  pass a .csv or .json file, such as one that `roadmap export csv` writes\n",
  );
  expect(exitCode).toBe(2);
});

test("columns to ignore and values to keep as they are written are chosen with options, only for CSV files", async () => {
  const rows = "| Topic | Status | Comments |\n|---|---|---|\n| SQL | | |\n";
  const place = makePlace({
    "roadmap.md": rows,
    "rows.csv": "topic,comments,mood\nSQL,'=1+1,fine\n",
    "rows.json": "{}",
  });
  const unknown = await place.run("import", "rows.csv");
  expect([unknown.stderr, unknown.exitCode]).toEqual([
    'roadmap: line 1: unknown column "mood"\n  pass --ignore "mood" to skip it, or add it first: `roadmap add column mood`; nothing was written\n',
    2,
  ]);
  await place.run("import", "rows.csv", "--ignore", "mood");
  expect(place.read()).toBe(rows.replace("SQL | | |", "SQL | | =1+1 |"));
  await place.run("import", "rows.csv", "--ignore", "mood", "--raw");
  const changed = place.read();
  expect(changed).toBe(rows.replace("SQL | | |", "SQL | | '=1+1 |"));
  for (const options of [["--raw"], ["--ignore", "mood"]]) {
    const { stderr, exitCode } = await place.run("import", "rows.json", ...options);
    expect([stderr, exitCode]).toEqual(["roadmap: --raw and --ignore apply only to CSV files\n  omit them\n", 2]);
  }
  expect(place.read()).toBe(changed);
});
