// Apply: many operations from lines of JSON, all or none.

import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, type Place, programCommand, type Ran, referenceText } from "../support/program.js";

const apply = (place: ReturnType<typeof makePlace>, stdin: string, ...args: string[]) =>
  place.runWith({ stdin }, "apply", ...args);

test.each([
  ["with LF", '{"op":"start","topic":"http"}\n{"op":"check","task":"goroutines"}\n'],
  ["without a last line end", '{"op":"start","topic":"http"}\n{"op":"check","task":"goroutines"}'],
  ["with CRLF", '{"op":"start","topic":"http"}\r\n{"op":"check","task":"goroutines"}\r\n'],
  ["with a byte order mark", '\ufeff{"op":"start","topic":"http"}\n{"op":"check","task":"goroutines"}\n'],
  ["with blank lines", '\n{"op":"start","topic":"http"}\n\n  \n{"op":"check","task":"goroutines"}\n\n'],
])("lines %s give the same bytes from a file, from stdin and from -", async (_, lines) => {
  const results: string[] = [];
  for (const args of [["changes.jsonl"], [], ["-"]]) {
    const place = makePlace({ "roadmap.md": referenceText, "changes.jsonl": lines });
    const { stderr, exitCode } = await apply(place, lines, ...args);
    expect([stderr, exitCode]).toEqual(["", 0]);
    results.push(place.read());
  }
  const [fromFile] = results;
  expect(new Set(results).size).toBe(1);
  expect(fromFile).toContain("| HTTP Fundamentals | 1 | 2026-11-22 | |");
  expect(fromFile).toContain("- [x] **Goroutines**");
});

test("operations on one topic see the results of earlier ones", async () => {
  const place = makePlace(referenceText);
  const { stdout, exitCode } = await apply(
    place,
    `{"op":"start","topic":"http","date":"2026-11-01"}
{"op":"finish","topic":"http","proof":["https://example.org/1"]}
{"op":"reopen","topic":"http"}
{"op":"set","topic":"http","appendComments":"again"}
{"op":"finish","topic":"http","date":"2026-11-20","proof":["https://example.org/2","https://example.org/1"]}
`,
  );
  expect(exitCode).toBe(0);
  expect(stdout.match(/^(?:◐|✓|~) HTTP Fundamentals is /gm)).toHaveLength(5);
  expect(stdout).toMatch(/\n1 topic changed\n$/);
  expect(
    place
      .read()
      .split("\n")
      .filter((line, index) => line !== referenceText.split("\n")[index]),
  ).toEqual([
    "| HTTP Fundamentals | 1 | 2026-11-01 | 2026-11-20 | Understand requests, responses, headers, verbs, status codes; again " +
      "| Done | MDN Web Docs, HTTP: The Definitive Guide | Build a raw HTTP server in Go | https://example.org/1, https://example.org/2 |",
  ]);
});

test("an operation can use the name that an earlier one gave a topic", async () => {
  const place = makePlace(referenceText);
  const { exitCode, stderr } = await apply(
    place,
    '{"op":"set","topic":"rest api","name":"Web APIs"}\n{"op":"start","topic":"web apis"}\n',
  );
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(place.read()).toContain("| Web APIs | 1 | 2026-11-22 | |");
});

test("a renamed topic takes precedence over one that only begins with its new name", async () => {
  const place = makePlace("| Topic | Status |\n|---|---|\n| HTTP | |\n| Webhooks | |\n");
  const { exitCode } = await apply(place, '{"op":"set","topic":"http","name":"Web"}\n{"op":"start","topic":"web"}\n');
  expect(exitCode).toBe(0);
  expect(place.read()).toBe("| Topic | Status |\n|---|---|\n| Web | In Progress |\n| Webhooks | |\n");
});

const good = '{"op":"start","topic":"http"}\n';

