// A worker that uses up its memory is stopped, and the program continues.

import { expect, test } from "vitest";
import { runInWorker } from "../../src/store/run-in-worker.js";
import { workerScript } from "../support/worker-script.js";

const limit = { processorMs: 60_000, clockMs: 600_000 };
const tooMuch = { code: "TOO_COMPLEX", message: expect.stringContaining("takes too much memory") };

test("work that uses up all memory is called too complex", async () => {
  const hungry = "() => { const all = []; for (;;) all.push(new Array(5000000).fill(all.length)); }";
  await expect(runInWorker(workerScript(hungry), null, limit)).rejects.toMatchObject(tooMuch);
});

test("work that uses much memory outside the heap is called too complex", async () => {
  const hungry = "() => { const all = []; for (;;) all.push(Buffer.alloc(20_000_000, 1)); }";
  await expect(runInWorker(workerScript(hungry), null, limit)).rejects.toMatchObject(tooMuch);
});
