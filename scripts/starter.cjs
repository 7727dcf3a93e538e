#!/usr/bin/env node
// Starts the program, with its V8 code cache from the build if that fits this Node.
"use strict";

const { readFileSync } = process.getBuiltinModule("node:fs");
const { Script } = process.getBuiltinModule("node:vm");

/** The commands that begin with one of these words, or with none, are in a smaller program. */
const isEveryday = "EVERYDAY_WORDS".split(" ").includes(process.argv[2] ?? "dashboard");

/** The name contains a hash of the text, because V8 would accept the cache of another text of the same length. */
const filename = `${__dirname}/${isEveryday ? "EVERYDAY_PROGRAM" : "WHOLE_PROGRAM"}`;

// V8 rejects a cache made by another version or with other flags, and compiles the text.
const script = new Script(readFileSync(filename, "latin1"), { filename, cachedData: readCode() });
script.runInThisContext()(exports, require, module, filename, __dirname);

/** Undefined if there is no cache for this Node, or if it is damaged: V8 would run it or crash. */
function readCode() {
  try {
    const { buffer, byteOffset, length } = readFileSync(
      `${filename}.${process.version}-${process.platform}-${process.arch}`,
    );
    const words = new Int32Array(buffer, byteOffset, length / 4 - 1);
    // FNV-1a by words, as make-code.mjs appends it to the code.
    let sum = 0x811c9dc5 | 0;
    for (let index = 0; index < words.length; index++) sum = Math.imul(sum ^ words[index], 0x01000193);
    const isWhole = sum === new Int32Array(buffer, byteOffset + length - 4, 1)[0];
    return isWhole ? new Uint8Array(buffer, byteOffset, length - 4) : undefined;
  } catch {
    return undefined;
  }
}
