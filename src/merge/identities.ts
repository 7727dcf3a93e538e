// Identities: one stable id for each element, the same in every version that has it.

import type { Matches, Partners } from "./match-versions.js";
import type { Side, Version, Versions } from "./pieces.js";

export interface Identities {
  /** The id of each element of that version. */
  readonly numbers: Versions<readonly number[]>;
  /** The index of the element in that version; -1 if it lacks it. */
  indexIn(version: Version, number: number): number;
  /** Whether that side may have put another element in its place. */
  isDoubtful(side: Side, number: number): boolean;
}

export function identify({ counts, toOurs, toTheirs, added, doubtful }: Matches): Identities {
  const [fromOurs, fromTheirs, addedByOurs] = [inverse(toOurs), inverse(toTheirs), inverse(added)];
  let next = counts.base;
  const base = Array.from({ length: counts.base }, (_, index) => index);
  const ours = Array.from({ length: counts.ours }, (_, index) => fromOurs.get(index) ?? next++);
  const theirs = Array.from({ length: counts.theirs }, (_, index) => {
    const known = fromTheirs.get(index);
    if (known !== undefined) return known;
    const same = addedByOurs.get(index);
    return (same === undefined ? undefined : ours[same]) ?? next++;
  });
  const numbers = { base, ours, theirs };
  const places = { base: indexByNumber(base), ours: indexByNumber(ours), theirs: indexByNumber(theirs) };
  return {
    numbers,
    indexIn: (version, number) => places[version].get(number) ?? -1,
    // The ids of the base's elements are their indexes.
    isDoubtful: (side, number) => doubtful[side].has(number),
  };
}

export function inverse(partners: Partners): Map<number, number> {
  return new Map([...partners].map(([from, to]) => [to, from]));
}

function indexByNumber(numbers: readonly number[]): Map<number, number> {
  return new Map(numbers.map((number, index) => [number, index]));
}
