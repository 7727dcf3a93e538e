// Conflict markers: what is a conflict, what only looks like one, and where its sides are.

import { expect, test } from "vitest";
import { conflictProblem, findConflictBlocks, ourText } from "../../src/markdown/conflict-markers.js";
import { textAt } from "../../src/text/edit.js";
import { fc } from "../support/fast-check.js";
import { processorTimeMs } from "../support/processor-time.js";

const found = (text: string) =>
  findConflictBlocks(text).map((block) =>
    block.kind === "unclear"
      ? ["unclear", textAt(text, block.span)]
      : [textAt(text, block.ours), block.base && textAt(text, block.base), textAt(text, block.theirs)],
  );

test("conflict sides are whole lines with their endings, in every line ending and conflict style", () => {
  expect(found("a\n<<<<<<< HEAD\nb\n=======\nc\nd\n>>>>>>> main\ne\n")).toEqual([["b\n", null, "c\nd\n"]]);
  expect(found("<<<<<<< HEAD\r\nb\r\n||||||| 12ab\r\n=======\r\nc\r\n>>>>>>> main")).toEqual([["b\r\n", "", "c\r\n"]]);
  expect(found("<<<<<<<\nb\n|||||||\na\n=======\n>>>>>>>\n")).toEqual([["b\n", "a\n", ""]]);
});

test.each([3, 4, 6, 7, 8, 32])(
  "markers of %i characters are markers, and other marker lines between them are text",
  (size) => {
    const [open, base, middle, close] = ["<", "|", "=", ">"].map((character) => character.repeat(size));
    const [inner] = ["=".repeat(size + 2)];
    const text = `x\n${open} HEAD\nours\n${inner}\n${base} base\nold\n${middle}\ntheirs\n${close} other\ny\n`;
    expect(found(text)).toEqual([[`ours\n${inner}\n`, "old\n", "theirs\n"]]);
    expect(conflictProblem(text)).toMatchObject([{ code: "CONFLICT_MARKERS", span: { start: 2, end: 2 + size } }]);
  },
);

test("the base of a criss-cross merge may contain a conflict with longer markers", () => {
  const base = "<<<<<<<<< Temporary merge branch 1\np\n=========\nq\n>>>>>>>>> Temporary merge branch 2\n";
  expect(found(`<<<<<<< HEAD\na\n||||||| merged common ancestors\n${base}=======\nb\n>>>>>>> x\n`)).toEqual([
    ["a\n", base, "b\n"],
  ]);
});

test.each([
  ["a heading's underline", "Title\n=======\n\ntext\n"],
  ["a block quote of seven levels", "Title\n=======\n\n>>>>>>> deep\n"],
  ["a row of nothing but pipes", "| a | b |\n|||||||\n=======\n"],
  ["markers after a space", " <<<<<<< HEAD\n a\n =======\n b\n >>>>>>> main\n"],
  ["markers in the middle of a line", "a <<<<<<< HEAD\n"],
  ["more than markers", "<<<<<<<HEAD\na\n=======\nb\n>>>>>>>main\n"],
  ["an opening marker alone", "<<<<<<< HEAD\na\n"],
  ["three characters without a whole block", "<<< see below\n===\ntext\n"],
  ["what ends a line for editors and not for git", "a\u2028<<<<<<< HEAD\n=======\n>>>>>>> b\n"],
])("%s is not a conflict", (_, text) => {
  expect(found(text)).toEqual([]);
  expect(conflictProblem(text)).toEqual([]);
});

test.each([
  ["a missing end", "<<<<<<< HEAD\na\n=======\nb\n"],
  ["a missing middle", "<<<<<<< HEAD\na\n>>>>>>> main\n"],
  [
    "two middles, one of which may be a heading's underline",
    "<<<<<<< HEAD\nTitle\n=======\n=======\nb\n>>>>>>> main\n",
  ],
  ["one conflict in another", "<<<<<<< HEAD\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n=======\nz\n>>>>>>> main\n"],
  ["a row of pipes that may be a base", "<<<<<<< HEAD\n|||||||\n=======\nb\n>>>>>>> main\n"],
])("%s is a conflict whose sides are unclear", (_, text) => {
  expect(found(`before\n${text}`)).toEqual([["unclear", text]]);
  expect(conflictProblem(text)).toHaveLength(1);
});

