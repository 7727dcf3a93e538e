// The views of undo: they fit the terminal, and show old → new in the direction of the change.

import { expect, test } from "vitest";
import type { RecordedChange } from "../../src/model/history/journal.js";
import { plainCanvas } from "../../src/views/canvas.js";
import { journalLines, reversalLines } from "../../src/views/undo-lines.js";
import { tooWide } from "../support/widths.js";

function kept(name: string, from: string, to: string): RecordedChange {
  const changed = [
    { name, column: "comments", from, to },
    { name, column: "mark", from: " ", to: "x" },
  ];
  return { kind: "change", id: name, at: "2026-11-22T18:05:00Z", summary: `set ${name}`, changed, edits: [] };
}

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
    ...journalLines({ changes: listed, problem }, canvas),
    ...journalLines({ changes: [], problem: null }, canvas),
    ...(["undo", "redo"] as const).flatMap((direction) => [
      ...reversalLines(
        { direction, reversed, back: 3, isChangedSince: true, hasConflict: true, problem: null },
        canvas,
      ),
      ...reversalLines(
        { direction, reversed: [], back: 1, isChangedSince: false, hasConflict: false, problem },
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
      { direction, reversed, back: 1, isChangedSince: false, hasConflict: false, problem: null },
      { ...plainCanvas, width: 80 },
    );
  expect(lines("undo")).toEqual([
    "✓ undone: set HTTP",
    "  HTTP   comments  seen → (blank)   mark  [x] → [ ]",
    "  `roadmap redo` applies it again",
    "  next: roadmap next",
  ]);
  expect(lines("redo")[1]).toBe("  HTTP   comments  (blank) → seen   mark  [ ] → [x]");
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
    { changes: listed, problem: null },
    { ...plainCanvas, width: Number.POSITIVE_INFINITY },
  );
  expect(line).toMatch(/(?:comments \(blank\) → seen \d, ){6}and 4994 more$/);
});

test("equal values of a change are listed once, and an added or removed task is not a mark", () => {
  const line = (...changed: readonly { column: string; from: string; to: string }[]) => {
    const change = { ...kept("HTTP", "", ""), changed: changed.map((one) => ({ name: "HTTP", ...one })) };
    const listed = [{ change, number: 1, state: "done", localMinute: "" } as const];
    return journalLines({ changes: listed, problem: null }, { ...plainCanvas, width: Number.POSITIVE_INFINITY })[1];
  };
  const phase = { column: "phase", from: "1", to: "Basics" };
  expect(line(phase, phase, phase, { ...phase, from: "2" })).toMatch(
    / phase 1 → Basics \(3 times\), phase 2 → Basics$/,
  );
  expect(line({ column: "mark", from: "x", to: "" })).toMatch(/ removed {2}\[x\]$/);
  expect(line({ column: "mark", from: "", to: " " })).toMatch(/ added {2}\[ \]$/);
});
