// Page: contains the whole roadmap and no scripts, and its policy allows only its own style.

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { pageHtml } from "../../../src/views/exports/page-html.js";
import { hostileRoadmap } from "../../support/hostile-roadmap.js";

const today = "2026-11-30";
const page = (text: string) => pageHtml(parseRoadmap(text, { today }).roadmap, "auto");

/** The body without the symbols and the bars, one element per line. */
function shown(text: string): string {
  const body = /<\/svg>\n(<header>[\s\S]*)<\/body>/.exec(page(text))?.[1] ?? "";
  return body.replace(/<svg class="bar"[^>]*>.*?<\/svg>/g, "");
}

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
    "html head meta title style body header main footer nav section h1 h2 h3 h4 p b ul li span div a table colgroup col tbody tr th td dl dt dd br time code details summary svg symbol use rect circle path".split(
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

test("an address of a proof and a header are text in every attribute", () => {
  const html = page(
    '| Topic | Status | <b>"x | Proof |\n|---|---|---|---|\n| A" onclick="x | In Progress | "> | [p](https://a.example/"onclick=x) |\n',
  );
  expect(html).not.toMatch(/<[^>]* onclick=/);
  expect(html).toContain('<dt dir="auto">&quot;x</dt><dd dir="auto">&quot;&gt;</dd>');
});

test("the head has the day and, apart, how much of the topics and of the tasks is done", () => {
  const html = shown(
    "# Plan\n\n| Topic | Status |\n|---|---|\n| A | Done |\n| B | In Progress |\n| C | Skipped |\n\n- [x] read\n- [!] write\n- [ ] run\n",
  );
  expect(html).toContain(
    '<h1 dir="auto">Plan</h1>\n<p class="soft">As of <time datetime="2026-11-30">30 November 2026</time></p>',
  );
  expect(html).toContain(
    '<b>1</b> <span class="soft">of 2 topics</span><p class="sm soft">1 in progress, 1 skipped</p>',
  );
  expect(html).toContain('<b>1</b> <span class="soft">of 3 tasks</span><p class="sm soft">1 blocked</p>');
  expect(html).not.toMatch(/of 5|of 6/);
});

test("a page of a roadmap that was read without a day has no date", () => {
  const html = pageHtml(parseRoadmap("- [ ] a\n").roadmap, "light");
  expect(html).not.toMatch(/As of|<time/);
  expect(html).toContain("<footer>Made by <code>roadmap export html</code>.</footer>");
  expect(html).toContain('<html lang="en" class="light">');
});

test("what is in progress, then what is blocked, and the next three are below the head", () => {
  const html = shown(`| Topic | Phase | Started | Due | Deliverables | Status |
|---|---|---|---|---|---|
| A | 1 | 2026-11-18 | 2026-12-02 | Demo | In Progress |
| B | 1 | | | | Blocked |
| C | 2 | | | Notes | |
| D | 2 | | | | |
| E | 3 | | | | |
| F | 3 | | | | |

## 🟢 Phase 4: Tasks
- [/] write
`);
  const [, now = "", next = ""] = /<h2>Now<\/h2>([\s\S]*)<h2>Next<\/h2>([\s\S]*?)<\/div>/.exec(html) ?? [];
  const lines = (part: string) =>
    part
      .split("\n")
      .filter((line) => line.startsWith("<li>"))
      .map((line) =>
        line
          .replace(/<svg[^>]*aria-label="([^"]*)".*?<\/svg>/, "$1 ")
          .replace(/<\/span><span/g, "</span> | <span")
          .replace(/<[^>]*>/g, ""),
      );
  expect(lines(now)).toEqual([
    "In progress A | 12 days | Phase 1 · due in 2 days · Demo",
    "In progress write |  | Phase 4: Tasks",
    "Blocked B | blocked | Phase 1",
  ]);
  expect(lines(next)).toEqual([
    "Not started C |  | Phase 2",
    "Not started D |  | Phase 2",
    "Not started E |  | Phase 3",
  ]);
});

test("a long list of what is in progress ends with the number of those left out", () => {
  const rows = Array.from({ length: 11 }, (_, index) => `| T${index} | In Progress |\n`).join("");
  expect(shown(`| Topic | Status |\n|---|---|\n${rows}`)).toContain('<span class="sub">and 3 more</span>');
});