test.each([
  ["a line that is no JSON", "start http", 2, "line 2 is not a JSON object"],
  ["a line that is a list", "[]", 2, "line 2 is not a JSON object"],
  ["null", "null", 2, "line 2 is not a JSON object"],
  ["no operation", '{"topic":"http"}', 2, 'line 2: "op" is missing'],
  [
    "an unknown operation",
    '{"op":"strat","topic":"http"}',
    2,
    'line 2: unknown operation "strat"\n  did you mean "start"?',
  ],
  ["an inherited name", '{"op":"constructor","topic":"http"}', 2, 'line 2: unknown operation "constructor"'],
  ["an unknown key", '{"op":"start","topic":"http","when":"today"}', 2, 'line 2: start has no field "when"'],
  [
    "__proto__ as a key",
    '{"op":"start","topic":"http","__proto__":{"x":1}}',
    2,
    'line 2: start has no field "__proto__"',
  ],
  ["a value of another type", '{"op":"start","topic":7}', 2, 'line 2: "topic" has an invalid value'],
  ["a missing topic", '{"op":"start"}', 2, 'line 2: "topic" is missing'],
  ["a topic that is not there", '{"op":"start","topic":"qqqqqq"}', 3, 'line 2: no topic or task matches "qqqqqq"'],
  ["a topic that is ambiguous", '{"op":"start","topic":"distributed"}', 3, 'line 2: "distributed" matches 3 topics'],
  ["a date that is none", '{"op":"start","topic":"rest api","date":"someday"}', 2, 'line 2: "someday" is not a date'],
  ["a finish before the start", '{"op":"finish","topic":"http","date":"2026-11-01"}', 1, "line 2: "],
])("with %s in the second line, no operation is applied", async (...[, line, code, said]) => {
  const place = makePlace(referenceText);
  const before = statSync(place.path());
  const { stdout, stderr, exitCode } = await apply(place, `${good}${line}\n{"op":"check","task":"goroutines"}\n`);
  expect(stdout).toBe("");
  expect(stderr).toContain(`roadmap: ${said}`);
  expect(exitCode).toBe(code);
  expect(place.read()).toBe(referenceText);
  expect(statSync(place.path())).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test("input that is not UTF-8 is refused", async () => {
  const place = makePlace({
    "roadmap.md": referenceText,
    "changes.jsonl": Buffer.from('{"op":"start","topic":"h\xe9"}\n', "latin1"),
  });
  const { stderr, exitCode } = await place.run("apply", "changes.jsonl");
  expect(stderr).toContain("changes.jsonl is not UTF-8");
  expect(exitCode).toBe(4);
});

test("a dry run shows the diff and writes nothing, and git applies it to the bytes of the real run", async () => {
  const lines = `${good}{"op":"check","task":"goroutines"}\n{"op":"finish","topic":"designing architect"}\n`;
  const place = makePlace(referenceText);
  const tried = await apply(place, lines, "--dry-run");
  expect([tried.stderr, tried.exitCode]).toEqual(["", 0]);
  expect(tried.stdout.match(/^@@ /gm)).toHaveLength(3);
  expect(place.read()).toBe(referenceText);
  place.write(tried.stdout, "changes.diff");
  place.git("init", "-q");
  place.git("apply", "changes.diff");
  const applied = place.read();
  place.write(referenceText);
  await apply(place, lines);
  expect(place.read()).toBe(applied);
  expect(applied).not.toBe(referenceText);
});

test.each([
  ["CRLF", referenceText.replaceAll("\n", "\r\n")],
  ["no final newline", referenceText.trimEnd()],
  ["a byte order mark", `\ufeff${referenceText}`],
])("git applies the diff in the JSON, with %s", async (_, text) => {
  const place = makePlace(text);
  const lines = '{"op":"start","topic":"http"}\n{"op":"check","task":"manage infrastructure"}\n';
  const { stdout } = await apply(place, lines, "--dry-run", "--json");
  place.write(JSON.parse(stdout).diff, "changes.diff");
  place.git("init", "-q");
  place.git("apply", "changes.diff");
  const applied = place.read();
  place.write(text);
  await apply(place, lines);
  expect(place.read()).toBe(applied);
  expect(applied).not.toBe(text);
});

/** With the processor time of the program, which does not depend on what else runs. */
async function timedApply(place: Place, lines: string): Promise<Ran & { processorTimeMs: number }> {
  place.write(lines, "operations.jsonl");
  const ran = await place.shell('TIMEFORMAT="%U %S"; time $ROADMAP apply < operations.jsonl');
  const [user = Number.NaN, system = Number.NaN] = ran.stderr.trim().split(" ").map(Number);
  return { ...ran, processorTimeMs: (user + system) * 1000 };
}

test("500 operations on 1,000 topics are one write, within a few seconds", async () => {
  const rows = Array.from({ length: 1000 }, (_, index) => `| Topic number ${index} end | ${index % 20} | | | | |\n`);
  const header = "| Topic | Phase | Started | Finished | Status | Proof |\n|---|---|---|---|---|---|\n";
  const place = makePlace(`# Large\n\n${header}${rows.join("")}`);
  const lines = Array.from({ length: 500 }, (_, index) =>
    JSON.stringify({ op: "start", topic: `topic number ${index * 2} end` }),
  );
  const { stdout, exitCode, processorTimeMs } = await timedApply(place, lines.join("\n"));
  expect(exitCode).toBe(0);
  expect(stdout.match(/^◐ .* is in progress\.$/gm)).toHaveLength(500);
  expect(stdout).toMatch(/\n500 topics changed\n$/);
  expect(place.read().match(/\| 2026-11-22 \|/g)).toHaveLength(500);
  expect(processorTimeMs).toBeLessThan(10_000);
});

test("pairs of operations on the same 250 topics take at most a few seconds", async () => {
  const rows = Array.from({ length: 1000 }, (_, index) => `| Topic number ${index} end | ${index % 20} | | | | |\n`);
  const header = "| Topic | Phase | Started | Finished | Status | Proof |\n|---|---|---|---|---|---|\n";
  const place = makePlace(`# Large\n\n${header}${rows.join("")}`);
  const lines = Array.from({ length: 250 }, (_, index) => {
    const topic = `topic number ${index} end`;
    return `${JSON.stringify({ op: "start", topic })}\n${JSON.stringify({ op: "finish", topic })}`;
  });
  const { exitCode, processorTimeMs } = await timedApply(place, lines.join("\n"));
  expect(exitCode).toBe(0);
  expect(place.read().match(/\| 2026-11-22 \| 2026-11-22 \| Done \|/g)).toHaveLength(250);
  expect(processorTimeMs).toBeLessThan(20_000);
});

test("an ambiguous name is reported with its candidates and its line", async () => {
  const place = makePlace(referenceText);
  const lines = '{"op":"start","topic":"http"}\n{"op":"start","topic":"distributed"}\n';
  const { stderr, exitCode } = await apply(place, lines, "--json");
  const { message, hint, candidates } = JSON.parse(stderr);
  expect([exitCode, message]).toEqual([3, 'line 2: "distributed" matches 3 topics']);
  expect(hint).toContain("no operation was applied");
  expect(candidates.map(({ number }: { number: number }) => number)).toEqual([15, 19, 28]);
  expect(place.read()).toBe(referenceText);
});

test("piped input that is not UTF-8 is refused, and no byte is replaced", () => {
  const place = makePlace(referenceText);
  const input = Buffer.from('{"op":"set","topic":"http","comments":"caf\xe9"}\n', "latin1");
  const env = { ...process.env, XDG_STATE_HOME: place.folder };
  const { command, args } = programCommand("apply");
  const { status, stderr } = spawnSync(command, args, { cwd: place.folder, env, input });
  expect([status, stderr.toString()]).toEqual([
    2,
    expect.stringContaining("stdin is not UTF-8: invalid byte at offset 42"),
  ]);
  expect(place.read()).toBe(referenceText);
});
