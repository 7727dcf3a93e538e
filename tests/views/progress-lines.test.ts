// Progress lines: every phase below its track, topics and tasks apart; and shares of statuses and months.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { type ProgressKey, progressOf } from "../../src/model/progress.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { progressLines } from "../../src/views/progress-lines.js";
import { terminal } from "../support/canvases.js";

const halfWay = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

function linesOf(text: string, canvas: Canvas = terminal(50), by: ProgressKey = "phase"): string[] {
  const { roadmap } = parseRoadmap(text, { today: "2026-11-30" });
  return progressLines([progressOf(roadmap, by, "topics"), progressOf(roadmap, by, "tasks")], canvas);
}

const header = "# Plan\n\n| Topic | Phase | Status | Finished |\n|---|---|---|---|\n";

test("at 80 columns, every phase and every track has its bar", () => {
  expect(linesOf(halfWay, terminal(80))).toEqual([
    "Topics                                        ━━━━━━━━━╍╍─────────  17/35  ◐2 !1",
    "✓ Phase 1                                     ━━━━━━━━━━━━━━━━━━━━    6/6",
    "✓ Phase 2                                     ━━━━━━━━━━━━━━━━━━━━    7/7",
    "  Phase 3                                     ━━━━━━━━━━━╍╍╍╍╍╍───    4/7  ◐1 !1",
    "  Phase 4                                     ╍╍╍╍╍╍──────────────    0/3  ◐1",
    "  Phase 5                                     ────────────────────    0/5",
    "  Phase 6                                     ────────────────────    0/3",
    "  Phase 7                                     ────────────────────    0/2",
    "  Phase 8                                     ────────────────────    0/2",
    "Tasks                                         ━━━━━━━━━━━╍────────  20/35  ◐1",
    "  Backend Engineering Roadmap                 ━━━━━━━━━━━━━━━─────  16/21",
    "  ✓ Phase 1: Fundamentals                     ━━━━━━━━━━━━━━━━━━━━    7/7",
    "  ✓ Phase 2: Scalable Backend Design          ━━━━━━━━━━━━━━━━━━━━    7/7",
    "    Phase 3: Microservices & Advanced Topics  ━━━━━───────────────    2/7",
    "  Cloud Development Roadmap                   ━━━━━╍╍─────────────   4/14  ◐1",
    "  ✓ Phase 1: Cloud Basics                     ━━━━━━━━━━━━━━━━━━━━    4/4",
    "    Phase 2: Deployment & Automation          ╍╍╍╍────────────────    0/5  ◐1",
    "    Phase 3: Scaling & Serverless             ────────────────────    0/5",
  ]);
});

test("at 40 and 120 columns, the counts of what is in progress or blocked stay", () => {
  expect(linesOf(halfWay, terminal(40)).slice(0, 5)).toEqual([
    "Topics              ━━╍╍──  17/35  ◐2 !1",
    "✓ Phase 1           ━━━━━━    6/6",
    "✓ Phase 2           ━━━━━━    7/7",
    "  Phase 3           ━━━╍╍─    4/7  ◐1 !1",
    "  Phase 4           ╍╍────    0/3  ◐1",
  ]);
  expect(linesOf(halfWay, terminal(40)).slice(13)).toEqual([
    "    Phase 3: Micr…  ━─────    2/7",
    "  Cloud Developme…  ━╍────   4/14  ◐1",
    "  ✓ Phase 1: Clou…  ━━━━━━    4/4",
    "    Phase 2: Depl…  ╍─────    0/5  ◐1",
    "    Phase 3: Scal…  ──────    0/5",
  ]);
  expect(linesOf(halfWay, terminal(120))[0]).toBe(
    "Topics                                        ━━━━━━━━━━╍╍─────────  17/35  2 in progress, 1 blocked",
  );
});

test("in 20 columns, titles and counts stay without bars", () => {
  expect(linesOf(halfWay, terminal(20)).slice(0, 4)).toEqual([
    "Topics  17/35  ◐2 !1",
    "✓ Pha…    6/6",
    "✓ Pha…    7/7",
    "  Pha…    4/7  ◐1 !1",
  ]);
});

