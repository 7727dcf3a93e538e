// Limits concurrent jobs, in all and per host.

import { groupBy } from "../text/arrays.js";

interface Turns<Key> {
  /** The maximum number of jobs at the same time. */
  readonly most: number;
  /** The maximum number of jobs of one group. */
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
