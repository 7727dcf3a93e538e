// State folder: the user's folders for what roadmap stores outside the folder of the roadmap.

import { lstatSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { isAbsolute, join } from "node:path";
import process from "node:process";

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

/** Never a folder below the current one, which may be a repository. */
function homeFolder({ HOME: home }: Environment): string {
  if (home && isAbsolute(home)) return home;
  try {
    return userInfo().homedir;
  } catch {
    // A user unknown to the system, as in a container.
    return join(tmpdir(), `roadmap-${process.geteuid?.() ?? "home"}`);
  }
}
