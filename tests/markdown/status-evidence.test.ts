// Status evidence: which cells prove that a column of unknown header holds statuses.

import { expect, test } from "vitest";
import { statusEvidence } from "../../src/markdown/read-vocabulary.js";
import { emptyVocabulary } from "../../src/model/status.js";

test.each([
  ["Done", "sure"],
  ["✅ In progress", "known"],
  ["[x]", "sure"],
  ["进行中", "sure"],
  ["New", "known"],
  ["Open", "known"],
  ["🟢", "known"],
  ["", "none"],
  ["TBD", "none"],
  ["Kafka", "none"],
])("%j is %s evidence of a status column", (cell, evidence) => {
  expect(statusEvidence(cell, emptyVocabulary)).toBe(evidence);
});
