// roadmap doctor: what is listed, for whom, and with which exit code.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { corpusFolder, hasCorpus, makePlace, referenceText } from "../support/program.js";

const table = "# Plan\n\n| Topic | Finished | Status |\n|---|---|---|\n";
const withWarning = `${table}| HTTP | | doing-ish |\n`;
const withNote = `${table}| HTTP | | Done |\n`;

test("a problem is shown with its place, its line and the way out", async () => {
  const { stdout, stderr, exitCode } = await makePlace(withWarning).run("doctor");
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(stdout).toBe(
    [
      'roadmap.md:5:12  warning STATUS_UNKNOWN  "doing-ish" is not a status',
      "    5 | | HTTP | | doing-ish |",
      "      |            ^^^^^^^^^",
      "  use a word like Not Started, In Progress, Done, or add this one under `roadmap: status:` in the front matter",
      "",
      "1 problem: 1 warning",
      "",
    ].join("\n"),
  );
});

test("a file without problems is told to have none", async () => {
  const { stdout } = await makePlace(`${table}| HTTP | | |\n\n- [ ] a\n- [ ] b\n`).run("doctor");
  expect(stdout).toBe("✓ roadmap.md: no problems (1 topic, 2 tasks)\n");
});

test.each([
  [withWarning, [], 0],
  [withWarning, ["--strict"], 1],
  [withNote, ["--strict"], 0],
  [withNote, ["--strict", "--only", "DONE_WITHOUT_DATE"], 1],
  [withWarning, ["--strict", "--ignore", "status_unknown"], 0],
  [withWarning, ["--strict", "--only", "PHASE_GAP", "--only", "STATUS_UNKNOWN"], 1],
  [`${withWarning}<<<<<<< a\n=======\n>>>>>>> b\n`, ["--strict"], 1],
])("%j with %j exits %i", async (text, options, code) => {
  expect((await makePlace(text).run("doctor", ...options)).exitCode).toBe(code);
});

test("a code that no problem has is refused with the nearest ones", async () => {
  const { stderr, exitCode } = await makePlace(withNote).run("doctor", "--only", "STATUS_UNKNWON");
  expect(exitCode).toBe(2);
  expect(stderr).toBe(
    'roadmap: there is no problem "STATUS_UNKNWON"\n  did you mean STATUS_UNKNOWN, STATUS_UNCLEAR, STATUS_BLANK? docs/problems.md lists the codes\n',
  );
});

test("of several files each is looked at, and one that cannot be read is told with its place", async () => {
  const place = makePlace({ "a.md": withWarning, "b.md": Buffer.from("ab\ncd\xff", "latin1"), "c.md": withNote });
  const { stdout, exitCode } = await place.run("doctor", "a.md", "b.md", "missing.md", "c.md");
  expect(exitCode).toBe(4);
  expect(stdout).toContain("a.md:5:12  warning STATUS_UNKNOWN");
  expect(stdout).toMatch(/^b\.md .*UTF-8.*5/m);
  expect(stdout).toContain("missing.md");
  expect(stdout).toContain("c.md:5:3  note DONE_WITHOUT_DATE");
  expect(stdout).toContain("2 problems: 1 warning, 1 note\n");
});

test("files named twice over, and a file that is another, are refused", async () => {
  const place = makePlace(withNote);
  expect((await place.run("doctor", "-f", "roadmap.md", "roadmap.md")).exitCode).toBe(2);
  expect((await place.run("doctor", "--if-match", "0123456")).exitCode).toBe(5);
});

test("control characters of the file are spelt out, and narrow terminals are kept to", async () => {
  const place = makePlace(`${table}| HTTP | | \u001b[31mred\u202e |\n`);
  const { stdout } = await place.runWith({ env: { COLUMNS: "40" } }, "doctor");
  expect(stdout).toContain("^[[31mred<U+202E>");
  expect(stdout).not.toContain("\u001b");
});

test("the reference file has fourteen damaged texts, a legend, and two countings of phases", async () => {
  const { stdout } = await makePlace(referenceText).run("doctor", "--json");
  const [file] = JSON.parse(stdout).files;
  const codes = file.problems.map(({ code }: { code: string }) => code);
  expect(codes.filter((code: string) => code === "TEXT_DAMAGED")).toHaveLength(14);
  expect(codes.filter((code: string) => code !== "TEXT_DAMAGED")).toEqual(["STATUS_LEGEND", "PHASES_DISAGREE"]);
});

describe.skipIf(!hasCorpus)("real files", () => {
  test("the problems of real files are few but where a person would look, and none of their text is damaged", async () => {
    const paths = readdirSync(corpusFolder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(corpusFolder, name));
    const { stdout } = await makePlace(withNote).run("doctor", "--json", ...paths);
    const { files, counts } = JSON.parse(stdout);
    const untroubled = files.filter(({ problems }: { problems: unknown[] }) => problems.length === 0);
    expect(untroubled.length).toBeGreaterThan(files.length * 0.75);
    expect(counts.error).toBe(0);
    expect(stdout).not.toContain("TEXT_DAMAGED");
  });
});
