// Watch file: says when a file may have changed, however it is replaced and whatever disk it is on.

import { type FSWatcher, watch } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";

interface WatchRequest {
  readonly path: string;
  /** Looks at the file, never two at a time. `soon` asks for another look in a second: it may be half written. */
  look(): Promise<"seen" | "soon">;
  /** Another look is due too when this says something else; asked every two seconds. */
  also(): string;
}

// One save makes several events, and is rarely complete at the first.
const settlingMs = 30;
const soonMs = 1000;
const pollMs = 2000;

/** Calls `look` until it is closed. An error of it goes to `onError`. */
export function watchFile(request: WatchRequest, onError: (error: unknown) => void): { close(): void } {
  const { path } = request;
  const looks = planLooks(request.look, onError);
  let known = "";
  const lookIfChanged = async () => {
    await folders.follow(path);
    const now = `${await fingerprint(path)} ${request.also()}`;
    // At first too: it may have changed between whoever read it and the watches.
    if (now !== known) looks.lookIn(settlingMs);
    known = now;
  };
  const folders = watchFolders((name) => {
    // What is beside the file may be a link that leads to it.
    if (name === null || name === basename(path)) looks.lookIn(settlingMs);
    else void lookIfChanged();
  });
  // Events can be missing: on network disks, behind links further up, or when the system has no more to give.
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

/** Looks that begin so many milliseconds from now, one after the other. */
function planLooks(look: WatchRequest["look"], onError: (error: unknown) => void) {
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

/** Which file it is and whether it was written; empty where there is none. Does not keep the program from its keys. */
async function fingerprint(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeMs, ctimeMs } = await stat(path);
    return [dev, ino, size, mtimeMs, ctimeMs].join(" ");
  } catch {
    return "none";
  }
}

/** The folders in which the path and the real file stand: a file that is replaced is another one to watch. */
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
      // No such folder, or the system gives no more watches: the poll sees to it.
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
