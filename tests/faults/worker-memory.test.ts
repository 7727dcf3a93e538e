// A worker that eats all memory is ended, and the program goes on.

import { expect, test } from "vitest";
import { runInWorker } from "../../src/store/run-in-worker.js";
import { workerScript } from "../support/worker-script.js";

test("work that eats all memory is called too complex", async () => {
  const hungry = "() => { const all = []; for (;;) all.push(new Array(5000000).fill(all.length)); }";
  await expect(runInWorker(workerScript(hungry), null, 60_000)).rejects.toMatchObject({ code: "TOO_COMPLEX" });
});
