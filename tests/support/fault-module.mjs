// Preloaded into a program (node --import): makes one chosen file call fail or misbehave, and writes the calls down.
//
// FAULT=renameSync:EIO:1   the first renameSync fails with EIO; calls count from the first look at a lock on
// FAULT=*:EIO:7            the seventh call of any kind does
// FAULT=writeSync:short    every write takes 7 bytes at the most
// FAULT=writeSync:damage   every write of more than 300 bytes changes one byte
// FAULT=renameSync:append  another program appends a line to the target just before the rename
// FAULT_LOG=FILE           one line per call

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [faultyCall = "", fault = "", when = "0"] = (process.env.FAULT ?? "").split(":");
const log = process.env.FAULT_LOG;
const names = ["openSync", "writeSync", "fsyncSync", "closeSync", "renameSync", "linkSync", "unlinkSync"];
names.push("readSync", "fchmodSync", "ftruncateSync", "mkdirSync", "fstatSync", "lstatSync", "readdirSync", "rmSync");
const real = Object.fromEntries(names.map((name) => [name, fs[name]]));
const pathOf = new Map();
let hasBegun = false;
let isInside = false;
let count = 0;

for (const name of names) {
  fs[name] = (...args) => {
    if (name === "openSync" && String(args[0]).endsWith("-lock")) hasBegun = true;
    if (!hasBegun || isInside) return real[name](...args);
    isInside = true;
    try {
      return observed(name, args);
    } finally {
      isInside = false;
    }
  };
}
syncBuiltinESMExports();

function observed(name, args) {
  if (log) real.writeSync(logDescriptor(), `${name} ${pathOf.get(args[0]) ?? args[0]}\n`);
  if (faultyCall === "*" || faultyCall === name) {
    count++;
    if (/^E[A-Z]+$/.test(fault) && count === Number(when)) throw systemError(name, args);
    if (fault === "short") return real[name](args[0], args[1], args[2], Math.min(args[3], 7), args[4]);
    if (fault === "damage" && args[3] > 300) return real[name](args[0], damaged(args[1]), args[2], args[3], args[4]);
    if (fault === "append") fs.appendFileSync(args[1], "another program was here\n");
  }
  const result = real[name](...args);
  if (name === "openSync") pathOf.set(result, args[0]);
  return result;
}

function systemError(name, args) {
  // A real close lets go of the descriptor even when it reports an error.
  if (name === "closeSync") real.closeSync(args[0]);
  const error = new Error(`${fault}: injected, ${name}`);
  return Object.assign(error, { code: fault, syscall: name.replace("Sync", ""), errno: -1 });
}

function damaged(bytes) {
  const copy = Buffer.from(bytes);
  copy[copy.length - 100] ^= 1;
  return copy;
}

let descriptor;
function logDescriptor() {
  descriptor ??= real.openSync(log, "a");
  return descriptor;
}
