// Builds dist/: the program, the library, the worker of the reference reader, and the types.

import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/**
 * Node's own modules without the wrapper that an ESM import of each makes: that takes a tenth of a bare start.
 * `process.getBuiltinModule` gives the same modules, and only when their code is reached.
 */
const bareBuiltins = {
  name: "bare-builtins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, external: true } : { path, namespace: "builtin" },
    );
    onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

const options = {
  absWorkingDir: root,
  outdir: "dist",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "none",
  define: { ROADMAP_VERSION: JSON.stringify(version) },
  // Some libraries are CommonJS and ask for node's own modules by require.
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
  // gray-matter can run JavaScript front matter; front-matter.ts switches that off, and a test proves it.
  logOverride: { "direct-eval": "silent" },
};

rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
// Each on its own: chunks shared with the library would make the program load many small files at every start.
await build({ ...options, entryPoints: { bin: "src/bin.ts" }, splitting: true, plugins: [bareBuiltins] });
await build({ ...options, entryPoints: { index: "src/index.ts" } });
await build({ ...options, entryPoints: { "reference-reader": "src/app/reference-reader.ts" } });
chmodSync(new URL("../dist/bin.js", import.meta.url), 0o755);
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json"], {
  cwd: root,
  stdio: "inherit",
});
