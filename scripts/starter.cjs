#!/usr/bin/env node
// Starts the program, with the code that V8 compiled for it in earlier runs, which is in the cache of the user.
"use strict";

if (!process.getBuiltinModule) {
  process.stderr.write(`roadmap: this is Node ${process.versions.node}, and roadmap needs Node 20.19 or later\n`);
  process.exit(1);
}

const fs = process.getBuiltinModule("node:fs");
const { dirname, isAbsolute, join } = process.getBuiltinModule("node:path");
const { Script } = process.getBuiltinModule("node:vm");
const { first, program } = require("./choose-program.cjs");
const { chunks, run } = require("./load-chunk.cjs");

/** Contains a hash of the text, because V8 would accept the code of another text of the same length. */
const { name: programName } = program;

/** What is run: V8 compiles a function when it is first called, so each command adds its own to what is kept. */
const use = process.argv.includes("--json") ? `${first} --json` : first;
const maxUses = 100;
const maxFiles = 12;

const cache = findCache();
const kept = cache && readCode();
// V8 refuses code made by another version or with other flags, and compiles the text.
const script = new Script(textOf(program), { filename: `${__dirname}/${programName}`, cachedData: kept?.code });
const known = script.cachedDataRejected === false ? kept.uses : [];
if (cache && !known.includes(use) && known.length < maxUses) keepLater(flagsOfV8());
script.runInThisContext()(chunks);
run();

/** One text, because each file that is compiled on its own takes time, and the code of each would have to be kept. */
function textOf({ parts }) {
  const texts = parts.map((part) => fs.readFileSync(`${__dirname}/${PARTS[part]}`, "latin1"));
  return `(function(exports){"use strict";${texts.join("")}})`;
}

/** Undefined where nothing can be kept. */
function findCache() {
  // Options of Node can be about this run alone, such as a debugger.
  if (process.execArgv.length > 0) return undefined;
  const { XDG_CACHE_HOME: chosen, HOME: home = process.env.USERPROFILE } = process.env;
  const root = chosen && isAbsolute(chosen) ? chosen : home && isAbsolute(home) ? join(home, ".cache") : undefined;
  if (root === undefined) return undefined;
  const folders = [root, join(root, "roadmap"), join(root, "roadmap", "code")];
  // Shells that differ in their options do not replace each other's code.
  const options = Buffer.from(process.env.NODE_OPTIONS ?? "")
    .toString("base64url")
    .slice(-40);
  const name = [programName, `${process.version}-${process.platform}-${process.arch}`, options]
    .filter(Boolean)
    .join(".");
  return { folders, path: join(folders[2], name) };
}

/** The kept code and the uses that it was made in. Undefined if there is none, or if it is not exactly as written. */
function readCode() {
  try {
    // Other users could have put anything there, which would run as this one.
    if (!cache.folders.slice(1).every((folder) => isPrivate(fs.lstatSync(folder), "isDirectory"))) return undefined;
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants;
    const descriptor = fs.openSync(cache.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const stats = fs.fstatSync(descriptor);
    const bytes = isPrivate(stats, "isFile") && stats.nlink === 1 ? fs.readFileSync(descriptor) : undefined;
    fs.closeSync(descriptor);
    if (bytes === undefined) return undefined;
    const start = bytes.indexOf("\n") + 1;
    const { builtFor, uses } = JSON.parse(bytes.utf8Slice(0, start));
    const end = start + (bytes.length - start) / 2;
    const code = bytes.subarray(start, end);
    // V8 does not notice damage. Comparing two copies takes a quarter of the time of a checksum in JavaScript.
    const isWhole = code.length > 0 && code.equals(bytes.subarray(end));
    return isWhole && builtFor === thisNode() && Array.isArray(uses) ? { code, uses } : undefined;
  } catch {
    return undefined;
  }
}

/** Two builds of Node can have the same version, and V8 does not tell all of them apart. */
function thisNode() {
  const { size, mtimeMs } = fs.statSync(process.execPath);
  return [programName, process.execPath, size, mtimeMs, process.env.NODE_OPTIONS].join(" ");
}

function isPrivate(stats, kind) {
  if (!stats[kind]()) return false;
  // Windows has no such owners and modes; Node invents them.
  return process.geteuid === undefined || (stats.uid === process.geteuid() && (stats.mode & 0o022) === 0);
}

/** Keeps the code after the output, or while a command waits that can run for days. */
function keepLater(flags) {
  const keep = (exitCode) => {
    // Code made after a change of V8's flags fits no other run. Of a failed command, most was not run.
    if (exitCode <= 1 && flagsOfV8().equals(flags)) keepCode();
  };
  if (first === "web" || first === "watch") setTimeout(keep, 300, 0).unref();
  else process.once("exit", keep);
}

/** V8's version and flags are in the first bytes of all code. */
function flagsOfV8() {
  return new Script("").createCachedData();
}

/** Never throws: a failure only makes the next start slower. */
function keepCode() {
  const [root, ...ours] = cache.folders;
  const draft = `${cache.path}.${process.pid}-${Date.now()}`;
  try {
    // With sudo, the home folder can still be that of another user, whose other programs need their cache.
    const owner = fs.statSync(fs.existsSync(root) ? root : dirname(root)).uid;
    if (process.geteuid?.() === 0 && owner !== 0) return;
    // Not its parents: the home folder of a user for services may not exist.
    makeFolder(root);
    // In a folder where others can rename, a checked one can become theirs.
    if (process.geteuid && (fs.statSync(root).mode & 0o1002) === 0o002) return;
    for (const folder of ours) {
      makeFolder(folder);
      if (!isPrivate(fs.lstatSync(folder), "isDirectory")) return;
    }
    const code = script.createCachedData();
    const head = Buffer.from(`${JSON.stringify({ builtFor: thisNode(), uses: [...known, use] })}\n`);
    fs.writeFileSync(draft, Buffer.concat([head, code, code]), { mode: 0o600, flag: "wx" });
    fs.renameSync(draft, cache.path);
    removeOld(ours[1]);
  } catch {
    try {
      fs.unlinkSync(draft);
    } catch {}
  }
}

function makeFolder(folder) {
  if (!fs.existsSync(folder)) fs.mkdirSync(folder, { mode: 0o700 });
}

/** Keeps the newest files: of this version, of others that are in use, and of other versions of Node. */
function removeOld(folder) {
  const files = fs
    .readdirSync(folder)
    .filter((name) => /^[a-z]+-[0-9a-f]{16}\.cjs\./.test(name))
    .map((name) => ({ path: join(folder, name), time: fs.lstatSync(join(folder, name)).mtimeMs }));
  for (const { path } of files.sort((a, b) => b.time - a.time).slice(maxFiles)) fs.unlinkSync(path);
}
