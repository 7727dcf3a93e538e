// Canvas: the width of stdout and stderr, and whether they take colors.

import { asciiSigns, type Canvas, plainCanvas, type Signs, unicodeSigns } from "../views/canvas.js";
import type { Machine, OutputStream } from "./machine.js";

interface CanvasRequest {
  readonly stream: OutputStream;
  /** Whether the user wants colors. */
  readonly isWanted: boolean;
  /** The value of `--file`. */
  readonly file?: string | undefined;
}

export async function canvasFor(machine: Machine, request: CanvasRequest): Promise<Canvas> {
  const { stream, file } = request;
  const isTerminal = machine.isTerminal(stream);
  return {
    ...plainCanvas,
    ...(usesColor(machine, request) ? { paint: (await import("./paint-with-chalk.js")).paintWithChalk } : {}),
    signs: signsOf(machine),
    width: widthOf(machine, stream),
    isTerminal,
    hasHints: isTerminal && machine.env.ROADMAP_HINTS !== "0",
    days: "short",
    file,
  };
}

/** ASCII where the locale or the terminal has nothing else, such as the console of Windows before Windows Terminal. */
export function signsOf({ env }: Pick<Machine, "env">): Signs {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
  const hasOtherCharset = /^(?:C|POSIX)$/.test(locale) || (/\./.test(locale) && !/\.utf-?8/i.test(locale));
  const isOldConsole = env.OS === "Windows_NT" && !env.WT_SESSION && !env.TERM_PROGRAM;
  return hasOtherCharset || isOldConsole || /^(?:linux|dumb)$/.test(env.TERM ?? "") ? asciiSigns : unicodeSigns;
}

/** A terminal has its width; piped or redirected output is not cut, unless `COLUMNS` is set. */
export function widthOf({ env, isTerminal, terminalWidth }: Machine, stream: OutputStream): number {
  const columns = Number(env.COLUMNS);
  if (Number.isInteger(columns) && columns > 0) return columns;
  return isTerminal(stream) ? terminalWidth(stream) || 80 : Number.POSITIVE_INFINITY;
}

/**
 * Whether to color: not if disabled (`--no-color`, `NO_COLOR`), always with `FORCE_COLOR`, otherwise in a terminal that
 * is not dumb. See no-color.org and force-color.org.
 */
function usesColor({ env, isTerminal }: Machine, { stream, isWanted }: CanvasRequest): boolean {
  if (!isWanted || (env.NO_COLOR ?? "") !== "") return false;
  const forced = env.FORCE_COLOR ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  return isTerminal(stream) && env.TERM !== "dumb";
}
