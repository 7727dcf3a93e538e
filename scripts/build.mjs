// Builds dist/: the program, the library, the worker of the reference reader, and the types.

import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/**
 * Node's own modules without the wrapper that an ESM import of each makes: that takes a tenth of a bare start.
 * `process.getBuiltinModule` gives the same modules. What commander needs for commands that are programs of their
 * own, which there are none of here, is not even loaded.
 */
const bareBuiltins = {
  name: "bare-builtins",
  setup({ onResolve, onLoad }) {
    const names = new Set(builtinModules);
    onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, "");
      if (!names.has(name) || kind === "dynamic-import") return undefined;
      return { path: name, namespace: kind === "require-call" ? "required-builtin" : "imported-builtin" };
    });
    onLoad({ filter: /.*/, namespace: "required-builtin" }, ({ path }) => {
      const get = `process.getBuiltinModule(${JSON.stringify(path)})`;
      const isLate = path === "child_process";
      return { contents: `module.exports = ${isLate ? `new Proxy({}, { get: (_, key) => ${get}[key] })` : get};` };
    });
    onLoad({ filter: /.*/, namespace: "imported-builtin" }, ({ path }) => {
      const get = `process.getBuiltinModule(${JSON.stringify(path)})`;
      // Marked as pure one by one, so that those nobody uses vanish from the bundle.
      const exports = Object.keys(process.getBuiltinModule(path))
        .filter((name) => /^[A-Za-z]\w*$/.test(name))
        .map((name) => `const _${name} = /* @__PURE__ */ (() => builtin.${name})(); export { _${name} as ${name} };`);
      return { contents: [`const builtin = ${get};`, ...exports, "export default builtin;"].join("\n") };
    });
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
  plugins: [bareBuiltins],
  // gray-matter can run JavaScript front matter; front-matter.ts switches that off, and a test proves it.
  logOverride: { "direct-eval": "silent" },
};

rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
// Each on its own: chunks shared with the library would make the program load many small files at every start.
await build({ ...options, entryPoints: { bin: "src/bin.ts" }, splitting: true });
await build({ ...options, entryPoints: { index: "src/index.ts" } });
await build({ ...options, entryPoints: { "reference-reader": "src/app/reference-reader.ts" } });
chmodSync(new URL("../dist/bin.js", import.meta.url), 0o755);
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json"], {
  cwd: root,
  stdio: "inherit",
});
