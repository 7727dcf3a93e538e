// The fast reader on difficult points of Markdown, and on texts designed to be slow.

import { describe, expect, test } from "vitest";
import { readBlocksWithRemark } from "../../../src/markdown/remark.js";
import { scanBlocks } from "../../../src/markdown/scan/index.js";
import { cellAt, cellsOf } from "../../../src/model/blocks.js";
import { textAt } from "../../../src/text/edit.js";
import { comparable } from "../../support/check-readers.js";
import { processorTimeMs } from "../../support/processor-time.js";

/** What both readers read, as texts; fails if the fast one abstains or differs. */
function read(...lines: string[]) {
  const text = lines.join("\n");
  const blocks = scanBlocks(text);
  if (!blocks) throw new Error("the fast reader abstained");
  expect(comparable(blocks)).toStrictEqual(comparable(readBlocksWithRemark(text)));
  return {
    headings: blocks.headings.map(({ depth, content }) => `${depth} ${textAt(text, content)}`),
    paragraphs: blocks.paragraphs.map((span) => textAt(text, span)),
    tables: blocks.tables.map(({ header, rows }) =>
      [header, ...rows].map((row) => cellsOf(row).map((cell) => textAt(text, cell))),
    ),
    slots: blocks.tables.map(({ rows }) => rows.map((row) => cellsOf(row).map(({ slot }) => textAt(text, slot)))),
    items: blocks.items.map(({ span }) => textAt(text, span)),
    marks: blocks.items.map(({ mark }) => mark && textAt(text, mark)),
    contents: blocks.items.map(({ content }) => content && textAt(text, content)),
    parents: blocks.items.map(({ parent }) => parent),
  };
}

describe("tables", () => {
  test("a cell is its text without surrounding spaces, and a slot extends from pipe to pipe", () => {
    const { tables, slots } = read("| a | b |", "|---|---|", "|  c  ||", "| d | e");
    expect(tables).toEqual([
      [
        ["a", "b"],
        ["c", ""],
        ["d", "e"],
      ],
    ]);
    expect(slots).toEqual([
      [
        ["  c  ", ""],
        [" d ", " e"],
      ],
    ]);
  });

  test("a blank cell is an empty span at the end of its slot", () => {
    const blocks = scanBlocks("|a|b|\n|-|-|\n|   |x|");
    const [row] = blocks?.tables[0]?.rows ?? [];
    expect(row && cellAt(row, 0)).toEqual({ start: 16, end: 16, slot: { start: 13, end: 16 } });
  });

  test("an escaped pipe belongs to its cell, even in a code span, and an unescaped one never does", () => {
    const { tables } = read("| a | b |", "|---|---|", "| `x\\|y` | \\| |", "| `x|y` |", "| \\\\| z |");
    expect(tables[0]?.slice(1)).toEqual([
      ["`x\\|y`", "\\|"],
      ["`x", "y`"],
      ["\\\\", "z"],
    ]);
  });

  test("a header needs as many cells as its delimiter row", () => {
    expect(read("| a |", "|---|---|").tables).toEqual([]);
    expect(read("| a | b |", "|---|").tables).toEqual([]);
    expect(read("a", ":-").tables).toEqual([[["a"]]]);
  });

  test("dashes alone below a line make it a heading, not a table", () => {
    expect(read("| a |", "-----")).toMatchObject({ headings: ["2 | a |"], tables: [] });
  });

  test("rows may be longer or shorter than the header, and end in two pipes", () => {
    const { tables } = read("|a|b|", "|-|-|", "|1|2|3|", "|1|", "|1|2||", "||");
    expect(tables[0]?.slice(1)).toEqual([["1", "2", "3"], ["1"], ["1", "2", ""], [""]]);
  });

  test("rows need no outer pipes, and any line below a table is a row of it", () => {
    expect(read("a | b", "-|-", "c | d", "text", "===", "", "e").tables).toEqual([
      [["a", "b"], ["c", "d"], ["text"], ["==="]],
    ]);
  });

  test.each([
    ["a heading", "# h"],
    ["a thematic break", "---"],
    ["a fence", "```"],
    ["a list", "- x"],
    ["a block quote", "> x"],
    ["a lone tag", "<a>"],
    ["indented code", "    |c|"],
    ["a blank line", "  "],
  ])("%s ends a table", (_, line) => {
    expect(read("|a|", "|-|", "|b|", line, "|c|").tables).toEqual([[["a"], ["b"]]]);
  });

  test("a table may interrupt a paragraph, whose last line becomes its header", () => {
    expect(read("text", "| a |", "|---|")).toMatchObject({ paragraphs: ["text"], tables: [[["a"]]] });
  });

  test("alignments are those of the delimiter row", () => {
    expect(scanBlocks("|a|b|c|d|\n|:-|-:|:-:|-|")?.tables[0]?.alignments).toEqual(["left", "right", "center", null]);
  });

  test.each([
    ["a fence", ["```", "|a|", "|-|", "```"]],
    ["a comment", ["<!--", "|a|", "|-|", "-->"]],
    ["a comment that closes inside a row", ["<!--", "|a|", "|-| -->"]],
    ["details without a blank line", ["<details>", "|a|", "|-|"]],
    ["indented code", ["    |a|", "    |-|"]],
  ])("a table in %s is not a table", (_, lines) => {
    expect(read(...lines).tables).toEqual([]);
  });

  test("a table is read in details after a blank line, in a list item and in a block quote", () => {
    expect(read("<details>", "", "|a|", "|-|", "", "</details>").tables).toHaveLength(1);
    expect(read("- x", "", "  |a|", "  |-|").tables).toHaveLength(1);
    expect(read("> |a|", "> |-|", "> |b|").tables).toEqual([[["a"], ["b"]]]);
  });
});

