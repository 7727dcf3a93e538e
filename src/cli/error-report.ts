// Error report: errors as lines for people.

import { typedAddress } from "../model/address.js";
import { restoredBeforeError, UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import { phaseTitle } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { type Canvas, plainCanvas } from "../views/canvas.js";
import { columnLines } from "../views/columns.js";
import { wayLines, wrapText } from "../views/wrap.js";
import { restoredLines } from "./saving-outcome.js";

const shownCandidates = 12;

/** The message, the candidates if there are any, and the hint. */
export function errorLines(error: unknown, canvas: Pick<Canvas, "width" | "file">): string[] {
  const { width } = canvas;
  const restored = restoredBeforeError(error);
  const before = restored ? restoredLines(restored, canvas) : [];
  if (!(error instanceof UserError)) return [...before, ...bugLines(error)];
  const candidates = error instanceof AmbiguousName ? candidateLines(error, width) : [];
  return [
    ...before,
    ...wrapText(`roadmap: ${visible(error.message)}`, width, { first: 0, rest: 2 }),
    ...candidates,
    ...wayLines(error.ways, canvas),
  ];
}

function candidateLines({ ambiguity: { candidates } }: AmbiguousName, width: number): string[] {
  const shown = candidates.slice(0, shownCandidates);
  const columns = [
    { title: "", texts: shown.map(({ address }) => typedAddress(address)), isRight: true },
    { title: "", texts: shown.map(({ name }) => visible(name)), least: 24 },
    { title: "", texts: shown.map(({ phase }) => (phase ? visible(phaseTitle(phase)) : "")), yields: 2 },
  ];
  const [, ...lines] = columnLines(columns, { ...plainCanvas, width: width - 2 }).map((line) => `  ${line}`);
  const more = candidates.length - shownCandidates;
  return more > 0 ? [...lines, `  and ${more} more`] : lines;
}

function bugLines(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    "roadmap: internal error; your file was not changed",
    ...stack.split("\n").map((line) => `  ${visible(line)}`),
    "  please report this with these lines, and the file if you can share it",
  ];
}
