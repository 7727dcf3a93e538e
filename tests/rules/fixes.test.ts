// Fixes, in every layout, byte for byte; and problems without exactly one right fix.

import { expect, test } from "vitest";
import { fixableCodes } from "../../src/rules/index.js";
import { page, pageLayouts, testDay } from "../support/check-operation.js";
import { examined } from "../support/examine.js";
import { fixedText, plannedFixes } from "../support/fixed-text.js";

interface Example {
  readonly before: string;
  readonly after: string;
}

const examples: Readonly<Record<string, readonly Example[]>> = {
  TEXT_DAMAGED: [
    {
      before: `${page("Socket ‚Üî client | 1 | | | | | don‚Äôt")}\n## 1Ô∏è‚É£ A\n\n- [x] ‚Äì b\n`,
      after: `${page("Socket ↔ client | 1 | | | | | don’t")}\n## 1️⃣ A\n\n- [x] – b\n`,
    },
  ],
  STATUS_BLANK: [
    {
      before: page(
        "A | 1 | 2026-01-01 | 2026-02-01 | | | ",
        "B | 1 | | | finished | | ",
        "C | 1 | 2026-01-01 | | | | ",
      ),
      after: page(
        "A | 1 | 2026-01-01 | 2026-02-01 | finished | | ",
        "B | 1 | | | finished | | ",
        "C | 1 | 2026-01-01 | | In Progress | | ",
      ),
    },
  ],
  STATUS_SPELLING: [
    {
      before: page("A | 1 | | 2026-02-01 | Done | | ", "B | 1 | | 2026-02-01 | Done | | ", "C | 1 | | | done | | "),
      after: page("A | 1 | | 2026-02-01 | Done | | ", "B | 1 | | 2026-02-01 | Done | | ", "C | 1 | | | Done | | "),
    },
    {
      before: page("A | 1 | | | To do / DONE | | ", "B | 1 | | | done | | ", "C | 1 | | | done | | "),
      after: page("A | 1 | | | To do / DONE | | ", "B | 1 | | | DONE | | ", "C | 1 | | | DONE | | "),
    },
  ],
  DATES_MIXED: [
    {
      before: page(
        "A | 1 | 1.2.2026 | | | | ",
        "B | 1 | 13.2.2026 | | | | ",
        "C | 1 | 2026-03-04 | Mar 5, 2026 | | | ",
      ),
      after: page("A | 1 | 1.2.2026 | | | | ", "B | 1 | 13.2.2026 | | | | ", "C | 1 | 4.3.2026 | Mar 5, 2026 | | | "),
    },
  ],
};

const all = Object.entries(examples).flatMap(([code, own]) => own.map((example) => ({ code, ...example })));

test("half a row is not fixed, and a row that starts like the header stays a topic", async () => {
  const cut =
    "| Topic | Phase | Started | Notes | Status |\n|---|---|---|---|---|\n| A | 1 | 2026-01-01 |\nx | done |\n";
  expect(examined(cut).problems.map(({ code }) => code)).toEqual(["ROW_BROKEN"]);
  expect(await fixedText(cut)).toBe(cut);
  const begun = "| Topic | Status | |\n|---|---|---|\n| Topic | Status |\n| A | |\n";
  expect(await fixedText(begun)).toBe("| Topic | Status | |\n|---|---|---|\n| Topic | Status |\n| A | | |\n");
});

test("a damaged byte order mark is restored, whatever the first line becomes without it", async () => {
  const plan = `Caf√© ‚Äì plan\n\n${page("√©tude | 1 | | | | | ")}`;
  expect(await fixedText(`Ôªø# ${plan}`)).toBe(`\ufeff# Café – plan\n\n${page("étude | 1 | | | | | ")}`);
  const list = "- [ ] a\n- [x] b\n";
  expect(await fixedText(`ï»¿${list}`)).toBe(`\ufeff${list}`);
  const hidden = "ï»¿<!-- \n\n- [ ] a\n\n-->\n";
  await expect(fixedText(hidden)).rejects.toMatchObject({ code: "MEANING_WOULD_CHANGE" });
});

test.each(all)("$code is fixed in every layout, by one run", async ({ code, before, after }) => {
  for (const { name, layOut } of pageLayouts) {
    const [from, to] = [layOut(before), layOut(after)];
    // The garbled text had widened a padded cell: fixed, the cell is as wide as before, regardless of its neighbors.
    const isNarrower = code === "TEXT_DAMAGED" && name === "padded table";
    const drawn = (text: string) => (isNarrower ? text.replace(/ +/g, " ") : text);
    expect(drawn(await fixedText(from, code)), name).toBe(drawn(to));
    expect(await fixedText(to, code), name).toBe(to);
    expect(examined(to, testDay).problems.filter((problem) => problem.code === code)).toEqual([]);
  }
});

const rows = (header: string, ...body: string[]) => `${[header, header.replace(/[^|]/g, "-"), ...body].join("\n")}\n`;

