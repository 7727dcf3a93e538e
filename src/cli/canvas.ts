// Canvas: what stdout can show: its width and whether it takes colours.

import { type Canvas, noPaint } from "../views/paint.js";
import type { Machine } from "./machine.js";

/**
 * Whether to colour: not when asked not to (`--no-color`, `NO_COLOR`), always with `FORCE_COLOR`, else in a terminal
 * that is not dumb. See no-color.org and force-color.org.
 */
export function usesColour({ env, isTerminal }: Machine, isWanted: boolean): boolean {
  if (!isWanted || (env.NO_COLOR ?? "") !== "") return false;
  const forced = env.FORCE_COLOR ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  return isTerminal("stdout") && env.TERM !== "dumb";
}

/** A terminal has its width; what is piped on or kept is not cut, unless `COLUMNS` says so. */
export async function canvasFor(machine: Machine, colours: boolean): Promise<Canvas> {
  const paint = colours ? (await import("./paint-with-chalk.js")).paintWithChalk : noPaint;
  const columns = Number(machine.env.COLUMNS);
  if (Number.isInteger(columns) && columns > 0) return { paint, width: columns };
  return { paint, width: machine.isTerminal("stdout") ? machine.terminalWidth() || 80 : Number.POSITIVE_INFINITY };
}
