// Processor time: how long something takes by itself, however busy the machine is.

/** In milliseconds, of all threads of this process; work that waits takes none. */
export function processorTimeMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
