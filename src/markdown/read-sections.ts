// Reading of sections: the title, tracks and phases that the headings of a file define.

import type { Blocks, Heading } from "../model/blocks.js";
import { plainText } from "../model/inline-text.js";
import { parentHeadings, titleHeading } from "../model/outline.js";
import { phaseLabelOf } from "../model/phase.js";
import { type Phase, phaseNumberIn, type Task, type Topic, type Track } from "../model/roadmap.js";
import type { Settings } from "../model/settings.js";
import { partitionPoint } from "../text/arrays.js";
import { type Span, textAt } from "../text/edit.js";
import { normalize } from "../text/normalize.js";

/** Phases while they are being filled. */
export interface OpenPhase extends Phase {
  readonly topics: Topic[];
  readonly tasks: Task[];
}

interface OpenTrack extends Track {
  readonly phases: OpenPhase[];
}

export interface Sections {
  readonly title: string | null;
  /** The phase of the nearest heading above the offset; null above the first one. */
  phaseOfHeading(offset: number): OpenPhase | null;
  /** The phase named by a Phase cell at the offset; one name is one phase in each track. Null if it names none. */
  phaseOfCell(label: string, offset: number): OpenPhase | null;
  /** Those requested so far, in the order of their first request. */
  readonly phases: readonly OpenPhase[];
  readonly tracks: readonly Track[];
}

export function readSections(text: string, blocks: Blocks, settings: Settings): Sections {
  const { headings } = blocks;
  const [first] = headings;
  const starts = headings.map(({ span }) => span);
  const parents = parentHeadings(headings);
  const title = titleHeading(headings);
  const phases: OpenPhase[] = [];
  const tracks = new Map<Heading, OpenTrack>();
  const known = new Map<string, OpenPhase>();

  const trackOf = (heading: Heading | null): OpenTrack | null => {
    if (!heading || heading === title) return null;
    const track = tracks.get(heading) ?? openTrack(text, blocks, heading);
    tracks.set(heading, track);
    return track;
  };
  const phaseFor = (key: string, label: string, track: OpenTrack | null): OpenPhase => {
    const existing = known.get(key);
    if (existing) return existing;
    const name = settings.phases.get(label) ?? null;
    const phase = { label, name, number: phaseNumberIn(label), track, topics: [], tasks: [] };
    known.set(key, phase);
    phases.push(phase);
    track?.phases.push(phase);
    return phase;
  };
  return {
    title: first ? plainText(textAt(text, first.content)) : null,
    phases,
    get tracks() {
      return [...tracks.values()].sort((a, b) => a.heading.start - b.heading.start);
    },
    phaseOfHeading(offset) {
      const index = lastBefore(starts, offset);
      const heading = headings[index];
      if (!heading) return null;
      const label = plainText(textAt(text, heading.content));
      return phaseFor(`heading ${index}`, label, trackOf(parents.get(heading) ?? null));
    },
    phaseOfCell(label, offset) {
      if (phaseLabelOf(label, settings) === null) return null;
      const index = lastBefore(starts, offset);
      return phaseFor(`cell ${index} ${normalize(label)}`, label, trackOf(headings[index] ?? null));
    },
  };
}

function openTrack(text: string, blocks: Blocks, heading: Heading): OpenTrack {
  const title = plainText(textAt(text, heading.content));
  return { title, goal: goalBelow(text, blocks, heading), heading: heading.span, phases: [] };
}

const goalWords =
  /^[(*_ ]*(?:goal|objective|objetivo|meta|objectif|ziel|obiettivo|цель|目标|目標|목표|mục tiêu|tujuan|hedef|cel|الهدف)\s*[:：]\s*/iu;

/** The paragraph directly below the heading, if it is marked as a goal. */
function goalBelow(text: string, { headings, paragraphs }: Blocks, heading: Heading): string | null {
  const below = paragraphs[lastBefore(paragraphs, heading.span.end - 1) + 1];
  const next = headings[headings.indexOf(heading) + 1];
  if (!below || (next && next.span.start < below.start)) return null;
  const line = plainText(textAt(text, below));
  const prefix = goalWords.exec(line)?.[0];
  if (prefix === undefined) return null;
  const goal = line.slice(prefix.length).trim();
  return prefix.includes("(") && goal.endsWith(")") ? goal.slice(0, -1) : goal;
}

/** The index of the last span that begins at or before the offset; -1 if there is none. */
function lastBefore(spans: readonly Span[], offset: number): number {
  return partitionPoint(spans, ({ start }) => start <= offset) - 1;
}
