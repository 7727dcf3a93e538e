// History: commits and recorded changes, as `roadmap log` and `roadmap undo --list` list them; read when they are shown.

import { signal } from "@preact/signals";
import { commitsSeen, readLate } from "./late.js";
import { route } from "./route.js";

/** How many more commits are shown at once. */
export const historyStep = 50;

/** At most this many commits are shown. */
export const commitLimit = signal(historyStep);

const isShown = () => route.value.view === "history";

export const log = readLate<"log">(
  ({ inRepository }) => (isShown() && inRepository ? `log?limit=${commitLimit.value}` : null),
  commitsSeen,
);

export const journal = readLate<"journal">(() => (isShown() ? "journal" : null));
