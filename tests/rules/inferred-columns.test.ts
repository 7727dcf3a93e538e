// Inferred columns: the front matter that `doctor --fix` writes for them, and the lines that hints offer.

import { expect, test } from "vitest";
import { bodyStart } from "../../src/markdown/front-matter-place.js";
import { textAt } from "../../src/text/edit.js";
import { testDay } from "../support/check-operation.js";
import { examined } from "../support/examine.js";
import { fc } from "../support/fast-check.js";
import { fixedText } from "../support/fixed-text.js";
import { layoutsOf } from "../support/layouts.js";

const table = (header: string, ...rows: string[]) =>
  `${[`| ${header} |`, `|${"---|".repeat(header.split(" | ").length)}`, ...rows.map((row) => `| ${row} |`)].join("\n")}\n`;

const statuses = ["Done", "In Progress", "Blocked"];
const tracker = (header: string, ...names: string[]) =>
  table(`${header} | Status`, ...names.map((name, index) => `${name} | ${statuses[index % 3]}`));

const stuff = tracker("Stuff", "HTTP", "SQL", "Git");
const phases = tracker("Phase", "Basics", "More", "Rest");
const work = table("Topic | Work", "a b | Done", "c d | In Progress", "e f | Blocked");
const written = (text: string) => fixedText(text, "COLUMN_INFERRED");
const front = (...lines: string[]) => `---\n${lines.join("\n")}\n---\n`;

test.each<[string, string, string]>([
  ["no front matter", stuff, front("roadmap:", "  columns:", "    topic: Stuff") + stuff],
  [
    "a title in the first line",
    `# Plan\n\n${work}`,
    `${front("roadmap:", "  columns:", "    status: Work")}# Plan\n\n${work}`,
  ],
  [
    "a setext heading in the first line",
    `Plan\n---\n\n${stuff}`,
    `${front("roadmap:", "  columns:", "    topic: Stuff")}Plan\n---\n\n${stuff}`,
  ],
  [
    "several tables",
    `${stuff}\n${tracker("Sachen", "Go", "C", "D")}\n${work}`,
    `${front("roadmap:", "  columns:", "    topic: [Stuff, Sachen]", "    status: Work")}${stuff}\n${tracker("Sachen", "Go", "C", "D")}\n${work}`,
  ],
  [
    "a phase column that names the rows of one table only",
    `${phases}\n${tracker("Phase | Topic", "1 | a b", "1 | c d", "2 | e f")}`,
    `${front("roadmap:", "  columns:", "    topic: [Topic, Phase]")}${phases}\n${tracker("Phase | Topic", "1 | a b", "1 | c d", "2 | e f")}`,
  ],
  ["empty front matter", `---\n---\n${stuff}`, front("roadmap:", "  columns:", "    topic: Stuff") + stuff],
  [
    "front matter of another program",
    front("title: x", "tags:", "- a", "list: [a, b]", "# end") + stuff,
    front("title: x", "tags:", "- a", "list: [a, b]", "# end", "roadmap:", "  columns:", "    topic: Stuff") + stuff,
  ],
  [
    "settings without columns",
    front("roadmap: # ours", "    # pace", "    weekly: 2", "title: x") + stuff,
    front("roadmap: # ours", "    columns:", "      topic: Stuff", "    # pace", "    weekly: 2", "title: x") + stuff,
  ],
  [
    "other columns",
    front("roadmap:", "  columns: # names", "      comments: Notizen # in German", "", "  weekly: 2") + stuff,
    front(
      "roadmap:",
      "  columns: # names",
      "      comments: Notizen # in German",
      "      topic: Stuff",
      "",
      "  weekly: 2",
    ) + stuff,
  ],
  [
    "one name",
    front("roadmap:", "  columns:", "    topic: 'Fach' # name", "    proof: x") + stuff,
    front("roadmap:", "  columns:", "    topic: ['Fach', Stuff] # name", "    proof: x") + stuff,
  ],
  [
    "a list of names in brackets",
    front("roadmap:", "  columns:", '    topic: [Fach, "A, ]" ]') + stuff,
    front("roadmap:", "  columns:", '    topic: [Fach, "A, ]", Stuff]') + stuff,
  ],
  [
    "a list of names with one per line",
    front("roadmap:", "  columns:", "    topic:", "    - Fach", "    - A # b", "    # c", "title: x") +
      `${stuff}\n${work}`,
    `${front(
      "roadmap:",
      "  columns:",
      "    topic:",
      "    - Fach",
      "    - A # b",
      "    - Stuff",
      "    status: Work",
      "    # c",
      "title: x",
    )}${stuff}\n${work}`,
  ],
])("with %s, the names are written", async (_what, before, after) => {
  expect(await written(before)).toBe(after);
  expect(examined(after).read).toEqual([]);
});

