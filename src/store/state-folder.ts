// The person's own folders for what this program remembers outside the roadmap's folder.

import { mkdirSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import process from "node:process";

export type Environment = Readonly<Record<string, string | undefined>>;

/** `$XDG_STATE_HOME/roadmap`, else `~/.local/state/roadmap`. A relative value is ignored, as the XDG specification says. */
export function findStateFolder(env: Environment): string {
  const chosen = env.XDG_STATE_HOME;
  if (chosen && isAbsolute(chosen)) return join(chosen, "roadmap");
  return join(homeFolder(env), ".local", "state", "roadmap");
}

/** `$XDG_CACHE_HOME/roadmap`, else `~/.cache/roadmap`: what can be lost without loss. */
export function findCacheFolder(env: Environment): string {
  const chosen = env.XDG_CACHE_HOME;
  if (chosen && isAbsolute(chosen)) return join(chosen, "roadmap");
  return join(homeFolder(env), ".cache", "roadmap");
}

/** Never a folder below the current one: that may be a repository. */
function homeFolder({ HOME: home }: Environment): string {
  if (home && isAbsolute(home)) return home;
  try {
    return userInfo().homedir;
  } catch {
    // A user whom the system does not know, as in a container.
    return join(tmpdir(), `roadmap-${process.geteuid?.() ?? "home"}`);
  }
}

/**
 * Makes the folder, and those above it, readable by nobody else. Does nothing when it is there. One level at a time:
 * Node's own way goes round for ever where the system says of a folder that is there that it is not, as in /proc.
 */
export function makePrivateFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makePrivateFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Somebody else has made it in the meantime.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
