// Builds dist/: the program, the library, the worker of the reference reader, and the types.

import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { bin: "src/bin.ts", index: "src/index.ts", "reference-reader": "src/app/reference-reader.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minify: true,
  keepNames: false,
  legalComments: "none",
  define: { ROADMAP_VERSION: JSON.stringify(version) },
  // gray-matter is CommonJS and asks for node's own modules by require.
  banner: { js: 'import{createRequire as $r}from"node:module";const require=$r(import.meta.url);' },
  // gray-matter can run JavaScript front matter; front-matter.ts switches that off, and a test proves it.
  logOverride: { "direct-eval": "silent" },
});
chmodSync(new URL("../dist/bin.js", import.meta.url), 0o755);
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json"], {
  cwd: root,
  stdio: "inherit",
});
