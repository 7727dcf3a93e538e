// A worker that uses up its memory is stopped, and the program continues.

import { expect, test } from "vitest";
import { runInWorker } from "../../src/store/run-in-worker.js";
import { workerScript } from "../support/worker-script.js";

test("work that uses up all memory is called too complex", async () => {
  const hungry = "() => { const all = []; for (;;) all.push(new Array(5000000).fill(all.length)); }";
  await expect(
    runInWorker(workerScript(hungry), null, { processorMs: 60_000, clockMs: 600_000 }),
  ).rejects.toMatchObject({ code: "TOO_COMPLEX" });
});
