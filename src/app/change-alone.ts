// Change alone: what one change makes of another version of the file, where the two can be separated for certain.

import { compareRoadmaps, type Difference } from "../model/compare.js";
import type { Roadmap } from "../model/roadmap.js";
import { mergeTexts } from "./merge-files.js";
import { parseText } from "./parse-text.js";

/** One change of a text. */
export interface TextChange {
  readonly base: string;
  readonly text: string;
}

/**
 * The other version with the change; null where they meet, or where the change says something else there: of a row with
 * another name, in another phase, or by words that mean something else in that version.
 */
export async function changeOn(other: string, change: TextChange): Promise<string | null> {
  const merged = await mergeTexts({ base: change.base, ours: other, theirs: change.text }, { markerSize: 7 });
  if (typeof merged === "string" || merged.conflicts > 0) return null;
  const [asked, made] = [await statements(change), await statements({ base: other, text: merged.text })];
  return asked.join("\n") === made.join("\n") ? merged.text : null;
}

/** Whether the part of a change says nothing but what all of it says. */
export async function isPartOf(part: TextChange, all: TextChange): Promise<boolean> {
  const known = new Set(await statements(all));
  return (await statements(part)).every((statement) => known.has(statement));
}

/** What a change says of which topics, tasks, columns and phases; sorted, each as one text. */
async function statements({ base, text }: TextChange): Promise<string[]> {
  const [before, after] = [(await parseText(base, null)).roadmap, (await parseText(text, null)).roadmap];
  const { differences, isElsewhere, columns, ...lists } = compareRoadmaps(before, after);
  const others = Object.entries({ ...lists, ...columns, isElsewhere: isElsewhere ? [true] : [] });
  const said = [
    ...differences.map((difference) => statement(difference, [before, after])),
    ...others.flatMap(([kind, list]) => list.map((one) => ({ kind, one }))),
  ];
  return said.map((one) => JSON.stringify(one)).sort();
}

function statement(
  { type, kind, name, phase, renamedFrom, moved, fields, status }: Difference,
  versions: readonly Roadmap[],
) {
  // Neighbors may be others; of equal names it must be the same one.
  const places = moved && [moved.from.phase, moved.to.phase];
  const namesakes = versions.map((roadmap) => placesOf(roadmap, type, renamedFrom ?? name));
  const isTold = kind !== "changed" || namesakes.some(({ length }) => length > 1);
  return { type, kind, name, renamedFrom, places, fields, status: status.to, ...(isTold ? { phase, namesakes } : {}) };
}

function placesOf({ topics, tasks }: Roadmap, type: "topic" | "task", name: string): (string | null)[] {
  const all: readonly { readonly name: string; readonly phase: { readonly label: string } | null }[] =
    type === "topic" ? topics : tasks;
  return all.filter((one) => one.name === name).map((one) => one.phase?.label ?? null);
}
