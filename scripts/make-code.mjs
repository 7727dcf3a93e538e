// Saves V8's code cache of the program, so that starting it needs no compiling: node make-code.mjs KIND FILE

import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

const [kind, filename] = process.argv.slice(2);
const script = new Script(readFileSync(filename, "latin1"), { filename });
const folder = mkdtempSync(join(dirname(filename), "sample-"));

// The program runs on a fixed roadmap, independently of this machine's settings.
const sample = join(import.meta.dirname, "../tests/fixtures/repaired.md");
for (const name of Object.keys(process.env)) if (/^(?:ROADMAP|XDG|GIT)_/.test(name)) delete process.env[name];
Object.assign(process.env, { HOME: folder, XDG_STATE_HOME: folder, ROADMAP_TODAY: "2026-01-01" });

// V8 compiles a function when it is first called, so the code cache contains what these commands call.
const everydayRuns = [
  ["dashboard"],
  ["list"],
  ["list", "--json"],
  ["next"],
  ["progress"],
  ["start", "http", "fundamentals", "--json"],
  ["finish", "http", "fundamentals", "--proof", "https://example.org"],
  ["check", "goroutines"],
  ["set", "#2", "--comments", "seen"],
];
const otherRuns = [["--version"], ["--help"], ["show", "#2"]];
try {
  const file = join(folder, "roadmap.md");
  copyFileSync(sample, file);
  for (const args of kind === "everyday" ? everydayRuns : otherRuns) await run([...args, "--file", file]);
  const code = script.createCachedData();
  writeFileSync(`${filename}.${process.version}-${process.platform}-${process.arch}`, withChecksum(code));
} finally {
  rmSync(folder, { recursive: true });
}

async function run(args) {
  process.argv = [process.execPath, filename, ...args];
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));
  await module.exports.done;
  if (process.exitCode !== 0) throw new Error(`roadmap ${args.join(" ")} ended with ${process.exitCode}`);
}

/** V8 does not check whether the code is complete; starter.cjs does, by these four bytes after it. */
function withChecksum(code) {
  const padded = Buffer.alloc(Math.ceil(code.length / 4) * 4 + 4);
  code.copy(padded);
  const words = new Int32Array(padded.buffer, padded.byteOffset, padded.length / 4);
  let sum = 0x811c9dc5 | 0;
  for (const word of words.subarray(0, -1)) sum = Math.imul(sum ^ word, 0x01000193);
  words[words.length - 1] = sum;
  return padded;
}
