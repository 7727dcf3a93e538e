// Preloaded into the program: makes one chosen file call fail or misbehave, and writes the calls down.
//
// FAULT=renameSync:EIO:1   the first renameSync fails with EIO; calls count from the first look at a lock on
// FAULT=*:EIO:7            the seventh call of any kind does
// FAULT=writeSync:kill:3   the program is killed at the third write
// FAULT=writeSync:short    every write takes 999 bytes at the most
// FAULT=writeSync:damage   every write of more than 300 bytes changes one byte
// FAULT=renameSync:append  another program appends a line to the target just before the rename
// FAULT=lstatSync:replace:3  another program replaces the roadmap just before the third look at it
// FAULT_LOG=FILE           one line per call; before a fault the word FAULT
// Several faults are written one after the other with commas.

"use strict";

const fs = require("node:fs");

const faults = (process.env.FAULT ?? "").split(",").map((words) => {
  const [call = "", kind = "", when = "0"] = words.split(":");
  return { call, kind, when: Number(when), count: 0 };
});
const log = process.env.FAULT_LOG;
const names = ["openSync", "writeSync", "fsyncSync", "closeSync", "renameSync", "linkSync", "unlinkSync"];
names.push("readSync", "fchmodSync", "ftruncateSync", "mkdirSync", "fstatSync", "lstatSync", "readdirSync", "rmSync");
const real = Object.fromEntries(names.map((name) => [name, fs[name]]));
const pathOf = new Map();
let hasBegun = false;
let isInside = false;

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

function observed(name, args) {
  writeDown(`${name} ${pathOf.get(args[0]) ?? args[0]}`);
  let actual = args;
  for (const fault of faults) {
    if (fault.call === "*" || fault.call === name) actual = misbehave(fault, name, actual);
  }
  const result = real[name](...actual);
  if (name === "openSync") pathOf.set(result, args[0]);
  return result;
}

/** What to call the real function with instead. */
function misbehave(fault, name, args) {
  const [first, bytes, offset, length, position] = args;
  // Only the roadmap itself, open or not; nothing that stands beside it.
  const path = String(pathOf.get(first) ?? first);
  if (fault.kind === "replace" && !path.endsWith(".md")) return args;
  fault.count++;
  if (fault.count === fault.when) writeDown("FAULT");
  if (fault.count === fault.when && fault.kind === "kill") process.kill(process.pid, "SIGKILL");
  if (fault.count === fault.when && fault.kind === "replace") replace(path);
  else if (fault.count === fault.when) throw systemError(fault.kind, name, args);
  if (fault.kind === "short") return [first, bytes, offset, Math.min(length, 999), position];
  if (fault.kind === "damage" && length > 300) return [first, damaged(bytes), offset, length, position];
  if (fault.kind === "append") fs.appendFileSync(args[1], "another program was here\n");
  return args;
}

function replace(path) {
  fs.writeFileSync(`${path}.swap`, "another program was here\n");
  real.renameSync(`${path}.swap`, path);
}

function systemError(code, name, args) {
  // A real close lets go of the descriptor even when it reports an error.
  if (name === "closeSync") real.closeSync(args[0]);
  const error = new Error(`${code}: injected, ${name}`);
  return Object.assign(error, { code, syscall: name.replace("Sync", ""), errno: -1 });
}

function damaged(bytes) {
  const copy = Buffer.from(bytes);
  copy[copy.length - 100] ^= 1;
  return copy;
}

let descriptor;
function writeDown(line) {
  if (!log) return;
  descriptor ??= real.openSync(log, "a");
  real.writeSync(descriptor, `${line}\n`);
}
