// Runs the checks of `npm run check` at the same time, because each alone leaves a core idle for a while.

import { spawn } from "node:child_process";

/** The output of the others is printed after that of the tests, which is shown as it comes. */
const checks = ["fast", "lint", "types"];

const results = await Promise.all(checks.map(run));
for (const { output } of results) process.stdout.write(output);
const failed = results.filter(({ isFailed }) => isFailed).map(({ name }) => name);
if (failed.length > 0) {
  console.error(`failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}

function run(name) {
  const output = name === "fast" ? "inherit" : "pipe";
  const child = spawn(`npm run --silent ${name}`, { shell: true, stdio: ["inherit", output, output] });
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => parts.push(part));
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ name, output: Buffer.concat(parts), isFailed: code !== 0 }));
  });
}
