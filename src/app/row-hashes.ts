// Row hashes: which topics and tasks of a file are the same, byte for byte, in a later reading of it.

import type { Roadmap } from "../model/roadmap.js";
import { fingerprint } from "../store/hash.js";
import { textAt } from "../text/edit.js";
import { lineSpanAt } from "../text/lines.js";
import { memoize } from "../text/memoize.js";

interface RowHashes {
  readonly topics: readonly string[];
  readonly tasks: readonly string[];
}

/** A short hash of the row of each topic and the first line of each task, in their order. */
export const rowHashes = memoize(({ text, topics, tasks }: Roadmap): RowHashes => {
  const hashOf = (row: string) => fingerprint(Buffer.from(row));
  return {
    topics: topics.map(({ row }) => hashOf(textAt(text, row))),
    tasks: tasks.map(({ span }) => hashOf(textAt(text, lineSpanAt(text, span.start)))),
  };
});
