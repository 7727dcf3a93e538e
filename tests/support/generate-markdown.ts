// Random Markdown for property tests: blocks of roadmaps, nested and joined in difficult ways.

import { fc } from "./fast-check.js";

const LONGEST_IN_LINES = 25;

/** Documents of at most 25 lines with any line ending, with or without a byte order mark and a final newline. */
export function generateMarkdown(): fc.Arbitrary<string> {
  return fc
    .record({
      lines: linesOfBlocks(2, 7),
      lineEndings: fc.oneof(
        fc.constantFrom(["\n"], ["\r\n"], ["\r"]),
        fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 2, maxLength: 5 }),
      ),
      byteOrderMark: fc.constantFrom("", "", "", "\ufeff"),
      ending: fc.constantFrom("", "", "\n", "\n\n\n", "  "),
    })
    .map(({ lines, lineEndings, byteOrderMark, ending }) => {
      const glued = lines.slice(0, LONGEST_IN_LINES).reduce((text, line, index) => {
        return index === 0 ? line : text + lineEndings[index % lineEndings.length] + line;
      }, byteOrderMark);
      return glued + (ending.startsWith("\n") ? ending.replaceAll("\n", lineEndings[0] ?? "\n") : ending);
    });
}

/** Lines of up to seven blocks, often without blank lines between them, each indented by up to five columns. */
function linesOfBlocks(depth: number, most: number): fc.Arbitrary<string[]> {
  const block = fc.record({
    lines: blockLines(depth),
    indent: indents,
    blanks: fc.constantFrom([], [], [""], ["", ""], ["  "], ["\t"]),
  });
  return fc
    .array(block, { minLength: 1, maxLength: most })
    .map((blocks) =>
      blocks.flatMap(({ lines, indent, blanks }) => [
        ...lines.map((line) => (line === "" ? line : indent + line)),
        ...blanks,
      ]),
    );
}

function blockLines(depth: number): fc.Arbitrary<string[]> {
  const flat: fc.WeightedArbitrary<string[]>[] = [
    { weight: 4, arbitrary: fc.array(texts, { minLength: 1, maxLength: 3 }) },
    { weight: 4, arbitrary: tables },
    { weight: 3, arbitrary: tasks },
    {
      weight: 2,
      arbitrary: fc.constantFrom("# a", "## a ##", "#", "####### a", "#a", "# #", "### a \\#").map((line) => [line]),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom("---", "***", "- - -", "===", "=", "-", "--", "_ _ _  ").map((line) => [line]),
    },
    { weight: 2, arbitrary: fences },
    { weight: 2, arbitrary: htmlBlocks },
    { weight: 1, arbitrary: definitions },
    { weight: 1, arbitrary: fc.constantFrom(["---", "roadmap:", "  status: a", "---"], ["---", "a: b"]) },
    { weight: 4, arbitrary: fc.array(soups, { minLength: 1, maxLength: 3 }) },
  ];
  if (depth === 0) return fc.oneof(...flat);
  return fc.oneof(
    ...flat,
    { weight: 6, arbitrary: listsOf(linesOfBlocks(depth - 1, 3)) },
    { weight: 3, arbitrary: quotationsOf(linesOfBlocks(depth - 1, 3)) },
  );
}

const indents = fc.constantFrom("", "", "", "", "", " ", "  ", "   ", "    ", "     ", "\t");

const words = fc.constantFrom(
  ..."a|b|HTTP|`c`|`a\\|b`|**b**|~~s~~|<br>|[l](u)|https://example.org|1.|-|:|é|🟢|ü|\u00a0|\\|*|_|[|]|(|'t'|&amp;".split(
    "|",
  ),
  "|",
  "\\|",
  "`x|y`",
);

const texts = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));

const cells = fc.oneof(texts, fc.constantFrom("", " ", "  ", "a", "\\|", "`\\|`", "Done", "\\\\"));

const tables = fc
  .record({
    columns: fc.integer({ min: 1, max: 3 }),
    delimiters: fc.array(fc.constantFrom("---", "-", ":-", "-:", ":-:", " --- ", ":", ""), {
      minLength: 3,
      maxLength: 3,
    }),
    header: fc.array(fc.constantFrom("a", " b ", "Topic", "", "\\|"), { minLength: 3, maxLength: 3 }),
    rows: fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
    outer: fc.constantFrom<string[][]>(
      ["|", "|"],
      ["|", "|"],
      ["| ", " |"],
      ["", ""],
      ["|", ""],
      ["", "|"],
      ["|", "|  "],
      ["|", "||"],
    ),
    slips: fc.constantFrom(0, 0, 0, 0, 0, 1, -1),
  })
  .map(({ columns, delimiters, header, rows, outer: [left = "", right = ""], slips }) =>
    [header.slice(0, columns), delimiters.slice(0, Math.max(1, columns + slips)), ...rows].map(
      (row) => left + row.join("|") + right,
    ),
  );