describe("list items", () => {
  test("a checkbox needs one mark, a space after it and text after the space", () => {
    const { marks } = read(
      "- [ ] a",
      "- [x] a",
      "- [X] a",
      "- [] a",
      "- [ ]a",
      "- [ ] ",
      "- [ ]",
      "- [/] a",
      "- \\[ ] a",
    );
    expect(marks).toEqual([" ", "x", "X", null, null, null, null, null, null]);
  });

  test("a no-break space after a checkbox counts as text, not as the space", () => {
    expect(read("- [ ] \u00a0", "- [ ]\u00a0a").marks).toEqual([" ", null]);
  });

  test("the text after a checkbox may be in the next line", () => {
    expect(read("- [x]", "  a", "- [x]", "", "  b").marks).toEqual(["x", null]);
  });

  test("a line ending is not a mark, although micromark sees a checkbox there", () => {
    expect(readBlocksWithRemark("- [\n  ] a").items[0]?.mark).toBeNull();
    expect(scanBlocks("- [\n  ] a")).toBeNull();
  });

  test("five spaces after a list marker begin code, which has no checkbox", () => {
    expect(read("-     [x] a")).toMatchObject({ marks: [null], contents: [null] });
  });

  test("an empty list marker below text makes it a heading", () => {
    expect(read("a", "-").headings).toEqual(["2 a"]);
    expect(read("- a", "  -").items).toEqual(["- a\n  -"]);
  });

  test("the content of an item is its first paragraph if the item begins with one", () => {
    const { contents } = read("- [ ] a", "  b", "", "  c", "- # d", "- ```", "  ```", "- - e", "-", "  f");
    expect(contents).toEqual(["[ ] a\n  b", null, null, null, "e", "f"]);
  });

  test("an item knows its parent item and ends with its last child", () => {
    const { items, parents } = read("1. a", "   - b", "", "     c", "   - d", "", "2. e", "", "text");
    expect(parents).toEqual([-1, 0, 0, -1]);
    expect(items).toEqual(["1. a\n   - b\n\n     c\n   - d", "- b\n\n     c", "- d", "2. e"]);
  });

  test("tabs indent to the next multiple of four columns", () => {
    expect(read("-\ta", "", "\tb", "\t- c", "", "\t\td").items).toEqual([
      "-\ta\n\n\tb\n\t- c\n\n\t\td",
      "- c\n\n\t\td",
    ]);
  });

  test("below text, only a bullet with text after it or a 1 begins a list", () => {
    expect(read("a", "2. b", "*").items).toEqual([]);
    expect(read("a", "1. b").items).toEqual(["1. b"]);
  });

  test("text without its indent still belongs to the item, but a heading does not", () => {
    expect(read("- a", "b", "# c")).toMatchObject({ items: ["- a\nb"], headings: ["1 c"] });
  });

  test("a task in a fence, a comment or indented code is not a task", () => {
    expect(read("```", "- [ ] a", "```", "<!--", "- [ ] a", "-->", "", "    - [ ] a").items).toEqual([]);
  });

  test("a heading in an item or a block quote opens no section", () => {
    expect(read("- # a", "", "> # b", "", "# c").headings).toEqual(["1 c"]);
  });
});

