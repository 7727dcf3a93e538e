// Page: contains the whole roadmap and no scripts, and its policy allows only its own style.

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { cellHtml, pageHtml } from "../../../src/views/exports/page-html.js";
import { hostileRoadmap } from "../../support/hostile-roadmap.js";

const page = (text: string) => pageHtml(parseRoadmap(text).roadmap, "auto");

test("the policy allows only the style of the page, by its hash", () => {
  const html = page("");
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(html).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  );
});

test("a hostile file adds no unknown element and no event handler", () => {
  const html = page(hostileRoadmap);
  const elements = new Set(Array.from(html.matchAll(/<([a-z][a-z0-9]*)/g), ([, name]) => name));
  const known =
    "html head meta title style body header h1 p progress main nav ul li span div a section h2 h3 table thead tr th tbody td dl dt dd br time".split(
      " ",
    );
  expect([...elements].filter((name) => !known.includes(name ?? ""))).toEqual([]);
  const attributes = new Set(
    Array.from(html.matchAll(/<[a-z][a-z0-9]*((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g), ([, all = ""]) =>
      Array.from(all.matchAll(/([a-z-]+)(?:="[^"]*")?/g), ([, name]) => name),
    ).flat(),
  );
  expect([...attributes].filter((name) => name?.startsWith("on") || name === "style" || name === "src")).toEqual([]);
  expect(html).not.toMatch(/\u202e|(?!\n)\p{Cc}/u);
});

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

test("comments are a paragraph below the name of the topic, other texts and proof links are listed by their names", () => {
  const html = page(
    "| Topic | Status | Resources | Comments | Proof |\n|---|---|---|---|---|\n| Go | Done | a book | read it | p. 3 |\n",
  );
  expect(html).toContain(
    '<div class="name" dir="auto">Go</div><p dir="auto">read it</p>' +
      '<dl><dt>resources</dt><dd dir="auto">a book</dd><dt>proof</dt><dd dir="auto">p. 3</dd></dl></th>',
  );
});

test("priority, percentage, dependencies and own columns are listed by their names", () => {
  const html = page(
    "| Topic | Status | Depends on | Owner & co | Priority | Progress |\n|---|---|---|---|---|---|\n| Go | Done | HTTP | [Ada](https://a.example) | P1 | 40% |\n",
  );
  expect(html).toContain(
    '<dl><dt>priority</dt><dd dir="auto">P1</dd><dt>percent</dt><dd dir="auto">40%</dd>' +
      '<dt>depends on</dt><dd dir="auto">HTTP</dd>' +
      '<dt>Owner &amp; co</dt><dd dir="auto"><a href="https://a.example" rel="noreferrer">Ada</a></dd></dl></th>',
  );
});

test("the date of an unfinished topic that is overdue is marked by a word", () => {
  const overdueIn = (today: string | undefined, status: string) => {
    const table = `| Topic | Status | Finished | Due |\n|---|---|---|---|\n| Go | ${status} | 2026-11-20 | 2026-11-29 |\n`;
    const html = pageHtml(parseRoadmap(table, today === undefined ? {} : { today }).roadmap, "auto");
    return Array.from(
      html.matchAll(/<span class="overdue"><time datetime="([^"]*)">\1<\/time> overdue</g),
      ([, day]) => day,
    );
  };
  expect(overdueIn("2026-11-19", "In Progress")).toEqual([]);
  expect(overdueIn("2026-11-29", "In Progress")).toEqual(["2026-11-20"]);
  expect(overdueIn("2026-11-30", "In Progress")).toEqual(["2026-11-20", "2026-11-29"]);
  expect(overdueIn("2026-11-30", "Done")).toEqual([]);
  expect(overdueIn(undefined, "In Progress")).toEqual([]);
});

test("phases are headings, topics are rows and tasks are nested lists, in file order", () => {
  const html = page(`# Plan

| Topic | Phase | Started | Status |
|---|---|---|---|
| HTTP | 1 | 2026-02-01 | In Progress |

## Track
*(Goal: all)*

### Basics
- [x] read
  - [ ] write
`);
  const order = [
    "<h1",
    "Plan",
    "1 of 3 done · 1 in progress",
    "<nav",
    "<h2",
    "Phase 1",
    "HTTP",
    "in progress",
    "2026-02-01",
  ];
  const later = ["<h2", "Track", "all", "<h3", "Basics", "read", "(done)", "<ul><li>", "write", "(not started)"];
  let from = 0;
  for (const part of [...order, ...later]) {
    const at = html.indexOf(part, html.indexOf("<body>") + from);
    expect(at, part).toBeGreaterThan(0);
    from = at - html.indexOf("<body>");
  }
  expect(html).not.toContain('<th scope="col">finished');
});