const bullets = fc.constantFrom("-", "-", "-", "*", "+", "1.", "2.", "1)", "10.", "123456789.", "1234567890.");

const boxes = fc.constantFrom(
  "",
  "",
  "[ ] ",
  "[x] ",
  "[X] ",
  "[ ]",
  "[]",
  "[/] ",
  "[ ]\t",
  "[\t] ",
  "[ ] \u00a0",
  "[",
  "[x]  ",
);

const tasks = fc
  .array(
    fc.record({
      bullet: bullets,
      gap: fc.constantFrom(" ", " ", " ", "  ", "\t", "     ", ""),
      box: boxes,
      text: texts,
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((list) => list.map(({ bullet, gap, box, text }) => bullet + gap + box + text));

const fences = fc
  .record({
    open: fc.constantFrom("```", "````", "~~~", "``` js", "``` `", "~~~ `", "``"),
    inside: fc.array(fc.constantFrom("| a |", "|---|", "- [ ] a", "", "    a", "# a", "```", "-->"), { maxLength: 3 }),
    close: fc.constantFrom(["```"], ["```"], ["~~~"], ["   ```  "], ["    ```"], ["``` a"], ["`````"], []),
  })
  .map(({ open, inside, close }) => [open, ...inside, ...close]);

const htmlBlocks = fc
  .record({
    open: fc.constantFrom(
      ..."<!-- a|<!-- a --> b|<!-->|<!--->|<details>|<details><summary>a</summary>|</details>|<DIV>|<div/>|<div /x|<p".split(
        "|",
      ),
      ...'<a href="b">|<a>|</a>|<a b=c d>|<a b="c>|<br>|<br/> a|<pre>|<script>|</pre>|<?a|<!A|<![CDATA[|<1>|<a b=\'c\'/>'.split(
        "|",
      ),
    ),
    inside: fc.array(fc.constantFrom("| a |", "|---|", "- [ ] a", "", "a", "  </pre>", "--->"), { maxLength: 3 }),
    close: fc.constantFrom([], ["-->"], ["</details>"], ["</script> a"], ["?>"], [">"], ["]]>"], ["--> | a |"]),
  })
  .map(({ open, inside, close }) => [open, ...inside, ...close]);

const definitions = fc.constantFrom<string[][]>(
  ["[a]: b"],
  ["[a]: b 'c'"],
  ["[a]: <b> (c)"],
  ["[a]: b", "'c'"],
  ["[a]:", "b"],
  ["[a]: b c"],
  ["[ ]: b"],
  ["[a", "b]: c"],
  ["[^a]: b"],
  ["[^a]: b", "    c"],
  ["[a\\]]: b"],
  ["[a]: b", "[c]: d", "e"],
);

const soups = fc
  .array(
    fc.constantFrom(
      ..."- ;* ;1. ;  ;\t;|;---;`;```;<!--;-->;<div>;> ;>;[ ] ;[x];a;\\;#; ;===;[a]: b;:-:;\u00a0;~~~;    ;-|-;+ ;:-".split(
        ";",
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(""));

/** Puts the lines after a list marker, the later ones indented about as much as necessary. */
function listsOf(inner: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> {
  const item = fc.record({
    bullet: bullets,
    gap: fc.constantFrom(" ", " ", "  ", "\t", "\n"),
    box: boxes,
    inner,
    slack: fc.constantFrom(0, 0, 0, 0, 1, 2, -1, -9),
  });
  return fc.array(item, { minLength: 1, maxLength: 2 }).map((items) =>
    items.flatMap(({ bullet, gap, box, inner: [first = "", ...rest], slack }) => {
      const indent = " ".repeat(Math.max(0, bullet.length + 1 + slack));
      const later = rest.map((line) => (line === "" ? line : indent + line));
      return gap === "\n" ? [bullet, indent + box + first, ...later] : [bullet + gap + box + first, ...later];
    }),
  );
}

/** Puts `>` before the lines; some lose it again, which makes their text lazy. */
function quotationsOf(inner: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> {
  const mark = fc.constantFrom("> ", ">");
  return fc
    .tuple(inner, mark, fc.constantFrom(0, 0, 0, 2, 3))
    .map(([lines, before, lazyEach]) =>
      lines.map((line, index) => (lazyEach > 0 && index % lazyEach === lazyEach - 1 ? line : before + line)),
    );
}
