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
const runs = {
  view: [["dashboard"], ["list"], ["list", "--json"], ["next"], ["progress"], ["prompt"], ["today"]],
  change: [
    ["start", "http", "fundamentals", "--json"],
    ["finish", "http", "fundamentals", "--proof", "https://example.org"],
    ["check", "goroutines"],
    ["set", "#2", "--comments", "seen"],
  ],
  completion: [
    ["__complete", "line", "roadmap start "],
    ["__complete", "words", "list", "--status", "="],
  ],
  whole: [["--version"], ["--help"], ["show", "#2"], ["web", "--json"]],
};
try {
  const file = join(folder, "roadmap.md");
  copyFileSync(sample, file);
  process.env.ROADMAP_FILE = file;
  for (const args of runs[kind]) await run(args);
  const code = script.createCachedData();
  const path = `${filename}.${process.version}-${process.platform}-${process.arch}`;
  // V8 does not check whether the code is complete; starter.cjs compares both.
  for (const copy of [path, `${path}.copy`]) writeFileSync(copy, code);
} finally {
  rmSync(folder, { recursive: true });
}

async function run(args) {
  process.argv = [process.execPath, filename, ...args];
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));
  // The server runs until it is asked to end.
  const ending = args[0] === "web" ? setInterval(() => process.emit("SIGTERM"), 100) : undefined;
  await module.exports.done;
  clearInterval(ending);
  if (process.exitCode !== 0) throw new Error(`roadmap ${args.join(" ")} ended with ${process.exitCode}`);
}
