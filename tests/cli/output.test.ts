// Output: nothing in the file controls the terminal, and no line is too wide for it.

import { expect, test } from "vitest";
import { makePlace, type Ran } from "../support/program.js";
import { tooWide, wideText } from "../support/widths.js";

const hostileTexts: Readonly<Record<string, string>> = {
  "a link (OSC 8)": "\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\",
  "the clipboard (OSC 52)": "\u001b]52;c;ZXZpbA==\u0007",
  "the title": "\u001b]0;owned\u0007",
  "a device control string": "\u001bPq#0;2;0;0;0\u001b\\",
  "an application command": "\u001b_evil\u001b\\",
  "C1 controls": "\u009b31m\u0090evil\u009c\u0085\u008d",
  "a carriage return inside": "good\rEVIL",
  "backspaces and a bell": "good\b\b\b\bEVIL\u0007",
  "delete, vertical tab and form feed": "a\u007fb\u000bc\u000cd",
  "clearing the screen": "\u001b[2J\u001b[H\u001bc",
  "directions of writing": "a\u202ecod.exe\u202c \u2066x\u2069 \u200e\u200f\u061c",
  "line separators and a byte order mark": "a\u2028b\u2029c\ufeffd",
  "tags and annotations": "a\u{e0041}\u{e007f}b\ufff9c\u206a",
};

/** Everything that may control a terminal or reorder a line; a newline is our own. */
const steering = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

function page(evil: string): string {
  // A carriage return would end the line of the file, so it is only used where lines end anyway, inside a paragraph.
  const inLine = evil.replace(/[\r\n]/g, "");
  return `---
roadmap:
  phases: { "1": ${JSON.stringify(`phase ${evil}`)} }
  bogus: ${JSON.stringify(evil)}
---
# Title ${inLine}

| Topic | Phase | Started | Finished | Comments | Status | Resources | Proof |
|---|---|---|---|---|---|---|---|
| Topic one ${inLine} | 1 | ${inLine} | | ${inLine} | ${inLine} | ${inLine} | ${inLine} |
| Topic two ${inLine} | Phase ${inLine} | 2026-11-01 | 2026-10-01 | | Done | | |
| Topic three | 1 | | | ${inLine} | | | |

## Track ${inLine}
*(Goal: ${inLine})*

### Phase ${inLine}
- [ ] task one ${inLine}
- [ ] task two ${inLine}
- [?] odd ${inLine}
Good text\rEVIL text
`;
}

const commands: readonly (readonly string[])[] = [
  [],
  ["list"],
  ["list", "--json"],
  ["export", "json"],
  ["next"],
  ["progress"],
  ["progress", "--by", "track"],
  ["show", "#1"],
  ["show", "#2"],
  ["start", "#3", "--dry-run"],
  ["start", "#3"],
  ["finish", "#3"],
  ["finish", "#3"],
  ["set", "#3", "--comments", "plain"],
  ["check", "task #1"],
  ["start", "topic"],
  ["finish", "task"],
  ["start", "#2"],
  ["set", "#1", "--finished", "2026-01-01", "--started", "2026-02-01"],
];

function steered({ stdout, stderr }: Ran): string | undefined {
  return steering.exec(stdout + stderr)?.[0];
}

/** Three on each page: every run of the program takes a tenth of a second. */
const hostilePages = [0, 3, 6, 9, 12].map((from) => {
  const three = Object.entries(hostileTexts).slice(from, from + 3);
  return { names: three.map(([name]) => name).join("; "), evil: three.map(([, evil]) => evil).join(" ") };
});

test.each(hostilePages)(
  "no command sends control characters from the file to the terminal: $names",
  async ({ evil }) => {
    const place = makePlace(page(evil));
    for (const args of commands) {
      const ran = await place.run(...args);
      expect(steered(ran), `${args.join(" ")}: ${JSON.stringify(ran)}`).toBeUndefined();
      expect(ran.signal).toBe(null);
      expect(ran.exitCode).toBeLessThan(5);
    }
  },
);

