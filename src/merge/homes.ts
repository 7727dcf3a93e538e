// Picks the side whose position a moved element takes in the merge.

import type { Judgement, Part } from "./merge-sequences.js";
import type { Side } from "./pieces.js";
import { type Alignment, isPlain, type Sequences } from "./regions.js";

/** The side whose position counts; both halves of one conflict; or nowhere: the element is deleted. */
export type Home = Side | "both" | "nowhere";

export interface Occurrences {
  /** The position of each identified element on that side; plain lines are omitted. */
  readonly ours: ReadonlyMap<number, number>;
  readonly theirs: ReadonlyMap<number, number>;
  readonly base: ReadonlyMap<number, number>;
  /** Whether that side matched the element at that index with the base, in order. */
  isFromBase(side: Side, index: number): boolean;
}

export function occurrencesIn({ base, ours, theirs }: Sequences, { toOurs, toTheirs }: Alignment): Occurrences {
  const found = { ours: new Set(toOurs), theirs: new Set(toTheirs) };
  return {
    base: tokenIndexes(base),
    ours: tokenIndexes(ours),
    theirs: tokenIndexes(theirs),
    isFromBase: (side, index) => found[side].has(index),
  };
}

function tokenIndexes(tokens: readonly number[]): Map<number, number> {
  const places = new Map<number, number>();
  tokens.forEach((token, index) => {
    if (!isPlain(token)) places.set(token, index);
  });
  return places;
}

interface Finding {
  readonly sequences: Sequences;
  readonly occurrences: Occurrences;
  readonly judgement: Judgement;
}

/**
 * The position of each element that does not keep its place. A move into lines in conflict is not made: resolving the
 * conflict for the other half would lose the moved element.
 * @returns null if no position keeps the element however conflicts are resolved
 */
export function findHomes(finding: Finding, parts: readonly Part[]): Map<number, Home> | null {
  const { sequences, occurrences } = finding;
  const partsBySide = {
    ours: partsByIndex("ours", sequences, parts),
    theirs: partsByIndex("theirs", sequences, parts),
  };
  const homes = new Map<number, Home>();
  for (const token of new Set([...occurrences.ours.keys(), ...occurrences.theirs.keys()])) {
    const [o, t] = [occurrences.ours.get(token), occurrences.theirs.get(token)];
    if (o === undefined || t === undefined) {
      homes.set(token, homeOfLone(finding, token));
      continue;
    }
    const home = homeOfMoved(finding, token, { ours: partsBySide.ours[o], theirs: partsBySide.theirs[t] });
    if (home === null) return null;
    homes.set(token, home);
  }
  return homes;
}

function partsByIndex(side: Side, sequences: Sequences, parts: readonly Part[]): (Part | undefined)[] {
  const found = new Array<Part | undefined>(sequences[side].length);
  for (const part of parts) {
    if (part.kind === "region") found.fill(part, part[side].start, part[side].end);
    else found[part[side]] = part;
  }
  return found;
}

function homeOfLone({ occurrences, judgement }: Finding, token: number): Home {
  if (occurrences.base.has(token) && judgement.fateOf(token) === "dropped") return "nowhere";
  return occurrences.ours.has(token) ? "ours" : "theirs";
}

type Places = Readonly<Record<Side, Part | undefined>>;

function homeOfMoved({ occurrences }: Finding, token: number, { ours, theirs }: Places): Home | null {
  if (ours?.kind !== "region" || theirs?.kind !== "region") return "both";
  if (ours === theirs && ours.verdict !== "union") return "both";
  const hasMoved = (side: Side) => !occurrences.isFromBase(side, occurrences[side].get(token) ?? -1);
  const isInBase = occurrences.base.has(token);
  const preferred: Side = isInBase && hasMoved("theirs") && !hasMoved("ours") ? "theirs" : "ours";
  if (ours === theirs) return preferred;
  const [wanted, other] = preferred === "ours" ? [ours, theirs] : [theirs, ours];
  if (wanted.verdict !== "conflict") return preferred;
  if (other.verdict === "conflict") return null;
  return preferred === "ours" ? "theirs" : "ours";
}
