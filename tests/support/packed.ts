// The packed package for tests: installed without a registry, and run as a user would.

import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { type RunResult, runProgram } from "./run-program.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A folder with a roadmap of 36 topics, by file name. */
export const planFiles = { "roadmap.md": readFileSync(join(root, "tests/fixtures/reference.md"), "utf8") };

/** pnpm as `npm run check:package` installs it. */
export const pnpmPath = join(root, "node_modules/.cache/package-tools/node_modules/pnpm/bin/pnpm.cjs");
export const hasPnpm = existsSync(pnpmPath);

/** The user that other users are tested as; undefined if the tests may not become someone else. */
export const nobody = process.getuid?.() === 0 ? 65534 : undefined;

/** A folder with a home for one user, and what runs commands there. */
export interface Machine {
  /** Its name has a space. Every user can enter it. */
  readonly folder: string;
  readonly home: string;
  /** Makes a folder that belongs to the user. */
  makeFolder(name: string, files?: Readonly<Record<string, string>>): string;
  /** Fails unless the exit code is 0. */
  run(words: readonly string[], options?: MachineOptions): Promise<RunResult>;
}

interface MachineOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** @param uid the user that runs the commands; that of the tests by default */
export function makeMachine(uid?: number): Machine {
  const folder = mkdtempSync(join(tmpdir(), "roadmap test-"));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const makeFolder = (name: string, files: Readonly<Record<string, string>> = {}) => {
    const path = join(folder, name);
    mkdirSync(path);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
    if (uid !== undefined) for (const file of ["", ...Object.keys(files)]) chownSync(join(path, file), uid, uid);
    return path;
  };
  const home = makeFolder("home");
  const env = {
    HOME: home,
    XDG_STATE_HOME: "",
    XDG_CACHE_HOME: "",
    XDG_CONFIG_HOME: "",
    XDG_DATA_HOME: "",
    PNPM_HOME: "",
    ROADMAP_TODAY: "2026-11-30",
    npm_config_cache: join(home, "npm-cache"),
    npm_config_userconfig: join(home, "npmrc"),
    npm_config_globalconfig: join(home, "global-npmrc"),
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
  };
  return {
    folder,
    home,
    makeFolder,
    async run([command = "", ...args], { cwd = home, env: added } = {}) {
      const user = uid === undefined ? {} : { uid };
      const result = await runProgram({ command, args }, { cwd, env: { ...env, ...added }, ...user });
      expect(result.exitCode, `${command} ${args.join(" ")}\n${result.stderr}${result.stdout}`).toBe(0);
      return result;
    },
  };
}

/** The path of the tarball in the folder, made of dist/ as it is. */
export async function packPackage(folder: string): Promise<string> {
  const args = ["pack", "--ignore-scripts", "--pack-destination", folder];
  const { exitCode, stderr } = await runProgram({ command: "npm", args }, { cwd: root });
  expect(exitCode, stderr).toBe(0);
  const [name = ""] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  return join(folder, name);
}

/** Shows, changes, undoes, exports and asks for help, with the words that start the installed program. */
export async function useProgram(machine: Machine, words: readonly string[], folder?: string): Promise<void> {
  const cwd = folder ?? machine.makeFolder("plan", planFiles);
  const roadmap = async (...args: string[]) => (await machine.run([...words, ...args], { cwd })).stdout;
  expect(await roadmap("list", "--json")).toContain("HTTP Fundamentals");
  expect(await roadmap("start", "http", "fundamentals")).toContain("HTTP Fundamentals is in progress");
  expect(await roadmap("finish", "http", "fundamentals")).toContain("HTTP Fundamentals is done");
  expect(await roadmap("undo")).toContain("Undone: finish HTTP Fundamentals");
  expect(await roadmap("export", "csv")).toContain("HTTP Fundamentals");
  expect(await roadmap("completion", "bash")).toContain("complete ");
  expect(await roadmap("help", "finish")).toContain("roadmap finish");
  expect(await roadmap("web", "--help")).toContain("roadmap web");
}
