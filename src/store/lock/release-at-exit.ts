// Releases locks and the terminal when the process ends early: by exit, Ctrl-C, hang-up or SIGTERM.

import process from "node:process";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const releases = new Set<() => void>();

/** `release` is called if the process ends before the returned function is called. */
export function releaseAtExit(release: () => void): () => void {
  if (releases.size === 0) startListening();
  releases.add(release);
  return () => {
    releases.delete(release);
    if (releases.size === 0) stopListening();
  };
}

function startListening(): void {
  process.on("exit", releaseAll);
  for (const signal of signals) process.on(signal, dieBySignal);
}

function stopListening(): void {
  process.off("exit", releaseAll);
  for (const signal of signals) process.off(signal, dieBySignal);
}

function releaseAll(): void {
  for (const release of releases) release();
}

function dieBySignal(signal: NodeJS.Signals): void {
  // Another handler in this process handles the signal, so the work may continue, with its lock.
  if (process.listenerCount(signal) > 1) return;
  releaseAll();
  stopListening();
  process.kill(process.pid, signal);
}
