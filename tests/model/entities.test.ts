// Entities: each name and number is CommonMark's character, in names and in any text.

import { Parser } from "commonmark";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { entityTable } from "../../src/model/entity-table.js";
import { isBlankCell, plainText } from "../../src/model/inline-text.js";

const names = entityTable()
  .trim()
  .split(/\s/)
  .flatMap((line) => line.split(":").slice(1));

/** The text of each paragraph according to the reference implementation. */
function paragraphs(text: string): string[] {
  const texts: string[] = [];
  const walker = new Parser().parse(text).walker();
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const { type, literal } = step.node;
    if (step.entering && type === "paragraph") texts.push("");
    if (type === "text" || type === "code") texts.push((texts.pop() ?? "") + literal);
  }
  return texts;
}

test("every HTML entity is decoded as in CommonMark", () => {
  const texts = names.map((name) => `a&${name};b`);
  expect(texts).toHaveLength(2125);
  const expected = paragraphs(texts.join("\n\n")).map((text) => text.replace(/\s+/g, " "));
  expect(texts.map(plainText)).toEqual(expected);
});

test.each([
  ["AT&#38;T, R&#x26;D, &#X1F600;", "AT&T, R&D, 😀"],
  ["&copy &foo; &; &#; &#x; &#12345678; &constructor; &AMP", "&copy &foo; &; &#; &#x; &#12345678; &constructor; &AMP"],
  ["`&amp;` \\&amp; &amp;amp;", "&amp; &amp; &amp;"],
  ["&#42;a&#42; &lt;b&gt; &#91;c](d)", "*a* <b> [c](d)"],
  ["a&#10;b&Tab;c&nbsp;d", "a b c d"],
  // As in remark, which reads tables.
  ["&#0;&#27;&#x9b;&#xD800;&#x110000;", "\ufffd\ufffd\ufffd\ufffd\ufffd"],
  ["`x` &#xE000;&#xE100;", "x \ue000\ue100"],
])("%s is shown as %s", (raw, shown) => {
  expect(plainText(raw)).toBe(shown);
});

test("names, phases, headings and tasks are shown with decoded characters", () => {
  const { roadmap } = parseRoadmap(
    "# Q&amp;A &mdash; 2026\n\n## Phase 1&colon; C&plus;&plus;\n\n| Topic | Phase | Status |\n|---|---|---|\n| R&#38;D &rarr; &auml; | &Alpha; | &check; |\n\n- [ ] &lt;T&gt;\n",
  );
  const { title, topics, tasks } = roadmap;
  expect([title, topics[0]?.name, topics[0]?.phase?.label, topics[0]?.status]).toEqual([
    "Q&A — 2026",
    "R&D → ä",
    "Α",
    "done",
  ]);
  expect([tasks[0]?.name, tasks[0]?.phase?.label]).toEqual(["<T>", "Phase 1: C++"]);
});

test("cells with only spaces, written by name or number, are blank", () => {
  expect(["&nbsp;", "&#160; &ensp;", "&NonBreakingSpace;<br>", "&mdash;"].filter((raw) => !isBlankCell(raw))).toEqual(
    [],
  );
  expect(["&copy;", "&nbsp;a", "&foo;"].filter(isBlankCell)).toEqual([]);
});
