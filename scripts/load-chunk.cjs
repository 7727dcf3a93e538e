// Loads the chunks of the program: functions in the files called parts, each of which runs when it is first imported.
"use strict";

/** By name: the part that it is in, and a number. */
const chunks = {};
const loaded = {};

/** The exports of the chunk. */
function load(name) {
  loaded[name] ??= (chunks[name] ?? chunkIn(name))(load, late);
  return loaded[name];
}

/** In place of `import.meta`. The module of URLs is loaded only if one is needed. */
load.filename = __filename;
Object.defineProperty(load, "url", {
  get: () => process.getBuiltinModule("node:url").pathToFileURL(__filename).href,
});

function chunkIn(name) {
  // A variable, because a bundler would look for files that fit a pattern.
  const path = `./${PARTS[name.replace(/\d+$/, "")]}`;
  Object.assign(chunks, require(path));
  return chunks[name];
}

/** In place of `import()`, which would load Node's loader of ES modules. */
async function late(name) {
  return name.startsWith("node:") ? process.getBuiltinModule(name) : load(name);
}

module.exports = { chunks, run: () => load(FIRST_CHUNK) };
