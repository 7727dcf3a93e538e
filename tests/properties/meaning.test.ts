// The meaning of a list of changes, against a model: random roadmaps with ambiguous rules, random operations.

import { expect, test } from "vitest";
import { planFixes } from "../../src/app/fix-roadmap.js";
import { planOperations } from "../../src/app/plan-operations.js";
import { requestOperation } from "../../src/app/requested-operations.js";
import { reverseChanges } from "../../src/app/undo/plan-reversal.js";
import { applyEdits, operations, parseRoadmap, UserError } from "../../src/index.js";
import { cellText, type Roadmap, type Topic } from "../../src/model/roadmap.js";
import { alignmentEdits } from "../../src/operations/align-table.js";
import { type AnyOperation, changeEdits } from "../../src/operations/operation.js";
import { hasColumn } from "../../src/operations/topic-changes.js";
import { textAt } from "../../src/text/edit.js";
import { testDay } from "../support/check-operation.js";
import { fc } from "../support/fast-check.js";

const statusTexts = [
  "",
  "-",
  "TBD",
  "Done",
  "DONE",
  "✅ Done",
  "🟢",
  "🟡",
  "⏳",
  "❌",
  "In Progress",
  "[Done](a.md)",
  "![](x.png)",
  "~~Done~~",
  "~~Todo~~ Done",
  "Todo / Doing / Finished",
  "🔴 Todo / 🟡 Doing / 🟢 Done",
  "🟢 Done",
  "🟢 Doing",
  "⏳ Todo",
  "Ok",
  "ok",
  "Blocked",
  "**Done**",
  "Not Started",
  "Erledigt",
];

const dateTexts = [
  "",
  "",
  "2026-01-05",
  "13/01/2026",
  "05/01/2026",
  "01/13/2026",
  "01/05/2026",
  "3.1.2026",
  "5 Jan 2026",
  "Jan 5, 2026",
  "2026/1/5",
  "TBD",
  "soon",
];

const frontMatters = [
  "",
  "",
  "",
  "status: { done: Ok, in-progress: Ok }",
  'status: { done: "🟢", blocked: "❌" }',
  "status: { in-progress: Done }",
  "dates: DD/MM/YYYY",
  "dates: MM/DD/YYYY",
  "columns: { comments: Owner }",
];

const columns = ["Phase", "Started", "Finished", "Status", "Comments"] as const;

