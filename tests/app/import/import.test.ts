// Import: importing an unchanged export changes nothing, and a changed field changes only itself.

import { expect, test } from "vitest";
import { csvRows } from "../../../src/app/import/csv.js";
import { importedOperations } from "../../../src/app/import/imported-operations.js";
import { jsonRows } from "../../../src/app/import/json.js";
import { planOperations } from "../../../src/app/plan-operations.js";
import { parseRoadmap, UserError } from "../../../src/index.js";
import { csvText } from "../../../src/views/exports/csv-text.js";
import { changedByOwnExport } from "../../support/every-export.js";
import { hostileRoadmap } from "../../support/hostile-roadmap.js";

const today = "2026-11-22";

test("importing the export of a hostile roadmap changes nothing", () => {
  expect(changedByOwnExport(hostileRoadmap)).toEqual([]);
});

test("a text that looks like a guarded formula is kept, however it was exported", () => {
  const text = "| Topic | Status | Notes |\n|---|---|---|\n| A | | '=1+1 |\n| B | | ''-x |\n| C | | =2 |\n";
  expect(changedByOwnExport(text)).toEqual([]);
  const { roadmap } = parseRoadmap(text);
  const raw = csvText(roadmap, { rows: "topics", formulas: "raw" });
  const rows = csvRows(raw, roadmap.settings, { isRaw: false, ignored: [] });
  expect(importedOperations(roadmap, { rows, isAdding: false, isClearing: true }).requested).toEqual([]);
});

const page = `# Plan

| Topic | Phase | Started | Finished | Status | Notes | Proof |
|---|---|---|---|---|---|---|
| HTTP | 1 | 01.02.2026 | | 进行中 | a \\| b | https://a.example |
| SQL | 1 | | | | | |
| Tests | 1 | | | | first | |
| Tests | 2 | | | | second | |
| Later | 2 | soon | | | | |

## Tasks

- [ ] read
- [x] write
`;

interface Choices {
  readonly isAdding?: boolean;
  readonly isClearing?: boolean;
  readonly ignored?: string[];
}

async function imported(csv: string, { isAdding = false, isClearing = false, ignored = [] }: Choices = {}) {
  const reading = parseRoadmap(page);
  const rows = csvRows(csv, reading.roadmap.settings, { isRaw: false, ignored });
  const { requested } = importedOperations(reading.roadmap, { rows, isAdding, isClearing });
  const { text } = await planOperations(reading, requested, today);
  const before = page.split("\n");
  return text.split("\n").filter((line) => !before.includes(line));
}

test("a foreign table changes cells, in the words and formats of the file", async () => {
  const csv = "Skill;Completed;Stato;State\nsql;28/02/2026;;done\nHTTP;5/3/2026;;erledigt\n";
  expect(await imported(csv, { ignored: ["stato"] })).toEqual([
    "| HTTP | 1 | 01.02.2026 | 05.03.2026 | Done | a \\| b | https://a.example |",
    "| SQL | 1 | | 28.02.2026 | Done | | |",
  ]);
});

test("the delimiter follows from the column names outside quotation marks", async () => {
  const csv = 'topic;comments;"so, so"\nSQL;read;x\n';
  expect(await imported(csv, { ignored: ["so, so"] })).toEqual(["| SQL | 1 | | | | read | |"]);
});

test("the other dates of a column decide whether the day comes first, whatever the whitespace", async () => {
  const csv = "topic,finished\nSQL,05/06/2026\nHTTP,  28/02/2026 \n";
  expect(await imported(csv)).toEqual([
    "| HTTP | 1 | 01.02.2026 | 28.02.2026 | 进行中 | a \\| b | https://a.example |",
    "| SQL | 1 | | 05.06.2026 | | | |",
  ]);
});

test("a blank field changes nothing, unless blank fields clear cells", async () => {
  const csv = "topic,comments,started,proof\nHTTP,,,\n";
  expect(await imported(csv)).toEqual([]);
  expect(await imported(csv, { isClearing: true })).toEqual(["| HTTP | 1 | | | 进行中 | | |"]);
  expect(await imported("topic,started\nLater,\n", { isClearing: true })).toEqual(["| Later | 2 | | | | | |"]);
});

