// Builds dist/: the program with its late parts and workers, the library, and the types.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Says from which sources a program was built: what one has kept, another one does not believe. */
function sourcesHash() {
  const hash = createHash("sha256");
  const names = readdirSync(new URL("../src", import.meta.url), { recursive: true }).filter((name) =>
    /\.ts$/.test(name),
  );
  for (const name of names.sort())
    hash.update(`${name}\0${readFileSync(new URL(`../src/${name}`, import.meta.url))}\0`);
  return hash.digest("hex").slice(0, 16);
}

/**
 * Node's own modules without the wrapper that an import of each makes: that takes a tenth of a bare start.
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

/**
 * Parts of the program that few runs need, in files of their own, because reading over them takes time too. None of
 * them shares a class or a registry with the rest: each has its own copy of the little it imports.
 */
const lateParts = {
  "checked-merge": "src/merge/checked-merge.ts",
  "choose-candidate": "src/cli/choose-candidate.ts",
  "front-matter": "src/markdown/front-matter.ts",
  "read-journal": "src/store/read-journal.ts",
  "reverse-changes": "src/app/reverse-changes.ts",
  "trim-journal": "src/store/trim-journal.ts",
};

const lateFiles = {
  name: "late-files",
  setup({ onResolve }) {
    onResolve({ filter: /\.js$/ }, ({ path, kind }) => {
      const name = basename(path, ".js");
      if (kind !== "dynamic-import" || !Object.hasOwn(lateParts, name)) return undefined;
      return { path: `./${name}.cjs`, external: true };
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
  define: { ROADMAP_VERSION: JSON.stringify(version), ROADMAP_SOURCES: JSON.stringify(sourcesHash()) },
  plugins: [bareBuiltins],
  // gray-matter can run JavaScript front matter; front-matter.ts switches that off, and a test proves it.
  logOverride: { "direct-eval": "silent" },
};

/** CommonJS, because the loader of ES modules takes a tenth of a bare start to read even an empty file. */
const program = {
  ...options,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  supported: { "dynamic-import": false },
  banner: {
    js: '"use strict"; const moduleUrl = process.getBuiltinModule("node:url").pathToFileURL(__filename).href;',
  },
  define: { ...options.define, "import.meta.url": "moduleUrl" },
};

rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
// One file for nearly everything: each further one takes a millisecond of every start.
const { outputFiles } = await build({
  ...program,
  entryPoints: { bin: "src/bin.ts" },
  plugins: [lateFiles, ...options.plugins],
  write: false,
});
writeProgram(outputFiles[0].text);
await build({ ...program, entryPoints: lateParts });
await build({ ...options, entryPoints: { index: "src/index.ts" } });
await build({
  ...options,
  entryPoints: { "reference-reader": "src/app/reference-reader.ts", "compare-worker": "src/app/compare-worker.ts" },
});
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json"], {
  cwd: root,
  stdio: "inherit",
});

/** The program as a function of what a CommonJS module is given, the code V8 makes of it, and bin.cjs, which starts it. */
function writeProgram(text) {
  // Without characters beyond ASCII, which esbuild leaves in patterns, V8 needs half the memory and no decoding.
  const ascii = text.replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${ascii.replace(/^#!.*/, "")}\n})`;
  const name = `program-${createHash("sha256").update(wrapped).digest("hex").slice(0, 16)}.cjs`;
  mkdirSync(new URL("../dist", import.meta.url), { recursive: true });
  writeFileSync(new URL(`../dist/${name}`, import.meta.url), wrapped);
  const starter = readFileSync(new URL("starter.cjs", import.meta.url), "utf8").replace("PROGRAM", name);
  writeFileSync(new URL("../dist/bin.cjs", import.meta.url), starter, { mode: 0o755 });
  execFileSync(process.execPath, ["scripts/make-code.mjs", `${root}dist/${name}`, "roadmap.md"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
