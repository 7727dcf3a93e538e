// Outline: the headings above a position in the file, and the phases as they are shown.

import { groupBy } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { memoize } from "../text/memoize.js";
import { wordsOf } from "../text/normalize.js";
import type { Heading } from "./blocks.js";
import { plainText } from "./inline-text.js";
import { type Phase, phaseNumberIn, phaseTitle, type Roadmap } from "./roadmap.js";

/** A heading with the label that identifies its phase. */
export interface LabeledHeading {
  readonly heading: Heading;
  readonly label: string;
  readonly name: null;
  /** The first number in the label. */
  readonly number: number | null;
}

/** All headings, in order. */
export const labeledHeadings = memoize(({ text, blocks: { headings } }: Roadmap): readonly LabeledHeading[] =>
  headings.map((heading) => {
    const label = plainText(textAt(text, heading.content));
    return { heading, label, name: null, number: phaseNumberIn(label) };
  }),
);

/** The nearest heading above the offset. */
export function headingAbove(roadmap: Roadmap, offset: number): LabeledHeading | null {
  return labeledHeadings(roadmap).findLast(({ heading }) => heading.span.start <= offset) ?? null;
}

/** The line of an offset, counted from 1. */
export function lineNumberAt({ text }: Roadmap, offset: number): number {
  return lineAt(lineStarts(text), offset) + 1;
}

const parents = memoize(({ blocks: { headings } }: Roadmap) => parentHeadings(headings));

/** For each heading the nearest one above it with a smaller depth, if there is one. */
export function parentHeadings(headings: readonly Heading[]): ReadonlyMap<Heading, Heading | null> {
  const open: Heading[] = [];
  return new Map(
    headings.map((heading) => {
      while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
      const parent = open.at(-1) ?? null;
      open.push(heading);
      return [heading, parent];
    }),
  );
}

/** The heading that is the title of the whole file: the first one, if it is the only one of depth 1. */
export function titleHeading(headings: readonly Heading[]): Heading | null {
  const [first, ...others] = headings;
  return first?.depth === 1 && others.every(({ depth }) => depth > 1) ? first : null;
}

/** The nearest heading above it with a smaller depth. */
export function parentOf(roadmap: Roadmap, { heading }: LabeledHeading): LabeledHeading | null {
  const parent = parents(roadmap).get(heading);
  return labeledHeadings(roadmap).find(({ heading: known }) => known === parent) ?? null;
}

/** The parent heading of a phase, unless it is the title of the file. */
export function trackOf(roadmap: Roadmap, phase: LabeledHeading): LabeledHeading | null {
  const parent = parentOf(roadmap, phase);
  return parent?.heading === titleHeading(roadmap.blocks.headings) ? null : parent;
}

/** A position as shown to people: `under "Basics" (line 5)`. */
export function placeText(roadmap: Roadmap, offset: number): string {
  const line = `line ${lineNumberAt(roadmap, offset)}`;
  const heading = headingAbove(roadmap, offset);
  return heading ? `under "${heading.label}" (${line})` : `in ${line}`;
}

// For display, a phase in the table and the heading of the same name are one.

export interface ShownPhase extends Pick<Phase, "track" | "topics" | "tasks"> {
  readonly title: string;
}

/** The title under which a phase is shown. */
export function shownTitle(roadmap: Roadmap, phase: Phase): string {
  return phaseTitle(headingsOf(roadmap).get(phase) ?? phase);
}

/**
 * In file order. Cells that contain `1` and the heading `Phase 1: Basics` over tasks are one phase unless that is
 * ambiguous: both must be in the same track, and no other phase there may have that name. The heading gives the title.
 */
export function shownPhases(roadmap: Roadmap): ShownPhase[] {
  const headings = headingsOf(roadmap);
  const hasHeading = new Set(headings.values());
  return roadmap.phases
    .filter((phase) => !hasHeading.has(phase))
    .map((phase) => {
      const { track, topics, tasks } = phase;
      return { title: shownTitle(roadmap, phase), track, topics, tasks: headings.get(phase)?.tasks ?? tasks };
    });
}

/** Maps phases of cells to the same phases of headings. */
const headingsOf = memoize(({ phases }: Roadmap): ReadonlyMap<Phase, Phase> => {
  const ofTracks = groupBy(phases, ({ track }) => track);
  return new Map([...ofTracks.values()].flatMap(pairs));
});

/** Within the phases of one track. */
function pairs(phases: readonly Phase[]): [inTable: Phase, inList: Phase][] {
  const inTable = phases.filter(({ topics, tasks }) => topics.length > 0 && tasks.length === 0);
  const inLists = phases.filter(({ topics }) => topics.length === 0);
  if (inTable.length === 0 || inLists.length === 0) return [];
  const tables = groupBy(inTable, wordsOfTitle);
  const lists = groupBy(
    inLists.flatMap((phase) => [...namesOfHeading(phase.label)].map((name) => ({ name, phase }))),
    ({ name }) => name,
  );
  const candidates = [...tables].flatMap(([name, [phase, another]]) => {
    const [list, anotherList] = lists.get(name) ?? [];
    return phase && list && !another && !anotherList ? [{ phase, list: list.phase }] : [];
  });
  return [...groupBy(candidates, ({ list }) => list).values()].flatMap(([pair, other]): [Phase, Phase][] =>
    pair && !other ? [[pair.phase, pair.list]] : [],
  );
}

/** Whether cells and a heading with these labels are the same phase, if no other has that name. */
export function isOneName(cells: Pick<Phase, "label" | "name">, heading: string): boolean {
  return namesOfHeading(heading).has(wordsOfTitle(cells));
}

function wordsOfTitle(phase: Pick<Phase, "label" | "name">): string {
  return wordsOf(phaseTitle(phase)).join(" ");
}

/** The whole label, and `Phase 1` of `Phase 1: Basics`. */
function namesOfHeading(label: string): ReadonlySet<string> {
  return new Set([label, beforeName(label)].map((name) => wordsOf(name).join(" ")));
}

/** `Phase 1` of `Phase 1: Basics`; the whole label if no name follows the number: `Phase 1.2`. */
export function beforeName(label: string): string {
  return /^(\D*\d+)(?:\s*[:：]|[.)]\s|\s*[–—|-]\s)\s*[^\d\s]/.exec(label)?.[1] ?? label;
}
