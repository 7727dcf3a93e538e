// Error report: what went wrong, for people and for scripts.

import { typedAddress } from "../model/address.js";
import { exitCodes, restoredBeforeError, UserError } from "../model/errors.js";
import { AmbiguousName } from "../model/find.js";
import { phaseTitle } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { columnLines } from "../views/columns.js";
import { type Canvas, noPaint } from "../views/paint.js";
import { hintLines, wrapText } from "../views/wrap.js";
import type { Envelope } from "./envelopes.js";
import { restoredLines } from "./restored-lines.js";

const shownCandidates = 12;

/** What is wrong, the candidates if there are any, and the way out. */
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
    ...hintLines(visible(error.hint), canvas),
  ];
}

function candidateLines({ ambiguity: { candidates } }: AmbiguousName, width: number): string[] {
  const shown = candidates.slice(0, shownCandidates);
  const columns = [
    { title: "", texts: shown.map(({ address }) => typedAddress(address)), isRight: true },
    { title: "", texts: shown.map(({ name }) => visible(name)), least: 24 },
    { title: "", texts: shown.map(({ phase }) => (phase ? visible(phaseTitle(phase)) : "")), yields: 2 },
  ];
  const [, ...lines] = columnLines(columns, { paint: noPaint, width: width - 2 }).map((line) => `  ${line}`);
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

export function errorData(error: unknown): Envelope {
  const restored = restoredBeforeError(error);
  return { ...dataOf(error), ...(restored ? { restored: restored.tornText } : {}) };
}

function dataOf(error: unknown): Extract<Envelope, { kind: "error" }> {
  if (!(error instanceof UserError)) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = "internal error; your file was not changed";
    return { kind: "error", code: "BUG", message, hint, exitCode: exitCodes.bug };
  }
  const { code, message, hint, exitCode } = error;
  if (!(error instanceof AmbiguousName)) return { kind: "error", code, message, hint, exitCode };
  return {
    kind: "error",
    code,
    message,
    hint,
    exitCode,
    candidates: error.ambiguity.candidates.map(({ phase, ...candidate }) => ({
      ...candidate,
      phase: phase ? phaseTitle(phase) : null,
    })),
  };
}
