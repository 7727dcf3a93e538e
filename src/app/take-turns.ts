// Take turns: much to wait for, some of it at once, and little of it at one place.

export interface Turns<Item> {
  /** How many at once. */
  readonly most: number;
  /** How many of them of one group. */
  readonly mostOfGroup: number;
  readonly groupOf: (item: Item) => string;
}

export async function takeTurns<Item extends string>(
  items: readonly Item[],
  { most, mostOfGroup, groupOf }: Turns<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queues = new Map<string, Item[]>();
  for (const item of items) {
    const group = groupOf(item);
    const queue = queues.get(group);
    if (queue) queue.push(item);
    else queues.set(group, [item]);
  }
  const lanes = [...queues.values()].flatMap((queue) => Array.from({ length: mostOfGroup }, () => queue));
  const run = async () => {
    for (let queue = lanes.shift(); queue; queue = lanes.shift())
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: most }, run));
}
