// Legend note: the note for a change that removes the legend which defines the file's status spelling.

import { cellOf, cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { statuses } from "../model/status.js";
import type { Change } from "./operation.js";
import type { Reshaping } from "./reshaping.js";

interface Made {
  readonly changes: readonly Change[];
  readonly reshaping: Reshaping | undefined;
}

/** Empty if the file still defines the same words; otherwise it suggests the front matter line that does. */
export function legendNotes(before: Roadmap, after: Roadmap, made: Made): string[] {
  if (before.legends.length === 0) return [];
  const starts = new Set(before.legends.map(({ start }) => start));
  const topic = touchedTopics(made).find((one) => starts.has(cellOf(one, "status")?.start ?? -1));
  const [then, now] = [before.vocabulary.spelling, after.vocabulary.spelling];
  const words = statuses.filter((status) => then.has(status));
  if (!topic || words.every((status) => then.get(status) === now.get(status))) return [];
  const line = words.map((status) => `${status}: ${JSON.stringify(then.get(status))}`).join(", ");
  return [
    `the legend "${cellText(before, topic, "status")}" is gone; to keep its words, write \`status: { ${line} }\` below \`roadmap:\` in the front matter`,
  ];
}

function touchedTopics({ changes, reshaping }: Made): readonly Topic[] {
  const written = changes.flatMap((change) => ("column" in change && change.column === "status" ? [change.topic] : []));
  return [...written, ...(reshaping?.topics?.gone ?? [])];
}
