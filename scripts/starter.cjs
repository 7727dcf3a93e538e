#!/usr/bin/env node
// Starts the program, with the code that V8 made of it when it was built where that fits this Node.
"use strict";

const { readFileSync } = process.getBuiltinModule("node:fs");
const { Script } = process.getBuiltinModule("node:vm");

/** The name holds a hash of the text: V8 itself would take code made of another text of the same length. */
const filename = `${__dirname}/PROGRAM`;

// V8 refuses code made by another version or with other flags, and compiles the text instead.
const script = new Script(readFileSync(filename, "latin1"), { filename, cachedData: readCode() });
script.runInThisContext()(exports, require, module, filename, __dirname);

function readCode() {
  try {
    return readFileSync(`${filename}.${process.version}-${process.platform}-${process.arch}`);
  } catch {
    return undefined;
  }
}
