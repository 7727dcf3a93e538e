// Emphasis: which characters are delimiters and which are text, compared with the reference reader.

import { type Node, Parser } from "commonmark";
import type { Nodes } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { expect, test } from "vitest";
import { plainText } from "../../src/model/inline-text.js";
import { fc } from "../support/fast-check.js";
import { processorTimeMs } from "../support/processor-time.js";

test.each([
  ["A* search", "A* search"],
  ["C*-algebras and *more*", "C*-algebras and more"],
  ["A_(b)", "A_(b)"],
  ["snake_case_name and _this_", "snake_case_name and this"],
  ["**bold *and* italic**", "bold and italic"],
  ["***", "***"],
  ["2*3*4", "234"],
  ["2 * 3 * 4", "2 * 3 * 4"],
  ["~~gone~~ ~so~ ~5 to ~10", "gone so ~5 to ~10"],
  ["**😀**x", "😀x"],
  ["**(a)**x", "**(a)**x"],
  ["**a***b*", "ab"],
  ["see https://e.x/_a_/*b*?c=1&amp;d=2 and *that*", "see https://e.x/_a_/*b*?c=1&d=2 and that"],
  ["**https://e.x/a_b_**", "https://e.x/a_b_"],
])("the text of %s is %s", (raw, plain) => {
  expect(plainText(raw)).toBe(plain);
});

const runs = { numRuns: Number(process.env.EMPHASIS_RUNS ?? 2000) };

function textsOf(...pieces: string[]) {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(""));
}

test("random emphasis marks are read as in CommonMark", () => {
  const texts = textsOf("a", "b", " ", "*", "**", "_", "__", ".", "(", ")", "é", "\\*", "`c`", "`", "``", "\\`", "- ");
  fc.assert(
    fc.property(texts, (raw) => {
      // Between no-break spaces, which begin no list, heading or line.
      const root = new Parser().parse(`\u00a0${raw}\u00a0`);
      expect(plainText(raw)).toBe(literalText(root).replace(/\s+/g, " ").trim());
    }),
    runs,
  );
});

function literalText(root: Node): string {
  let text = "";
  const walker = root.walker();
  for (let event = walker.next(); event; event = walker.next()) if (event.entering) text += event.node.literal ?? "";
  return text;
}

test("random strikethrough is read as in GFM", () => {
  fc.assert(
    fc.property(textsOf("a", " ", "~", "~~", "~~~", ".", "(", "`~`"), (raw) => {
      const root = remark().use(remarkGfm).parse(`| h |\n| - |\n| ${raw} |\n`);
      expect(plainText(raw)).toBe(gfmText(root).slice(1).replace(/\s+/g, " ").trim());
    }),
    runs,
  );
});

function gfmText(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => gfmText(child)).join("") : "";
}

test("many delimiters without a partner are read in linear time", () => {
  const spent = processorTimeMs(() => {
    for (const signs of ["*a ", "a* ", "_a *", "a**b* ", "~a a~~ ", "*a**b_c_", "**a *b_c* ", "a_* ", "*_~a "])
      plainText(signs.repeat(100_000));
  });
  expect(spent).toBeLessThan(3000);
});