test("texts keep their line breaks, pipes, and what a spreadsheet would read as a formula", async () => {
  expect(await imported('topic,comments\nSQL,"\'=1+1\r\nx | y"\n')).toEqual(["| SQL | 1 | | | | =1+1<br>x \\| y | |"]);
});

test("proof is as the row says, without links that run scripts", async () => {
  expect(await imported("topic,proof\nHTTP,https://b.example https://c.example\n")).toEqual([
    "| HTTP | 1 | 01.02.2026 | | 进行中 | a \\| b | https://b.example, https://c.example |",
  ]);
  await expect(imported("topic,proof\nHTTP,javascript:alert(1)\n")).rejects.toThrow(/^line 2: .*runs a script/);
});

test("a proof with more than URLs is kept as the row says, even in a new topic", async () => {
  const proof = "[my pull request](https://b.example/1), see also; the slides";
  const csv = `topic,proof\nHTTP,"${proof}"\nDNS,"${proof}"\n`;
  expect(await imported(csv, { isAdding: true })).toEqual([
    `| HTTP | 1 | 01.02.2026 | | 进行中 | a \\| b | ${proof} |`,
    `| DNS | | | | | | ${proof} |`,
  ]);
});

test("a new topic is in the phase that its row names, not in a similar one", async () => {
  const csv = "topic,phase\nA,1a\nB,01\nC,Week 2\nD,1\nE,1A\n";
  const [sameRow] = await imported("topic,phase\nD,1\n", { isAdding: true });
  expect(sameRow).toBe("| D | 1 | | | | | |");
  expect((await imported(csv, { isAdding: true })).map((row) => row.split("|")[2]?.trim()).sort()).toEqual(
    ["01", "1", "1a", "1a", "Week 2"].sort(),
  );
});

test("new topics without a name, or with the same name, are refused with their rows", async () => {
  const refused = (csv: string) => expect(imported(csv, { isAdding: true })).rejects;
  await refused("topic,comments\n,x\n").toMatchObject({ code: "TOPIC_UNNAMED", exitCode: 2 });
  await refused("topic,phase\nDNS,1\nSQL,1\n**dns**,2\n").toMatchObject({
    code: "TOPIC_REPEATED",
    message: 'line 2 and line 4 have the same name, "**dns**"',
  });
});

test("topics with the same name are distinguished by their numbers, if all of them are present", async () => {
  for (const name of ["number", "#"])
    expect(await imported(`${name},topic,comments\n9,Tests,two\n3,Tests,one\n`)).toEqual([
      "| Tests | 1 | | | | one | |",
      "| Tests | 2 | | | | two | |",
    ]);
  for (const csv of [
    "topic,comments\nTests,x\n",
    "number,topic,comments\n3,Tests,x\n",
    "topic,comments\nSQL,x\nSQL,y\n",
  ])
    await expect(imported(csv)).rejects.toMatchObject({ code: "NAME_AMBIGUOUS", exitCode: 3 });
});

test("tasks are checked off, and nothing else about them changes", async () => {
  expect(await imported("type,topic,status\ntask,read,blocked\ntask,write,done\n")).toEqual(["- [!] read"]);
  await expect(imported("type,topic,comments\ntask,read,x\n")).rejects.toMatchObject({ code: "TASK_HAS_NO_CELLS" });
  await expect(imported("type,topic,phase\ntask,read,x\n")).rejects.toMatchObject({ code: "IMPORT_MOVES" });
});

test("an unknown topic is added on request; otherwise the import is refused", async () => {
  const csv = "topic,phase,status,started,comments,proof\nDNS,1,done,2026-01-01,new,https://d.example\n";
  await expect(imported(csv)).rejects.toMatchObject({
    code: "ROW_UNMATCHED",
    message: '1 row matches no topic in the roadmap: line 2 "DNS"',
  });
  expect(await imported(csv, { isAdding: true })).toEqual([
    "| DNS | 1 | 01.01.2026 | | Done | new | https://d.example |",
  ]);
});

