// Priority: the words, codes, numbers and emoji that rank topics.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { priorityOf } from "../../src/model/priority.js";

function rankOf(cell: string): number | null {
  const { roadmap } = parseRoadmap(`| Topic | Status | Priority |\n|---|---|---|\n| HTTP | Done | ${cell} |\n`);
  const [topic] = roadmap.topics;
  return topic ? (priorityOf(roadmap, topic)?.rank ?? null) : null;
}

test.each([
  [0, ["Critical", "URGENT", "P0", "🔺", "urgente", "紧急", "긴급", "Very High", "Sehr hoch"]],
  [
    1,
    ["High", "**high**", "P1", "1", "⏫", "Alta", "élevée", "elevee", "Hoch", "высокий", "高", "높음", "cao", "Yüksek"],
  ],
  [2, ["Medium", "p2", "2", "🔼", "média", "mittel", "средняя", "中", "보통", "trung bình", "sedang", "Normal"]],
  [3, ["Low", "P3", "3", "🔽", "baja", "faible", "niedrig", "низкий", "低", "thấp", "rendah", "düşük", "منخفضة"]],
  [4, ["Lowest", "P4", "4", "⏬", "very low", "最低"]],
  [5, ["5"]],
  [1, ["P1 - high", "⏫ High", "High (blocks the launch)", "🔴 High", "High priority", "[High](#h)"]],
  [null, ["", "-", "soon", "High or low", "P1/P2", "P5", "0", "6", "⏫ Low", "12", "not high"]],
])("reads a priority of rank %s", (rank, cells) => {
  expect(cells.map((cell) => [cell, rankOf(cell)])).toEqual(cells.map((cell) => [cell, rank]));
});

test("a topic without a priority column has no priority", () => {
  const { roadmap } = parseRoadmap("| Topic | Status |\n|---|---|\n| HTTP | High |\n");
  expect(roadmap.topics.map((topic) => priorityOf(roadmap, topic))).toEqual([null]);
});
