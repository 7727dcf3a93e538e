// Folded rows: the phases and tracks of a roadmap in few rows: runs of finished and of untouched phases are one each.

import { mergedGroup, type Progress, type ProgressGroup } from "../model/progress.js";
import { groupBy } from "../text/arrays.js";
import { type BarRow, isUntouched } from "./bar-lines.js";
import type { Canvas } from "./canvas.js";
import { phaseRangeTitle } from "./phase-run.js";

/** With more, tracks fold as phases do. */
const maxTracks = 8;

/** Of phases, and of tracks; what does not fit is summed in the last row. */
const maxRows = 8;

type Part = Pick<BarRow, "group" | "remark">;

/** The total and its parts, of topics or of tasks. Nothing is folded unless a person reads it in a terminal. */
export function foldedRows({ groups, all }: Progress, canvas: Canvas): BarRow[] {
  const { isTerminal } = canvas;
  const tracks = groupsByTrack(groups);
  const phases = new Set(tracks.get(null));
  const trackOfFirst = new Map(Array.from(tracks, ([track, [first]]) => [first, track]));
  // In file order: a track is where its first phase is.
  const parts = groups.flatMap((group): Part[] => {
    if (phases.has(group)) return [{ group }];
    const track = trackOfFirst.get(group);
    return track ? [trackGroup(track, tracks.get(track) ?? [])] : [];
  });
  const hasBars = !isFine([...phases]);
  const isFoldingTracks = tracks.size - (phases.size > 0 ? 1 : 0) > maxTracks;
  const rows = runsOf(parts, ({ group }) => phases.has(group)).flatMap((run) => {
    const arePhases = run.every(({ group }) => phases.has(group));
    const kind = arePhases ? "phases" : "tracks";
    const shown = isTerminal && (arePhases || isFoldingTracks) ? foldedParts(run, kind, canvas) : run.map(wholeRow);
    return arePhases && !hasBars ? shown.map((row) => ({ ...row, hasBar: false })) : shown;
  });
  const total: BarRow = { depth: 0, group: all, hasBar: true };
  return rows.length === 1 ? [total] : [total, ...rows];
}

/** A phase that is a track itself belongs to it. */
export function groupsByTrack(groups: readonly ProgressGroup[]): Map<string | null, ProgressGroup[]> {
  const tracks = new Set(groups.map(({ track }) => track));
  return groupBy(groups, ({ track, title }) => track ?? (tracks.has(title) ? title : null));
}

/** Phases of fewer than two things on average: their bars would be either blank or full. */
export function isFine(phases: readonly ProgressGroup[]): boolean {
  return phases.reduce((sum, { total, counts }) => sum + total + counts.skipped, 0) < 2 * phases.length;
}

/** A track as a whole, and the phase that it is at. */
export function trackGroup(title: string, phases: readonly ProgressGroup[]): Part {
  const group = mergedGroup(title, phases);
  const current = phases.find((phase) => !isFinished(phase))?.number ?? null;
  const isOne = phases.every(({ number }) => number === current);
  return { group, remark: current === null || isOne ? "" : `at phase ${current}` };
}

function isFinished({ done, total }: Pick<ProgressGroup, "done" | "total">): boolean {
  return done === total;
}

function wholeRow({ group, remark }: Part): BarRow {
  return { depth: 1, group, remark, hasBar: !isFinished(group) };
}

function foldedParts(parts: readonly Part[], kind: "phases" | "tracks", canvas: Canvas): BarRow[] {
  const first = parts.find(({ group }) => !isFinished(group));
  const isOpen = (part: Part) => part === first || !isUntouched(part);
  const all = runsOf(parts, (part) => (isFinished(part.group) ? "finished" : isOpen(part) ? part : "untouched"));
  const runs = all.length > maxRows ? [...all.slice(0, maxRows - 1), all.slice(maxRows - 1).flat()] : all;
  return runs.map((run) => {
    const [part] = run;
    if (part && run.length === 1) return { ...wholeRow(part), hasBar: !isFinished(part.group) && isOpen(part) };
    const groups = run.map(({ group }) => group);
    return { depth: 1, hasBar: false, group: mergedGroup(runTitle(groups, kind, canvas), groups) };
  });
}

/** Neighbors with the same key. */
function runsOf<Value>(values: readonly Value[], keyOf: (value: Value) => unknown): Value[][] {
  const runs: Value[][] = [];
  let last: unknown;
  for (const value of values) {
    const key = keyOf(value);
    if (runs.length > 0 && key === last) runs.at(-1)?.push(value);
    else runs.push([value]);
    last = key;
  }
  return runs;
}

/** `Phases 5–8` for consecutive numbers; otherwise `4 phases`, or `4 more phases` if they are not all done. */
function runTitle(groups: readonly ProgressGroup[], kind: "phases" | "tracks", { signs }: Canvas): string {
  const titles = groups.map(({ title }) => title);
  const range = phaseRangeTitle(titles, signs.dash);
  if (range !== null) return range;
  return groups.every(isFinished) ? `${groups.length} ${kind}` : `${groups.length} more ${kind}`;
}
