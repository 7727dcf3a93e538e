// Renaming changes only the visible name: links, marks, anchors, comments and line breaks stay, or are reported.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { plainText } from "../../src/model/inline-text.js";
import { rename } from "../../src/operations/rename.js";
import { lostLinks, renamedText } from "../../src/operations/typed-text.js";
import { run } from "../support/check-operation.js";
import { fc } from "../support/fast-check.js";

test.each([
  ["[Go](notes/go.md)", "[Rust](notes/go.md)"],
  ['**[Go](<a b.md> "t")**', '**[Rust](<a b.md> "t")**'],
  ["[**`Go`**](a_(b).md)", "[**`Rust`**](a_(b).md)"],
  ["[Go][ref]", "[Rust][ref]"],
  ["[Go][]", "[Rust][Go]"],
  ["[[Go]]", "[[Go|Rust]]"],
  ["[[notes/go|Go]]", "[[notes/go|Rust]]"],
  ['<a id="go"></a>Go', '<a id="go"></a>Rust'],
  ["Go <!-- id: 3 --> <a name='x'></a>", "Rust <!-- id: 3 --> <a name='x'></a>"],
  ["![](icon.png) *Go*", "![](icon.png) *Rust*"],
  ['<a href="g.md"><b>Go</b></a>', '<a href="g.md"><b>Rust</b></a>'],
  ["~~Go~~", "~~Rust~~"],
  ["**Go** basics", "Rust"],
  ["**a** **b**", "Rust"],
  ["", "Rust"],
])("%j becomes %j", (raw, renamed) => {
  expect(renamedText(raw, "Rust")).toBe(renamed);
  expect(lostLinks(raw, renamed)).toEqual([]);
});

test("marks that would change the new name are dropped, but its link stays; a new link replaces the old one", () => {
  expect(renamedText("[**Go**](a.md)", "A* search")).toBe("[A* search](a.md)");
  // A star inside a link ends no emphasis that begins outside.
  expect(renamedText("**[Go](a.md)**", "A* search")).toBe("**[A* search](a.md)**");
  expect(renamedText("`go`", "x `y`")).toBe("x `y`");
  expect(renamedText("**[Go](a.md)**", "[New](b.md)")).toBe("**[New](b.md)**");
  expect(renamedText("*SQL*", "*y*")).toBe("*y*");
});

test("text inside marks is already the name only if both read the same", () => {
  // The star after the backslash is text, so the first star is text too.
  expect(renamedText("*a\\*", "a\\")).toBe("a\\");
  expect(renamedText("<b>**<!-- c -->**</b>", "<!-- c -->")).toBe("<!-- c -->");
  // What is typed is Markdown, but code shows exactly this.
  expect(renamedText("`__init__`", "__init__")).toBe("`__init__`");
});

test("an anchor or a comment that is typed again is not written twice", () => {
  const anchor = '<a id="go"></a>';
  expect(renamedText(`${anchor}Go`, `${anchor}Rust`)).toBe(`${anchor}Rust`);
  expect(renamedText(`${anchor}Go`, `${anchor}Go`)).toBe(`${anchor}Go`);
  expect(renamedText(`**Go** <!-- c -->`, `Rust <!-- c -->`)).toBe(`Rust <!-- c -->`);
});

test("any renamed text reads as requested, and renaming it again changes nothing", () => {
  const piece = fc.constantFrom(
    "Go",
    " ",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](a.md)",
    "][r]",
    "[[",
    "]]",
    "<b>",
    "</b>",
    "~~",
    "<!-- c -->",
    "\\",
    "![](i.png)",
    "&amp;",
    "字",
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("").trim());
  fc.assert(
    fc.property(text, text, (raw, to) => {
      const renamed = renamedText(raw, to);
      // Code that already shows what is typed stays code.
      const names = renamed === raw ? [plainText(to), to.replace(/ +/g, " ")] : [plainText(to)];
      expect(names).toContain(plainText(renamed));
      expect(renamedText(renamed, to)).toBe(renamed);
    }),
    { numRuns: 1000 },
  );
});

const table = (name: string, phase: string, header = "Notes") =>
  `| Topic | Phase | Status | ${header} |\n|---|---|---|---|\n| ${name} | ${phase} | | |\n`;

test("a topic, its phase and its column keep their links", () => {
  const before = table("[Go](go.md)", "**[1](#one)**", "[Notes](n.md)");
  expect(run(rename, { topic: "go", to: "Rust" }, before)).toBe(
    table("[Rust](go.md)", "**[1](#one)**", "[Notes](n.md)"),
  );
  expect(run(rename, { phase: "1", to: "One" }, before)).toBe(table("[Go](go.md)", "**[One](#one)**", "[Notes](n.md)"));
  expect(run(rename, { column: "notes", to: "Remarks" }, before)).toBe(
    table("[Go](go.md)", "**[1](#one)**", "[Remarks](n.md)"),
  );
  expect(run(rename, { topic: "go", to: "Go" }, before)).toBe(before);
});

test.each(["  ", "\\", "   "])("a task keeps the line break %j at the end of its first line", (ending) => {
  const before = `- [ ] [read](a.md)${ending}\n  more of it\n- [ ] next\n`;
  const after = `- [ ] [write](a.md)${ending}\n  more of it\n- [ ] next\n`;
  expect(run(rename, { topic: "read", to: "write" }, before)).toBe(after);
});

test.each([
  ["## Phase 1: Basics {#basics}", "## Start {#basics}"],
  ['## <a id="b"></a>Phase 1: Basics', '## <a id="b"></a>Start'],
  ["## [Phase 1: Basics](b.md) ##", "## [Start](b.md) ##"],
  ["Phase 1: Basics <!-- b -->\n---", "Start <!-- b -->\n---"],
])("the heading %j becomes %j", (before, after) => {
  expect(run(rename, { phase: "1", to: "Start" }, `${before}\n\n- [ ] a\n`)).toBe(`${after}\n\n- [ ] a\n`);
});

test("a link that is only part of the old name gets a note with its target", () => {
  const { roadmap } = parseRoadmap(
    `${table("Go ([notes](go.md))", "1")}\n## Tasks\n\n- [ ] read [a](b.md) and [c](d.md)\n`,
  );
  const notes = (topic: string) => rename.plan(roadmap, { topic, to: "X" }, "2026-03-01").notes;
  expect(notes("go")).toEqual(["the old name linked to go.md; the new one does not"]);
  expect(notes("read")).toEqual([
    "the old name linked to b.md; the new one does not",
    "the old name linked to d.md; the new one does not",
  ]);
});
