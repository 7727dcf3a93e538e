// Streams: closed pipes, full disks, colors, and missing input.

import { expect, test } from "vitest";
import { makePlace, referenceText } from "../support/program.js";
import { makeRepository } from "../support/repository.js";

const long = `# Long\n\n| Topic | Status |\n|---|---|\n${Array.from({ length: 20_000 }, (_, index) => `| Topic ${index} | |\n`).join("")}`;

test.each([["list"], ["list --json"], ["--help"]])("`%s | head -1` ends quietly", async (args) => {
  const place = makePlace(long);
  const { stdout, stderr, exitCode } = await place.shell(`$ROADMAP ${args} | head -1; exit \${PIPESTATUS[0]}`);
  expect(stdout.split("\n")).toHaveLength(2);
  expect([stderr, exitCode]).toEqual(["", 0]);
});

test("a reader that reads slowly gets everything", async () => {
  const { stdout, exitCode } = await makePlace(long).shell("$ROADMAP list | (read -r first; cat) | wc -l");
  expect(stdout.trim()).toBe("20000");
  expect(exitCode).toBe(0);
});

test("closed streams are not errors", async () => {
  const place = makePlace(referenceText);
  for (const line of ["$ROADMAP list >&-", "$ROADMAP list 2>&- > /dev/null", "$ROADMAP list <&- > /dev/null"]) {
    expect(await place.shell(line)).toMatchObject({ stdout: "", stderr: "", exitCode: 0 });
  }
  const unread = await place.shell("$ROADMAP start nothing-like-it 2>&-");
  expect(unread).toMatchObject({ stdout: "", exitCode: 3 });
});

test("a change is made even if no one reads the output", async () => {
  const place = makePlace(referenceText);
  const { stderr, exitCode } = await place.shell(`$ROADMAP start http | true; exit \${PIPESTATUS[0]}`);
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(place.read()).toContain("| HTTP Fundamentals | 1 | 2026-11-22 |");
});

test("an error that cannot be written leaves the exit code", async () => {
  const { stdout, exitCode } = await makePlace(referenceText).shell("$ROADMAP start nothing-like-it 2> /dev/full");
  expect([stdout, exitCode]).toEqual(["", 3]);
});

const colorStart = "\u001b[";

interface ColorCase {
  readonly env: Record<string, string>;
  readonly args?: string[];
  readonly hasColors: boolean;
}

test.each<[string, ColorCase]>([
  ["nothing requests them", { env: {}, hasColors: false }],
  ["FORCE_COLOR requests them", { env: { FORCE_COLOR: "1" }, hasColors: true }],
  ["FORCE_COLOR is 0", { env: { FORCE_COLOR: "0" }, hasColors: false }],
  ["NO_COLOR overrides FORCE_COLOR", { env: { FORCE_COLOR: "1", NO_COLOR: "1" }, hasColors: false }],
  ["NO_COLOR is empty", { env: { FORCE_COLOR: "1", NO_COLOR: "" }, hasColors: true }],
  ["--no-color overrides FORCE_COLOR", { env: { FORCE_COLOR: "1" }, args: ["--no-color"], hasColors: false }],
  ["TERM is dumb, but FORCE_COLOR is set", { env: { FORCE_COLOR: "1", TERM: "dumb" }, hasColors: true }],
  ["--json is passed", { env: { FORCE_COLOR: "1" }, args: ["--json"], hasColors: false }],
])("a pipe gets the right colors if %s", async (_, { env, args = [], hasColors }) => {
  const place = makePlace(referenceText);
  for (const command of [[], ["list"], ["progress"], ["next"], ["show", "http"], ["start", "http", "-n"]]) {
    const { stdout, exitCode } = await place.runWith({ env }, ...command, ...args);
    expect(stdout.includes(colorStart)).toBe(hasColors);
    expect(exitCode).toBe(0);
  }
});

test("color changes only colors", async () => {
  const place = makePlace(referenceText);
  for (const command of [[], ["list"], ["progress"], ["show", "http"], ["start", "http", "-n"]]) {
    const plain = await place.run(...command);
    const colored = await place.runWith({ env: { FORCE_COLOR: "1" } }, ...command);
    expect(colored.stdout.replace(/\p{Cc}\[\d+m/gu, "")).toBe(plain.stdout);
  }
});

test("color does not change where lines are wrapped", async () => {
  const place = makeRepository();
  for (const command of [["list", "--at", "HEAD"], ["diff"], ["log"]]) {
    const env = { COLUMNS: "24" };
    const plain = await place.runWith({ env }, ...command);
    const colored = await place.runWith({ env: { ...env, FORCE_COLOR: "1" } }, ...command);
    expect(colored.stdout.replace(/\p{Cc}\[\d+m/gu, "")).toBe(plain.stdout);
  }
});

test("apply with empty input changes nothing and says so", async () => {
  const place = makePlace(referenceText);
  for (const line of ["$ROADMAP apply < /dev/null", "$ROADMAP apply <&-", "printf '\\n\\n' | $ROADMAP apply -"]) {
    expect(await place.shell(line)).toMatchObject({
      stdout: "no operations given; nothing was changed\n",
      stderr: "",
      exitCode: 0,
    });
  }
  expect(place.read()).toBe(referenceText);
});
