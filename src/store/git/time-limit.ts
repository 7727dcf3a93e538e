// Time limit: how long git may take.

import type { Environment } from "../state-folder.js";

/** `read` runs nothing that a repository's configuration names and takes no lock; `write` runs hooks and signs. */
export type GitPurpose = "read" | "write";

const timeLimitsMs = { read: 10_000, write: 120_000 };

/** In milliseconds. */
export function gitTimeLimit({ ROADMAP_GIT_WAIT_MS: asked }: Environment, purpose: GitPurpose): number {
  const isAsked = purpose === "write" && asked !== undefined && /^[1-9]\d{0,8}$/.test(asked);
  return isAsked ? Number(asked) : timeLimitsMs[purpose];
}
