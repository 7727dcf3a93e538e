// Progress bar: drawn on stderr in a terminal during long tasks, and removed afterwards.

import type { WorkProgress } from "../app/history/compare.js";
import { bar, plainCanvas } from "../views/canvas.js";
import { signsOf, widthOf } from "./canvas.js";
import type { Machine } from "./machine.js";

const showAfterMs = 500;
const redrawIntervalMs = 50;
const maxBarWidth = 40;

/** Runs a task that reports its progress. Nothing is drawn outside a terminal, or within the first half second. */
export async function withProgressBar<Result>(
  machine: Machine,
  words: string,
  run: (advance: (progress: WorkProgress) => void) => Promise<Result>,
): Promise<Result> {
  if (!machine.isTerminal("stderr") || machine.env.TERM === "dumb") return run(() => {});
  let drawnAtMs = 0;
  const draw = ({ done, total, elapsedMs }: WorkProgress) => {
    if (elapsedMs < showAfterMs || elapsedMs - drawnAtMs < redrawIntervalMs) return;
    drawnAtMs = elapsedMs;
    const share = `${Math.floor((100 * done) / Math.max(1, total))}%`.padStart(4);
    const room = Math.min(maxBarWidth, widthOf(machine, "stderr") - words.length - share.length - 3);
    const parts = { done, active: 0, blocked: 0, total };
    const drawn = room < 4 ? "" : `${bar(parts, room, { ...plainCanvas, signs: signsOf(machine) })} `;
    machine.redrawLine(`${words} ${drawn}${share}`);
  };
  try {
    return await run(draw);
  } finally {
    if (drawnAtMs > 0) machine.redrawLine("");
  }
}
