// Cell HTML: links that are safe, line breaks, and no other Markdown.

import { expect, test } from "vitest";
import { cellHtml } from "../../../src/views/exports/cell-html.js";

test.each([
  ["[words](https://a.example/x_y)", `<a href="https://a.example/x_y" rel="noreferrer">words</a>`],
  [
    "see https://a.example/?a=1&b=2.",
    'see <a href="https://a.example/?a=1&amp;b=2" rel="noreferrer">https://a.example/?a=1&amp;b=2</a>.',
  ],
  ["<mailto:a@b.example>", '<a href="mailto:a@b.example" rel="noreferrer">mailto:a@b.example</a>'],
  ["[x](docs/a.md#b)", '<a href="docs/a.md#b" rel="noreferrer">x</a>'],
  ["[x](javascript:alert)", "x"],
  ["[x](JAVASCRIPT:alert)", "x"],
  ["[x](\u0001javascript:alert)", "x"],
  ["[x](data:text/html,x)", "x"],
  ["[x](//evil.example)", "x"],
  ["[x](\\\\evil.example)", "x"],
  ["**bold** and `a<b`", "bold and a&lt;b"],
  ["one<br>two \\| three", "one<br>two | three"],
])("the cell %s is %s", (raw, html) => {
  expect(cellHtml(raw)).toBe(html);
});
