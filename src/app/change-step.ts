// Change step: several operations as one change that can be undone, with its description.

import type { ChangedText, ChangeStep } from "../model/history/journal.js";
import type { Edit } from "../text/edit.js";
import type { StepResult } from "./plan-operations.js";

const longestSummary = 3;

export function changeStep(results: readonly StepResult[], edits: readonly Edit[]): ChangeStep {
  return { kind: "change", summary: summaryOf(results), changed: results.flatMap(changedTexts), edits };
}

/** `finish HTTP Fundamentals`, or of many `finish HTTP, start SQL and 4 more`; without those that changed nothing. */
function summaryOf(results: readonly StepResult[]): string {
  const made = results.filter(({ already }) => already === null);
  const shown = made.length > longestSummary ? made.slice(0, longestSummary - 1) : made;
  const words = shown
    .map(({ operation, subject }) => `${operation.replaceAll("-", " ")} ${subject.name || `#${subject.number}`}`)
    .join(", ");
  return shown.length < made.length ? `${words} and ${made.length - shown.length} more` : words;
}

function changedTexts({ subject, changed }: StepResult): ChangedText[] {
  return changed.map(({ column, from, to }) => ({ name: subject.name || `#${subject.number}`, column, from, to }));
}