test.each<[string, string]>([
  ["a thematic break in the first line", `---\n\n${stuff}`],
  ["front matter that is not closed", `---\ntitle: x\n\n${stuff}`],
  ["two thematic breaks around a heading", `---\n# Plan\n---\n${stuff}`],
  ["two thematic breaks around text", `---\nPlan\n---\n${stuff}`],
  ["columns in braces", front("roadmap:", "  columns: { comments: x }") + stuff],
  ["settings in braces", front("roadmap: { weekly: 2 }") + stuff],
  ["front matter in braces", front("{ title: x }") + stuff],
  ["a quoted key", front('"roadmap":', "  weekly: 2") + stuff],
  ["a name on several lines", front("roadmap:", "  columns:", "    topic: a", "      b") + stuff],
  ["a list on several lines", front("roadmap:", "  columns:", "    topic: [a,", "      b]") + stuff],
  ["an anchor", front("roadmap:", "  columns:", "    topic: &a b", "    proof: *a") + stuff],
  ["invalid front matter", front("roadmap: [") + stuff],
  ["an unknown setting", front("roadmap:", "  colums:", "    topic: x") + stuff],
  ["a header that occurs twice", tracker("Stuff | Stuff", "Web | HTTP", "Web | REST", "Web | CSS")],
])("with %s, nothing is written", async (_what, text) => {
  expect(await written(text)).toBe(text);
});

const oddHeaders = [
  ...["What: in it", "a # b", "'Stuff'", 'the "Stuff"', "- Stuff", "* Stuff", "yes", "null", "2026", "1.5", "🎯 Stuff"],
  ...[
    "[x] Stuff",
    "{Stuff}",
    "Stuff, more",
    "Stuff & more",
    "!Stuff",
    "%Stuff",
    "@Stuff",
    "`Stuff`",
    "**Stuff** now",
    "a\\*b",
  ],
  ...[
    "學習 的 東西",
    "Ёлка",
    "a &amp;amp; b",
    "\\[[Stuff]]",
    "a\\_b\\_c",
    "S\u200btuff",
    "Stu\u2028ff",
    "x\u0085y",
    "C:\\\\d",
    "~Stuff",
  ],
];

test.each(oddHeaders)("the header %j is written so that it is read as this header", async (header) => {
  const text = tracker(header, "HTTP", "SQL", "Git");
  const after = await written(text);
  expect(examined(after).page.roadmap.tables[0]?.inferred.size).toBe(0);
  expect(after).not.toBe(text);
  expect(meaning(after)).toEqual(meaning(text));
});

// Properties, with tables next to each other that give one header different meanings.

const names = fc.shuffledSubarray(["HTTP", "SQL", "Git hooks", "CSS", "REST", "Two words", "Go"], { minLength: 3 });
const marks = fc.array(fc.constantFrom("Done", "In Progress", "Blocked", "doing-ish", "fast | fertig", "2026-01-02"), {
  minLength: 7,
  maxLength: 7,
});
const anyTable = fc
  .record({
    first: fc.constantFrom("Stuff", "Topic", "Phase", "Work", "Module", "#", "Owner", ...oddHeaders),
    second: fc.constantFrom("Status", "Work", "Stuff", "Done", "Progress", "Deadline", "State of it"),
    third: fc.constantFrom("Notes", "Phase", "Owner", "Finished", "Stuff"),
    names,
    marks,
  })
  .map(({ first, second, third, names: cells, marks: states }) =>
    table(
      `${first} | ${second} | ${third}`,
      ...cells.map(
        (name, index) => `${name} | ${states[index]?.replace(" | ", " ")} | ${index % 2 ? "2026-02-03" : "x"}`,
      ),
    ),
  );
const unread = fc
  .constantFrom("Owner", "Module", ...oddHeaders)
  .map((header) => table(`Status | ${header}`, "Done | Ada", "Done | Ada", "Blocked | Ada"));
const anyFront = fc.constantFrom(
  "",
  "",
  front("title: x"),
  front("roadmap:", "  weekly: 2"),
  front("roadmap:", "  columns:", "    comments: Remarks"),
  front("roadmap:", "  columns:", "    topic:", "      - Fach", "  status:", "    done: ok"),
  front("roadmap:", "  columns: { topic: Fach }"),
);
const anyFile = fc
  .tuple(
    anyFront,
    fc.constantFrom("", "# Plan\n\n", "Plan\n---\n\n"),
    fc.array(fc.oneof({ weight: 5, arbitrary: anyTable }, unread), { minLength: 1, maxLength: 4 }),
  )
  .chain(([matter, title, tables]) => fc.constantFrom(...layoutsOf(`${matter}${title}${tables.join("\n")}`)));

