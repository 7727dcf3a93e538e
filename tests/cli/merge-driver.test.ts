// `merge-driver` as called by git: its result, messages and exit codes, and when it leaves the merge to git.

import { chmodSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, type Place } from "../support/program.js";

const head = "# Plan\n\n| Topic | Status | Notes |\n|---|---|---|\n";
const base = `${head}| HTTP | | |\n| SQL | | |\n`;
const done = `${head}| HTTP | Done | |\n| SQL | | |\n`;
const noted = `${head}| HTTP | | noted |\n| SQL | | |\n`;
const blocked = `${head}| HTTP | Blocked | |\n| SQL | | |\n`;

type Text = string | Uint8Array;

function versions(common: Text, ours: Text, theirs: Text): Place {
  return makePlace({ base: common, ours, theirs });
}

const files = ["base", "ours", "theirs"];

function mergeIn(place: Place, ...more: string[]) {
  return place.run("merge-driver", "--", ...files, ...more);
}

test("a clean merge is written to the second file, and nothing is printed", async () => {
  const place = versions(base, done, noted);
  expect(await mergeIn(place, "7", "docs/roadmap.md")).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
  expect(place.read("ours")).toBe(`${head}| HTTP | Done | noted |\n| SQL | | |\n`);
  expect([place.read("base"), place.read("theirs")]).toEqual([base, noted]);
  expect(readdirSync(place.folder).sort()).toEqual(files);
});

test("conflicts are exit code 1 and one line that counts them", async () => {
  const place = versions(base, done, blocked);
  const ran = await mergeIn(place, "7", "a\u001b[31m.md");
  expect(ran).toMatchObject({ exitCode: 1, stdout: "" });
  expect(ran.stderr).toBe("1 conflict in a^[[31m.md; run `roadmap resolve` to see it\n");
  expect(place.read("ours")).toContain("<<<<<<< ours\n| HTTP | Done | |\n||||||| base\n| HTTP | | |\n=======\n");
});

