// Lost texts: texts that a side wrote into a cell, a mark or a name, and that the merged roadmap lacks.

import type { Roadmap } from "../model/roadmap.js";
import { countEach } from "../text/arrays.js";
import type { Side, Versions } from "./pieces.js";
import { type Statement, textsIn, topicsAndTasks } from "./statements.js";

/** The first of them, as text; null if there is none. */
export function lostText(versions: Versions<Roadmap>, merged: Roadmap, side: Side): string | null {
  const [before, written] = differingStatements(topicsAndTasks(versions.base), topicsAndTasks(versions[side]));
  const counts = countTexts(before);
  const added = [...countTexts(written)].filter(([text, count]) => text !== "" && count > (counts.get(text) ?? 0));
  const lost = added.find(([text]) => !textsIn(merged).has(text));
  return lost ? `"${lost[0]}" is lost` : null;
}

/** The statements of each version that the other lacks: shared ones say nothing about what was written. */
function differingStatements(before: readonly Statement[], after: readonly Statement[]): [Statement[], Statement[]] {
  const counts = countEach(before.map(({ text }) => text));
  const written = after.filter(({ text }) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
  const gone = before.filter(({ text }) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count > 0;
  });
  return [gone, written];
}

/** The number of occurrences of each text in cells, marks and tasks. */
function countTexts(statements: readonly Statement[]): Map<string, number> {
  return countEach(statements.flatMap(({ fields, title }) => [title, ...fields.values()]));
}
