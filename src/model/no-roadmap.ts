// No roadmap: where it was looked for, if none is found.

import { UserError } from "./errors.js";
import type { Way } from "./ways.js";

interface Search {
  /** The last of the folders above this one that were searched, if any. */
  readonly upTo: string | null;
  /** The only file that comes into question. */
  readonly candidate: string | null;
}

export class NoRoadmapFound extends UserError {
  override readonly name = "NoRoadmapFound";
  readonly search: Search;

  constructor(search: Search, message: string, hint: Way) {
    super("NO_ROADMAP", message, hint);
    this.search = search;
  }
}