test("an import with a hundred new phases reads the file only a few times", async () => {
  const rows = Array.from({ length: 100 }, (_, index) => `| T${index} | 1 |`).join("\n");
  const reading = parseRoadmap(`| Topic | Phase | Status |\n|---|---|---|\n${rows}\n`);
  const csv = `topic,phase\n${Array.from({ length: 100 }, (_, index) => `T${index},${index + 2}\n`).join("")}`;
  const all = csvRows(csv, reading.roadmap.settings, { isRaw: false, ignored: [] });
  const { requested } = importedOperations(reading.roadmap, { rows: all, isAdding: false, isClearing: false });
  const { text } = await planOperations(reading, requested, today);
  expect(text).toContain("| T99 | 101 |");
});

test.each([
  ["topic,status\nHTTP,doing-ish\n", 'line 2, column status: "doing-ish" is not a status'],
  ["topic,started\nHTTP,someday\n", 'line 2, column started: "someday" is not a date'],
  ["topic,started\nHTTP,2026-02-30\n", '"2026-02-30" is not a date'],
  ["topic,started\nHTTP,05/06/2026\n", 'ambiguous date "05/06/2026": day or month first?'],
  ["topic,finished\nHTTP,2026-01-01\n", 'line 2: cannot finish "HTTP" on 2026-01-01'],
  ["topic,Mentor\nHTTP,1\n", 'line 1: unknown column "Mentor"'],
  ["topic,status,State\nHTTP,,\n", 'line 1: unknown column "State"'],
  ["topic,status,status\nHTTP,,\n", 'line 1: two columns map to "status"'],
  ["status\nDone\n", "line 1: no topic column"],
  ["topic,track\nHTTP,Other\n", 'line 2, column track: "HTTP" is in none'],
  ["type,topic\nphase,HTTP\n", 'line 2, column type: "phase" is not "topic" or "task"'],
  ["topic,deliverables\nHTTP,x\n", 'line 2: the table of "HTTP" has no deliverables column'],
  ["topic,comments\nHTTP,a\u0007b\n", "line 2: the text contains a control character"],
  ['topic,comments\nHTTP,"open\nSQL,x\n', "unclosed quotation mark"],
  ['topic,comments\nHTTP,"a"b\n', "line 2: unexpected text after a closing quotation mark"],
  ['topic,comments\nHTTP,a"b\n', "line 2: quotation mark inside an unquoted field"],
  ["topic,comments\nHTTP,a,b\n", "line 2: the number of fields does not match the number of columns"],
  ["", "nothing to import"],
])("%j is refused with its position", async (csv, said) => {
  const refused = await imported(csv).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UserError);
  expect(refused instanceof Error && refused.message).toContain(said);
});

test("a row of a megabyte is refused before all of it is in memory", async () => {
  await expect(imported(`topic,comments\nHTTP,"${"x".repeat(1_100_000)}"\n`)).rejects.toThrow(
    "longer than 1048576 bytes",
  );
});

test.each([
  ["{", "not valid JSON: "],
  ["[]", 'the JSON has no "topics" list'],
  ['{"topics":[{"name":"a","prio":1}]}', 'topics[0]: unknown field "prio"'],
  ['{"topics":[{"name":"a","comments":1}]}', 'topics[0]: "comments" is not a string'],
  ['{"topics":[{}]}', "topics[0] has no name"],
  ['{"schemaVersion":2,"topics":[]}', "unsupported schemaVersion 2"],
])("the JSON %s is refused with its position", (text, said) => {
  expect(() => jsonRows(text)).toThrow(said);
});

test("an import that makes a topic done while its finish date is a plan says so", async () => {
  const reading = parseRoadmap("| Topic | Finished | Status |\n|---|---|---|\n| SQL | 2026-12-20 | |\n", { today });
  const rows = csvRows("topic,status\nSQL,done\n", reading.roadmap.settings, { isRaw: false, ignored: [] });
  const { requested } = importedOperations(reading.roadmap, { rows, isAdding: false, isClearing: false });
  const { results } = await planOperations(reading, requested, today);
  expect(results.flatMap(({ notes }) => notes)).toEqual([
    "it is done, but its finish date (2026-12-20) is after today",
  ]);
});
