// roadmap doctor: what it lists, in which format, and with which exit code.

import { describe, expect, test } from "vitest";
import { problemKinds } from "../../src/rules/index.js";
import { corpusPaths, hasCorpus } from "../support/corpus.js";
import { makePlace, referenceText } from "../support/program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";

const table = "# Plan\n\n| Topic | Finished | Status |\n|---|---|---|\n";
const withWarning = `${table}| HTTP | | doing-ish |\n`;
const withNote = `${table}| HTTP | | Done |\n`;

test("a problem is shown with its position, its line and a hint", async () => {
  const { stdout, stderr, exitCode } = await makePlace(withWarning).run("doctor");
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(stdout).toBe(
    [
      'roadmap.md:5:12  warning STATUS_UNKNOWN  "doing-ish" is not a status',
      "    5 | | HTTP | | doing-ish |",
      "      |            ^^^^^^^^^",
      '  use a word like Not Started, In Progress or Done; if this means done, write `status: { done: "doing-ish" }` below `roadmap:` in the front matter (`roadmap help front-matter` shows where)',
      "",
      "1 problem: 1 warning",
      "",
    ].join("\n"),
  );
});

test("a file without problems is reported to have none", async () => {
  const { stdout } = await makePlace(`${table}| HTTP | | |\n\n- [ ] a\n- [ ] b\n`).run("doctor");
  expect(stdout).toBe("✓ roadmap.md: no problems  1 topic, 2 tasks\n");
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

test("an unknown code is refused with the nearest ones", async () => {
  const { stderr, exitCode } = await makePlace(withNote).run("doctor", "--only", "STATUS_UNKNWON");
  expect(exitCode).toBe(2);
  expect(stderr).toBe(
    'roadmap: unknown problem code "STATUS_UNKNWON"\n  did you mean STATUS_UNKNOWN, STATUS_UNCLEAR, STATUS_BLANK? `roadmap help problems` lists all codes\n',
  );
});

test("each of several files is checked, and one that cannot be read is reported in its place", async () => {
  const place = makePlace({ "a.md": withWarning, "b.md": Buffer.from("ab\ncd\xff", "latin1"), "c.md": withNote });
  const { stdout, exitCode } = await place.run("doctor", "a.md", "b.md", "missing.md", "c.md");
  expect(exitCode).toBe(4);
  expect(stdout).toContain("a.md:5:12  warning STATUS_UNKNOWN");
  expect(stdout).toMatch(/^b\.md .*UTF-8.*5/m);
  expect(stdout).toContain("missing.md");
  expect(stdout).toContain("c.md:5:3  note DONE_WITHOUT_DATE");
  expect(stdout).toContain("2 problems: 1 warning, 1 note\n");
});

test("no blank line follows the last file", async () => {
  const place = makePlace({ "c.md": withNote });
  const { stdout, exitCode } = await place.run("doctor", "c.md", "missing.md");
  expect(exitCode).toBe(3);
  expect(stdout).toMatch(/1 problem: 1 note\n$/);
  expect((await place.run("doctor", "missing.md")).stdout).toBe(
    "missing.md does not exist\n  select the roadmap with `roadmap doctor FILE`\n",
  );
  expect((await place.run("doctor", "--fix", "missing.md")).stderr).toBe(
    "roadmap: missing.md does not exist\n  pass an existing file: `roadmap doctor --fix FILE`\n",
  );
});

test("files both with --file and as arguments are refused, and so is a missing file", async () => {
  const place = makePlace(withNote);
  expect((await place.run("doctor", "-f", "roadmap.md", "roadmap.md")).exitCode).toBe(2);
  expect((await place.run("doctor", "--if-match", "0123456")).exitCode).toBe(5);
});

test("control characters are made visible, and lines fit narrow terminals", async () => {
  const place = makePlace(`${table}| HTTP | | \u001b[31mred\u202e |\n`);
  const { stdout } = await place.runWith({ env: { COLUMNS: "40" } }, "doctor");
  expect(stdout).toContain("^[[31mred<U+202E>");
  expect(stdout).not.toContain("\u001b");
});

test("the reference file has fourteen garbled texts, a legend, and disagreeing phases", async () => {
  const { stdout } = await makePlace(referenceText).run("doctor", "--json");
  const [file] = JSON.parse(stdout).files;
  const codes = file.problems.map(({ code }: { code: string }) => code);
  expect(codes.filter((code: string) => code === "TEXT_DAMAGED")).toHaveLength(14);
  expect(codes.filter((code: string) => code !== "TEXT_DAMAGED")).toEqual(["STATUS_LEGEND", "PHASES_DISAGREE"]);
});

const mended = (text: string) =>
  text
    .replaceAll("‚Üî", "↔")
    .replaceAll("Ô∏è‚É£", "\ufe0f\u20e3")
    .replaceAll("\uf8ffüü¢", "🟢")
    .replaceAll("\uf8ffüü°", "🟡")
    .replaceAll("\uf8ffüü†", "🟠")
    .replaceAll("‚Äì", "–");

test("the reference file is fixed to the byte by one run, and undo restores it", async () => {
  const place = makePlace(referenceText);
  const { stdout, stderr, exitCode } = await place.run("doctor", "--fix", "--yes");
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(stdout).toContain("  24  ‚Üî     ↔         TEXT_DAMAGED\n");
  expect(stdout).toMatch(/ {2}remaining: 2 notes\n$/);
  expect(place.read()).toBe(mended(referenceText));
  expect((await place.run("doctor", "--fix")).stdout).toContain("nothing to fix\n");
  expect((await place.run("undo", "--list")).stdout).toContain("fix 14 places");
  expect((await place.run("undo")).exitCode).toBe(0);
  expect(place.read()).toBe(referenceText);
});

test("without a terminal and --yes, the diff is shown, nothing is written, and a message says so", async () => {
  const place = makePlace(referenceText);
  for (const json of [[], ["--json"]]) {
    const { stdout, stderr, exitCode } = await place.run("doctor", "--fix", ...json);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("+### 🟢 Phase 1: Fundamentals");
    expect(stderr).toContain("nothing was written: no terminal to confirm 14 fixes");
    expect(stderr).toContain("roadmap doctor --fix --yes");
  }
  expect(place.read()).toBe(referenceText);
  const { stdout, stderr, exitCode } = await place.run("doctor", "--fix", "--yes", "--dry-run");
  expect([stderr, exitCode]).toEqual(["", 0]);
  place.write(stdout, "fix.diff");
  expect(place.read()).toBe(referenceText);
  await place.shell("git apply fix.diff");
  expect(place.read()).toBe(mended(referenceText));
});

test("the suggested command with --yes repeats the file, the codes and the commit option", async () => {
  const place = makePlace("| Topic | Status | Started |\n|---|---|---|\n| HTTP | | 2026-01-01 |\n");
  const before = place.read();
  const other = "| Topic | Status | Started |\n|---|---|---|\n| TLS | done ✓ | |\n| DNS | | 2026-01-01 |\n";
  place.write(other, "my plan.md");
  const { stderr } = await place.run("doctor", "--fix", "--only", "status_blank", "--no-commit", "my plan.md");
  const [command = ""] = /roadmap doctor --fix [^`]+/.exec(stderr) ?? [];
  expect(command).toBe("roadmap doctor --fix --yes --only STATUS_BLANK --no-commit 'my plan.md'");
  expect((await place.shell(command.replace("roadmap", "$ROADMAP"))).exitCode).toBe(0);
  expect([place.read(), place.read("my plan.md")]).toEqual([
    before,
    other.replace("| DNS | |", "| DNS | In Progress |"),
  ]);
});

test.skipIf(!hasTerminal).each([
  { key: "y", code: 0, text: mended(referenceText), said: "→ roadmap doctor" },
  { key: "Enter", code: 0, text: referenceText, said: "nothing was written" },
  { key: "C-c", code: 1, text: referenceText, said: "nothing was written" },
  { key: "C-d", code: 1, text: referenceText, said: "nothing was written" },
])("in a terminal, the diff is shown and $key answers the question", async ({ key, code, text, said }) => {
  const place = makePlace(referenceText);
  const terminal = openTerminal(place, "$ROADMAP doctor --fix");
  await terminal.until("Write these 14 fixes to roadmap.md?");
  expect(terminal.text()).toContain("+## 1️⃣ Backend");
  terminal.type(key);
  expect(await terminal.exitCode()).toBe(code);
  expect(terminal.text()).toContain(said);
  expect(place.read()).toBe(text);
});

test.skipIf(!hasTerminal)("a change made while the question was open is not overwritten", async () => {
  const place = makePlace(referenceText);
  const terminal = openTerminal(place, "$ROADMAP doctor --fix");
  await terminal.until("Write these 14 fixes to roadmap.md?");
  place.write(`${referenceText}more\n`);
  terminal.type("y");
  expect(await terminal.exitCode()).toBe(5);
  expect(place.read()).toBe(`${referenceText}more\n`);
});

test("fixes can be selected by code, and are committed alone", async () => {
  const text = `${table}| A ‚Üî B | 2026-01-01 | |\n`;
  const place = makePlace(text);
  place.git("init", "-q");
  place.git("add", "-A");
  place.git("commit", "-qm", "first");
  const { exitCode } = await place.run("doctor", "--fix", "--yes", "--ignore", "TEXT_DAMAGED", "--commit");
  expect(exitCode).toBe(0);
  expect(place.read()).toBe(text.replace("| |\n", "| Done |\n"));
  expect(place.git("log", "-1", "--format=%s")).toBe("roadmap: fix 1 place\n");
  await place.run("doctor", "roadmap.md", "--fix", "--yes", "--only", "TEXT_DAMAGED");
  expect(place.read()).toContain("| A ↔ B | 2026-01-01 | Done |");
});

test.each([
  [["--fix", "--only", "PHASE_GAP"], 2, "PHASE_GAP cannot be fixed automatically"],
  [["--fix", "a.md", "roadmap.md"], 2, "--fix works on one file at a time"],
  [["--fix", "my plan.md", "roadmap.md"], 2, "roadmap doctor --fix 'my plan.md'"],
  [["--fix", "--format", "sarif"], 2, "--format sarif cannot be combined with --fix"],
  [["--json", "--format", "github"], 2, "--format github cannot be combined with --json"],
  [["--format", "xml"], 2, "--format must be one of text, github, sarif"],
  [["--yes"], 2, "--yes requires --fix"],
  [["--fix", "--yes", "--if-match", "0123456"], 5, "roadmap.md has changed since you read it"],
  [["--fix", "--yes", "a.md"], 4, "a.md has unresolved merge conflicts"],
])("%j is refused", async (options, code, said) => {
  const place = makePlace({ "roadmap.md": referenceText, "a.md": `${withNote}<<<<<<< a\n=======\n>>>>>>> b\n` });
  const { stdout, stderr, exitCode } = await place.run("doctor", ...options);
  expect([stdout, exitCode]).toEqual(["", code]);
  expect(stderr).toContain(said);
  expect(place.read()).toBe(referenceText);
});

const awkward = { "a, b:50%.md": `${table}| x | | dune::%0A, |\n`, "b.md": Buffer.from([0xff]) };

test("GitHub gets one line per problem, escaped so that no text is taken for a command", async () => {
  const { stdout, exitCode } = await makePlace(awkward).run("doctor", "--format", "github", "a, b:50%.md", "b.md");
  expect(exitCode).toBe(4);
  const [first = "", second = "", ...rest] = stdout.trimEnd().split("\n");
  expect(rest).toEqual([]);
  expect(first).toMatch(
    /^::warning file=a%2C b%3A50%25\.md,line=5,col=9,title=STATUS_UNKNOWN::"dune::%250A," is not a status%0Ause a word/,
  );
  expect(second).toMatch(/^::error file=b\.md,title=NOT_UTF8::b\.md .*%0A/);
  const notes = await makePlace(withNote).run("doctor", "--format", "github", "--strict");
  expect(notes.stdout).toMatch(/^::notice file=roadmap\.md,line=5,/);
});

test("SARIF contains every kind of problem as a rule, and the position of each result", async () => {
  const { stdout, exitCode } = await makePlace(awkward).run("doctor", "--format", "sarif", "a, b:50%.md", "b.md");
  expect(exitCode).toBe(4);
  const log = JSON.parse(stdout);
  const counting = { columnKind: "unicodeCodePoints", newlineSequences: ["\r\n", "\n", "\r"] };
  expect(log).toMatchObject({ version: "2.1.0", runs: [counting] });
  const [{ tool, results, invocations }] = log.runs;
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(problemKinds));
  for (const { ruleId, ruleIndex, level } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(tool.driver.rules[ruleIndex].defaultConfiguration.level).toBe(level);
  }
  expect(results).toHaveLength(1);
  expect(results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "a%2C%20b%3A50%25.md" },
    region: { startLine: 5, startColumn: 9, endLine: 5, endColumn: 19 },
  });
  expect(invocations[0]).toMatchObject({ executionSuccessful: false });
  expect(invocations[0].toolExecutionNotifications[0].message.text).toContain("b.md");
});

test("in SARIF, a file's text is not a placeholder or link, and a byte order mark is not a column", async () => {
  const place = makePlace({ "roadmap.md": "\ufeff| Topic | Status | Status |\n|---|---|---|\n| x | [{0}](1) | |\n" });
  const { stdout } = await place.run("doctor", "--format", "sarif");
  const [repeated, unknown] = JSON.parse(stdout).runs[0].results;
  expect(repeated.locations[0].physicalLocation.region).toMatchObject({ startLine: 1, startColumn: 20 });
  expect(unknown.message.text).toMatch(/^"\[\{\{0\}\}\\\]\(1\)" is not a status\n/);
});

test("inferred columns are written into the front matter when asked for, and undo removes them to the byte", async () => {
  const rows = ["Working title | Stuff", "---|---", "HTTP | Done", "SQL | Blocked", "Git | Done"].map(
    (row) => `| ${row} |`,
  );
  const text = `\ufeff${["# Plan", "", ...rows, "", "Don‚Äôt stop.", ""].join("\r\n")}`;
  const place = makePlace(text);
  const listed = await place.run("doctor");
  expect(listed.stdout).toContain(
    "1 of them can be fixed automatically:\n  roadmap doctor --fix\ninferred columns can be written into the front matter:\n  roadmap doctor --fix --only COLUMN_INFERRED\n",
  );
  const ignored = await place.run("doctor", "--ignore", "COLUMN_INFERRED");
  expect(ignored.stdout).not.toContain("inferred");
  await place.run("doctor", "--fix", "--yes");
  expect(place.read()).toBe(text.replace("‚Äô", "’"));
  const before = place.read();
  const { stdout } = await place.run("doctor", "--fix", "--only", "COLUMN_INFERRED", "--yes");
  expect(stdout).toContain("1  (blank)  --- roadmap: columns: topic: Working title status: Stuff ---  COLUMN_INFERRED");
  expect(place.read()).toBe(
    before.replace(
      "# Plan",
      "---\r\nroadmap:\r\n  columns:\r\n    topic: Working title\r\n    status: Stuff\r\n---\r\n# Plan",
    ),
  );
  await place.run("undo");
  expect(place.read()).toBe(before);
});

test("the next command names the file if the user did", async () => {
  const place = makePlace({ "my plan.md": `${table}| A ‚Üî B | | |\n`, "roadmap.md": `${table}| A ‚Üî B | | |\n` });
  expect((await place.run("doctor", "my plan.md")).stdout).toContain("  roadmap doctor --fix 'my plan.md'\n");
  expect((await place.run("doctor")).stdout).toContain(
    "1 of them can be fixed automatically:\n  roadmap doctor --fix\n",
  );
});

describe.skipIf(!hasCorpus)("real files", () => {
  test("real files have few errors and warnings, all of them relevant, and no garbled text", async () => {
    const { stdout } = await makePlace(withNote).run("doctor", "--json", ...corpusPaths);
    const { files, counts } = JSON.parse(stdout);
    const isNote = ({ severity }: { severity: string }) => severity === "note";
    const untroubled = files.filter(({ problems }: { problems: { severity: string }[] }) => problems.every(isNote));
    expect(untroubled.length).toBeGreaterThan(files.length * 0.75);
    expect(counts.error).toBe(0);
    expect(stdout).not.toContain("TEXT_DAMAGED");
  });
});
