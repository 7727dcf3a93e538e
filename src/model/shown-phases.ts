// For display, joins a phase in the table with the heading of the same name.

import { groupBy } from "../text/arrays.js";
import { memoize } from "../text/memoize.js";
import { wordsOf } from "../text/normalize.js";
import { type Phase, phaseTitle, type Roadmap } from "./roadmap.js";

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
  const isJoined = new Set(headings.values());
  return roadmap.phases
    .filter((phase) => !isJoined.has(phase))
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
  const found = [...tables].flatMap(([name, [phase, another]]) => {
    const [list, anotherList] = lists.get(name) ?? [];
    return phase && list && !another && !anotherList ? [{ phase, list: list.phase }] : [];
  });
  return [...groupBy(found, ({ list }) => list).values()].flatMap(([pair, other]): [Phase, Phase][] =>
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
