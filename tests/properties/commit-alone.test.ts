// Committing one change next to edits by hand: exactly that change on the last commit's text, or a refusal.

import { expect, test } from "vitest";
import { separate } from "../../src/app/commit-alone.js";
import type { JournalSegment } from "../../src/model/history/journal.js";
import { textAt } from "../../src/text/edit.js";
import { editsBetween } from "../../src/text/edits-between.js";
import { fc } from "../support/fast-check.js";

type Row = readonly [name: string, status: string, proof: string];

interface Edit {
  readonly kind: string;
  readonly at: number;
  readonly to: number;
  readonly row: Row;
}

const names = [
  "Kafka Basics",
  "Kafka Basic",
  "Redis Basics",
  "Redis",
  "SQL",
  "SQL Joins",
  "消息队列",
  "HTTP/2",
  "HTTP/3",
];
const row: fc.Arbitrary<Row> = fc.tuple(
  fc.constantFrom(...names),
  fc.constantFrom("", "In Progress", "Done"),
  fc.constantFrom("", "", "x", "https://example.org/1"),
);
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom("rename", "rename", "remove", "insert", "move", "cell"),
  at: fc.nat(5),
  to: fc.nat(6),
  row,
});

const textOf = (rows: readonly Row[]) =>
  `# Plan\n\n| Topic | Status | Proof |\n|---|---|---|\n${rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("")}`;

function edited(rows: readonly Row[], { kind, at, to, row: other }: Edit): Row[] {
  const copy = [...rows];
  const index = at % rows.length;
  const [name, status, proof] = copy[index] ?? other;
  if (kind === "rename") copy[index] = [other[0], status, proof];
  else if (kind === "cell") copy[index] = [name, other[1], other[2]];
  else if (kind === "insert") copy.splice(to % (rows.length + 1), 0, other);
  else if (rows.length > 2) {
    const [taken] = copy.splice(index, 1);
    if (kind === "move" && taken) copy.splice(to % rows.length, 0, taken);
  }
  return copy;
}

const count = (rows: readonly Row[], name: string) => rows.filter(([other]) => other === name).length;

test("a commit differs from the last one only in the requested change of the named row", async () => {
  let committed = 0;
  const proof = "https://example.org/new";
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 2, maxLength: 6 }),
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      fc.nat(7),
      async (last, edits, chosen) => {
        const byHand = edits.reduce(edited, last);
        const index = chosen % byHand.length;
        const name = byHand[index]?.[0] ?? "";
        const changed = byHand.map((one, at): Row => (at === index ? [name, "Done", proof] : one));
        const change = { base: textOf(byHand), text: textOf(changed) };
        const separated = await separate(textOf(last), change, []);
        if (separated === null) return;
        committed++;
        const wanted = last.map((one): Row => (one[0] === name ? [name, "Done", proof] : one));
        // Among rows of the same name it is one of them, if no edit by hand has changed their number.
        if (count(last, name) === 1) expect(separated.text).toBe(textOf(wanted));
        const others = separated.text.split("\n").filter((line) => !line.startsWith(`| ${name} |`));
        expect(others).toEqual(
          textOf(last)
            .split("\n")
            .filter((line) => !line.startsWith(`| ${name} |`)),
        );
        expect([count(last, name) > 0, count(byHand, name)]).toEqual([true, count(last, name)]);
      },
    ),
    { numRuns: 400 },
  );
  expect(committed).toBeGreaterThan(80);
});

interface Page {
  readonly title: string;
  readonly rows: readonly Readonly<Record<"status" | "proof" | "notes", string>>[];
}

const start: Page = { title: "Plan", rows: Array.from({ length: 3 }, () => ({ status: "", proof: "", notes: "" })) };
const step = fc.record({
  kind: fc.constantFrom("own", "title", "notes"),
  at: fc.nat(2),
  column: fc.constantFrom("status", "proof"),
  value: fc.constantFrom("Done", "Blocked"),
});

const pageText = ({ title, rows }: Page) =>
  `# ${title}\n\n| Topic | Status | Proof | Notes |\n|---|---|---|---|\n${rows
    .map(({ status, proof, notes }, index) => `| ${"ABC"[index]} | ${status} | ${proof} | ${notes} |\n`)
    .join("")}`;

test("edits by hand of other cells and of the title are not committed, in whatever order they were made", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), fc.nat(2), async (steps, last) => {
      const final = { kind: "own", at: last, column: "status", value: "In Progress" } as const;
      let [page, own] = [start, start];
      let change = { base: "", text: "" };
      const segments: JournalSegment[] = [];
      for (const [index, { kind, at, column, value }] of [...steps, final].entries()) {
        const set = (old: Page, field: "status" | "proof" | "notes"): Page => ({
          ...old,
          rows: old.rows.map((cells, row) =>
            row === at ? { ...cells, [field]: field === "status" ? value : `${field} ${value.length}` } : cells,
          ),
        });
        const base = pageText(page);
        if (kind === "title") page = { ...page, title: `${page.title} ${value}` };
        else page = set(page, kind === "own" ? column : "notes");
        if (kind !== "own") continue;
        own = set(own, column);
        const text = pageText(page);
        if (text === base) continue;
        change = { base, text };
        const edits = editsBetween(base, text).map((edit) => ({
          start: edit.at.start,
          old: textAt(base, edit.at),
          new: edit.text,
        }));
        const record = { kind: "change", id: `${index}`, at: "", summary: `${index}`, changed: [], edits } as const;
        segments.push({ text: base, records: [record], end: text });
      }
      const separated = await separate(pageText(start), change, segments);
      expect(separated?.text).toBe(pageText(own));
    }),
    { numRuns: 150 },
  );
});
