// Three-way merge of roadmaps: by cell, by task, and by line elsewhere.

import type { Roadmap } from "../model/roadmap.js";
import {
  type Document,
  type Element,
  lineWithEnding,
  splitDocument,
  type TableBlock,
  type TaskLine,
} from "./document.js";
import {
  type ConflictDetail,
  type MergeHunk,
  mapVersions,
  mergedValue,
  resolvedFor,
  type Side,
  type Version,
  type Versions,
} from "./hunks.js";
import { type IdentifiedElements, identifyElements } from "./identify-elements.js";
import { isTableChanged, mergeTables, tableText } from "./merge-table.js";
import { isTaskChanged, mergeTask } from "./merge-task.js";
import { type MergeRules, type MergeStep, mergeSequences } from "./sequences.js";

/**
 * The hunks of the merged text, made of spans of the three texts. Where the sides agree, or only one of them changed
 * something, the text is theirs byte for byte. The texts must be in a common layout.
 * @returns null if a safe merge is not possible: then merge them as lines
 */
export function mergeRoadmaps(roadmaps: Versions<Roadmap>): MergeHunk[] | null {
  const { base, ours, theirs } = mapVersions(roadmaps, ({ text }) => text);
  const whole = mergedValue({ base, ours, theirs });
  if (whole !== null) return [whole];
  const documents = mapVersions(roadmaps, splitDocument);
  const merging = { documents, elements: identifyElements(documents) };
  const parents = mapVersions(documents, parentsOf);
  const steps = mergeSequences(merging.elements.sequences, {
    outcomeOfDeletion: (number) => outcomeOfDeletion(merging, number),
    depthOf: (side, index) => depthOf(documents[side].elements[index]),
    parentOf: (side, index) => parents[side][index] ?? -1,
    isDivider: () => false,
    isDoubtful: merging.elements.isDoubtful,
    ...headingsOf(documents),
  });
  const hunks = steps?.map((step) => hunksOf(merging, step)) ?? [null];
  const merged = hunks.filter((hunk) => hunk !== null);
  return merged.length < hunks.length ? null : joinHunks(merged.flat());
}

interface Merging {
  readonly documents: Versions<Document>;
  readonly elements: IdentifiedElements;
}

function outcomeOfDeletion(merging: Merging, number: number): "dropped" | "conflict" {
  const { base, ours, theirs } = versionsOf(merging, number);
  const left = ours ?? theirs;
  if (base?.kind === "task" && left?.kind === "task") return isTaskChanged(base, left) ? "conflict" : "dropped";
  if (base?.kind !== "table" || left?.kind !== "table") return "dropped";
  return isTableChanged(base, left) ? "conflict" : "dropped";
}

/** Tables and lines are at the top level. */
function depthOf(element: Element | undefined): number {
  return element?.kind === "task" ? element.depth : 0;
}

function headingsOf(documents: Versions<Document>): Pick<MergeRules, "headingAt" | "isBlank"> {
  const lineAt = (version: Version, index: number) => documents[version].elements[index];
  return {
    headingAt(version, index) {
      const element = lineAt(version, index);
      return element?.kind === "line" ? element.heading : element && null;
    },
    isBlank(version, index) {
      const element = lineAt(version, index);
      return element?.kind === "line" && element.line.text.trim() === "";
    },
  };
}

/** For each element, the index of its parent task: the last one above it that is one level higher; -1 for none. */
function parentsOf({ elements }: Document): number[] {
  const lastAtDepth: number[] = [];
  return elements.map((element, index) => {
    if (element.kind !== "task") return -1;
    lastAtDepth[element.depth] = index;
    return lastAtDepth[element.depth - 1] ?? -1;
  });
}

function versionsOf({ elements }: Merging, number: number): Versions<Element | null> {
  return {
    base: elements.elementIn("base", number),
    ours: elements.elementIn("ours", number),
    theirs: elements.elementIn("theirs", number),
  };
}

