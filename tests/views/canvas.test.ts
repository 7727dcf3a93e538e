// What views share: bars of three parts, days and labels, rows of topics and tasks, and the next step.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { bar, type Parts, plainCanvas } from "../../src/views/canvas.js";
import { daysText, dayText, durationText, longDayText, weekdayOf } from "../../src/views/day-words.js";
import { shortLabel } from "../../src/views/short-label.js";
import { type ThingRow, thingLines } from "../../src/views/thing-lines.js";
import { hintLine } from "../../src/views/wrap.js";
import { asciiTerminal, terminal } from "../support/canvases.js";
import { fc } from "../support/fast-check.js";
import { tooWide } from "../support/widths.js";

const today = "2026-11-30";

function parts([done, active, blocked, total]: readonly [number, number, number, number]): Parts {
  return { done, active, blocked, total };
}

test.each<[counts: [number, number, number, number], columns: number, drawn: string]>([
  [[17, 2, 1, 35], 15, "━━━━━━━╍╍──────"],
  [[4, 1, 1, 7], 15, "━━━━━━━━╍╍╍╍───"],
  [[0, 1, 0, 3], 15, "╍╍╍╍╍──────────"],
  [[4, 1, 0, 14], 32, "━━━━━━━━━╍╍─────────────────────"],
  [[0, 0, 0, 5], 6, "──────"],
  [[5, 0, 0, 5], 6, "━━━━━━"],
  [[0, 1, 0, 1], 6, "╍╍╍╍╍╍"],
  [[99, 0, 0, 100], 6, "━━━━━─"],
  [[1, 1, 1, 900], 6, "━╍╍───"],
  [[0, 0, 0, 0], 6, "──────"],
])("a bar of %j in %i columns is %s", (counts, columns, drawn) => {
  expect(bar(parts(counts), columns, terminal(80))).toBe(drawn);
});

test("a bar shows each part that is not 0, is full only when all is done, and is as wide as asked", () => {
  const counts = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(400));
  fc.assert(
    fc.property(counts, fc.integer({ min: 6, max: 32 }), ([done, active, blocked, rest], columns) => {
      const drawn = bar(parts([done, active, blocked, done + active + blocked + rest]), columns, terminal(80));
      expect(drawn).toMatch(/^━*╍*─*$/);
      expect(drawn).toHaveLength(columns);
      expect(drawn.includes("━")).toBe(done > 0);
      expect(/╍{2}/.test(drawn) || !(active > 0 && blocked > 0)).toBe(true);
      expect(drawn.includes("╍")).toBe(active + blocked > 0);
      expect(drawn.includes("─")).toBe(rest > 0 || done + active + blocked === 0);
    }),
  );
});

test("a day has the year only if it is not this one, and is as in the file outside a terminal", () => {
  expect(dayText("2026-11-24", today, terminal(80))).toBe("24 Nov");
  expect(dayText("2025-01-02", today, terminal(80))).toBe("2 Jan 2025");
  expect(dayText("2026-11-24", today, plainCanvas)).toBe("2026-11-24");
  expect(dayText("2026-11-24", today, { ...terminal(80), days: "iso" })).toBe("2026-11-24");
  expect(longDayText(today, terminal(80))).toBe("Mon 30 Nov 2026");
  expect(daysText(["2026-06-29", "2026-08-15"], today, terminal(80))).toBe("29 Jun – 15 Aug");
  expect(daysText(["2026-06-29", "2026-06-29"], today, asciiTerminal(80))).toBe("29 Jun");
  expect(["2024-02-29", "1969-12-31", "1970-01-01"].map(weekdayOf)).toEqual(["Thu", "Wed", "Thu"]);
  expect([0, 1, 12].map(durationText)).toEqual(["same day", "1 day", "12 days"]);
});

test.each([
  ["🟢 Phase 1: Basics", "Phase 1: Basics"],
  ["1️⃣ Backend", "Backend"],
  ["✅ ⚙️ Tools", "Tools"],
  ["👩‍💻 Code", "Code"],
  ["1. Basics", "1. Basics"],
  ["#1 Basics", "#1 Basics"],
  ["🟢", "🟢"],
  ["系统 🟢", "系统 🟢"],
])("the short label of %s is %s", (label, short) => {
  expect(shortLabel(label)).toBe(short);
});

test("a hint is one line that begins with an arrow, and only a terminal has it", () => {
  expect(hintLine("roadmap finish http", terminal(80), "or by number: finish 2")).toEqual([
    "→ roadmap finish http    or by number: finish 2",
  ]);
  expect(hintLine("roadmap finish http", terminal(30), "or by number: finish 2")).toEqual(["→ roadmap finish http"]);
  expect(hintLine("roadmap finish http", { ...terminal(80), file: "a b.md" })).toEqual([
    "→ roadmap --file 'a b.md' finish http",
  ]);
  expect(hintLine("roadmap finish http", { ...terminal(80), first: "roadmap resolve" }, "x")).toEqual([
    "→ roadmap resolve",
  ]);
  expect(hintLine("roadmap finish http", asciiTerminal(80))).toEqual(["-> roadmap finish http"]);
  expect(hintLine("roadmap finish http", plainCanvas)).toEqual([]);
});

const { roadmap } = parseRoadmap(readFileSync(new URL("../fixtures/in-progress.md", import.meta.url), "utf8"), {
  today,
});

function rows(): ThingRow[] {
  const [topic, blocked, next] = [roadmap.topics[17], roadmap.topics[18], roadmap.topics[19]];
  const task = roadmap.tasks[25];
  if (!topic || !blocked || !next || !task) throw new Error("the fixture has changed");
  return [
    { thing: topic, place: "Phase 3", state: "12 days", shortState: "12d" },
    { thing: task, place: "Phase 2", state: "started", shortState: "" },
    { thing: blocked, place: "Phase 3", state: "blocked" },
    { thing: next, place: "Phase 3" },
  ];
}

test("topics have a sign and a number, tasks their box and a number with t", () => {
  expect(thingLines(roadmap, rows(), terminal(80))).toEqual([
    "   ◐   18  Connection State Management                          Phase 3  12 days",
    "  [/] t26  Containerize and deploy Go apps with Docker & ECS…   Phase 2  started",
    "   !   19  Distributed Caching                                  Phase 3  blocked",
    "   ○   20  API Versioning & Backwards Compatibility             Phase 3",
  ]);
  expect(thingLines(roadmap, rows(), terminal(40))).toEqual([
    "   ◐   18  Connection State Ma…      12d",
    "  [/] t26  Containerize and de…",
    "   !   19  Distributed Caching   blocked",
    "   ○   20  API Versioning & Ba…",
  ]);
  expect(thingLines(roadmap, rows().slice(2), asciiTerminal(50))).toEqual([
    "  ! 19  Distributed Caching       Phase 3  blocked",
    "  . 20  API Versioning & Back...  Phase 3",
  ]);
});

test.each([20, 30, 40, 60])("rows fit %i columns", (width) => {
  expect(tooWide(thingLines(roadmap, rows(), terminal(width)).join("\n"), width)).toEqual([]);
});
