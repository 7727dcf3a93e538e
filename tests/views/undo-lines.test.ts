// The views of undo: they fit the terminal, and show old → new in the direction of the change.

import { expect, test } from "vitest";
import type { RecordedChange } from "../../src/model/history/journal.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { journalLines, reversalLines } from "../../src/views/undo-lines.js";
import { terminal } from "../support/canvases.js";
import { tooWide } from "../support/widths.js";

function kept(name: string, from: string, to: string): RecordedChange {
  const changed = [
    { name, column: "comments", from, to },
    { name, column: "mark", from: " ", to: "x" },
  ];
  return { kind: "change", id: name, at: "2026-11-22T18:05:00Z", summary: `set ${name}`, changed, edits: [] };
}

const now = "2026-11-22T18:07:00Z";
const long = "Pneumonoultramicroscopicsilicovolcanoconiosis and 図書管理システムの学習進捗管理表 👩‍👩‍👧‍👦 at length";
const changes = [kept("HTTP", "", "seen"), kept(long, long, "x"), kept("e\u0301\u001b[31m", "a", long)];

test.each([20, 21, 40, 80, 140])("the report of any change fits %i columns", (width) => {
  const canvas = { ...plainCanvas, width };
  const listed = changes.map((change, index) => ({
    change,
    number: index === 0 ? null : index,
    state: (["redoable", "done", "undone"] as const)[index] ?? "done",
    localMinute: "2026-11-22 18:05",
  }));
  const reversed = changes.map((change, index) => ({ change, isAlready: index === 0 }));
  const problem = "the journal is damaged, and what it told is lost";
  const shown = [
    ...journalLines({ changes: listed, problem, now }, canvas),
    ...journalLines({ changes: [], problem: null, now }, canvas),
    ...(["undo", "redo"] as const).flatMap((direction) => [
      ...reversalLines(
        { direction, reversed, back: 3, isChangedSince: true, hasConflict: true, problem: null, now },
        canvas,
      ),
      ...reversalLines(
        { direction, reversed: [], back: 1, isChangedSince: false, hasConflict: false, problem, now },
        canvas,
      ),
    ]),
  ].join("\n");
  expect(tooWide(shown, width)).toEqual([]);
  expect(shown).not.toContain("\u001b");
});

test("undo shows the new value before the restored one, and redo the reverse", () => {
  const reversed = [{ change: kept("HTTP", "", "seen"), isAlready: false }];
  const lines = (direction: "undo" | "redo") =>
    reversalLines(
      { direction, reversed, back: 1, isChangedSince: false, hasConflict: false, problem: null, now },
      { ...plainCanvas, width: 80 },
    );
  expect(lines("undo")).toEqual([
    "✓ Undone: set HTTP.",
    "  Comments  seen → (blank)",
    "  Mark      [x] → [ ]",
    "  `roadmap redo` applies it again",
  ]);
  expect(lines("redo").slice(0, 3)).toEqual([
    "✓ Redone: set HTTP.",
    "  Comments  (blank) → seen",
    "  Mark      [ ] → [x]",
  ]);
});

test.each([
  ["2026-11-22T18:05:30Z", "just now"],
  ["2026-11-22T18:06:00Z", "1 minute ago"],
  ["2026-11-22T19:04:00Z", "59 minutes ago"],
  ["2026-11-22T19:05:00Z", "1 hour ago"],
  ["2026-11-24T18:04:00Z", "47 hours ago"],
  ["2026-11-24T18:05:00Z", "2 days ago"],
  ["2026-11-22T18:00:00Z", "just now"],
])("at %s, a terminal says that the change was made %s", (now, ago) => {
  const reversed = [{ change: kept("HTTP", "", "seen"), isAlready: false }];
  const shown = {
    direction: "undo",
    reversed,
    back: 1,
    isChangedSince: false,
    hasConflict: false,
    problem: null,
  } as const;
  expect(reversalLines({ ...shown, now }, terminal(80))[0]).toBe(`✓ Undone: set HTTP (${ago}).`);
});

test("undo of a change of several topics and tasks names each", () => {
  const change = { ...kept("HTTP", "", "seen"), changed: changes.flatMap(({ changed }) => changed.slice(0, 1)) };
  const shown = { direction: "undo", back: 1, isChangedSince: false, hasConflict: false, problem: null, now } as const;
  expect(reversalLines({ ...shown, reversed: [{ change, isAlready: false }] }, terminal(60)).slice(1, 6)).toEqual([
    "  HTTP",
    "    Comments  seen → (blank)",
    "  Pneumonoultramicroscopicsilicovolcanoconiosis and 図書管…",
    "    Comments  x →",
    "              Pneumonoultramicroscopicsilicovolcanoconiosis",
  ]);
});

