// Score: real roadmaps of other people are read as a careful person reads them, and ordinary documents have no topics.

import { join } from "node:path";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { corpusFolder, hasCorpus } from "../support/corpus.js";
import { markdownFilesIn } from "../support/markdown-files.js";
import { scoreGold, scoreLines } from "../support/score-gold.js";

test.skipIf(!hasCorpus)("real roadmaps are read as a careful person reads them", () => {
  const score = scoreGold(corpusFolder);
  const { counts } = score;
  expect(counts.rows).toBeGreaterThan(1000);
  const bars = {
    rows: counts.rowsRead / counts.rows >= 0.99,
    silent: counts.rowsLostSilently === 0,
    taught: counts.toldTablesTaught === counts.toldTables,
    falseRows: counts.falseRows / counts.rows <= 0.005,
    names: counts.namesRight / counts.names >= 0.99,
    statuses: counts.statusesRight / counts.statuses >= 0.99,
    dates: counts.datesRight / counts.dates >= 0.99,
    phases: counts.phasesRight / counts.phases >= 0.95,
    otherTables: counts.otherTablesTouched <= 2,
    tasks: counts.filesWithTasksRight === counts.files,
    files: counts.wholeFiles >= 92,
    filesWithTracker: counts.wholeFilesWithTracker >= 32,
  };
  const missed = Object.entries(bars).filter(([, isReached]) => !isReached);
  expect(missed, scoreLines(score).join("\n")).toEqual([]);
});

test("of the tables in the documentation of other packages, at most 1% are read", () => {
  const texts = markdownFilesIn(join(import.meta.dirname, "../../node_modules"));
  const roadmaps = texts.filter((text) => text.includes("|")).map((text) => parseRoadmap(text).roadmap);
  const tables = roadmaps.flatMap(({ blocks }) => blocks.tables);
  const read = roadmaps.flatMap((roadmap) =>
    roadmap.tables.map(({ table }) => roadmap.text.slice(table.header.start, table.header.end)),
  );
  expect(tables.length).toBeGreaterThan(10);
  expect(read.length / tables.length, read.join("\n")).toBeLessThanOrEqual(0.01);
});
