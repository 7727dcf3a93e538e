// Undo against a model: random changes, edits by hand, undos and redos in any order.

import { expect, test } from "vitest";
import { planRequested, requestOperation } from "../../src/app/requested-operations.js";
import { planReversal, type ReversalChoice } from "../../src/app/undo/plan-reversal.js";
import { UserError } from "../../src/model/errors.js";
import { operations } from "../../src/operations/index.js";
import { fc } from "../support/fast-check.js";
import { recordedIds, saveWith, type TestRoadmap } from "../support/journal-driver.js";
import { makeTempFolder } from "../support/temp-folder.js";
import { copyOf, freshModel, type Model, render, reversed, reversedOne, topicRow } from "../support/undo-model.js";

interface Act {
  readonly kind:
    | "change"
    | "undo"
    | "redo"
    | "undo-one"
    | "redo-one"
    | "edit"
    | "insert"
    | "remove"
    | "prose"
    | "rename"
    | "move"
    | "double";
  readonly at: number;
  readonly more: number;
  readonly text: string;
}

const texts = fc.constantFrom(
  "",
  "Done",
  "In Progress",
  "2026-11-22",
  "x",
  "a \\| b",
  "网络 👩‍👩‍👧",
  "1",
  "seen twice",
);
const acts = (kinds: readonly Act["kind"][]) =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(30), more: fc.nat(4), text: texts }), {
    minLength: 4,
    maxLength: 30,
  });

const own = ["change", "change", "change", "undo", "undo", "redo"] as const;
const named = ["undo-one", "undo-one", "redo-one"] as const;
const around = ["edit", "insert", "remove", "prose"] as const;
const columns = ["phase", "started", "finished", "status", "comments"];

/** One command of the program: the operation and its input. */
function stepOf({ rows }: Model, { at, more, text }: Act) {
  const row = rows[at % rows.length];
  if (!row) throw new Error("no rows");
  if (row.kind === "task")
    return requestOperation([operations.check, operations.uncheck][more % 2] ?? operations.check, { task: row.name });
  const [operation = operations.start, input = {}] =
    [
      [operations.start, {}],
      [operations.finish, {}],
      [operations.set, { comments: text, phase: String(more) }],
      [operations.reset, {}],
      [operations.block, {}],
    ][more] ?? [];
  return requestOperation(operation as never, { topic: row.name, ...input });
}

let nextId = 100;

interface Between {
  /** What was done to rows since the last save. */
  readonly since: Set<string>;
  readonly mayBeTimid: boolean;
}

/**
 * An edit by hand, whose meaning only the model knows. Between two saves, rows are either added, removed or renamed
 * where the new text could be explained in several ways: a row removed where another is duplicated or inserted looks
 * like a rename, and of two new rows with one name it is unclear which one was there before. A row with the previous
 * text of the removed row below it may be refused for the same reason.
 */
function editByHand(model: Model, { kind, at, more, text }: Act, { since, mayBeTimid }: Between): void {
  const { rows } = model;
  const row = rows[at % rows.length];
  if (kind === "prose") model.prose = `words ${text} ${more}`;
  if (!row || row.kind === "task") return;
  if (since.has("double") && (kind === "rename" || kind === "remove")) return;
  if ((since.has("rename") || since.has("remove")) && kind === "double") return;
  if ((since.has("remove") && kind === "insert") || (since.has("insert") && kind === "remove")) return;
  if (!mayBeTimid && ((since.has("remove") && kind === "edit") || (since.has("edit") && kind === "remove"))) return;
  since.add(kind);
  const index = rows.indexOf(row);
  const topics = rows.filter((one) => one.kind === "topic").length;
  if (kind === "edit") row.cells.set(columns[more] ?? "comments", more === 1 || more === 2 ? "2026-01-01" : text);
  if (kind === "insert") rows.splice(index, 0, topicRow(nextId++, `Subject ${nextId}`));
  if (kind === "remove" && topics > 2) rows.splice(index, 1);
  if (kind === "rename") row.name = `${row.name} again`;
  if (kind === "move") rows.unshift(...rows.splice(index, 1));
  if (kind === "double") rows.splice(index, 0, { ...row, id: nextId++, cells: new Map(row.cells) });
}

interface Tally {
  reversals: number;
  refusals: number;
  /** Whether it may refuse although the model knows what is meant. */
  readonly mayBeTimid: boolean;
}

/** Applies the acts to the program and to the model; after each, both must have the same bytes. */
async function play(list: readonly Act[], tally: Tally): Promise<void> {
  const roadmap: TestRoadmap = { text: "", stateFolder: makeFolder(), realPath: "/somewhere/roadmap.md" };
  let model = freshModel(5, 2);
  roadmap.text = render(model);
  const since = new Set<string>();
  for (const act of list) {
    const before = roadmap.text;
    if (act.kind === "change") model = await change(roadmap, model, act);
    else if (act.kind === "undo" || act.kind === "redo") model = await reverseLast(roadmap, model, { act, tally });
    else if (act.kind === "undo-one" || act.kind === "redo-one")
      model = await reverseNamed(roadmap, model, { act, tally });
    else {
      editByHand(model, act, { since, mayBeTimid: tally.mayBeTimid });
      roadmap.text = render(model);
      continue;
    }
    if (roadmap.text !== before) since.clear();
    expect(roadmap.text).toBe(render(model));
  }
}

