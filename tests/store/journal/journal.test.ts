// The journal on disk: what it contains, how large it grows, and that only intact lines count.

import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenedRoadmap } from "../../../src/app/open-roadmap.js";
import { planReversal } from "../../../src/app/undo/plan-reversal.js";
import { replayRecords } from "../../../src/model/history/journal.js";
import { fingerprint } from "../../../src/store/hash.js";
import { formatLine } from "../../../src/store/journal/line.js";
import { readJournal } from "../../../src/store/journal/read.js";
import { readRoadmapFile } from "../../../src/store/read-file.js";
import { recordAndSave } from "../../../src/store/save/record-and-save.js";
import { applyEdits } from "../../../src/text/edit.js";
import { saveWith, type TestRoadmap } from "../../support/journal-driver.js";
import { makeTempFolder } from "../../support/temp-folder.js";

const table = "| Topic | Notes |\n|---|---|\n| HTTP | 0 |\n";

function makeRoadmap(text = table): TestRoadmap {
  return { text, stateFolder: makeTempFolder(), realPath: "/here/roadmap.md" };
}

const envOf = ({ stateFolder }: TestRoadmap) => ({ XDG_STATE_HOME: stateFolder });
const folderOf = ({ stateFolder }: TestRoadmap) => join(stateFolder, "roadmap", "journal");
const pathOf = (roadmap: TestRoadmap) => join(folderOf(roadmap), readdirSync(folderOf(roadmap))[0] ?? "");
const read = (roadmap: TestRoadmap) => readJournal(envOf(roadmap), roadmap);

/** Sets the only note to a number. */
function note(roadmap: TestRoadmap, to: number) {
  return saveWith(roadmap, async ({ file: { text } }: OpenedRoadmap) => {
    const [, start = "", from = ""] = /^([\s\S]*\| HTTP \| )(\d+)/.exec(text) ?? [];
    const edits = [{ at: { start: start.length, end: start.length + from.length }, text: String(to) }];
    const changed = [{ name: "HTTP", column: "comments", from, to: String(to) }];
    const steps = [{ kind: "change" as const, summary: `set ${to}`, changed, edits }];
    return { edits, text: applyEdits(text, edits), steps };
  });
}

const undo = (roadmap: TestRoadmap, count: number) =>
  saveWith(roadmap, planReversal({ direction: "undo", count, env: envOf(roadmap), isDryRun: false }));

test("the journal is in a private folder, and contains the text once and then only changes", async () => {
  const roadmap = makeRoadmap(`${table}\n${"words ".repeat(1000)}\n`);
  await note(roadmap, 1);
  const first = statSync(pathOf(roadmap)).size;
  await note(roadmap, 2);
  expect(statSync(pathOf(roadmap)).size - first).toBeLessThan(500);
  expect([statSync(pathOf(roadmap)).mode & 0o777, statSync(folderOf(roadmap)).mode & 0o777]).toEqual([0o600, 0o700]);
  const { segments: stretches, problem } = read(roadmap);
  expect([stretches.length, problem, stretches[0]?.end]).toEqual([1, null, roadmap.text]);
});

test("an edit by another program starts a new segment", async () => {
  const roadmap = makeRoadmap();
  await note(roadmap, 1);
  roadmap.text += "by hand\n";
  await note(roadmap, 2);
  expect(read(roadmap).segments.map(({ text, end }) => [text, end])).toEqual([
    [table, table.replace("0", "1")],
    [`${table.replace("0", "1")}by hand\n`, roadmap.text],
  ]);
});

test("at least the last two hundred of a thousand changes can be undone at once", async () => {
  const roadmap = makeRoadmap();
  for (let number = 1; number <= 1000; number++) await note(roadmap, number);
  const { done } = replayRecords(read(roadmap).segments.flatMap(({ records }) => records));
  expect(done.length).toBeGreaterThanOrEqual(200);
  expect(done.length).toBeLessThanOrEqual(601);
  await undo(roadmap, 200);
  expect(roadmap.text).toBe(table.replace("0", "800"));
});

test("whatever byte is damaged, undo reverts the right change or nothing", async () => {
  const roadmap = makeRoadmap();
  for (let number = 1; number <= 3; number++) await note(roadmap, number);
  const { text } = roadmap;
  const whole = readFileSync(pathOf(roadmap));
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(pathOf(roadmap), damaged);
    const { segments: stretches, problem } = read(roadmap);
    expect(problem).not.toBeNull();
    // Without its last line, or the last two if the line break between them is damaged, it contains what came before.
    const known = [text, ...["2", "1"].map((number) => table.replace("0", number))];
    expect(stretches.every(({ end }) => known.includes(end))).toBe(true);
  }
});

test("whichever line is damaged, all changes after it can be undone, and none before it", async () => {
  for (const damagedLine of [0, 1, 2, 3]) {
    const roadmap = makeRoadmap();
    for (let number = 1; number <= 4; number++) await note(roadmap, number);
    const lines = readFileSync(pathOf(roadmap), "utf8").split("\n");
    lines[damagedLine] = lines[damagedLine]?.replace("kind", "kimd") ?? "";
    writeFileSync(pathOf(roadmap), lines.join("\n"));
    const { done } = replayRecords(read(roadmap).segments.flatMap(({ records }) => records));
    expect(done.map(({ summary }) => summary)).toEqual(["set 1", "set 2", "set 3", "set 4"].slice(damagedLine));
    await undo(roadmap, done.length);
    expect(roadmap.text).toBe(table.replace("0", String(damagedLine)));
  }
});