const tables = fc.record({
  columns: fc.subarray([...columns], { minLength: 1 }),
  rows: fc.array(
    fc.record({
      Phase: fc.constantFrom("1", "2", "Basics", ""),
      Started: fc.constantFrom(...dateTexts),
      Finished: fc.constantFrom(...dateTexts),
      Status: fc.constantFrom(...statusTexts),
      Comments: fc.constantFrom("", "x", "Done", "🟢", "a \\| b"),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

interface File {
  readonly frontMatter: string;
  readonly tables: readonly (typeof tables extends fc.Arbitrary<infer Table> ? Table : never)[];
}

const files: fc.Arbitrary<File> = fc.record({
  frontMatter: fc.constantFrom(...frontMatters),
  tables: fc.array(tables, { minLength: 1, maxLength: 2 }),
});

function textOf({ frontMatter, tables }: File): string {
  let number = 0;
  const parts = tables.map(({ columns, rows }, index) => {
    const drawn = rows.map((row) => `| T${++number} | ${columns.map((column) => row[column]).join(" | ")} |`);
    return [
      `## Part ${index + 1}`,
      "",
      `| Topic | ${columns.join(" | ")} |`,
      `|---${"|---".repeat(columns.length)}|`,
      ...drawn,
      "",
    ];
  });
  const head = frontMatter === "" ? [] : ["---", "roadmap:", `  ${frontMatter}`, "---", ""];
  return [...head, ...parts.flat(), "- [ ] a task", "- [x] another"].join("\n");
}

const statuses = ["not-started", "in-progress", "done", "blocked", "skipped"] as const;
const days = ["2026-01-05", "2026-02-13", "2026-05-06", "2026-10-12", "2026-06-05"];

interface Asked {
  readonly op: "start" | "finish" | "block" | "skip" | "reset" | "reopen" | "set" | "add-topic" | "remove";
  readonly at: number;
  readonly value: { readonly [field in "status" | "started" | "finished" | "comments" | "phase" | "name"]?: string };
}

const asking: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    op: fc.constantFrom("start", "finish", "block", "skip", "reset", "reopen"),
    at: fc.nat(9),
    value: fc.constant({}),
  }),
  fc.record({
    op: fc.constant("set"),
    at: fc.nat(9),
    value: fc.oneof(
      fc.constantFrom(...statuses).map((status) => ({ status })),
      fc.constantFrom(...days).map((started) => ({ started })),
      fc.constantFrom(...days).map((finished) => ({ finished })),
      fc.constantFrom("x", "Done", "🔴 Todo / 🟢 Done").map((comments) => ({ comments })),
      fc.constantFrom("2", "Basics", "3").map((phase) => ({ phase })),
      fc.constantFrom("Z", "Done", "a | b").map((name) => ({ name })),
    ),
  }),
  fc.record({
    op: fc.constant("add-topic"),
    at: fc.nat(9),
    value: fc.oneof(
      fc.constant({}),
      fc.constantFrom(...statuses).map((status) => ({ status })),
      fc.constantFrom(...days).map((started) => ({ started })),
    ),
  }),
  fc.record({ op: fc.constant("remove"), at: fc.nat(9), value: fc.constant({}) }),
);

/** The expected meaning of a topic; undefined where it follows from fields that were not requested. */
interface Meant {
  name: string;
  status: string | undefined;
  started: string | null | undefined;
  finished: string | null | undefined;
  phase: string | null | undefined;
}

function meant({ name, status, started, finished, phase }: Topic): Meant {
  return { name, status, started, finished, phase: phase?.label ?? null };
}

/** The model's topics after an operation: written from the help texts, not from the code. */
function applyTo(it: Meant | undefined, { op, value }: Asked, topic: Topic): void {
  if (!it) return;
  const isDerived = !topic.isStatusWritten;
  if (op === "start") Object.assign(it, { status: "in-progress", started: it.started ?? maybe(topic, "started") });
  if (op === "finish") Object.assign(it, { status: "done", finished: it.finished ?? maybe(topic, "finished") });
  if (op === "block") it.status = "blocked";
  if (op === "skip") it.status = "skipped";
  if (op === "reset") Object.assign(it, { status: "not-started", started: null, finished: null });
  if (op === "reopen")
    Object.assign(it, { status: "in-progress", finished: topic.status === "done" ? null : it.finished });
  if (op === "set") {
    const { comments, ...asked } = value;
    Object.assign(it, asked);
    // A status without a cell follows from the dates.
    if (isDerived && ("started" in value || "finished" in value)) it.status = undefined;
  }
}

/** Today if the table has a blank cell for it; otherwise whatever the cell contains. */
function maybe(topic: Topic, column: "started" | "finished"): string | null | undefined {
  return hasColumn(topic, column) ? undefined : null;
}

async function plan(roadmap: Roadmap, asked: readonly Asked[]) {
  const model = roadmap.topics.map(meant);
  const names = roadmap.topics.map(({ name }) => name);
  const steps = asked.flatMap((one, index) => {
    const at = one.at % Math.max(1, roadmap.topics.length);
    const input =
      one.op === "add-topic" ? { name: `N${index}`, table: "1", ...one.value } : { topic: names[at], ...one.value };
    return [requestOperation(operations[one.op] as AnyOperation, input)];
  });
  return { model, planned: await planOperations({ roadmap, problems: [] }, steps, testDay) };
}

test("a list of changes means what was requested and nothing else, or is refused with a suggestion", async () => {
  const counts = { made: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      files,
      fc.uniqueArray(asking, { selector: ({ at }) => at, minLength: 1, maxLength: 4 }),
      async (file, asked) => {
        const { roadmap } = parseRoadmap(textOf(file), { today: testDay });
        const total = roadmap.topics.length;
        const distinct = asked.filter(
          (one, index) => asked.findIndex(({ at }) => at % total === one.at % total) === index,
        );
        try {
          const { model, planned } = await plan(roadmap, distinct);
          counts.made++;
          const indexes = distinct.map(({ at }) => at % total);
          const added: Meant[] = [];
          for (const [step, one] of distinct.entries()) {
            const topic = roadmap.topics[indexes[step] ?? 0];
            if (!topic) continue;
            if (one.op === "add-topic") added.push(addedMeaning(one, step, roadmap));
            else if (one.op !== "remove") applyTo(model[indexes[step] ?? 0], one, topic);
          }
          const gone = new Set(distinct.flatMap(({ op }, step) => (op === "remove" ? [indexes[step]] : [])));
          const expected = model.filter((_, index) => !gone.has(index));
          const after = parseRoadmap(planned.text, { today: testDay }).roadmap.topics.map(meant);
          const isNew = ({ name }: Meant) => added.some((one) => one.name === name);
          same(
            after.filter((one) => !isNew(one)),
            expected,
          );
          same(after.filter(isNew).sort(byName), added.sort(byName));
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          counts.refused++;
          expect(error.hint).not.toBe("");
        }
      },
    ),
    { numRuns: 2_000 },
  );
  expect(counts.made).toBeGreaterThan(300);
  expect(counts.refused).toBeGreaterThan(150);
});

function byName(one: Meant, other: Meant): number {
  return one.name < other.name ? -1 : 1;
}

function addedMeaning({ value }: Asked, step: number, { tables: [table] }: Roadmap): Meant {
  const has = (column: "status" | "started" | "phase") => table?.columns.has(column);
  const started = has("started") ? (value.started ?? null) : null;
  const status =
    value.status ?? (value.started === undefined ? "not-started" : has("status") ? "in-progress" : undefined);
  return { name: `N${step}`, status, started, finished: null, phase: undefined };
}

function same(found: readonly Meant[], expected: readonly Meant[]): void {
  expect(found.length).toBe(expected.length);
  for (const [index, one] of expected.entries()) {
    const now = found[index];
    const given = Object.entries(one).filter(([, value]) => value !== undefined);
    expect(now).toMatchObject(Object.fromEntries(given));
  }
}

test("doctor --fix and fmt do not change any meaning", async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(files, async (file) => {
      const text = textOf(file);
      const { roadmap, problems } = parseRoadmap(text, { today: testDay });
      const opened = { file: { text, path: "roadmap.md" }, roadmap, problems, today: testDay };
      const fixed = await planFixes(() => true)(opened as never).catch((error: unknown) => {
        if (error instanceof UserError) return { text };
        throw error;
      });
      const edits = roadmap.tables.flatMap(({ table }) => alignmentEdits(text, table, []));
      const aligned = applyEdits(text, edits);
      made += fixed.text === text ? 0 : 1;
      for (const after of [fixed.text, aligned])
        expect(parseRoadmap(after, { today: testDay }).roadmap.topics.map(meant)).toEqual(roadmap.topics.map(meant));
    }),
    { numRuns: 1_000 },
  );
  expect(made).toBeGreaterThan(100);
});

