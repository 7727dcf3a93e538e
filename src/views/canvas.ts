// Canvas: the width and colors of the output that a view is drawn on, and how bars and statuses look on it.

import type { Status } from "../model/status.js";

/** The output medium of a view. */
export interface Canvas {
  readonly paint: Paint;
  /** The width of a line in columns; infinite if the output is not a terminal. */
  readonly width: number;
  /** The file that commands have to name, because the user had to. */
  readonly file?: string | undefined;
  /** The command that must precede the one a view would suggest, because the file cannot be changed. */
  readonly first?: string;
}

/** The meanings of color in a view; the caller decides how they look, or that there is no color. */
export interface Paint {
  readonly strong: Stroke;
  readonly faint: Stroke;
  readonly good: Stroke;
  readonly active: Stroke;
  readonly bad: Stroke;
  readonly notice: Stroke;
}

export type Stroke = (text: string) => string;

const asIs: Stroke = (text) => text;

export const noPaint: Paint = { strong: asIs, faint: asIs, good: asIs, active: asIs, bad: asIs, notice: asIs };

/**
 * `███░░░ 3/6`: as many blocks as requested; at least one full block once anything is done, all of them only when
 * everything is.
 */
export function bar({ done, total }: { done: number; total: number }, columns: number, { paint }: Canvas): string {
  const share = total === 0 ? 0 : done / total;
  const full =
    done === total && total > 0
      ? columns
      : Math.min(columns - 1, Math.max(done > 0 ? 1 : 0, Math.floor(share * columns)));
  return paint.good("█".repeat(Math.max(0, full))) + paint.faint("░".repeat(columns - Math.max(0, full)));
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
  if (status === "done") return paint.good;
  if (status === "in-progress") return paint.active;
  return status === "blocked" ? paint.bad : paint.faint;
}
