// Measure: time and peak memory of whole processes, each next to a bare `node -e 0` in the same round.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const probe = fileURLToPath(new URL("peak-memory.cjs", import.meta.url));
/** What every ratio refers to: a Node that does nothing. */
export const bareNode = { command: process.execPath, args: ["-e", "0"] };

/**
 * Node 20 reads extra certificates at every start, which makes it take twice the time; few users have any, and next to
 * such a start every program looks fast.
 */
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...environment } = process.env;

/**
 * Runs the jobs in turn, `rounds` times, so that other load affects all of them. A job is `{ command, args, cwd?, env?,
 * before? }`. Returns the milliseconds by job and round.
 */
export function timesOf(jobs, rounds) {
  const times = jobs.map(() => []);
  for (let round = -1; round < rounds; round++) {
    jobs.forEach((job, index) => {
      const milliseconds = timeOnce(job);
      // The first round only warms the disk caches.
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

/** The maximum resident size of a Node process in KiB: the median of three runs. */
export function peakMemoryOf(job) {
  return median([1, 2, 3].map(() => peakMemoryOnce(job)));
}

function peakMemoryOnce(job) {
  job.before?.();
  const env = { ...job.env, NODE_OPTIONS: `--require ${JSON.stringify(probe)}` };
  const { output } = run({ ...job, env }, { stdio: ["ignore", "ignore", "inherit", "pipe"] });
  return Number(output[3].toString());
}

function run({ command, args, cwd, env = {} }, options) {
  return spawnSync(command, args, { cwd, env: { ...environment, ...env }, ...options });
}

/** The median over all rounds of the job's time divided by the other job's time. */
export function medianRatio(times, otherTimes) {
  return median(times.map((milliseconds, round) => milliseconds / otherTimes[round]));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
