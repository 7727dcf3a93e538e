// Where git merges lines without a conflict, the merge gives the same bytes, or is a documented exception.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseRoadmap, type Topic } from "../../src/index.js";
import type { Versions } from "../../src/merge/hunks.js";
import { cellsOf } from "../../src/model/blocks.js";
import { textAt } from "../../src/text/edit.js";
import { normalize } from "../../src/text/normalize.js";
import { isQuicklyRead } from "../support/check-merge.js";
import { fc } from "../support/fast-check.js";
import { changed, generateChanges } from "../support/generate-changes.js";
import { generateDistinctRoadmap } from "../support/generate-distinct-roadmap.js";
import { generateRoadmap } from "../support/generate-roadmap.js";
import { tryMerge } from "../support/merge-texts.js";
import { makeTempFolder } from "../support/temp-folder.js";

/** Git's merge of the three; null if it reports a conflict. */
function gitMerge(folder: string, texts: Versions<string>): string | null {
  const path = (name: string) => join(folder, `${name}.md`);
  for (const [name, text] of Object.entries(texts)) writeFileSync(path(name), text);
  const ran = spawnSync("git", ["merge-file", "-p", path("ours"), path("base"), path("theirs")], { encoding: "utf8" });
  return ran.status === 0 ? ran.stdout : null;
}

/** Names that only git kept and a side deleted: the other side moved them. */
function isMovedAndDeleted(gits: string, merged: string, { ours, theirs }: Versions<string>): boolean {
  const names = (text: string) => {
    const { topics, tasks } = parseRoadmap(text).roadmap;
    return new Set([...topics, ...tasks].map(({ name }) => normalize(name)));
  };
  const [kept, before] = [names(merged), [names(ours), names(theirs)]];
  const lost = [...names(gits)].filter((name) => !kept.has(name));
  return lost.length > 0 && lost.every((name) => before.some((side) => !side.has(name)));
}

/** Among repeated names, git may pick another one as the one that was moved or aligned. */
function hasRepeatedNames(texts: Versions<string>): boolean {
  return Object.values(texts).some((text) => {
    const { tables, topics, tasks } = parseRoadmap(text).roadmap;
    const empty = tables.filter(({ table }) => table.rows.length === 0);
    const headers = empty.map(({ table }) =>
      cellsOf(table.header)
        .map(({ start, end }) => text.slice(start, end))
        .join("|"),
    );
    const names = [topics, tasks].map((all) => all.map(({ name }) => normalize(name)));
    return [headers, ...names].some((all) => new Set(all).size < all.length);
  });
}

/** A conflict over a topic that one side deleted and the other renamed and moved: for git that is another row. */
function isRenamedAndDeleted({ base, ours, theirs }: Versions<string>): boolean {
  const [before, ...sides] = [base, ours, theirs].map((text) => {
    const { topics } = parseRoadmap(text).roadmap;
    return new Map(topics.map((topic) => [normalize(topic.name), cellsBesideName(text, topic)]));
  });
  const known = before ?? new Map<string, string>();
  const lost = [...known].filter(([name]) => sides.every((side) => !side.has(name)));
  const added = sides.flatMap((side) => [...side].filter(([name]) => !known.has(name)));
  return lost.some(([, cells]) => added.some(([, others]) => others === cells));
}

function cellsBesideName(text: string, { row, table }: Topic): string {
  return cellsOf(row)
    .filter((_, column) => column !== table.columns.get("topic"))
    .map(({ start, end }) => text.slice(start, end))
    .join("|");
}

/** A table or a column that one side, with a new header or new cells, made read as something else. */
function isReadDifferently({ base, ours, theirs }: Versions<string>): boolean {
  const [before = [], ...sides] = [base, ours, theirs].map(columnsByTable);
  return sides.some(
    (tables) => tables.length !== before.length || before.some((columns, table) => isAnyOther(columns, tables[table])),
  );
}

type Columns = readonly { readonly header: string; readonly kind: string | undefined }[];

function columnsByTable(text: string): Columns[] {
  return parseRoadmap(text).roadmap.tables.map(({ table, columns }) => {
    const kinds = new Map([...columns].map(([kind, column]) => [column, kind]));
    return cellsOf(table.header).map((cell, column) => ({ header: textAt(text, cell), kind: kinds.get(column) }));
  });
}

/** A renamed column is the one in the same place. */
function isAnyOther(before: Columns, after: Columns = []): boolean {
  return before.some(({ header, kind }, column) => {
    const inPlace = before.length === after.length ? after[column] : undefined;
    const now = after.find((other) => other.header === header) ?? inPlace;
    return now !== undefined && now.kind !== kind;
  });
}

/** A conflict over a topic or task that one side deleted, and the other changed and moved: git keeps it. */
function isChangedAndDeleted({ base, ours, theirs }: Versions<string>): boolean {
  const [before, ...sides] = [base, ours, theirs].map((text) => {
    const { topics, tasks } = parseRoadmap(text).roadmap;
    return new Map([
      ...topics.map((topic) => [normalize(topic.name), cellsBesideName(text, topic)] as const),
      ...tasks.map(({ name, mark }) => [normalize(name), textAt(text, mark)] as const),
    ]);
  });
  return [...(before ?? [])].some(
    ([name, content]) =>
      sides.some((side) => !side.has(name)) && sides.some((side) => side.has(name) && side.get(name) !== content),
  );
}

