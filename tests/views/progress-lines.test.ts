// Progress lines: phases with bars, and phases too small for them.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { progressOf } from "../../src/model/progress.js";
import { plainCanvas } from "../../src/views/canvas.js";
import { progressLines } from "../../src/views/progress-lines.js";

function linesOf(text: string): string[] {
  return progressLines(progressOf(parseRoadmap(text).roadmap, "phase"), { ...plainCanvas, width: 50 });
}

const header = "# Plan\n\n| Topic | Phase | Status |\n|---|---|---|\n";

test("phases of fewer than two things on average are drawn without bars", () => {
  expect(linesOf(`${header}| HTTP | Web | Done |\n| SQL | Databases | |\n| Rust | Languages | Blocked |\n`)).toEqual([
    "Web                              1/1  100%",
    "Databases                        0/1    0%",
    "Languages                        0/1    0%",
    "",
    "All        ━━━━━━──────────────  1/3   33%",
  ]);
});

test("phases of two things on average have bars, even those of one thing", () => {
  expect(linesOf(`${header}| HTTP | 1 | Done |\n| SQL | 1 | |\n| TLS | 1 | |\n| Rust | 2 | |\n`)).toEqual([
    "Phase 1  ━━━━━━──────────────  1/3   33%",
    "Phase 2  ────────────────────  0/1    0%",
    "",
    "All      ━━━━━───────────────  1/4   25%",
  ]);
});

test("small phases in a table leave the bars of a track as they are", () => {
  const track = "## Track\n\n### Phase 1: Basics\n\n- [x] read\n- [ ] write\n\n### Phase 2: More\n\n- [ ] a\n- [ ] b\n";
  const bars = linesOf(`${header}| HTTP | Web | Done |\n| SQL | Databases | |\n\n${track}`).filter((line) =>
    /[━─]/.test(line),
  );
  expect(bars.map((line) => line.split("  ")[0])).toEqual(["Phase 1: Basics", "Phase 2: More", "All"]);
});
