// Reading of sections: the title, tracks and phases that the headings of a file define.

import type { Blocks, Heading } from "../model/blocks.js";
import { plainText } from "../model/inline-text.js";
import { outlineOf } from "../model/outline.js";
import { phaseLabelOf } from "../model/phase.js";
import { phaseNumberIn } from "../model/phase-words.js";
import type { Phase, Task, Topic, Track } from "../model/roadmap.js";
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
  /** The phase that the headings above the offset define; null if none does. */
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
  const outline = outlineOf(headings, text);
  const { phases, tracks, phaseFor } = openPhases(settings, (heading) => openTrack(text, blocks, heading));
  return {
    title: first ? plainText(textAt(text, first.content)) : null,
    phases,
    get tracks() {
      return [...tracks.values()].sort((a, b) => a.heading.start - b.heading.start);
    },
    phaseOfHeading(offset) {
      const above = headings[lastBefore(starts, offset)];
      const heading = above && outline.phaseOf(above);
      if (!heading) return null;
      const label = outline.labels.get(heading) ?? "";
      const place = { heading: heading.span, number: outline.numberOf(heading), track: outline.trackOf(heading) };
      return phaseFor(`heading ${heading.span.start}`, label, place);
    },
    phaseOfCell(label, offset) {
      if (phaseLabelOf(label, settings) === null) return null;
      const heading = headings[lastBefore(starts, offset)];
      const track = heading ? outline.trackOfCells(heading) : null;
      const key = `cell ${track?.span.start ?? ""} ${normalize(label)}`;
      return phaseFor(key, label, { heading: null, number: phaseNumberIn(label), track });
    },
  };
}

interface PlacedPhase extends Pick<Phase, "heading" | "number"> {
  readonly track: Heading | null;
}

function openPhases({ phases: names }: Settings, open: (heading: Heading) => OpenTrack) {
  const phases: OpenPhase[] = [];
  const tracks = new Map<Heading, OpenTrack>();
  const known = new Map<string, OpenPhase>();
  const trackFor = (heading: Heading): OpenTrack => {
    const track = tracks.get(heading) ?? open(heading);
    tracks.set(heading, track);
    return track;
  };
  const phaseFor = (key: string, label: string, place: PlacedPhase): OpenPhase => {
    const existing = known.get(key);
    if (existing) return existing;
    const track = place.track && trackFor(place.track);
    const phase = { ...place, label, name: names.get(label) ?? null, track, topics: [], tasks: [] };
    known.set(key, phase);
    phases.push(phase);
    track?.phases.push(phase);
    return phase;
  };
  return { phases, tracks, phaseFor };
}

function openTrack(text: string, blocks: Blocks, heading: Heading): OpenTrack {
  const title = plainText(textAt(text, heading.content));
  const around = outlineOf(blocks.headings, text).trackOf(heading)?.span ?? null;
  return { title, goal: goalBelow(text, blocks, heading), heading: heading.span, around, phases: [] };
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
