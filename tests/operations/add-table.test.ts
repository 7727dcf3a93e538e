// Adding a table, alone or with its first topic: where it goes, its columns, and what it leaves alone.

import { expect, test } from "vitest";
import { parseRoadmap, UserError } from "../../src/index.js";
import { addTable } from "../../src/operations/add-table.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { firstHeaders } from "../../src/operations/new-table.js";
import { templates } from "../../src/templates/index.js";
import { page, pageLayouts, run, testDay } from "../support/check-operation.js";
import { layoutsOf } from "../support/layouts.js";

const table = "| Topic | Status |\n|-------|--------|";
const columns = "topic, status";
const under = (text: string) => text.replace("TABLE", table);

test("an empty table is added below the heading of a phase, in all layouts", () => {
  const phases = (more: string) => `${page()}\n## Phase 1: Basics\n\n- [x] read\n\n## Phase 2: More\n${more}\nEnd:\n`;
  for (const { name, layOut, isPadded } of pageLayouts) {
    if (isPadded || name.includes("table")) continue;
    const after = run(addTable, { phase: "2", columns }, layOut(phases("")));
    expect(after, name).toBe(layOut(phases(`\n${table}\n`)));
    expect(run(addTable, { phase: "more", columns }, after), name).toBe(after);
  }
});

test.each([
  ["a title", "# Plan\n", "# Plan\n\nTABLE\n"],
  ["a title without a line break", "# Plan", "# Plan\n\nTABLE"],
  ["an underlined title", "Plan\n====\n\nText\n", "Plan\n====\n\nText\n\nTABLE\n"],
  ["an introduction", "# Plan\n\nMy *year*.\n\nMore.\n", "# Plan\n\nMy *year*.\n\nTABLE\n\nMore.\n"],
  ["glued text", "# Plan\nMy year,\nin lines\n- a\n- b\n", "# Plan\nMy year,\nin lines\n\nTABLE\n\n- a\n- b\n"],
  ["a paragraph that introduces a list", "# Plan\n\n**Steps:**\n\n- a\n", "# Plan\n\nTABLE\n\n**Steps:**\n\n- a\n"],
  ["a list", "# Plan\n- a\n", "# Plan\n\nTABLE\n\n- a\n"],
  ["a comment", "# Plan\n<!-- a\n\nb -->\n", "# Plan\n\nTABLE\n\n<!-- a\n\nb -->\n"],
  ["an open code block", "# Plan\n\n```sh\nroadmap", "# Plan\n\nTABLE\n\n```sh\nroadmap"],
  ["several blank lines", "# Plan\n\n\n\nText\n", "# Plan\n\n\n\nText\n\nTABLE\n"],
  ["front matter", "---\nroadmap:\n  weekly: 2\n---\n# Plan\n", "---\nroadmap:\n  weekly: 2\n---\n# Plan\n\nTABLE\n"],
  ["no title", "Text\nmore\n", "TABLE\n\nText\nmore\n"],
  ["no title, but front matter", "---\na: b\n---\nText\n", "---\na: b\n---\n\nTABLE\n\nText\n"],
  ["front matter alone", "---\na: b\n---\n", "---\na: b\n---\n\nTABLE\n"],
  ["only a list", "- [ ] a\n  - [ ] b\n", "TABLE\n\n- [ ] a\n  - [ ] b\n"],
  ["only a comment", "<!-- a -->\n", "TABLE\n\n<!-- a -->\n"],
  ["only a quote", "> a\n", "TABLE\n\n> a\n"],
  ["only a section", "## Notes\n\nText\n", "TABLE\n\n## Notes\n\nText\n"],
  ["several titles", "# A\n\n# B\n", "TABLE\n\n# A\n\n# B\n"],
  [
    "a table that tracks nothing",
    "# Plan\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "# Plan\n\nTABLE\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
  ],
  ["nothing", "", "TABLE\n"],
  ["blank lines", "\n\n", "\n\nTABLE\n"],
])("a first table is put below the title and its introduction, or at the top: %s", (_, before, after) => {
  const [expected, actual] = [under(after), layoutsOf(before).map((text) => run(addTable, { columns }, text))];
  // A file without a line break gets line feeds.
  const hasBreaks = before.includes("\n");
  const [crlf, cr] = ["\r\n", "\r"].map((ending) => (hasBreaks ? expected.replaceAll("\n", ending) : expected));
  expect(actual.slice(0, 4)).toEqual([expected, crlf, cr, `\ufeff${expected}`]);
  if (before.trim() !== "") expect(actual[4]).toBe(expected.replace(/\n$/, ""));
});

