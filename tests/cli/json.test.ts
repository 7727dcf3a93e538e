// JSON: the output of every command with --json follows its published schema, and the schemas are up to date.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { type EnvelopeKind, envelopes } from "../../src/json/envelopes/index.js";
import { lineSchema } from "../../src/json/operation-schema.js";
import { operations } from "../../src/operations/index.js";
import { makePlace, type Place, type Ran, referenceText } from "../support/program.js";

const folder = new URL("../../docs/json/", import.meta.url);
const kinds = Object.keys(envelopes).filter((kind): kind is EnvelopeKind => kind in envelopes);

function generated(kind: EnvelopeKind): string {
  const { $schema, ...schema } = z.toJSONSchema(envelopes[kind]);
  return `${JSON.stringify({ $schema, title: `roadmap ${kind}`, ...schema }, null, 2)}\n`;
}

function schemaFile(kind: EnvelopeKind): URL {
  return new URL(`${kind}.schema.json`, folder);
}

const linesFile = new URL("operations.json", folder);
const linesText = `${JSON.stringify(lineSchema(operations), null, 2)}\n`;

if (process.env.UPDATE === "1") {
  writeFileSync(linesFile, linesText);
  for (const kind of kinds) writeFileSync(schemaFile(kind), generated(kind));
}

test.each(kinds)("the schema of %s matches the program's declaration", (kind) => {
  const file = schemaFile(kind);
  const published = existsSync(file) ? readFileSync(file, "utf8") : null;
  expect(published, "npm run pages writes the schemas").toBe(generated(kind));
});

test("the schema of lines of apply matches the operations' declarations", () => {
  expect(readFileSync(linesFile, "utf8")).toBe(linesText);
});