/** A conflict over a topic, task or table that git puts under a heading where neither side had it. */
function isUnderNewHeading(gits: string, { ours, theirs }: Versions<string>): boolean {
  const known = new Set([ours, theirs].flatMap(namesWithHeading));
  return namesWithHeading(gits).some((name) => !known.has(name));
}

function namesWithHeading(text: string): string[] {
  const { topics, tasks, tables, blocks } = parseRoadmap(text).roadmap;
  const placed = [
    ...topics.map(({ name, row }) => ({ name, start: row.start })),
    ...tasks.map(({ name, span }) => ({ name, start: span.start })),
    ...tables.map(({ table }, index) => ({ name: `table ${index}`, start: table.header.start })),
  ];
  return placed.map(({ name, start }) => {
    const heading = blocks.headings.findLast(({ span }) => span.start < start);
    return `${normalize(name)}\n${heading === undefined ? "" : textAt(text, heading.content)}`;
  });
}

/** A conflict over a table without topics: only its header and heading identify it, and each side changed one of them. */
function isUnknownTable({ base, ours, theirs }: Versions<string>): boolean {
  const [before = [], ...sides] = [base, ours, theirs].map((text) => {
    const { tables, blocks } = parseRoadmap(text).roadmap;
    const empty = tables.filter(({ table }) => table.rows.length === 0);
    return empty.map(({ table: { header } }) => {
      const heading = blocks.headings.findLast(({ span }) => span.start < header.start);
      return `${textAt(text, header)}\n${heading === undefined ? "" : textAt(text, heading.content)}`;
    });
  });
  return before.some((table) => sides.every((side) => !side.includes(table)));
}

/** A blank column under another name is another column, with blank cells of its own: only their spaces may differ. */
function isSpacesOfRenamedColumn(gits: string, merged: string, texts: Versions<string>): boolean {
  const withOneSpace = (text: string) => text.replace(/\| *(?=\|)/g, "| ");
  const headers = Object.values(texts).map((text) =>
    parseRoadmap(text)
      .roadmap.tables.map(({ table }) => textAt(text, table.header))
      .join("\n"),
  );
  return new Set(headers).size > 1 && withOneSpace(gits) === withOneSpace(merged);
}

/** Names that occur in one table, or as tasks, more often than in any version: git duplicated a topic or task. */
function doubledNames(text: string, texts: Versions<string>): string[] {
  const counts = (one: string) => {
    const { tables, topics, tasks } = parseRoadmap(one).roadmap;
    const numbers = new Map(tables.map((table, index) => [table, index]));
    const names = new Map<string, number>();
    const count = (name: string) => names.set(name, (names.get(name) ?? 0) + 1);
    for (const { name, table } of topics) count(`${numbers.get(table)} ${normalize(name)}`);
    for (const { name } of tasks) count(normalize(name));
    return names;
  };
  const known = Object.values(texts).map(counts);
  return [...counts(text)]
    .filter(([name, count]) => known.every((version) => (version.get(name) ?? 0) < count))
    .map(([name]) => name);
}

/** The conflicts that docs/limits.md names where git has none. */
function isDocumentedConflict(gits: string, texts: Versions<string>): boolean {
  return (
    isRenamedAndDeleted(texts) ||
    isChangedAndDeleted(texts) ||
    isReadDifferently(texts) ||
    isUnknownTable(texts) ||
    isUnderNewHeading(gits, texts)
  );
}

test("if git merges cleanly, the bytes are git's, except as listed in docs/limits.md", () => {
  const folder = makeTempFolder();
  const counts = {
    all: 0,
    gitClean: 0,
    same: 0,
    doubled: 0,
    movedAndDeleted: 0,
    repeated: 0,
    spaces: 0,
    conflict: 0,
  };
  fc.assert(
    fc.property(
      fc.oneof(generateDistinctRoadmap(), generateRoadmap()),
      generateChanges(3),
      generateChanges(3),
      (base, first, second) => {
        const texts = { base, ours: changed(base, first, "o"), theirs: changed(base, second, "t") };
        if (!isQuicklyRead(texts)) return;
        const { checked: merged } = tryMerge(texts);
        if (typeof merged === "string") return;
        counts.all++;
        const gits = gitMerge(folder, texts);
        if (gits === null) return;
        counts.gitClean++;
        if (gits === merged.text) counts.same++;
        else if (doubledNames(gits, texts).length > 0) counts.doubled++;
        else if (isMovedAndDeleted(gits, merged.text, texts)) counts.movedAndDeleted++;
        else if (hasRepeatedNames(texts)) counts.repeated++;
        else if (isSpacesOfRenamedColumn(gits, merged.text, texts)) counts.spaces++;
        else if (merged.conflicts > 0 && isDocumentedConflict(gits, texts)) counts.conflict++;
        else expect.fail(`git merges otherwise: ${JSON.stringify({ ...texts, gits, merged: merged.text }, null, 1)}`);
      },
    ),
    { numRuns: Number(process.env.MERGE_RUNS ?? 600) },
  );
  if (process.env.SHOW) console.log(counts);
  expect(counts.same).toBeGreaterThan(counts.gitClean * 0.95);
});
