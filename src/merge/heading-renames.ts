// Heading renames: what a side has renamed the headings of the base to, judged by their contents.

import { headed } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { countEach } from "../text/arrays.js";
import { fold } from "../text/normalize.js";
import { isReworded } from "./near-certain.js";
import { type Statement, topicsAndTasks } from "./statements.js";

/** Normalized labels that a side no longer has, each with those that now contain most of its former contents. */
export type HeadingRenames = ReadonlyMap<string, ReadonlySet<string>>;

export function headingRenames(base: Roadmap, side: Roadmap): HeadingRenames {
  const kept = new Set(headed(side).map(({ label }) => fold(label)));
  const targets = new Map<string, string[]>();
  const now = singles(side);
  for (const [name, { headings }] of singles(base)) {
    const found = now.get(name);
    // If a heading level was added or removed above them, only the nearest headings can be compared.
    const levels = !found ? 0 : found.headings.length === headings.length ? headings.length : 1;
    for (const [level, label] of headings.slice(0, levels).entries()) {
      const target = found?.headings[level];
      if (target !== undefined && !kept.has(label)) targets.set(label, [...(targets.get(label) ?? []), target]);
    }
  }
  const renames = new Map([...targets].map(([label, all]) => [label, new Set(mostOf(all))]));
  for (const [from, to] of rewordedInPlace(base, side)) if (!renames.has(from)) renames.set(from, new Set([to]));
  return renames;
}

/** Topics and tasks with a unique name. */
function singles(roadmap: Roadmap): Map<string, Statement> {
  const found = new Map<string, Statement | null>();
  for (const statement of topicsAndTasks(roadmap)) {
    found.set(statement.name, found.has(statement.name) ? null : statement);
  }
  return new Map([...found].filter((entry): entry is [string, Statement] => entry[1] !== null));
}

function mostOf(labels: readonly string[]): string[] {
  return [...countEach(labels)].filter(([, count]) => count * 2 >= labels.length).map(([label]) => label);
}

/** Headings without contents, between the same headings. */
function rewordedInPlace(base: Roadmap, side: Roadmap): [string, string][] {
  const [before, after] = [base, side].map((roadmap) => headed(roadmap).map(({ label }) => label));
  if (!before || !after || before.length !== after.length) return [];
  return before.flatMap((label, index): [string, string][] => {
    const now = after[index] ?? "";
    const isAlone = [-1, 1].every((step) => before[index + step] === after[index + step]);
    return label !== now && isAlone && isReworded(label, now) ? [[fold(label), fold(now)]] : [];
  });
}
