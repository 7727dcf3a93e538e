// Moves: which of the items that two versions share changed their order or heading.

import { longestIncreasingSubsequence } from "../text/arrays.js";

export interface ListPosition {
  readonly phase: string | null;
  /** The name of the item above it in the file; null at the top. */
  readonly after: string | null;
}

export interface Move {
  readonly from: ListPosition;
  readonly to: ListPosition;
}

interface Placed {
  readonly name: string;
  readonly phase: { readonly label: string } | null;
}

interface Order<Thing> {
  readonly before: readonly Thing[];
  readonly after: readonly Thing[];
  /** For each later item its earlier index; -1 for added items. */
  readonly origins: Int32Array;
  /** Whether a different heading does not count as a move, for example because the heading was renamed. */
  readonly isSamePhase: (old: Thing, now: Thing) => boolean;
}

/** By index in the later version; the smallest set of moves that explains the new order. */
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

/** The positions of the longest subsequence that kept its order; added items are not part of it. */
function keptInOrder(origins: Int32Array): { has(position: number): boolean } {
  if (isRising(origins)) return { has: () => true };
  const known = [...origins.keys()].filter((position) => (origins[position] ?? -1) >= 0);
  const rising = longestIncreasingSubsequence(known.map((position) => origins[position] ?? -1));
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
