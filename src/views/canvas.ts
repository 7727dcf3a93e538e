// Canvas: the width and colors of the output that a view is drawn on, and how bars and statuses look on it.

import type { Status } from "../model/status.js";

/** The output medium of a view. */
export interface Canvas {
  readonly paint: Paint;
  readonly signs: Signs;
  /** The width of a line in columns; infinite if the output is not a terminal. */
  readonly width: number;
  /** Whether a person reads it in a terminal: only then views fold, draw bars, and show dates relative to today. */
  readonly isTerminal: boolean;
  /** Whether a next step may be suggested. */
  readonly hasHints: boolean;
  /** How a terminal shows days: `24 Nov`, or as in ISO 8601. */
  readonly days: "short" | "iso";
  /** The file that commands have to name, because the user had to. */
  readonly file?: string | undefined;
  /** The command that must precede the one a view would suggest, because the file cannot be changed. */
  readonly first?: string;
}

/** The roles that a text can have in a view; the caller decides how they look, or that there is no color. */
export interface Paint {
  /** Titles and section names. */
  readonly head: Stroke;
  /** Names of what is in progress, and the sentence of a result. */
  readonly strong: Stroke;
  /** Numbers, dates, places, names of what is done. */
  readonly dim: Stroke;
  readonly done: Stroke;
  readonly active: Stroke;
  /** What is blocked, and removed lines. */
  readonly blocked: Stroke;
  /** Commands. */
  readonly cmd: Stroke;
  /** The sign of an error. */
  readonly error: Stroke;
  /** The word "warning". */
  readonly warn: Stroke;
  readonly link: Stroke;
}

export type Stroke = (text: string) => string;

const asIs: Stroke = (text) => text;

export const noPaint: Paint = {
  head: asIs,
  strong: asIs,
  dim: asIs,
  done: asIs,
  active: asIs,
  blocked: asIs,
  cmd: asIs,
  error: asIs,
  warn: asIs,
  link: asIs,
};

/** The characters of signs and bars, which differ from each other also without color. */
export interface Signs {
  /** Of topics; tasks have their box. */
  readonly status: Readonly<Record<Status, string>>;
  /** The parts of a bar: done, in progress or blocked, and the rest. */
  readonly bar: readonly [done: string, active: string, rest: string];
  readonly error: string;
  /** Before the next step, and between an old and a new value. */
  readonly arrow: string;
  /** At the end of a text that was cut. */
  readonly ellipsis: string;
  /** Between the ends of a range. */
  readonly dash: string;
  readonly chart: ChartSigns;
}

interface ChartSigns {
  /** From the lowest to the highest part of a cell, which is full. */
  readonly heights: string;
  readonly expected: string;
  readonly total: string;
  /** Left of the chart: at a label, elsewhere, and in the corner; then below the chart. */
  readonly axis: readonly [label: string, side: string, corner: string, base: string];
  /** A week without anything. */
  readonly nothing: string;
  /** The earlier and the later date of a forecast. */
  readonly dates: readonly [earlier: string, later: string];
  /** At the end of a bar that goes on. */
  readonly goesOn: string;
  /** A bar with only a finish, or only a start. */
  readonly ends: readonly [finish: string, start: string];
}

export const unicodeSigns: Signs = {
  status: { "not-started": "○", "in-progress": "◐", done: "✓", blocked: "!", skipped: "–" },
  bar: ["━", "╍", "─"],
  error: "✗",
  arrow: "→",
  ellipsis: "…",
  dash: "–",
  chart: {
    heights: "▁▂▃▄▅▆▇█",
    expected: "░",
    total: "┄",
    axis: ["┤", "│", "└", "─"],
    nothing: "·",
    dates: ["●", "○"],
    goesOn: "▸",
    ends: ["┤", "├"],
  },
};

/** For terminals and locales that have only ASCII. */
export const asciiSigns: Signs = {
  status: { "not-started": ".", "in-progress": ">", done: "x", blocked: "!", skipped: "-" },
  bar: ["=", "-", "."],
  error: "error:",
  arrow: "->",
  ellipsis: "...",
  dash: "-",
  chart: {
    heights: "#",
    expected: ":",
    total: "-",
    axis: ["+", "|", "+", "-"],
    nothing: ".",
    dates: ["*", "o"],
    goesOn: ">",
    ends: ["]", "["],
  },
};

/** For people who ask for them: how wide an emoji is depends on the terminal. */
export const emojiSigns: Signs = {
  ...unicodeSigns,
  status: { "not-started": "⬜", "in-progress": "🚧", done: "✅", blocked: "⛔", skipped: "⏩" },
  error: "❌",
};

/** What a pipe or a file gets. */
export const plainCanvas: Canvas = {
  paint: noPaint,
  signs: unicodeSigns,
  width: Number.POSITIVE_INFINITY,
  isTerminal: false,
  hasHints: false,
  days: "iso",
};

/** How many columns a text may fill, however wide the terminal is: longer lines are hard to read. */
export const textWidth = 100;

/** How many columns a list or a timeline may fill, however wide the terminal is. */
export const tableWidth = 120;

export type Parts = Readonly<Record<"done" | "active" | "blocked" | "total", number>>;

/**
 * `━━━╍╍──`: the shares of what is done, in progress and blocked. Each that is not 0 has at least one column, and only
 * what is done as a whole fills the bar.
 */
export function bar({ done, active, blocked, total }: Parts, columns: number, { paint, signs }: Canvas): string {
  const ends = [done, done + active, done + active + blocked].map((sum) => Math.floor((columns * sum) / (total || 1)));
  const counts = [done, active, blocked];
  let used = 0;
  const [full = 0, halves = 0, stops = 0] = ends.map((end, index) => {
    const rest =
      counts.slice(index + 1).filter((count) => count > 0).length + (done + active + blocked < total ? 1 : 0);
    const size = counts[index] === 0 ? 0 : Math.max(1, Math.min(end, columns - rest) - used);
    used += size;
    return size;
  });
  const [doneSign, activeSign, restSign] = signs.bar;
  return [
    paint.done(doneSign.repeat(full)),
    paint.active(activeSign.repeat(halves)),
    paint.blocked(activeSign.repeat(stops)),
    paint.dim(restSign.repeat(Math.max(0, columns - used))),
  ].join("");
}

/** In roadmap's words, regardless of the file's own words. */
export const statusLabels: Readonly<Record<Status, string>> = {
  "not-started": "not started",
  "in-progress": "in progress",
  done: "done",
  blocked: "blocked",
  skipped: "skipped",
};

export function statusStroke(status: Status, paint: Paint): Stroke {
  if (status === "done") return paint.done;
  if (status === "in-progress") return paint.active;
  return status === "blocked" ? paint.blocked : paint.dim;
}

/** Names are bold in progress and dim when done; only signs and words have the color of the status. */
export function nameStroke(status: Status, paint: Paint): Stroke {
  if (status === "in-progress") return paint.strong;
  return status === "done" || status === "skipped" ? paint.dim : asIs;
}
