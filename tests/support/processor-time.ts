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
 * How many times as long twice the size takes: 2 if the time is linear, 4 if it is quadratic. Judged by four times the
 * size, and by the best of three attempts, because other work and garbage collection only add time. Each try has its own
 * size, so that nothing memoized is measured.
 */
export function growthOf(work: (size: number) => void, size: number): number {
  work(size);
  let tries = 0;
  const timeOf = (least: number) => {
    tries++;
    return processorTimeMs(() => work(least + tries));
  };
  const leastOf = (least: number) => Math.min(timeOf(least), timeOf(least));
  let growth = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && growth > 2.3; attempt++) {
    const once = leastOf(size);
    growth = Math.min(growth, Math.sqrt(leastOf(4 * size) / once));
  }
  return growth;
}

function sinceMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
