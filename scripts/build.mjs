// Builds dist/: the program with its late parts and workers, the library, and the types.

import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { buildPage } from "./build-page.mjs";
import { buildTypes } from "./build-types.mjs";
import { bundle, bundledNotices } from "./bundle.mjs";
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

/** Excludes from a program everything that only commands in other files load. */
function withoutCommandsBut(...names) {
  return {
    name: "without-commands",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/.*\.js$/ }, ({ path, kind, importer }) => {
        const isCommand = importer.endsWith("/commands/index.ts") && !names.includes(basename(path, ".js"));
        const isOther = kind === "dynamic-import" && (isCommand || path === "./several-files.js");
        return isOther ? { path, namespace: "other-command" } : undefined;
      });
      onLoad({ filter: /.*/, namespace: "other-command" }, ({ path }) => ({
        contents: `throw new Error(${JSON.stringify(`${path} is not in this program`)});`,
      }));
    },
  };
}

/** Excludes the server of the web page. */
const withoutServer = {
  name: "without-server",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/web\/server\/serve\.js$/ }, ({ path }) => ({ path, namespace: "server" }));
    onLoad({ filter: /.*/, namespace: "server" }, () => ({ contents: "export const serveWeb = undefined;" }));
  },
};

/** Excludes the answers to shells, which are a program of their own. */
const withoutCompletion = {
  name: "without-completion",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/answer-completion\.js$/ }, ({ path }) => ({ path, namespace: "completion" }));
    onLoad({ filter: /.*/, namespace: "completion" }, () => ({ contents: "" }));
  },
};

/** Replaces the command line by the answers to shells. */
const completionOnly = {
  name: "completion-only",
  setup({ onLoad }) {
    const contents = 'export { answerCompletion as main } from "./completion/answer-completion.js";';
    onLoad({ filter: /\bcli\/main\.ts$/ }, () => ({ contents, resolveDir: join(root, "src/cli") }));
  },
};

/**
 * Parts that few runs need, in separate files, because parsing them takes time too. None of them shares a class or a
 * registry with the rest: each has its own copy of the little it imports.
 */
const lateParts = {
  ...(isChecked ? { "check-reading": "src/app/check-reading.ts" } : {}),
  "checked-merge": "src/merge/checked-merge.ts",
  "choose-candidate": "src/cli/choose-candidate.ts",
  "front-matter": "src/markdown/front-matter.ts",
  "garbled-text": "src/rules/mojibake/garbled-text.ts",
  "trim-journal": "src/store/journal/trim-journal.ts",
  "user-config-problems": "src/app/user-config-problems.ts",
};

/** What runs in worker threads. */
const workers = {
  "reference-reader": "src/app/reference-reader.ts",
  "compare-worker": "src/app/history/compare-worker.ts",
};

const lateFiles = {
  name: "late-files",
  setup({ onResolve }) {
    onResolve({ filter: /\.js$/ }, ({ path, kind }) => {
      const source = basename(path, ".js");
      const name = Object.keys(lateParts).find((part) => basename(lateParts[part], ".ts") === source);
      if (kind !== "dynamic-import" || name === undefined) return undefined;
      return { path: `./${name}.cjs`, external: true };
    });
  },
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

/** CommonJS, because the loader of ES modules takes a tenth of a minimal start to load even an empty file. */
export const program = {
  ...options,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  supported: { "dynamic-import": false },
  banner: {
    // The module of URLs is loaded only if one is needed.
    js: '"use strict"; const here = { get url() { return process.getBuiltinModule("node:url").pathToFileURL(__filename).href; } };',
  },
  define: { ...options.define, "import.meta.url": "here.url", "import.meta.filename": "__filename" },
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
    const imports = 'import { readFileSync } from "node:fs"; import { join } from "node:path";';
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
  await buildStarter(join(outdir, "bin.cjs"), "scripts/starter.cjs", await buildPrograms(outdir, writeWrapped));
  await buildLateParts(outdir);
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

/** What the program loads late. */
export async function buildLateParts(outdir) {
  await bundle({
    ...program,
    outdir,
    entryPoints: lateParts,
    plugins: [lateFiles, lateTables, ...options.plugins],
  });
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
export async function buildWorkers(outdir, format = options) {
  await bundle({
    ...format,
    outdir,
    outExtension: {},
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

/** What each program is without, and the commands with their options as a constant of the one that answers shells. */
async function programSettings() {
  const { readCommandTable } = await exportsOf("src/cli/command-table.ts");
  const ROADMAP_COMMANDS = JSON.stringify(await readCommandTable());
  return {
    view: { plugins: [withoutCompletion, withoutServer, withoutCommandsBut()] },
    change: { plugins: [withoutCompletion, withoutServer, withoutCommandsBut("operation")] },
    completion: { plugins: [completionOnly, withoutServer], define: { ROADMAP_COMMANDS } },
    whole: { plugins: [withoutCompletion] },
  };
}

/**
 * One file for nearly everything, because each further one takes a millisecond of every start.
 *
 * @param write puts the text of a program into a file, and returns its name
 * @returns the names of the files, for `buildStarter`
 */
export async function buildPrograms(outdir, write) {
  const names = {};
  for (const [kind, { plugins, define = {} }] of Object.entries(await programSettings())) {
    const { outputFiles } = await bundle({
      ...program,
      outdir,
      entryPoints: { bin: "src/bin.ts" },
      plugins: [lateFiles, lateTables, namesOnly, ...plugins, ...options.plugins],
      define: { ...program.define, ...define },
      write: false,
    });
    // Without non-ASCII characters, which esbuild leaves in patterns, V8 needs half the memory and no decoding.
    const ascii = outputFiles[0].text.replace(/[^\0-~]/g, escapeUnit).replace(/^#!.*/, "");
    names[kind] = write(outdir, kind, ascii);
  }
  return names;
}

function escapeUnit(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The program wrapped in a function of CommonJS parameters, which the starter compiles. */
function writeWrapped(outdir, kind, text) {
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
  const name = `${kind}-${createHash("sha256").update(wrapped).digest("hex").slice(0, 16)}.cjs`;
  writeFileSync(join(outdir, name), wrapped);
  return name;
}

/** What starts one of the programs. */
export async function buildStarter(outfile, source, names) {
  const constants = {
    VIEW_PROGRAM: names.view,
    CHANGE_PROGRAM: names.change,
    COMPLETION_PROGRAM: names.completion,
    WHOLE_PROGRAM: names.whole,
    VIEW_WORDS: everyday.view.join(" "),
    CHANGE_WORDS: everyday.change.join(" "),
  };
  const define = Object.fromEntries(Object.entries(constants).map(([name, text]) => [name, JSON.stringify(text)]));
  const { absWorkingDir, bundle, platform, target } = options;
  await build({ absWorkingDir, bundle, platform, target, entryPoints: [source], outfile, define });
  chmodSync(outfile, 0o755);
}
