// Verification of topic rows: a change must not make a topic of another row, nor another row of a topic.

import { UserError } from "../model/errors.js";
import { lineNumberAt } from "../model/outline.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { ways } from "../model/ways.js";
import { normalize } from "../text/normalize.js";

interface ExpectedTopic {
  /** As before the change; null for a new topic. */
  readonly topic: Topic | null;
  /** Without Markdown. */
  readonly name: string;
}

/**
 * The other rows of a table can decide which of them are topics: a total is one only where it is not the last row.
 * @throws UserError if there would be more or fewer topics than expected
 */
export function verifyTopicRows(expected: readonly ExpectedTopic[], after: Roadmap): void {
  if (expected.length === after.topics.length) return;
  const left = [...after.topics];
  const lost = expected.find(({ name }) => {
    const index = left.findIndex((topic) => normalize(topic.name) === normalize(name));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  if (lost) throw lostRow(lost);
  const [gained] = left;
  if (gained) throw gainedRow(after, gained);
}

function lostRow({ topic, name }: ExpectedTopic): UserError {
  const row = topic ? `row ${topic.number}` : `"${name}"`;
  return new UserError(
    "ROW_WOULD_BE_LOST",
    `${row} would not be read as a topic, but as a total, a heading, a blank row or the header row`,
    topic?.name === name
      ? ways`give it another name first: ${{
          operation: "rename",
          input: { topic: `${topic.number}`, to: { placeholder: "NAME" } },
        }}`
      : "choose another name; nothing was written",
  );
}

function gainedRow(after: Roadmap, { name, row }: Topic): UserError {
  return new UserError(
    "MEANING_WOULD_CHANGE",
    `after the change, the row "${name}" (line ${lineNumberAt(after, row.start)}) would be read as a topic`,
    "choose another name, or remove that row in an editor: `roadmap edit`; nothing was written",
  );
}
