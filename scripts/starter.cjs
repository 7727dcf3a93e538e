#!/usr/bin/env node
// Starts the program, with its V8 code cache from the build if that fits this Node.
"use strict";

const { readFileSync } = process.getBuiltinModule("node:fs");
const { Script } = process.getBuiltinModule("node:vm");

const args = process.argv.slice(2);
// Options of every command may come before it. Others start the whole program, which has all commands.
while (/^(?:-f|--file|--json|--no-color|--no-input|-q|--quiet)$/.test(args[0]))
  args.splice(0, /^(?:-f|--file)$/.test(args[0]) ? 2 : 1);
const [first = "dashboard"] = args;

/** The commands that begin with one of these words, or with none, are in smaller programs. */
const everyday = [
  ["VIEW_PROGRAM", "VIEW_WORDS"],
  ["CHANGE_PROGRAM", "CHANGE_WORDS"],
  ["COMPLETION_PROGRAM", "__complete"],
];
/** Only the whole program shows several roadmaps. */
const isSeveral = first !== "__complete" && process.argv.filter((arg) => /^(?:-f|--file)/.test(arg)).length > 1;
const [program] = everyday.find(([, words]) => !isSeveral && words.split(" ").includes(first)) ?? ["WHOLE_PROGRAM"];

/** The name contains a hash of the text, because V8 would accept the cache of another text of the same length. */
const filename = `${__dirname}/${program}`;

// V8 rejects a cache made by another version or with other flags, and compiles the text.
const script = new Script(readFileSync(filename, "latin1"), { filename, cachedData: readCode() });
script.runInThisContext()(exports, require, module, filename, __dirname);

/** Undefined if there is no cache for this Node, or if it is damaged: V8 would run it or crash. */
function readCode() {
  try {
    const path = `${filename}.${process.version}-${process.platform}-${process.arch}`;
    const code = readFileSync(path);
    // Reading the second copy takes a quarter of the time of a checksum in JavaScript, which is not compiled yet.
    return code.equals(readFileSync(`${path}.copy`)) ? code : undefined;
  } catch {
    return undefined;
  }
}