test("text that only looks like a conflict does not hide a conflict below it", () => {
  expect(found("<<< see below\n===\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n")).toEqual([["a\n", null, "b\n"]]);
  expect(found("<<< a\n>>> b\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n")).toEqual([["a\n", null, "b\n"]]);
});

test("conflicts in a code fence are conflicts: nothing distinguishes them from an example", () => {
  expect(found("```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n```\n")).toEqual([["a\n", null, "b\n"]]);
});

test("a hundred thousand opening markers are read at once", () => {
  const takenMs = processorTimeMs(() => {
    expect(found("<<<<<<< HEAD\n".repeat(100_000))).toEqual([]);
    expect(found(`${"<<<<<<< HEAD\n".repeat(100_000)}=======\n`)).toHaveLength(1);
  });
  expect(takenMs).toBeLessThan(2_000);
});

const ours = (text: string) => ourText(text)?.text ?? null;

test("views read only our side, in every style and size, and a text without conflicts unchanged", () => {
  expect(ours("a\n")).toBe(null);
  expect(ours("a\n<<<<<<< HEAD\nb\n=======\nc\nd\n>>>>>>> main\ne\n")).toBe("a\nb\ne\n");
  expect(ours("<<<<<<< HEAD\r\nb\r\n||||||| 12ab\r\nold\r\n=======\r\nc\r\n>>>>>>> main")).toBe("b\r\n");
  expect(ours("<<<<<<<<< a\nb\n=======\n=========\nc\n>>>>>>>>> d\n")).toBe("b\n=======\n");
  expect(ours("<<<<<<< HEAD\n=======\nc\n>>>>>>> main\n")).toBe("");
});

test.each([
  ["a missing end", "x\n<<<<<<< HEAD\na\n=======\nb\ny\n", "x\na\n"],
  ["a missing middle", "<<<<<<< HEAD\na\n>>>>>>> main\ny\n", "a\ny\n"],
  ["two middles", "<<<<<<< HEAD\nTitle\n=======\n=======\nb\n>>>>>>> main\n", "Title\n"],
  [
    "a conflict in our side",
    "<<<<<<< HEAD\np\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\nq\n=======\nz\n>>>>>>> main\nr\n",
    "p\nx\nq\nr\n",
  ],
  [
    "a conflict in their side",
    "<<<<<<< HEAD\np\n=======\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n>>>>>>> main\nr\n",
    "p\nr\n",
  ],
  ["a smaller conflict in our side", "<<<<<<< HEAD\n<<< a\nx\n===\ny\n>>> b\n=======\nz\n>>>>>>> main\n", "x\n"],
])("only the certainly ours lines of %s are read", (_, text, expected) => {
  expect(ours(text)).toBe(expected);
});

test("a text with markers never mixes lines of two sides, and each line keeps its position", () => {
  const line = fc.constantFrom("<<<<<<< a", "=======", "||||||| o", ">>>>>>> b", "<<< a", "===", ">>> b", "x", "- y");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom("\n", "\r\n"), (lines, end) => {
      const text = lines.map((one, index) => `${one}${/^[-x]/.test(one) ? index : ""}${end}`).join("");
      const read = ourText(text);
      expect(conflictProblem(text)).toHaveLength(read ? 1 : 0);
      if (!read) return;
      expect(conflictProblem(read.text)).toEqual([]);
      for (let offset = 0; offset < read.text.length; offset++)
        expect(text[read.offsetInWhole(offset)]).toBe(read.text[offset]);
    }),
  );
});
