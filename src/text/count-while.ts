// Count while: where in a sorted list something begins, found by halving.

/** How many come before the first for which it does not hold; it holds for none behind that one. */
export function countWhile<One>(all: readonly One[], holds: (one: One) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && holds(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}