test("an empty table is not added twice in one place, and follows the tables that are there", () => {
  const first = under("# Plan\n\n## A\n\nTABLE\n| x | |\ntext glued to it\n\nText\n\n## B\n");
  const once = run(addTable, { below: "a", columns }, first);
  expect(once).toBe(first.replace("text glued to it\n", `text glued to it\n\n${table}\n`));
  expect(run(addTable, { below: "A", columns }, once)).toBe(once);
  expect(run(addTable, { below: "a" }, once)).toBe(once);
  const second = run(addTable, { below: "b" }, once);
  expect(second).toBe(`${once}\n${table}\n`);
  expect(run(addTopic, { name: "New", table: 3 }, second)).toBe(`${second}| New | |\n`);
});

test("tables in quotes and list items do not move the place", () => {
  const quoted =
    "# Plan\n\n> | Topic | Status |\n> |---|---|\n> | a | |\n\n- x\n\n  | Topic | Status |\n  |---|---|\n  | b | |\n";
  expect(run(addTable, { columns }, quoted)).toBe(quoted.replace("# Plan\n", `# Plan\n\n${table}\n`));
});

test("columns are kinds or any header, by default those of the table above or of a first table", () => {
  const headers = (input: object, before = "# Plan\n") =>
    /\| .*(?=\n)/.exec(run(addTable, input, before).slice(before.length))?.[0];
  expect(headers({})).toBe(`| ${firstHeaders.join(" | ")} |`);
  expect(templates.blank).toContain(firstHeaders.join(" | "));
  expect(headers({ columns: "Topic, phase, depends-on , Hours a|b,finished" })).toBe(
    "| Topic | Phase | Depends on | Hours a\\|b | Finished |",
  );
  const own = "---\nroadmap:\n  columns:\n    topic: Kurs\n    status: Stand\n---\n# Plan\n";
  expect(headers({ columns }, own)).toBe("| Kurs | Stand |");
  expect(headers({}, own)).toMatch(/^\| Kurs \| Phase # \| .* \| Stand \|/);
  expect(run(addTopic, { name: "A", status: "done" }, own)).toMatch(/\n\| A +\|.*\| Done +\|.*\n$/);
  const linked = '# Plan\n\n## A\n\n| [Topic](a.md "x") | Status |\n|:--|--:|\n| a | |\n\n## B\n';
  expect(run(addTable, { below: "b" }, linked)).toBe(`${linked}\n${table}\n`);
});

test.each([
  [{ columns: "foo, bar" }, "COLUMN_MISSING"],
  [{ columns: "topic, foo" }, "COLUMN_MISSING"],
  [{ columns: "status, started" }, "COLUMN_MISSING"],
  [{ columns: "topic, Topic, status" }, "ALREADY_THERE"],
  [{ columns: "topic, status, Foo, foo" }, "ALREADY_THERE"],
  [{ columns: "topic,,status" }, "COLUMN_UNNAMED"],
  [{ columns: "" }, "COLUMN_UNNAMED"],
  [{ phase: "1", below: "a" }, "PLACE_TWICE"],
  [{ track: "1", below: "a" }, "PLACE_TWICE"],
  [{ track: "1" }, "PLACE_UNCLEAR"],
  [{ below: "none" }, "HEADING_NOT_FOUND"],
  [{ below: "phase" }, "HEADING_NOT_FOUND"],
  [{ phase: "7" }, "PHASE_NOT_FOUND"],
])("%j is refused with %s", (input, code) => {
  const text = "# Plan\n\n## Phase 1\n\n## Phase 2\n";
  expect(() => run(addTable, input, text)).toThrow(expect.objectContaining({ code }));
});

test("a topic in a file without a table brings a table with the columns that its values need", () => {
  const before = "# Plan\n\nText.\n\n## Phase 1: Basics\n\n- [ ] read\n\n## Notes\n";
  const rows = (input: object) =>
    run(addTopic, { name: "a | b", ...input }, before)
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map((line) => line.replace(/ +/g, " "));
  expect(rows({})[0]).toBe(`| ${firstHeaders.join(" | ")} |`);
  expect(rows({ column: ["Owner=Ada"], comments: "x", dependsOn: "HTTP" })).toEqual([
    "| Topic | Phase # | Date Started | Date Finished | Comments | Status | Depends on | Resources | Deliverables | Proof of Work Link | Owner |",
    expect.any(String),
    "| a \\| b | | | | x | | HTTP | | | | Ada |",
  ]);
  expect(rows({})[2]).toBe(`| a \\| b |${" |".repeat(8)}`);
  expect(rows({ phase: "7", due: "2026-12-24", started: "2026-11-01" })).toEqual([
    "| Topic | Phase # | Date Started | Date Finished | Due | Comments | Status | Resources | Deliverables | Proof of Work Link |",
    expect.any(String),
    "| a \\| b | 7 | 2026-11-01 | | 2026-12-24 | | In Progress | | | |",
  ]);
  const inPhase = run(addTopic, { name: "HTTP", phase: "basics", proof: ["https://a.example"] }, before);
  expect(inPhase.indexOf("| HTTP")).toBeGreaterThan(inPhase.indexOf("## Phase 1"));
  expect(inPhase.indexOf("| HTTP")).toBeLessThan(inPhase.indexOf("- [ ] read"));
  expect(inPhase).not.toContain("Phase #");
  const { topics } = parseRoadmap(inPhase, { today: testDay }).roadmap;
  expect(topics.map(({ phase, status }) => [phase?.label, status])).toEqual([["Phase 1: Basics", "not-started"]]);
});

test("a place that does not exist brings no table", () => {
  for (const input of [{ table: 1 }, { after: "x" }, { before: "x" }, { phase: "1" }]) {
    const before = "# Plan\n\n## Phase 1\n\n## Other\n\n## Phase 1\n";
    expect(() => run(addTopic, { name: "A", ...input }, before)).toThrow(UserError);
  }
});

test.each([
  "| Topic | Status |\n|---|---|\n",
  "Topic | Status\n--- | ---\n",
  "|Topic|Status|\n|:-|-:|\n",
  "| Topic | Started |\n|---|---|\n",
  "| Topic | Proof |\n|---|---|\n",
  "| Hobby | Status |\n|---|---|\n",
  "| Phase | Status |\n|---|---|\n",
  "> | Topic | Status |\n> |---|---|\n",
  "- a\n\n  | Topic | Status |\n  |---|---|\n",
])("a table that has only a header is a topic table, and takes a topic: %j", (text) => {
  for (const layout of layoutsOf(`# Plan\n\n${text}`)) {
    expect(parseRoadmap(layout).roadmap.tables.length).toBe(1);
    const after = run(addTopic, { name: "Painting" }, layout);
    expect(after.match(/^.*Painting.*$/gm)).toHaveLength(1);
    expect(parseRoadmap(after).roadmap.topics.map(({ name }) => name)).toEqual(["Painting"]);
    expect(after.split(/\r\n|\n|\r/).filter((line) => !line.includes("Painting"))).toEqual(layout.split(/\r\n|\n|\r/));
  }
});