test("undo after an edit by hand restores the meaning and changes nothing else, or is refused", async () => {
  const counts = { made: 0, refused: 0 };
  const handwork = fc.record({
    at: fc.nat(9),
    status: fc.constantFrom(...statusTexts),
    day: fc.constantFrom(...dateTexts),
  });
  await fc.assert(
    fc.asyncProperty(files, asking, handwork, async (file, one, { at, status, day }) => {
      const text = textOf(file);
      const { roadmap } = parseRoadmap(text, { today: testDay });
      const index = one.at % roadmap.topics.length;
      if (one.op === "add-topic" || one.op === "remove") return;
      const planned = await plan(roadmap, [one]).then(
        (made) => made.planned,
        () => null,
      );
      if (planned === null || planned.edits.length === 0) return;
      const edits = planned.edits.map((edit) => ({ start: edit.at.start, old: textAt(text, edit.at), new: edit.text }));
      const change = { kind: "change", id: "1", summary: "change", changed: [], at: "", edits } as const;
      const stretches = [{ text, records: [change], end: planned.text }];
      const other = at % roadmap.topics.length;
      const edited = editedByHand(planned.text, other === index ? other + 1 : other, { status, day });
      const before = parseRoadmap(edited, { today: testDay }).roadmap;
      // A third text in a column of dates makes the table a timetable.
      if (before.topics.length !== roadmap.topics.length) return;
      const read = async (wanted: string) => parseRoadmap(wanted, { today: testDay }).roadmap;
      const result = await reverseChanges({ segments: stretches, roadmap: before, direction: "undo", count: 1, read });
      counts[result.kind === "refused" ? "refused" : "made"]++;
      if (result.kind === "refused" || edited === planned.text) return;
      const after = parseRoadmap(result.text, { today: testDay }).roadmap;
      const kept = after.topics.filter((_, position) => position !== index);
      expect(kept.map(meant)).toEqual(before.topics.filter((_, position) => position !== index).map(meant));
      const [was, now, is] = [roadmap.topics[index], before.topics[index], after.topics[index]];
      if (!was || !now || !is) expect.fail("a topic was lost");
      for (const column of ["started", "finished"] as const) {
        const isRestored = cellText(before, now, column) !== cellText(after, is, column);
        // An ambiguous date may have become clear.
        if (isRestored && was[column] === null && cellText(roadmap, was, column) !== "") continue;
        expect(is[column]).toBe((isRestored ? was : now)[column]);
      }
      const isRestored = cellText(before, now, "status") !== cellText(after, is, "status");
      const expected = isRestored ? was : now;
      if (expected.isStatusWritten) expect(is.status).toBe(expected.status);
    }),
    { numRuns: 5_000 },
  );
  expect(counts.made).toBeGreaterThan(200);
  expect(counts.refused).toBeGreaterThan(10);
});

/** Writes other texts into the status and date cells of one row. */
function editedByHand(text: string, at: number, { status, day }: { status: string; day: string }): string {
  const { roadmap } = parseRoadmap(text, { today: testDay });
  const topic = roadmap.topics[at];
  if (!topic) return text;
  const texts = { status, started: day, finished: day };
  const changes = (["status", "started", "finished"] as const)
    .filter((column) => hasColumn(topic, column))
    .map((column) => ({ topic, column, text: texts[column] }));
  return applyEdits(text, changeEdits(roadmap, changes));
}
