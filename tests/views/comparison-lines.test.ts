// Comparison lines: what changed between two versions, each change with its sign and its cells, at three widths.

import { expect, test } from "vitest";
import { compareRoadmaps } from "../../src/model/history/compare.js";
import { type Canvas, noPaint, plainCanvas } from "../../src/views/canvas.js";
import { comparisonLines } from "../../src/views/comparison-lines.js";
import { changesSummary, namedChanges } from "../../src/views/named-changes.js";
import { asciiTerminal, terminal } from "../support/canvases.js";
import { readToday } from "../support/history-entries.js";
import { tooWide, wideText } from "../support/widths.js";

const before = `| Proof | Phase | Topic | Comments | Status | Started | Finished |
|---|---|---|---|---|---|---|
| | 1 | HTTP | basics, handlers | In Progress | 2026-11-11 | |
| | 1 | \\*args\\* | parse | Skipped | 2026-11-01 | |
| | 2 | Kafka | | | | |
| | 2 | SQL | | | | |
| | 3 | Redis | | | | |

## Week 1

- [ ] read the RFC
- [ ] write a parser
`;

const after = `| Proof | Phase | Topic | Comments | Status | Started | Finished |
|---|---|---|---|---|---|---|
| https://github.com/dana/chat | 1 | HTTP | basics, handlers, pagination | Done | 2026-11-11 | 2026-11-24 |
| | 1 | \\*words\\* | parse | Skipped | 2026-11-01 | |
| | 2 | SQL | | Blocked | | |
| | 3 | Redis | | | | |
| | 3 | CDN | | In Progress | | |

## Week One

- [x] read the RFC
- [/] write a parser
`;

function diff(from: string, to: string, canvas: Canvas): string[] {
  return comparisonLines(compareRoadmaps(readToday(from), readToday(to)), canvas);
}

function summary(from: string, to: string): string {
  const canvas = { paint: noPaint, signs: plainCanvas.signs };
  return changesSummary(namedChanges(compareRoadmaps(readToday(from), readToday(to)), canvas));
}

test("each change has its sign, and its cells in one order: status, dates, proof, the rest", () => {
  expect(diff(before, after, terminal(80))).toEqual([
    " ✓  HTTP",
    "    Status    In Progress → Done",
    "    Finished  (blank) → 2026-11-24",
    "    Proof     (blank) → https://github.com/dana/chat",
    "    Comments  basics, handlers → basics, handlers, pagination",
    " ~  *words*",
    "    Topic  *args* → *words*",
    " !  SQL",
    "    Status  (blank) → Blocked",
    " +  CDN  added in phase 3, in progress",
    " -  Kafka  removed in phase 2",
    "[x] read the RFC",
    "    Mark  [ ] → [x]",
    "[/] write a parser",
    "    Mark  [ ] → [/]",
    " ~  phase Week One  renamed from Week 1",
  ]);
  expect(diff(before, after, terminal(120))).toEqual(diff(before, after, terminal(80)));
  expect(diff(before, after, terminal(40))).toEqual([
    " ✓  HTTP",
    "    Status    In Progress → Done",
    "    Finished  (blank) → 2026-11-24",
    "    Proof     (blank) →",
    "             https://github.com/dana/chat",
    "    Comments  basics, handlers → basics,",
    "             handlers, pagination",
    " ~  *words*",
    "    Topic  *args* → *words*",
    " !  SQL",
    "    Status  (blank) → Blocked",
    " +  CDN  added in phase 3, in progress",
    " -  Kafka  removed in phase 2",
    "[x] read the RFC",
    "    Mark  [ ] → [x]",
    "[/] write a parser",
    "    Mark  [ ] → [/]",
    " ~  phase Week One  renamed from Week 1",
  ]);
});

test("topics and tasks are counted apart, most finished first", () => {
  expect(summary(before, after)).toEqual(
    "5 topics: 1 finished, 1 blocked, 1 renamed, 1 added, 1 removed; 2 tasks: 1 checked off, 1 started; 1 phase renamed",
  );
  expect(summary(before, before.replaceAll("[ ]", "[x]"))).toBe("2 tasks checked off");
  expect(summary(before, before.replace("## Week", "Words.\n\n## Week"))).toBe("other text changed");
  expect(summary("", before)).toBe("5 topics added; 2 tasks added; 1 table added; 1 phase added");
});

test("moves, columns and statuses that follow from dates are told", () => {
  const moved = before
    .replace("| | 1 | HTTP | basics, handlers | In Progress | 2026-11-11 | |\n", "")
    .replace("| | 2 | SQL |", "| | 2 | HTTP | basics, handlers | In Progress | 2026-11-11 | |\n| | 2 | SQL |")
    .replace("| Redis | | |", "| Redis | | | 2026-11-01")
    .replace("- [ ] read the RFC\n", "")
    .concat("- [ ] read the RFC\n");
  expect(diff(before, moved, terminal(80))).toEqual([
    "~ HTTP",
    "  Place  phase 1, the top → phase 2, below Kafka",
    "  Phase  1 → 2",
    "◐ Redis",
    "  Started    (blank) → 2026-11-01",
    "  Counts as  not started → in progress",
    "~ write a parser",
    "  Place  Week 1, below read the RFC → Week 1, the top",
  ]);
  expect(diff(before, before.replace("| Comments |", "| Remarks |"), terminal(80))).toEqual([
    "~ column Remarks  renamed from Comments",
  ]);
  expect(diff(before, before.replaceAll("| ", "|  "), terminal(80))).toEqual(["formatting only"]);
});

test("an ASCII terminal gets the second set of signs", () => {
  expect(diff(before, after, asciiTerminal(80)).filter((line) => /^ {0,2}\S/.test(line))).toEqual([
    " x  HTTP",
    " ~  *words*",
    " !  SQL",
    " +  CDN  added in phase 3, in progress",
    " -  Kafka  removed in phase 2",
    "[x] read the RFC",
    "[/] write a parser",
    " ~  phase Week One  renamed from Week 1",
  ]);
});

test("a pipe gets a line for each change, without its own signs", () => {
  expect(diff(before, after, plainCanvas)).toEqual([
    "~ HTTP   status  In Progress → Done   finished  (blank) → 2026-11-24   proof  (blank) → https://github.com/dana/chat   comments  basics, handlers → basics, handlers, pagination",
    "~ *words*   renamed from *args*",
    "~ SQL   status  (blank) → Blocked",
    "+ CDN   added in phase 3   in progress",
    "- Kafka   removed in phase 2",
    "~ read the RFC   mark  [ ] → [x]",
    "~ write a parser   mark  [ ] → [/]",
    "~ phase Week One   renamed from Week 1",
  ]);
});

test.each([20, 40, 80, 140])("a comparison of difficult texts fits %i columns", (width) => {
  const edited = wideText.replaceAll("[ ]", "[x]").replaceAll("In Progress | h", "Done | h").replaceAll("name", "名前");
  const lines = [["", wideText] as const, [wideText, edited] as const, [edited, ""] as const].flatMap(([from, to]) =>
    diff(from, to, terminal(width)),
  );
  expect(tooWide(lines.join("\n"), width)).toEqual([]);
});
