// Replaces a folder as a whole: a failed or killed run leaves the old one in place.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Lets `fill` write into a folder next to `target`, then swaps the two. With concurrent runs, the last one wins. */
export async function replaceFolder(target, fill) {
  clearAbandoned(target);
  const [fresh, old] = ["new", "old"].map((kind) => `${target}.${kind}-${process.pid}`);
  const clear = () => {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => {
      clear();
      process.kill(process.pid, signal);
    });
  }
  try {
    mkdirSync(fresh);
    await fill(fresh);
    swap(target, fresh, old);
  } finally {
    clear();
  }
}

/**
 * A nonempty folder cannot be replaced, so the old one is moved away first, even if another build has just created it.
 */
function swap(target, fresh, old) {
  for (;;) {
    if (existsSync(target)) renameIfThere(target, old);
    try {
      return renameSync(fresh, target);
    } catch (error) {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") {
        renameIfThere(old, target);
        throw error;
      }
      rmSync(old, { recursive: true, force: true });
    }
  }
}

function renameIfThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** Removes what killed builds left. If one was killed between the two renames, the old folder is restored. */
function clearAbandoned(target) {
  for (const name of readdirSync(dirname(target))) {
    const [, kind, pid] = name.startsWith(`${basename(target)}.`) ? (/\.(new|old)-(\d+)$/.exec(name) ?? []) : [];
    if (kind === undefined || (pid !== String(process.pid) && isRunning(Number(pid)))) continue;
    const folder = join(dirname(target), name);
    if (kind === "old" && !existsSync(target)) renameIfThere(folder, target);
    // Processes started by a killed build may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
