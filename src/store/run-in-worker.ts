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

/**
 * The result of the script's `serveWorker` for the input. Both are copied between the threads.
 * @throws UserError TOO_COMPLEX (exit 4) if it takes longer than `timeoutMs` or too much memory.
 */
export async function runInWorker<T>(script: URL, input: unknown, timeoutMs: number): Promise<T> {
  const { Worker } = await import("node:worker_threads");
  const worker = new Worker(script, {
    workerData: input,
    resourceLimits: memoryLimits,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(tooComplex(`takes longer than ${timeoutMs / 1000} s`)), timeoutMs);
      worker.once("message", (answer) => {
        if (answer.kind === "refusal") reject(new UserError(answer.code, answer.message, answer.ways));
        else resolve(answer.value);
      });
      worker.once("error", (error) => reject(isOutOfMemory(error) ? tooComplex("takes too much memory") : error));
      worker.once("exit", (code) => reject(new Error(`the worker ended with code ${code} and without an answer`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
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
