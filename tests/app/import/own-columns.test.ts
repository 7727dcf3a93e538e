// Import of own columns: which cells a CSV or JSON file changes, and what it may not change.

import { expect, test } from "vitest";
import { csvRows } from "../../../src/app/import/csv.js";
import { importedOperations } from "../../../src/app/import/imported-operations.js";
import { jsonRows } from "../../../src/app/import/json.js";
import type { ImportedRow } from "../../../src/app/import/rows.js";
import { planOperations } from "../../../src/app/plan-operations.js";
import { parseRoadmap, UserError } from "../../../src/index.js";
import { exportedColumns } from "../../../src/model/exported-fields.js";
import { csvText } from "../../../src/views/exports/csv-text.js";
import { changedByOwnExport } from "../../support/every-export.js";

const today = "2026-11-30";

const page = `# Plan

| Topic | Status | Due | Priority | Depends on | Progress | Owner | Name | Number |
|---|---|---|---|---|---|---|---|---|
| HTTP | Done | 25.12.2026 | High | | 40% | Ada | first | 7 |
| REST | | | low | HTTP; DNS | 2/5 | =1+1 | | |

## Other

| Topic | Status | OWNER | Weight | Weight |
|---|---|---|---|---|
| DNS | | Béa | 1 | 2 |
`;

const reading = parseRoadmap(page, { today });
const { roadmap } = reading;
const ownNames = new Set(exportedColumns(roadmap).keys());

async function changedLines(rows: readonly ImportedRow[], isClearing = false): Promise<string[]> {
  const { requested } = importedOperations(roadmap, { rows, isAdding: true, isClearing });
  const { text } = await planOperations(reading, requested, today);
  const before = page.split("\n");
  return text.split("\n").filter((line) => !before.includes(line));
}

const csv = (text: string) => csvRows(text, roadmap.settings, { isRaw: false, ignored: [], ownNames });
const json = (topic: object) => jsonRows(JSON.stringify({ topics: [topic] }));

