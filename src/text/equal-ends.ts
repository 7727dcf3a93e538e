// Equal ends: the common prefix and suffix of two lists.

export interface EqualEnds {
  /** The length of the common prefix. */
  readonly head: number;
  /** The length of the common suffix of what follows it. */
  readonly tail: number;
}

export function equalEnds<One>(
  a: readonly One[],
  b: readonly One[],
  isEqual: (one: One | undefined, other: One | undefined) => boolean = (one, other) => one === other,
): EqualEnds {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && isEqual(a[head], b[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isEqual(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++;
  return { head, tail };
}
