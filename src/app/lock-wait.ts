// Lock wait: how long to wait for another program that changes the file.

import type { Environment } from "../store/paths.js";

/** In milliseconds, from the environment: scripts may be more or less patient than people. */
export function lockWait({ ROADMAP_LOCK_WAIT_MS: asked }: Environment): { waitMs?: number } {
  return asked !== undefined && /^\d{1,9}$/.test(asked) ? { waitMs: Number(asked) } : {};
}
