// Notes: what `roadmap doctor` finds in the file, and what is not committed yet.

import { computed } from "@preact/signals";
import { counted } from "../../../text/plural.js";
import { commitsSeen, readLate } from "./late.js";

const examined = readLate<"doctor">(() => "doctor");
const compared = readLate<"diff">(({ inRepository }) => (inRepository ? "diff" : null), commitsSeen);

/** Of the one file that the page shows; empty until it is examined. */
export const problems = computed(() =>
  examined.value?.kind === "doctor" ? examined.value.files.flatMap((file) => file.problems) : [],
);

/** `5 notes`, `3 problems`; null if there are none. */
export const problemCountText = computed(() => {
  const [{ severity } = { severity: "note" }] = problems.value;
  const isOneKind = problems.value.every((problem) => problem.severity === severity);
  return problems.value.length === 0 ? null : counted(problems.value.length, isOneKind ? severity : "problem");
});

/** How many things the next commit would contain; 0 also where there is no repository. */
export const uncommittedCount = computed(() => {
  const diff = compared.value;
  if (diff?.kind !== "diff") return 0;
  const { differences, columns, renamedColumns, renamedPhases, addedPhases, removedPhases, otherText } = diff;
  const lists = [
    differences,
    columns.added,
    columns.removed,
    renamedColumns,
    renamedPhases,
    addedPhases,
    removedPhases,
  ];
  return lists.reduce((sum, { length }) => sum + length, otherText ? 1 : 0);
});