test("exactly every kind has a schema, and the page lists them all", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
  expect(files.sort()).toEqual(kinds.map((kind) => `${kind}.schema.json`).sort());
  const page = readFileSync(new URL("README.md", folder), "utf8");
  const named = Array.from(page.matchAll(/\[([\w-]+)\]\(([\w-]+)\.schema\.json\)/g), ([, kind]) => kind);
  expect(named.sort()).toEqual([...kinds].sort());
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
const validators = new Map(kinds.map((kind) => [kind, ajv.compile(JSON.parse(generated(kind)))]));

/** The single line of JSON, validated against the schema of its kind. */
function validated(text: string, kind: EnvelopeKind): Record<string, unknown> {
  expect(text).toMatch(/^\{.*\}\n$/);
  const value = JSON.parse(text);
  const validate = validators.get(kind);
  expect(validate?.(value), JSON.stringify(validate?.errors)).toBe(true);
  expect(value).toMatchObject({ schemaVersion: 1, kind });
  return value;
}

function succeeded({ stdout, stderr, exitCode }: Ran, kind: EnvelopeKind) {
  expect([stderr, exitCode]).toEqual(["", 0]);
  return validated(stdout, kind);
}

function failed({ stdout, stderr, exitCode }: Ran) {
  expect(stdout).toBe("");
  const error = validated(stderr, "error");
  expect(error.exitCode).toBe(exitCode);
  return error;
}

const withProblems = `# Plan\r
\r
| Topic | Phase | Status | Started | Finished | Proof |\r
|---|---|---|---|---|---|\r
| HTTP \\| 2 | 1 | doing-ish | 2026-13-01 | | [pr](https://example.org/1), https://example.org/2 |\r
| Ré\u0301sumé 🚀 | Week 2 | Done | 2026-03-02 | 2026-03-01 |\r
| ESC \u001b[31m | | | | | |\r
`;

const viewing: [EnvelopeKind, string[]][] = [
  ["dashboard", []],
  ["list", ["list"]],
  ["list", ["list", "--search", "nothing like it"]],
  ["next", ["next"]],
  ["today", ["today"]],
  ["progress", ["progress"]],
  ["progress", ["progress", "--by", "track"]],
  ["progress", ["progress", "--by", "status"]],
  ["progress", ["progress", "--by", "month"]],
  ["stats", ["stats"]],
  ["stats", ["stats", "--since", "2026-03-01"]],
  ["forecast", ["forecast", "--weekly", "2"]],
  ["timeline", ["timeline"]],
  ["burnup", ["burnup"]],
  ["burnup", ["burnup", "--by", "task"]],
  ["export", ["export", "csv", "--tasks"]],
  ["export", ["badge", "--write", "badge.svg"]],
  ["fmt", ["fmt"]],
  ["fmt", ["fmt", "-n"]],
  ["unlock", ["unlock"]],
  ["config", ["config"]],
  ["setting", ["config", "set", "icons", "ascii"]],
  ["prompt", ["prompt"]],
  ["all", ["-f", "roadmap.md"]],
  ["all", ["stats", "-f", "roadmap.md"]],
  ["setting", ["config", "unset", "icons", "-n"]],
  ["help", ["help", "dates"]],
  ["help", ["help"]],
  ["help", ["list", "--help"]],
  ["help", ["add", "-h"]],
  ["version", ["version"]],
  ["version", ["--version"]],
  ["resolve", ["resolve"]],
  ["resolve", ["resolve", "--ours"]],
  ["textconv", ["textconv", "roadmap.md"]],
  ["git-install", ["git", "install", "--global", "--dry-run"]],
  ["git-install", ["git", "install", "--global", "--remove"]],
];

test.each(viewing)("%s %j matches its schema, for a good file, a bad one and an empty one", async (kind, args) => {
  const place = makePlace({ "roadmap.md": referenceText, "bad.md": withProblems, "empty.md": "" });
  for (const file of ["roadmap.md", "bad.md", "empty.md"]) {
    succeeded(await place.run(...args, "--json", "--file", file), kind);
  }
});

test("open matches its schema", async () => {
  const place = makePlace("| Topic | Status | Resources |\n|---|---|---|\n| HTTP | | https://example.org |\n");
  succeeded(await place.run("open", "http", "--json"), "open");
});

test("doctor matches its schema, with files that cannot be read", async () => {
  const place = makePlace({ "roadmap.md": withProblems, "bad.md": Buffer.from([0x61, 0xff]) });
  const listed = succeeded(await place.run("doctor", "--json"), "doctor");
  expect(listed.counts).toMatchObject({ error: 0, warning: expect.any(Number) });
  const { stdout, exitCode } = await place.run("doctor", "bad.md", "roadmap.md", "--json");
  expect(exitCode).toBe(4);
  expect(validated(stdout, "doctor").files).toEqual([
    expect.objectContaining({ file: "bad.md", hash: null, refused: expect.objectContaining({ code: "NOT_UTF8" }) }),
    expect.objectContaining({ file: "roadmap.md", refused: null }),
  ]);
});

test("doctor --fix matches its schema, with and without a dry run", async () => {
  const place = makePlace(referenceText);
  const tried = succeeded(await place.run("doctor", "--fix", "-n", "--json"), "repair");
  expect(tried).toMatchObject({ saved: null, dryRun: true, diff: expect.stringContaining("+### 🟢") });
  const written = succeeded(await place.run("doctor", "--fix", "--yes", "--json"), "repair");
  expect(written).toMatchObject({ saved: "renamed", dryRun: false, diff: null });
  expect(written.repaired).toContainEqual({ code: "TEXT_DAMAGED", line: 24, column: 48, from: "‚Üî", to: "↔" });
  expect(written.left).toHaveLength(2);
});

test("show matches its schema, with links, problems and control characters unchanged", async () => {
  const place = makePlace(withProblems);
  const http = succeeded(await place.run("show", "http", "--json"), "show");
  expect(http.topic).toMatchObject({
    name: "HTTP | 2",
    status: "not-started",
    statusText: "doing-ish",
    started: null,
    links: ["https://example.org/1", "https://example.org/2"],
    line: 5,
  });
  expect(http.problems).toEqual([
    expect.objectContaining({ code: "STATUS_UNKNOWN", line: 5 }),
    expect.objectContaining({ code: "DATE_IMPOSSIBLE", line: 5 }),
  ]);
  const { stdout } = await place.run("show", "#3", "--json");
  expect(stdout).toContain("ESC \\u001b[31m");
});

const changing: [string[], string | undefined][] = [
  [["start", "http"], undefined],
  [["finish", "http", "--proof", "https://example.org"], undefined],
  [["finish", "goroutines"], undefined],
  [["block", "http"], undefined],
  [["skip", "http"], undefined],
  [["reset", "http"], undefined],
  [["set", "http", "--comments", "new", "--started", "2026-01-02"], undefined],
  [["check", "goroutines"], undefined],
  [["uncheck", "goroutines"], undefined],
  [["import", "topics.csv"], undefined],
  [["apply"], '{"op":"start","topic":"http"}\n{"op":"check","task":"goroutines"}\n'],
];

test.each(changing)("%j matches the schema of a change, in a dry run, done, and already done", async (args, stdin) => {
  const place = makePlace({ "roadmap.md": referenceText, "topics.csv": "topic,status\nHTTP Fundamentals,done\n" });
  const run = (...more: string[]) => place.runWith(stdin === undefined ? {} : { stdin }, ...args, "--json", ...more);
  const tried = succeeded(await run("--dry-run"), "change");
  expect(tried).toMatchObject({ dryRun: true, saved: null });
  expect(place.read()).toBe(referenceText);
  const made = succeeded(await run(), "change");
  expect(made).toMatchObject({ dryRun: false, diff: null, keptBeside: null, file: "roadmap.md" });
  expect(made.results).toEqual(tried.results);
  const listed = succeeded(await place.run("list", "--json"), "list");
  expect(made.hash).toBe(listed.hash);
  const again = succeeded(await run(), "change");
  expect(again).toMatchObject({ saved: null, hash: made.hash });
});

test("resolve matches its schema for every kind of conflict, listed, in a dry run and resolved", async () => {
  const conflict = (ours: string, theirs: string) => `<<<<<<< a\n${ours}=======\n${theirs}>>>>>>> b\n`;
  const rows = conflict("| A | Done | \u001b |\n| B | | |\n", "| A | | |\n");
  const text = `| Topic | Status | Proof |\n|---|---|---|\n${rows}\n${conflict("one\n", "two\n")}\n<<<<<<< a\n=======\n`;
  const place = makePlace(text);
  const listed = succeeded(await place.run("resolve", "--json"), "resolve");
  expect(listed).toMatchObject({ settled: [], next: null, saved: null });
  expect(listed.left).toMatchObject([
    { number: 1, kind: "cell", type: "topic", name: "A", field: "status", line: 4, ours: "Done", theirs: "" },
    { number: 2, kind: "cell", field: "proof", ours: "\u001b", theirs: "", base: null },
    { number: 3, kind: "row", type: "topic", name: "B", field: "row", line: 5, ours: "| B | | |", theirs: null },
    { number: 4, kind: "lines", type: "lines", ours: "one\n", theirs: "two\n" },
    { number: 5, kind: "unclear", ours: null, theirs: null },
  ]);
  const args = ["resolve", "1", "--value", "Blocked", "--json"];
  const tried = succeeded(await place.run(...args, "-n"), "resolve");
  expect([tried.dryRun, tried.saved, place.read()]).toEqual([true, null, text]);
  const made = succeeded(await place.run(...args), "resolve");
  expect(made).toMatchObject({
    settled: [{ number: 1, choice: "value", value: "Blocked" }],
    saved: "renamed",
    diff: null,
  });
  expect(made.left).toHaveLength(4);
  expect(succeeded(await place.run("resolve", "--json"), "resolve")).toMatchObject({
    hash: made.hash,
    left: made.left,
  });
});

test("init matches its schema, with and without a dry run", async () => {
  const place = makePlace({});
  const run = async (...args: string[]) => succeeded(await place.run("init", "--json", ...args), "init");
  const tried = await run("--template", "data", "-n");
  expect(tried).toMatchObject({ dryRun: true, topics: 16, tasks: 12, found: null, other: null });
  expect(await run("--template", "data")).toMatchObject({ dryRun: false, diff: null, found: true, hash: tried.hash });
  expect(await run("plan.md")).toMatchObject({ file: "plan.md", topics: 0, found: false, other: "roadmap.md" });
});

test("git install matches its schema, in a dry run, installed, checked and removed", async () => {
  const place = makePlace(referenceText);
  place.git("init", "-q");
  const run = async (...args: string[]) =>
    succeeded(await place.run("git", "install", "--json", ...args), "git-install");
  const line = "/roadmap.md merge=roadmap diff=roadmap";
  expect(await run("-n")).toMatchObject({ action: "install", scope: "repository", complete: false });
  expect(await run()).toMatchObject({
    complete: true,
    lines: [{ file: ".gitattributes", line, state: "missing", done: "written" }, {}, {}, { file: ".git/config" }],
  });
  expect(await run("--check")).toMatchObject({
    action: "check",
    complete: true,
    lines: [{ state: "there", done: "nothing" }, {}, {}, {}],
  });
  expect(await run("--remove")).toMatchObject({
    action: "remove",
    complete: false,
    lines: [{ done: "removed" }, {}, {}, {}],
  });
  const checked = await place.run("git", "install", "--check", "--json");
  expect(checked.exitCode).toBe(1);
  expect(validated(checked.stdout, "git-install")).toMatchObject({ complete: false });
});

test("reopen matches the schema of a change, with the file's own words before and after", async () => {
  const place = makePlace(referenceText);
  await place.run("finish", "http");
  expect(succeeded(await place.run("reopen", "http", "--json"), "change")).toMatchObject({
    saved: "renamed",
    results: [
      {
        operation: "reopen",
        subject: { type: "topic", number: 2, name: "HTTP Fundamentals", line: 8 },
        changed: [
          { column: "status", from: "Done", to: "In Progress" },
          { column: "finished", from: "2026-11-22", to: "" },
        ],
      },
    ],
  });
});

test("topics and tasks have their track, next steps their days, and a removal what it did", async () => {
  const rows = "| Topic | Started | Status |\n|---|---|---|\n| SQL | 2026-11-20 | In Progress |\n| Go | | |\n";
  const place = makePlace(`# R\n\n# Track 1: Web\n\n## Phase 1: A\n\n${rows}\n- [ ] read\n`);
  const group = { phase: "Phase 1: A", track: "Track 1: Web" };
  expect(succeeded(await place.run("list", "--json"), "list").topics).toMatchObject([group, group]);
  expect(succeeded(await place.run("list", "--tasks", "--json"), "list").tasks).toMatchObject([group]);
  expect(succeeded(await place.run("next", "--json"), "next").next).toMatchObject([
    { name: "SQL", days: 2, command: "roadmap finish sql" },
    { name: "Go", days: null, command: "roadmap start go" },
    { name: "read", days: null, command: "roadmap check read" },
  ]);
  expect(succeeded(await place.run("remove", "--yes", "go", "--json"), "change").results).toMatchObject([
    { operation: "remove", deed: "removed", changed: [] },
  ]);
});

test("--if-match accepts the hash from an earlier answer", async () => {
  const place = makePlace(referenceText);
  const { hash } = succeeded(await place.run("next", "--json"), "next");
  const made = succeeded(await place.run("start", "http", "--json", "--if-match", `${hash}`), "change");
  expect(made.hash).not.toBe(hash);
  expect(failed(await place.run("finish", "http", "--json", "--if-match", `${hash}`))).toMatchObject({ exitCode: 5 });
});

async function failsIn(place: Place, args: string[]) {
  const before = readFileSync(place.path());
  const error = failed(await place.run(...args, "--json"));
  expect(readFileSync(place.path()).equals(before)).toBe(true);
  return error;
}

test.each([
  [["strat"], "USAGE", 2],
  [["list", "--bogus"], "USAGE", 2],
  [["list", "--limit", "0"], "USAGE", 2],
  [["set", "http"], "NOTHING_TO_SET", 2],
  [["start", "qqqqqq"], "TOPIC_NOT_FOUND", 3],
  [["check", "qqqqqq"], "TASK_NOT_FOUND", 3],
  [["list", "--file", "none.md"], "FILE_NOT_FOUND", 3],
  [["--if-match", "0000000"], "CHANGED_MEANWHILE", 5],
])("%j fails with JSON on stderr and nothing on stdout", async (args, code, exitCode) => {
  expect(await failsIn(makePlace(referenceText), args)).toMatchObject({ code, exitCode });
});

test("an ambiguous name fails with JSON that contains its candidates", async () => {
  const error = await failsIn(makePlace(referenceText), ["start", "distributed"]);
  expect(error).toMatchObject({ code: "NAME_AMBIGUOUS", exitCode: 3 });
  expect(error.candidates).toEqual([
    { type: "topic", number: 15, name: "Distributed Systems Basics", phase: "Phase 3", address: "15" },
    { type: "topic", number: 19, name: "Distributed Caching", phase: "Phase 3", address: "19" },
    { type: "topic", number: 28, name: "Distributed Tracing", phase: "Phase 5", address: "28" },
  ]);
});

test("JSON is never colored or cut, even if requested", async () => {
  const place = makePlace(referenceText);
  const plain = await place.run("list", "--json");
  const forced = await place.runWith({ env: { FORCE_COLOR: "1", COLUMNS: "20" } }, "list", "--json");
  expect(forced).toEqual(plain);
});

test("a merge conflict is a problem in JSON, and stderr stays empty", async () => {
  const place = makePlace("# P\n\n<<<<<<< a\n=======\n>>>>>>> b\n\n| Topic | Status |\n|---|---|\n| A | |\n");
  const list = succeeded(await place.run("list", "--json"), "list");
  expect(list.problems).toEqual([expect.objectContaining({ code: "CONFLICT_MARKERS", line: 3 })]);
  expect(await failsIn(place, ["start", "a"])).toMatchObject({ code: "CONFLICT_MARKERS", exitCode: 4 });
});
