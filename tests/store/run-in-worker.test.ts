// Worker threads: the answer, the refusals, and the end when it takes too long.

import { expect, test } from "vitest";
import { runInWorker } from "../../src/store/run-in-worker.js";
import { workerScript } from "../support/worker-script.js";

test("the answer comes back", async () => {
  const script = workerScript("(input) => input.map((word) => word.length)");
  expect(await runInWorker<number[]>(script, ["a", "bcd"], 5000)).toEqual([1, 3]);
});

test("a refusal by the worker is the same refusal here", async () => {
  const script = workerScript('() => { throw new UserError("TOO_COMPLEX", "m", "h") }');
  await expect(runInWorker(script, null, 5000)).rejects.toMatchObject({
    name: "UserError",
    code: "TOO_COMPLEX",
    exitCode: 4,
  });
});

test("a bug in the worker is a bug here", async () => {
  const script = workerScript('() => { throw new TypeError("a bug") }');
  await expect(runInWorker(script, null, 5000)).rejects.toThrow("a bug");
});

test("a worker that leaves without an answer is a bug", async () => {
  await expect(runInWorker(workerScript("() => process.exit(3)"), null, 5000)).rejects.toThrow("code 3");
});

test("endless work is ended at the limit and called too complex", async () => {
  const started = performance.now();
  await expect(runInWorker(workerScript("() => { for (;;); }"), null, 300)).rejects.toMatchObject({
    code: "TOO_COMPLEX",
    exitCode: 4,
    message: expect.stringContaining("longer than 0.3 s"),
  });
  expect(performance.now() - started).toBeLessThan(30_000);
});
