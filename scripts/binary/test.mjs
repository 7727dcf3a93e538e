// Tests the standalone binary with the tests that run roadmap, then its engine with those that call functions.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const root = join(import.meta.dirname, "../..");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const host = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const binary = join(root, "dist-binary", host, "roadmap");
const { values, positionals: files } = parseArgs({
  // Crowds of processes take minutes, and test what the npm package has in common with the binary.
  options: { "no-crowds": { type: "boolean" } },
  allowPositionals: true,
});

// The tree names each skipped test, with its reason.
testBinary("--project", "binary", "--reporter=tree", "--maxWorkers=2", ...files);
if (files.length === 0) {
  if (!values["no-crowds"]) testBinary("--project", "crowds", "--maxWorkers=1");
  testEngine("--project", "fast", "--maxWorkers=2");
  testEngine(
    "--project",
    "whole",
    "--project",
    "faults",
    "--maxWorkers=2",
    "properties",
    "worker-memory",
    "journal-size",
  );
}

function testBinary(...args) {
  execFileSync(process.execPath, [vitest, "run", ...args], inRoot({ ROADMAP_PROGRAM: binary }));
}

/** The binary contains all of Bun, which runs the test runner and the sources. */
function testEngine(...args) {
  execFileSync(binary, ["--bun", vitest, "run", ...args], inRoot({ BUN_BE_BUN: "1" }));
}

function inRoot(env) {
  return { cwd: root, env: { ...process.env, ...env }, stdio: "inherit" };
}
