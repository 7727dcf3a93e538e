// Lines conflict: one conflict from the first to the last differing line, for a merge that cannot be verified.

import { linesWithEndings } from "../text/lines.js";
import { mapVersions, type Piece, type Versions } from "./pieces.js";

export function linesConflict(texts: Versions<string>): Piece[] {
  const lines = mapVersions(texts, linesWithEndings);
  const all = [lines.base, lines.ours, lines.theirs];
  const isSame = (index: number) => new Set(all.map((one) => one.at(index))).size === 1;
  const shortest = Math.min(...all.map(({ length }) => length));
  let head = 0;
  while (head < shortest && isSame(head)) head++;
  let tail = 0;
  while (tail < shortest - head && isSame(-1 - tail)) tail++;
  const middle = mapVersions(lines, (one) => one.slice(head, one.length - tail).join(""));
  const name = middle.ours.trim().split(/[\r\n]/)[0] ?? "";
  const contests = [{ type: "text", name, field: null, ...middle } as const];
  const behind = tail === 0 ? "" : lines.ours.slice(-tail).join("");
  return [lines.ours.slice(0, head).join(""), { ...middle, contests }, behind];
}
