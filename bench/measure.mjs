// Measure: the time and the peak memory of whole processes, each beside a bare `node -e 0` in the same round.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const probe = fileURLToPath(new URL("peak-memory.cjs", import.meta.url));
export const bareNode = { command: process.execPath, args: ["-e", "0"] };

/**
 * Runs the jobs in turn, so often, so that what else the machine does falls on all of them. A job is
 * `{ command, args, cwd?, env?, before? }`. Returns the milliseconds of each, by job and round.
 */
export function timesOf(jobs, rounds) {
  const times = jobs.map(() => []);
  for (let round = -1; round < rounds; round++) {
    jobs.forEach((job, index) => {
      const milliseconds = timeOnce(job);
      // The first round only warms the caches of the disk.
      if (round >= 0) times[index].push(milliseconds);
    });
  }
  return times;
}

function timeOnce(job) {
  job.before?.();
  const start = process.hrtime.bigint();
  const { status, signal, error } = run(job, { stdio: "ignore" });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error) throw error;
  if (status !== 0) throw new Error(`${job.command} ${job.args.join(" ")} ended with ${status ?? signal}`);
  return milliseconds;
}

/** The largest resident size that a Node process reached, in KiB: the one in the middle of three runs. */
export function peakMemoryOf(job) {
  return median([1, 2, 3].map(() => peakMemoryOnce(job)));
}

function peakMemoryOnce(job) {
  job.before?.();
  const env = { ...process.env, ...job.env, NODE_OPTIONS: `--require ${JSON.stringify(probe)}` };
  const { output } = run({ ...job, env }, { stdio: ["ignore", "ignore", "inherit", "pipe"] });
  return Number(output[3].toString());
}

function run({ command, args, cwd, env = {} }, options) {
  return spawnSync(command, args, { cwd, env: { ...process.env, ...env }, ...options });
}

/** Of each round what the job took by what the other took, and of these the one in the middle. */
export function medianRatio(times, otherTimes) {
  return median(times.map((milliseconds, round) => milliseconds / otherTimes[round]));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
