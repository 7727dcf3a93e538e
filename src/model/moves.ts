// Moves: which of the things that two versions share stand in another order or under another heading.

export interface Place {
  readonly phase: string | null;
  /** The name of the one above it in the file; null at the top. */
  readonly after: string | null;
}

export interface Move {
  readonly from: Place;
  readonly to: Place;
}

export interface Placed {
  readonly name: string;
  readonly phase: { readonly label: string } | null;
}

export interface Order<Thing> {
  readonly before: readonly Thing[];
  readonly after: readonly Thing[];
  /** What each of the later things was, by its earlier one. */
  readonly origins: ReadonlyMap<Thing, Thing>;
  /** Whether to be under another heading is no move, because the heading is only called otherwise, say. */
  readonly isSamePhase: (old: Thing, now: Thing) => boolean;
}

/** By what stands in the later version; as few as explain the order. */
export function movesOf<Thing extends Placed>(order: Order<Thing>): ReadonlyMap<Thing, Move> {
  const { before, after, origins, isSamePhase } = order;
  const moves = new Map<Thing, Move>();
  const oldIndexes = new Map(before.map((old, index) => [old, index]));
  const matched = after.flatMap((now, index) => {
    const old = origins.get(now);
    return old ? [{ old, now, index, oldIndex: oldIndexes.get(old) ?? 0 }] : [];
  });
  const inOrder = longestRun(matched.map(({ oldIndex }) => oldIndex));
  for (const [position, { old, now, index, oldIndex }] of matched.entries()) {
    const [was, is] = [labelOf(old), labelOf(now)];
    if (inOrder.has(position) && (was === is || isSamePhase(old, now))) continue;
    const from = { phase: was, after: before[oldIndex - 1]?.name ?? null };
    moves.set(now, { from, to: { phase: is, after: after[index - 1]?.name ?? null } });
  }
  return moves;
}

function labelOf({ phase }: Placed): string | null {
  return phase?.label ?? null;
}

/** The positions of one longest rising subsequence: what is not in it has moved. */
function longestRun(numbers: readonly number[]): { has(position: number): boolean } {
  if (numbers.every((number, position) => position === 0 || (numbers[position - 1] ?? 0) < number))
    return { has: () => true };
  /** For each length the position where a run of that length ends lowest. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [position, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = position;
  }
  const run = new Set<number>();
  for (let position = ends.at(-1); position !== undefined; position = previous[position]) run.add(position);
  return run;
}