describe("headings and paragraphs", () => {
  test("the content of a heading has no marks and no surrounding spaces", () => {
    expect(read("#  a  ##  ", "", "b", "c  ", "===", "# #", "##").headings).toEqual(["1 a", "1 b\nc", "1 ", "2 "]);
    expect(scanBlocks("# #")?.headings[0]?.content).toEqual({ start: 3, end: 3 });
  });

  test("link reference definitions are not paragraphs", () => {
    expect(read("[a]: b", "[c]: d 'e'", "text", "", "[x] y").paragraphs).toEqual(["text", "[x] y"]);
    expect(read("[a[b]: c", "", "[ ]: d", "", "[e]: f g").paragraphs).toEqual(["[a[b]: c", "[ ]: d", "[e]: f g"]);
  });

  test("spans count from the start of the whole text, including byte order mark and front matter", () => {
    const text = "\ufeff---\na: b\n---\n# c\r\n\r\nd";
    const blocks = scanBlocks(text, text.indexOf("#"));
    expect(blocks).toStrictEqual(readBlocksWithRemark(text, text.indexOf("#")));
    expect(blocks?.headings[0]?.span).toEqual({ start: 14, end: 17 });
    expect(scanBlocks("\ufeff# a")?.headings[0]?.span).toEqual({ start: 1, end: 4 });
    expect(readBlocksWithRemark("\ufeff# a").headings[0]?.span).toEqual({ start: 1, end: 4 });
  });
});

describe("lines outside of their containers", () => {
  test("indented code outside of a block quote ends with its line, so any number may follow it", () => {
    expect(read(">", "    x", "2. a").items).toEqual(["2. a"]);
    expect(read("    x", "2. a").items).toEqual([]);
  });

  test("an item ends before the markers of the line that ends it", () => {
    expect(read("> - > -", "> 1. a").items).toEqual(["- > -", "-", "1. a"]);
  });

  test.each([
    ["a footnote", "[^a]: b"],
    ["CDATA", "<![CDATA[ a ]]]>"],
    ["a fence that its item cuts off", "- ```\n  a\nb"],
    ["a comment that its block quote cuts off", "> <!-- a\n\nb"],
    ["a definition in several lines", "[a]:\nb"],
    ["a lone tag under text that is a header as well", "a\n</b>\n|---|"],
    ["a header that lost its mark", "> a\nb | c\n> -|-"],
    ["a row that lost its indent", "- |a|\n  |-|\n|b|"],
    ["a tab as a mark", "> - [\t] a"],
    ["a box under an empty item", "-\n[x] a"],
  ])("the fast reader leaves %s to remark", (_, text) => {
    expect(scanBlocks(text)).toBeNull();
  });
});

describe("hostile texts", () => {
  const table = (columns: number, rows: number) =>
    `|${"a|".repeat(columns)}\n|${"-|".repeat(columns)}\n${`|${"b|".repeat(columns)}\n`.repeat(rows)}`;

  test.each([
    ["bullets in one line", "* ".repeat(20_000)],
    ["bullets with text in one line", `${"* ".repeat(20_000)}a`],
    ["emphasis that never closes", "*a_ ".repeat(5000)],
    ["runs of backticks", Array.from({ length: 800 }, (_, length) => "`".repeat(length + 1)).join(" ")],
    ["lists nested 400 deep", Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
    ["quotations nested deep", `${"> ".repeat(20_000)}a`],
    ["one line of 10 MB", "a".repeat(10_000_000)],
    ["10 MB of spaces", `${" ".repeat(10_000_000)}a`],
    ["10 MB of backslashes", `a|b\n-|-\n${"\\".repeat(10_000_000)}|`],
    ["10,000 columns", table(10_000, 3)],
    ["100,000 rows", table(2, 100_000)],
    ["rows and one pipe at the far end", `a\n:-\n${"a\n".repeat(100_000)}${"\\".repeat(100_000)}|`],
    ["lone carriage returns", "a\r".repeat(500_000)],
    ["comments that never close", "- <!-- a\n\n".repeat(50_000)],
    ["labels that never close", `${"[".repeat(100_000)}\n`.repeat(10)],
    ["underlines", "a\n===\n".repeat(100_000)],
    ["tags that never close", '<a b="\n'.repeat(200_000)],
  ])("%s take less than a second", (_, text) => {
    expect(processorTimeMs(() => scanBlocks(text))).toBeLessThan(1000);
  });

  test("a table of 100,000 ordinary rows is read and not left to remark", () => {
    const row = "| HTTP | 1 | 2026-01-01 | | requests | In Progress | MDN | a server | |\n";
    const text = `| Topic |${" a |".repeat(8)}\n|${"-|".repeat(9)}\n${row.repeat(100_000)}`;
    expect(scanBlocks(text)?.tables[0]?.rows).toHaveLength(100_000);
  });
});
