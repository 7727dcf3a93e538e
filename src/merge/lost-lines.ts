// Lost lines: other lines that a side wrote or both kept, and that the merged text lacks.

import type { Roadmap } from "../model/roadmap.js";
import { countEach } from "../text/arrays.js";
import { lineAt, lineStarts } from "../text/lines.js";
import type { Side, Versions } from "./pieces.js";

/** The first such line, as text; null if there is none. Ignores trailing whitespace. */
export function linesLost(versions: Versions<Roadmap>, merged: Roadmap, side: Side): string | null {
  const [base, own, other] = [
    countLines(versions.base),
    countLines(versions[side]),
    countLines(versions[side === "ours" ? "theirs" : "ours"]),
  ];
  const left = countLines(merged);
  for (const [line, count] of own) {
    const before = base.get(line) ?? 0;
    const isKept = before > 0 && count >= before && (other.get(line) ?? 0) >= before;
    if ((count > before || isKept) && !left.has(line)) return `the line "${line}" is lost`;
  }
  return null;
}

function countLines(roadmap: Roadmap): Map<string, number> {
  const starts = lineStarts(roadmap.text);
  const elsewhere = linesOfTopicsAndTasks(roadmap, starts);
  const lines = starts.map((start, index) =>
    elsewhere.has(index) ? "" : roadmap.text.slice(start, starts[index + 1]).trimEnd(),
  );
  return countEach(lines.filter((line) => line !== ""));
}

function linesOfTopicsAndTasks({ tables, tasks }: Roadmap, starts: readonly number[]): Set<number> {
  const lines = new Set(tasks.map(({ mark }) => lineAt(starts, mark.start)));
  for (const { table } of tables) {
    const first = lineAt(starts, table.span.start);
    for (let line = first; line <= lineAt(starts, table.span.end - 1); line++) lines.add(line);
  }
  return lines;
}