test("markers are as long as git requests, and have the line endings of the file", async () => {
  const crlf = (text: string) => text.replaceAll("\n", "\r\n");
  const place = versions(crlf(base), crlf(done), crlf(blocked));
  expect((await mergeIn(place, "12", "x.md")).exitCode).toBe(1);
  expect(place.read("ours")).toContain(`${"<".repeat(12)} ours\r\n`);
  expect(place.read("ours")).toContain(`${"=".repeat(12)}\r\n`);
  expect(place.read("ours").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("the marker size and the name can be omitted, and an empty base means two new files", async () => {
  const place = versions("", `${head}| HTTP | | |\n`, `${head}| HTTP | | |\n| SQL | | |\n`);
  expect(await mergeIn(place)).toMatchObject({ exitCode: 0, stderr: "" });
  expect(place.read("ours")).toBe(base);
});

test("JSON contains the details of conflicts", async () => {
  const place = versions(base, done, blocked);
  const ran = await place.run("merge-driver", "--json", "--", ...files, "7", "x.md");
  expect(ran).toMatchObject({ exitCode: 1, stderr: "" });
  expect(JSON.parse(ran.stdout)).toEqual({
    schemaVersion: 1,
    kind: "merge",
    file: "x.md",
    by: "meaning",
    reason: null,
    conflicts: 1,
    contests: [{ type: "topic", name: "HTTP", field: "Status", base: "", ours: "Done", theirs: "Blocked" }],
  });
});

const latin1 = (text: string) => Buffer.from(text.replace("Plan", "Pl\u00e4n"), "latin1");
/** Endless emphasis after something only the slow reader can decide, so it runs into the time limit. */
const bomb = (text: string) => `${text}\n- a\n\tb\n<x>\n\n${"*a_ ".repeat(30_000)}\n`;

interface LeftToGit {
  readonly name: string;
  readonly texts: readonly [base: Text, ours: Text, theirs: Text];
  readonly reason: RegExp;
}

const leftToGit: readonly LeftToGit[] = [
  { name: "not UTF-8", texts: [latin1(base), latin1(done), latin1(base)], reason: /is not UTF-8/ },
  {
    name: "no roadmap",
    texts: ["a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n"],
    reason: /no topics or tasks/,
  },
  {
    name: "an unfinished merge",
    texts: [base, `${done}\n<<<<<<< a\n=======\n>>>>>>> b\n`, base],
    reason: /contains conflict markers/,
  },
];

test.each(leftToGit)("$name is merged as lines by git", async ({ texts, reason }) => {
  const place = versions(...texts);
  const ran = await place.run("merge-driver", "--json", "--", ...files);
  expect(ran).toMatchObject({ exitCode: 0, stderr: "" });
  expect(JSON.parse(ran.stdout)).toMatchObject({ by: "lines", reason: expect.stringMatching(reason), conflicts: 0 });
  const expected = versions(...texts);
  expected.git("merge-file", "ours", "base", "theirs");
  expect(readFileSync(place.path("ours")).equals(readFileSync(expected.path("ours")))).toBe(true);
});

test("git's merge by lines becomes one conflict if a status would change its meaning", async () => {
  const rows = (a: string, b: string) => `| A | ${a} |\n| C | |\n| D | |\n| B | ${b} |\n`;
  const plan = (word: string, a: string, b: string) =>
    `---\nroadmap:\n  status: { done: ${word} }\n---\n\n# Plan\n\n| Topic | Status |\n|---|---|\n${rows(a, b)}`;
  const place = versions(plan("Ready", "", ""), plan("Okay", "Okay", ""), plan("Ready", "", "Ready"));
  const ran = await place.run("merge-driver", "--json", "--", ...files);
  expect(ran).toMatchObject({ exitCode: 1, stderr: "" });
  const reason = 'the merged text failed verification: "b": status is "", not "done"';
  expect(JSON.parse(ran.stdout)).toMatchObject({ by: "lines", reason, conflicts: 1 });
  const lines = (word: string, a: string, b: string) => plan(word, a, b).split("\n").slice(2).join("\n");
  expect(place.read("ours")).toBe(
    `---\nroadmap:\n<<<<<<< ours\n${lines("Okay", "Okay", "")}||||||| base\n${lines("Ready", "", "")}` +
      `=======\n${lines("Ready", "", "Ready")}>>>>>>> theirs\n`,
  );
});

test("a file that is too large, or takes too long to read, is merged as lines by git", async () => {
  const place = versions(base, done, base.replace("Plan", "Plan B"));
  const ran = await place.run("merge-driver", "--json", "--max-size", "40", "--", ...files);
  expect(JSON.parse(ran.stdout)).toMatchObject({ by: "lines", reason: expect.stringMatching(/larger than 40/) });
  const slow = versions(bomb(base), bomb(done), bomb(base).replace("Plan", "Plan B"));
  const slowly = await slow.run("merge-driver", "--json", "--", ...files);
  expect(JSON.parse(slowly.stdout)).toMatchObject({ by: "lines", reason: expect.stringMatching(/too/) });
  expect(slow.read("ours")).toBe(bomb(done).replace("Plan", "Plan B"));
}, 60_000);

test("lines that git cannot merge are conflicts with the same markers", async () => {
  const place = versions("a\n", "b\n", "c\n");
  const ran = await mergeIn(place, "9", "x.md");
  expect(ran).toMatchObject({ exitCode: 1, stderr: "1 conflict in x.md; run `roadmap resolve` to see it\n" });
  const [open, common, middle, close] = ["<", "|", "=", ">"].map((sign) => sign.repeat(9));
  expect(place.read("ours")).toBe(`${open} ours\nb\n${common} base\na\n${middle}\nc\n${close} theirs\n`);
});

interface Untouched {
  readonly name: string;
  readonly words: readonly string[];
  readonly ours?: Text;
  readonly exitCode: number;
}

const untouched: readonly Untouched[] = [
  { name: "too few files", words: ["--", "base", "ours"], exitCode: 2 },
  { name: "too many words", words: ["--", ...files, "7", "x.md", "more"], exitCode: 2 },
  { name: "no size of markers", words: ["--", ...files, "seven"], exitCode: 2 },
  { name: "a missing file", words: ["--", "base", "ours", "none"], exitCode: 3 },
  { name: "a binary file", words: ["--", ...files], ours: Buffer.from([0, 255, 10]), exitCode: 4 },
];

test.each(untouched)(
  "$name: the exit code is above 1, and our file is unchanged",
  async ({ words, ours = done, exitCode }) => {
    const place = versions(base, ours, noted);
    const ran = await place.run("merge-driver", ...words);
    expect(ran).toMatchObject({ exitCode, stdout: "" });
    expect(ran.stderr).toMatch(/^roadmap: /);
    expect(readFileSync(place.path("ours")).equals(Buffer.from(ours))).toBe(true);
  },
);

test("without git, a merge by lines fails, and our file is unchanged", async () => {
  const place = versions("a\n", "b\n", "c\n");
  const ran = await place.runWith({ env: { PATH: "/nowhere" } }, "merge-driver", "--", ...files);
  expect(ran.exitCode).toBeGreaterThan(1);
  expect(place.read("ours")).toBe("b\n");
});

test("the mode of our file is kept, and a link to it leads to the result", async () => {
  const place = versions(base, done, noted);
  chmodSync(place.path("ours"), 0o640);
  symlinkSync("ours", place.path("link"));
  expect((await place.run("merge-driver", "--", "base", "link", "theirs")).exitCode).toBe(0);
  expect(place.read("ours")).toContain("| HTTP | Done | noted |");
});

test("a conflict is exit code 1 even if nothing can be printed", async () => {
  const place = versions(base, done, blocked);
  const ran = await place.shell('$ROADMAP merge-driver -- base ours theirs 7 x.md 2>/dev/full; echo "$?"');
  expect(ran.stdout).toBe("1\n");
  expect(place.read("ours")).toContain("<<<<<<< ours");
});

test("the hint for a missing one of the three files is not --file", async () => {
  const { stderr, exitCode } = await makePlace("# R\n").run("merge-driver", "a", "b", "c", "7", "d");
  expect([stderr, exitCode]).toEqual([
    "roadmap: a does not exist\n  git calls it as `roadmap merge-driver -- %O %A %B %L %P`\n",
    3,
  ]);
});