const twoKinds = `| Topic | Phase | Status |
|---|---|---|
| A | 1 | Done |
| B | 2 | In Progress |
| C | 2 | |
| D | 3 | Blocked |
| E | 4 | |

## 1️⃣ Track
*(Goal: all)*

### 🟢 Phase 1: Basics
- [x] read
  - [ ] write

### 🟡 Phase 2: More
- [ ] run
`;

test("the map links to the phases of topics, then to those of each track, and never adds up both", () => {
  const [, nav = ""] = /<nav aria-label="Phases">([\s\S]*)<\/nav>/.exec(shown(twoKinds)) ?? [];
  const texts = nav.split("\n").map((line) => line.replace(/<\/span>/g, " ").replace(/<(?!a href)[^>]*>/g, ""));
  expect(texts.filter((text) => text.trim() !== "")).toEqual([
    "Topics",
    '<a href="#topics-1">Phase 1 1/1 ',
    '<a href="#topics-2">Phase 2 0/2 ',
    '<a href="#topics-3">Phase 3 0/1 ',
    '<a href="#topics-4">Phase 4 0/1 ',
    "Track1 of 3 tasks done ",
    '<a href="#tasks-1">Phase 1: Basics 1/2 ',
    '<a href="#tasks-2">Phase 2: More 0/1 ',
  ]);
});

test("a phase that is a track belongs to it, and phases without a track below others have a title", () => {
  const html = shown(`# Plan

## Phase 1: Basics
- [x] own

### Week 1
- [x] a

## Tools
- [ ] b

## Phase 2: More

### Week 1
- [ ] c

## Notes
- [ ] d
`);
  const heads = Array.from(
    html.matchAll(/<(h[234])[^>]*>(.*?)<\/\1>/g),
    ([, level, text]) => `${level} ${text?.replace(/<[^>]*>/g, "")}`,
  );
  expect(heads.slice(heads.indexOf("h2 Tasks"))).toEqual([
    "h2 Tasks",
    "h3 Phase 1: Basics",
    "h4 Phase 1: Basics",
    "h4 Week 1",
    "h3 Other tasks",
    "h4 Tools",
    "h4 Notes",
    "h3 Phase 2: More",
    "h4 Week 1",
  ]);
});

test("phases under way are open, and those that are finished or untouched are folded", () => {
  const folds = Array.from(
    shown(twoKinds).matchAll(/<details( open)?>\n<summary>.*?<h[34] dir="auto">(.*?)<\/h/g),
    ([, open, title]) => `${open ? "open" : "folded"} ${title}`,
  );
  expect(folds).toEqual([
    "folded Phase 1",
    "open Phase 2",
    "open Phase 3",
    "folded Phase 4",
    "open 🟢 Phase 1: Basics",
    "folded 🟡 Phase 2: More",
  ]);
});

test("the first phase is open if nothing is under way, and the only one always", () => {
  const untouched = shown("| Topic | Phase | Status |\n|---|---|---|\n| A | 1 | Done |\n| B | 2 | |\n| C | 3 | |\n");
  expect(untouched.match(/<details( open)?>/g)).toEqual(["<details>", "<details open>", "<details>"]);
  expect(shown("- [x] a\n")).toContain("<details open>");
  expect(shown("- [x] a\n")).not.toContain("<nav");
});

test("a map of more than 24 phases is folded, with their number", () => {
  const rows = Array.from({ length: 25 }, (_, index) => `| T | Step ${index} | |\n`).join("");
  const html = shown(`| Topic | Phase | Status |\n|---|---|---|\n${rows}`);
  expect(html).toContain(
    '<details>\n<summary><b>Topics</b><span class="said">25 phases</span></summary>\n<ul class="map">',
  );
});

/** The cells of the row of this topic, with its sign as a word. */
function rowOf(text: string, name: string): string[] {
  const row = shown(text)
    .split("\n")
    .find((line) => line.startsWith("<tr") && line.includes(`dir="auto">${name}<`));
  return (row ?? "")
    .split(/<\/t[dh]>/)
    .map((cell) => cell.replace(/<svg[^>]*aria-label="([^"]*)".*<\/svg>/, "$1").replace(/<t[rdh][^>]*>/g, ""))
    .slice(0, -1);
}

