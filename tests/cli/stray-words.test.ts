// Stray words after an option's value, with words of the name before it, never become part of the name.

import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";

const text =
  "| Topic | Phase | Started | Comments | Status |\n|---|---|---|---|---|\n| REST API Basics | 1 |  |  |  |\n| HTTP | 1 |  |  |  |\n\n- [ ] read the book\n";

test.each([
  [["rename", "rest", "--to", "API", "REST", "Basics"], '--to API: "REST Basics"', '--to "API REST Basics"'],
  [["rename", "rest", "--to=API", "REST"], '--to API: "REST"', '--to "API REST"'],
  [["add", "topic", "grpc", "--comments", "hello", "world"], '--comments hello: "world"', '--comments "hello world"'],
  [["start", "rest", "--date", "last", "monday", "-n"], '--date last: "monday"', '--date "last monday"'],
  [["-f", "roadmap.md", "set", "http", "--comments", "a", "$b"], '--comments a: "$b"', "--comments 'a $b'"],
  [["move", "read", "the", "--after", "x", "book"], '--after x: "book"', '--after "x book"'],
])("%j is refused, and the hint is to quote the value", async (args, unexpected, quoted) => {
  const place = makePlace(text);
  const { stdout, stderr, exitCode } = await place.run(...args);
  const [messageText = "", hint = ""] = stderr
    .replace(/\n {2}(?! )/, "\u0000")
    .replaceAll(/\n +/g, " ")
    .split("\u0000");
  expect(messageText).toBe(`roadmap: unexpected words after ${unexpected}`);
  expect(hint.trim()).toBe(`quote the value: ${quoted}; or type the whole name before ${quoted.split(" ")[0]}`);
  expect([stdout, exitCode, place.read()]).toEqual(["", 2, text]);
});

test("a switch between the value and the words changes only the hint", async () => {
  const place = makePlace(text);
  const { stderr, exitCode } = await place.run("rename", "rest", "--to", "API", "-n", "basics");
  expect(stderr).toBe('roadmap: unexpected words after --to API: "basics"\n  type the whole name before --to\n');
  expect([exitCode, place.read()]).toEqual([2, text]);
});

test.each([
  [["start", "rest", "-n", "api"], "| REST API Basics | 1 | 20"],
  [["start", "-n", "rest", "--no-color", "api"], "| REST API Basics | 1 | 20"],
  [["start", "--date", "2026-01-05", "rest", "api", "-n"], "| REST API Basics | 1 | 2026-01-05 |"],
  [["start", "rest", "-f", "roadmap.md", "api", "-n"], "| REST API Basics | 1 | 20"],
  [["add", "topic", "a", "--comments", "x", "-n", "--", "b"], "| a -- b |"],
  [["set", "http", "--comments", "--x", "-n"], "| HTTP | 1 |  | --x |"],
])("%j is accepted", async (args, written) => {
  const { stdout, stderr, exitCode } = await makePlace(text).run(...args);
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(stdout).toContain(written);
});

test("help is shown whatever the other words are", async () => {
  const { stdout, exitCode } = await makePlace(text).run("rename", "rest", "--to", "API", "REST", "--help");
  expect([stdout.split("\n")[0], exitCode]).toEqual(["Usage: roadmap rename [topic...] [options]", 0]);
});

test.each([
  ["move http --phase ''", "--phase requires a value"],
  ["move http --phase ' ' --after rest", "--phase requires a value"],
  ["move http --after ''", "--after requires a value"],
  ["move read --under ''", "--under requires a value"],
  ["move read --phase 1 --track ''", "--track requires a value"],
  ["list --phase ''", "--phase requires a value: --phase PHASE"],
  ["list --track ' '", "--track requires a value: --track TRACK"],
  ["forecast --phase ''", "--phase requires a value: --phase PHASE"],
])("%s: a blank value is refused", async (command, message) => {
  const place = makePlace(text);
  const { stdout, stderr, exitCode } = await place.shell(`$ROADMAP ${command}`);
  expect(stderr.split("\n")[0]).toBe(`roadmap: ${message}`);
  expect([stdout, exitCode, place.read()]).toEqual(["", 2, text]);
});

test("set clears the phase with a blank value, unless that continues the phase above", async () => {
  const place = makePlace(text);
  expect((await place.run("set", "rest", "--phase", "")).exitCode).toBe(0);
  expect(place.read()).toContain("| REST API Basics |  |");
  expect((await makePlace(text).run("set", "http", "--phase", "")).exitCode).toBe(4);
});

test("the hint for an option before its command is to put it after the command", async () => {
  const { stderr, exitCode } = await makePlace(text).run("--date", "x", "start", "http");
  expect(stderr).toBe(
    "roadmap: option --date before the command\n  put it after the command: `roadmap start TOPIC --date DATE`\n",
  );
  expect(exitCode).toBe(2);
});