test("with forced colors, only color sequences are sent", async () => {
  const place = makePlace(page(hostileTexts["clearing the screen"] ?? ""));
  for (const args of [[], ["list"], ["show", "#1"], ["start", "#3", "--dry-run"], ["start", "#3"]]) {
    const { stdout, stderr } = await place.runWith({ env: { FORCE_COLOR: "1" } }, ...args);
    expect(stdout).toMatch(/\p{Cc}\[\d+m/u);
    expect(steering.exec(stdout.replace(/\p{Cc}\[\d{1,2}m/gu, "") + stderr)).toBe(null);
  }
});

test("control characters in arguments and file names are made visible", async () => {
  const evil = "\u001b]0;owned\u0007\n\u202e.md";
  const place = makePlace({ [evil]: page(""), "roadmap.md": page(""), "bad.jsonl": `{"op":"${"\\u001b[2J"}"}\n` });
  const runs: string[][] = [
    ["start", evil],
    ["check", evil],
    [evil],
    ["list", `--${evil}`],
    ["list", "--phase", evil, "--file", evil],
    ["--file", evil],
    ["--file", `${evil}none`],
    ["start", "#3", "--date", evil],
    ["set", "#3", "--status", evil],
    ["list", "--sort", evil],
    ["list", "--limit", evil],
    ["--max-size", evil],
    ["--if-match", evil],
    ["start", "#3", "--dry-run", "--file", evil],
    ["start", "#3", "--file", evil],
    ["apply", "bad.jsonl"],
    ["apply", `${evil}none`],
    ["unlock", "--file", evil],
  ];
  for (const args of runs) {
    const ran = await place.run(...args);
    expect(steered(ran), `${JSON.stringify(args)}: ${JSON.stringify(ran)}`).toBeUndefined();
    expect(ran.stderr.split("\n").length).toBeLessThan(5);
  }
});

test("control characters cannot be written into a cell", async () => {
  const text = page("");
  const place = makePlace(text);
  const { stdout, exitCode } = await place.run("set", "#3", "--comments", "a\u001b[2Jb");
  expect(stdout).toBe("");
  expect(exitCode).toBeGreaterThan(0);
  expect(place.read()).toBe(text);
});

const anyWidth: readonly (readonly string[])[] = [
  [],
  ["list"],
  ["next", "--limit", "20"],
  ["progress"],
  ["progress", "--by", "track"],
  ["progress", "--by", "status"],
  ["progress", "--by", "month"],
  ...[1, 2, 3, 4, 5, 8].map((number) => ["show", `#${number}`]),
  ["start", "duplicate"],
  ["start", "no such topic, however long the words are that are given for its name"],
  ["finish", "#1", "--proof", "https://example.org/a/proof/that/is/rather/long/for/a/narrow/terminal"],
  ["finish", "#1"],
  [
    "set",
    "#3",
    "--comments",
    "トランザクションで行う方法を調べてから実装する".repeat(3),
    "--resources",
    "a ".repeat(60),
  ],
  ["finish", "#6"],
  ["start", "#4"],
  ["check", "parser"],
  ["list", "--sort", "size"],
  ["list", "--search", "no such text"],
  ["start", "#2", "--date", "some day"],
  ["--file", "none.md"],
  ["--if-match", "0000000"],
  ["unlock"],
];

test.each([20, 40, 80, 140])("no command prints a line wider than %i columns", async (columns) => {
  const place = makePlace(wideText);
  for (const args of anyWidth) {
    const { stdout, stderr, exitCode } = await place.runWith({ env: { COLUMNS: `${columns}` } }, ...args);
    expect(tooWide(stdout, columns), args.join(" ")).toEqual([]);
    expect(tooWide(stderr, columns), args.join(" ")).toEqual([]);
    expect(exitCode, stderr).toBeLessThan(6);
  }
});

test("piped output is not cut", async () => {
  const { stdout } = await makePlace(wideText).run("list");
  expect(stdout).not.toContain("…");
  expect(stdout).toContain("Pneumonoultramicroscopicsilicovolcanoconiosisandotherwordswithoutanyblankinthem");
});