test.each([
  [["| HTTP | 1 |"], ["| HTTP | 1 | | |"]],
  [["|HTTP|1|"], ["|HTTP|1|||"]],
  [["HTTP | 1"], ["HTTP | 1 | | |"]],
  [["| HTTP | 1"], ["| HTTP | 1 | | |"]],
  [
    ["| HTTP  | 1     | a      | b        |", "| REST  | 1     |"],
    ["| HTTP  | 1     | a      | b        |", "| REST  | 1     |        |          |"],
  ],
  [
    ["| HTTP | 1 | a | b        |", "| SQL | 1 | a | b |", "| Go | 1 | a | b |", "| REST | 1 |"],
    ["| HTTP | 1 | a | b        |", "| SQL | 1 | a | b |", "| Go | 1 | a | b |", "| REST | 1 | | |"],
  ],
])("rows %j get their missing cells, in the layout of their table", async (before, after) => {
  const header = "| Topic | Phase | Status | Comments |";
  const from = rows(header, ...before);
  expect(await fixedText(from, "ROW_TOO_SHORT")).toBe(rows(header, ...after));
  expect(await fixedText(from.replaceAll("\n", "\r\n"), "ROW_TOO_SHORT")).toBe(
    rows(header, ...after).replaceAll("\n", "\r\n"),
  );
  const once = await fixedText(from, "ROW_TOO_SHORT");
  expect(examined(once).problems.filter(({ code }) => code === "ROW_TOO_SHORT")).toEqual([]);
});

test("every fix has an example", () => {
  const shown = [...Object.keys(examples), "ROW_TOO_SHORT", "COLUMN_INFERRED"];
  expect(fixableCodes.filter((code) => !shown.includes(code))).toEqual([]);
});

test.each([
  ["a finish date to come", page("A | 1 | | 2027-01-01 | | | ")],
  ["dates that contradict each other", page("A | 1 | 2026-03-01 | 2026-01-01 | | | ")],
  ["a legend beside a date", page("A | 1 | | 2026-01-01 | To Do / Done | | ")],
  ["a status in no list", page("A | 1 | | 2026-01-01 | dune | | ")],
  ["two spellings that are equally common", page("A | 1 | | | Blocked | | ", "B | 1 | | | blocked | | ")],
  [
    "two formats that are equally common",
    page("A | 1 | 2026-01-01 | | | | ", "B | 1 | 2.1.2026 | | | | ").replaceAll("| | | | |", "| | Done | | |"),
  ],
  [
    "a column that stands twice",
    "| Topic | Status | Status |\n|---|---|---|\n| A | Done | |\n| B | Done | |\n| C | done | |\n",
  ],
  ["a row that a line break has cut in two", `${page()}| A | 1 | | | Done | a\nb | |\n`],
])("%s is not changed", async (_what, text) => {
  expect(await fixedText(text)).toBe(text);
});

test("front matter with problems is not changed, and the text below it is fixed", async () => {
  const text = (below: string) => `---\ntitle: a ‚Äì b\nroadmap:\n  colour: red\n---\n\n# ${below}\n`;
  expect(await fixedText(text("c ‚Äì d"))).toBe(text("c – d"));
  const fine = (dash: string) => `---\ntitle: a ${dash} b\n---\n\n# c\n`;
  expect(await fixedText(fine("‚Äì"))).toBe(fine("–"));
});

test("a file with unresolved merge conflicts is refused", async () => {
  const text = `${page("A | 1 | | 2026-01-01 | | | ")}<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n`;
  await expect(fixedText(text)).rejects.toMatchObject({ code: "CONFLICT_MARKERS" });
});

test("with problems of all kinds, texts are fixed before their meaning", async () => {
  const before = page(
    "A | 1 | | 2026-01-01 | Termin√© | | ",
    "B | 1 | | 2026-01-01 | | | ",
    "C | 1 | | 1.2.2026 | Termin√© | | ",
  );
  const after = page(
    "A | 1 | | 2026-01-01 | Terminé | | ",
    "B | 1 | | 2026-01-01 | Terminé | | ",
    "C | 1 | | 2026-02-01 | Terminé | | ",
  );
  expect(await fixedText(before.replace("Plan", "ann√©e"))).toBe(after.replace("Plan", "année"));
});

test("fixes are listed in the order in which they are made, not by line", async () => {
  const { fixed } = await plannedFixes(
    page(
      "A | 1 | 2026-01-01 | 2026-01-03 | Done | | ",
      "B | 1 | 3.1.2026 | 2026-01-30 | Done | | ",
      "C | 1 | 2026-01-02 | 2026-01-04 | done | | don‚Äôt",
    ),
  );
  expect(fixed.map(({ code, to }) => [code, to])).toEqual([
    ["TEXT_DAMAGED", "’"],
    ["STATUS_SPELLING", "Done"],
    ["DATES_MIXED", "2026-01-03"],
  ]);
});
