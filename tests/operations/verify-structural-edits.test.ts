// Verify structural edits: an edit that loses, garbles or adds anything other than what was requested is detected.

import { expect, test } from "vitest";
import { applyEdits, type Edit, parseRoadmap } from "../../src/index.js";
import { move } from "../../src/operations/move.js";
import { planEdits } from "../../src/operations/operation.js";
import { remove } from "../../src/operations/remove.js";
import { verifyStructuralEdits } from "../../src/operations/verify-structural-edits.js";
import { run, testDay } from "../support/check-operation.js";

const text = `# Plan

Words, *and* more
words.

- [ ] keep

  A paragraph in it.

  \`\`\`sh
  run this

  and that
  \`\`\`

      indented code
- [ ] other
  > quoted
  > twice

- [ ] gone

<details>
html
</details>

***

> - [ ] quoted task
> \`\`\`
> code
> \`\`\`

    code at the top

| Topic | Status |
|---|---|
| HTTP | Done |

| not | a topic |
|---|---|
| a | b |

[docs]: https://example.org
`;

/** The verification error if the removal of a task does something else too. */
function removing(from: string, to: string): void {
  const { roadmap } = parseRoadmap(text);
  const { structuralEdit, ...plan } = remove.plan(roadmap, { topic: "gone" }, testDay);
  if (!structuralEdit) throw new Error("nothing is removed");
  const start = text.indexOf(from);
  const edits: Edit[] = [
    ...planEdits(roadmap, { ...plan, structuralEdit }),
    { at: { start, end: start + from.length }, text: to },
  ];
  const after = parseRoadmap(applyEdits(text, edits)).roadmap;
  verifyStructuralEdits(roadmap, after, [{ ...structuralEdit, edits }]);
}

test("the removal alone passes", () => {
  expect(() => removing("", "")).not.toThrow();
});

test.each([
  ["a word of a paragraph", "more\n", "\n"],
  ["a paragraph in an item", "\n  A paragraph in it.\n", ""],
  ["its indent", "  A paragraph", "A paragraph"],
  ["a line of code", "  run this\n", ""],
  ["a blank line in code", "this\n\n", "this\n"],
  ["the indent of code", "  run this", " run this"],
  ["a fence", "  ```\n", ""],
  ["one column of indented code", "      indented", "     indented"],
  ["the marker of a block quote", "  > quoted", "  quoted"],
  ["the mark of its second line", "  > twice", "  twice"],
  ["the mark of a quoted task", "> - [ ] quoted", "- [ ] quoted"],
  ["a checkbox", "[ ] other", "other"],
  ["a mark", "[ ] other", "[x] other"],
  ["a bullet", "- [ ] other", "* [ ] other"],
  ["a line of HTML", "html\n", ""],
  ["a rule", "***\n", ""],
  ["the level of a heading", "# Plan", "## Plan"],
  ["code at the top", "    code at the top\n\n", ""],
  ["a cell of no topic table", "| a | b |", "| a | c |"],
  ["a delimiter row", "|---|---|\n| a", "|:--|---|\n| a"],
  ["a definition", "[docs]: https://example.org\n", ""],
  ["the target of a definition", "https://example.org", "https://example.net"],
  ["an added paragraph", "***\n", "***\nnew\n"],
  ["an added thematic break", "***\n", "***\n***\n"],
  ["an added item", "***\n", "***\n- new\n"],
])("%s is not lost, changed or added in passing", (_, from, to) => {
  expect(() => removing(from, to)).toThrow();
});

test("a moved item keeps its contents", () => {
  const { roadmap } = parseRoadmap(text);
  const { structuralEdit } = move.plan(roadmap, { topic: "keep", after: "gone" }, testDay);
  const check = (from: string, to: string) => {
    const edits = (structuralEdit?.edits ?? []).map((edit) => ({ ...edit, text: edit.text.replace(from, to) }));
    const after = parseRoadmap(applyEdits(text, edits)).roadmap;
    verifyStructuralEdits(roadmap, after, structuralEdit ? [{ ...structuralEdit, edits }] : []);
  };
  expect(() => check("", "")).not.toThrow();
  expect(() => check("run this", "run that")).toThrow("the content of the moved item");
  expect(() => check("\n  A paragraph in it.\n", "")).toThrow("the content of the moved item");
  expect(() => check("  A paragraph", "A paragraph")).toThrow();
});

test("a definition that a link elsewhere needs is not removed with its task, nor replaced by another one", () => {
  const page = (...lines: string[]) => `${lines.join("\n")}\n`;
  const task = ["- [ ] a", "", "  [Docs  x]: https://example.org", "- [x] b"];
  const without = (...more: string[]) => run(remove, { topic: "a" }, page(...task, ...more));
  expect(without("", "see [x]")).toBe(page("- [x] b", "", "see [x]"));
  expect(() => without("", "see [this][docs X]")).toThrow(
    expect.objectContaining({
      message: "the link [docs X] would point nowhere: it is defined in line 3",
      exitCode: 4,
    }),
  );
  expect(() => without("", "see [docs x]", "", "[docs x]: https://example.net")).toThrow("would point elsewhere");
  expect(without("", "see [docs x]", "", "[docs x]: https://example.org".replace("docs x", "Docs  x"))).toContain(
    "see",
  );
  const footnote = page("- [ ] a[^1]", "", "  [^1]: a note", "- [x] b[^1]");
  expect(() => run(remove, { topic: "a" }, footnote)).toThrow("the link [^1] would point nowhere");
  const box = page("- [ ] a", "", "  [x]: https://example.org", "- [x] b");
  expect(run(remove, { topic: "a" }, box)).toBe("- [x] b\n");
});
