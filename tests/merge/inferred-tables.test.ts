// Merges of tables whose columns are inferred: both sides' values are kept, whatever a column is read as.

import { expect, test } from "vitest";
import { mergeTexts } from "../support/merge-texts.js";

const lines = (...rows: string[]) => `# Plan\n\n${rows.map((row) => `| ${row} |\n`).join("")}`;
const base = lines(
  "Blah | Where it is",
  "--- | ---",
  "HTTP | Done",
  "SQL | Blocked",
  "Git | Done",
  "Go | Todo",
  "C | Todo",
);

/** In both orders. */
function merged(ours: string, theirs: string): [string, string] {
  return [mergeTexts(base, ours, theirs).text, mergeTexts(base, theirs, ours).text];
}

test("a status on one side and a new row on the other are both in the result", () => {
  const ours = base.replace("SQL | Blocked", "SQL | Done");
  const theirs = base.replace("| C | Todo |\n", "| C | Todo |\n| Rust | Todo |\n");
  const both = theirs.replace("SQL | Blocked", "SQL | Done");
  expect(merged(ours, theirs)).toEqual([both, both]);
});

test("a column that one side gives another header keeps the status that the other side writes", () => {
  for (const header of ["Status", "Place"]) {
    const ours = base.replace("Where it is", header);
    const theirs = base.replace("SQL | Blocked", "SQL | Done");
    const both = ours.replace("SQL | Blocked", "SQL | Done");
    expect(merged(ours, theirs)).toEqual([both, both]);
  }
});

test("where one side makes something else of the column, a conflict has what both wrote", () => {
  const ours = base.replace("HTTP | Done", "HTTP | in the kitchen").replace("Go | Todo", "Go | outside");
  const theirs = base.replace("SQL | Blocked", "SQL | Done");
  for (const text of merged(ours, theirs)) {
    expect(text).toContain("<<<<<<<");
    for (const row of ["HTTP | in the kitchen", "Go | outside", "SQL | Done"]) expect(text).toContain(row);
  }
});

test("a table that becomes a topic table on one side keeps what the other writes", () => {
  const prose = lines("Blah | Place", "--- | ---", "HTTP | home", "SQL | work", "Git | train");
  const ours = lines("Blah | Place | Status", "--- | --- | ---", "HTTP | home | Done", "SQL | work |", "Git | train |");
  const { text } = mergeTexts(prose, ours, prose.replace("HTTP | home", "HTTP | garden"));
  for (const written of ["garden", "Status", "Done"]) expect(text).toContain(written);
});