test("a pipe has the words of all counts, and no bars", () => {
  expect(linesOf(halfWay, plainCanvas).slice(0, 4)).toEqual([
    "Topics                                           17/35  2 in progress, 1 blocked",
    "✓ Phase 1                                          6/6",
    "✓ Phase 2                                          7/7",
    "  Phase 3                                          4/7  1 in progress, 1 blocked",
  ]);
});

test("phases of fewer than two things on average are drawn without bars", () => {
  expect(linesOf(`${header}| HTTP | Web | Done |\n| SQL | Databases | |\n| Rust | Languages | Blocked |\n`)).toEqual([
    "Topics       ━━━━━━━╍╍╍╍╍╍╍───────  1/3  1 blocked",
    "✓ Web                               1/1",
    "  Databases                         0/1",
    "  Languages                         0/1  1 blocked",
  ]);
});

test("phases of two things on average have bars, even those of one thing", () => {
  expect(linesOf(`${header}| HTTP | 1 | Done |\n| SQL | 1 | |\n| TLS | 1 | |\n| Rust | 2 | |\n`)).toEqual([
    "Topics     ━━━━━━━━────────────────────────  1/4",
    "  Phase 1  ━━━━━━━━━━──────────────────────  1/3",
    "  Phase 2  ────────────────────────────────  0/1",
  ]);
});

test("small phases in a table leave the bars of a track as they are", () => {
  const track = "## Track\n\n### Phase 1: Basics\n\n- [x] read\n- [ ] write\n\n### Phase 2: More\n\n- [ ] a\n- [ ] b\n";
  const bars = linesOf(`${header}| HTTP | Web | Done |\n| SQL | Databases | |\n\n${track}`).filter((line) =>
    /[━─]/.test(line),
  );
  expect(bars.map((line) => line.split(/ {2,}(?=[━─])/)[0])).toEqual([
    "Topics",
    "Tasks",
    "  Track",
    "    Phase 1: Basics",
    "    Phase 2: More",
  ]);
});

test("a phase whose topics are all skipped is neither open nor done", () => {
  expect(linesOf(`${header}| A | 1 | Skipped |\n| B | 1 | Skipped |\n| C | 2 | |\n| D | 2 | |\n`)).toEqual([
    "Topics     ────────────────────────────────  0/2",
    "– Phase 1                                    0/0",
    "  Phase 2  ────────────────────────────────  0/2",
  ]);
});

test("statuses and months have their share, of topics and of tasks", () => {
  expect(linesOf(halfWay, terminal(60), "status")).toEqual([
    "Topics         ━━━━━╍╍─────  17/35  2 in progress, 1 blocked",
    "  not started  ━━━━━───────  15/36",
    "  in progress  ━───────────   2/36",
    "  done         ━━━━━───────  17/36",
    "  blocked      ━───────────   1/36",
    "  skipped      ━───────────   1/36",
    "Tasks          ━━━━━━╍─────  20/35  1 in progress",
    "  not started  ━━━━────────  14/35",
    "  in progress  ━───────────   1/35",
    "  done         ━━━━━━──────  20/35",
  ]);
  expect(linesOf(halfWay, terminal(40), "month").slice(0, 3)).toEqual([
    "Topics     ━━━━━━━╍╍──────  17/35  ◐2 !1",
    "  2026-07  ━━━────────────   4/17",
    "  2026-08  ━━─────────────   3/17",
  ]);
  expect(linesOf(`${header}| A | 1 | | |\n`, terminal(60), "month")).toEqual(["no topic has a finish date yet"]);
  expect(linesOf(`${header}| A | 1 | | |\n`, terminal(60), "status")).toEqual([
    "Topics         ────────────────────────────────  0/1",
    "  not started  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  1/1",
  ]);
});

test("by track, topics and tasks outside of tracks are a row of their own", () => {
  expect(
    linesOf(`${header}| A | 1 | Done | |\n\n## Web\n\n### Phase 1\n\n- [x] a\n- [ ] b\n`, terminal(40), "track"),
  ).toEqual([
    "Topics      ━━━━━━━━━━━━━━━━━━━━━━━  1/1",
    "✓ No track  ━━━━━━━━━━━━━━━━━━━━━━━  1/1",
    "Tasks       ━━━━━━━━━━━────────────  1/2",
    "  Web       ━━━━━━━━━━━────────────  1/2",
  ]);
});

test("an empty roadmap has no progress to show", () => {
  expect(linesOf("")).toEqual(["nothing to show yet"]);
});
