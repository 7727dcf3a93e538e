// Runs the fast tests, and those of kept code, on each supported line of Node, or those named: npm run test:nodes [-- 26]

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installLocked } from "../install.mjs";

const folder = import.meta.dirname;
const root = join(folder, "../..");
const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const nodes = Object.entries(dependencies).map(([name, version]) => ({
  version: version.replace(/^.*@/, "v"),
  path: join(folder, "node_modules", name, "bin/node"),
}));

/** Vitest runs each test, and each test roadmap, with the Node that runs vitest. */
const runs = [
  ["--project", "fast"],
  ["--project", "whole", "tests/cli/kept-code.test.ts"],
];

if (`${process.platform}-${process.arch}` !== "linux-x64")
  fail(`npm has these versions of Node only for Linux on x64, and this is ${process.platform} on ${process.arch}`);
if (!nodes.every(isInstalled)) install();
const wanted = process.argv.slice(2);
const chosen = nodes.filter(({ version }) => wanted.length === 0 || wanted.includes(version.slice(1).split(".")[0]));
if (chosen.length === 0) fail(`no such line of Node: ${wanted.join(" ")}`);
const failed = chosen.filter(({ path, version }) => {
  console.log(`Node ${version}`);
  const vitest = [join(root, "node_modules/vitest/vitest.mjs"), "run", "--reporter=dot", "--maxWorkers=2"];
  const results = runs.map((run) => spawnSync(path, [...vitest, ...run], { cwd: root, stdio: "inherit" }));
  return results.some(({ status }) => status !== 0);
});
if (failed.length > 0) fail(`failed on ${failed.map(({ version }) => `Node ${version}`).join(", ")}`);

function isInstalled({ path, version }) {
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
  return stdout?.trim() === version;
}

function install() {
  installLocked(folder);
  const missing = nodes.find((node) => !isInstalled(node));
  if (missing) fail(`Node ${missing.version} was installed but does not run`);
}

function fail(message) {
  console.error(`test:nodes: ${message}`);
  process.exit(1);
}
