// Chunks: the modules of the program in groups, each module in exactly one. esbuild makes them as ES modules; here they
// become functions, so that one file has many of them, and each runs when it is first imported.

import { basename } from "node:path";

/**
 * The chunks of a build of ES modules with `splitting` and `minify`, in an order that depends only on their sources:
 * `imports` run before the chunk, `lateImports` when it asks for them.
 */
export function chunksOf({ outputFiles, metafile }) {
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const chunks = Object.entries(metafile.outputs).map(([path, output]) => {
    const importsOf = (kind) => output.imports.filter((found) => found.kind === kind && !found.external);
    return {
      file: basename(path),
      source: output.entryPoint ?? Object.keys(output.inputs)[0],
      isEntry: output.entryPoint !== undefined,
      text: texts.get(basename(path)),
      imports: importsOf("import-statement").map((found) => basename(found.path)),
      lateImports: importsOf("dynamic-import").map((found) => basename(found.path)),
      exports: output.exports,
    };
  });
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  for (const chunk of chunks) refuseCycle(chunk, byFile, []);
  return chunks.sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** A function that runs once cannot wait for itself, as an ES module can. */
function refuseCycle({ file, imports }, byFile, before) {
  if (before.includes(file)) throw new Error(`chunks import each other: ${[...before, file].join(", ")}`);
  const chunk = byFile.get(file);
  if (chunk.isAcyclic) return;
  for (const path of imports) refuseCycle(byFile.get(path), byFile, [...before, file]);
  chunk.isAcyclic = true;
}

/** The files of the chunks that run, or can run, once those of `starts` do; late imports only if `follows` them. */
export function reachable(chunks, starts, follows = () => false) {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  const found = new Set();
  const add = ({ file, imports, lateImports }) => {
    if (found.has(file)) return;
    found.add(file);
    for (const path of [...imports, ...lateImports.filter((late) => follows(byFile.get(late)))]) add(byFile.get(path));
  };
  starts.forEach(add);
  return found;
}

const importStatement = /^import(?:\{([^}]*)\}from)?"\.\/([^"]+)";/;
const exportStatement = /export\{([^}]*)\};\s*$/;

/**
 * The chunk as a function of what loads others, whose result has its exports. The imports are copies: a test holds that
 * no exported variable changes later.
 *
 * @param nameOf the name by which a chunk is loaded
 */
export function toFunction({ file, text, imports, exports }, nameOf) {
  let rest = text.replace(/^#!.*\n/, "");
  const loads = [];
  for (let found = importStatement.exec(rest); found; found = importStatement.exec(rest)) {
    const [statement, names, path] = found;
    // No constants: V8 would check at each use whether they are set.
    const load = `load("${nameOf(path)}")`;
    loads.push(names === undefined ? `${load};` : `var{${renamed(names, "$1:$2")}}=${load};`);
    rest = rest.slice(statement.length);
  }
  const exported = exportStatement.exec(rest)?.[1].split(",") ?? [];
  if (loads.length !== imports.length || exported.length !== exports.length)
    throw new Error(`${file} is not in the form that esbuild is known to write`);
  const body = rest
    .replace(exportStatement, "")
    .replace(
      /\bimport\("(?:\.\/)?([^"]+)"\)/g,
      (_, path) => `late("${path.startsWith("node:") ? path : nameOf(path)}")`,
    );
  return `(function(load,late){${loads.join("")}${body};return{${renamed(exported.join(), "$2:$1")}}})`;
}

/** Names of an import or export statement in those of an object. */
function renamed(names, pattern) {
  return names.replace(/([\w$]+) as ([\w$]+)/g, pattern);
}
