// Builds dist/: the program with its late parts and workers, the library, and the types.

import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { buildPage } from "./build-page.mjs";
import { buildTypes } from "./build-types.mjs";
import { bundle, bundledNotices } from "./bundle.mjs";
import { writeParts } from "./parts.mjs";
import { replaceFolder } from "./replace-folder.mjs";

const root = join(import.meta.dirname, "..");

/** For tests only: a text of which only some rows are read again is also read in full, and both must agree. */
const isChecked = process.argv.includes("--checked");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Identifies the sources of a build: data cached by one build is ignored by others. */
function sourcesHash() {
  const hash = createHash("sha256");
  const names = readdirSync(join(root, "src"), { recursive: true }).filter((name) => /\.ts$/.test(name));
  for (const name of names.sort()) hash.update(`${name}\0${readFileSync(join(root, "src", name))}\0`);
  return hash.digest("hex").slice(0, 16);
}

/**
 * Node's own modules without esbuild's import wrapper, which takes a tenth of a minimal start.
 * `process.getBuiltinModule` returns the same modules. What commander needs only for external subcommands, which are
 * not used here, is not loaded.
 */
const bareBuiltins = {
  name: "bare-builtins",
  setup({ onResolve, onLoad }) {
    const names = new Set(builtinModules);
    onResolve({ filter: /^(?:node:)?[a-z0-9_/]+$/ }, ({ path, kind, importer }) => {
      const name = path.replace(/^node:/, "");
      if (!names.has(name) || kind === "dynamic-import") return undefined;
      // Reading `process.stdin` opens it: no module gets what another one uses.
      const suffix = name === "process" ? `?${relative(root, importer)}` : "";
      return { path: name, suffix, namespace: kind === "require-call" ? "required-builtin" : "imported-builtin" };
    });
    onLoad({ filter: /.*/, namespace: "required-builtin" }, ({ path }) => {
      const get = `process.getBuiltinModule(${JSON.stringify(path)})`;
      const isLate = path === "child_process";
      return { contents: `module.exports = ${isLate ? `new Proxy({}, { get: (_, key) => ${get}[key] })` : get};` };
    });
    onLoad({ filter: /.*/, namespace: "imported-builtin" }, ({ path }) => {
      const get = `process.getBuiltinModule(${JSON.stringify(path)})`;
      // Each is marked as pure, so unused ones are removed from the bundle.
      const names = Object.keys(process.getBuiltinModule(path)).filter((name) => /^[A-Za-z]\w*$/.test(name));
      if (path === "os") {
        // A bare Node has not loaded it, and few runs need it.
        const calls = names.filter((name) => typeof process.getBuiltinModule(path)[name] === "function");
        const late = calls.map((name) => `export const ${name} = (...args) => ${get}.${name}(...args);`);
        return { contents: [...late, `export default { ${calls} };`].join("\n") };
      }
      const exports = names.map(
        (name) => `const _${name} = /* @__PURE__ */ (() => builtin.${name})(); export { _${name} as ${name} };`,
      );
      return { contents: [`const builtin = ${get};`, ...exports, "export default builtin;"].join("\n") };
    });
  },
};

/** What runs in worker threads. */
const workers = {
  "reference-reader": "src/app/reference-reader.ts",
  "compare-worker": "src/app/history/compare-worker.ts",
};

const options = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "none",
  define: {
    ROADMAP_VERSION: JSON.stringify(version),
    ROADMAP_SOURCES: JSON.stringify(sourcesHash()),
    ROADMAP_IS_CHECKED: JSON.stringify(isChecked),
  },
  plugins: [bareBuiltins],
  // gray-matter can run JavaScript front matter; read-yaml.ts switches that off, and a test proves it.
  logOverride: { "direct-eval": "silent" },
};

/** Also runs in a browser: gray-matter needs Node only to read files and copy buffers. */
const library = {
  ...options,
  platform: "neutral",
  mainFields: ["module", "main"],
  plugins: [
    {
      name: "no-builtins",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^(?:fs|buffer)$/ }, ({ path }) => ({ path, namespace: "no-builtin" }));
        onLoad({ filter: /.*/, namespace: "no-builtin" }, () => ({ contents: "module.exports = {};" }));
      },
    },
  ],
  define: { ...options.define, Buffer: "Uint8Array" },
};

/** By registry. Constants in the program, because loading the operations takes time at every start. */
const operationNames = await exportsOf("src/operations/operation-names.ts");

const namesOnly = {
  name: "names-only",
  setup({ onLoad }) {
    const contents = Object.entries(operationNames)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join("\n");
    onLoad({ filter: /\boperation-names\.ts$/ }, () => ({ contents }));
  },
};

const { aliases } = await exportsOf("src/cli/aliases.ts");

/** By export of `languages.ts`. Computing them takes 50 ms. */
const wordTables = Object.entries(await exportsOf("src/model/languages.ts")).flatMap(([name, table]) =>
  typeof table === "function"
    ? [{ name, file: `tables/${name.replace(/[A-Z]/g, "-$&").toLowerCase()}.js`, text: table() }]
    : [],
);
const englishTables = wordTables
  .filter(({ name }) => !name.startsWith("foreign"))
  .map(({ name, text }) => `export const ${name} = () => ${JSON.stringify(text)};`);

/** The words of all other languages, and named characters, are in separate files, which few runs need. */
const tables = wordTables.filter(({ name }) => name.startsWith("foreign"));
const { entityTable } = await exportsOf("src/model/entity-table.ts");
const entities = { name: "entityTable", file: "tables/entities.js", text: entityTable() };

/** The library imports them, and programs read what is between these two. */
const tableStart = "export default `";
const tableEnd = "`;\n";

