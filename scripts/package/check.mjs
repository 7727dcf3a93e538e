// Checks the package as it would be published, with publint and attw.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
/** Where the tools are installed: `npm ci` of the project does not install them. */
const tools = join(root, "node_modules/.cache/package-tools");
const folder = mkdtempSync(join(tmpdir(), "roadmap-package-"));

try {
  mkdirSync(tools, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(import.meta.dirname, file), join(tools, file));
  run(["npm", "ci", `--prefix=${tools}`, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  run(["npm", "pack", "--ignore-scripts", "--loglevel=error", "--pack-destination", folder]);
  const [name] = readdirSync(folder);
  const tarball = join(folder, name);
  run([join(tools, "node_modules/.bin/publint"), tarball, "--strict"]);
  // The library is a module only: every supported Node can require one, which attw does not know.
  run([join(tools, "node_modules/.bin/attw"), tarball, "--ignore-rules", "cjs-resolves-to-esm"]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run([command, ...args]) {
  execFileSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
}
