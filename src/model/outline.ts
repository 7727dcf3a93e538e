// Outline: the headings above a position in the file, and the phases as they are shown.

import { groupBy, partitionPoint } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { memoize, memoizeWeakly } from "../text/memoize.js";
import { wordsOf } from "../text/normalize.js";
import type { Heading } from "./blocks.js";
import { plainText } from "./inline-text.js";
import { isOverview } from "./overview-words.js";
import { hasNumberOnly, isNumberAlone, type PhaseNumbering, phaseNumbering } from "./phase-words.js";
import { type Phase, phaseTitle, type Roadmap } from "./roadmap.js";

/** A heading with the label that identifies its phase. */
export interface LabeledHeading {
  readonly heading: Heading;
  readonly label: string;
  readonly name: null;
  /** The number in the label, if it is a phase heading. */
  readonly number: number | null;
}

/** All headings, in order. */
export const labeledHeadings = memoize(({ text, blocks: { headings } }: Roadmap): readonly LabeledHeading[] => {
  const { labels, numberOf } = outlineOf(headings, text);
  return headings.map((heading) => {
    return { heading, label: labels.get(heading) ?? "", name: null, number: numberOf(heading) };
  });
});

function labeled(roadmap: Roadmap, wanted: Heading | null): LabeledHeading | null {
  return wanted && headingAbove(roadmap, wanted.span.start);
}

/** The nearest heading above the offset, or at it. */
export function headingAbove(roadmap: Roadmap, offset: number): LabeledHeading | null {
  const all = labeledHeadings(roadmap);
  return all[partitionPoint(all, ({ heading }) => heading.span.start <= offset) - 1] ?? null;
}

/** The heading that is the phase at the offset. */
export function phaseAbove(roadmap: Roadmap, offset: number): LabeledHeading | null {
  const above = headingAbove(roadmap, offset);
  const phase = above && outlineOf(roadmap.blocks.headings, roadmap.text).phaseOf(above.heading);
  return labeled(roadmap, phase);
}

/** The line of an offset, counted from 1. */
export function lineNumberAt({ text }: Roadmap, offset: number): number {
  return lineAt(lineStarts(text), offset) + 1;
}

/** What the headings of a file are: its title, phases, tracks of phases, and groups inside a phase. */
interface Outline {
  readonly labels: ReadonlyMap<Heading, string>;
  readonly parents: ReadonlyMap<Heading, Heading | null>;
  /** The number of a phase heading. */
  numberOf(heading: Heading): number | null;
  /** The phase of what is below the heading, up to the next one. */
  phaseOf(heading: Heading): Heading | null;
  /** The track of a phase: the heading above it, unless that only is the title. */
  trackOf(phase: Heading): Heading | null;
  /** The track of the phases in the cells of a table below the heading. */
  trackOfCells(heading: Heading): Heading | null;
}

export const outlineOf = memoizeWeakly((headings: readonly Heading[], text: string): Outline => {
  const parents = parentHeadings(headings);
  const labels = new Map(headings.map((heading) => [heading, plainText(textAt(text, heading.content))]));
  const numbered = phaseHeadings(labels, parents);
  const title = titleHeading(headings) ?? titleAbovePhases(headings, numbered);
  const isTitleOnly = (heading: Heading | null) => heading === title && !(heading && numbered.has(heading));
  const phaseAt = (heading: Heading | null) => nearest(heading, parents, (above) => numbered.has(above));
  const isNamed = (heading: Heading) => !isTitleOnly(heading) && !isOverview(labels.get(heading) ?? "");
  const withPhases = new Set(Array.from(numbered.keys()).flatMap((phase) => ancestors(phase, parents)));
  return {
    labels,
    parents,
    numberOf: (heading) => numbered.get(heading)?.number ?? null,
    phaseOf: (heading) => phaseAt(heading) ?? nearest(heading, parents, isNamed),
    trackOf(phase) {
      const parent = parents.get(phase) ?? null;
      const track = phaseAt(parent) ?? parent;
      return isTitleOnly(track) ? null : track;
    },
    trackOfCells(heading) {
      const track = numbered.size === 0 ? heading : nearest(heading, parents, (above) => withPhases.has(above));
      return isTitleOnly(track) ? null : track;
    },
  };
});

/** A heading that repeats the phase of a heading above it is none: `Phase 1 checklist` below `Phase 1`. */
function phaseHeadings(
  labels: ReadonlyMap<Heading, string>,
  parents: ReadonlyMap<Heading, Heading | null>,
): ReadonlyMap<Heading, PhaseNumbering> {
  const all = new Map<Heading, PhaseNumbering>();
  const counted = countedTogether(labels, parents);
  for (const [heading, label] of labels) {
    const numbering = phaseNumbering(label);
    if (!numbering || (numbering.mayBeCount && !counted.has(heading))) continue;
    const isRepeated = ancestors(heading, parents).some((above) => isSameNumbering(all.get(above), numbering));
    if (!isRepeated) all.set(heading, numbering);
  }
  return all;
}

