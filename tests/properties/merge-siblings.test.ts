// Topics and tasks of real roadmaps, replaced by very similar ones on one side, and done on the other side.

import { expect, test } from "vitest";
import { applyEdits, parseRoadmap, type Roadmap } from "../../src/index.js";
import { cellAt } from "../../src/model/blocks.js";
import { type Span, textAt } from "../../src/text/edit.js";
import { endOfLine } from "../../src/text/lines.js";
import { wordsOf } from "../../src/text/normalize.js";
import { isQuicklyRead } from "../support/check-merge.js";
import { corpusFolder, hasCorpus } from "../support/corpus.js";
import { markdownFilesIn } from "../support/markdown-files.js";
import { isSameName } from "../support/merge-oracle.js";
import { tryMerge } from "../support/merge-texts.js";

/** The positions in a text of an element's name and of its status. */
interface Thing {
  readonly name: Span;
  readonly state: Span;
  readonly done: string;
}

function thingsIn({ text, topics, tasks }: Roadmap): Thing[] {
  const rows = topics.flatMap(({ row, table: { columns } }): Thing[] => {
    const [topic, status] = [columns.get("topic"), columns.get("status")];
    if (topic === undefined || status === undefined) return [];
    const [name, state] = [cellAt(row, topic), cellAt(row, status)];
    return name && state && name.end > name.start ? [{ name, state: state.slot, done: " Erledigt " }] : [];
  });
  const lines = tasks.map(({ mark }): Thing => {
    const name = { start: mark.end + 2, end: endOfLine(text, mark.end) };
    return { name, state: mark, done: /x/i.test(textAt(text, mark)) ? " " : "x" };
  });
  return [...rows, ...lines];
}

function mostAlike(name: string, names: readonly string[]): string[] {
  const own = new Set(wordsOf(name));
  const alike = (other: string) => {
    const words = wordsOf(other);
    return words.filter((word) => own.has(word)).length / (words.length + own.size);
  };
  const ranked = names
    .filter((other) => wordsOf(other).join() !== wordsOf(name).join())
    .map((other) => [other, alike(other)] as const);
  return ranked
    .sort((a, b) => b[1] - a[1])
    .slice(0, Number(process.env.SIBLINGS ?? 1))
    .map(([other]) => other);
}

test.skipIf(!hasCorpus)(
  "similar topics of real roadmaps do not get each other's values (skipped if there are none)",
  () => {
    const files = markdownFilesIn(corpusFolder)
      .map((text) => parseRoadmap(text).roadmap)
      .filter(({ text }) => text.length < 30_000);
    const all = files.map((roadmap) => ({ roadmap, things: thingsIn(roadmap) }));
    const names = all.flatMap(({ roadmap, things }) =>
      things.slice(0, 40).map(({ name }) => textAt(roadmap.text, name).trim()),
    );
    const counts = { all: 0, conflicts: 0, leftToGit: 0, nearCertain: 0 };
    for (const {
      roadmap: { text: base },
      things,
    } of all) {
      const step = Math.max(1, Math.floor(things.length / 4));
      for (const { name, state, done } of things.filter((_, index) => index % step === 0)) {
        const was = textAt(base, name).trim();
        for (const other of mostAlike(was, names)) {
          const ours = applyEdits(base, [{ at: name, text: other }]);
          const theirs = applyEdits(base, [{ at: state, text: done }]);
          if (!isQuicklyRead({ base, ours, theirs })) continue;
          const { checked } = tryMerge({ base, ours, theirs });
          counts.all++;
          // Both changed one line, so git reports a conflict.
          if (typeof checked === "string") counts.leftToGit++;
          else if (checked.conflicts > 0) counts.conflicts++;
          else if (isSameName(was, other)) counts.nearCertain++;
          else expect.fail(`"${other}" gets the values of "${was}"`);
        }
      }
    }
    if (process.env.SHOW) console.log(counts);
    expect(counts.conflicts).toBeGreaterThan(counts.all * 0.9);
  },
);
