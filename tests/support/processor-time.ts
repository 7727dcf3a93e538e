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

function sinceMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
