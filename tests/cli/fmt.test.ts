// fmt: the aligned file and its messages, and that a check writes nothing.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, referenceText } from "../support/program.js";
import { makeRepository } from "../support/repository.js";

const crooked =
  "# P\r\n\r\n|Topic|Status|\r\n|-|-|\r\n|HTTP Fundamentals|Done|\r\n\r\n| a | b |\r\n|-|-|\r\n| cc | d |";
const straight =
  "# P\r\n\r\n| Topic             | Status |\r\n|-------------------|--------|\r\n| HTTP Fundamentals | Done   |\r\n" +
  "\r\n| a | b |\r\n|-|-|\r\n| cc | d |";

test("fmt aligns only topic tables, is idempotent, and undo restores the bytes", async () => {
  const place = makePlace(crooked);
  expect(await place.run("fmt")).toMatchObject({
    stdout: "✓ Aligned a table with 1 row (line 3).\n  `roadmap undo` reverts it\n",
    stderr: "",
    exitCode: 0,
  });
  expect(place.read()).toBe(straight);
  expect(await place.run("fmt")).toMatchObject({ stdout: "The topic tables are already aligned.\n", exitCode: 0 });
  expect(place.read()).toBe(straight);
  expect((await place.run("undo")).stdout).toBe(
    "✓ Undone: align the topic tables.\n  `roadmap redo` applies it again\n",
  );
  expect(place.read()).toBe(crooked);
});

test("tables that are topic tables only through the front matter are aligned too", async () => {
  const front = "---\nroadmap:\n  columns:\n    topic: Sujet\n    status: Avancement\n---\n\n";
  const place = makePlace(`${front}|Sujet|Avancement|\n|-|-|\n|Réseaux|fini|\n\n|Topic|Status|\n|-|-|\n|HTTP|Done|\n`);
  expect((await place.run("fmt")).stdout).toContain("(line 8).\n✓ Aligned a table with 1 row (line 12).\n");
  expect(place.read()).toBe(
    `${front}| Sujet   | Avancement |\n|---------|------------|\n| Réseaux | fini       |\n\n` +
      "| Topic | Status |\n|-------|--------|\n| HTTP  | Done   |\n",
  );
});

test("--check lists unaligned tables, exits with 1, and writes nothing, not even a lock", async () => {
  const place = makePlace(crooked);
  const before = readdirSync(place.folder);
  expect(await place.run("fmt", "--check")).toMatchObject({
    stdout: "roadmap.md:3: a table with 1 row is not aligned\n  roadmap fmt\n",
    stderr: "",
    exitCode: 1,
  });
  const { stdout, exitCode } = await place.run("fmt", "--check", "--json");
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([
    1,
    { kind: "fmt", check: true, saved: null, tables: [{ line: 3, rows: 1, aligned: false }] },
  ]);
  expect([place.read(), readdirSync(place.folder)]).toEqual([crooked, before]);
  place.write(straight);
  expect(await place.run("fmt", "--check")).toMatchObject({ exitCode: 0 });
  place.write("# P\n");
  expect(await place.run("fmt", "--check")).toMatchObject({
    stdout: "No topic table to align.\n",
    exitCode: 0,
  });
});

test("the diff of a dry run gives the same file, and the commit has a fitting subject", async () => {
  const place = makeRepository({ "roadmap.md": referenceText });
  const { stdout } = await place.run("fmt", "-n", "--json");
  const { diff, saved } = JSON.parse(stdout);
  expect([saved, place.read()]).toEqual([null, referenceText]);
  const made = await place.run("fmt", "--commit");
  expect([made.stderr, made.exitCode]).toEqual(["", 0]);
  expect(made.stdout).toMatch(/ {2}committed [0-9a-f]{7} on main\n$/);
  expect([place.message(), place.status()]).toEqual([
    "roadmap: align the topic tables\n\nRoadmap-Text: laid out anew",
    "",
  ]);
  const aligned = place.read();
  place.write(referenceText);
  place.write(diff, "fmt.patch");
  place.git("apply", "--unsafe-paths", "fmt.patch");
  expect(place.read()).toBe(aligned);
  expect((await place.run("diff", "HEAD~1..HEAD")).stdout).toContain("formatting only");
});

test("after fmt, a change uses up padding, and the table stays aligned", async () => {
  const place = makePlace(referenceText);
  await place.run("fmt");
  for (const args of [
    ["start", "http"],
    ["finish", "http", "--proof", "https://a.example"],
  ])
    expect((await place.run(...args)).exitCode).toBe(0);
  expect((await place.run("fmt", "--check")).exitCode).toBe(0);
});

test("a file that would be too large after aligning is not changed", async () => {
  const rows = Array.from({ length: 99 }, () => "| HTTP | x |").join("\n");
  const text = `| Topic | Status |\n|---|---|\n| ${"y".repeat(100)} | x |\n${rows}\n`;
  const place = makePlace(text);
  const { stderr, exitCode } = await place.run("fmt", "--max-size", "2000");
  expect(stderr).toContain("aligning the tables would make roadmap.md larger than 2000 bytes");
  expect([exitCode, place.read()]).toEqual([4, text]);
});
