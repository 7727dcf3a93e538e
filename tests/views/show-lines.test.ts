// Show lines: what the status cell of a topic says beyond its status.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { plainCanvas } from "../../src/views/canvas.js";
import { showLines } from "../../src/views/show-lines.js";

function statusLine(cells: string): string | undefined {
  const text = `| Topic | Status | Started |\n|---|---|---|\n| HTTP | ${cells} |\n`;
  const { roadmap } = parseRoadmap(text, { today: "2026-11-30" });
  const [topic] = roadmap.topics;
  if (!topic) throw new Error(`no topic in ${text}`);
  const history = { changes: [], days: { started: null, finished: null } };
  const shown = { roadmap, topic, tasks: [], problems: [], text, path: "plan.md", today: "2026-11-30", ...history };
  return showLines(shown, { ...plainCanvas, width: 80 }).find((line) => line.startsWith("  status"));
}

test.each([
  ["✅ Done (week 2) |", 'done, "✅ Done (week 2)"'],
  ["3/5 |", 'in progress, "3/5"'],
  ["doing-ish |", 'not started, "doing-ish"'],
  ["**In progress**, chapter 4 | 2026-11-18", 'in progress, "In progress, chapter 4", 12 days'],
  ["✅ Done |", "done"],
  ["Terminé |", "done"],
  ["🚧 | 2026-11-18", "in progress, 12 days"],
  ["🟡 |", 'not started, "🟡"'],
  ["[x] |", "done"],
  ["- |", "not started"],
  ["|", "not started"],
  ["Not Started / In Progress / Done |", "not started"],
])("the status cell %j is shown as %j", (cells, words) => {
  expect(statusLine(cells)).toMatch(/^ {2}status +/);
  expect(statusLine(cells)?.replace(/^ {2}status +/, "")).toBe(words);
});
