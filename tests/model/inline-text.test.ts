// The plain text of a cell without its Markdown, and its links.

import { Parser } from "commonmark";
import { expect, test } from "vitest";
import { linksIn, plainText } from "../../src/model/inline-text.js";
import { fc } from "../support/fast-check.js";
import { processorTimeMs } from "../support/processor-time.js";

test.each([
  ["`a\\|b`", "a|b"],
  ["regex `\\d+\\.\\d` here", "regex \\d+\\.\\d here"],
  ["`a` \\` b `c`", "a ` b c"],
  ["\\`no code\\`", "`no code`"],
  ["``a`", "``a`"],
  ["[p](https://e.x/a_(b)) and [q](<a b.md>)", "p and q"],
  ["[[Review] Trees](https://e.x)", "[Review] Trees"],
  ["[a [b] c](u) d", "a [b] c d"],
  ["[p]( https://e.x ) and [q](u 'title')", "p and q"],
  ["[p](u (title)), [q](<>), [r]()", "p, q, r"],
  ["[![alt](a.png)](b.md) and ![x [y] z](c.png)", "alt and x [y] z"],
  ["[a [b](u) c](v)", "[a b c](v)"],
  ["![a [b](u)](v) and [c](w)", "a b and c"],
  ["[a][b] and ![c][]", "a and c"],
  ["[[note]] [[note|shown]] [[note\\|shown]] ![[image.png]]", "note shown shown image.png"],
  ["HTTP[^1] and [^abc]", "HTTP[^1] and [^abc]"],
  ["[a] (b) [c", "[a] (b) [c"],
  ["Map<K, V> and List<T>", "Map<K, V> and List"],
  ["&copy; &mdash; &#38; &#x26; &nope;", "© — & & &nope;"],
  ["a&nbsp;b", "a b"],
])("the text of %s is %s", (raw, plain) => {
  expect(plainText(raw)).toBe(plain);
});

test.each([
  ["[p](https://e.x/a_(b))", ["https://e.x/a_(b)"]],
  ["https://en.wikipedia.org/wiki/A_(b)", ["https://en.wikipedia.org/wiki/A_(b)"]],
  ["(see https://e.x/a).", ["https://e.x/a"]],
  ["https://a.b/c)))).", ["https://a.b/c"]],
  ["[https://a.b](https://c.d)", ["https://a.b", "https://c.d"]],
  [
    "[x](<https://e.x/q r>), <https://a.b/c>, www.x.y. and [z](docs/a.md)",
    ["https://e.x/q r", "https://a.b/c", "www.x.y", "docs/a.md"],
  ],
  ['[x](https://a.b "title")', ["https://a.b"]],
  ["[x](https://a.b/?c=1&amp;d=2) https://a.b?e&#38;f&amp;g; x", ["https://a.b/?c=1&d=2", "https://a.b?e&f&g"]],
  ["[x](https://a.b/c\\_d)", ["https://a.b/c_d"]],
  ["`https://a.b/c` and (`https://a.b/d`)", ["https://a.b/c", "https://a.b/d"]],
  [
    "**https://a.b/c**, *https://a.b/d*! _https://a.b/e_? ~~https://a.b~~",
    ["https://a.b/c", "https://a.b/d", "https://a.b/e", "https://a.b"],
  ],
  ["[x](https://a.b/c_) https://a.b/c_(d)", ["https://a.b/c_", "https://a.b/c_(d)"]],
])("%s links to %j", (raw, links) => {
  expect(linksIn(raw)).toEqual(links);
});

test("cells of only delimiters are read in linear time", () => {
  const spent = processorTimeMs(() => {
    for (const marks of [
      "`",
      "](",
      "[a](",
      "[a](<",
      ")",
      "[",
      "![",
      "![[",
      "]",
      "[a](b)",
      "[a](b (",
      '[a](b "',
      "<a b=",
      "<a ",
      "😀",
    ])
      for (const raw of [marks.repeat(100_000), `https://a.b/${marks.repeat(100_000)}a`]) {
        plainText(raw);
        linksIn(raw);
      }
  });
  expect(spent).toBeLessThan(3000);
});

const pieces = [
  ...[
    "[",
    "]",
    "![",
    "(",
    ")",
    "](u)",
    "](",
    "](<u v>)",
    '](u "t")',
    "](u 't')",
    "](u (t))",
    "]( u )",
    "]()",
    "](u v)",
  ],
  ...[
    "a",
    "b",
    " ",
    "*",
    "**",
    "_",
    "`c`",
    "\\[",
    "\\]",
    "!",
    "<b>",
    "</b>",
    "<K, V>",
    "&copy;",
    "&#38;",
    "<https://e.x>",
  ],
];

test("links and images are read as in CommonMark", () => {
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => `x${parts.join("")}x`);
  fc.assert(
    fc.property(texts, (raw) => {
      // Left out: links of other editors, labels that may not be defined, and tags in place of a target.
      fc.pre(!/\[\[|\]\[|\]\(\s*(?!<u v>\))\S*</.test(raw));
      expect(plainText(raw)).toBe(literalText(raw).replace(/\s+/g, " ").trim());
    }),
    { numRuns: Number(process.env.INLINE_RUNS ?? 2000) },
  );
});

function literalText(raw: string): string {
  let text = "";
  const walker = new Parser().parse(raw).walker();
  for (let event = walker.next(); event; event = walker.next())
    if (event.node.type !== "html_inline") text += event.node.literal ?? "";
  return text;
}
