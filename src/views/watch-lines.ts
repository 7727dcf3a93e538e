// Watch lines: one frame of a dashboard that is drawn again and again: as much as fits, and below it how it stands.

import { visible } from "../text/visible.js";
import { fitInColumns } from "../text/width.js";
import type { Canvas } from "./paint.js";
import { wrapText } from "./wrap.js";

interface Frame {
  /** Of the dashboard. */
  readonly lines: readonly string[];
  readonly path: string;
  /** Why what is shown is not what the file says now. */
  readonly trouble: string | null;
  /** Of the terminal. */
  readonly rows: number;
}

/** No more lines than there are rows. What stands in the middle is left out first: the end says what is next. */
export function watchLines({ lines, path, trouble, rows }: Frame, { paint, width }: Canvas): string[] {
  const said =
    trouble === null
      ? []
      : wrapText(`${visible(trouble)}; showing the last version that could be read`, width).map(paint.bad);
  const footer = [...said, paint.faint(fitInColumns(`watching ${visible(path)}; press q to quit`, width))].slice(-rows);
  const room = rows - footer.length;
  const cut = lines.map((line) => cutLine(line, width));
  if (cut.length < room) return [...cut, "", ...footer];
  const kept = Math.max(0, room - 1);
  const ending = kept >> 1;
  const left = paint.faint(fitInColumns(`… ${cut.length - kept} more lines`, width));
  const shown = [...cut.slice(0, kept - ending), left, ...cut.slice(cut.length - ending)];
  return [...(room < 1 ? [] : shown), ...footer];
}

/** A command stays whole where it can be copied; here it would be cut without a sign. Coloured lines fit already. */
function cutLine(line: string, width: number): string {
  return line.includes("\u001b") ? line : fitInColumns(line, width);
}
