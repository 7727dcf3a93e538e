// Legend note: what a person is told when a change overwrites the legend that fixes how the file spells its statuses.

import { cellOf, cellText, type Roadmap } from "../model/roadmap.js";
import { readStatus, type Status, statuses } from "../model/status.js";
import type { Change } from "./operation.js";
import { statusText } from "./topic-changes.js";

/** Nothing where every word is still read and written as before; otherwise the line that keeps the words. */
export function legendNotes(before: Roadmap, after: Roadmap, changes: readonly Change[]): string[] {
  const starts = new Set(before.legends.map(({ start }) => start));
  const change = changes.find(
    (one) => "column" in one && one.column === "status" && starts.has(cellOf(one.topic, "status")?.start ?? -1),
  );
  if (!change || !("topic" in change)) return [];
  const { topic } = change;
  const now = after.topics[topic.number - 1] ?? topic;
  const words = statuses.flatMap((status) => {
    const word = before.vocabulary.spelling.get(status);
    return word === undefined ? [] : [{ status, word }];
  });
  // A blank cell says "not started" as well as a word does.
  const isWritten = (status: Status) =>
    ["", statusText(before, topic, status)].includes(statusText(after, now, status));
  const isKept = words.every(({ status, word }) => isWritten(status) && readStatus(word, after.vocabulary) === status);
  if (isKept) return [];
  const line = words.map(({ status, word }) => `${status}: ${JSON.stringify(word)}`).join(", ");
  return [
    `the legend "${cellText(before, topic, "status")}" was overwritten; to keep its words, write \`status: { ${line} }\` below \`roadmap:\` in the front matter`,
  ];
}
