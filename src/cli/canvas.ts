// Canvas: the width of stdout and stderr, and whether they take colors.

import type { UserSettings } from "../model/user-settings.js";
import { asciiSigns, type Canvas, emojiSigns, plainCanvas, type Signs, unicodeSigns } from "../views/canvas.js";
import type { Machine, OutputStream } from "./machine.js";

interface CanvasRequest {
  readonly stream: OutputStream;
  /** Whether the user wants colors. */
  readonly isWanted: boolean;
  readonly settings: UserSettings;
  /** Whether the user wants no hints. */
  readonly isQuiet?: boolean;
  /** The value of `--file`. */
  readonly file?: string | undefined;
}

export async function canvasFor(machine: Machine, request: CanvasRequest): Promise<Canvas> {
  const { stream, file, settings } = request;
  const isTerminal = machine.isTerminal(stream);
  return {
    ...plainCanvas,
    ...(usesColor(machine, request) ? { paint: (await import("./paint-with-chalk.js")).paintWithChalk } : {}),
    signs: signsOf(machine, settings),
    width: widthOf(machine, stream),
    isTerminal,
    hasHints: isTerminal && request.isQuiet !== true && areHintsWanted(machine, settings),
    days: settings.dates ?? "short",
    file,
  };
}

/** The environment overrides the settings of the user. */
function areHintsWanted({ env }: Machine, { hints = true }: UserSettings): boolean {
  return env.ROADMAP_HINTS ? env.ROADMAP_HINTS !== "0" : hints;
}

/** Those in the settings of the user; else ASCII where the locale or the terminal has nothing else, such as the console of Windows before Windows Terminal. */
export function signsOf({ env }: Pick<Machine, "env">, { icons }: UserSettings = {}): Signs {
  if (icons !== undefined) return { unicode: unicodeSigns, ascii: asciiSigns, emoji: emojiSigns }[icons];
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
