// Tables and cells far larger than any person writes are still listed and examined at once.

import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";

const columns = Array.from({ length: 50_000 }, (_, column) => `c${column}`);
const delimiters = "|-".repeat(columns.length + 2);
const family = "👨‍👩‍👧‍👦";

const files: readonly (readonly [string, string])[] = [
  ["50,000 columns and 200 short rows", wideTable("Topic", "Status")],
  ["50,000 columns under unknown headers", wideTable("Stuff", "Where it is")],
  ["a status of 50,000 emoji", `| Topic | Status |\n|-|-|\n| A | ${family.repeat(50_000)} |\n`],
  ["a name of 50,000 emoji", `| Topic | Status |\n|-|-|\n| ${family.repeat(50_000)} | Done |\n`],
  ["a cell of 50,000 emoji under an unknown header", `| Stuff | Status |\n|-|-|\n| A | ${family.repeat(50_000)} |\n`],
];

function wideTable(name: string, status: string): string {
  const rows = Array.from({ length: 200 }, (_, row) => `| Topic ${row} | ✅ |\n`);
  return `| ${name} | ${status} | ${columns.join("|")} |\n${delimiters}|\n${rows.join("")}`;
}

const ordinary = `| Topic | Status |\n|-|-|\n${Array.from({ length: 20_000 }, (_, row) => `| Topic ${row} | ✅ |\n`).join("")}`;

/** In processor time, which doubles on a machine that is busy with something else. */
async function timeMs(command: string, text: string): Promise<number> {
  const place = makePlace(text);
  const { stderr } = await place.shell(`TIMEFORMAT="%U %S"; time $ROADMAP ${command} > output.txt`);
  // Notes about the file precede the times.
  const [user = Number.NaN, system = Number.NaN] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  expect(place.read("output.txt")).not.toBe("");
  return (user + system) * 1000;
}

test.each(files.flatMap(([name, text]) => ["list", "doctor"].map((command) => [command, name, text] as const)))(
  "%s takes at most 2 s for %s on a quiet machine",
  async (command, _, text) => {
    const takenMs = await timeMs(command, text);
    // A busy one takes longer for ordinary rows too, of which 160,000 take 2 s.
    if (takenMs >= 2000) expect(takenMs).toBeLessThan(8 * (await timeMs(command, ordinary)));
  },
);

test("a topic that fits 5,000 tables is refused with a short list of them", async () => {
  const tables = Array.from(
    { length: 5000 },
    (_, index) => `## Part ${index}\n\n| Topic | Status |\n|---|---|\n| T | |\n`,
  );
  const { stderr, exitCode } = await makePlace(tables.join("\n")).run("add", "topic", "New");
  expect([exitCode, stderr.split("\n").length]).toEqual([3, 3]);
  expect(stderr).toContain('5 under "Part 4" (line 27) and 4995 more\n  choose one: --table 1\n');
});
