// Match: which topic or task of one version corresponds to which in another.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { matchTasks } from "../../../src/model/history/match.js";

test("of two tasks similar to one reworded task, only the most similar one is matched", () => {
  const [first, second] = ["write the fast parser", "write the parser now"];
  const after = parseRoadmap("# Plan\n\n- [ ] write the fast parser again\n").roadmap;
  for (const names of [
    [first, second],
    [second, first],
  ]) {
    const before = parseRoadmap(`# Plan\n\n${names.map((name) => `- [ ] ${name}\n`).join("")}`).roadmap;
    const pairs = [...matchTasks(before, after)].map(([was, is]) => [was.name, is.name]);
    expect(pairs).toEqual([[first, "write the fast parser again"]]);
  }
});
