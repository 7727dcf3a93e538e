// Worker threads: the answer, the refusals, and the end when it takes too long.

import { expect, test } from "vitest";
import { runInWorker } from "../../src/store/run-in-worker.js";
import { workerScript } from "../support/worker-script.js";

test("the answer is returned", async () => {
  const script = workerScript("(input) => input.map((word) => word.length)");
  expect(await runInWorker<number[]>(script, ["a", "bcd"], 5000)).toEqual([1, 3]);
});

test("a UserError in the worker is the same UserError here", async () => {
  const script = workerScript('() => { throw new UserError("TOO_COMPLEX", "m", "h") }');
  await expect(runInWorker(script, null, 5000)).rejects.toMatchObject({
    name: "UserError",
    code: "TOO_COMPLEX",
    exitCode: 4,
  });
});

test("any other error in the worker is thrown here", async () => {
  const script = workerScript('() => { throw new TypeError("a bug") }');
  await expect(runInWorker(script, null, 5000)).rejects.toThrow("a bug");
});

test("a worker that ends without an answer is an error", async () => {
  await expect(runInWorker(workerScript("() => process.exit(3)"), null, 5000)).rejects.toThrow("code 3");
});

test("endless work is stopped at the time limit and called too complex", async () => {
  const started = performance.now();
  await expect(runInWorker(workerScript("() => { for (;;); }"), null, 300)).rejects.toMatchObject({
    code: "TOO_COMPLEX",
    exitCode: 4,
    message: expect.stringContaining("longer than 0.3 s"),
  });
  expect(performance.now() - started).toBeLessThan(30_000);
});
