// Runs one operation on a page in every layout: makes the requested change, is idempotent, and can be undone.

import { expect } from "vitest";
import { applyEdits, parseRoadmap } from "../../src/index.js";
import { editedBlocks } from "../../src/markdown/edited-blocks.js";
import { type Operation, planEdits } from "../../src/operations/operation.js";
import { verifyChanges } from "../../src/operations/verify-changes.js";
import { verifyStructuralEdits } from "../../src/operations/verify-structural-edits.js";
import { comparable } from "./check-readers.js";

/** The date in tests. */
export const testDay = "2026-11-22";

/** One layout: how a page, written with LF and cells padded by one space, is laid out in a file. */
export interface PageLayout {
  readonly name: string;
  readonly layOut: (page: string) => string;
  /** Whether rows are aligned again, so that only their cells can be compared. */
  readonly isPadded?: boolean;
}

export const pageLayouts: readonly PageLayout[] = [
  { name: "as written", layOut: (page) => page },
  { name: "CRLF", layOut: (page) => page.replaceAll("\n", "\r\n") },
  { name: "byte order mark", layOut: (page) => `\ufeff${page}` },
  { name: "no final newline", layOut: (page) => page.replace(/\n$/, "") },
  { name: "tight table", layOut: (page) => mapRows(page, (cells) => `|${cells.join("|")}|`) },
  { name: "padded table", layOut: (page) => mapRows(page, (cells) => padded(cells)) },
  {
    name: "more text after it",
    layOut: (page) => `${page}\nSome prose.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [ ] other\n`,
  },
];

const columnWidth = 70;

function padded(cells: readonly string[]): string {
  return `|${cells.map((cell) => (/^:?-+:?$/.test(cell) ? ` ${"-".repeat(columnWidth)} ` : ` ${cell.padEnd(columnWidth)} `)).join("|")}|`;
}

function mapRows(page: string, draw: (cells: string[]) => string): string {
  const rows = page.split("\n").map((line) => {
    const [, prefix, cells] = /^([> ]*)\|(.*)\|$/.exec(line) ?? [];
    if (prefix === undefined || cells === undefined) return line;
    return prefix + draw(cells.split(/(?<!\\)\|/).map((cell) => cell.trim()));
  });
  return rows.join("\n");
}

/** The text after the operation; every change is verified as in the program. */
export function run<Input>(operation: Operation<Input>, input: Input, before: string): string {
  const { roadmap } = parseRoadmap(before, { today: testDay });
  const plan = operation.plan(roadmap, input, testDay);
  const edits = planEdits(roadmap, plan);
  const after = applyEdits(before, edits);
  const now = parseRoadmap(after, { today: testDay }).roadmap;
  const edited = editedBlocks(roadmap.blocks, { before, after, edits });
  if (edited) expect(comparable(edited)).toStrictEqual(comparable(now.blocks));
  if (plan.structuralEdit) verifyStructuralEdits(roadmap, now, [plan.structuralEdit]);
  else verifyChanges(roadmap, now, plan.changes);
  return after;
}

interface Example<Input> {
  readonly input: Input;
  readonly before: string;
  readonly after: string;
  /** Restores the text before the operation, if one operation can. */
  readonly undo?: (after: string) => string;
}

/** The example in all layouts: byte for byte, twice, and undone. */
export function checkOperation<Input>(
  operation: Operation<Input>,
  { input, before, after, undo }: Example<Input>,
): void {
  for (const { name, layOut } of pageLayouts) {
    const [from, to] = [layOut(before), layOut(after)];
    const once = run(operation, input, from);
    expect(once, `${operation.name}: ${name}`).toBe(to);
    expect(run(operation, input, once), `${operation.name} twice: ${name}`).toBe(to);
    if (undo) expect(undo(once), `${operation.name} undone: ${name}`).toBe(from);
  }
}

/** A page with one topic table; each row is given as the text between its outer pipes. */
export function page(...rows: string[]): string {
  const header = "Topic | Phase | Started | Finished | Status | Proof | Comments";
  const lines = [header, "--- | --- | --- | --- | --- | --- | ---", ...rows].map((row) => {
    const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
  });
  return `# Plan\n\n${lines.join("\n")}\n`;
}
