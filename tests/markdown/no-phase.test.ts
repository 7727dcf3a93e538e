// Phase cells that mean "no phase": such topics have none, whatever heading their table is under.

import { expect, test } from "vitest";
import { parseRoadmap, progressOf } from "../../src/index.js";

const phases = (cells: readonly string[], front = "") => {
  const rows = cells.map((cell, index) => `| T${index} | ${cell} | |\n`).join("");
  const { roadmap } = parseRoadmap(`${front}# Plan\n\n## Topics\n\n| Topic | Phase | Status |\n|---|---|---|\n${rows}`);
  return [roadmap.topics.map(({ phase }) => phase?.label ?? null), progressOf(roadmap, "phase").groups];
};

const none = [
  ...[
    "—",
    "–",
    "-",
    "--",
    "N/A",
    "n/a",
    "NA",
    "n.a.",
    "TBD",
    "tbd",
    "TBA",
    "TBC",
    "(TBD)",
    "none",
    "None",
    "?",
    "…",
    "...",
    "*N/A*",
  ],
  ...[
    "`-`",
    "—  —",
    "－",
    "ー",
    "Not assigned",
    "unassigned",
    "keine",
    "нет",
    "无",
    "未定",
    "なし",
    "미정",
    "ninguna",
    "&mdash;",
  ],
];

test("a dash, N/A, TBD and the like mean no phase", () => {
  const [labels, groups] = phases(["1", ...none, "2"]);
  expect(labels).toEqual(["1", ...none.map(() => null), "2"]);
  expect(groups).toMatchObject([{ title: "Phase 1" }, { title: "Phase 2" }, { title: "No phase", total: none.length }]);
});

test("a phase whose name only contains such a word is a phase, and so is one that the front matter names", () => {
  const some = ["Phase -", "A", "X/Y", "0", "TBD 2", "N/A yet", "Nope", "None of it", "1-2"];
  expect(phases(some)[0]).toEqual(some);
  expect(phases(["TBD", "-"], '---\nroadmap:\n  phases: { "TBD": Later }\n---\n')[0]).toEqual(["TBD", null]);
});