/** Programs read a table when they need it. */
const lateTables = {
  name: "late-tables",
  setup({ onLoad }) {
    const imports = 'import { readFileSync } from "node:fs"; import { join, relative } from "node:path";';
    const slice = `.slice(${tableStart.length}, ${-tableEnd.length})`;
    const read = `const read = (file) => readFileSync(join(import.meta.filename, "..", file), "utf8")${slice};`;
    const late = ({ name, file }) =>
      `let ${name}Text; export const ${name} = () => ${name}Text ??= read(${JSON.stringify(file)});`;
    const contents = [imports, read, ...englishTables, ...tables.map(late)].join("\n");
    onLoad({ filter: /\bmodel\/languages\.ts$/ }, () => ({ contents }));
    onLoad({ filter: /\bmodel\/entity-table\.ts$/ }, () => ({
      contents: [imports, read, late(entities)].join("\n"),
    }));
  },
};

/** In a browser there are no files: modules import the tables. */
const importedTables = {
  name: "imported-tables",
  setup({ onLoad, onResolve }) {
    const imported = ({ name, file }) =>
      `import ${name}Text from "./${file}"; export const ${name} = () => ${name}Text;`;
    onLoad({ filter: /\bmodel\/languages\.ts$/ }, () => ({
      contents: [...tables.map(imported), ...englishTables].join("\n"),
    }));
    onLoad({ filter: /\bmodel\/entity-table\.ts$/ }, () => ({ contents: imported(entities) }));
    onResolve({ filter: /^\.\/tables\// }, ({ path }) => ({ path, external: true }));
  },
};

/**
 * The everyday commands are in smaller programs, because parsing the others takes time: those that only show something,
 * those that change a cell or a mark, and what a shell asks at each Tab. The starter runs them if the first word is one
 * of these.
 */
const everyday = {
  view: withAliases(["dashboard", "list", "next", "progress", "prompt", "today"]),
  change: withAliases(operationNames.cellOperationNames),
};

// The binary is made of the same parts.
if (realpathSync(process.argv[1]) === import.meta.filename) await replaceFolder(join(root, "dist"), fill);

async function fill(outdir) {
  await writeShippedFiles(outdir);
  await buildStarter(join(outdir, "bin.cjs"), "scripts/starter.cjs", await buildParts(outdir));
  await buildModules(outdir);
  writeFileSync(join(outdir, "THIRD-PARTY-NOTICES"), bundledNotices());
  buildTypes(root, join(outdir, "types"));
}

/** What the program reads from files: tables, the web page, completion scripts, the manual page. */
export async function writeShippedFiles(outdir) {
  mkdirSync(join(outdir, "tables"), { recursive: true });
  for (const { file, text } of [...tables, entities]) {
    if (/[`\\]|\$\{/.test(text)) throw new Error(`${file} would have to be escaped`);
    writeFileSync(join(outdir, file), tableStart + text + tableEnd);
  }
  await buildPage(join(outdir, "web"));
  cpSync(join(root, "src/cli/completion/scripts"), join(outdir, "completion"), { recursive: true });
  const { manualPage } = await exportsOf("src/cli/help/manual-page.ts");
  mkdirSync(join(outdir, "man"));
  writeFileSync(join(outdir, "man", "roadmap.1"), await manualPage());
}

/** The files of the program; returns the constants of its starters. */
export async function buildParts(outdir) {
  const { readCommandTable } = await exportsOf("src/cli/command-table.ts");
  const commands = withCommands(JSON.stringify(await readCommandTable()));
  return writeParts(outdir, {
    ...options,
    define: { ...options.define, "import.meta.url": "load.url", "import.meta.filename": "load.filename" },
    plugins: [lateTables, namesOnly, commands, ...options.plugins],
  });
}

/** The commands with their options, a constant of what answers shells. */
function withCommands(table) {
  return {
    name: "commands",
    setup({ onLoad }) {
      onLoad({ filter: /\banswer-completion\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(
          "declare const ROADMAP_COMMANDS: CommandTable;",
          () => `const ROADMAP_COMMANDS: CommandTable = ${table};`,
        ),
        loader: "ts",
      }));
    },
  };
}

/** The library, and what runs in worker threads, which share most of their code. */
async function buildModules(outdir) {
  await bundle({
    ...library,
    outdir,
    entryPoints: { index: "src/index.ts", ...workers },
    splitting: true,
    chunkNames: "module-[hash]",
    external: ["node:*"],
    plugins: [importedTables, ...library.plugins],
  });
}

/** What runs in worker threads, for the binary. */
export async function buildWorkers(outdir) {
  await bundle({
    ...options,
    format: "cjs",
    supported: { "dynamic-import": false },
    banner: { js: `"use strict"; const here = process.getBuiltinModule("node:url").pathToFileURL(__filename).href;` },
    define: { ...options.define, "import.meta.url": "here", "import.meta.filename": "__filename" },
    outdir,
    plugins: [lateTables, ...options.plugins],
    entryPoints: workers,
  });
}

/** The commands, and the other words that stand for them. */
function withAliases(commands) {
  const words = Object.keys(aliases).filter((word) => commands.includes(aliases[word].split(" ")[0]));
  return [...commands, ...words];
}

/** The exports of a source, for files generated from the command declarations. */
async function exportsOf(source) {
  const { outputFiles } = await build({ ...options, entryPoints: [source], write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

/** What starts the program. */
export async function buildStarter(outfile, source, parts) {
  const constants = { ...parts, VIEW_WORDS: everyday.view.join(" "), CHANGE_WORDS: everyday.change.join(" ") };
  const define = Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]));
  const { absWorkingDir, bundle, platform, target } = options;
  await build({ absWorkingDir, bundle, platform, target, minify: true, entryPoints: [source], outfile, define });
  chmodSync(outfile, 0o755);
}
