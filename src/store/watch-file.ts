// Watch file: reports when a file may have changed, regardless of how it is replaced and on which disk it is.

import { type FSWatcher, watch } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";

interface WatchRequest {
  readonly path: string;
  /**
   * Inspects the file, never twice at the same time. `soon` requests another look in a second: the file may be half
   * written.
   */
  look(): Promise<"seen" | "soon">;
  /** Another look is also due if this value changes; checked every two seconds. */
  also(): string;
}

// One save causes several events, and is rarely complete at the first.
const settlingMs = 30;
const soonMs = 1000;
const pollMs = 2000;

/** Calls `look` until it is closed. Errors of `look` go to `onError`. */
export function watchFile(request: WatchRequest, onError: (error: unknown) => void): { close(): void } {
  const { path } = request;
  const looks = scheduleLooks(request.look, onError);
  let known = "";
  const lookIfChanged = async () => {
    await folders.follow(path);
    const now = `${await fingerprint(path)} ${request.also()}`;
    // Also at the start: the file may have changed between being read and being watched.
    if (now !== known) looks.lookIn(settlingMs);
    known = now;
  };
  const folders = watchFolders((name) => {
    // A file next to it may be a link to it.
    if (name === null || name === basename(path)) looks.lookIn(settlingMs);
    else void lookIfChanged();
  });
  // Events can be missing: on network disks, below links further up, or when the system has run out of watches.
  const poll = setInterval(lookIfChanged, pollMs);
  void lookIfChanged();
  return {
    close() {
      clearInterval(poll);
      folders.close();
      looks.close();
    },
  };
}

/** Calls `look` after a delay in milliseconds, one call at a time. */
function scheduleLooks(look: WatchRequest["look"], onError: (error: unknown) => void) {
  const timers = new Map<number, NodeJS.Timeout>();
  let isClosed = false;
  let last: Promise<void> = Promise.resolve();
  const lookIn = (ms: number) => {
    if (isClosed || timers.has(ms)) return;
    const begin = async () => {
      await last;
      timers.delete(ms);
      if (!isClosed && (await look()) === "soon") lookIn(soonMs);
    };
    timers.set(
      ms,
      setTimeout(() => {
        last = begin().catch(onError);
      }, ms),
    );
  };
  return {
    lookIn,
    close() {
      isClosed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** Identifies the file and its last write; empty if there is none. Asynchronous, so it does not block key input. */
async function fingerprint(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeMs, ctimeMs } = await stat(path);
    return [dev, ino, size, mtimeMs, ctimeMs].join(" ");
  } catch {
    return "none";
  }
}

/** Watches the folders of the path and of the real file: a replaced file needs a new watch. */
function watchFolders(onEvent: (name: string | null) => void) {
  const watchers = new Map<string, FSWatcher>();
  let isClosed = false;
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const add = (folder: string) => {
    if (isClosed) return;
    try {
      const watcher = watch(folder, (_, name) => onEvent(name));
      watcher.on("error", () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // No such folder, or no more watches: polling covers it.
    }
  };
  return {
    async follow(path: string): Promise<void> {
      const real = await realpath(path).catch(() => path);
      const wanted = new Set([dirname(path), dirname(real)]);
      for (const folder of watchers.keys()) if (!wanted.has(folder)) drop(folder);
      for (const folder of wanted) if (!watchers.has(folder)) add(folder);
    },
    close() {
      isClosed = true;
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}
