// Take turns: much to wait for, some of it at once, and little of it at one place.

import { groupBy } from "../text/group-by.js";

interface Turns<Key> {
  /** How many at once. */
  readonly most: number;
  /** How many of them of one group. */
  readonly mostOfGroup: number;
  readonly groupOf: (key: Key) => string;
}

export async function takeTurns<Key extends string>(
  keys: readonly Key[],
  { most, mostOfGroup, groupOf }: Turns<Key>,
  work: (key: Key) => Promise<void>,
): Promise<void> {
  const lanes = [...groupBy(keys, groupOf).values()].flatMap((queue) =>
    Array.from({ length: mostOfGroup }, () => queue),
  );
  const run = async () => {
    for (let queue = lanes.shift(); queue; queue = lanes.shift())
      for (let key = queue.shift(); key !== undefined; key = queue.shift()) await work(key);
  };
  await Promise.all(Array.from({ length: most }, run));
}