async function change(roadmap: TestRoadmap, model: Model, act: Act): Promise<Model> {
  try {
    const planned = await saveWith(roadmap, planRequested([stepOf(model, act)]));
    const changed = planned.results.flatMap((result) => result.changed);
    if (changed.length === 0) return model;
    const row = model.rows[act.at % model.rows.length];
    if (!row) throw new Error("no row");
    const next = copyOf(model);
    const cells = changed.map(({ column, from, to }) => ({ id: row.id, column, from, to }));
    for (const { column, to } of cells) next.rows.find(({ id }) => id === row.id)?.cells.set(column, to);
    const made = { cells };
    next.done.push(made);
    next.events.push(made);
    next.undone.length = 0;
    return next;
  } catch (error) {
    if (error instanceof UserError) return model;
    throw error;
  }
}

interface Reversing {
  readonly act: Act;
  readonly tally: Tally;
}

async function reverseLast(roadmap: TestRoadmap, model: Model, { act, tally }: Reversing): Promise<Model> {
  const direction = act.kind === "undo" ? "undo" : "redo";
  const count = 1 + (act.more % 3);
  const stack = direction === "undo" ? model.done : model.undone;
  const expected = stack.length === 0 ? model : reversed(model, direction, count);
  return (await tryReversal(roadmap, { request: { direction, count }, expected, tally })) ?? model;
}

/** Now and then, the opposite follows at once, which restores the bytes. */
async function reverseNamed(roadmap: TestRoadmap, model: Model, { act, tally }: Reversing): Promise<Model> {
  const [direction, back] = act.kind === "undo-one" ? (["undo", "redo"] as const) : (["redo", "undo"] as const);
  const changes = [...new Set(model.events)];
  const index = act.at % Math.max(1, changes.length);
  const change = changes[index];
  if (!change) return model;
  const id = recordedIds(roadmap)[index] ?? "";
  const before = roadmap.text;
  const expected = reversedOne(model, direction, change);
  const after = await tryReversal(roadmap, { request: { direction, change: id }, expected, tally });
  if (after === null || act.more > 0) return after ?? model;
  const isWritten = render(after) !== before;
  const again = await tryReversal(roadmap, {
    request: { direction: back, change: id },
    expected: reversedOne(after, back, change),
    tally,
  });
  if (again !== null && isWritten) expect(roadmap.text).toBe(before);
  return again ?? after;
}

interface Attempt {
  readonly request: { readonly direction: "undo" | "redo" } & ReversalChoice;
  /** The model afterwards; null if it has to be refused. */
  readonly expected: Model | null;
  readonly tally: Tally;
}

/** Null if it is refused. */
async function tryReversal(roadmap: TestRoadmap, { request, expected, tally }: Attempt): Promise<Model | null> {
  try {
    const env = { XDG_STATE_HOME: roadmap.stateFolder };
    await saveWith(roadmap, planReversal({ ...request, env, isDryRun: false }));
    expect(expected).not.toBeNull();
    tally.reversals++;
    return expected;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tally.refusals++;
    const isTimid = expected !== null && error.code !== "MEANING_WOULD_CHANGE";
    if (isTimid && !tally.mayBeTimid) throw error;
    return null;
  }
}

const folders: string[] = [];
function makeFolder(): string {
  const folder = `${folders[0]}/${nextId++}`;
  return folder;
}

// Untouched text is found, whatever was edited around it.
test("undo and redo restore what a change wrote and keep every other edit, or refuse if its text has changed", async () => {
  folders[0] = makeTempFolder();
  const tally = { reversals: 0, refusals: 0, mayBeTimid: false };
  await fc.assert(
    fc.asyncProperty(acts([...own, ...around]), (list) => play(list, tally)),
    { numRuns: 160 },
  );
  expect(tally.reversals).toBeGreaterThan(250);
  expect(tally.refusals).toBeGreaterThan(10);
});

test("after rows were renamed, moved and duplicated by hand, undo may refuse but never changes anything else", async () => {
  folders[0] = makeTempFolder();
  const tally = { reversals: 0, refusals: 0, mayBeTimid: true };
  await fc.assert(
    fc.asyncProperty(acts([...own, ...around, "rename", "move", "double"]), (list) => play(list, tally)),
    { numRuns: 120 },
  );
  expect(tally.reversals).toBeGreaterThan(100);
});

test("any one change is undone and redone exactly below others, or refused if they build on it", async () => {
  folders[0] = makeTempFolder();
  const tally = { reversals: 0, refusals: 0, mayBeTimid: false };
  await fc.assert(
    fc.asyncProperty(acts([...own, ...named, ...around]), (list) => play(list, tally)),
    { numRuns: 200 },
  );
  expect(tally.reversals).toBeGreaterThan(400);
  expect(tally.refusals).toBeGreaterThan(100);
});

test("fifty changes can be undone and redone in any order", async () => {
  folders[0] = makeTempFolder();
  const tally = { reversals: 0, refusals: 0, mayBeTimid: false };
  const many = fc.array(fc.record({ kind: fc.constantFrom(...own), at: fc.nat(30), more: fc.nat(4), text: texts }), {
    minLength: 50,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(many, (list) => play(list, tally)),
    { numRuns: 20 },
  );
});
