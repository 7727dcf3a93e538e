// Worker threads: the answer, the refusals, and the end when it takes too long.

import { expect, test } from "vitest";
import { runInWorker } from "../../src/store/run-in-worker.js";
import { workerScript } from "../support/worker-script.js";

const limit = { processorMs: 5000, clockMs: 60_000 };

test("the answer is returned", async () => {
  const script = workerScript("(input) => input.map((word) => word.length)");
  expect(await runInWorker<number[]>(script, ["a", "bcd"], limit)).toEqual([1, 3]);
});

test("a UserError in the worker is the same UserError here", async () => {
  const script = workerScript('() => { throw new UserError("TOO_COMPLEX", "m", "h") }');
  await expect(runInWorker(script, null, limit)).rejects.toMatchObject({
    name: "UserError",
    code: "TOO_COMPLEX",
    exitCode: 4,
  });
});

test("any other error in the worker is thrown here", async () => {
  const script = workerScript('() => { throw new TypeError("a bug") }');
  await expect(runInWorker(script, null, limit)).rejects.toThrow("a bug");
});

test("a worker that ends without an answer is an error", async () => {
  await expect(runInWorker(workerScript("() => process.exit(3)"), null, limit)).rejects.toThrow("code 3");
});

test("endless work is stopped at the time limit and called too complex", async () => {
  const started = performance.now();
  await expect(
    runInWorker(workerScript("() => { for (;;); }"), null, { ...limit, processorMs: 300 }),
  ).rejects.toMatchObject({
    code: "TOO_COMPLEX",
    exitCode: 4,
    message: expect.stringContaining("longer than 0.3 s of processor time"),
  });
  expect(performance.now() - started).toBeLessThan(30_000);
});

test("work that waits, as under load, is not stopped before the limit of the clock", async () => {
  const waiting = workerScript("async () => { await new Promise((resolve) => setTimeout(resolve, 1300)); return 7; }");
  expect(await runInWorker<number>(waiting, null, { processorMs: 1000, clockMs: 60_000 })).toBe(7);
});

test("work that waits for ever is stopped at the limit of the clock", async () => {
  const endless = workerScript("() => new Promise(() => { setInterval(() => {}, 1000); })");
  await expect(runInWorker(endless, null, { processorMs: 60_000, clockMs: 300 })).rejects.toMatchObject({
    code: "TOO_COMPLEX",
    message: expect.stringMatching(/longer than 0\.3 s$/),
  });
});
