// Paths: the user's folders for state and cache, names next to the roadmap, programs on the `PATH`, shipped files.

import { accessSync, constants, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { basename, delimiter, dirname, isAbsolute, join, relative } from "node:path";
import process from "node:process";
import { hashBytes } from "./hash.js";
import { makeNonce } from "./lock/lock-file.js";

// The user's folders for what roadmap stores outside the folder of the roadmap.

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `$XDG_STATE_HOME/roadmap`, else `~/.local/state/roadmap`. A relative value is ignored, as the XDG specification
 * requires.
 */
export function findStateFolder(env: Environment): string {
  const chosen = env.XDG_STATE_HOME;
  if (chosen && isAbsolute(chosen)) return join(chosen, "roadmap");
  return join(homeFolder(env), ".local", "state", "roadmap");
}

/** The subfolder for copies of files that are overwritten in place. */
export const recoveryFolder = "recovery";

/** Most users never have a copy: then nothing else needs to be done. */
export function hasRecoveryFolder(stateFolder: string): boolean {
  return lstatSync(join(stateFolder, recoveryFolder), { throwIfNoEntry: false }) !== undefined;
}

/** `$XDG_CACHE_HOME/roadmap`, else `~/.cache/roadmap`: for data that can be recomputed. */
export function findCacheFolder(env: Environment): string {
  const chosen = env.XDG_CACHE_HOME;
  if (chosen && isAbsolute(chosen)) return join(chosen, "roadmap");
  return join(homeFolder(env), ".cache", "roadmap");
}

/**
 * `$XDG_CONFIG_HOME/roadmap/config.json`, else `~/.config/roadmap/config.json`; on Windows below `%APPDATA%`. Null for a
 * user without a home folder: in a folder for temporary files, anyone could have written it.
 */
export function findConfigFile(env: Environment): string | null {
  const chosen = process.platform === "win32" ? env.APPDATA : env.XDG_CONFIG_HOME;
  if (chosen && isAbsolute(chosen)) return join(chosen, "roadmap", "config.json");
  const home = homeFolder(env);
  return isFallbackHome(home) ? null : join(home, ".config", "roadmap", "config.json");
}

/** `~/learn/go.md` with the home folder of the user. */
export function expandHome(path: string, env: Environment): string {
  return path.startsWith("~/") ? join(homeFolder(env), path.slice(2)) : path;
}

/** Relative to the current folder if it is in there: to be read and typed. */
export function nearPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return near === "" || near.startsWith("..") || isAbsolute(near) ? path : near;
}

/** Never a folder below the current one, which may be a repository. */
function homeFolder({ HOME: home }: Environment): string {
  if (home && isAbsolute(home)) return home;
  try {
    return userInfo().homedir;
  } catch {
    // A user unknown to the system, as in a container.
    return fallbackHome();
  }
}

function fallbackHome(): string {
  return join(tmpdir(), `roadmap-${process.geteuid?.() ?? "home"}`);
}

/** Only for such a name is the module loaded that knows the folder for temporary files. */
function isFallbackHome(home: string): boolean {
  return basename(home).startsWith("roadmap-") && home === fallbackHome();
}

/** If it was removed, the path that it had, where nothing is found. */
export function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? "/";
  }
}

// Files next to the roadmap: its lock and drafts.

/** Leaves room for the endings, both in file systems that allow 143 bytes (encrypted ones) and 255. */
const maxNameBytes = 90;

/** The prefix of every side file of this roadmap: hidden, in the roadmap's own folder. */
export function sidePathPrefix(realPath: string): string {
  const name = basename(realPath);
  const isShort = Buffer.byteLength(name) <= maxNameBytes;
  return join(dirname(realPath), isShort ? `.${name}.roadmap` : `.${hashBytes(name).slice(0, 32)}.roadmap`);
}

/** A path for a draft of the file, different every time; the sweep of leftovers knows its form. */
export function temporaryPath(realPath: string): string {
  return `${sidePathPrefix(realPath)}-temp.${makeNonce()}.new`;
}

// Programs.

/** Whether a program can be started by its name alone. */
export function isOnPath(program: string, { PATH: folders = "" }: Environment): boolean {
  return folders.split(delimiter).some((folder) => {
    try {
      const path = join(folder === "" ? "." : folder, program);
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  });
}

/** The text of a file in the folder of the built program. */
export function readShippedFile(name: string): string {
  return readFileSync(new URL(`./${name}`, import.meta.url), "utf8");
}

/** The names of the files in a subfolder of the built program. */
export function shippedNames(folder: string): readonly string[] {
  return readdirSync(new URL(`./${folder}/`, import.meta.url));
}
