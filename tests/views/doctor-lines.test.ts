// Doctor lines: problems by kind in a terminal, every place in a pipe and with --all, at three widths.

import { expect, test } from "vitest";
import { problemKinds } from "../../src/rules/index.js";
import type { Canvas } from "../../src/views/canvas.js";
import { plainCanvas } from "../../src/views/canvas.js";
import { doctorLines } from "../../src/views/doctor-lines.js";
import { asciiTerminal, terminal } from "../support/canvases.js";
import { examined } from "../support/examine.js";
import { referenceText } from "../support/program.js";
import { tooWide } from "../support/widths.js";

function lines(text: string, canvas: Canvas, more: { isUnfolded?: boolean; fix?: string } = {}): string[] {
  const { problems } = examined(text);
  const file = { path: "roadmap.md", text, topics: 36, tasks: 35, problems };
  return doctorLines(
    {
      files: [file],
      fixable: more.fix ? { count: 14, command: more.fix } : null,
      offered: null,
      isUnfolded: more.isUnfolded ?? false,
      meaningOf: (code) => problemKinds[code]?.means ?? code,
    },
    canvas,
  );
}

test("a terminal has one block for each kind, the worst first, with four places and one command", () => {
  expect(lines(referenceText, terminal(80), { fix: "roadmap doctor --fix" })).toEqual([
    "roadmap.md  14 warnings, 2 notes",
    "",
    "warning  TEXT_DAMAGED",
    "  14 places: garbled text (mojibake) from a wrong encoding, like `√©` for `é`",
    '  24:48  "‚Üî" should be "↔" (decoded as Mac Roman)',
    '   50:5  "Ô∏è‚É£" should be "\ufe0f\u20e3" (decoded as Mac Roman)',
    '   53:5  "\uf8ffüü¢" should be "🟢" (decoded as Mac Roman)',
    '  60:22  "‚Äì" should be "–" (decoded as Mac Roman)',
    "         … 10 more",
    "",
    "note  STATUS_LEGEND",
    "  this cell is a legend of status words, so its topic counts as not started",
    "  7:111  Not Started / In Progress / Done",
    "  move the legend to `roadmap: status:` in the front matter, and give the topic",
    "  a status",
    "",
    "note  PHASES_DISAGREE",
    "  phase numbers differ: 1 to 8 in the table, 1 to 3 in the task lists under",
    '  "1Ô∏è‚É£ Backend Engineering Roadmap", 1 to 3 in the task lists under "2Ô∏è‚É£',
    '  Cloud Development Roadmap"',
    "   53:5  \uf8ffüü¢ Phase 1: Fundamentals",
    "  `--phase 1` selects all phases with this number; add `--track` to choose one",
    "  list, or name the table's phases under `roadmap: phases:` in the front matter",
    "",
    "→ roadmap doctor --fix    fixes 14 places; shows a diff and asks",
  ]);
});

test("the command that fixes names a file once", () => {
  const named = lines(referenceText, { ...terminal(80), file: "my.md" }, { fix: "roadmap doctor --fix my.md" });
  expect(named.at(-1)).toContain("→ roadmap doctor --fix my.md    fixes");
});

const unknown = "| Topic | Status |\n|---|---|\n| A | doing-ish |\n| B | later? |\n| C | doing-ish |\n";

test("the code stands at the right edge where there is room, and places are cut", () => {
  const row = "| Topic | Status |\n|---|---|\n| A | Done | x |\n| B | Done | y |\n";
  expect(lines(row, terminal(100)).slice(2, 6)).toEqual([
    `warning  ${"2 places: this row has 3 cells, 1 more than the table has columns".padEnd(79)}ROW_TOO_LONG`,
    "   3:13  x |",
    "   4:13  y |",
    "  write a pipe inside a cell as \\|",
  ]);
  expect(lines(row, terminal(120))).toEqual(lines(row, terminal(100)));
  expect(lines(unknown, asciiTerminal(40)).slice(0, 8)).toEqual([
    "roadmap.md  3 warnings",
    "",
    "warning  STATUS_UNKNOWN",
    "  3 places: an unknown status word; it",
    "  counts as not started",
    '    3:7  "doing-ish" is not a status',
    '    4:7  "later?" is not a status',
    '    5:7  "doing-ish" is not a status',
  ]);
});

test("a pipe, and a terminal with --all, list every place with its line", () => {
  const piped = lines(referenceText, plainCanvas);
  expect(piped.filter((line) => /TEXT_DAMAGED {2}"/.test(line))).toHaveLength(14);
  const all = lines(referenceText, terminal(120), { isUnfolded: true });
  expect(all.filter((line) => line.includes("TEXT_DAMAGED"))).toHaveLength(28);
  expect(all.filter((line) => line.includes(" more"))).toEqual([]);
});

test("without problems there is one line, or two where there is no room", () => {
  const text = "| Topic | Status |\n|---|---|\n| A | |\n";
  expect(lines(text, terminal(80))).toEqual(["✓ roadmap.md: no problems  36 topics, 35 tasks"]);
  expect(lines(text, plainCanvas)).toEqual(["✓ roadmap.md: no problems  36 topics, 35 tasks"]);
  expect(lines(text, terminal(40))).toEqual(["✓ roadmap.md: no problems", "  36 topics, 35 tasks"]);
});

test.each([20, 40, 80, 120])("every block fits %i columns", (width) => {
  for (const text of [referenceText, unknown])
    expect(tooWide(lines(text, { ...terminal(width), hasHints: false }).join("\n"), width)).toEqual([]);
});
