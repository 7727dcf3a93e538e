// Merges three plans as the program does, and fails if the result differs from the oracle's.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Versions } from "../../src/merge/hunks.js";
import { expectedMerge, factsIn, strangeFact } from "./merge-oracle.js";
import { readOnce, tryMerge } from "./merge-texts.js";
import { drawPlan, type Plan } from "./plan-model.js";

interface Tally {
  all: number;
  clean: number;
  conflicts: number;
  doubtfulNames: number;
  needless: number;
  leftToGit: number;
  wholeConflicts: number;
}

export interface PlanMerges {
  readonly counts: Tally;
  /** Where git runs. */
  readonly folder: string;
}

export function planMerges(folder: string): PlanMerges {
  const counts = { all: 0, clean: 0, conflicts: 0, doubtfulNames: 0, needless: 0, leftToGit: 0, wholeConflicts: 0 };
  return { counts, folder };
}

/** As in the program: what cannot be merged by topic is left to git, and verified. */
function merge(texts: Versions<string>, { counts, folder }: PlanMerges) {
  const { checked, unchecked, started, roadmaps } = tryMerge(texts);
  if (typeof checked !== "string" && unchecked) {
    return { text: checked.text, conflicts: checked.conflicts, settled: [unchecked.forOurs, unchecked.forTheirs] };
  }
  counts.leftToGit++;
  const path = (name: string) => join(folder, `${name}.md`);
  for (const [name, text] of Object.entries(texts)) writeFileSync(path(name), text);
  const args = ["merge-file", "-p", "--diff3", path("ours"), path("base"), path("theirs")];
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8" });
  if (status !== 0) return { text: stdout, conflicts: status ?? 1, settled: [] };
  if (started.doubt(roadmaps, readOnce()(stdout)) === null) return { text: stdout, conflicts: 0, settled: [stdout] };
  counts.wholeConflicts++;
  return { ...started.asConflict(), settled: [] };
}

export function checkPlanMerge(versions: Versions<Plan>, ending: string, merges: PlanMerges): void {
  const { counts } = merges;
  const texts = {
    base: drawPlan(versions.base, ending),
    ours: drawPlan(versions.ours, ending),
    theirs: drawPlan(versions.theirs, ending),
  };
  const expected = expectedMerge(versions);
  const merged = merge(texts, merges);
  const fail = (what: string) =>
    expect.fail(`${what}\n${JSON.stringify({ ...texts, merged: merged.text, expected }, null, 1)}`);
  counts.all++;
  for (const side of [texts.ours, texts.theirs]) {
    const lost = side.match(/\b[ot]\d+x\b/g)?.find((word) => !merged.text.includes(word));
    if (lost) fail(`"${lost}" is lost`);
  }
  for (const text of merged.settled) {
    const strange = strangeFact(text, versions);
    if (strange) fail(`strange: ${strange}`);
  }
  if (merged.conflicts === 0) {
    counts.clean++;
    if (expected.conflicts.length > 0) fail("a conflict is missing");
    if (expected.unclear.length === 0 && factsIn(merged.text).join("\n") !== [...expected.facts].join("\n"))
      fail("it is wrong");
    return;
  }
  counts.conflicts++;
  if (expected.doubtfulNames > 0) counts.doubtfulNames++;
  if (expected.conflicts.length + expected.unclear.length > 0) return;
  counts.needless++;
  if (process.env.SHOW) console.log("needless", merged.text, JSON.stringify(texts));
}