test("own columns follow the fields of a CSV export, each by a name of its own", () => {
  const [header, ...lines] = csvText(roadmap, { rows: "topics", formulas: "guarded" }).split("\r\n");
  expect(header).toBe(
    "number,topic,phase,track,status,started,finished,due,percent,priority,depends-on," +
      "comments,resources,deliverables,proof,Owner,Name,Number 2,Weight,column 5",
  );
  expect(lines.map((line) => line.replace(/^\d+,(\w+),.*?,(?=2026|,,|40|2\/5|\d%)/, "$1 ").slice(-60))).toEqual([
    expect.stringMatching(/2026-12-25,40%,High,,,,,,Ada,first,7,,$/),
    expect.stringMatching(/2\/5,low,HTTP; DNS,,,,,'=1\+1,,,,$/),
    expect.stringMatching(/,Béa,,,1,2$/),
    "",
  ]);
});

test("no two columns of an export have the same name", () => {
  const table = "| Topic | Status | Number | Number 2 | |\n|---|---|---|---|---|\n| HTTP | | a | b | c |\n";
  const names = [...exportedColumns(parseRoadmap(table).roadmap)].map(([, { title }]) => title);
  expect(names).toEqual(["Number 3", "Number 2", "column 5"]);
});

test.each([
  ["topic,due\nHTTP,2027-01-02\n", ["25.12.2026", "02.01.2027"]],
  ["topic,Deadline\nHTTP,2027-01-02\n", ["25.12.2026", "02.01.2027"]],
  ["topic,priority\nHTTP,low\n", ["High", "low"]],
  ["topic,depends-on\nREST,DNS\n", ["HTTP; DNS", "DNS"]],
  ["topic,owner\nHTTP,Zoë\n", ["Ada", "Zoë"]],
  ["topic,Owner\nHTTP,'=2+2\n", ["Ada", "=2+2"]],
  ["topic,name\nHTTP,second\n", ["first", "second"]],
  ["topic,Number 2\nHTTP,8\n", ["| 7 |", "| 8 |"]],
  ["topic,Owner\nDNS,Zoë\n", ["Béa", "Zoë"]],
])("the CSV %j changes one cell", async (text, [from, to]) => {
  const line = page.split("\n").find((row) => row.includes(from ?? "") && text.includes(row.split(" ")[1] ?? "")) ?? "";
  expect(await changedLines(csv(text))).toEqual([line.replace(from ?? "", to ?? "")]);
});

test.each([
  'topic,percent,priority,depends-on\nREST,40%,LOW,"HTTP, DNS"\n'.replace("LOW", "low"),
  "topic,Owner,Weight\nHTTP,,\nREST,,\n",
  "topic,depends-on\nHTTP,-\n",
])("the CSV %j changes nothing", async (text) => {
  expect(await changedLines(csv(text))).toEqual([]);
});

test("a blank field clears a cell only if that is requested", async () => {
  const [line = ""] = await changedLines(csv("topic,Owner\nHTTP,\n"), true);
  expect(line).toBe("| HTTP | Done | 25.12.2026 | High | | 40% | | first | 7 |");
});

test("a new topic gets the cells of its table's own columns", async () => {
  const table = "| Topic | Status | Owner | Due |\n|---|---|---|---|\n| HTTP | Done | Ada | |\n";
  const single = parseRoadmap(table, { today });
  const rows = csv("topic,Owner,due\nX,Bo,2027-01-02\n");
  const { requested } = importedOperations(single.roadmap, { rows, isAdding: true, isClearing: false });
  const { text } = await planOperations(single, requested, today);
  expect(text).toBe(`${table}| X | | Bo | 2027-01-02 |\n`);
});

test.each([
  [{ name: "HTTP", dependsOn: ["DNS"] }, ["| High | |", "| High | DNS |"]],
  [{ name: "HTTP", priority: "low" }, ["High", "low"]],
  [{ name: "HTTP", otherCells: [{ column: "Owner", text: "Zoë" }] }, ["Ada", "Zoë"]],
] as const)("the JSON %j changes one cell", async (topic, [from, to]) => {
  const line = page.split("\n").find((row) => row.startsWith("| HTTP")) ?? "";
  expect(await changedLines(json(topic))).toEqual([line.replace(from, to)]);
});

test.each([
  { name: "REST", dependsOn: ["HTTP", "DNS"], percent: 40, priority: "low" },
  { name: "HTTP", percent: null, otherCells: [{ column: "Priority", text: "High" }] },
  { name: "DNS", otherCells: [1, 2].map((weight) => ({ column: "Weight", text: `${weight}` })) },
])("the JSON %j changes nothing", async (topic) => {
  expect(await changedLines(json(topic))).toEqual([]);
});

test("a percentage with a fraction is the same in an export", () => {
  const text = "| Topic | Status | % |\n|---|---|---|\n| HTTP | Done | 40,7% |\n| REST | | 1/3 |\n";
  expect(changedByOwnExport(text)).toEqual([]);
});

function refusal(make: () => unknown): string {
  try {
    make();
    return "none";
  } catch (error) {
    return error instanceof UserError ? `${error.message}\n${error.hint}` : String(error);
  }
}

const imported = (rows: readonly ImportedRow[]) =>
  importedOperations(roadmap, { rows, isAdding: false, isClearing: false });

test.each([
  [
    "a column that no table has",
    () => csv("topic,Mentor\nHTTP,Bo\n"),
    'line 1: unknown column "Mentor"\npass --ignore "Mentor" to skip it, or add it first: `roadmap add column Mentor`; nothing was written',
  ],
  [
    "a column that another table has",
    () => imported(csv("topic,Weight\nHTTP,3\n")),
    'line 2, column Weight: the table of "HTTP" has no such column\nadd it first: `roadmap add column Weight --table 1`; nothing was written',
  ],
  [
    "a percentage",
    () => imported(csv("topic,percent\nHTTP,50%\n")),
    "line 2, column percent: roadmap does not write percentages next to a status\nskip that column: --ignore percent; nothing was written",
  ],
  [
    "a field among the other cells",
    () => imported(json({ name: "HTTP", otherCells: [{ column: "Priority", text: "low" }] })),
    'topics[0]: "Priority" has a field of its own\nchange that field instead; nothing was written',
  ],
  [
    "a percentage that is no number",
    () => json({ name: "HTTP", dependsOn: "DNS", percent: true }),
    'topics[0]: "percent" is not a string\n',
  ],
  [
    "a cell without a text",
    () => json({ name: "HTTP", otherCells: [{ column: "Owner" }] }),
    'topics[0]: "otherCells" is not a list of columns',
  ],
])("%s is refused", (_, make, said) => {
  expect(refusal(make)).toContain(said);
});
