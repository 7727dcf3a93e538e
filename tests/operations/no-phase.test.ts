// The text "no phase": set, added, moved to or imported, it is written as typed and read as no phase.

import { expect, test } from "vitest";
import { importedOperations } from "../../src/app/import/imported-operations.js";
import { planOperations } from "../../src/app/plan-operations.js";
import { parseRoadmap } from "../../src/index.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { move } from "../../src/operations/move.js";
import { rename } from "../../src/operations/rename.js";
import { setTopic } from "../../src/operations/set-topic.js";
import { run } from "../support/check-operation.js";

const page = (...rows: string[]) => `# P\n\n| Topic | Phase | Status |\n|---|---|---|\n${rows.join("\n")}\n`;
const before = page("| Go | 1 | |", "| Rust | - | |");

test("set, move and add write it, and it means no phase", () => {
  expect(run(setTopic, { topic: "go", phase: "-" }, before)).toBe(page("| Go | - | |", "| Rust | - | |"));
  expect(run(move, { topic: "go", to: "TBD" }, before)).toBe(page("| Rust | - | |", "| Go | TBD | |"));
  expect(run(addTopic, { name: "Zig", phase: "N/A" }, before)).toBe(
    page("| Go | 1 | |", "| Rust | - | |", "| Zig | N/A | |"),
  );
  expect(() => run(rename, { phase: "1", to: "N/A" }, before)).toThrow('"N/A" in a Phase cell means "no phase"');
});

test("an import reads it as a blank phase", async () => {
  const reading = parseRoadmap(before);
  const row = (name: string) =>
    ({
      type: "topic",
      name,
      number: null,
      fields: new Map([["phase", "—"]] as const),
      own: [],
      place: "line 2",
    }) as const;
  const { requested } = importedOperations(reading.roadmap, {
    rows: [row("Rust"), row("Zig")],
    isAdding: true,
    isClearing: false,
  });
  const { text } = await planOperations(reading, requested, "2026-03-01");
  expect(text).toBe(page("| Go | 1 | |", "| Rust | - | |", "| Zig | | |"));
});