const day = "2026-11-22T";
const recorded = [
  ["redoable", `${day}18:06:00Z`, "finish HTTP", [["finished", "", "2026-11-22"]], undefined],
  ["done", `${day}18:05:00Z`, "move Kafka", [], "moved below REST"],
  ["done", `${day}12:05:00Z`, "move write a parser", [], "moved"],
  ["done", "2026-11-20T18:05:00Z", "add topic Rust Ownership", [["phase", "", "3"]], "added below Go"],
  ["done", "2026-10-20T18:05:00Z", "add task write a printer", [["mark", "", " "]], "added"],
  ["done", "2026-10-01T18:05:00Z", "add column Owner", [], "column added after Proof"],
] as const;

function listed(canvas: Canvas): string[] {
  const changes = recorded.map(([state, at, summary, values, outcome], index) => {
    const changed = values.map(([column, from, to]) => ({ name: summary, column, from, to }));
    const change = { ...kept("", "", ""), summary, at, changed, ...(outcome === undefined ? {} : { outcome }) };
    const localMinute = at.slice(0, 16).replace("T", " ");
    return { change, number: state === "redoable" ? null : index, state, localMinute };
  });
  return journalLines({ changes, problem: null, now }, canvas);
}

test("a terminal lists the changes with how long ago they were, and what moved or was added", () => {
  expect(listed(terminal(80))).toEqual([
    "-  1 minute ago   finish HTTP               undone  finished (blank) → 2026-11-…",
    "1  2 minutes ago  move Kafka                        moved below REST",
    "2  6 hours ago    move write a parser               moved",
    "3  2 days ago     add topic Rust Ownership          added below Go, phase (blan…",
    "4  33 days ago    add task write a printer          added  [ ]",
    "5  52 days ago    add column Owner                  column added after Proof",
    "",
    "→ roadmap undo    or: roadmap redo",
  ]);
  expect(listed(terminal(40))).toEqual([
    "-  finish HTTP               undone",
    "1  move Kafka",
    "2  move write a parser",
    "3  add topic Rust Ownership",
    "4  add task write a printer",
    "5  add column Owner",
    "",
    "→ roadmap undo    or: roadmap redo",
  ]);
  expect(listed(terminal(140))).toEqual([
    "-  1 minute ago   finish HTTP               undone  finished (blank) → 2026-11-22",
    "1  2 minutes ago  move Kafka                        moved below REST",
    "2  6 hours ago    move write a parser               moved",
    "3  2 days ago     add topic Rust Ownership          added below Go, phase (blank) → 3",
    "4  33 days ago    add task write a printer          added  [ ]",
    "5  52 days ago    add column Owner                  column added after Proof",
    "",
    "→ roadmap undo    or: roadmap redo",
  ]);
});

test("a pipe lists the changes with the minute, and both commands", () => {
  expect(listed(plainCanvas)).toEqual([
    "#  When              Change                            What",
    "-  2026-11-22 18:06  finish HTTP               undone  finished (blank) → 2026-11-22",
    "1  2026-11-22 18:05  move Kafka                        moved below REST",
    "2  2026-11-22 12:05  move write a parser               moved",
    "3  2026-11-20 18:05  add topic Rust Ownership          added below Go, phase (blank) → 3",
    "4  2026-10-20 18:05  add task write a printer          added  [ ]",
    "5  2026-10-01 18:05  add column Owner                  column added after Proof",
    "  commands: `roadmap undo` or `roadmap redo`",
  ]);
});

test("the list shows only the first values of a change with thousands", () => {
  const changed = Array.from({ length: 5000 }, (_, row) => ({
    name: "HTTP",
    column: "comments",
    from: "",
    to: `seen ${row}`,
  }));
  const change = { ...kept("HTTP", "", ""), changed };
  const listed = [{ change, number: 1, state: "done", localMinute: "" } as const];
  const [, line] = journalLines(
    { changes: listed, problem: null, now },
    { ...plainCanvas, width: Number.POSITIVE_INFINITY },
  );
  expect(line).toMatch(/(?:comments \(blank\) → seen \d, ){6}and 4994 more$/);
});

test("equal values of a change are listed once, and an added or removed task is not a mark", () => {
  const line = (...changed: readonly { column: string; from: string; to: string }[]) => {
    const change = { ...kept("HTTP", "", ""), changed: changed.map((one) => ({ name: "HTTP", ...one })) };
    const listed = [{ change, number: 1, state: "done", localMinute: "" } as const];
    return journalLines(
      { changes: listed, problem: null, now },
      { ...plainCanvas, width: Number.POSITIVE_INFINITY },
    )[1];
  };
  const phase = { column: "phase", from: "1", to: "Basics" };
  expect(line(phase, phase, phase, { ...phase, from: "2" })).toMatch(
    / phase 1 → Basics \(3 times\), phase 2 → Basics$/,
  );
  expect(line({ column: "mark", from: "x", to: "" })).toMatch(/ removed {2}\[x\]$/);
  expect(line({ column: "mark", from: "", to: " " })).toMatch(/ added {2}\[ \]$/);
});
