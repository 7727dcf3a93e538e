// Writes which of Node's modules and which files a program has loaded to $LOADS when it exits; for --require.
"use strict";

const Module = require("node:module");
const { writeFileSync } = require("node:fs");
const { basename } = require("node:path");

const loads = new Set();
const { getBuiltinModule } = process;
const { _load } = Module;
process.getBuiltinModule = (name) => {
  loads.add(name.replace(/^node:/, ""));
  return getBuiltinModule(name);
};
Module._load = (request, ...rest) => {
  loads.add(basename(request));
  return _load.call(Module, request, ...rest);
};
process.on("exit", () => writeFileSync(process.env.LOADS, JSON.stringify([...loads].sort())));