function isSameNumbering(one: PhaseNumbering | undefined, { word, label, number }: PhaseNumbering): boolean {
  if (!one || one.word !== word || word === "") return false;
  return (
    one.label === label || (number !== null && one.number === number && !/\d/.test(one.label) !== !/\d/.test(label))
  );
}

/** Headings such as `1 Basics` and `2 Servers`: one alone, `12 exercises`, could be a count. */
function countedTogether(
  labels: ReadonlyMap<Heading, string>,
  parents: ReadonlyMap<Heading, Heading | null>,
): ReadonlySet<Heading> {
  const candidates = [...labels].flatMap(([heading, label]) => {
    const numbering = phaseNumbering(label);
    return numbering?.mayBeCount ? [{ heading, number: numbering.number ?? 0 }] : [];
  });
  const siblings = groupBy(candidates, ({ heading }) => parents.get(heading) ?? null);
  return new Set(
    [...siblings.values()].flatMap((group) => {
      const numbers = new Set(group.map(({ number }) => number));
      return group
        .filter(({ number }) => numbers.has(number - 1) || numbers.has(number + 1))
        .map(({ heading }) => heading);
    }),
  );
}

/** The headings above it, from the nearest on. */
function ancestors(heading: Heading, parents: ReadonlyMap<Heading, Heading | null>): Heading[] {
  const parent = parents.get(heading);
  return parent ? [parent, ...ancestors(parent, parents)] : [];
}

/** The heading itself or the nearest one above it. */
function nearest(
  heading: Heading | null,
  parents: ReadonlyMap<Heading, Heading | null>,
  isWanted: (heading: Heading) => boolean,
): Heading | null {
  return heading && ([heading, ...ancestors(heading, parents)].find(isWanted) ?? null);
}

/** A title next to phases of the same depth. */
function titleAbovePhases(
  [first, ...others]: readonly Heading[],
  phases: ReadonlyMap<Heading, unknown>,
): Heading | null {
  const isTitle =
    first?.depth === 1 && !phases.has(first) && others.every((other) => other.depth > 1 || phases.has(other));
  return isTitle ? first : null;
}

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
  const parent = outlineOf(roadmap.blocks.headings, roadmap.text).parents.get(heading);
  return labeled(roadmap, parent ?? null);
}

/** The heading above a phase that is its track. */
export function trackOf(roadmap: Roadmap, phase: LabeledHeading): LabeledHeading | null {
  const track = outlineOf(roadmap.blocks.headings, roadmap.text).trackOf(phase.heading);
  return labeled(roadmap, track);
}

/** A position as shown to people: `under "Basics" (line 5)`. */
export function placeText(roadmap: Roadmap, offset: number): string {
  const line = `line ${lineNumberAt(roadmap, offset)}`;
  const heading = headingAbove(roadmap, offset);
  return heading ? `under "${heading.label}" (${line})` : `in ${line}`;
}

// For display, a phase in the table and the heading of the same name are one.

export interface ShownPhase extends Pick<Phase, "number" | "track" | "topics" | "tasks"> {
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
      const { number, track, topics, tasks } = phase;
      return { title: shownTitle(roadmap, phase), number, track, topics, tasks: headings.get(phase)?.tasks ?? tasks };
    });
}

/** Maps phases of cells to the same phases of headings. */
const headingsOf = memoize(({ phases }: Roadmap): ReadonlyMap<Phase, Phase> => {
  const ofTracks = groupBy(phases, ({ track }) => track);
  const tracks = new Set(phases.flatMap(({ track }) => track?.heading.start ?? []));
  const isTrack = ({ heading }: Phase) => heading !== null && tracks.has(heading.start);
  return new Map([...ofTracks.values()].flatMap((group) => pairs(group, isTrack)));
});

/** Within the phases of one track. */
function pairs(phases: readonly Phase[], isTrack: (phase: Phase) => boolean): [inTable: Phase, inList: Phase][] {
  const inTable = phases.filter(({ topics, tasks }) => topics.length > 0 && tasks.length === 0);
  const inLists = phases.filter(
    (phase) => phase.topics.length === 0 && !(isTrack(phase) && hasNumberOnly(phase.label)),
  );
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

/** The whole label, and `Phase 1` of `Phase 1: Basics` or `1. Basics`. */
function namesOfHeading(label: string): ReadonlySet<string> {
  const short = beforeName(label);
  const numbering = phaseNumbering(short);
  const bare = numbering && /\d$/.test(short) && isNumberAlone(numbering) ? [`phase ${numbering.label}`] : [];
  return new Set([label, short, ...bare].map((name) => wordsOf(name).join(" ")));
}

/** `Phase 1` of `Phase 1: Basics`; the whole label if no name follows the number: `Phase 1.2`. */
export function beforeName(label: string): string {
  return /^(\D*\d+)(?:\s*[:：、]|[.)]\s|\s*[–—|-]\s|\uFE0F?\u20E3)\s*[^\d\s]/.exec(label)?.[1] ?? label;
}
