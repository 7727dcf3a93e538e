// Processor time: how long something takes by itself, regardless of the load of the machine.

/** In milliseconds, of all threads of this process; waiting takes none. */
export function processorTimeMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return sinceMs(before);
}

export async function processorTimeOfMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return sinceMs(before);
}

/**
 * How many times as long twice the size takes: 2 if the time is linear, 4 if it is quadratic. Each try has its own size,
 * so that nothing memoized is measured.
 */
export function growthOf(work: (size: number) => void, size: number): number {
  work(size);
  const leastOf = (least: number) => Math.min(...[1, 2, 3].map((extra) => processorTimeMs(() => work(least + extra))));
  const once = leastOf(size);
  return leastOf(2 * size) / once;
}

function sinceMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
