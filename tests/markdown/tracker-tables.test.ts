// Tracker tables: which tables are read, which column names their rows, and what is said about the others.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { fc } from "../support/fast-check.js";

const today = "2026-11-30";

const table = (header: string, ...rows: string[]) =>
  `${[`| ${header} |`, `|${"---|".repeat(header.split(" | ").length)}`, ...rows.map((row) => `| ${row} |`)].join("\n")}\n`;

const read = (text: string) => parseRoadmap(text, { today });
const names = (text: string) => read(text).roadmap.topics.map(({ name }) => name);
const states = (text: string) => read(text).roadmap.topics.map(({ status }) => status);
const codes = (text: string) => read(text).problems.map(({ code }) => code);

const statuses = ["Done", "In Progress", "Not Started"];
const withStatuses = (header: string, ...cells: string[]) =>
  table(`${header} | Status`, ...cells.map((cell, index) => `${cell} | ${statuses[index % 3]}`));

test.each<[string, string, string[]]>([
  [
    "a known topic header",
    withStatuses("Topic | Remarks", "HTTP | ok", "SQL | ok", "Git | ok"),
    ["HTTP", "SQL", "Git"],
  ],
  ["the only column of different texts", withStatuses("Stuff", "HTTP 1", "SQL", "Git"), ["HTTP 1", "SQL", "Git"]],
  [
    "texts instead of ids",
    withStatuses("Topic | Stuff", "T01 | HTTP", "T02 | SQL", "T03 | Git"),
    ["HTTP", "SQL", "Git"],
  ],
  [
    "texts instead of categories",
    withStatuses("Topic | Stuff", "Web | HTTP", "Web | REST", "Web | CSS"),
    ["HTTP", "REST", "CSS"],
  ],
  ["the phase without another column", withStatuses("Phase", "Basics", "More", "Rest"), ["Basics", "More", "Rest"]],
  [
    "the phase instead of what each means",
    withStatuses(
      "Stage | Meaning",
      "draw | it has a plan",
      "build | it has code",
      "prove | it has tests",
      "ship | it is out",
    ),
    ["draw", "build", "prove", "ship"],
  ],
  [
    "a phase with names instead of a text after it",
    withStatuses("Step | Command", "Install the tools | apt install", "Create folders | mkdir", "Start it | run"),
    ["Install the tools", "Create folders", "Start it"],
  ],
  [
    "a description instead of a text after the status",
    table(
      "ID | Outcome | Status | Gate",
      "A-1 | Shop opens | Done | tested",
      "A-2 | Blog opens | Done | reviewed",
      "A-3 | Forum opens | Done | paid for",
    ),
    ["Shop opens", "Blog opens", "Forum opens"],
  ],
  ["ids if there is nothing else", withStatuses("Topic", "T01", "T02", "T03"), ["T01", "T02", "T03"]],
  ["ids if there are few rows", withStatuses("Topic | Stuff", "T01 | HTTP"), ["T01"]],
  [
    "a known header that repeats",
    withStatuses("Topic | Remarks", "Web | a", "Web | a", "CSS | b"),
    ["Web", "Web", "CSS"],
  ],
])("rows are named by %s", (_rule, text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each<[string, string]>([
  ["a status column", table("Topic | Status", "HTTP | ")],
  ["statuses under any header", table("Topic | Stuff", "a b | Done", "c d | In Progress", "e f | Blocked")],
  ...["Where", "Type", "Stage", "Notes", "Owner"].map((header): [string, string] => [
    `statuses under the header ${header}`,
    table(`Topic | ${header}`, "a b | ✅ Done", "c d | 🔄 In progress", "e f | ⬜ Planned"),
  ]),
  ["unknown statuses below a header for what is learned", table("Topic | Where | Status", "a b | c | shelved")],
  ["boxes in place of numbers", table("# | Check", "☐ | a b", "☐ | c d", "☑ | e f")],
  [
    "words below a header for a percentage",
    table("Work | Progress", "a b | Done", "c d | out of the plan", "e f | Done"),
  ],
  ["boxes under any header", table("Topic | Stuff", "a b | [x]", "c d | [ ]", "e f | [ ]")],
  ["a start date", table("Topic | Started", "HTTP | 2026-01-02")],
  ["a finish date", table("Topic | Finished", "HTTP | ")],
  ["a text or two under a start date", table("Topic | Started", "HTTP | soon", "SQL | later", "Git | ")],
  ["a percentage", table("Topic | Progress", "HTTP | 40%")],
  ["a proof", table("Topic | Proof", "HTTP | https://a.example")],
])("a table with %s is a tracker", (_rule, text) => {
  expect(read(text).roadmap.tables).toHaveLength(1);
});

test.each<[string, string]>([
  ["a phase alone", table("Topic | Phase", "HTTP | 1")],
  ["comments alone", table("Topic | Notes", "HTTP | Done soon")],
  [
    "two columns of statuses",
    table("Product | Web | App", "a b | ✅ Done | Done", "c d | Done | Done", "e f | Done | Done"),
  ],
  ["a property of each row", table("Book | Needed", "a b | ✅", "c d | ❌", "e f | ✅")],
  ["a symbol and what it means", table("Symbol | Status", "🟢 | Done", "🔴 | Blocked", "🟡 | In Progress")],
  ["statuses first and what each means", table("Status | In words", "Done | it works", "Blocked | it does not")],
  ["HTTP codes", table("Endpoint | Status", "GET /a | 200 OK", "GET /b | 404", "PUT /c | 201")],
  ["clock times", table("Topic | Start | End", "Opening | 09:00 | 10:00", "Break | 10:00 | 10:15")],
  ["parts of a whole", table("Topic | Progress", "Part one | 20%", "Part two | 30%", "Part three | 50%")],
  ["states of a country", table("City | State", "Springfield | Ohio", "Salem | Oregon", "Dover | Delaware")],
  [
    "what a form requires, in another language",
    table(
      "Campo | Tipo | Estado",
      "nombre | texto | obligatorio",
      "edad | número | opcional",
      "país | texto | opcional",
    ),
  ],
  ["texts for each state of a machine", table("Signal | Status", "x < 0 | cold", "x > 9 | hot", "else | warm")],
  [
    "badges that name no status",
    table("Package | Status", "a b | ![npm-a][a]", "c d | [![npm-c](c.svg)](https://c.example)", "e f | ![npm-e][e]"),
  ],
  ["badges under known headers", table("Name | Status", "a b | ![npm-a][a]", "c d | ![npm-c][c]", "e f | ![npm-e][e]")],
  [
    "support by release",
    table("Release | Supported | Status", "9 | :white_check_mark: | 🏃 kept", "8 | :x: | gone", "7 | :x: | gone"),
  ],
  [
    "the winners of a benchmark",
    table(
      "Loop | Rate | Error | Winner",
      "a b | 9 ops/sec | ±1% | ✓",
      "c d | 8 ops/sec | ±2% | ",
      "e f | 7 ops/sec | ±2% | ✓",
      "g h | 6 ops/sec | ±2% | ✓",
    ),
  ],
  ["shares of a benchmark", table("Case | Rate | %", "a b | 9.5 | 8%", "c d | 8.5 | 100%", "e f | 7.1 | 6%")],
  ["a property asked for in code", table("Service | hasTls", "a b | ✅", "c d | ✅", "e f | ", "g h | ✅")],
  ["the progress on each day", table("Date | Progress | Change", "2026-11-01 | 10% | a b", "2026-11-02 | 30% | c d")],
  [
    "a start and an end that are no dates",
    table("Branch | Start | End", "HEAD | ca0e5d7 | b1a88fc", "Tests | 1071 | 1160", "Tags | older | newer"),
  ],
  ["numbers done of all", table("Batch | Total | Done", "a b | 5 | 5 ✅", "c d | 3 | 2 ✅", "e f | 4 | 4 ✅")],
])("a table of %s is no tracker, without a word", (_rule, text) => {
  expect([names(text), codes(text)]).toEqual([[], []]);
});

test("a table of due dates without a status is told", () => {
  expect(codes(table("Topic | Due", "HTTP | 2026-12-24", "SQL | 2026-12-31"))).toEqual(["TABLE_UNTRACKED"]);
});

test.each<[string, string, string[]]>([
  ["yes and no", "HTTP | yes / SQL | no / Git | ", ["done", "not-started", "not-started"]],
  ["percentages", "HTTP | 100% / SQL | 0% / Git | 45%", ["done", "not-started", "in-progress"]],
  ["shares", "HTTP | 4 of 4 / SQL | 0 of 3 / Git | 1 of 2", ["done", "not-started", "in-progress"]],
  ["bars", "HTTP | ███ / SQL | ░░░ / Git | █░░", ["done", "not-started", "in-progress"]],
])("without a status column, %s tell the status", (rule, rows, expected) => {
  const header = rule === "yes and no" ? "Done" : "Progress";
  const cells = rows.split(" / ").map((row) => row.replace(" of ", "/"));
  const front = `---\nroadmap:\n  columns: { status: ${header} }\n---\n\n`;
  expect(states(front + table(`Topic | ${header}`, ...cells))).toEqual(expected);
});

test("a day after today proves nothing", () => {
  const text = table(
    "Topic | Started | Finished",
    "a b | 2026-11-01 | 2026-12-24",
    "c d | 2026-12-01 | ",
    "e f | | 2026-11-30",
  );
  expect(states(text)).toEqual(["in-progress", "not-started", "done"]);
});

test.each<[string, string]>([
  ["blank", " | | "],
  ["a repeated header", "Topic | Phase | Status"],
  ["one bold cell", "**Part two** | | "],
  ["a placeholder", "___ | | ⬜"],
  ["dots", "... | ... | ..."],
  ["a place for a text", "[your topic] | | "],
  ["a list of options without a name", " | Bug / Feature | ☐ Open ☐ Closed"],
  ["a total at the end", "Total | | 3 of 4"],
  ["a Chinese total at the end", "合计： | | "],
])("a row of %s is no topic", (_rule, row) => {
  const text = table("Topic | Phase | Status", "HTTP | 1 | Done", "SQL | 1 | ", row);
  expect(names(text)).toEqual(["HTTP", "SQL"]);
});

test("a total under the numbers and an unused row of a form are no topics", () => {
  const rows = ["1 | HTTP | 2h | Done", "2 | SQL | 1h | "];
  expect(names(table("# | Topic | Hours | Status", ...rows, "**Sum** | | 3h | "))).toEqual(["HTTP", "SQL"]);
  expect(names(table("# | Topic | Hours | Status", ...rows, "3 | | | [ ]"))).toEqual(["HTTP", "SQL"]);
});

test("a row without a name but with other texts is a topic with a problem", () => {
  const text = table("Topic | Phase | Status", "HTTP | 1 | Done", " | 1 | Done");
  expect([names(text), codes(text)]).toEqual([["HTTP", ""], ["TOPIC_UNNAMED"]]);
});

test.each(["**HTTP** | | ", "Total recall | | ", "Total | 1 | Done"])("the row | %s | is a topic", (row) => {
  const text = table("Topic | Phase | Status", "**CSS** | | ", row, "**SQL** | | ", "**Git** | 1 | Done");
  expect(names(text)).toHaveLength(4);
});

test("a row with a placeholder for a name but with other texts is no topic, and a problem", () => {
  const text = table("Topic | Phase | Status", "HTTP | 1 | Done", "___ | 1 | Done");
  expect([names(text), codes(text)]).toEqual([["HTTP"], ["TOPIC_UNNAMED"]]);
});

// What is said about inferred columns, and the line that makes them certain.

const settingIn = (hint: string) => /columns: \{.*\}/.exec(hint)?.[0];
const taught = (text: string, setting: string | undefined) => `---\nroadmap:\n  ${setting}\n---\n\n${text}`;

const inferable = [
  withStatuses("Stuff", "HTTP", "SQL", "Git"),
  withStatuses("Phase", "Basics", "More", "Rest"),
  table("Topic | Stuff", "a b | Done", "c d | In Progress", "e f | Blocked"),
  `${withStatuses("Phase", "Basics", "More", "Rest")}\n${withStatuses("Phase | Topic", "1 | a b", "1 | c d", "2 | e f")}`,
  `${withStatuses("Topic | Stuff", "Web | HTTP", "Web | REST", "Web | CSS")}\n${withStatuses("Topic", "a b", "c d", "e f")}`,
  withStatuses('"Stuff": it\'s', "HTTP", "SQL", "Git"),
];

test.each(inferable)("the line offered for %j says what was inferred, and is then quiet", (text) => {
  const [note] = read(text).problems;
  expect(note?.code).toBe("COLUMN_INFERRED");
  const after = read(taught(text, settingIn(note?.hint ?? "")));
  expect(after.problems).toEqual([]);
  const meaning = ({ roadmap }: typeof after) =>
    roadmap.topics.map(({ name, status, phase }) => [name, status, phase?.label]);
  expect(meaning(after)).toEqual(meaning(read(text)));
});

test("the line offered keeps what the front matter says already", () => {
  const text = `---\nroadmap:\n  columns: { comments: Words }\n---\n\n${withStatuses("Stuff | Words", "HTTP | a", "SQL | b", "Git | c")}`;
  expect(settingIn(read(text).problems[0]?.hint ?? "")).toBe('columns: { topic: "Stuff", comments: "Words" }');
});

test("a table whose rows no column names is a warning, and the line offered makes it read", () => {
  const text = table("Status | Owner", "Done | Ada", "Done | Ada", "Blocked | Ada");
  const [warning] = read(text).problems;
  expect(warning?.code).toBe("TABLE_UNREAD");
  expect(names(taught(text, settingIn(warning?.hint ?? "")))).toEqual(["Ada", "Ada", "Ada"]);
});

test("of several names for a column, the first that a table has counts", () => {
  const front = "---\nroadmap:\n  columns: { topic: [Second, First], status: [Gut] }\n---\n\n";
  const tables = [table("First | Second | Gut", "a | b | Done"), table("First | Gut", "c | Done")];
  expect(names(front + tables.join("\n"))).toEqual(["b", "c"]);
});

test.each([
  ["<table>\n<tr><th>Topic</th><th>Status</th></tr>\n<tr><td>A</td><td>Done</td></tr>\n</table>\n", ["TABLE_HTML"]],
  ['<div align="center">\n<table><thead><tr><td><b>State</b></td></tr></thead></table>\n</div>\n', ["TABLE_HTML"]],
  ["<table>\n<tr><th>Topic</th><th>Price</th></tr>\n<tr><td>Status</td></tr>\n</table>\n", []],
  ["<!-- <b>Status</b> -->\n", []],
])("the HTML %j is reported as %j", (html, expected) => {
  expect(codes(`# Plan\n\n${html}\ntext\n`)).toEqual(expected);
});

// Properties.

const untracked = [
  table("Term | Meaning", "REST | an architecture", "SQL | a language"),
  table("Symbol | Status", "🟢 | Done", "🔴 | Blocked"),
  table("Week | Topic | Hours", "1 | HTTP | 3", "2 | SQL | 4"),
  table("Time | Monday | Tuesday", "09:00 | Math | Art", "10:00 | Art | Math"),
];
const anyTracker = fc
  .tuple(
    fc.constantFrom("Topic", "Skill", "Stuff"),
    fc.uniqueArray(fc.constantFrom("HTTP", "SQL", "Git hooks", "CSS", "REST", "Two words"), { minLength: 3 }),
    fc.array(fc.constantFrom("Done", "In Progress", "", "Blocked"), { minLength: 6, maxLength: 6 }),
  )
  .map(([header, cells, marks]) =>
    table(`${header} | Status`, ...cells.map((cell, index) => `${cell} | ${marks[index]}`)),
  );
const topicsOf = (text: string) => read(text).roadmap.topics.map(({ name, status }) => `${name}: ${status}`);

test("a table that tracks nothing changes no topic, wherever it is", () => {
  fc.assert(
    fc.property(
      fc.array(anyTracker, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...untracked),
      fc.nat(3),
      (trackers, other, at) => {
        const text = trackers.join("\n");
        const more = [...trackers.slice(0, at), other, ...trackers.slice(at)].join("\n");
        expect(topicsOf(more)).toEqual(topicsOf(text));
      },
    ),
  );
});

test("the order of tables changes no topic but its number", () => {
  fc.assert(
    fc.property(fc.array(anyTracker, { minLength: 2, maxLength: 3 }), (trackers) => {
      const reversed = [...trackers].reverse().join("\n");
      expect(topicsOf(reversed).sort()).toEqual(topicsOf(trackers.join("\n")).sort());
    }),
  );
});

test("a header of no list for the names, or for the statuses, changes at most the note", () => {
  fc.assert(
    fc.property(anyTracker, fc.constantFrom("Gadget", "Xyzzy", "Zaubertrank"), (tracker, word) => {
      const renamed = tracker.replace(/^\| \w+ /, `| ${word} `);
      expect(topicsOf(renamed)).toEqual(topicsOf(tracker));
      expect(codes(renamed)).toEqual(["COLUMN_INFERRED"]);
    }),
  );
});

test("reading never throws, whatever the cells and headers are", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom("Done", "✅", "[ ]", "2026-01-02", "45%", "___", "Status", "Topic", "1"),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      ([header = [], ...rows]) => {
        const line = (cells: string[]) => `| ${cells.map((text) => text.replace(/[|\r\n]/g, " ")).join(" | ")} |`;
        const text = [line(header), `|${"---|".repeat(Math.max(1, header.length))}`, ...rows.map(line)].join("\n");
        expect(read(text).problems.map(({ hint }) => typeof hint)).not.toContain("undefined");
      },
    ),
  );
});

