// Change alone: applies one change to another version of the file, if the two can be separated with certainty.

import { compareRoadmaps, type Difference } from "../model/history/compare.js";
import type { Roadmap } from "../model/roadmap.js";
import { mergeTexts } from "./merge-files.js";
import { parseText } from "./parse-text.js";

/** One change of a text. */
export interface TextChange {
  readonly base: string;
  readonly text: string;
}

/**
 * The other version with the change. Null if they overlap, or if the change would mean something else there: in a row
 * with another name, phase or status, or through words that mean something else in that version.
 */
export async function changeOn(other: string, change: TextChange): Promise<string | null> {
  return changedAlike(other, change, "each status");
}

/** Whether the change can also be made on the other version, without reverting anything that lies between the two. */
export async function isIndependent(other: string, change: TextChange): Promise<boolean> {
  return (await changedAlike(other, change, "changed statuses")) !== null;
}

/** Whether the other version already has the change, whatever else differs. */
export async function hasChange(other: string, change: TextChange): Promise<boolean> {
  return (await cleanMerge(other, change)) === other;
}

async function cleanMerge(other: string, { base, text }: TextChange): Promise<string | null> {
  const merged = await mergeTexts({ base, ours: other, theirs: text }, { markerSize: 7 });
  return typeof merged === "string" || merged.conflicts > 0 ? null : merged.text;
}

type Told = "each status" | "changed statuses";

async function changedAlike(other: string, change: TextChange, told: Told): Promise<string | null> {
  const text = await cleanMerge(other, change);
  if (text === null) return null;
  const [asked, made] = [await statements(change, told), await statements({ base: other, text }, told)];
  return asked.join("\n") === made.join("\n") ? text : null;
}

/** What a change states about each topic, task, column and phase; sorted, each as one text. */
async function statements({ base, text }: TextChange, told: Told): Promise<string[]> {
  const [before, after] = [(await parseText(base, null)).roadmap, (await parseText(text, null)).roadmap];
  const { differences, isElsewhere, columns, ...lists } = compareRoadmaps(before, after);
  const others = Object.entries({ ...lists, ...columns, isElsewhere: isElsewhere ? [true] : [] });
  const said = [
    ...differences.map((difference) => statement(difference, [before, after], told)),
    ...others.flatMap(([kind, list]) => list.map((one) => ({ kind, one }))),
  ];
  return said.map((one) => JSON.stringify(one)).sort();
}

function statement(
  { type, kind, name, phase, renamedFrom, moved, fields, status: { from, to } }: Difference,
  versions: readonly Roadmap[],
  told: Told,
) {
  // Neighbors may differ; among equal names it must be the same one.
  const places = moved && [moved.from.phase, moved.to.phase];
  const namesakes = versions.map((roadmap) => phasesOfNamesakes(roadmap, type, renamedFrom ?? name));
  const isTold = kind !== "changed" || namesakes.some(({ length }) => length > 1);
  const status = told === "each status" || from !== to ? to : null;
  return { type, kind, name, renamedFrom, places, fields, status, ...(isTold ? { phase, namesakes } : {}) };
}

function phasesOfNamesakes({ topics, tasks }: Roadmap, type: "topic" | "task", name: string): (string | null)[] {
  const all: readonly { readonly name: string; readonly phase: { readonly label: string } | null }[] =
    type === "topic" ? topics : tasks;
  return all.filter((one) => one.name === name).map((one) => one.phase?.label ?? null);
}
