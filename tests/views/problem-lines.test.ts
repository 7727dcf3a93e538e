// Problem lines: the span is marked in the line as shown by an editor.

import { expect, test } from "vitest";
import { plainCanvas } from "../../src/views/canvas.js";
import { problemLines } from "../../src/views/problem-lines.js";
import { examined } from "../support/examine.js";

test("a byte order mark is neither shown nor counted", () => {
  const text = "\ufeff# caf√© ‚Äì\n";
  const lines = problemLines(examined(text).problems, { text, path: "plan.md" }, { ...plainCanvas, width: 80 });
  expect(lines.slice(0, 3)).toEqual([
    'plan.md:1:6  TEXT_DAMAGED  "√©" should be "é" (decoded as Mac Roman)',
    "    1 | # caf√© ‚Äì",
    "      |      ^^",
  ]);
});
