// Conflict lines fit the terminal, whatever the sides contain.

import { expect, test } from "vitest";
import { plainCanvas } from "../../src/views/canvas.js";
import { conflictLines, resolvedLines, type ShownConflict } from "../../src/views/conflict-lines.js";
import { tooWide } from "../support/widths.js";

const hard = "計画を立てる 👩‍👩‍👧 Donaudampfschifffahrtsgesellschaft \u001b[31m \u202e with many words behind it";

const conflict = (kind: ShownConflict["kind"], field: string): ShownConflict => ({
  number: 1234,
  kind,
  field,
  name: hard,
  line: 99_999,
  ours: `| ${hard} |\n${hard}`,
  theirs: "",
  base: null,
});

const all = [
  conflict("cell", "status"),
  conflict("cell", hard),
  conflict("row", "row"),
  conflict("lines", "lines"),
  conflict("parts", "lines"),
  conflict("unclear", "lines"),
];

test.each([20, 30, 60, 100])("conflicts and choices fit %i columns", (width) => {
  const canvas = { ...plainCanvas, width };
  const lines = [
    ...conflictLines(all, canvas),
    ...resolvedLines(
      all.map((one) => ({ ...one, chosen: hard })),
      canvas,
    ),
  ];
  expect(tooWide(lines.join("\n"), width)).toEqual([]);
  expect(lines.join("")).not.toContain("\u001b");
});
