// The plain text of a cell without its Markdown, and its links.

import { expect, test } from "vitest";
import { linksIn, plainText } from "../../src/model/inline-text.js";
import { processorTimeMs } from "../support/processor-time.js";

test.each([
  ["`a\\|b`", "a|b"],
  ["regex `\\d+\\.\\d` here", "regex \\d+\\.\\d here"],
  ["`a` \\` b `c`", "a ` b c"],
  ["\\`no code\\`", "`no code`"],
  ["``a`", "``a`"],
  ["[p](https://e.x/a_(b)) and [q](<a b.md>)", "p and q"],
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
])("%s links to %j", (raw, links) => {
  expect(linksIn(raw)).toEqual(links);
});

test("cells of only delimiters are read in linear time", () => {
  const spent = processorTimeMs(() => {
    for (const marks of ["`", "](", "[a](", "[a](<", ")"])
      for (const raw of [marks.repeat(100_000), `https://a.b/${marks.repeat(100_000)}a`]) {
        plainText(raw);
        linksIn(raw);
      }
  });
  expect(spent).toBeLessThan(3000);
});
