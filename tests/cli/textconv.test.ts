// Textconv: what git shows in place of the table, and that it always gets something.

import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, referenceText } from "../support/program.js";

test("each topic and each cell has a line in a fixed order, and all other lines are unchanged", async () => {
  const text =
    "\n# Plan\t\n\nProse  \n\n| Status | Topic | Mine | Phase |\n|---|---|---|---|\n| Done | [HTTP](x) | a \\| b | 1 |\n" +
    "| Part two |\n| | SQL | | |\n\n- [x] read\n  more\n";
  const { stdout, stderr, exitCode } = await makePlace(text).run("textconv", "roadmap.md");
  expect(stdout).toBe(
    "\n# Plan\n\nProse\n\ncolumns: Status, Topic, Mine, Phase\ntopic: [HTTP](x)\n  phase: 1\n  status: Done\n" +
      "  mine: a \\| b\nrow: | Part two |\ntopic: SQL\n\n- [x] read\n  more\n",
  );
  expect([stderr, exitCode]).toEqual(["", 0]);
});

test("the layout of the file, the order of its columns and its padding make no difference", async () => {
  const place = makePlace({
    "a.md": "| Topic | Status |\n|---|---|\n| A | Done |\n\ntext\n",
    "b.md": "| Status   | Topic |\r\n|:---|---|\r\n| Done     |   A   |\r\n\r\ntext",
  });
  const [a, b] = [await place.run("textconv", "a.md"), await place.run("textconv", "b.md")];
  expect(b.stdout.replace("Status, Topic", "Topic, Status")).toBe(a.stdout);
});

test("the reference file has a line for every topic, and none of its tables", async () => {
  const { stdout } = await makePlace(referenceText).run("textconv", "--", "roadmap.md");
  expect(stdout.match(/^topic: /gm)).toHaveLength(36);
  expect(stdout).not.toContain("|---");
  expect(stdout.split("\n").filter((line) => /^ *- \[[ x]\]/.test(line))).toHaveLength(35);
});

const conflicted = "| Topic | Status |\n|---|---|\n<<<<<<< HEAD\n| A | |\n=======\n| B | |\n>>>>>>> b\n";

test.each([
  ["an empty file", Buffer.from("")],
  ["no roadmap", Buffer.from("# Title\n\ttext \u001b[31m\r\nno end")],
  ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0xe2, 0x82])],
  ["an unfinished merge", Buffer.from(conflicted)],
  ["a file that is too large", Buffer.alloc(17 * 1024 * 1024, "| a | b |\n")],
])("%s is printed as it is", async (_, bytes) => {
  const place = makePlace({ "file.md": bytes });
  const { stdout, stderr, exitCode } = await place.shell("$ROADMAP textconv file.md | cmp - file.md && echo same");
  expect([stdout, stderr, exitCode]).toEqual(["same\n", "", 0]);
});

test("control characters of a roadmap are made visible", async () => {
  const { stdout } = await makePlace("| Topic | Status |\n|---|---|\n| \u001b[31mA | \u202e |\n").run(
    "textconv",
    "roadmap.md",
  );
  expect(stdout).toBe("columns: Topic, Status\ntopic: ^[[31mA\n  status: <U+202E>\n");
});

test("a missing file, a folder and no name are errors with a hint", async () => {
  const place = makePlace({});
  mkdirSync(place.path("folder"));
  for (const [args, code] of [
    [["none.md"], 3],
    [["folder"], 4],
    [[""], 2],
    [[], 2],
  ] as const) {
    const { stdout, stderr, exitCode } = await place.run("textconv", ...args);
    expect([stdout, exitCode]).toEqual(["", code]);
    expect(stderr).toMatch(/^roadmap: .+\n {2}.*roadmap textconv/);
  }
});
