// Watch roadmap: the roadmap each time it changes; if the file cannot be read, its last readable state.

import { UserError } from "../model/errors.js";
import { stopwatch, today } from "../store/clock.js";
import { watchFile } from "../store/watch-file.js";
import { type OpenedRoadmap, type OpenRequest, readForView, roadmapPath } from "./open-roadmap.js";

const warnAfterMs = 900;

export interface Watched {
  /** The last readable state. */
  readonly opened: OpenedRoadmap;
  /** Why it cannot be read now. */
  readonly trouble: UserError | null;
}

export interface Watcher {
  onChange(watched: Watched): void;
  /** A bug in roadmap; watching has ended. */
  onError(error: unknown): void;
}

/**
 * The file is only read, never locked.
 * @throws UserError if it cannot be read at the start
 */
export async function watchRoadmap(
  request: OpenRequest,
  { onChange, onError }: Watcher,
): Promise<{ readonly first: Watched; close(): void }> {
  const path = await roadmapPath(request);
  const first: Watched = { opened: await readForView(path, request), trouble: null };
  let shown = first;
  /** A prefix of the displayed text, and its age: the file may be half written. */
  let beginning: { readonly text: string; readonly ageMs: () => number } | null = null;
  let isClosed = false;
  const look = async () => {
    const seen = await readAgain(path, request, shown);
    const { text } = seen.opened.file;
    const isCut = seen.trouble === null && text !== shown.opened.file.text && shown.opened.file.text.startsWith(text);
    if (!isCut) beginning = null;
    else if (beginning?.text !== text) beginning = { text, ageMs: stopwatch() };
    if (beginning && beginning.ageMs() < warnAfterMs) return "soon";
    if (isChanged(shown, seen) && !isClosed) {
      shown = seen;
      onChange(seen);
    }
    return "seen";
  };
  const { env } = request.lookup;
  const watch = watchFile({ path, look, also: () => today(env) }, onError);
  return {
    first,
    close() {
      isClosed = true;
      watch.close();
    },
  };
}

async function readAgain(path: string, request: OpenRequest, { opened }: Watched): Promise<Watched> {
  try {
    return { opened: await readForView(path, request), trouble: null };
  } catch (error) {
    if (error instanceof UserError) return { opened, trouble: error };
    throw error;
  }
}

function isChanged(before: Watched, now: Watched): boolean {
  return (
    before.opened.file.text !== now.opened.file.text ||
    before.opened.today !== now.opened.today ||
    before.trouble?.message !== now.trouble?.message
  );
}
