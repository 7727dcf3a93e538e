// Resolve, on git's merges of random changes: every way of resolving ends without markers, as chosen.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findConflictBlocks } from "../../src/markdown/conflict-markers.js";
import type { Conflict } from "../../src/merge/conflicts/blocks.js";
import { sideText } from "../../src/merge/conflicts/sides.js";
import { UserError } from "../../src/model/errors.js";
import { fc } from "../support/fast-check.js";
import { conflictsOf, resolvedText, roadmapOf } from "../support/resolve-text.js";
import { makeTempFolder } from "../support/temp-folder.js";

const words = ["Go", "HTTP", "SQL", "Kafka", "Docker", "C\\|C"];
const row = fc.tuple(
  fc.constantFrom(...words),
  fc.constantFrom("", "1", "2"),
  fc.constantFrom("", "Done", "`Blocked`"),
  fc.constantFrom("", "a", "b c"),
);
const task = fc.tuple(fc.constantFrom(" ", "x", "/"), fc.constantFrom("read the book", "write a parser", "sleep"));

type Change = {
  readonly at: number;
  readonly kind: "cell" | "delete" | "add" | "swap";
  readonly row: readonly string[];
  readonly column: number;
};

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(5),
  kind: fc.constantFrom("cell", "cell", "cell", "delete", "add", "swap"),
  row,
  column: fc.nat(3),
});

function changed(rows: readonly (readonly string[])[], changes: readonly Change[]): (readonly string[])[] {
  const made = [...rows];
  for (const { at, kind, row: other, column } of changes) {
    const index = at % Math.max(1, made.length);
    const own = made[index];
    if (kind === "add" || !own) made.splice(index, 0, other);
    else if (kind === "delete") made.splice(index, 1);
    else if (kind === "swap") made.splice(index, 1, ...(made[index + 1] ? [made[index + 1] ?? own] : []), own);
    else made[index] = own.map((cell, place) => (place === column ? (other[place] ?? cell) : cell));
  }
  return made;
}

const ending = { lf: "\n", crlf: "\r\n" };

function page(
  rows: readonly (readonly string[])[],
  tasks: readonly (readonly string[])[],
  layout: keyof typeof ending,
): string {
  const lines = [
    "# Plan",
    "",
    "| Topic | Phase | Status | Notes |",
    "|---|---|---|---|",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
    "",
    "## Tasks",
    "",
    ...tasks.map(([mark, text]) => `- [${mark}] ${text}`),
    "",
  ];
  return lines.join(ending[layout]);
}

function merged(place: string, style: string, texts: readonly string[]): string {
  const names = ["ours", "base", "theirs"].map((name) => join(place, name));
  for (const [index, name] of names.entries()) writeFileSync(name, texts[index] ?? "");
  const args = ["merge-file", "-p", ...(style === "" ? [] : [style]), ...names];
  return spawnSync("git", args, { encoding: "utf8" }).stdout;
}

const scene = fc.record({
  rows: fc.array(row, { minLength: 2, maxLength: 6 }),
  ours: fc.array(change, { minLength: 1, maxLength: 3 }),
  theirs: fc.array(change, { minLength: 1, maxLength: 3 }),
  tasks: fc.tuple(fc.array(task, { maxLength: 3 }), fc.array(task, { maxLength: 3 }), fc.array(task, { maxLength: 3 })),
  layout: fc.constantFrom<keyof typeof ending>("lf", "crlf"),
});

type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

function textOf(place: string, style: string, { rows, ours, theirs, tasks, layout }: Scene): string {
  const texts = [
    page(changed(rows, ours), tasks[1], layout),
    page(rows, tasks[0], layout),
    page(changed(rows, theirs), tasks[2], layout),
  ];
  return merged(place, style, texts);
}

const runs = { numRuns: 100 };

test("without a base, choosing one side for everything gives that side of every conflict", () => {
  const place = makeTempFolder();
  fc.assert(
    fc.property(scene, fc.constantFrom("ours", "theirs"), (values, side) => {
      const text = textOf(place, "", values);
      if (conflictsOf(text).length > 0)
        expect(resolvedText(text, side)).toBe(sideText(text, findConflictBlocks(text), side).text);
    }),
    runs,
  );
});

test.each(["", "--diff3", "--zdiff3"])(
  "resolved one by one, in any order, merges %s end without markers and without a lost topic",
  (style) => {
    const place = makeTempFolder();
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.nat(1000)), (values, choices) => {
        let text = textOf(place, style, values);
        const kept = namesKept(text);
        for (let left = conflictsOf(text); left.length > 0; left = conflictsOf(text)) {
          const pick = choices.next().value ?? 0;
          text = resolvedOne(text, left[pick % left.length], pick % 3 === 0 ? "ours" : "theirs");
          expect(conflictsOf(text).length).toBeLessThan(left.length);
        }
        expect(text).not.toMatch(/^(?:<{7}|={7}|>{7}|\|{7})/m);
        const names = roadmapOf(text).topics.map(({ name }) => name);
        const isRenamed = [...values.ours, ...values.theirs].some(
          ({ kind, column }) => kind === "cell" && column === 0,
        );
        for (const name of isRenamed ? [] : kept) expect(names).toContain(name);
      }),
      runs,
    );
  },
);

/** Lines of one name may depend on each other: then nothing was written, and everything left is resolved together. */
function resolvedOne(text: string, conflict: Conflict | undefined, side: "ours" | "theirs"): string {
  const isLine = conflict?.kind === "row" || conflict?.kind === "parts";
  try {
    return resolvedText(text, isLine ? "both" : side, { words: [`${conflict?.number}`] });
  } catch (error) {
    const isTogether = error instanceof UserError && error.code === "CONFLICTS_HANG_TOGETHER";
    if (!isTogether || namesOfSides(text).every(isUnique)) throw error;
    return resolvedText(text, side);
  }
}

/** The names of topics and tasks on each side. */
function namesOfSides(text: string): string[][] {
  const blocks = findConflictBlocks(text);
  return (["ours", "theirs", "base"] as const).map((side) => {
    const { topics, tasks } = roadmapOf(sideText(text, blocks, side).text);
    return [...topics, ...tasks].map(({ name }) => name);
  });
}

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** Names of topics that all sides have: none removed them. For repeated names that is not certain. */
function namesKept(text: string): string[] {
  const sides = namesOfSides(text);
  const [ours = [], ...others] = sides;
  if (!sides.every(isUnique)) return [];
  return ours.filter((name) => words.includes(name) && others.every((names) => names.includes(name)));
}
