// Builds dist-binary/: for each platform asked for, the program as one executable file that needs no Node.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildParts, buildStarter, buildWorkers, writeShippedFiles } from "../build.mjs";
import { bundledNotices } from "../bundle.mjs";
import { installLocked } from "../install.mjs";
import { engineNotices } from "./notices.mjs";

const root = join(import.meta.dirname, "../..");
const output = join(root, "dist-binary");
const targets = JSON.parse(readFileSync(join(import.meta.dirname, "targets.json"), "utf8"));
const { optionalDependencies: runtimes } = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8"));
const host = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

const { values } = parseArgs({ options: { target: { type: "string", multiple: true, default: [host] } } });
for (const name of values.target)
  if (!Object.hasOwn(targets, name))
    throw new Error(`no such target: ${name}; there are ${Object.keys(targets).join(", ")}`);

const program = join(output, "program");
rmSync(program, { recursive: true, force: true });
mkdirSync(program, { recursive: true });
await writeShippedFiles(program);
await buildWorkers(program);
await buildStarter(join(program, "main.cjs"), "scripts/binary/main.cjs", await buildParts(program));
for (const name of values.target) compile(name);

function compile(name) {
  const folder = join(output, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const outfile = join(folder, name.startsWith("windows") ? "roadmap.exe" : "roadmap");
  const flags = [
    "--compile",
    `--target=bun-${name}`,
    `--compile-executable-path=${runtimeFor(name)}`,
    `--outfile=${outfile}`,
    "--minify",
    "--bytecode",
    "--format=cjs",
    // Otherwise a constant: the path in this folder.
    "--define=__filename=Bun.main",
    // Every file is compiled on its own: one with everything takes longer to load.
    "--external=./*.cjs",
    // Most runs are too short for compiled code to pay off.
    "--compile-jit-policy=30",
    // The current folder may be a cloned repository, whose files must neither run code nor change settings.
    "--no-compile-autoload-dotenv",
    "--no-compile-autoload-bunfig",
    "--no-compile-autoload-tsconfig",
    "--no-compile-autoload-package-json",
  ];
  const assets = readdirSync(program).filter((file) => !/\.c?js$/.test(file));
  const scripts = readdirSync(program).filter((file) => /\.c?js$/.test(file) && file !== "main.cjs");
  const args = [
    "build",
    ...flags,
    ...assets.map((file) => `--asset=./${file}`),
    ...["main.cjs", ...scripts].map((file) => `./${file}`),
  ];
  execFileSync(runtimeFor(host), args, { cwd: program, stdio: "inherit" });
  for (const texts of ["man", "completion"]) cpSync(join(program, texts), join(folder, texts), { recursive: true });
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "THIRD-PARTY-NOTICES"), bundledNotices([engineNotices(runtimeFor(host))]));
  const { testedOn } = targets[name];
  console.log(`${outfile}: ${testedOn ? `tested on ${testedOn}` : "built, not tested"}`);
}

/** The path of the runtime for the target, installed if it is not there. */
function runtimeFor(name) {
  const { runtime, os, cpu } = targets[name];
  const folder = join(output, "runtimes", runtimes[`@oven/${runtime}`], name);
  const path = join(folder, "node_modules/@oven", runtime, "bin", os === "win32" ? "bun.exe" : "bun");
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(import.meta.dirname, file), join(folder, file));
  installLocked(folder, "--ignore-scripts", `--os=${os}`, `--cpu=${cpu}`);
  return path;
}
