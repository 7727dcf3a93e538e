// Repair lines: what was fixed where, and how much is left.

import type { Diagnostic } from "../model/problem.js";
import { visible } from "../text/visible.js";
import { columnLines } from "./columns.js";
import { countedSeverities } from "./doctor-lines.js";
import { nextLine } from "./name-file.js";
import type { Canvas } from "./paint.js";
import { wrapText } from "./wrap.js";

interface ShownRepairs {
  readonly repaired: readonly {
    readonly code: string;
    readonly line: number;
    readonly from: string;
    readonly to: string;
  }[];
  readonly left: readonly Diagnostic[];
}

export function repairLines({ repaired, left }: ShownRepairs, canvas: Canvas): string[] {
  const said = countedSeverities(left);
  const next =
    left.length === 0
      ? []
      : [...wrapText(`remaining: ${said}`, canvas.width, { first: 2, rest: 4 }), nextLine("roadmap doctor", canvas)];
  if (repaired.length === 0) return ["nothing to fix", ...next];
  const columns = [
    { title: "Line", texts: repaired.map(({ line }) => String(line)), isRight: true, isWhole: true },
    { title: "Before", texts: repaired.map(({ from }) => visible(from) || "(blank)") },
    { title: "After", texts: repaired.map(({ to }) => visible(to) || "(blank)"), stroke: canvas.paint.good },
    { title: "Problem", texts: repaired.map(({ code }) => code), yields: 1 },
  ];
  return [...columnLines(columns, canvas), ...next];
}
