// The program for tests: runs it in a temporary folder with a roadmap, and returns its output.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Command } from "./run-program.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the npm package contains. */
export const distFolder = join(root, "dist");

/** A standalone binary to test; otherwise the tests run the npm package on this Node. */
const { ROADMAP_PROGRAM: binary } = process.env;

export const isBinary = binary !== undefined;

const words = binary === undefined ? [process.execPath, join(distFolder, "bin.cjs")] : [resolve(binary)];

for (const path of words)
  if (!existsSync(path)) throw new Error(`${path} is missing: these tests run the built program, so build it first`);

/** The program with those arguments. */
export function programCommand(...args: readonly string[]): Command {
  const [command = "", ...before] = words;
  return { command, args: [...before, ...args] };
}

/** The program in a shell, whatever is in its path. */
export const quotedProgram = words.map((word) => `'${word}'`).join(" ");

/** A script on the engine that runs the program: this Node, or the Bun in the binary. */
export function engineCommand(script: string, ...args: readonly string[]): Command {
  const [engine = ""] = words;
  return isBinary
    ? { command: "env", args: ["BUN_BE_BUN=1", engine, script, ...args] }
    : { command: engine, args: [script, ...args] };
}

/** Environment variables that load a CommonJS module before the program, which may replace functions of `node:fs`. */
export function preloading(path: string): Record<string, string> {
  return isBinary ? { BUN_OPTIONS: `--preload=${path}` } : { NODE_OPTIONS: `--require=${JSON.stringify(path)}` };
}

/** The roadmap of the examples: 36 topics, 35 tasks, a legend as a status, garbled headings. */
export const referenceText = readFileSync(join(root, "tests", "fixtures", "reference.md"), "utf8");

/** The same with its text fixed: it has no problems. */
export const repairedText = readFileSync(join(root, "tests", "fixtures", "repaired.md"), "utf8");

/** The date in all tests. */
export const testDay = "2026-11-22";

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunOptions {
  /** Added to the environment; an undefined value removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The input on stdin; none by default. */
  readonly stdin?: string | Uint8Array;
  /** Relative to the folder of the place. */
  readonly cwd?: string;
}

/** A folder for one test, with the program in it. Removed when the test is over. */
export interface Place {
  readonly folder: string;
  /** With its own home folder and a fixed date, without colors, width or terminal. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs the program in a shell line: without quotes, whatever the path of the project is. */
  readonly program: string;
  /** The absolute path of a file in the folder. */
  path(name?: string): string;
  read(name?: string): string;
  write(text: string | Uint8Array, name?: string): void;
  run(...args: string[]): Promise<Ran>;
  runWith(options: RunOptions, ...args: string[]): Promise<Ran>;
  /** Runs a shell line in which `$ROADMAP` is the program. */
  shell(line: string, env?: RunOptions["env"]): Promise<Ran>;
  /** Git's output, without the environment of the person who runs the tests. */
  git(...args: string[]): string;
}

/** Texts by file name; a single text is `roadmap.md`. */
export function makePlace(files: string | Uint8Array | Readonly<Record<string, string | Uint8Array>>): Place {
  const base = mkdtempSync(join(tmpdir(), "roadmap-test-"));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const folder = join(base, "work");
  const home = join(base, "home");
  mkdirSync(folder);
  mkdirSync(home);
  const path = (name = "roadmap.md") => join(folder, name);
  const write = (text: string | Uint8Array, name?: string) => writeFileSync(path(name), text);
  const named = typeof files === "string" || files instanceof Uint8Array ? { "roadmap.md": files } : files;
  for (const [name, text] of Object.entries(named)) write(text, name);
  const env = environment(home);
  const link = join(base, "roadmap");
  symlinkSync(words.at(-1) ?? "", link);
  const program = [...words.slice(0, -1), link].join(" ");
  const runWith = (options: RunOptions, ...args: string[]) =>
    runCommand([...words, ...args], {
      ...options,
      env: { ...env, ...options.env },
      cwd: options.cwd === undefined ? folder : join(folder, options.cwd),
    });
  return {
    folder,
    env,
    program,
    path,
    read: (name) => readFileSync(path(name), "utf8"),
    write,
    runWith,
    run: (...args) => runWith({}, ...args),
    shell: (line, added) =>
      runCommand(["bash", "-c", line], {
        cwd: folder,
        env: { ...env, ROADMAP: program, ...added },
      }),
    git: (...args) => execFileSync("git", args, { cwd: folder, env, encoding: "utf8" }),
  };
}

function environment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: home,
    XDG_STATE_HOME: join(home, "state"),
    // Shared by all tests, because a first run compiles the program.
    XDG_CACHE_HOME: process.env.XDG_CACHE_HOME ?? "",
    ROADMAP_TODAY: testDay,
    LC_ALL: "C.UTF-8",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Tester",
    GIT_AUTHOR_EMAIL: "tester@example.org",
    GIT_COMMITTER_NAME: "Tester",
    GIT_COMMITTER_EMAIL: "tester@example.org",
  };
}

/** Runs a command to its end; its first word is the program. */
function runCommand([program = "", ...args]: readonly string[], { env, cwd, stdin }: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: [stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on("data", (bytes: Buffer) => stdout.push(bytes));
    child.stderr?.on("data", (bytes: Buffer) => stderr.push(bytes));
    // A program that does not read its input closes it before all is written, which is not an error.
    child.stdin?.on("error", () => {});
    child.stdin?.end(stdin);
    child.on("error", reject);
    child.on("close", (exitCode, signal) =>
      resolve({ stdout: `${Buffer.concat(stdout)}`, stderr: `${Buffer.concat(stderr)}`, exitCode, signal }),
    );
  });
}
