// Runs work that hostile input can make endless in a worker thread, with limits on time and memory.

import { availableParallelism } from "node:os";
import { UserError } from "../model/errors.js";

/** Whether another thread can run in parallel to this one. */
export function hasSecondProcessor(): boolean {
  return availableParallelism() > 1;
}

type Answer =
  | { readonly kind: "value"; readonly value: unknown }
  | ({ readonly kind: "refusal" } & Pick<UserError, "code" | "message" | "ways">);

/** A small young generation: otherwise a reader's garbage grows to a hundred megabytes before it is collected. */
const memoryLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 12 };

/** By which the memory of this process may grow while the worker runs: Bun ignores the limits above. */
const maxGrowthBytes = 1536 * 1024 * 1024;

const memoryCheckMs = 100;

interface TimeLimit {
  /** Of all threads of this process while the worker runs: under load, the same work takes longer, but not more. */
  readonly processorMs: number;
  /** By the clock: the end of work that only waits. */
  readonly clockMs: number;
}

/**
 * The result of the script's `serveWorker` for the input. Both are copied between the threads.
 * @throws UserError TOO_COMPLEX (exit 4) if it takes longer than the limit or too much memory.
 */
export async function runInWorker<T>(script: URL, input: unknown, limit: TimeLimit): Promise<T> {
  const { Worker } = await import("node:worker_threads");
  const worker = new Worker(script, {
    workerData: input,
    resourceLimits: memoryLimits,
  });
  let stopWatching = () => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      stopWatching = watchLimits(limit, (words) => reject(tooComplex(words)));
      worker.once("message", (answer) => {
        if (answer.kind === "refusal") reject(new UserError(answer.code, answer.message, answer.ways));
        else resolve(answer.value);
      });
      worker.once("error", (error) => reject(isOutOfMemory(error) ? tooComplex("takes too much memory") : error));
      worker.once("exit", (code) => reject(new Error(`the worker ended with code ${code} and without an answer`)));
    });
  } finally {
    stopWatching();
    await worker.terminate();
  }
}

/** Calls `onEnd` at the limit, with words that say which one it was. The result stops watching. */
function watchLimits({ processorMs, clockMs }: TimeLimit, onEnd: (words: string) => void): () => void {
  const processor = process.cpuUsage();
  const clock = performance.now();
  const memoryBytes = process.memoryUsage.rss();
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    const { user, system } = process.cpuUsage(processor);
    const left = processorMs - (user + system) / 1000;
    const leftByClock = clockMs - (performance.now() - clock);
    if (left <= 0) onEnd(`takes longer than ${processorMs / 1000} s of processor time`);
    else if (leftByClock <= 0) onEnd(`takes longer than ${clockMs / 1000} s`);
    else if (process.memoryUsage.rss() - memoryBytes > maxGrowthBytes) onEnd("takes too much memory");
    else timer = setTimeout(wait, Math.min(left, leftByClock, memoryCheckMs) + 1);
  };
  wait();
  return () => clearTimeout(timer);
}

/** The worker's side: answers its only input. A UserError stays one on the other side; any other error is a bug. */
export async function serveWorker<Input>(handle: (input: Input) => unknown): Promise<void> {
  const { parentPort, workerData } = await import("node:worker_threads");
  if (parentPort === null) throw new Error("this script answers only inside a worker");
  parentPort.postMessage(await answer(handle, workerData));
}

async function answer<Input>(handle: (input: Input) => unknown, input: Input): Promise<Answer> {
  try {
    return { kind: "value", value: await handle(input) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, ways } = error;
    return { kind: "refusal", code, message, ways };
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function tooComplex(words: string): UserError {
  return new UserError(
    "TOO_COMPLEX",
    `the file is too complex: reading it ${words}`,
    "look for thousands of nested lists or emphasis marks, and remove them",
  );
}
