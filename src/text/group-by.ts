// Group by: groups, counts and compares elements of lists.

/** Groups in the order of their first elements; elements in their original order. */
export function groupBy<One, Key>(all: Iterable<One>, keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const others = groups.get(key);
    if (others) others.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** How often each value occurs, in the order of the first occurrences. */
export function countEach<Value>(all: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

export function isSameList<Value>(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