test("cells of open topics are listed with the headers and in the order of the file, own columns too", () => {
  const text =
    "| Owner & co | Topic | Status | Depends on | Wichtigkeit | Priority | Fortschritt |  | Proof |\n|---|---|---|---|---|---|---|---|---|\n| [Ada](https://a.example) | Go | In Progress | HTTP | - | P1 | 40% | x | p. 3 |\n";
  expect(rowOf(text, "Go")[1]).toBe(
    '<span class="name" dir="auto">Go</span><dl>' +
      '<dt dir="auto">Owner &amp; co</dt><dd dir="auto"><a href="https://a.example" rel="noreferrer">Ada</a></dd>' +
      '<dt dir="auto">Depends on</dt><dd dir="auto">HTTP</dd><dt dir="auto">Priority</dt><dd dir="auto">P1</dd>' +
      '<dt dir="auto">Fortschritt</dt><dd dir="auto">40%</dd><dt dir="auto">Column 8</dt><dd dir="auto">x</dd>' +
      '<dt dir="auto">Proof</dt><dd dir="auto">p. 3</dd></dl>',
  );
});

test("a finished topic is one line: its deliverable, its finish date and its proof", () => {
  const text =
    "| Topic | Started | Finished | Notes | Deliverables | Status | Proof |\n|---|---|---|---|---|---|---|\n| Go | 2026-11-01 | 2025-12-09 | good | Demo<br>and text | Done | [it](https://a.example/1), https://b.example |\n| Rust | | soon | | | Done | see notes |\n";
  expect(rowOf(text, "Go")).toEqual([
    "Done",
    '<span class="name" dir="auto">Go</span><span class="sm soft" dir="auto"> · Demo, and text</span>',
    "Done",
    '<time datetime="2025-12-09">9 Dec 2025</time>',
    '<a href="https://a.example/1" title="https://a.example/1" rel="noreferrer">proof<span class="unseen"> of Go</span></a> ' +
      '<a href="https://b.example" title="https://b.example" rel="noreferrer">proof 2<span class="unseen"> of Go</span></a>',
  ]);
  expect(rowOf(text, "Rust")).toEqual([
    "Done",
    '<span class="name" dir="auto">Rust</span><span class="sm soft" dir="auto"> · see notes</span>',
    "Done",
    "soon",
    "",
  ]);
});

test.each([
  ["In Progress | 2026-11-18 | | ", 'since <time datetime="2026-11-18">18 Nov</time>'],
  ["In Progress | 2026-12-18 | | ", 'starts <time datetime="2026-12-18">18 Dec</time>'],
  [" | | 2027-01-05 | ", 'planned <time datetime="2027-01-05">5 Jan 2027</time>'],
  [" | | | 2026-11-29", '<span class="overdue">due <time datetime="2026-11-29">29 Nov</time>, overdue</span>'],
  [" | | | 2026-11-30", 'due <time datetime="2026-11-30">30 Nov</time>'],
  [
    "Blocked | 2026-11-01 | | 2026-12-29",
    'since <time datetime="2026-11-01">1 Nov</time><br>due <time datetime="2026-12-29">29 Dec</time>',
  ],
  ["Done | 2026-11-01 | 2026-11-02 | 2026-11-01", '<time datetime="2026-11-02">2 Nov</time>'],
  ["Skipped | 2026-11-01 | | 2026-11-20", ""],
])("the dates of a topic with the cells %j are in words", (cells, html) => {
  expect(
    rowOf(`| Topic | Status | Started | Finished | Due |\n|---|---|---|---|---|\n| Go | ${cells} |\n`, "Go")[3],
  ).toBe(html);
});

test("proofs that are no web pages are no links", () => {
  for (const proof of ["[x](javascript:alert(1))", "www.a.example", "[x](#there)", "p. 3"])
    expect(rowOf(`| Topic | Status | Proof |\n|---|---|---|\n| Go | Done | ${proof} |\n`, "Go")[4]).toBe("");
});

test("nested tasks are nested lists, with their status as a sign that has a name", () => {
  expect(shown("- [x] read\n  - [/] a & b\n")).toContain(
    '<ul id="tasks-1" class="tasks content">\n' +
      '<li><svg class="i done" role="img" aria-label="Done"><use href="#x"/></svg><span dir="auto" class="past">read</span>' +
      '<ul><li><svg class="i active" role="img" aria-label="In progress"><use href="#h"/></svg><span dir="auto">a &amp; b</span></li></ul></li>\n</ul>',
  );
});

test("an empty roadmap has a page that says so", () => {
  expect(shown("")).toContain('<p class="empty">Nothing to do yet.</p>');
});
