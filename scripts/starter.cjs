#!/usr/bin/env node
// Starts the program, with the code that V8 made of it when it was built where that fits this Node.
"use strict";

const { readFileSync } = process.getBuiltinModule("node:fs");
const { Script } = process.getBuiltinModule("node:vm");

/** The commands that begin with one of these words, or with none, are in a smaller program. */
const isEveryday = "EVERYDAY_WORDS".split(" ").includes(process.argv[2] ?? "dashboard");

/** The name holds a hash of the text: V8 itself would take code made of another text of the same length. */
const filename = `${__dirname}/${isEveryday ? "EVERYDAY_PROGRAM" : "WHOLE_PROGRAM"}`;

// V8 refuses code made by another version or with other flags, and compiles the text instead.
const script = new Script(readFileSync(filename, "latin1"), { filename, cachedData: readCode() });
script.runInThisContext()(exports, require, module, filename, __dirname);

/** Undefined when there is no code for this Node, or when it is damaged: V8 would run it or crash. */
function readCode() {
  try {
    const { buffer, byteOffset, length } = readFileSync(
      `${filename}.${process.version}-${process.platform}-${process.arch}`,
    );
    const words = new Int32Array(buffer, byteOffset, length / 4 - 1);
    // FNV-1a by words, as make-code.mjs has written it behind the code.
    let sum = 0x811c9dc5 | 0;
    for (let index = 0; index < words.length; index++) sum = Math.imul(sum ^ words[index], 0x01000193);
    const isWhole = sum === new Int32Array(buffer, byteOffset + length - 4, 1)[0];
    return isWhole ? new Uint8Array(buffer, byteOffset, length - 4) : undefined;
  } catch {
    return undefined;
  }
}
