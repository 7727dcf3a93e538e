// Continued phases: a change to a Phase cell, or to the row with it, keeps the phase of the rows that continue it.

import { expect, test } from "vitest";
import { parseRoadmap, UserError } from "../../src/index.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { move } from "../../src/operations/move.js";
import { remove } from "../../src/operations/remove.js";
import { rename } from "../../src/operations/rename.js";
import { resetTopic } from "../../src/operations/reset-topic.js";
import { setTopic } from "../../src/operations/set-topic.js";
import { run } from "../support/check-operation.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const table = (...rows: string[]) => lines("| Topic | Phase | Status |", "|---|---|---|", ...rows);

const before = table("| A | 1 | Done |", "| B | | |", "| C | | |", "| D | 2 | |", "| E | | |");

const phasesIn = (text: string) =>
  Object.fromEntries(parseRoadmap(text).roadmap.topics.map(({ name, phase }) => [name, phase?.label ?? null]));

test.each([
  ["a change of the first row", () => run(setTopic, { topic: "A", phase: "2" }, before), ["B", "set 2 --phase 1"]],
  ["a change in the middle", () => run(setTopic, { topic: "B", phase: "2" }, before), ["C", "set 3 --phase 1"]],
  ["a clearing", () => run(setTopic, { topic: "A", phase: "" }, before), ["B", "set 2 --phase 1"]],
  ["a clearing that continues", () => run(setTopic, { topic: "D", phase: "" }, before), ["D", "set 4 --phase -"]],
  ["a removal", () => run(remove, { topic: "A" }, before), ["B", "set 2 --phase 1"]],
  ["a move to another phase", () => run(move, { topic: "A", to: "2" }, before), ["B", "set 2 --phase 1"]],
  ["a move to another place", () => run(move, { topic: "D", after: "E" }, before), ["E", "set 5 --phase 2"]],
  ["a row in between", () => run(move, { topic: "E", before: "B" }, before), ["B", "set 2 --phase 1"]],
])("%s that would change the phase of another row is refused with the way out", (_, change, [topic, command]) => {
  const refused = catchError(change);
  expect(refused.message).toContain(`the phase of "${topic}"`);
  expect([refused.exitCode, refused.hint]).toEqual([
    4,
    `write its phase first: \`roadmap ${command}\`; nothing was written`,
  ]);
});

function catchError(change: () => string): UserError {
  try {
    throw new Error(`not refused: ${change()}`);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

test("after the way out, the change is made", () => {
  const written = run(setTopic, { topic: "B", phase: "1" }, before);
  expect(written).toBe(before.replace("| B | |", "| B | 1 |"));
  expect(run(remove, { topic: "A" }, written)).toBe(written.replace("| A | 1 | Done |\n", ""));
});

test.each([
  ["at the end of a phase", { name: "X", phase: "1" }, ["| C | | |", "| X | 1 | |", "1"]],
  ["without a phase", { name: "X" }, ["| E | | |", "| X | | |", "2"]],
  ["after a row", { name: "X", after: "A" }, ["| A | 1 | Done |", "| X | | |", "1"]],
  ["with a phase after a row", { name: "X", after: "C", phase: "2" }, ["| C | | |", "| X | 2 | |", "2"]],
])("a topic added %s has the phase of its place, and all others keep theirs", (_, input, [above = "", row, phase]) => {
  const after = run(addTopic, input, before);
  expect(after).toBe(before.replace(above, `${above}\n${row}`));
  expect(phasesIn(after)).toEqual({ ...phasesIn(before), X: phase });
});

test("a topic added between rows that continue a phase cannot have another one", () => {
  expect(catchError(() => run(addTopic, { name: "X", after: "A", phase: "2" }, before)).message).toContain('"B"');
});

test("a row that moves out of its phase without another one takes its phase along", () => {
  const after = run(move, { topic: "C", after: "E" }, before);
  expect(after).toBe(table("| A | 1 | Done |", "| B | | |", "| D | 2 | |", "| E | | |", "| C | 1 | |"));
  expect(phasesIn(after)).toEqual(phasesIn(before));
});

test("a phase is renamed with the rows that continue it, and only its own cells are written", () => {
  const after = run(rename, { phase: "1", to: "7" }, before);
  expect(after).toBe(before.replace("| A | 1 |", "| A | 7 |"));
  const withHeading = `${before}\n## Phase 1: Basics\n\n- [ ] t\n`;
  expect(run(rename, { phase: "1", to: "Phase 7: Start" }, withHeading)).toBe(
    withHeading.replace("| A | 1 |", "| A | 7 |").replace("Phase 1: Basics", "Phase 7: Start"),
  );
});

test("reset keeps every phase", () => {
  expect(phasesIn(run(resetTopic, { topic: "A" }, before))).toEqual(phasesIn(before));
});