function hunksOf(merging: Merging, step: MergeStep): MergeHunk[] | null {
  const { documents } = merging;
  if (step.kind === "one") return elementHunks(merging, step.side, step.index);
  if (step.kind === "conflict") return conflictHunksOf(merging, step);
  const [o, t] = [documents.ours.elements[step.ours], documents.theirs.elements[step.theirs]];
  if (o?.kind !== "line" || t?.kind !== "line") return elementHunks(merging, "ours", step.ours);
  const b = documents.base.elements[step.base];
  const base = b?.kind === "line" ? b.line.ending : t.line.ending;
  return [o.line.text + (mergedValue({ base, ours: o.line.ending, theirs: t.line.ending }) ?? o.line.ending)];
}

/** The element at that index, with the changes of each side. */
function elementHunks(merging: Merging, side: Version, index: number): MergeHunk[] | null {
  const element = merging.documents[side].elements[index];
  if (!element) return [];
  if (element.kind === "line") return [lineWithEnding(element.line)];
  const number = merging.elements.sequences[side][index] ?? -1;
  const versions = versionsOf(merging, number);
  if (element.kind === "task") return [taskHunk(merging, number, mapVersions(versions, asTask))];
  const tables = mapVersions(versions, asTable);
  if (tables.ours && tables.theirs) return mergeTables(tables);
  return [oneSidedHunk(tables, element)];
}

function taskHunk({ elements }: Merging, number: number, tasks: Versions<TaskLine | null>): MergeHunk {
  const isChanged = (side: Side) => tasks.base && tasks[side] && isTaskChanged(tasks.base, tasks[side]);
  const isReplaced =
    tasks.ours?.key !== tasks.theirs?.key &&
    ((elements.isDoubtful("ours", number) && isChanged("theirs")) ||
      (elements.isDoubtful("theirs", number) && isChanged("ours")));
  return mergeTask(tasks, isReplaced ? "replaced" : "same");
}

/** A table that only one side has: added, or deleted by the other side and changed by this one. */
function oneSidedHunk({ base, ours, theirs }: Versions<TableBlock | null>, table: TableBlock): MergeHunk {
  if (!base) return tableText(table);
  const texts = { base: tableText(base), ours: ours ? tableText(ours) : "", theirs: theirs ? tableText(theirs) : "" };
  const about = { type: "table", name: table.header.line.text.trim(), field: null } as const;
  return { ...texts, details: [{ ...about, ...texts, ours: ours && texts.ours, theirs: theirs && texts.theirs }] };
}

/** Lines in conflict; elements that both sides have among them are merged on both. */
function conflictHunksOf(merging: Merging, step: Extract<MergeStep, { kind: "conflict" }>): MergeHunk[] | null {
  const textFor = (version: Version, indexes: readonly number[]): string | null => {
    const hunks = indexes.map((index) =>
      version === "base" ? [baseText(merging, index)] : elementHunks(merging, version, index),
    );
    const merged = hunks.filter((hunk) => hunk !== null);
    return merged.length < hunks.length ? null : resolvedFor(version, merged.flat());
  };
  const [base, ours, theirs] = [textFor("base", step.base), textFor("ours", step.ours), textFor("theirs", step.theirs)];
  if (base === null || ours === null || theirs === null) return null;
  const name = (ours || base || theirs).trim().split(/\r\n|\n|\r/)[0] ?? "";
  const detail: ConflictDetail = { type: "text", name, field: null, base, ours, theirs };
  return [{ base, ours, theirs, details: [detail] }];
}

function baseText({ documents }: Merging, index: number): string {
  const element = documents.base.elements[index];
  if (!element) return "";
  return element.kind === "table" ? tableText(element) : lineWithEnding(element.line);
}

function asTask(element: Element | null): TaskLine | null {
  return element?.kind === "task" ? element : null;
}

function asTable(element: Element | null): TableBlock | null {
  return element?.kind === "table" ? element : null;
}

/** Joins consecutive texts. */
function joinHunks(hunks: readonly MergeHunk[]): MergeHunk[] {
  const out: MergeHunk[] = [];
  let texts: string[] = [];
  const flush = () => {
    if (texts.length > 0) out.push(texts.join(""));
    texts = [];
  };
  for (const hunk of hunks) {
    if (typeof hunk === "string") texts.push(hunk);
    else {
      flush();
      out.push(hunk);
    }
  }
  flush();
  return out;
}