test("changes before a damaged last line count, but none is undone where the lost change wrote", async () => {
  const roadmap = makeRoadmap();
  for (let number = 1; number <= 3; number++) await note(roadmap, number);
  truncateSync(pathOf(roadmap), statSync(pathOf(roadmap)).size - 20);
  const { done } = replayRecords(read(roadmap).segments.flatMap(({ records }) => records));
  expect(done.map(({ summary }) => summary)).toEqual(["set 1", "set 2"]);
  await expect(undo(roadmap, 1)).rejects.toThrow();
  expect(roadmap.text).toBe(table.replace("0", "3"));
});

test("foreign bytes cost no change, wherever they are, and later changes follow the earlier ones", async () => {
  for (const at of [0, 1, 2, 3]) {
    const roadmap = makeRoadmap();
    for (let number = 1; number <= 2; number++) await note(roadmap, number);
    const lines = readFileSync(pathOf(roadmap), "utf8").split("\n").slice(0, -1);
    lines.splice(at, 0, at % 2 === 0 ? '{"kind":"chan' : '{"version":2}');
    writeFileSync(pathOf(roadmap), at === 3 ? lines.join("\n") : `${lines.join("\n")}\n`);
    expect(read(roadmap).problem).toMatch(/^the journal is damaged/);
    await note(roadmap, 3);
    await undo(roadmap, 3);
    expect(roadmap.text).toBe(table);
  }
});

test("after a damaged line, an edit by someone else and a new change, the new change can be undone", async () => {
  const roadmap = makeRoadmap();
  for (let number = 1; number <= 2; number++) await note(roadmap, number);
  writeFileSync(pathOf(roadmap), readFileSync(pathOf(roadmap), "utf8").replace('"kind":"text"', '"kind":"next"'));
  roadmap.text += "by hand\n";
  expect(read(roadmap)).toMatchObject({ segments: [], problem: expect.stringContaining("damaged") });
  await note(roadmap, 3);
  await undo(roadmap, 1);
  expect(roadmap.text).toBe(`${table.replace("0", "2")}by hand\n`);
});

test("a journal cut off at any byte contains only earlier changes, or none", async () => {
  const roadmap = makeRoadmap();
  for (let number = 1; number <= 3; number++) await note(roadmap, number);
  for (let size = statSync(pathOf(roadmap)).size - 1; size > 0; size--) {
    truncateSync(pathOf(roadmap), size);
    const { segments: stretches } = read(roadmap);
    const wholeLines = readFileSync(pathOf(roadmap), "utf8").split("\n").length - 1;
    expect(stretches.flatMap(({ records }) => records).length).toBe(Math.max(0, wholeLines - 1));
  }
});

test("a journal whose records do not lead to the text they promise is forged and ignored", async () => {
  const roadmap = makeRoadmap();
  await note(roadmap, 1);
  const before = fingerprint(Buffer.from(table));
  const text = formatLine({ kind: "text", path: roadmap.realPath, text: table }, { count: 1, after: before });
  const at = { start: table.indexOf("0"), end: table.indexOf("0") + 1 };
  const write = (old: string, after: string) => {
    const edits = [{ start: at.start, old, new: "1" }];
    const change = { kind: "change" as const, id: "1", at: "", summary: "", changed: [], edits, before };
    writeFileSync(pathOf(roadmap), Buffer.concat([text, formatLine(change, { count: 2, after })]));
    return read(roadmap);
  };
  const after = fingerprint(Buffer.from(roadmap.text));
  expect(write("0", after)).toMatchObject({ problem: null, segments: [{ end: roadmap.text }] });
  expect(write("7", after)).toMatchObject({ isUseless: true, segments: [] });
  expect(write("0", before)).toMatchObject({ isUseless: true, segments: [] });
});

test("a change that is not saved after all is not recorded", async () => {
  const roadmap = makeRoadmap();
  await note(roadmap, 1);
  const journal = readFileSync(pathOf(roadmap));
  const path = join(roadmap.stateFolder, "roadmap.md");
  writeFileSync(path, roadmap.text);
  const base = { ...readRoadmapFile(path, { maxBytes: 1000 }), realPath: roadmap.realPath };
  const edits = [{ at: { start: 0, end: 1 }, text: "x" }];
  const change = { edits, text: `x${roadmap.text.slice(1)}`, steps: [{ kind: "undo" as const, of: "1", edits }] };
  const lock = {
    realPath: roadmap.realPath,
    stateFolder: join(roadmap.stateFolder, "roadmap"),
    isStillHeld: () => false,
  };
  await expect(recordAndSave(base, change, lock)).rejects.toThrow();
  expect(readFileSync(pathOf(roadmap))).toEqual(journal);
});

test("the journal of another file is not used", async () => {
  const roadmap = makeRoadmap();
  await note(roadmap, 1);
  const path = pathOf(roadmap);
  const other = { ...roadmap, realPath: "/there/roadmap.md" };
  writeFileSync(path.replace(/[^/]*$/, `${fingerprint(Buffer.from(other.realPath))}.jsonl`), readFileSync(path));
  expect(read(other)).toMatchObject({ segments: [], isUseless: true });
});

test("fingerprints differ if one bit differs, and do not depend on the position in memory", () => {
  const bytes = Buffer.from(table);
  const seen = new Set([fingerprint(bytes)]);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const other = Buffer.from(bytes);
    other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    seen.add(fingerprint(other));
  }
  for (let length = 0; length < bytes.length; length++) seen.add(fingerprint(bytes.subarray(0, length)));
  expect(seen.size).toBe(1 + bytes.length * 9);
  const shifted = Buffer.concat([Buffer.from("x"), bytes]).subarray(1);
  expect(fingerprint(shifted)).toBe(fingerprint(bytes));
  expect(fingerprint(bytes)).toMatch(/^[0-9a-f]{16}$/);
});
