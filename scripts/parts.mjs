// Parts: the files of the program, each with the chunks that the same runs need. The starter joins some to a program.

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { chunksOf, reachable, toFunction } from "./chunks.mjs";

/** Parts that few runs need: they are loaded late, and V8 keeps no code of them. By name, the source they begin with. */
const lateParts = {
  "check-reading": "src/app/check-reading.ts",
  "checked-merge": "src/merge/checked-merge.ts",
  "choose-candidate": "src/cli/choose-candidate.ts",
  "front-matter": "src/markdown/front-matter.ts",
  "garbled-text": "src/rules/mojibake/garbled-text.ts",
  "trim-journal": "src/store/journal/trim-journal.ts",
  "user-config-problems": "src/app/user-config-problems.ts",
};

const shown = [
  "src/cli/main.ts",
  "src/cli/paint-with-chalk.ts",
  "src/store/save/recover.ts",
  "src/app/history/open-version.ts",
];

/** Where the chunks of each of the small programs begin. All others are in `whole`. */
const programs = {
  view: shown,
  change: [...shown, "src/cli/commands/operation.ts", "src/app/commit-change.ts"],
  completion: ["src/cli/completion/answer-completion.ts"],
};

/** The parts of each program, in the order in which they are joined. */
const partsOf = {
  view: ["shared", "view"],
  change: ["shared", "view", "schemas", "change"],
  completion: ["shared", "completion"],
  whole: ["shared", "view", "schemas", "change", "whole"],
};

/**
 * Writes the parts.
 *
 * @param settings those of a build of ES modules
 * @returns the constants of the starters
 */
export async function writeParts(outdir, settings) {
  const chunks = chunksOf(
    await bundle({
      ...settings,
      outdir,
      entryPoints: { bin: "src/bin.ts" },
      splitting: true,
      chunkNames: "chunk-[hash]",
      write: false,
    }),
  );
  const names = chunkNames(chunks);
  const texts = {};
  for (const chunk of chunks) {
    const name = names.get(chunk.file);
    const part = name.replace(/\d+$/, "");
    texts[part] =
      `${texts[part] ?? ""}exports[${JSON.stringify(name)}]=${toFunction(chunk, (file) => names.get(file))};\n`;
  }
  const parts = Object.fromEntries(Object.entries(texts).map(([part, text]) => [part, writePart(outdir, part, text)]));
  return {
    PARTS: parts,
    PROGRAMS: Object.fromEntries(Object.entries(partsOf).map(([kind, own]) => [kind, programOf(kind, own, parts)])),
    FIRST_CHUNK: names.get("bin.js"),
  };
}

/** The name of each chunk, by its file: its part and a number. */
function chunkNames(chunks) {
  const placeOf = placing(chunks);
  const counts = {};
  return new Map(
    chunks.map(({ file }) => {
      const part = placeOf(file);
      counts[part] = (counts[part] ?? -1) + 1;
      return [file, `${part}${counts[part]}`];
    }),
  );
}

/** A function from the file of a chunk to its part. */
function placing(chunks) {
  const startingWith = (sources) => chunks.filter(({ isEntry, source }) => isEntry && sources.includes(source));
  const within = (sources) => reachable(chunks, startingWith(["src/bin.ts", ...sources]));
  const [view, change, completion] = ["view", "change", "completion"].map((kind) => within(programs[kind]));
  const late = Object.entries(lateParts).map(([part, source]) => [part, reachable(chunks, startingWith([source]))]);
  // All programs can read a roadmap with front matter.
  const frontMatter = Object.fromEntries(late)["front-matter"];
  return (file) => {
    if (view.has(file)) return completion.has(file) || frontMatter.has(file) ? "shared" : "view";
    if (change.has(file)) return frontMatter.has(file) ? "schemas" : "change";
    if (completion.has(file)) return "completion";
    return late.find(([, needed]) => needed.has(file))?.[0] ?? "whole";
  };
}

/** Its name contains a hash: a program that runs while it is updated finds no part of another version. */
function writePart(outdir, part, text) {
  // Without non-ASCII characters, which esbuild leaves in patterns, V8 needs half the memory and no decoding.
  const ascii = text.replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const name = `${part}-${hashOf(ascii)}.cjs`;
  writeFileSync(join(outdir, name), ascii);
  return name;
}

function programOf(kind, own, files) {
  return { name: `${kind}-${hashOf(own.map((part) => files[part]).join())}.cjs`, parts: own };
}

function hashOf(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
