// Changes of real roadmaps: each changes one line, is undone to the byte, and leaves everything else as it was read.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { parseText } from "../../src/app/parse-text.js";
import { planRequested, requestOperation } from "../../src/app/requested-operations.js";
import { planReversal } from "../../src/app/undo/plan-reversal.js";
import { type Roadmap, UserError } from "../../src/index.js";
import { type ColumnKind, dayKinds } from "../../src/model/columns.js";
import { cellTexts, columnNames, type Topic, type TopicTable } from "../../src/model/roadmap.js";
import { headersOf } from "../../src/operations/find-column.js";
import { type OperationName, operations } from "../../src/operations/index.js";
import { normalize } from "../../src/text/normalize.js";
import { testDay } from "../support/check-operation.js";
import { corpusPaths, hasCorpus } from "../support/corpus.js";
import { saveWith } from "../support/journal-driver.js";
import { makeTempFolder } from "../support/temp-folder.js";

interface Asked {
  readonly name: OperationName;
  readonly input: Readonly<Record<string, string | readonly string[]>>;
}

/** One change of each kind that applies to a table. */
function changesOf(roadmap: Roadmap, table: TopicTable): Asked[] {
  const topics = roadmap.topics.filter((topic) => topic.table === table);
  const [first, last] = [topics[0], topics.at(-1)];
  if (!first || !last) return [];
  const named = (topic: Topic, input: Asked["input"] = {}) => ({ topic: `topic #${topic.number}`, ...input });
  const open = topics.find(({ status }) => status === "not-started" || status === "in-progress");
  const done = topics.findLast(({ status }) => status === "done");
  const own = columnNames(roadmap.text, table).findIndex((_, column) => ![...table.columns.values()].includes(column));
  const values: Partial<Record<ColumnKind | "own", Asked["input"]>> = {
    comments: { comments: "a | remark" },
    phase: { phase: "99" },
    started: { started: "2026-01-05" },
    finished: { finished: "2026-11-05" },
    due: { due: "2027-01-05" },
    proof: { proof: ["https://a.example/pull/1"] },
    own: { column: [`${headersOf(roadmap, table)[own]}=other`] },
  };
  const kinds = [...table.columns.keys(), ...(own < 0 ? [] : (["own"] as const))];
  const number = table.number === null ? {} : { table: String(table.number) };
  const setStatus = table.columns.has("status") ? [{ name: "set", input: named(last, { status: "" }) } as const] : [];
  const openOnes = (["start", "finish", "block", "skip"] as const).flatMap((name) =>
    open ? [{ name, input: named(open) }] : [],
  );
  const doneOnes = (["reset", "reopen"] as const).flatMap((name) => (done ? [{ name, input: named(done) }] : []));
  return [
    ...openOnes,
    ...doneOnes,
    ...setStatus,
    ...kinds.flatMap((kind): Asked[] => (values[kind] ? [{ name: "set", input: named(first, values[kind]) }] : [])),
    { name: "rename", input: named(first, { to: "Quite another name" }) },
    { name: "add-topic", input: { name: "An added topic", ...number } },
    { name: "remove", input: named(last) },
    { name: "move", input: named(last, { before: `topic #${first.number}` }) },
    { name: "add-column", input: { name: "Zeta", ...number } },
  ];
}

/** What a topic says, by its place in the file. */
function readingOf(roadmap: Roadmap, topic: Topic): string {
  const { name, status, phase, table } = topic;
  return JSON.stringify([
    [name, status, normalize(phase?.label ?? ""), ...dayKinds.map((kind) => topic[kind])],
    [...cellTexts(roadmap, topic).values()].filter((text) => text !== ""),
    roadmap.tables.indexOf(table),
  ]);
}

function columnsOf({ text, tables }: Roadmap): string[] {
  return tables.map(
    (table) => `${table.statusForm} ${columnNames(text, table).filter((name) => !/^(?:zeta|column \\d+)$/.test(name))}`,
  );
}

/** What two lists differ in: the elements of each that the other lacks. */
function difference(before: readonly string[], after: readonly string[]): [string[], string[]] {
  const left = [...after];
  const gone = before.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [gone, left];
}

const rowCounts: Partial<Record<OperationName, readonly [gone: number, added: number]>> = {
  "add-topic": [0, 1],
  remove: [1, 0],
};

function linesOf(text: string): string[] {
  return text.split(/(?<=\r\n|\n|\r(?!\n))/).map((line) => line.replace(/[\r\n]+$/, ""));
}

function checkChange(before: Roadmap, after: Roadmap, { name }: Asked): void {
  expect(columnsOf(after)).toEqual(columnsOf(before));
  const [gone, added] = difference(linesOf(before.text), linesOf(after.text));
  const readings = (roadmap: Roadmap) => roadmap.topics.map((topic) => readingOf(roadmap, topic));
  const changed = difference(readings(before), readings(after));
  if (name === "add-column") {
    expect(gone).toHaveLength(added.length);
    expect(changed).toEqual([[], []]);
    return;
  }
  // A row that moves away from the phase that its blank cell continued has it written.
  const moved = name === "move" && gone.length === 0 ? [0, 0] : [1, 1];
  const counts = rowCounts[name] ?? moved;
  expect([gone.length, added.length]).toEqual(counts);
  expect(changed.map(({ length }) => length)).toEqual(counts);
  const tasks = ({ tasks: all }: Roadmap) => all.map((task) => `${task.name} ${task.status} ${task.phase?.label}`);
  expect(tasks(after)).toEqual(tasks(before));
}

/** The refusals that a real roadmap may give a reason for. */
const refusals: ReadonlySet<string> = new Set([
  ...["COLUMN_MISSING", "COLUMN_OF_KIND", "COLUMN_REPEATED", "DATE_ORDER_UNCLEAR", "FINISH_BEFORE_START"],
  ...["MEANING_WOULD_CHANGE", "ROW_SHIFTED", "STATUS_NOT_WRITABLE", "VALUE_UNDECIDED"],
]);

test.skipIf(!hasCorpus)("a change of a real roadmap changes one line, and is undone to the byte", async () => {
  const folder = makeTempFolder();
  const wrong: string[] = [];
  let [made, refused] = [0, 0];
  for (const path of corpusPaths) {
    const text = readFileSync(path, "utf8");
    const reading = await parseText(text, testDay);
    for (const asked of reading.roadmap.tables.flatMap((table) => changesOf(reading.roadmap, table))) {
      const file = { text, stateFolder: `${folder}/${made}`, realPath: `/roadmaps/${made}.md` };
      const where = `${basename(path)} ${asked.name} ${JSON.stringify(asked.input)}`;
      try {
        await saveWith(file, planRequested([requestOperation(operations[asked.name], asked.input)]), reading);
        if (file.text === text) continue;
        made++;
        const after = await parseText(file.text, testDay);
        checkChange(reading.roadmap, after.roadmap, asked);
        const env = { XDG_STATE_HOME: file.stateFolder };
        await saveWith(file, planReversal({ direction: "undo", count: 1, env, isDryRun: false }), after);
        expect(file.text).toBe(text);
      } catch (error) {
        refused++;
        const isReasonable = error instanceof UserError && refusals.has(error.code);
        if (!isReasonable) wrong.push(`${where}: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(made).toBeGreaterThan(8 * refused);
});
