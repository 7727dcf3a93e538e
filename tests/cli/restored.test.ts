// Restored: a file torn by an interrupted save gets its text back, and every command reports that.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeRecoveryCopy } from "../../src/store/save/recover.js";
import { finished, makeRepository, topicRows } from "../support/repository.js";

const torn = finished.slice(0, 200) + topicRows.slice(200);

/** A file whose save was interrupted, with its recovery copy in the state folder. */
function interrupted() {
  const place = makeRepository();
  place.write(torn);
  const { ino, dev } = statSync(place.path());
  const file = { realPath: place.path(), inode: ino, device: dev };
  const texts = { oldBytes: Buffer.from(topicRows), newBytes: Buffer.from(finished) };
  makeRecoveryCopy(join(place.env.XDG_STATE_HOME ?? "", "roadmap"), file, texts);
  return place;
}

const restoredNote = /an earlier save was interrupted; roadmap\.md was restored to its previous text first/;

test.each([
  ["finds no topic", ["finish", "no such topic"], 3],
  ["finds several", ["check", "the"], 3],
  ["is refused", ["reopen", "kafka"], 1],
  ["is for another text", ["start", "kafka", "--if-match", "0123456789abcdef"], 5],
  ["finds nothing to undo", ["undo"], 0],
  ["commits nothing", ["commit"], 0],
  ["changes the file", ["start", "kafka"], 0],
])("a restored file is reported if the command %s", async (_, words, exitCode) => {
  const place = interrupted();
  const ran = await place.run(...words);
  expect([ran.exitCode, ran.stderr.replaceAll(/\s+/g, " ")]).toEqual([exitCode, expect.stringMatching(restoredNote)]);
  const kept = /kept in (\S+)/.exec(ran.stderr.replaceAll(/\s+/g, " "))?.[1] ?? "";
  expect(readFileSync(kept, "utf8")).toBe(torn);
  if (words[0] !== "start" || exitCode !== 0) expect(place.read()).toBe(topicRows);
});

test.each([
  ["finish", "no such topic"],
  ["start", "kafka", "--if-match", "0123456789abcdef"],
])("with --json, the error of %s %s contains the path of the torn text", async (...words) => {
  const place = interrupted();
  const { stderr, stdout } = await place.run(...words, "--json");
  expect(stdout).toBe("");
  expect(readFileSync(JSON.parse(stderr).restored, "utf8")).toBe(torn);
});

test("with --json, a commit reports a restored file, and other errors do not", async () => {
  const place = interrupted();
  expect(readFileSync(JSON.parse((await place.run("commit", "--json")).stdout).restored, "utf8")).toBe(torn);
  expect(JSON.parse((await place.run("finish", "no such topic", "--json")).stderr)).not.toHaveProperty("restored");
});

const partly =
  /^note: roadmap\.md is only partly saved: .* restores its previous text first the previous text is also in (\S+)/;

test.each([
  ["the dashboard", [], 0],
  ["list", ["list"], 0],
  ["show", ["show", "kafka"], 0],
  ["a show that finds nothing", ["show", "no such topic"], 3],
  ["doctor", ["doctor"], 0],
  ["doctor of a named file", ["doctor", "./roadmap.md"], 0],
  ["a dry run", ["start", "kafka", "-n"], 0],
])("%s warns that the file is only partly saved, and does not change it", async (name, words, exitCode) => {
  const place = interrupted();
  const ran = await place.run(...words);
  const messageText = ran.stderr.replaceAll(/\s+/g, " ").replace("./", "");
  expect([name, ran.exitCode, messageText]).toEqual([name, exitCode, expect.stringMatching(partly)]);
  expect(readFileSync(partly.exec(messageText)?.[1] ?? "", "utf8")).toBe(topicRows);
  expect(place.read()).toBe(torn);
  expect((await place.run("start", "kafka")).stderr.replaceAll(/\s+/g, " ")).toMatch(restoredNote);
  expect((await place.run(...words)).stderr).not.toContain("partly saved");
});

test.each([topicRows, finished, `${torn}my own words\n`])(
  "a file without an interrupted save is read without a warning",
  async (text) => {
    const place = interrupted();
    place.write(text);
    expect((await place.run("list")).stderr).not.toMatch(/partly|restored/);
  },
);
