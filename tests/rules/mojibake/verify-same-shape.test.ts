// Verify same shape: detects a fix of words that changes more than words.

import { expect, test } from "vitest";
import { verifySameShape } from "../../../src/rules/mojibake/index.js";
import { applyEdits } from "../../../src/text/edit.js";
import { examined } from "../../support/examine.js";

const text = "# Plan\n\n| Topic | Status |\n|---|---|\n| HTTP | dune |\n| REST | |\n\n- [ ] a word\n";

/** Replaces words by others, and checks the result. */
function verifyReplaced(words: string, by: string): void {
  const start = text.indexOf(words);
  const edits = [{ at: { start, end: start + words.length }, text: by }];
  verifySameShape(examined(text).page, examined(applyEdits(text, edits)).page, edits);
}

test("other words do not change the shape, whatever they mean in their own row", () => {
  expect(() => verifyReplaced("word", "wörd")).not.toThrow();
  expect(() => verifyReplaced("Plan", "Plän")).not.toThrow();
  expect(() => verifyReplaced("dune", "Done")).not.toThrow();
});

test.each([
  ["HTTP", "HT|TP"],
  ["dune", "dune |\n| new | "],
  ["word", "word\n- [ ] another"],
  ["# Plan", "## Plan"],
  ["[ ]", "[x]"],
])("%j that becomes %j is a bug", (words, by) => {
  expect(() => verifyReplaced(words, by)).toThrow("changed the blocks");
});

test("a fix that would change the meaning of a row it does not edit is refused", () => {
  const before = "| Topic | Status |\n|---|---|\n| A | X In Progress / Done |\n| B | ⏳ |\n";
  const edits = [{ at: { start: before.indexOf("X In"), end: before.indexOf("X In") + 1 }, text: "⏳" }];
  const verify = () => verifySameShape(examined(before).page, examined(applyEdits(before, edits)).page, edits);
  expect(verify).toThrow(expect.objectContaining({ code: "MEANING_WOULD_CHANGE" }));
});
