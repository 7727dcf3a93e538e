// The person's own folders for what this program remembers outside the roadmap's folder.

import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

/** `$XDG_STATE_HOME/roadmap`, else `~/.local/state/roadmap`. A relative value is ignored, as the XDG specification says. */
export function findStateFolder(env: Environment): string {
  const chosen = env.XDG_STATE_HOME;
  if (chosen && isAbsolute(chosen)) return join(chosen, "roadmap");
  return join(env.HOME || homedir(), ".local", "state", "roadmap");
}

/** `$XDG_CACHE_HOME/roadmap`, else `~/.cache/roadmap`: what can be lost without loss. */
export function findCacheFolder(env: Environment): string {
  const chosen = env.XDG_CACHE_HOME;
  if (chosen && isAbsolute(chosen)) return join(chosen, "roadmap");
  return join(env.HOME || homedir(), ".cache", "roadmap");
}

/** Makes the folder, and those above it, readable by nobody else. Does nothing when it is there. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}