test.each([
  ["other values", table("Topic | Done", "HTTP | 5", "SQL | 3", "Git | 1"), "status: Done"],
  [
    "unknown words under a partly known header",
    table("Topic | Learning status", "HTTP | Foo", "SQL | Bar"),
    "Learning status",
  ],
  ["numbers without a percent sign", table("Topic | Progress", "HTTP | 50", "SQL | 100"), "status: Progress"],
  ["a status in one row of three", table("Topic | Passed", "HTTP | ✅", "SQL | ", "Git | "), "status: Passed"],
  [
    "statuses in two rows of three",
    table("Topic | Passed", "HTTP | Done", "SQL | In Progress", "Git | "),
    "status: Passed",
  ],
])("a table of topics with %s is a note with a line that makes it read", (_what, text, line) => {
  const [problem, ...others] = read(text).problems;
  expect([problem?.code, names(text), others]).toEqual(["TABLE_UNTRACKED", [], []]);
  const setting = /`(columns: [^`]*)`/.exec(problem?.hint?.toString() ?? "")?.[1] ?? "";
  expect(setting.replaceAll('"', "")).toContain(line);
  expect(names(`---\nroadmap:\n  ${setting}\n---\n\n${text}`)).toHaveLength(
    read(text).roadmap.blocks.tables[0]?.rows.length ?? 0,
  );
});

test.each([
  ["❌ in one row", "Topic | Passed", ["HTTP | ❌", "SQL | "]],
  ["two such columns", "Topic | Mon | Tue", ["HTTP | ✅ | ✅", "SQL |  | "]],
  ["no topics", "Section | Passed", ["HTTP | ✅", "SQL | "]],
  ["texts", "Topic | Summary", ["HTTP | a protocol", "SQL | a language"]],
])("a table with %s is no tracker, without a note", (_what, header, rows) => {
  expect(codes(table(header, ...rows))).toEqual([]);
});

test("a row with one cell heads the rows below it, and without any it is a topic with too few cells", () => {
  const head = "| Topic | Status | Due |\n|---|---|---|\n";
  expect(names(`${head}| Basics |\n| HTTP | Done | |\n`)).toEqual(["HTTP"]);
  expect(names(`${head}| HTTP | Done | |\n| SQL |\n| Git`)).toEqual(["HTTP", "SQL", "Git"]);
  expect(names(`${head}| HTTP |\n| SQL |\n`)).toEqual(["HTTP", "SQL"]);
  expect(codes(`${head}| HTTP |\n`)).toEqual(["ROW_TOO_SHORT"]);
  expect(names(`${head}| HTTP | Done | |\nText below the table\n`)).toEqual(["HTTP"]);
});
