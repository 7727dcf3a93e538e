// Exchange, on random tables with columns of their own: an export comes back unchanged, and a changed field is one cell.

import { expect, test } from "vitest";
import { importedOperations } from "../../src/app/import/imported-operations.js";
import type { ImportedRow } from "../../src/app/import/rows.js";
import { planOperations } from "../../src/app/plan-operations.js";
import { parseRoadmap, type Roadmap } from "../../src/index.js";
import { cellTexts } from "../../src/model/roadmap.js";
import { testDay } from "../support/check-operation.js";
import { changedByOwnExport, everyExport } from "../support/every-export.js";
import { fc } from "../support/fast-check.js";
import { generateDistinctRoadmap } from "../support/generate-distinct-roadmap.js";
import { layoutsOf } from "../support/layouts.js";

const ownHeaders = [
  ...[
    "Owner",
    "*owner*",
    "Number",
    "Name",
    "Track",
    "Type",
    "Column 3",
    "a, b",
    "=sum",
    "'x",
    "kg \\| lb",
    "Größe",
    "",
  ],
  ...["Owner", "Link", "Number 2", "Track 2"],
];
const kindHeaders = ["Due", "Priority", "Depends on", "Progress", "Comments", "Notes"];
const cells = fc.constantFrom(
  ...[
    "",
    "",
    "Ada",
    "=1+1",
    "'-x",
    "a, b",
    'say "hi"',
    "x \\| y",
    "one<br>two",
    " ",
    "2026-12-01",
    "P1",
    "high",
    "40%",
  ],
  ...["[Go](https://go.example)", "Go part 0", "Go part 1, Go part 0", "TBD", "-", "`a`", "é"],
);

const tables = fc
  .record({
    own: fc.subarray(ownHeaders, { maxLength: 5 }),
    kinds: fc.subarray(kindHeaders),
    rows: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ own, kinds, rows }) => {
    const columns = [...own, ...kinds];
    const row = fc.array(cells, { minLength: columns.length, maxLength: columns.length + 1 });
    return fc.record({
      header: fc.shuffledSubarray(columns, { minLength: columns.length }),
      rows: fc.array(row, { minLength: rows, maxLength: rows }),
    });
  });

const texts = fc
  .record({ all: fc.array(tables, { minLength: 1, maxLength: 2 }), layout: fc.nat({ max: 4 }) })
  .map(({ all, layout }) => {
    let count = 0;
    const parts = all.map(({ header, rows }) => [
      `| Topic | Status |${header.map((title) => ` ${title} |`).join("")}`,
      `|---|---|${header.map(() => "---|").join("")}`,
      ...rows.map((row) => `| Go part ${count++} | |${row.map((cell) => ` ${cell} |`).join("")}`),
    ]);
    const text = `# Plan\n\n${parts.map((lines) => `${lines.join("\n")}\n`).join("\n\n")}`;
    return layoutsOf(text)[layout] ?? text;
  });

test("importing an export of a table with any columns changes nothing, in any layout", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(changedByOwnExport(text)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("importing an export of a table whose columns are inferred changes nothing", () => {
  fc.assert(
    fc.property(generateDistinctRoadmap("inferred"), (text) => {
      expect(changedByOwnExport(text)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/** Each cell by topic and column. */
function cellsIn(roadmap: Roadmap): Map<string, string> {
  return new Map(
    roadmap.topics.flatMap((topic) =>
      Array.from(cellTexts(roadmap, topic), ([column, text]): [string, string] => [`${topic.name} ${column}`, text]),
    ),
  );
}

test("a changed field of the file's own columns changes exactly that cell", async () => {
  const marked = "changed | <b> \\ é";
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), fc.nat(), async (text, rowIndex, fieldIndex) => {
      for (const { rows, roadmap } of everyExport(text)) {
        const row = rows[rowIndex % rows.length];
        const named = row?.own.filter(({ column }) => /^(?:Owner|Größe|Link)$/i.test(column)) ?? [];
        const field = named[fieldIndex % named.length];
        if (!row || !field || !isOnlyOne(roadmap, row, field.column)) continue;
        const own = row.own.map((other) => (other === field ? { ...other, text: marked } : other));
        const changedRows = rows.map((other) => (other === row ? { ...row, own } : other));
        const input = { rows: changedRows, isAdding: false, isClearing: true };
        const reading = parseRoadmap(text);
        const { requested } = importedOperations(roadmap, input);
        const { text: after } = await planOperations(reading, requested, testDay);
        const [then, now] = [cellsIn(roadmap), cellsIn(parseRoadmap(after).roadmap)];
        const changed = [...now].filter(([name, cell]) => cell !== (then.get(name) ?? ""));
        expect(changed).toEqual([[expect.stringContaining(row.name), "changed \\| <b> \\ é"]]);
      }
    }),
    { numRuns: 60 },
  );
});

/**
 * Whether the topic's table has exactly one column with that header: of two, an import changes neither, nor a
 * shifted row.
 */
function isOnlyOne({ topics, text }: Roadmap, row: ImportedRow, header: string): boolean {
  const topic = topics.find(({ name }) => name === row.name);
  if (!topic || topic.row.cellCount > topic.table.table.header.cellCount) return false;
  const [line = ""] = text.slice(topic.table.table.span.start).split(/[\r\n]/);
  const titles = line.split(/(?<!\\)\|/).map((title) => title.trim().replaceAll("*", "").toLowerCase());
  return titles.filter((title) => title === header.toLowerCase()).length === 1;
}
