// Watch lines: one frame of a dashboard that is redrawn: as much as fits, with a status line below.

import { visible } from "../text/visible.js";
import { fitInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { wrapText } from "./wrap.js";

interface Frame {
  /** The lines of the dashboard. */
  readonly lines: readonly string[];
  readonly path: string;
  /** Why the frame does not show the present file. */
  readonly trouble: string | null;
  /** The rows of the terminal. */
  readonly rows: number;
}

/** No more lines than rows. Lines in the middle are omitted first, because the end has the next command. */
export function watchLines({ lines, path, trouble, rows }: Frame, { paint, width }: Canvas): string[] {
  const message =
    trouble === null
      ? []
      : wrapText(`${visible(trouble)}; showing the last version that could be read`, width).map(paint.blocked);
  const footer = [...message, paint.dim(fitInColumns(`watching ${visible(path)}; press q to quit`, width))].slice(
    -rows,
  );
  const room = rows - footer.length;
  const cut = lines.map((line) => truncateLine(line, width));
  if (cut.length < room) return [...cut, "", ...footer];
  const kept = Math.max(0, room - 1);
  const ending = kept >> 1;
  const left = paint.dim(fitInColumns(`… ${cut.length - kept} more lines`, width));
  const shown = [...cut.slice(0, kept - ending), left, ...cut.slice(cut.length - ending)];
  return [...(room < 1 ? [] : shown), ...footer];
}

/** Elsewhere, commands stay whole for copying; here the terminal would cut them silently. Colored lines already fit. */
function truncateLine(line: string, width: number): string {
  return line.includes("\u001b") ? line : fitInColumns(line, width);
}
