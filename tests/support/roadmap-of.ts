// Roadmap of: small roadmaps for tests of computations with dates.

import { parseRoadmap } from "../../src/index.js";
import type { Roadmap } from "../../src/model/roadmap.js";

/** A topic's phase, start, finish and status, each as in its cell. */
export type TopicCells = readonly [phase: string, started: string, finished: string, status: string];

/** Topics are called `Topic 1`, `Topic 2` and so on. */
export function roadmapOf(topics: readonly TopicCells[], after = ""): Roadmap {
  const rows = topics.map((cells, index) => `| Topic ${index + 1} | ${cells.join(" | ")} |`);
  const head = "| Topic | Phase | Started | Finished | Status |\n|---|---|---|---|---|\n";
  return parseRoadmap(`${head}${rows.join("\n")}\n${after}`).roadmap;
}
