// Writes to $LOADS which of Node's modules, files of code and tables a program has loaded; for --require.
"use strict";

const Module = require("node:module");
const fs = require("node:fs");
const { basename } = require("node:path");

const loads = new Set();
/** Names of files without the hash of their content. */
const add = (path) => loads.add(basename(path).replace(/-[0-9a-f]{16}(?=\.cjs$)/, ""));
const { getBuiltinModule } = process;
const { _load } = Module;
process.getBuiltinModule = (name) => {
  loads.add(name.replace(/^node:/, ""));
  return getBuiltinModule(name);
};
Module._load = (request, ...rest) => {
  add(request);
  return _load.call(Module, request, ...rest);
};
const { readFileSync } = fs;
fs.readFileSync = (path, ...rest) => {
  if (/[\\/]tables[\\/]|-[0-9a-f]{16}\.cjs$/.test(path)) add(path);
  return readFileSync(path, ...rest);
};
process.on("exit", () => fs.writeFileSync(process.env.LOADS, JSON.stringify([...loads].sort())));
