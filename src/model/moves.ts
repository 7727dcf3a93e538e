// Moves: which of the things that two versions share stand in another order or under another heading.

import { longestRising } from "../text/longest-rising.js";

export interface Place {
  readonly phase: string | null;
  /** The name of the one above it in the file; null at the top. */
  readonly after: string | null;
}

export interface Move {
  readonly from: Place;
  readonly to: Place;
}

interface Placed {
  readonly name: string;
  readonly phase: { readonly label: string } | null;
}

interface Order<Thing> {
  readonly before: readonly Thing[];
  readonly after: readonly Thing[];
  /** For each of the later things the index of what it was; -1 for those that are new. */
  readonly origins: Int32Array;
  /** Whether to be under another heading is no move, because the heading is only called otherwise, say. */
  readonly isSamePhase: (old: Thing, now: Thing) => boolean;
}

/** By the index in the later version; as few as explain the order. */
export function movesOf<Thing extends Placed>(order: Order<Thing>): ReadonlyMap<number, Move> {
  const { before, after, origins, isSamePhase } = order;
  const moves = new Map<number, Move>();
  const inOrder = keptInOrder(origins);
  for (const [index, now] of after.entries()) {
    const oldIndex = origins[index] ?? -1;
    const old = before[oldIndex];
    if (!old) continue;
    const [was, is] = [labelOf(old), labelOf(now)];
    if (inOrder.has(index) && (was === is || isSamePhase(old, now))) continue;
    const from = { phase: was, after: before[oldIndex - 1]?.name ?? null };
    moves.set(index, { from, to: { phase: is, after: after[index - 1]?.name ?? null } });
  }
  return moves;
}

function labelOf({ phase }: Placed): string | null {
  return phase?.label ?? null;
}

/** The positions of those that kept their order, as many as there can be; what is new is none of them. */
function keptInOrder(origins: Int32Array): { has(position: number): boolean } {
  if (isRising(origins)) return { has: () => true };
  const known = [...origins.keys()].filter((position) => (origins[position] ?? -1) >= 0);
  const rising = longestRising(known.map((position) => origins[position] ?? -1));
  return new Set(rising.map((index) => known[index] ?? -1));
}

function isRising(numbers: Int32Array): boolean {
  let last = -1;
  return numbers.every((number) => {
    const isHigher = number < 0 || number > last;
    last = Math.max(last, number);
    return isHigher;
  });
}
