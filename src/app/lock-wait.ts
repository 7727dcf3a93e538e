// Lock wait: how long to wait for another program that changes the file.

import type { Environment } from "../store/state-folder.js";

/** As the environment says: scripts may be more patient than people, or less. In milliseconds. */
export function lockWait({ ROADMAP_LOCK_WAIT_MS: asked }: Environment): { waitMs?: number } {
  return asked !== undefined && /^\d{1,9}$/.test(asked) ? { waitMs: Number(asked) } : {};
}
