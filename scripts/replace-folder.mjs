// Replaces a folder as a whole: what fails or is killed on the way leaves the old one in its place.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Lets `fill` write into a folder next to `target`, then swaps the two. The last of several at once wins. */
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

/** A folder cannot replace one that has files: the old one moves away first, also one that another build has just put there. */
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

/** Removes what killed builds have left. One killed between the two renames gets its old folder back. */
function clearAbandoned(target) {
  for (const name of readdirSync(dirname(target))) {
    const [, kind, pid] = name.startsWith(`${basename(target)}.`) ? (/\.(new|old)-(\d+)$/.exec(name) ?? []) : [];
    if (kind === undefined || (pid !== String(process.pid) && isRunning(Number(pid)))) continue;
    const folder = join(dirname(target), name);
    if (kind === "old" && !existsSync(target)) renameIfThere(folder, target);
    // What a killed build had started may still be writing.
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
