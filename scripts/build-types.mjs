// The types of the library: the declarations that its entry point needs, and no others.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

export function buildTypes(root, outdir) {
  const tsc = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json", "--outDir", outdir];
  execFileSync(process.execPath, tsc, { cwd: root, stdio: "inherit" });
  const needed = new Set();
  addNeeded(join(outdir, "index.d.ts"), needed);
  removeOthers(outdir, needed);
}

function addNeeded(file, needed) {
  if (needed.has(file)) return;
  needed.add(file);
  for (const [, source] of readFileSync(file, "utf8").matchAll(/(?:from |import\()"([^"]+)"/g)) {
    if (!source.startsWith(".")) throw new Error(`the types of the library need another package: ${source} in ${file}`);
    addNeeded(resolve(dirname(file), source.replace(/\.js$/, ".d.ts")), needed);
  }
}

function removeOthers(folder, needed) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeOthers(path, needed);
    else if (!needed.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
