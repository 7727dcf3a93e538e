// Views fit the terminal: whatever the file contains, no line is too wide.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bodyStart } from "../../src/markdown/front-matter-place.js";
import { readRoadmap } from "../../src/markdown/read-roadmap.js";
import { readBlocksWithRemark } from "../../src/markdown/remark.js";
import { scanBlocks } from "../../src/markdown/scan/index.js";
import { nextSteps } from "../../src/model/next.js";
import { withSeverity } from "../../src/model/problem.js";
import { type ProgressKey, progressKeys, progressOf } from "../../src/model/progress.js";
import { plainCanvas } from "../../src/views/canvas.js";
import { dashboardLines } from "../../src/views/dashboard-lines.js";
import { doctorLines, fixLines } from "../../src/views/doctor-lines.js";
import { listLines } from "../../src/views/list-lines.js";
import { nextLines } from "../../src/views/next-lines.js";
import { problemLines } from "../../src/views/problem-lines.js";
import { progressLines } from "../../src/views/progress-lines.js";
import { showLines } from "../../src/views/show-lines.js";
import { terminal } from "../support/canvases.js";
import { corpusPaths } from "../support/corpus.js";
import { paceViews } from "../support/pace-views.js";
import { tooWide, wideText } from "../support/widths.js";

const today = "2026-11-22";
const widths = [20, 40, 80, 140];

/** Every view of the file, as one text. */
function everyView(text: string, width: number): string {
  const from = bodyStart(text);
  const { roadmap, problems } = readRoadmap(text, scanBlocks(text, from) ?? readBlocksWithRemark(text, from), {
    today,
  });
  const found = problems.map(withSeverity);
  const canvas = { ...plainCanvas, width };
  const path = "roadmap.md";
  const doctor = { fixable: null, offered: null, isUnfolded: false, meaningOf: () => wideText };
  const unread = problems.find(({ code }) => code === "TABLE_UNREAD");
  // Commands are never cut, and hints are.
  const screen = { ...terminal(width), hasHints: false };
  const kinds = (key: ProgressKey) => (["topics", "tasks"] as const).map((kind) => progressOf(roadmap, key, kind));
  const next = { steps: nextSteps(roadmap, 100), today, isLimited: false };
  return [
    ...[canvas, screen].flatMap((drawn) => [
      ...dashboardLines({ roadmap, path, today, unread, remarks: [] }, drawn),
      ...listLines(roadmap, { ...roadmap, columns: null, layout: "grouped", today }, drawn),
      ...listLines(roadmap, { ...roadmap, columns: null, layout: "folded", today }, drawn),
      ...nextLines(roadmap, next, drawn),
      ...progressKeys.flatMap((key) => progressLines(kinds(key), drawn)),
    ]),
    ...problemLines(problems, { text, path }, canvas),
    ...[canvas, screen].flatMap((drawn) => [
      ...doctorLines({ ...doctor, files: [{ path, text, topics: 1, tasks: 2, problems: found }] }, drawn),
      ...doctorLines({ ...doctor, files: [{ path: wideText, text: "", topics: 1, tasks: 2, problems: [] }] }, drawn),
    ]),
    ...fixLines({ fixed: fixedIn(text), left: found }, canvas),
    ...paceViews(roadmap, canvas),
    ...[...roadmap.topics.slice(0, 50), ...roadmap.tasks.slice(0, 50)].flatMap((thing) =>
      [canvas, screen].flatMap((drawn) =>
        showLines(
          {
            roadmap,
            thing,
            line: 1,
            problems: [],
            text,
            path,
            today,
            changes: [],
            days: { started: null, finished: null },
          },
          drawn,
        ),
      ),
    ),
  ].join("\n");
}

function fixedIn(text: string) {
  const lines = text.split("\n").slice(0, 50);
  return lines.map((from, index) => ({ code: "TEXT_DAMAGED", line: index + 1, from, to: `${from}${from}` }));
}

test.each(widths)("difficult texts fit %i columns", (width) => {
  expect(tooWide(everyView(wideText, width), width)).toEqual([]);
});

test.each(widths)("an empty roadmap fits %i columns", (width) => {
  expect(tooWide(everyView("", width), width)).toEqual([]);
});

test.skipIf(corpusPaths.length === 0).each(widths)("every real roadmap of the corpus fits %i columns", (width) => {
  const over = corpusPaths.flatMap((path) =>
    tooWide(everyView(readFileSync(path, "utf8"), width), width).map((line) => `${path}: ${line}`),
  );
  expect(over).toEqual([]);
});
