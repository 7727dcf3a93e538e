// Watch roadmap: the roadmap each time it changes; if the file cannot be read, its last readable state.

import { UserError } from "../model/errors.js";
import { stopwatch, today } from "../store/clock.js";
import { watchFile } from "../store/watch-file.js";
import { type OpenedRoadmap, type OpenRequest, readForView, roadmapPath } from "./open-roadmap.js";

const warnAfterMs = 900;

export interface Watched<Opened extends OpenedRoadmap | null = OpenedRoadmap> {
  /** The last readable state. */
  readonly opened: Opened;
  /** Why it cannot be read now. */
  readonly trouble: UserError | null;
}

export interface Watcher<Seen = Watched> {
  onChange(seen: Seen): void;
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
  let isClosed = false;
  const mayBeHalf = halfWritten();
  const look = async () => {
    const seen = await readAgain(path, request, shown);
    if (mayBeHalf(shown.opened.file.text, seen.opened.file.text)) return "soon";
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

/**
 * Whether a text that was just read may be a half written file: for its first second, if it is a beginning of the text
 * before.
 */
export function halfWritten(): (before: string, now: string) => boolean {
  let beginning: { readonly text: string; readonly ageMs: () => number } | null = null;
  return (before, now) => {
    if (now === before || !before.startsWith(now)) beginning = null;
    else if (beginning?.text !== now) beginning = { text: now, ageMs: stopwatch() };
    return beginning !== null && beginning.ageMs() < warnAfterMs;
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

export function isChanged(before: Watched<OpenedRoadmap | null>, now: Watched<OpenedRoadmap | null>): boolean {
  return (
    before.opened?.file.text !== now.opened?.file.text ||
    before.opened?.today !== now.opened?.today ||
    before.trouble?.message !== now.trouble?.message
  );
}