function meaning(text: string) {
  const { roadmap } = examined(text, testDay).page;
  return roadmap.topics.map(({ name, status, started, finished, due, phase, row }) => [
    ...[name, status, started, finished, due, phase?.label, textAt(text, row)],
  ]);
}

const codesIn = (text: string) => examined(text, testDay).read.map(({ code }) => code);
const othersThan = (code: string, text: string) => codesIn(text).filter((own) => own !== code);

test("what is written changes only front matter, keeps every meaning, and is written once", async () => {
  let [changed, quiet] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyFile, async (text) => {
      const after = await written(text);
      expect(after.slice(bodyStart(after))).toBe(text.slice(bodyStart(text)));
      expect(meaning(after)).toEqual(meaning(text));
      expect(othersThan("COLUMN_INFERRED", after)).toEqual(othersThan("COLUMN_INFERRED", text));
      expect(await written(after)).toBe(after);
      if (after !== text) changed++;
      if (after !== text && !codesIn(after).includes("COLUMN_INFERRED")) quiet++;
    }),
    { numRuns: 80 },
  );
  // The rest are tables that give one header two meanings.
  expect(changed).toBeGreaterThan(30);
  expect(quiet).toBeGreaterThan(0.8 * changed);
});

/** The file after a user wrote this line below `roadmap:`, in place of a line that is there. */
function withLine(text: string, line: string): string {
  const start = bodyStart(text);
  const [mark, body] = [text.startsWith("\ufeff") ? "\ufeff" : "", text.slice(start)];
  const own = text.slice(mark.length, start).split(/\r\n|\r|\n/);
  const key = line.slice(0, line.indexOf(":"));
  let isOld = false;
  const kept = own.slice(1, -2).filter((old) => {
    if (/^ {0,2}\S/.test(old)) isOld = old.startsWith(`  ${key}:`);
    return !isOld;
  });
  const lines = kept.length === 0 ? ["roadmap:"] : kept.includes("roadmap:") ? kept : [...kept, "roadmap:"];
  const at = lines.indexOf("roadmap:") + 1;
  return `${mark}${front(...lines.toSpliced(at, 0, `  ${line}`))}${body}`;
}

test("every line that a hint offers does what it says, in every file", () => {
  const offered = new Map<string, number>();
  fc.assert(
    fc.property(anyFile, (text) => {
      const moved = (span: { start: number }, after: string) => span.start + after.length - text.length;
      for (const { code, span, hint } of examined(text, testDay).read) {
        const line = /`((?:columns|status): \{.*\})` below/.exec(hint)?.[1];
        if (line === undefined) continue;
        offered.set(code, (offered.get(code) ?? 0) + 1);
        const after = withLine(text, line);
        const { read, page } = examined(after, testDay);
        const at = moved(span, after);
        expect(
          read.filter((own) => own.code === code && own.span.start === at),
          line,
        ).toEqual([]);
        expect(read.filter((own) => own.code.startsWith("FRONT_MATTER"))).toEqual([]);
        if (code === "TABLE_UNREAD")
          expect(page.roadmap.tables.map(({ table: { header } }) => header.start)).toContain(at);
        // A table that was no tracker may have the same header.
        if (code === "COLUMN_INFERRED") expect(meaning(after)).toEqual(expect.arrayContaining(meaning(text)));
      }
    }),
    { numRuns: 100 },
  );
  for (const code of ["COLUMN_INFERRED", "TABLE_UNREAD", "STATUS_UNKNOWN"])
    expect(offered.get(code), code).toBeGreaterThan(10);
});

test.each<[string, string]>([
  [
    "the same headers mean different columns",
    [
      table(
        "Stuff | Deadline | Finished",
        "a b | Done | x",
        "c d | Done | 2026-02-03",
        "e f | Done | x",
        "g h | Done | ",
      ),
      tracker("Stuff | Work", "HTTP | Web", "REST | Web", "CSS | Web"),
      tracker("Stuff | Work", "Web | HTTP", "Web | REST", "Web | CSS"),
    ].join("\n"),
  ],
  ["a header occurs twice", tracker("Stuff | Stuff", "Web | HTTP", "Web | REST", "Web | CSS")],
  ["a header is blank", tracker(" ", "HTTP", "SQL", "Git")],
])("no line is offered where %s", (_what, text) => {
  const hints = examined(text).read.flatMap(({ code, hint }) => (/^(?:COLUMN|TABLE)_/.test(code) ? [hint] : []));
  expect(new Set(hints)).toEqual(new Set(["name its columns differently in an editor: `roadmap edit`"]));
});
